"""The lines of a page that are not in the text: as high as all of them together, with a button at each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.icons import icon
from reader.theme import Theme, words_color
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring, wrapped

LINES = 6  # of a paragraph that are shown
SIGN, PAD_X, PAD_Y = 18, 8, 4  # px
Index = QModelIndex | QPersistentModelIndex


class LeftOutList(QListWidget):
    """Says which lines are to be pulled in."""

    pull_wanted = Signal(list)  # their numbers
    row_shown = Signal(QRect)  # the row that keys went to

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("leftOut")
        self._rows = _Rows(theme, self)
        self._fits = False  # as high as its lines
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        KeyFocus(self)
        self.currentRowChanged.connect(self._on_row)

    def fill(self, lines: Sequence[str], row: int) -> None:
        """Show these lines, the one in a row as the current one."""
        self._fits = False
        self.clear()
        self.addItems(list(lines))
        self.setCurrentRow(min(row, len(lines) - 1))

    def fit(self, width: int) -> None:
        """Be as high as all lines are in a width, px."""
        if (self.count() and not self._fits) or width != self._rows.width:
            self._fits, self._rows.width = True, width
            self.scheduleDelayedItemsLayout()
            height = sum(self.sizeHintForRow(row) for row in range(self.count()))
            self.setFixedHeight(height + 2 * self.frameWidth() + 4)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self.viewport().update()

    def pull_selected(self) -> None:
        """Ask for the lines that are chosen."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        if rows:
            self.pull_wanted.emit(rows)

    def _on_row(self, row: int) -> None:
        if row >= 0 and self.hasFocus():
            self.row_shown.emit(self.visualItemRect(self.item(row)))

    def _at_sign(self, point: QPoint) -> int:
        """The row whose button is at a point; -1 if none is."""
        row = self.indexAt(point).row()
        return row if row >= 0 and point.x() >= self.viewport().width() - SIGN - 2 * PAD_X else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return pulls the chosen lines in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pull_selected()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button of a line pulls that in."""
        super().mouseReleaseEvent(event)
        if (row := self._at_sign(event.position().toPoint())) >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pull_wanted.emit([row])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls, with all that is under it."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the button does."""
        if isinstance(event, QHelpEvent):
            said = self.tr("Pull in") if self._at_sign(event.pos()) >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)


class _Rows(QStyledItemDelegate):
    """A line with a plus at its end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 400  # px of a row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words."""
        lines = len(self._lines(option, index)) or 1
        return QSize(self.width, lines * line_height(option.font) + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        theme, area = self.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ground_of(option.state, theme)
        paint_ground(painter, area, option.state, theme, radius=4)
        paint_ring(painter, area, option, theme, radius=4)
        painter.setFont(option.font)
        painter.setPen(words_color(theme, theme.secondary, ground))
        step, metrics = line_height(option.font), option.fontMetrics
        base = area.top() + PAD_Y + (step - metrics.height()) // 2 + metrics.ascent()
        for number, words in enumerate(self._lines(option, index)):
            painter.drawText(area.left() + PAD_X, base + number * step, words)
        color = QColor(theme.accent if ground else theme.secondary).name()
        sign = QRect(area.right() - PAD_X - SIGN, area.top() + PAD_Y + (step - SIGN) // 2, SIGN, SIGN)
        icon("mdi6.plus-circle-outline", color).paint(painter, sign)
        painter.restore()

    def _lines(self, option: QStyleOptionViewItem, index: Index) -> list[str]:
        words = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole)).split())
        return wrapped(words, option.font, self.width - 3 * PAD_X - SIGN, LINES)
