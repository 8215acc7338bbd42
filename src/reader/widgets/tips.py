"""Tooltips with words that somebody else wrote."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def plain(words: str) -> str:
    """The same words for a tooltip: Qt takes what looks like markup for such, and reads the files that it names."""
    if not Qt.mightBeRichText(words):
        return words
    return f"<p style='white-space:pre-wrap'>{html.escape(words)}</p>"
