"""The list of articles: holds the id of every one, and only the rows that were looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.article import ArticleRow
from reader.domain.change import Change
from reader.domain.query import ArticleQuery
from reader.languages import listed
from reader.session import Session
from reader.storage import articles

ROW = Qt.ItemDataRole.UserRole  # the ArticleRow
PAGE = 60  # rows read at once
Index = QModelIndex | QPersistentModelIndex


class ArticleList(QAbstractListModel):
    """The articles that a query means, in its order.

    An article that is read, or loses its star, stays in the list of the unread or the starred ones, also over later
    readings, in another order and with other filters: nothing vanishes from under the reader, and the same key
    takes it back. So does the open one, whatever another window does to it. They leave once a scope is chosen
    anew. What goes to the trash leaves at once.
    """

    counted = Signal()  # the number of articles may have changed

    def __init__(self, session: Session, query: ArticleQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._query = query
        self._ids: list[int] = []
        self._rows: dict[int, ArticleRow | None] = {}  # None: it is gone, or cannot be read
        session.changed.connect(self._on_changed)
        self.reload()

    @property
    def query(self) -> ArticleQuery:
        """What is listed."""
        return self._query

    def set_query(self, query: ArticleQuery) -> None:
        """List something else, or in another order."""
        if query != self._query:
            self._list(query)

    def reload(self) -> None:
        """Read which articles are meant again."""
        self._list(self._query)

    def _list(self, query: ArticleQuery) -> None:
        """List what a query means; where that cannot be read, all stays as it is."""
        ids = self._session.ids(query)
        if ids is None:
            return
        if query == self._query and ids == self._ids:
            self._read_rows_again()
        else:
            self._set(query, ids)
        self.counted.emit()

    def clear(self, query: ArticleQuery) -> None:
        """List nothing until the next reading, which lists what this query means."""
        self._set(query, [])

    def _set(self, query: ArticleQuery, ids: list[int]) -> None:
        self.beginResetModel()
        self._rows.clear()
        self._query, self._ids = query, ids
        self.endResetModel()

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all that are listed, in their order; a later reading leaves this sequence as it is."""
        return self._ids

    def positions_of(self, articles: Iterable[int]) -> list[int]:
        """The rows of those articles that are listed, from top to bottom."""
        wanted = set(articles)
        return [position for position, article in enumerate(self._ids) if article in wanted]

    def id_at(self, position: int) -> int | None:
        """The article in a row, or None."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def position_of(self, article: int | None) -> int | None:
        """The row of an article, or None if it is not listed."""
        try:
            return self._ids.index(article) if article is not None else None
        except ValueError:
            return None

    def keep(self, wanted: frozenset[int]) -> None:
        """Let those of these articles that are listed stay, also when they are no longer unread or starred."""
        if wanted and self._query.scope in articles.KEEPING:
            self._query = replace(self._query, also=self._query.also | wanted.intersection(self._ids))

    def gone(self, article: int) -> bool:
        """Whether an article left: destroyed, or moved into or out of the trash; not only filtered out."""
        rows = self._session.read(lambda db: articles.rows(db, [article]), None)
        if rows is None:
            return False
        found = rows.get(article)
        return found is None or found.trashed != (self._query.scope == "trash")

    def row(self, position: int) -> ArticleRow | None:
        """What is shown in a row; None if the article is gone since, or cannot be read."""
        wanted = self._ids[position]
        if wanted not in self._rows:
            first = position - position % PAGE
            part = self._ids[first : first + PAGE]
            found = self._session.read(lambda db: articles.rows(db, part), None) or {}
            self._rows.update({article: found.get(article) for article in part})
        return self._rows.get(wanted)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many articles are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and its words for those who hear it read."""
        if role == ROW:
            return self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.row(index.row())
            return found.title if found else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            found = self.row(index.row())
            return listed(filter(None, (found.title, found.source, found.published))) if found else ""
        return None

    def _on_changed(self, change: Change) -> None:
        self.keep(change.articles)
        if change.all or change.listed or any(change.tags & set(group) for group in self._query.tags):
            self.reload()
            return
        if change.tags and not change.articles:  # a colour or a name: dots of any row
            self._read_rows_again()
            return
        for article in change.articles & self._rows.keys():
            del self._rows[article]
            position = self.position_of(article)
            if position is not None:
                self.dataChanged.emit(self.index(position), self.index(position))

    def _read_rows_again(self) -> None:
        self._rows.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
