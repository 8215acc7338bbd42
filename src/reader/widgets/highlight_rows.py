"""Painting the rows of the highlights panel: bar of colours, quote, tags, note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.highlight import Highlight
from reader.models.highlight_list import HIGHLIGHT, HighlightList
from reader.models.page import Hues
from reader.theme import Theme, line_color, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring, wrapped

PAD_X, PAD_Y = 14, 9  # px
BAR = 4  # px
GAP = 10  # px between bar and words
LONGEST = 300  # characters of a line that are looked at
LINES = 3  # of the quote
KEPT = 2_000  # quotes whose lines are kept
SMALL = 0.9  # times the size of the quote
Index = QModelIndex | QPersistentModelIndex


class HighlightRows(QStyledItemDelegate):
    """Paints a Highlight; rows are as high as they need to be."""

    def __init__(self, theme: Theme, width: int = 240) -> None:
        super().__init__()
        self.theme = theme
        self.width = width
        self._broken: dict[str, list[str]] = {}  # quotes into lines
        self._broken_for: tuple[str, int] = ("", 0)  # font and width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height for the width of the list."""
        line, small = line_height(option.font), line_height(_small(option.font))
        found = index.data(HIGHLIGHT) if index.isValid() else None
        if not isinstance(found, Highlight):  # no one in particular: a full row
            return QSize(self.width, 2 * PAD_Y + LINES * line + 2 * small)
        lines = len(self._lines(found.quote, option.font))
        height = 2 * PAD_Y + lines * line + small * (bool(found.tags) + bool(found.note.strip()))
        return QSize(self.width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        found, model = index.data(HIGHLIGHT), index.model()
        if not isinstance(found, Highlight) or not isinstance(model, HighlightList):
            return
        theme, area = self.theme, QRect(option.rect)
        painter.save()
        paint_ground(painter, area, option.state, theme)
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(theme.border))
        colors = Hues(model.tree, model.people).of(found)
        top, height = area.top() + PAD_Y, area.height() - 2 * PAD_Y
        for number, hue in enumerate(colors[:4]):
            begin = top + height * number // min(4, len(colors))
            end = top + height * (number + 1) // min(4, len(colors))
            painter.fillRect(QRect(area.left() + PAD_X, begin, BAR, end - begin), line_color(theme, hue))
        words = area.adjusted(PAD_X + BAR + GAP, PAD_Y, 0, 0)
        self._paint_words(painter, option.font, found, model, words.topLeft(), ground_of(option.state, theme))
        paint_ring(painter, area, option, theme)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, font: QFont, found: Highlight, model: HighlightList, at: QPoint, ground: str
    ) -> None:
        theme, small = self.theme, _small(font)
        tags, note = model.tags_of(found), " ".join(found.note_words[:LONGEST].split())
        lines = [(line, font, theme.text) for line in self._lines(found.quote, font)]
        lines += [(line, small, color) for line, color in ((tags, theme.accent), (note, theme.secondary)) if line]
        top = at.y()
        for line, chosen, color in lines:
            metrics, height = QFontMetrics(chosen), line_height(chosen)
            painter.setFont(chosen)
            painter.setPen(words_color(theme, color, ground))
            shown = metrics.elidedText(line[:LONGEST], Qt.TextElideMode.ElideRight, self._room())
            painter.drawText(QPointF(at.x(), top + (height - metrics.height()) / 2 + metrics.ascent()), shown)
            top += height

    def _lines(self, quote: str, font: QFont) -> list[str]:
        """The quote in at most LINES lines, the last one cut. Worked out once: a list is fitted again and again."""
        wanted = font.key(), self._room()
        if wanted != self._broken_for or len(self._broken) > KEPT:
            self._broken_for, self._broken = wanted, {}
        words = quote[: 2 * LONGEST]
        if words not in self._broken:
            self._broken[words] = wrapped(" ".join(words.split()), font, self._room(), LINES)
        return self._broken[words]

    def _room(self) -> int:
        return max(60, self.width - 2 * PAD_X - BAR - GAP)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
