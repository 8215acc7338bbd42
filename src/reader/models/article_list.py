"""The list of articles: holds the id of every one, and only the rows that were looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.article import ArticleRow
from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.query import ArticleQuery
from reader.domain.wanted import QueryError, Wanted, fields
from reader.languages import listed
from reader.models.searches import Answer, Searches
from reader.models.staying import with_staying
from reader.services.searching import FoundArticle
from reader.session import Session
from reader.storage import articles

ROW = Qt.ItemDataRole.UserRole  # the ArticleRow
FOUND = Qt.ItemDataRole.UserRole + 1  # the FoundArticle; None where nothing is searched for, or it is looked for yet
PAGE = 60  # rows read at once
NOTHING: Mapping[int, FoundArticle] = {}
Index = QModelIndex | QPersistentModelIndex


class ArticleList(QAbstractListModel):
    """The articles that a query means, in its order.

    An article that is read, or loses its star, stays in the list of the unread or the starred ones, also over later
    readings, in another order and with other filters: nothing vanishes from under the reader, and the same key
    takes it back. So does the open one, whatever another window does to it. They leave once a scope is chosen
    anew. What goes to the trash leaves at once.

    What a search means is found in the background; until then the list stays as it was. One that asks for fields,
    such as tag:, is found again when something changes. Then those articles stay that `held` names, such as the
    open one, though they are not what is searched for any more; they leave when it names them no longer, or something
    else is listed. Where one of the fields is is:, what was read or lost its star stays until then. What is taken out
    of a collection leaves at once, too.
    """

    counted = Signal()  # the number of articles may have changed
    refused = Signal(object)  # a ReaderError: what is searched for cannot be
    searched = Signal()  # what was searched for is listed, or is refused

    def __init__(self, session: Session, query: ArticleQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._query = query
        self._ids: list[int] = []
        self._rows: dict[int, ArticleRow | None] = {}  # None: it is gone, or cannot be read
        self._found: dict[int, FoundArticle | None] = {}  # None: it is being looked into
        self._stale: set[int] = set()  # of those that were found: they are to be looked into again
        self.staying: frozenset[int] = frozenset()  # listed, but not what is searched for any more
        self.held: Callable[[], Collection[int]] = tuple
        self._still: set[int] = set()  # that changed since they were searched for with is:
        self._taken_out = False  # of a collection, perhaps: on purpose, so that nothing stays
        self._wanted: ArticleQuery | None = None  # that is searched for, but not listed yet
        self.searches = Searches(session, self)
        self.searches.answered.connect(self._on_answer)
        self.searches.refused.connect(self._on_refusal)
        self.searches.looked.connect(self._on_looked)
        session.changed.connect(self._on_changed)
        self.reload()

    @property
    def query(self) -> ArticleQuery:
        """What is listed, or will be once it is found."""
        return self._wanted or self._query

    @property
    def searching(self) -> bool:
        """Whether what is wanted is not found yet."""
        return self._wanted is not None

    def set_query(self, query: ArticleQuery) -> None:
        """List something else, or in another order."""
        if query != self.query:
            self._list(query)

    def reload(self) -> None:
        """Read which articles are meant again."""
        self._list(self.query)

    def _list(self, query: ArticleQuery) -> None:
        """List what a query means; where that cannot be read, all stays as it is."""
        if query.wanted is not None:
            self._search(query)
            return
        self.searches.cancel()
        self._wanted = None
        ids = self._session.ids(query)
        if ids is not None:
            self.staying = frozenset()
            self._show(query, ids)

    def _search(self, query: ArticleQuery) -> None:
        self._wanted = query = replace(query)  # another one, by which its answer is told from that of an earlier asking
        # What was to be looked into is not any more: rows that are painted ask for it again.
        self._found = {article: found for article, found in self._found.items() if found is not None}
        self._stale = set(self._found)
        self.searches.ask(query)

    def _show(self, query: ArticleQuery, ids: list[int], found: Mapping[int, FoundArticle] = NOTHING) -> None:
        if query == self._query and ids == self._ids:
            self._read_rows_again()
        elif query == self._query and self._ids and ids[: len(self._ids)] == self._ids:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        else:
            self._set(query, ids, found)
        self.counted.emit()

    def _on_answer(self, answer: Answer) -> None:
        if answer.query is not self._wanted:
            return
        if not answer.whole and answer.query == self._query:
            return  # read again: what is listed stays until all of it is known
        if answer.query == self._query:
            staying = self._left_behind(answer.ids)
        else:
            staying = frozenset()
            self._still.clear()
        if answer.whole:
            self._wanted, self._taken_out = None, False
        self.staying = staying
        self._show(answer.query, with_staying(self._ids, answer.ids, staying) if staying else answer.ids, answer.found)
        if answer.whole:
            self.searched.emit()

    def _left_behind(self, found: Sequence[int]) -> frozenset[int]:
        """What is listed and to stay, but not found again; not what was moved into the trash, or out of it."""
        staying = self._still.union(() if self._taken_out else self.held())
        missing = staying.intersection(self._ids).difference(found)
        where = self._session.read(lambda db: articles.trashed(db, [*missing]), {}) if missing else {}
        return frozenset(each for each, trashed in where.items() if trashed == (self._query.scope == "trash"))

    def let_go(self) -> None:
        """Let those leave that only stayed because they were held, and are not any more."""
        leaving = self.staying.difference(self._still, self.held()) if self.staying else self.staying
        if leaving:
            self.staying -= leaving
            self._set(self._query, [each for each in self._ids if each not in leaving])
            self.counted.emit()

    @property
    def count(self) -> int:
        """How many articles the query means, without those that only stay."""
        return len(self._ids) - len(self.staying)

    def _on_refusal(self, query: ArticleQuery, error: ReaderError) -> None:
        if query is self._wanted:
            self._wanted = None
            if query == self._query and isinstance(error, QueryError):  # it asks for a tag that is gone since
                self.staying = frozenset()
                self._set(query, [])
            self._say_changed()
            self.refused.emit(error)
            self.searched.emit()

    def found(self, position: int) -> FoundArticle | None:
        """Where the words that are searched for stand in the article of a row; None as long as that is not known."""
        article = self._ids[position]
        if self._query.wanted is not None and (article not in self._found or article in self._stale):
            first = position - position % PAGE
            page = self._ids[first : first + PAGE]
            part = [each for each in page if each not in self._found or each in self._stale]
            self._found = dict.fromkeys(part) | self._found  # what is known of them is shown until then
            self._stale.difference_update(part)
            self.searches.look_into(part, self._query.wanted)
        return self._found.get(article)

    def _on_looked(self, wanted: Wanted, found: dict[int, FoundArticle]) -> None:
        if wanted == self._query.wanted:
            self._found.update(found)
            self._say_changed()

    def clear(self, query: ArticleQuery) -> None:
        """List nothing until the next reading, which lists what this query means."""
        self.searches.cancel()
        self._wanted, self.staying = None, frozenset()
        self._set(query, [])

    def _set(self, query: ArticleQuery, ids: list[int], found: Mapping[int, FoundArticle] = NOTHING) -> None:
        self.beginResetModel()
        self._rows.clear()
        if query.wanted != self._query.wanted:
            self._found, self._stale = {}, set()
        self._found.update(found)
        self._stale.difference_update(found)
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
            also = self._query.also | wanted.intersection(self._ids)
            self._query = replace(self._query, also=also)
            if self._wanted is not None:
                self._search(replace(self._wanted, also=self._wanted.also | also))

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles can be dragged to a collection."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and its words for those who hear it read."""
        if role == ROW:
            return self.row(index.row())
        if role == FOUND:
            return self.found(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.row(index.row())
            return found.title if found else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            found = self.row(index.row())
            return listed(filter(None, (found.title, found.source, found.published))) if found else ""
        return None

    def _on_changed(self, change: Change) -> None:
        self.keep(change.articles)
        if change.all:
            self._stale.update(self._found)
        self._stale.update(change.articles & self._found.keys())
        again = change.all or change.listed or any(change.tags & set(group) for group in self._query.tags)
        asked = {each.name for each in fields(self.query.wanted)}
        if again or asked:  # what is asked for may be another one now
            if change.lists and "in" in asked:
                self._taken_out = True
                self._still -= change.articles
            elif "is" in asked:
                self._still |= change.articles.intersection(self._ids)
            self.reload()
            if not self.searching:
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
        self._say_changed()

    def _say_changed(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
