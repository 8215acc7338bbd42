"""Where the ends of a highlight may stand: between signs, or where words begin and end.

A sign may be several characters: a letter with its accents, an emoji of many, an ideograph with its reading in
brackets. No end stands within one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTextBoundaryFinder

from reader import word_breaks
from reader.domain.folding import READING
from reader.domain.highlight import Span
from reader.domain.sentences import CLAUSE_ENDS
from reader.domain.text import Utf16Map

NEAR, FAR = 64, 200  # code points on each side of a place that are looked at for signs, and for words
READINGS = re.compile(READING)
CLAUSES = re.compile(f"[^{re.escape(''.join(CLAUSE_ENDS))}]+")

Stops = Callable[[str, int, bool], list[int]]  # those around a place, in order; for ends that begin a highlight, or not


def signs(text: str, at: int, first: bool = False) -> list[int]:
    """The places between signs around a code point, for both ends alike."""
    low, high = max(0, at - NEAR), min(len(text), at + NEAR)
    near = text[low:high]
    units = Utf16Map(near)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, near)
    found = [low]
    while (unit := finder.toNextBoundary()) >= 0:
        found.append(low + units.to_points(unit))
    for reading in READINGS.finditer(near):
        inside = range(low + reading.start() - 1, low + reading.end())  # from behind the ideograph to the last bracket
        found = [each for each in found if each not in inside]
    return found


def words(text: str, at: int, first: bool) -> list[int]:
    """Where the words around a code point begin, or end; where none can be told, the clauses."""
    low, high = max(0, at - FAR), min(len(text), at + FAR)
    # What is cut in the middle of a clause may be parted into other words.
    low = next((each for each in range(low, at) if low and text[each] in CLAUSE_ENDS), low)
    high = next((each for each in range(high, at, -1) if high < len(text) and text[each - 1] in CLAUSE_ENDS), high)
    near = text[low:high]
    parts = word_breaks.words(near, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)))
    parts = parts or [found.span() for found in CLAUSES.finditer(near)]
    edge = 0 if first else 1
    return [low + part[edge] for part in parts if any(map(str.isalnum, near[part[0] : part[1]]))]


def nearest(stops: Stops, text: str, at: int, first: bool) -> int:
    """The stop that is nearest to a code point."""
    return min(stops(text, at, first), key=lambda each: abs(each - at), default=at)


def stepped(text: str, span: Span, stops: Stops, step: int, *, first: bool) -> Span:
    """The span with its start (`first`) or its end at the next (1) or the previous (-1) stop; it keeps one sign."""
    at = span.start if first else span.end
    found = stops(text, at, first)
    number = bisect_right(found, at) if step > 0 else bisect_left(found, at) - 1
    if not 0 <= number < len(found):
        return span
    if first:
        last = max((each for each in signs(text, span.end) if each < span.end), default=span.start)
        return Span(min(found[number], max(last, span.start)), span.end)
    least = min((each for each in signs(text, span.start) if each > span.start), default=span.end)
    return Span(span.start, max(found[number], min(least, span.end)))


def between(text: str, fixed: int, at: int, stops: Stops) -> Span | None:
    """What lies between an end that stays and the stop that is nearest to a place; None where that is nothing."""
    moved = nearest(stops, text, at, at < fixed)
    if moved == fixed:
        return None
    return Span(min(fixed, moved), max(fixed, moved))
