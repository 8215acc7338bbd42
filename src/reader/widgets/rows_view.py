"""A list whose rows are painted by a delegate, also where there are a hundred thousand of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView


class RowsView(QTableView):
    """One column; unlike QListView it asks only for the rows that are seen.

    Rows have the height that the delegate gives for no row in particular, unless `fit_each` is called.
    """

    def __init__(self, model: QAbstractListModel, rows: QStyledItemDelegate, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setItemDelegate(rows)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit()
        self.setModel(model)

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

    def _height_of(self, index: QModelIndex) -> int:
        option = QStyleOptionViewItem()
        option.font = self.font()
        return self.itemDelegate().sizeHint(option, index).height()

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
        super().changeEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not to the first and last column."""
        last = self.model().rowCount() - 1
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(last, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; Qt would read every row to look for them."""
