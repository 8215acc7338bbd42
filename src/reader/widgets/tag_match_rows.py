"""The rows of tags to choose from, painted: a tick, the tag's colour, its path with the name, its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QToolTip,
)

from reader.domain.tag import COLORS, SEPARATOR
from reader.models.tag_matches import ABOVE, DIGIT, HUE
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tips import escaped

ROW, TICK, DOT, GAP = 28, 16, 10, 8  # px
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

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell the whole path of the tag under the mouse."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), escaped(_path(index)) if index.isValid() else "", view.viewport())
        return True

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
    """The name, and before it the path of what stands above, each in its colour, as much as there is room for."""
    metrics, (weak, strong) = option.fontMetrics, colors
    base = area.center().y() + (metrics.ascent() - metrics.descent()) // 2 + 1
    path = shortened_path(_path(index), area.width(), metrics.horizontalAdvance)
    above, slash, name = path.rpartition(SEPARATOR) if index.data(ABOVE) else ("", "", path)
    painter.setFont(option.font)
    painter.setPen(weak)
    painter.drawText(area.left(), base, above + slash)
    painter.setPen(strong)
    painter.drawText(area.left() + metrics.horizontalAdvance(above + slash), base, name)


def _path(index: Index) -> str:
    """What a row says where there is room for all of it."""
    return (index.data(ABOVE) or "") + (index.data(Qt.ItemDataRole.DisplayRole) or "")
