"""What is drawn around the text and is no part of it: byline, list markers, quote bars, readings.

None of it takes a character in the document, so no position moves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from reader.domain.article import Article
from reader.models.page import Page
from reader.theme import Theme
from reader.widgets.geometry import OVERHANG, blocks_between, x_ranges

BYLINE_SIZE = 0.82  # times the text's
BETWEEN = " · "  # the parts of a byline
BULLETS = "•◦▪"


class Adornments:
    """Knows what to draw beside which paragraph of one page."""

    def __init__(self, view: QTextEdit, page: Page, starts: list[int]) -> None:
        self._view = view
        self._page = page
        self.has_title = any(mark.kind == "title" for mark in page.article.marks)
        self._markers: dict[int, str] = {}
        self._quotes: set[int] = set()
        self._rows: set[int] = set()
        self._missing: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._readings: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._collect(starts)

    def _collect(self, starts: list[int]) -> None:
        units = self._page.units
        numbers: dict[int, int] = {}
        last = -2
        for mark in self._page.article.marks:
            at = units.to_units(mark.start)
            number = bisect_right(starts, at) - 1
            if mark.kind == "item":
                level = int(mark.value.rstrip(".") or 1)
                numbers[level] = numbers.get(level, 0) + 1 if number == last + 1 else 1
                last = number
                ordered = mark.value.endswith(".")
                self._markers[number] = f"{numbers[level]}." if ordered else BULLETS[(level - 1) % len(BULLETS)]
            elif mark.kind == "quote":
                self._quotes.add(number)
            elif mark.kind == "row":
                self._rows.add(number)
            elif mark.kind == "image" and mark.value.startswith("?"):
                self._missing[number].append((at - starts[number], mark.value[1:]))
        for gloss in self._page.article.glosses:
            at = units.to_units(max(0, gloss.position - 1))
            number = bisect_right(starts, at) - 1
            self._readings[number].append((at - starts[number], gloss.text.strip("()（）")))

    def paint(self, painter: QPainter, area: QRect, theme: Theme, font: QFont, *, ruby: bool) -> None:
        """Draw what an area of the viewport shows."""
        offset = self._view.verticalScrollBar().value()
        secondary = QColor(theme.secondary)
        em = QFontMetricsF(font).horizontalAdvance("m")
        top, bottom = area.top() + offset - OVERHANG, area.bottom() + offset + OVERHANG
        for block, left, y in blocks_between(self._view, top, bottom):
            number = block.blockNumber()
            at = y - offset
            if number == 0:
                self._paint_byline(painter, block, left, at, secondary, font)
            if number in self._markers:
                self._paint_marker(painter, block, left, at, number, secondary, font)
            if number in self._quotes:
                height = self._view.document().documentLayout().blockBoundingRect(block).height()
                painter.fillRect(QRectF(left + em * 0.4, at, 3, height), QColor(theme.border))
            if number in self._rows:
                height = self._view.document().documentLayout().blockBoundingRect(block).height()
                width = self._view.viewport().width() - 2 * left
                painter.fillRect(QRectF(left, at + height - 1, max(40.0, width), 1), QColor(theme.border))
            for position, words in self._missing.get(number, ()):
                self._paint_missing(painter, block, left, at, position, words, theme, font)
            if ruby and number in self._readings:
                self._paint_readings(painter, block, left, at, number, secondary, font)

    def _paint_byline(
        self, painter: QPainter, block: QTextBlock, left: float, y: float, color: QColor, font: QFont
    ) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * BYLINE_SIZE)
        metrics = QFontMetricsF(small)
        width = max(80.0, self._view.viewport().width() - 2 * left)
        lines = _in_lines(byline(self._page.article), metrics, width)
        painter.setFont(small)
        painter.setPen(color)
        layout = block.layout()
        line = layout.lineAt(max(0, layout.lineCount() - 1))
        if self.has_title and line.isValid():
            top = y + line.y() + line.ascent() + line.descent() + metrics.height() * 0.7
        else:
            top = y - metrics.height() * (0.9 + len(lines))
        for number, words in enumerate(lines):
            painter.drawText(QPointF(left, top + metrics.ascent() + number * metrics.height()), words)

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

    def _paint_missing(
        self,
        painter: QPainter,
        block: QTextBlock,
        left: float,
        y: float,
        position: int,
        words: str,
        theme: Theme,
        font: QFont,
    ) -> None:
        """The place of a picture that stayed behind: a frame, and its caption where it has the line to itself."""
        line = block.layout().lineForTextPosition(position)
        if not line.isValid():
            return
        x1, x2 = x_ranges(line, position, position + 1, False)[0]
        height = line.ascent() + line.descent()
        painter.fillRect(QRectF(left + x1, y + line.y(), x2 - x1, height), QColor(theme.page))
        painter.setPen(QColor(theme.border))
        painter.drawRect(QRectF(left + x1 + 1, y + line.y() + height * 0.2, (x2 - x1) - 2, height * 0.6))
        if block.length() == 2 and words:
            painter.setPen(QColor(theme.secondary))
            painter.setFont(font)
            painter.drawText(QPointF(left + x2 + 6, y + line.y() + line.ascent()), words[:80])

    def _paint_readings(
        self, painter: QPainter, block: QTextBlock, left: float, y: float, number: int, color: QColor, font: QFont
    ) -> None:
        small = QFont(font)
        small.setPointSizeF(max(5.0, font.pointSizeF() * 0.5))
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(color)
        for position, reading in self._readings[number]:
            line = block.layout().lineForTextPosition(position)
            if line.isValid():
                x1, x2 = x_ranges(line, position, position + 1, False)[0]
                x = left + (x1 + x2 - metrics.horizontalAdvance(reading)) / 2
                painter.drawText(QPointF(x, y + line.y() + metrics.ascent() * 0.35), reading)


def byline(article: Article) -> str:
    """Source, time, author and editor, those that are known."""
    editor = QCoreApplication.translate("Byline", "edited by {name}").format(name=article.editor)
    parts = (article.source, article.published.replace("T", " "), article.author, editor if article.editor else "")
    return BETWEEN.join(filter(None, parts))


def _in_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The parts of a byline in at most two lines, the last one cut with an ellipsis."""
    lines: list[str] = []
    for part in words.split(BETWEEN) if words else []:
        longer = BETWEEN.join([*lines[-1:], part])
        if lines and (len(lines) == 2 or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(part)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
