"""Articles on their way from one part of the window to another, as what the mouse drags."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

TYPE = "application/x-reader-articles"


def packed(library: Path, ids: Sequence[int]) -> QMimeData:
    """These articles of a library."""
    data = QMimeData()
    data.setData(TYPE, json.dumps([str(library), list(ids)]).encode())
    return data


def unpacked(library: Path, data: QMimeData) -> list[int]:
    """The ids of the articles; none if they are of another library, in which the same numbers mean others."""
    if not data.hasFormat(TYPE):
        return []
    came_from, ids = json.loads(bytes(data.data(TYPE).data()))
    return list(ids) if came_from == str(library) else []
