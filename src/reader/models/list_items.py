"""The saved searches, or the collections, of a library as rows, with their numbers of articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.lists import Collection, SavedSearch
from reader.models import dragged
from reader.models.tag_items import COUNT
from reader.session import Session

NamedList = SavedSearch | Collection
Index = QModelIndex | QPersistentModelIndex


class ListItems(QAbstractListModel):
    """Lists by name, which `read` gives, again whenever one was changed. Articles can be dropped on collections."""

    dropped = Signal(object, object)  # a Collection, and the ids of articles

    def __init__(self, session: Session, read: Callable[[Database], Sequence[NamedList]], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._read = session, read
        self._lists: list[NamedList] = []
        self._counts: Mapping[int, int | None] = {}
        self.icon = QIcon()
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Take the lists as the library has them now."""
        found = list(self._session.read(self._read, []))
        if found != self._lists:
            self.beginResetModel()
            self._lists = found
            self.endResetModel()

    def show_counts(self, counts: Mapping[int, int | None]) -> None:
        """Say how many articles are in each, by id; None or none: it is not known."""
        self._counts = counts
        if self._lists:
            self.dataChanged.emit(self.index(0), self.index(len(self._lists) - 1))

    def at(self, row: int) -> NamedList | None:
        """The list of a row."""
        return self._lists[row] if 0 <= row < len(self._lists) else None

    def row_of(self, query: str) -> int:
        """The row of the list that this query lists; -1 if there is none."""
        return next((row for row, each in enumerate(self._lists) if each.query == query), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self._lists)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its name, its icon, its number, and what it looks for or is for."""
        found = self.at(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self.icon
        if role == COUNT:
            return self._counts.get(found.id)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return found.query if isinstance(found, SavedSearch) else found.description
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A collection takes articles."""
        takes = Qt.ItemFlag.ItemIsDropEnabled if isinstance(self.at(index.row()), Collection) else Qt.ItemFlag(0)
        return super().flags(index) | takes

    def mimeTypes(self) -> list[str]:
        """What can be dropped."""
        return [dragged.TYPE]

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Say which articles were dropped on which collection."""
        found, ids = self.at(parent.row()), dragged.unpacked(self._session.path, data)
        if isinstance(found, Collection) and ids:
            self.dropped.emit(found, ids)
        return False  # there is no row to be made for them

    def _on_changed(self, change: Change) -> None:
        if change.all or change.lists:
            self.refresh()
