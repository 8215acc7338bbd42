"""What is drawn around the text and is no part of it: byline, list markers, quote bars, readings.

None of it takes a character in the document, so no position moves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from reader.domain.article import Mark
from reader.models.document import Own, font_of
from reader.models.page import Page
from reader.theme import Theme
from reader.widgets.byline import Byline
from reader.widgets.geometry import OVERHANG, blocks_between, x_of, x_ranges

BULLETS = "•◦▪"
READING_SIZE = 0.5  # times the text's


class Adornments:
    """Knows what to draw beside which block of one page; `starts` are the UTF-16 offsets of the blocks."""

    def __init__(self, view: QTextEdit, page: Page, starts: list[int]) -> None:
        self._view = view
        self._page = page
        self._starts = starts
        self.has_title = any(mark.kind == "title" for mark in page.article.marks)
        self.byline: Byline | None = None  # as wide as the text
        self._markers: dict[int, str] = {}
        self._quotes: set[int] = set()
        self._rows: set[int] = set()
        self._readings: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._collect()

    def _collect(self) -> None:
        units, starts = self._page.units, self._starts
        numbers: dict[int, int] = {}
        last, ordered = -2, False
        for mark in self._page.article.marks:
            if mark.kind == "item":
                number = self._blocks_of(mark)[0]
                level = int(mark.value.rstrip(".") or 1)
                same = number == last + 1 and (ordered == mark.value.endswith("."))
                numbers = {each: count for each, count in numbers.items() if same and each <= level}
                numbers[level] = numbers.get(level, 0) + 1
                last, ordered = self._blocks_of(mark)[-1], mark.value.endswith(".")
                self._markers[number] = f"{numbers[level]}." if ordered else BULLETS[(level - 1) % len(BULLETS)]
            elif mark.kind == "quote":
                self._quotes.update(self._blocks_of(mark))
            elif mark.kind == "row":
                self._rows.add(self._blocks_of(mark)[-1])
        for gloss in self._page.article.glosses:
            at = units.to_units(max(0, gloss.position - 1))
            number = bisect_right(starts, at) - 1
            self._readings[number].append((at - starts[number], gloss.text))

    def _blocks_of(self, mark: Mark) -> Sequence[int]:
        """The numbers of the blocks of a marked paragraph."""
        units = self._page.units
        first, last = (bisect_right(self._starts, units.to_units(at)) - 1 for at in (mark.start, mark.end - 1))
        return range(first, max(first, last) + 1)

    def paint(self, painter: QPainter, area: QRect, theme: Theme, font: QFont, glosses: str) -> None:
        """Draw what an area of the viewport shows; `glosses` as in Typography."""
        offset = self._view.verticalScrollBar().value()
        layout = self._view.document().documentLayout()
        secondary, border = QColor(theme.secondary), QColor(theme.border)
        em = QFontMetricsF(font).horizontalAdvance("m")
        top, bottom = area.top() + offset - OVERHANG, area.bottom() + offset + OVERHANG
        for block, left, y in blocks_between(self._view, top, bottom):
            number, at = block.blockNumber(), y - offset
            if number == 0:
                self._paint_byline(painter, block, left, at, secondary)
            if number in self._markers:
                self._paint_marker(painter, block, left, at, number, secondary, font)
            if number in self._quotes:
                painter.fillRect(QRectF(left + em * 0.4, at, 3, layout.blockBoundingRect(block).height()), border)
            if number in self._rows:
                box = layout.blockBoundingRect(block)
                painter.fillRect(QRectF(left, at + box.height() - 1, box.width(), 1), border)
            if glosses == "ruby" and number in self._readings:
                self._paint_readings(painter, block, left, at, number, secondary, font)
            elif glosses == "printed" and number in self._readings:
                _paint_printed(painter, block, left, at, secondary, font)

    def _paint_byline(self, painter: QPainter, block: QTextBlock, left: float, y: float, color: QColor) -> None:
        """Under the title, whose block leaves the space below it free; without a title, above the text."""
        if self.byline is not None:
            top = self._byline_top(block, y)
            self.byline.paint(painter, left, top, color, from_right=_from_right(block))

    def _byline_top(self, block: QTextBlock, y: float) -> float:
        height = self._view.document().documentLayout().blockBoundingRect(block).height()
        return y + (height if self.has_title else 0.0) - (self.byline.height if self.byline else 0.0)

    def byline_place(self) -> QPointF:
        """Where the byline begins, in the viewport."""
        block = self._view.document().firstBlock()
        box = self._view.document().documentLayout().blockBoundingRect(block)
        return QPointF(box.left(), self._byline_top(block, box.top()) - self._view.verticalScrollBar().value())

    def field_at(self, point: QPoint) -> str:
        """The field of the byline that stands at a point of the viewport; empty if none does."""
        if self.byline is None:
            return ""
        at = QPointF(point) - self.byline_place()
        return self.byline.field_at(at.x(), at.y(), from_right=_from_right(self._view.document().firstBlock()))

    def _paint_marker(
        self, painter: QPainter, block: QTextBlock, left: float, y: float, number: int, color: QColor, font: QFont
    ) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        marker = self._markers[number]
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(color)
        x = left + line.x() - metrics.horizontalAdvance(marker) - metrics.horizontalAdvance("m") * 0.5
        painter.drawText(QPointF(x, y + line.y() + line.ascent()), marker)

    def _paint_readings(
        self, painter: QPainter, block: QTextBlock, left: float, y: float, number: int, color: QColor, font: QFont
    ) -> None:
        """Each centred above its character; made narrow where its neighbour needs the room, too."""
        small = QFont(font)
        small.setPointSizeF(max(5.0, font.pointSizeF() * READING_SIZE))
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(color)
        layout, readings = block.layout(), self._readings[number]
        glossed = {position for position, _ in readings}
        for line, group in groupby(readings, lambda each: layout.lineForTextPosition(each[0]).lineNumber()):
            at = layout.lineAt(line)
            for position, printed in group:
                reading = printed.strip("()（）")
                x1, x2 = x_ranges(at, position, position + 1, False)[0]
                crowded = position - 1 in glossed or position + 1 in glossed
                room = (x2 - x1) * (0.98 if crowded else 1.9)
                width = metrics.horizontalAdvance(reading)
                painter.save()
                painter.translate(left + (x1 + x2) / 2, y + at.y() - metrics.descent() * 0.4)
                painter.scale(min(1.0, room / width), 1.0)
                painter.drawText(QPointF(-width / 2, 0), reading)
                painter.restore()


def _paint_printed(painter: QPainter, block: QTextBlock, left: float, y: float, color: QColor, font: QFont) -> None:
    """What stands behind characters, in the room that their format leaves for it."""
    painter.setPen(color)
    layout, parts = block.layout(), block.begin()
    while not parts.atEnd():
        part, form = parts.fragment(), parts.fragment().charFormat()
        if words := form.property(Own.GLOSS):
            end = part.position() + part.length() - block.position()
            line = layout.lineForTextPosition(end - 1)
            painter.setFont(font_of(form, font))
            x = x_of(line.cursorToX(end)) - form.fontLetterSpacing()
            painter.drawText(QPointF(left + x, y + line.y() + line.ascent()), str(words))
        parts += 1


def _from_right(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft
