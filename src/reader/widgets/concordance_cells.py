"""Painting the cells of keyword in context: the hits under one another, with their contexts right beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.models.concordance import HIT, LEFT, RIGHT, TITLE
from reader.theme import Theme, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring

PAD = 8  # px beside the words of a cell
NEAR = 3  # px between a hit and its contexts
OUTSIDE = 10  # px: so far from a cell an edge is not to be seen in it
Index = QModelIndex | QPersistentModelIndex


class ConcordanceCells(QStyledItemDelegate):
    """Cuts what is too long at the end that is far from the hit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line of words."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        painter.save()
        paint_ground(painter, option.rect, option.state, self.theme)
        words, column, ground = str(index.data()), index.column(), ground_of(option.state, self.theme)
        if column == HIT:
            self._paint_hit(painter, option.rect, option.font, words)
        else:
            before, behind = NEAR if column == RIGHT else PAD, NEAR if column == LEFT else PAD
            area = option.rect.adjusted(before, 0, -behind, 0)
            # A context keeps the space beside its hit, so that a word that goes on is told from the next one.
            cut = Qt.TextElideMode.ElideLeft if column == LEFT else Qt.TextElideMode.ElideRight
            color = self.theme.text if column <= TITLE else self.theme.secondary
            painter.setFont(option.font)
            painter.setPen(words_color(self.theme, color, ground))
            side = Qt.AlignmentFlag.AlignRight if column == LEFT else Qt.AlignmentFlag.AlignLeft
            _draw(painter, area, side, words, cut)
        self._paint_ring(painter, option, index)
        painter.restore()

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The part of a cell in the ring round the row that has the focus."""
        table = option.widget
        if isinstance(table, QTableView) and index.row() == table.currentIndex().row() and table.hasFocus():
            whole, last = QStyleOptionViewItem(option), index.model().columnCount() - 1
            whole.state |= QStyle.StateFlag.State_HasFocus
            before, behind = OUTSIDE * (index.column() > LEFT), OUTSIDE * (index.column() < last)
            painter.setClipRect(option.rect)
            paint_ring(painter, option.rect.adjusted(-before, 0, behind, 0), whole, self.theme)

    def _paint_hit(self, painter: QPainter, area: QRect, font: QFont, words: str) -> None:
        painter.fillRect(area.adjusted(0, 1, 0, -1), QColor(self.theme.hit))
        painter.setFont(bold(font))
        painter.setPen(QColor(self.theme.text))
        _draw(
            painter,
            area.adjusted(NEAR, 0, -NEAR, 0),
            Qt.AlignmentFlag.AlignHCenter,
            words,
            Qt.TextElideMode.ElideMiddle,
        )


def _draw(painter: QPainter, area: QRect, side: Qt.AlignmentFlag, words: str, cut: Qt.TextElideMode) -> None:
    """Draw words on one line, as they are: no letter in them means a key."""
    fitting = painter.fontMetrics().elidedText(words, cut, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting)


def row_height(font: QFont) -> int:
    """Of every row, px."""
    return line_height(font) + 2 * NEAR


def bold(font: QFont) -> QFont:
    """The font of hits."""
    made = QFont(font)
    made.setBold(True)
    return made


def width_of_hit(font: QFont, words: str) -> int:
    """What a hit takes, px."""
    return QFontMetrics(bold(font)).horizontalAdvance(words) + 2 * NEAR + 2
