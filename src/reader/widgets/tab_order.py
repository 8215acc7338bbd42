"""The order in which Tab walks: as widgets are laid out, whatever order they were made in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def order_tabs(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each to the next. A widget with a focus proxy is not one of them."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
