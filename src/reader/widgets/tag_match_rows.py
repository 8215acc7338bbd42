"""The rows of tags to choose from, painted: a tick, the tag's colour, its path with the name, its key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from reader.domain.tag import COLORS
from reader.models.tag_matches import ABOVE, DIGIT, HUE

ROW, TICK, DOT, GAP = 28, 16, 10, 8  # px
NAME_SHARE = 0.6  # of the width that the name may take before the path above it is given up
Index = QModelIndex | QPersistentModelIndex


class TagMatchRows(QStyledItemDelegate):
    """Paints what `models.tag_matches` gives, in the colours of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(120, max(ROW, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        shown = QStyleOptionViewItem(option)
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, shown, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(GAP, 0, -GAP, 0)
        left = self._paint_tick(painter, area, option, index, style)
        hue = index.data(HUE)
        if hue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLORS.get(hue, hue)))
            painter.drawEllipse(left, area.center().y() - DOT // 2 + 1, DOT, DOT)
            left += DOT + GAP
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        weak = strong if chosen else option.palette.color(QPalette.ColorRole.PlaceholderText)
        right = _paint_digit(painter, area, index.data(DIGIT) or "", weak, option)
        path = QRect(left, area.top(), max(10, right - left), area.height())
        _paint_path(painter, path, index, (weak, strong), option)
        painter.restore()

    def _paint_tick(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index, style: QStyle
    ) -> int:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return area.left()
        box = QStyleOptionButton()
        box.rect = QRect(area.left(), area.center().y() - TICK // 2 + 1, TICK, TICK)
        flags = QStyle.StateFlag
        checked = Qt.CheckState(state) == Qt.CheckState.Checked
        box.state = flags.State_Enabled | (flags.State_On if checked else flags.State_Off)
        box.palette = option.palette
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)
        if Qt.CheckState(state) == Qt.CheckState.PartiallyChecked:  # for which the style sheet has no picture
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.accent())
            painter.drawRoundedRect(box.rect.adjusted(4, 4, -4, -4), 2, 2)
        return area.left() + TICK + GAP


def _paint_digit(painter: QPainter, area: QRect, digit: str, color: QColor, option: QStyleOptionViewItem) -> int:
    """The key of a tag at the right; where the room before it ends."""
    if not digit:
        return area.right()
    metrics = option.fontMetrics
    width = metrics.horizontalAdvance(digit) + 8
    box = QRect(area.right() - width, area.center().y() - metrics.height() // 2 + 1, width, metrics.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 0.5))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
    return box.left() - GAP


def _paint_path(
    painter: QPainter, area: QRect, index: Index, colors: tuple[QColor, QColor], option: QStyleOptionViewItem
) -> None:
    """The name in full where it fits, and before it what fits of the path above, from its end."""
    metrics, (weak, strong) = option.fontMetrics, colors
    base = area.center().y() + (metrics.ascent() - metrics.descent()) // 2 + 1
    name, above = index.data(Qt.ItemDataRole.DisplayRole) or "", index.data(ABOVE) or ""
    room = area.width() - min(metrics.horizontalAdvance(name), round(area.width() * NAME_SHARE))
    left = area.left()
    painter.setFont(option.font)
    if above:
        above = metrics.elidedText(above, Qt.TextElideMode.ElideLeft, room)
        painter.setPen(weak)
        painter.drawText(left, base, above)
        left += metrics.horizontalAdvance(above)
    painter.setPen(strong)
    name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(10, area.right() - left))
    painter.drawText(left, base, name)
