"""Into which collection articles are to go: one that there is, found by typing, or a new one of that name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.lists import Collection, key
from reader.domain.tag import NAME_LIMIT, tidy
from reader.icons import icon
from reader.widgets.fitting import resize_within
from reader.widgets.problem import Problem

COLLECTION = Qt.ItemDataRole.UserRole  # None: the one that would be made
SIZE = QSize(400, 360)  # px
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
# A collection, None for a new one, and what was typed, to what is wrong with that: empty if nothing is.
Store = Callable[[Collection | None, str], str]


class CollectionPicker(QDialog):
    """Arrows walk through the list while typing goes on. It closes once `store` had nothing to say against it."""

    def __init__(self, collections: Sequence[Collection], count: int, store: Store, parent: QWidget) -> None:
        """`count`: how many articles are to go there."""
        super().__init__(parent)
        self.setObjectName("collectionPicker")
        self.setWindowTitle(self.tr("Add %Ln article(s) to a collection", "", count))
        self._collections, self._store = collections, store
        self.field = QLineEdit(self)
        self.field.setObjectName("collectionField")
        self.field.setMaxLength(NAME_LIMIT * 2)
        self.field.setPlaceholderText(self.tr("Find or make a collection"))
        self.field.setAccessibleName(self.tr("Find or make a collection"))
        self.list = QListWidget(self)
        self.list.setObjectName("collectionMatches")
        self.list.setAccessibleName(self.tr("Matching collections"))
        self.list.setUniformItemSizes(True)
        self.problem = Problem("problem", self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = QPushButton(self.tr("Add"), self)
        self._add.setDefault(True)
        self.buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (self.field, self.list, self.problem, self.buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._search()
        resize_within(self, SIZE)
        self.field.setFocus()

    def accept(self) -> None:
        """Close once it is stored; say why it cannot be."""
        item = self.list.currentItem()
        words = self._store(item.data(COLLECTION), tidy(self.field.text())) if item is not None else ""
        if item is not None and not words:
            super().accept()
            return
        self.problem.show_problem(words)
        self.field.setFocus()

    def _search(self) -> None:
        """Show those that have every word typed in their names, the nearest first; then the one that could be made."""
        typed, name = key(self.field.text()), tidy(self.field.text())
        found = [each for each in self._collections if all(word in key(each.name) for word in typed.split())]
        found.sort(key=lambda each: (key(each.name) != typed, not key(each.name).startswith(typed)))
        self.problem.hide()
        self.list.clear()
        for each in found:
            self._put(each.name, each)
        if typed and typed not in (key(each.name) for each in found):
            self._put(self.tr("Make the collection “{name}”").format(name=name), None)
        self.list.setCurrentRow(0)
        self._add.setEnabled(self.list.count() > 0)

    def _put(self, words: str, collection: Collection | None) -> None:
        name = "mdi6.layers-outline" if collection is not None else "mdi6.plus"
        item = QListWidgetItem(icon(name), words, self.list)
        item.setData(COLLECTION, collection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows mean the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in STEPS:
            row = self.list.currentRow() + STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)
