"""The names of tags in the margin, beside the lines in which highlights begin, where there is room for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QTextEdit

from reader.languages import listed
from reader.models.page import Page
from reader.theme import Theme
from reader.widgets.geometry import VisibleLine, blocks_between, lines_in
from reader.widgets.underlay import Piece, Underlay

LEAST = 56  # px between the edge and the bars from which on names are shown
MOST = 180  # px of a name
GAP = 8  # px beside names
DOT = 6  # px
SMALL = 0.85  # times the size of the window's font
WITH_GAP = 1.15  # times the height of a line, to the next one at least


class Named(NamedTuple):
    """A name that stands in the margin, and the highlights that it is about: several where not all have room."""

    place: QRectF
    words: str
    highlights: tuple[int, ...]


class MarginNames:
    """Knows where which names stand; that follows from each line alone, so that parts can be painted anew."""

    def __init__(self, view: QTextEdit, underlay: Underlay) -> None:
        self._view, self._underlay = view, underlay
        self.shown = True  # where there is room

    @property
    def room(self) -> float:
        """The px there are for names; 0 where none are shown."""
        room = min(float(MOST), self._underlay.bar_left - 2 * GAP)
        return room if self.shown and room >= LEAST else 0.0

    def paint(self, painter: QPainter, area: QRect, page: Page, theme: Theme) -> None:
        """Draw the names in an area of the viewport."""
        if not self.room or area.left() > self._underlay.bar_left:
            return
        font, chosen = _font(), self._underlay.selected
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for place, words, highlights in self._within(area, page):
            painter.setPen(QColor(theme.text if chosen in highlights else theme.secondary))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() - DOT - GAP)
            box = place.adjusted(0, 0, -DOT - GAP, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            middle = QPointF(place.right() - DOT / 2, place.center().y())
            dot = QRectF(middle.x() - DOT / 2, middle.y() - DOT / 2, DOT, DOT)
            painter.fillRect(dot, self._underlay.color_of(highlights[0]))

    def at(self, point: QPoint, page: Page) -> list[int]:
        """The highlights of the name at a point of the viewport."""
        if not self.room or point.x() > self._underlay.bar_left:
            return []
        around = QRect(point, point).adjusted(0, -1, 0, 1)
        here = (found.highlights for found in self._within(around, page) if found.place.contains(point))
        return [highlight for highlights in here for highlight in highlights]

    def _within(self, area: QRect, page: Page) -> Iterator[Named]:
        """The names beside the lines that meet an area of the viewport."""
        offset, height = self._view.verticalScrollBar().value(), QFontMetricsF(_font()).height()
        reach = area.adjusted(0, -round(height), 0, round(height))
        for block, _, top in blocks_between(self._view, reach.top() + offset, reach.bottom() + offset):
            pieces = self._underlay.highlights.in_paragraph(block.blockNumber())
            begun = [each for each in pieces if self._begins(each, block.position())]
            starts = [each.start for each in begun]
            for line in lines_in(block, top - offset, reach) if begun else ():
                here = begun[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
                yield from self._beside(line, [each.highlight for each in here], height, page)

    def _begins(self, piece: Piece, origin: int) -> bool:
        """Whether a highlight begins in the paragraph, and does not only go on in it."""
        return self._underlay.highlights.all[piece.highlight][0] == origin + piece.start

    def _beside(self, line: VisibleLine, here: list[int], height: float, page: Page) -> Iterator[Named]:
        """What stands beside a line: a name below the other; the last one also says how many had no room."""
        first = sorted(here, key=lambda each: each != self._underlay.selected)
        names = [(each, words) for each in first if (words := names_of(page, each))]
        rows = max(1, int(line.height * WITH_GAP // height))
        right = self._underlay.bar_left - GAP
        y = line.y + (line.height - height * min(rows, len(names))) / 2
        for row, (highlight, words) in enumerate(names[:rows]):
            rest = [each for each, _ in names[rows:]] if row == rows - 1 else []
            said = f"{words} +{len(rest)}" if rest else words
            yield Named(QRectF(right - self.room, y + row * height, self.room, height), said, (highlight, *rest))


def _font() -> QFont:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * SMALL)
    return font


def names_of(page: Page, highlight: int) -> str:
    """The names of a highlight's tags, each as short as it may be; empty if it has none."""
    found = page.by_id.get(highlight)
    return listed(page.tree.label(tag) for tag in (found.tags if found else ()) if tag in page.tree.by_id)
