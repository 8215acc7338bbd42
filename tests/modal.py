"""Answering a dialog that does not return before it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

POLL_MS = 10
D = TypeVar("D", bound=QDialog)


def answering(kind: type[D], act: Callable[[D], object], ready: Callable[[D], bool] = lambda _: True) -> None:
    """Do something with the dialog of a kind that opens next, as soon as it is ready. If that fails, it is left."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not ready(dialog):
            QTimer.singleShot(POLL_MS, look)
            return
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0, look)
