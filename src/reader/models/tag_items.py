"""The tag tree as the sidebar shows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.domain.change import Change
from reader.domain.tag import Tag
from reader.session import Session

TAG = Qt.ItemDataRole.UserRole  # its id
COUNT = Qt.ItemDataRole.UserRole + 1  # highlights that have it
HUE = Qt.ItemDataRole.UserRole + 2  # a name from domain.tag.COLORS
DIGIT = Qt.ItemDataRole.UserRole + 3  # its key, or ""
UID = Qt.ItemDataRole.UserRole + 4
PATH = Qt.ItemDataRole.UserRole + 5  # with the names of those above it
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


class TagItems(QStandardItemModel):
    """All tags. Items are made again only when a tag came, went, moved or changed its name."""

    rebuilding = Signal()  # when `modelAboutToBeReset` is said, a view may have forgotten its current item already
    rebuilt = Signal()  # all items are there again

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[int, QStandardItem] = {}
        self._shown: dict[int, Tag] = {}  # as the items say
        self._shape: list[tuple[int, str, int | None, str]] = []
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Take the tags as the library has them now."""
        tree = self._session.tree()
        shape = [(tag.id, tag.uid, tag.parent, tag.name) for tag in tree]
        if shape != self._shape:
            self._shape = shape
            self.rebuilding.emit()
            self.clear()
            self._items = {}
            for tag in tree:
                above = self._items[tag.parent] if tag.parent is not None else self.invisibleRootItem()
                item = QStandardItem(tag.name)
                item.setEditable(False)
                for value, role in ((tag.id, TAG), (tag.uid, UID), (tree.path(tag.id), PATH)):
                    item.setData(value, role)
                self._items[tag.id] = item
                above.appendRow(item)
            self._shown = {}
            self.rebuilt.emit()
        for tag in tree:
            if tag != self._shown.get(tag.id):
                self._update(self._items[tag.id], tag)
        self._shown = tree.by_id

    def all(self) -> Iterable[QStandardItem]:
        """Every item, parents before their children."""
        return self._items.values()

    def index_of(self, tag: int | None) -> QModelIndex:
        """Where a tag stands; an index that is not valid if there is no such tag."""
        return self._items[tag].index() if tag in self._items else QModelIndex()

    def _update(self, item: QStandardItem, tag: Tag) -> None:
        known = ((tag.highlights, COUNT), (tag.color, HUE), (tag.shortcut, DIGIT), (tag.description, DESCRIPTION))
        for value, role in known:
            if item.data(role) != value:
                item.setData(value, role)

    def _on_changed(self, change: Change) -> None:
        if change.all or change.tags or change.highlights or change.listed:
            self.refresh()
