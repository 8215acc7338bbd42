"""A part of the sidebar below the tags: the saved searches, or the collections."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QToolButton, QToolTip, QVBoxLayout, QWidget

from reader.icons import icon
from reader.models.list_items import ListItems
from reader.theme import Theme
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.menu_place import menu_place
from reader.widgets.row_painting import DROP_ROW
from reader.widgets.side_rows import SideRows
from reader.widgets.tips import escaped

LEAST_ROWS = 1  # that are seen where there are more
PEEK = 4  # px below the last row


class SideLists(QWidget):
    """A title with a button for a new one, and below it as many rows as there are and room is.

    Enter or a click lists the articles, F2 edits, Del deletes, the menu key opens the menu of the current row.
    """

    chosen = Signal(object)  # a SavedSearch or a Collection
    new_wanted = Signal()
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)  # on the screen

    def __init__(self, items: ListItems, rows: SideRows, name: str) -> None:
        super().__init__()
        self.items = items
        self._most = 0  # px
        self._title = QLabel(self)
        self._title.setObjectName(f"{name}Title")
        self._add = QToolButton(self)
        self._add.setObjectName(f"{name}Add")
        self.view = _Lists(items, rows, name)
        self._line = line = QHBoxLayout()
        line.setContentsMargins(16, 6, 6, 2)
        line.addWidget(self._title, 1)
        line.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view)
        self._add.clicked.connect(self.new_wanted)
        for listed in (self.view.clicked, self.view.activated):
            listed.connect(lambda index: self.chosen.emit(items.at(index.row())))
        self.view.doubleClicked.connect(lambda index: self.edit_wanted.emit(items.at(index.row())))
        self.view.edit_wanted.connect(lambda row: self.edit_wanted.emit(items.at(row)))
        self.view.delete_wanted.connect(lambda row: self.delete_wanted.emit(items.at(row)))
        self.view.menu_wanted.connect(lambda row, at: self.menu_wanted.emit(items.at(row), at))
        items.modelReset.connect(self._fit)
        self._fit()

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self._add, self.view]

    def show_listed(self, query: str) -> None:
        """Show which one is listed: the one with this query, if there is one."""
        index = self.items.index(self.items.row_of(query)) if self.items.row_of(query) >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect if index.isValid() else flags.Clear)

    @property
    def title_height(self) -> int:
        """What stands above the rows takes so much, px."""
        return self._line.sizeHint().height() + PEEK

    def take_at_most(self, height: int) -> None:
        """Show no more rows than fit into this height, px, but LEAST_ROWS at least; the others are scrolled to."""
        self._most = height
        self._fit()

    def say(self, title: str, new: str) -> None:
        """Say in the window's language what these are, and what the button is for."""
        self._title.setText(title)
        self.view.setAccessibleName(title)
        self._add.setToolTip(new)
        self._add.setAccessibleName(new)

    def set_theme(self, theme: Theme, name: str) -> None:
        """Draw in the theme's colours; `name` is the icon of each row."""
        self._add.setIcon(icon("mdi6.plus", theme.text))
        self.items.icon = icon(name, theme.secondary)
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another font may need other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        rows, height = self.items.rowCount(), self.view.sizeHintForRow(0)
        self.view.setVisible(rows > 0)
        if rows:
            self.view.setFixedHeight(min(rows, max(LEAST_ROWS, self._most // height)) * height + PEEK)


class _Lists(QListView):
    edit_wanted = Signal(int)  # a row
    delete_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, items: ListItems, rows: SideRows, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setModel(items)
        self.setItemDelegate(rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)  # on a row, never between two
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        KeyFocus(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Del deletes."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the row that takes what is dragged over it look so."""
        super().dragMoveEvent(event)
        self._show_drop(self.indexAt(event.position().toPoint()).row() if event.isAccepted() else -1)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """None takes it any more."""
        super().dragLeaveEvent(event)
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """It was taken."""
        super().dropEvent(event)
        self._show_drop(-1)

    def _show_drop(self, row: int) -> None:
        self.setProperty(DROP_ROW, row if row >= 0 else None)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without the rectangle that Qt draws where something would be dropped; without that it takes nothing."""
        self.setDropIndicatorShown(False)
        super().paintEvent(event)
        self.setDropIndicatorShown(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        index, place = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(index.row(), place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole name of the row under the mouse, which may be cut, and what it looks for or is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleDescriptionRole)
            lines = "\n".join(words for role in roles if (words := index.data(role)))
            QToolTip.showText(event.globalPos(), escaped(lines) if index.isValid() else "", self.viewport())
            return True
        return super().viewportEvent(event)
