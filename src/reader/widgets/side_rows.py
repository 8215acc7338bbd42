"""The rows of the sidebar, painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reader.domain.tag import COLORS, NAME_LIMIT
from reader.models.tag_items import COUNT, DIGIT, HUE, OWN
from reader.theme import Theme, mixed, words_color
from reader.widgets.row_painting import ground_of, paint_drop, paint_ground, paint_ring, takes_drop

ROW = 30  # px
SIGNS = 3  # of a name that are seen before the number is, where it is long
BEFORE_NUMBER = 8  # px
EDGE = 6  # px left of the ground of a row in a list; in a tree there stands what folds it
FRAME = 0.45  # how much of the colour of a key is in the box round it
Index = QModelIndex | QPersistentModelIndex


def seen_of(option: QStyleOptionViewItem) -> QRect:
    """A row as far as it is seen to the right: a deep tree may be wider than its view."""
    area = QRect(option.rect)
    if isinstance(option.widget, QAbstractItemView):
        area.setRight(min(area.right(), option.widget.viewport().rect().right()))
    return area


class SideRows(QStyledItemDelegate):
    """A row with an icon or a tag's dot, if it has any, a name and a number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(120, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, area = self.theme, seen_of(option).adjusted(0, 1, -6, -1)
        tree = option.widget if isinstance(option.widget, QTreeView) else None
        row = QRect(area)  # as far to the left as it is seen
        row.setLeft(EDGE if tree is None else 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ground_of(option.state, theme)
        paint_ground(painter, row, option.state, theme, radius=6)
        if tree is not None:
            left = tree.columnViewportPosition(0)
            branches = QRect(left, option.rect.top(), option.rect.left() - left, option.rect.height())
            QTreeView.drawBranches(tree, painter, branches, index)
        paint_ring(painter, row, option, theme, radius=6)
        if takes_drop(option, index.row()):
            paint_drop(painter, row, theme, radius=6)
            ground = theme.hover
        left = self._paint_sign(painter, area, index)
        right = area.right() - 8
        metrics = option.fontMetrics
        painter.setFont(option.font)
        base = area.center().y() + (metrics.ascent() - metrics.descent()) // 2
        painter.setPen(words_color(theme, theme.secondary, ground))
        name = index.data(Qt.ItemDataRole.DisplayRole) or ""
        needed = min(metrics.horizontalAdvance(name), SIGNS * metrics.height())
        right = self._paint_number(painter, index, QPoint(left, base), right, needed, metrics)
        if digit := index.data(DIGIT):
            right = self._paint_digit(painter, digit, right, area, ground, metrics)
        painter.setPen(words_color(theme, theme.text, ground))
        painter.drawText(left, base, metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(10, right - left)))
        painter.restore()

    def _paint_number(
        self, painter: QPainter, index: Index, begin: QPoint, right: int, needed: int, metrics: QFontMetrics
    ) -> int:
        """How many there are, behind how many of its own where that is another number; where the room before it ends.

        Nothing where the name has not the room that it needs. The number with those below never stands without the
        slash, or it would look like one of its own.
        """
        count, own = index.data(COUNT), index.data(OWN)
        if not count:
            return right
        for words in (f"{count:,}",) if own in (None, count) else (f"{own:,} / {count:,}", f"/ {count:,}"):
            left = right - metrics.horizontalAdvance(words)
            if left - BEFORE_NUMBER - begin.x() >= needed:
                painter.drawText(left, begin.y(), words)
                return left - BEFORE_NUMBER
        return right

    def _paint_digit(
        self, painter: QPainter, digit: str, right: int, area: QRect, ground: str, metrics: QFontMetrics
    ) -> int:
        """The key of a tag, in a box; where the room before it ends."""
        color = words_color(self.theme, self.theme.secondary, ground)
        width = metrics.horizontalAdvance(digit) + 8
        box = QRect(right - width, area.center().y() - metrics.height() // 2, width, metrics.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(mixed(QColor(ground or self.theme.panel), color, FRAME))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(color)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
        return box.left() - 6

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for another name, in place."""
        editor = QLineEdit(parent)
        editor.setObjectName("nameInPlace")
        editor.setAccessibleName(self.tr("Name"))
        editor.setMaxLength(NAME_LIMIT * 2)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The name that there is; what somebody is typing stays, whatever is counted meanwhile."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified() and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field takes the place of the name and the number."""
        editor.setGeometry(seen_of(option).adjusted(18, 0, -4, 0))

    def _paint_sign(self, painter: QPainter, area: QRect, index: Index) -> int:
        hue = index.data(HUE)
        middle = area.center().y()
        if hue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLORS.get(hue, hue)))
            painter.drawEllipse(area.left() + 4, middle - 4, 10, 10)
            return area.left() + 22
        found = index.data(Qt.ItemDataRole.DecorationRole)
        if found is None:
            return area.left() + EDGE + 8
        found.paint(painter, QRect(area.left() + EDGE + 8, middle - 9, 18, 18))
        return area.left() + EDGE + 34
