"""The rows of the sidebar, painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.tag import COLORS
from reader.models.tag_items import COUNT, DIGIT, HUE
from reader.theme import Theme, words_color
from reader.widgets.row_painting import ground_of, paint_drop, paint_ground, paint_ring, takes_drop

ROW = 30  # px
Index = QModelIndex | QPersistentModelIndex


class SideRows(QStyledItemDelegate):
    """A row with an icon or a tag's dot, a name and a number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(120, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, area = self.theme, QRect(option.rect)
        area.adjust(0 if index.data(HUE) else 6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ground_of(option.state, theme)
        paint_ground(painter, area, option.state, theme, radius=6)
        paint_ring(painter, area, option, theme, radius=6)
        if takes_drop(option, index.row()):
            paint_drop(painter, area, theme, radius=6)
            ground = theme.hover
        left = self._paint_sign(painter, area, index)
        right = area.right() - 8
        metrics = option.fontMetrics
        painter.setFont(option.font)
        base = area.center().y() + (metrics.ascent() - metrics.descent()) // 2
        painter.setPen(words_color(theme, theme.secondary, ground))
        count = index.data(COUNT)
        if count:
            words = f"{count:,}"
            right -= metrics.horizontalAdvance(words)
            painter.drawText(right, base, words)
            right -= 8
        digit = index.data(DIGIT)
        if digit:
            right -= metrics.horizontalAdvance(digit) + 8
            box = QRect(right, area.center().y() - metrics.height() // 2, metrics.horizontalAdvance(digit) + 8, 0)
            box.setHeight(metrics.height())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.border))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(words_color(theme, theme.secondary, ground))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
            right -= 6
        painter.setPen(words_color(theme, theme.text, ground))
        name = index.data(Qt.ItemDataRole.DisplayRole) or ""
        painter.drawText(left, base, metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(10, right - left)))
        painter.restore()

    def _paint_sign(self, painter: QPainter, area: QRect, index: Index) -> int:
        hue = index.data(HUE)
        middle = area.center().y()
        if hue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLORS.get(hue, hue)))
            painter.drawEllipse(area.left() + 4, middle - 4, 10, 10)
            return area.left() + 22
        found = index.data(Qt.ItemDataRole.DecorationRole)
        if found is not None:
            found.paint(painter, QRect(area.left() + 8, middle - 9, 18, 18))
        return area.left() + 34
