"""Painting the rows of passages that would be highlighted: a line of words, and the title of the article below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.models.examples import EXAMPLE
from reader.services.highlighting import Example
from reader.theme import Theme, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring
from reader.widgets.snippets import paint_snippet

PAD_X, PAD_Y = 8, 4  # px
Index = QModelIndex | QPersistentModelIndex


class ExampleRows(QStyledItemDelegate):
    """All rows are alike high."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(80, 2 * line_height(option.font) + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme, found, ground = self._theme, index.data(EXAMPLE), ground_of(option.state, self._theme)
        painter.save()
        paint_ground(painter, option.rect, option.state, theme)
        if isinstance(found, Example):
            height = line_height(option.font)
            area = QRect(option.rect).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
            area.setHeight(height)
            color = QColor(words_color(theme, theme.text, ground))
            paint_snippet(painter, area, option.font, found.words, 1, color, theme)
            painter.setFont(option.font)
            painter.setPen(words_color(theme, theme.secondary, ground))
            cut = Qt.TextElideMode.ElideMiddle
            title = QFontMetrics(option.font).elidedText(found.title, cut, area.width())
            side = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(area.translated(0, height), side, title)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(theme.border))
        paint_ring(painter, option.rect, option, theme)
        painter.restore()
