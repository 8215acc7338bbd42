"""A list whose rows are painted by a delegate, also where there are a hundred thousand of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.widgets.focus_ring import KeyFocus
from reader.widgets.menu_place import menu_place
from reader.widgets.row_painting import BY_MOUSE, RING

Move = QAbstractItemView.CursorAction


def selected_rows(view: QTableView) -> list[int]:
    """The selected rows from top to bottom. By ranges: Qt makes an index of each, 280 ms for a hundred thousand."""
    found = view.selectionModel().selection().toList()
    return sorted({row for each in found for row in range(each.top(), each.bottom() + 1)})


class WholeRows(QTableView):
    """Rows are selected as a whole; letters are commands, and look for none."""

    menu_wanted = Signal(QPoint)  # of what is selected; on the screen

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # so that none is measured

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return selected_rows(self)

    def selected_count(self) -> int:
        """How many rows are selected; told from where ranges of them begin and end, which may overlap."""
        count, below = 0, 0
        for top, bottom in sorted((each.top(), each.bottom()) for each in self.selectionModel().selection().toList()):
            count += max(0, bottom + 1 - max(top, below))
            below = max(below, bottom + 1)
        return count

    def select_rows(self, rows: Iterable[int]) -> None:
        """Let these rows, in ascending order, be those selected; the current one stays."""
        found, model = QItemSelection(), self.model()
        right = self.horizontalHeader().count() - 1
        for first, last in ranges(rows):
            found.append(QItemSelectionRange(model.index(first, 0), model.index(last, right)))
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def scroll_so(self, row: int, above: int) -> None:
        """Put a row at the upper edge, with so many pixels of it above that."""
        self.executeDelayedItemsLayout()  # after a reset the bar still goes as far as the rows before did
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) + above)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, where there is a row."""
        index, place = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not to the first and last column."""
        ends = {Move.MoveHome: 0, Move.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row to look for letters."""


class RowsView(WholeRows):
    """One column; unlike QListView it asks only for the rows that are seen.

    Rows have the height that the delegate gives for no row in particular, unless `fit_each` is called.
    """

    def __init__(self, model: QAbstractListModel, rows: QStyledItemDelegate, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(rows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.fit()
        self.setModel(model)
        self._packed: Callable[[], QMimeData] | None = None
        KeyFocus(self)

    def let_drag(self, packed: Callable[[], QMimeData]) -> None:
        """Let the selected rows be dragged elsewhere; `packed` gives what they stand for."""
        self._packed = packed
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag what is selected, without a picture of it: Qt would make an index and paint a row of each."""
        if self._packed is not None:
            drag = QDrag(self)
            drag.setMimeData(self._packed())
            drag.exec(Qt.DropAction.CopyAction)

    def fit(self) -> None:
        """Make the rows as high as the font needs."""
        height = self._height_of(QModelIndex())
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 3)

    def fit_each(self) -> None:
        """Make each row as high as its own content needs; takes time for every row."""
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self._height_of(self.model().index(row, 0)))

    def first_seen(self) -> tuple[int, int]:
        """The row at the upper edge, and how many pixels of it are above that; row -1 if there is none."""
        row = self.rowAt(0)
        return row, -self.rowViewportPosition(row)

    def _height_of(self, index: QModelIndex) -> int:
        option = QStyleOptionViewItem()
        option.font = self.font()
        return self.itemDelegate().sizeHint(option, index).height()

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where no row can show the focus, show it round all."""
        super().paintEvent(event)
        if self.hasFocus() and not self.property(BY_MOUSE) and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().accent().color(), RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))


def ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    if isinstance(rows, range):
        return [(rows.start, rows.stop - 1)] if rows else []
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found
