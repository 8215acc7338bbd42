"""How many of what is listed are selected, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def with_selected(listed: str, selected: int) -> str:
    """How many are listed, with how many of them are selected, unless that is only the one that is open."""
    if selected < 2:
        return listed
    words = QCoreApplication.translate("Selected", "{listed}, {number} selected")
    return words.format(listed=listed, number=f"{selected:,}")
