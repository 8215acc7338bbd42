"""The heading of a group of the table of highlights that stays in sight while the rows of the group are scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from reader.models.marked_table import MarkedTable
from reader.widgets.marked_cells import FOLDING, MarkedCells


class GroupHeading(QWidget):
    """Lies over the rows at the upper edge, where the row of the heading itself has gone out of sight."""

    chosen = Signal(int)  # the row of the heading
    fold_wanted = Signal(int)

    def __init__(self, view: QTableView, table: MarkedTable, cells: MarkedCells) -> None:
        super().__init__(view.viewport())
        self.setObjectName("groupHeading")
        self._view, self._table, self._cells = view, table, cells
        self._row = -1
        self.hide()

    @property
    def lower_edge(self) -> int:
        """How many px of the rows it lies over."""
        return 0 if self.isHidden() else self.geometry().bottom() + 1

    def place(self) -> None:
        """Follow the rows; the heading of the next group pushes it out."""
        rows, view = self._table.rows, self._view
        first = view.rowAt(0)
        row = rows.heading_row(first) if 0 <= first < len(rows) else None
        if row is None or view.rowViewportPosition(row) >= 0:
            self.hide()
            return
        high, following = view.rowHeight(row), rows.heading_after(row)
        top = 0 if following is None else min(0, view.rowViewportPosition(following) - high)
        self._row = row
        self.setGeometry(0, top, view.viewport().width(), high)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as its row is."""
        heading = self._table.heading(self._row) if self._row < len(self._table.rows) else None
        if heading is None:
            return
        option = QStyleOptionViewItem()
        option.rect, option.font, option.widget = self.rect(), self._view.font(), self._view
        option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
        if self._view.selectionModel().isSelected(self._table.index(self._row, 0)):
            option.state |= QStyle.StateFlag.State_Selected
        self._cells.paint_group(QPainter(self), option, heading)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on its sign folds the group, one elsewhere goes to the row of the heading."""
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.position().x() < FOLDING:
            self.fold_wanted.emit(self._row)
        else:
            self.chosen.emit(self._row)
