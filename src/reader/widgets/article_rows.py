"""Painting the rows of the article list: two lines of title, one of facts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.article import ArticleRow
from reader.domain.tag import COLORS, TagTree
from reader.models.article_list import ROW
from reader.session import Session
from reader.theme import Theme

PAD_X, PAD_Y = 14, 9  # px
GUTTER = 12  # px at the left, for the dot of unread articles
DOTS = 5  # tags shown at most
DOT = 7  # px
LEADING = 3  # px between the lines of the title
SMALL = 0.88  # times the size of the title
Index = QModelIndex | QPersistentModelIndex


class ArticleRows(QStyledItemDelegate):
    """Paints an ArticleRow."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        metrics, small = QFontMetrics(option.font), QFontMetrics(_small(option.font))
        return QSize(200, 2 * (metrics.lineSpacing() + LEADING) + small.lineSpacing() + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        area: QRect = option.rect
        state = option.state
        theme = self.theme
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.selection))
            if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Active:
                painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.hover))
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(theme.border))
        if isinstance(row, ArticleRow):
            self._paint_row(painter, area, option.font, row, self._session.tree())
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRect, font: QFont, row: ArticleRow, tree: TagTree) -> None:
        theme, metrics = self.theme, QFontMetrics(font)
        left, right = area.left() + PAD_X + GUTTER, area.right() - PAD_X
        top = area.top() + PAD_Y
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            middle = top + metrics.lineSpacing() / 2
            painter.drawEllipse(QPointF(left - GUTTER + DOT / 2 - 3, middle), DOT / 2, DOT / 2)
        title = QFont(font)
        title.setWeight(QFont.Weight.Normal if row.read else QFont.Weight.DemiBold)
        painter.setPen(QColor(theme.text))
        _draw_two_lines(painter, title, row.title or "—", left, top, right - left)
        small = _small(font)
        facts = QFontMetrics(small)
        base = top + 2 * (metrics.lineSpacing() + LEADING)
        right = self._paint_right(painter, small, row, tree, right, base, facts)
        painter.setFont(small)
        painter.setPen(QColor(theme.secondary))
        day = row.published[:10]
        day = f" · {day}" if row.source and day else day
        room = max(20, right - left - 8 - facts.horizontalAdvance(day))  # the source is cut, never the date
        words = facts.elidedText(row.source, Qt.TextElideMode.ElideRight, room) + day
        painter.drawText(QPointF(left, base + facts.ascent()), words)

    def _paint_right(
        self, painter: QPainter, font: QFont, row: ArticleRow, tree: TagTree, right: int, base: int, facts: QFontMetrics
    ) -> int:
        """Star, number of highlights and dots of tags, from the right; where they begin."""
        theme = self.theme
        painter.setFont(font)
        if row.highlights:
            words = str(row.highlights)
            right -= facts.horizontalAdvance(words)
            painter.setPen(QColor(theme.secondary))
            painter.drawText(QPointF(right, base + facts.ascent()), words)
            right -= 6
        painter.setPen(Qt.PenStyle.NoPen)
        known = [tree.by_id[tag] for tag in row.tags if tag in tree.by_id][:DOTS]
        for tag in reversed(known):
            right -= DOT
            painter.setBrush(QColor(COLORS.get(tag.color, tag.color)))
            painter.drawEllipse(QRectF(right, base + (facts.height() - DOT) / 2, DOT, DOT))
            right -= 3
        if row.starred:
            right -= facts.horizontalAdvance("★") + 3
            painter.setPen(QColor(theme.accent))
            painter.drawText(QPointF(right, base + facts.ascent()), "★")
        return right


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def _draw_two_lines(painter: QPainter, font: QFont, words: str, left: int, top: int, width: int) -> None:
    """Wrap into two lines, the second one cut with an ellipsis."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(words[:300], font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    cut = first.textLength()
    layout.endLayout()
    painter.setFont(font)
    painter.drawText(QPointF(left, top + metrics.ascent()), layout.text()[:cut].rstrip())
    rest = words[cut : cut + 200].lstrip()
    if rest:
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(left, top + metrics.lineSpacing() + LEADING + metrics.ascent()), shown)
