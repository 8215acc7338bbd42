"""Painting the rows of found highlights and notes: two lines of what was found, tags and title of the article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.tag import COLORS
from reader.models.found_highlights import FOUND, Found
from reader.models.page import Hues
from reader.services.searching import FoundHighlight, FoundNote
from reader.session import Session
from reader.theme import Theme, line_color, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring
from reader.widgets.snippets import paint_snippet

PAD_X, PAD_Y = 14, 9  # px
BAR, GAP = 4, 8  # px: of the highlight's colour, and between that and the words
DOTS, DOT = 5, 7  # tags shown at most; px
LINES = 2  # of what was found
SMALL = 0.88  # times the size of what was found
Index = QModelIndex | QPersistentModelIndex


class FoundRows(QStyledItemDelegate):
    """Paints a FoundHighlight; all rows are of one height."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(200, LINES * line_height(option.font) + line_height(_small(option.font)) + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; nothing but its ground as long as its words are looked for."""
        found, theme, area = index.data(FOUND), self.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state, theme)
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(theme.border))
        if isinstance(found, FoundHighlight | FoundNote):
            inner = area.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
            painter.fillRect(QRect(inner.left(), inner.top(), BAR, inner.height()), self._bar_color(found))
            inner.setLeft(inner.left() + BAR + GAP)
            self._paint_words(painter, inner, option, found)
        paint_ring(painter, area, option, theme)
        painter.restore()

    def _bar_color(self, found: Found) -> QColor:
        """Of the highlight, or of the tag whose note it is; notes of articles have none of their own."""
        tree = self._session.tree()
        if found.highlight is not None:
            return line_color(self.theme, Hues(tree, self._session.people).of(found.highlight)[0])
        tag = tree.by_id.get(found.owner.id) if found.owner.kind == "tag" else None
        return QColor(self.theme.secondary) if tag is None else line_color(self.theme, COLORS.get(tag.color, tag.color))

    def _paint_words(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, found: Found) -> None:
        ground, small = ground_of(option.state, self.theme), _small(option.font)
        text = words_color(self.theme, self.theme.text, ground)
        height = LINES * line_height(option.font)
        place = QRect(area.left(), area.top(), area.width(), height)
        paint_snippet(painter, place, option.font, found.snippet, LINES, text, self.theme)
        line, metrics = line_height(small), QFontMetrics(small)
        top = area.top() + height
        left = self._paint_dots(painter, found, area.left(), top + (line - DOT) / 2)
        facts = " · ".join(filter(None, (found.title, found.published[:10])))
        painter.setFont(small)
        painter.setPen(words_color(self.theme, self.theme.secondary, ground))
        words = metrics.elidedText(facts, Qt.TextElideMode.ElideMiddle, area.right() - left)
        painter.drawText(QPointF(left, top + (line - metrics.height()) / 2 + metrics.ascent()), words)

    def _paint_dots(self, painter: QPainter, found: Found, left: int, top: float) -> int:
        """A dot for each tag; where the words behind them begin."""
        tree = self._session.tree()
        tags = [tree.by_id[tag] for tag in found.tags if tag in tree.by_id][:DOTS]
        painter.setPen(Qt.PenStyle.NoPen)
        for tag in tags:
            painter.setBrush(QColor(COLORS.get(tag.color, tag.color)))
            painter.drawEllipse(QRectF(left, top, DOT, DOT))
            left += DOT + 3
        return left + (GAP // 2 if tags else 0)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
