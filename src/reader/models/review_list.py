"""The highlights that are to be looked at: the ids of all, and only the rows that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.session import Session
from reader.storage import reviews
from reader.storage.reviews import Review

PAGE = 60  # rows read at once
Index = QModelIndex | QPersistentModelIndex


class ReviewList(QAbstractListModel):
    """`words` says of each what its row shows."""

    def __init__(self, session: Session, words: Callable[[Review], str], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self._ids: Sequence[int] = ()
        self._rows: dict[int, Review] = {}

    def read(self, article: int | None) -> None:
        """List those of an article, or of all, as they are now."""
        self.beginResetModel()
        self._ids = self._session.read(lambda db: reviews.waiting(db, article), [])
        self._rows = {}
        self.endResetModel()

    @property
    def ids(self) -> Sequence[int]:
        """The highlights that are listed, in order. Reading again leaves this sequence as it is."""
        return self._ids

    def at(self, position: int) -> Review | None:
        """What is in a row; None if it is gone."""
        if not 0 <= position < len(self._ids):
            return None
        wanted = self._ids[position]
        if wanted not in self._rows:
            first = position - position % PAGE
            page = self._ids[first : first + PAGE]
            self._rows.update(self._session.read(lambda db: reviews.rows(db, page), {}))
        return self._rows.get(wanted)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row."""
        found = self.at(index.row()) if role == Qt.ItemDataRole.DisplayRole else None
        return None if found is None else self._words(found)
