"""Which word a double click means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo

from reader import word_breaks
from reader.domain.highlight import Span
from reader.domain.sentences import clause_around


def is_han(char: str) -> bool:
    """Whether a character is written without spaces between words."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


REACH = 60  # characters on each side of a place that are looked at for a word


def word_around(text: str, at: int) -> Span | None:
    """The word of Han text at a code point; where none can be told, the clause. None on punctuation."""
    clause = clause_around(text, at)
    if clause is None:
        return None
    low, high = max(clause.start, at - REACH), min(clause.end, at + REACH)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    for start, end in word_breaks.words(text[low:high], folder):
        if low + start <= at < low + end:
            return Span(low + start, low + end)
    return clause
