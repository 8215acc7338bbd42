"""Tooltips with words that somebody else wrote."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def escaped(words: str, space: str = "pre-wrap") -> str:
    """Words for a tooltip that are shown as they are; `space` is as CSS has it: "pre" breaks no line."""
    return f"<p style='white-space:{space}'>{html.escape(words)}</p>"


def plain(words: str) -> str:
    """The same words for a tooltip: Qt takes what looks like markup for such, and reads the files that it names."""
    return escaped(words) if Qt.mightBeRichText(words) else words
