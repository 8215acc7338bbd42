"""Where paragraphs, lines and characters of a text widget stand on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit

from reader.models.document import Own

OVERHANG = 16  # px that underlines may hang below their line, and readings stand above theirs


class VisibleLine(NamedTuple):
    """A line on the screen: its range within the paragraph (UTF-16), and where it stands in the viewport (px)."""

    start: int
    end: int
    line: QTextLine
    y: float
    height: float


def x_of(answer: object) -> float:
    """The number in what cursorToX and xToCursor give: it alone, or first in a tuple, by version of PySide."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def inside_x(view: QTextEdit) -> float:
    """An x within the text column, in document coordinates."""
    return view.viewport().width() / 2


def blocks_between(view: QTextEdit, top: float, bottom: float) -> Iterator[tuple[QTextBlock, float, float]]:
    """The blocks that meet these heights of the document, each with its left and top."""
    layout = view.document().documentLayout()
    at = layout.hitTest(QPointF(inside_x(view), max(0.0, top)), Qt.HitTestAccuracy.FuzzyHit)
    block = view.document().findBlock(max(0, at))
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > bottom:
            return
        yield block, box.left(), box.top()
        block = block.next()


def rect_of(view: QTextEdit, start: int, end: int) -> QRect:
    """What holds the lines of a range (UTF-16) in the viewport, from the first to the last."""
    first, last = QTextCursor(view.document()), QTextCursor(view.document())
    first.setPosition(start)
    last.setPosition(end)
    return view.cursorRect(first).united(view.cursorRect(last))


def line_rect(view: QTextEdit, position: int) -> QRectF:
    """The line of a position (UTF-16), in the document."""
    block = view.document().findBlock(position)
    box = view.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    return line.rect().translated(box.topLeft()) if line.isValid() else QRectF(box.topLeft(), box.topRight())


def edge_of(view: QTextEdit, position: int, *, first: bool) -> QRectF:
    """Where a range (UTF-16) begins (`first`) or ends in the viewport: without width, as high as the characters."""
    inside = position if first else max(0, position - 1)  # an end is behind its last character, not on the next line
    block = view.document().findBlock(inside)
    box = view.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(inside - block.position())
    if not line.isValid():
        return QRectF()
    x, y = x_of(line.cursorToX(position - block.position())), line.y() - view.verticalScrollBar().value()
    return QRectF(box.left() + x, box.top() + y, 0, line.ascent() + line.descent())


def repaint_range(view: QTextEdit, start: int, end: int) -> None:
    """Repaint the paragraphs of a range (UTF-16) that are on the screen."""
    seen, offset = view.viewport(), view.verticalScrollBar().value()
    layout = view.document().documentLayout()
    for block, _, top in blocks_between(view, offset - OVERHANG, offset + seen.height()):
        if block.position() < end and start < block.position() + block.length():
            height = int(layout.blockBoundingRect(block).height()) + OVERHANG + 2
            seen.update(0, int(top - offset) - 1, seen.width(), height)


def is_row(block: QTextBlock) -> bool:
    """Whether a block is a row of a table: the lines of its cells stand beside one another."""
    return bool(block.blockFormat().property(Own.KIND) == "row")


def first_line(layout: QTextLayout, fits: Callable[[QTextLine], bool]) -> int:
    """The number of the first line that fits, where all after it do; the number of lines if none does."""
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        if fits(layout.lineAt(middle)):
            high = middle
        else:
            low = middle + 1
    return low


def nearest_line(layout: QTextLayout, x: float, y: float) -> QTextLine:
    """The line of a row of a table that is nearest to a point of its block: the column first, then the line in it."""
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    column = max((line.x() for line in lines if line.x() <= x), default=min(line.x() for line in lines))
    return min((line for line in lines if line.x() == column), key=lambda line: abs(line.y() + line.height() / 2 - y))


def lines_in(block: QTextBlock, top: float, area: QRect) -> list[VisibleLine]:
    """The lines of a block, whose top is at that y of the viewport, that meet an area of it."""
    layout, row = block.layout(), is_row(block)
    reach = area.top() - top - OVERHANG
    first = 0 if row else first_line(layout, lambda line: line.y() + line.height() >= reach)
    found = []
    for index in range(first, layout.lineCount()):
        line = layout.lineAt(index)
        y = top + line.y()
        if y > area.bottom() + OVERHANG:
            if row:
                continue
            break
        start = line.textStart()
        found.append(VisibleLine(start, start + line.textLength(), line, y, line.ascent() + line.descent()))
    return found


def on_a_line(view: QTextEdit, y: float) -> float:
    """The height in the viewport itself if it meets a line of text, else the middle of the nearest line.

    Between two lines Qt answers with the start of a line, so a selection that begins there would be another one.
    """
    offset = view.verticalScrollBar().value()
    nearest, distance = y, float("inf")
    around = QRect(0, int(y) - 2 * OVERHANG, 1, 4 * OVERHANG)
    for block, _, top in blocks_between(view, y + offset - 2 * OVERHANG, y + offset + 2 * OVERHANG):
        for line in lines_in(block, top - offset, around):
            end = line.y + line.height
            if line.y <= y < end:
                return y
            away = line.y - y if y < line.y else y - end
            if away < distance:
                nearest, distance = (line.y + end) / 2, away
    return nearest


def x_ranges(line: QTextLine, start: int, end: int, mixed: bool) -> list[tuple[float, float]]:
    """Where the characters start..end stand on a line; several ranges where directions mix.

    cursorToX is ambiguous where directions meet, so then the glyphs are asked.
    """
    if not mixed:
        left, right = sorted((x_of(line.cursorToX(start)), x_of(line.cursorToX(end))))
        return [(left, right)]
    found = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        found += [(at.x(), at.x() + by.x()) for at, by in zip(run.positions(), advances, strict=True) if by.x() > 0.01]
    merged: list[tuple[float, float]] = []
    for left, right in sorted(found):
        if merged and left <= merged[-1][1] + 0.5:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged
