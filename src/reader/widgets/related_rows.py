"""Painting the rows of related articles: title, source and day, the words that both share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.models.related_list import RELATED
from reader.services.relating import Related
from reader.theme import Theme, words_color
from reader.widgets.byline import BETWEEN
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring, wrapped

PAD_X, PAD_Y = 14, 7  # px
GAP = 8  # px between what stands beside one another
LINES = 2  # of a title at most
LONGEST = 300  # characters of a title that are looked at
SMALL = 0.88  # times the size of the title
Index = QModelIndex | QPersistentModelIndex


class RelatedRows(QStyledItemDelegate):
    """Paints a Related. Another print has "Compare" at the right, which can be clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.width = 0  # px of the list, for which titles are broken

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs."""
        found = index.data(RELATED) if index.isValid() else None
        lines = len(self._title(found, option.font)) if isinstance(found, Related) else 1
        return QSize(120, lines * line_height(option.font) + 2 * line_height(_small(option.font)) + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        found, area = index.data(RELATED), QRect(option.rect)
        painter.save()
        paint_ground(painter, area, option.state, self.theme)
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(self.theme.border))
        if isinstance(found, Related):
            self._paint_row(painter, area, option.font, found, ground_of(option.state, self.theme))
        paint_ring(painter, area, option, self.theme)
        painter.restore()

    def compare_area(self, area: QRect, font: QFont, found: Related) -> QRect:
        """Where in the area of a row "Compare" stands; empty for what is no other print."""
        if not found.reprint:
            return QRect()
        small = _small(font)
        width = QFontMetrics(small).horizontalAdvance(compare_words()) + 2 * GAP
        height = line_height(small) + PAD_Y
        top = area.bottom() - PAD_Y // 2 - 2 * line_height(small) - PAD_Y // 2
        return QRect(area.right() - PAD_X - width + GAP, top, width, height)

    def _paint_row(self, painter: QPainter, area: QRect, font: QFont, found: Related, ground: str) -> None:
        theme, small = self.theme, _small(font)
        left, top, room = area.left() + PAD_X, area.top() + PAD_Y, area.width() - 2 * PAD_X
        text, secondary, accent = (words_color(theme, each, ground) for each in _colors(theme))
        for line in self._title(found, font):
            _draw(painter, QRect(left, top, room, line_height(font)), font, text, line)
            top += line_height(font)
        compare = self.compare_area(area, font, found)
        if not compare.isEmpty():
            place = QRect(compare.left() + GAP, top, compare.width(), line_height(small))
            _draw(painter, place, small, accent, compare_words())
        facts = BETWEEN.join(filter(None, (_kind(found), found.row.source, found.row.published[:10])))
        _draw(painter, QRect(left, top, room - compare.width(), line_height(small)), small, secondary, facts)
        top += line_height(small)
        _draw(painter, QRect(left, top, room, line_height(small)), small, accent, BETWEEN.join(found.shared))

    def _title(self, found: Related, font: QFont) -> list[str]:
        return wrapped(found.row.title[:LONGEST] or "—", font, max(60, self.width - 2 * PAD_X), LINES)


def compare_words() -> str:
    """What is clicked to see two prints side by side."""
    return QCoreApplication.translate("RelatedRows", "Compare")


def _kind(found: Related) -> str:
    return QCoreApplication.translate("RelatedRows", "Reprint") if found.reprint else ""


def _colors(theme: Theme) -> tuple[str, str, str]:
    return theme.text, theme.secondary, theme.accent


def _draw(painter: QPainter, area: QRect, font: QFont, color: QColor, words: str) -> None:
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(color)
    base = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QPointF(area.left(), base), shown)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
