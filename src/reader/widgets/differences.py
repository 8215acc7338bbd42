"""Words of two versions of a text, with what differs in them shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from reader.domain.comparing import Range
from reader.theme import Theme, mixed

TINT = 0.24  # how strong the accent is behind what differs


def insert(cursor: QTextCursor, words: str, only: Sequence[Range], theme: Theme, *, quiet: bool = False) -> None:
    """Insert words, the ranges that differ on a ground of their own and underlined: not by colour alone."""
    plain, other = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(QColor(theme.secondary if quiet else theme.text))
    other.setForeground(QColor(theme.text))
    other.setBackground(mixed(QColor(theme.page), QColor(theme.accent), TINT))
    other.setFontUnderline(True)
    at = 0
    for start, end in only:
        cursor.insertText(words[at:start], plain)
        cursor.insertText(words[start:end], other)
        at = end
    cursor.insertText(words[at:], plain)
