"""Which passage a double or triple click means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo

from reader import word_breaks
from reader.domain.highlight import Span

SENTENCE_ENDS = frozenset("。！？!?；;…\n")
CLOSING = frozenset("”’」』）)》〉】\"'")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset("，,、：:“”‘’（）()《》〈〉【】「」『』—\t\u3000 ")


def is_han(char: str) -> bool:
    """Whether a character is written without spaces between words."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


REACH = 60  # characters on each side of a place that are looked at for a word
LONGEST = 5_000  # characters of a clause or a sentence, on each side of a place


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


def clause_around(text: str, at: int) -> Span | None:
    """The clause of Han text at a code point: up to the punctuation on both sides. None on punctuation."""
    if at >= len(text) or text[at] in CLAUSE_ENDS:
        return None
    start = end = at
    while start > max(0, at - LONGEST) and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < min(len(text), at + LONGEST) and text[end] not in CLAUSE_ENDS:
        end += 1
    return Span(start, end)


def sentence_around(text: str, at: int) -> Span | None:
    """The sentence at a code point, its end mark and closing brackets included, white space at its start not."""
    if at >= len(text):
        return None
    start = end = at
    while start > max(0, at - LONGEST) and not _ends(text, start - 1):
        start -= 1
    while end < min(len(text), at + LONGEST) and not _ends(text, end):
        end += 1
    while (
        end < len(text)
        and text[end] != "\n"
        and (text[end] in SENTENCE_ENDS or text[end] in CLOSING or text[end] == ".")
    ):
        end += 1
    while start < end and (text[start].isspace() or (text[start] in CLOSING and start < at)):
        start += 1
    return Span(start, end) if start < end else None


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends with this character. A full stop does where white space or nothing follows."""
    if text[at] == ".":
        return at + 1 >= len(text) or text[at + 1].isspace()
    return text[at] in SENTENCE_ENDS
