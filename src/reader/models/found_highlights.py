"""The highlights, or the notes, that are what is searched for: found in the background, as is what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.domain.wanted import Wanted
from reader.jobs import Job
from reader.languages import listed
from reader.models.background import Background
from reader.services import searching
from reader.services.searching import FoundHighlight, FoundNote
from reader.session import Session
from reader.storage import highlights, notes
from reader.storage.finding import Place

FOUND = Qt.ItemDataRole.UserRole  # the FoundHighlight or FoundNote; None as long as it is looked for
PLACES: tuple[Place, ...] = ("highlights", "notes")
PAGE = 60  # rows looked for at once
PAUSE_MS = 300  # after a change, since many may follow one another
CACHE_KB = 16_000  # of the index in memory
Index = QModelIndex | QPersistentModelIndex
Found = FoundHighlight | FoundNote


class FoundHighlights(QAbstractListModel):
    """Counts both places, and has the rows of the one that is shown, if one is.

    What is in an article that is read, or loses its star, stays where `is:` asks for that, as far as it was looked at,
    until something else is looked for.
    """

    counted = Signal()  # the numbers may be others
    _answered = Signal(object, object, object, object)  # the ArticleQuery, the place, its ids, and numbers by place
    _looked = Signal(object, object, object)  # what was wanted, the place, and Found by owner

    def __init__(self, session: Session, parent: QObject, *, newest: bool = False) -> None:
        """`newest`: notes that were changed last come first, else they stand in the order of their articles."""
        super().__init__(parent)
        self._newest = newest
        self._query: ArticleQuery | None = None
        self._place: Place | None = None
        self._ids: list[Owner] = []
        self._counts = dict.fromkeys(PLACES, 0)
        self._found: dict[Owner, Found | None] = {}  # None: it is being looked for
        self._stale: set[Owner] = set()  # of those that were found: they are to be looked for again
        self._shown: Wanted | None = None  # what they were found for
        self._background = Background(session, CACHE_KB, self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self._answered.connect(self._on_answer)
        self._looked.connect(self._on_looked)
        session.changed.connect(self._on_changed)
        session.left.connect(lambda: self.search(None))

    def search(self, query: ArticleQuery | None) -> None:
        """Look for something else, in the highlights of other articles; None for nothing."""
        if query is not None:
            query = replace(query, sort="published", descending=True)  # whatever order the articles have
            if self._query is not None and query.question == self._query.question:
                query = replace(query, still=self._query.still)
        if query != self._query:
            self._query = query
            self._ask()

    def show_place(self, place: Place | None) -> None:
        """Have the rows of quotes, or those of notes; None: of neither."""
        if place != self._place:
            self.beginResetModel()
            self._place, self._ids = place, []
            self._found.clear()
            self.endResetModel()
            if place is not None:
                self._ask()

    @property
    def place(self) -> Place | None:
        """Of which place it has the rows."""
        return self._place

    @property
    def searched(self) -> bool:
        """Whether only some are looked for."""
        return self._query is not None and self._query.wanted is not None

    def count(self, place: Place) -> int:
        """How many are found in a place."""
        return self._counts[place]

    @property
    def ids(self) -> Sequence[Owner]:
        """The highlights that are listed, or those whose notes are, in their order.

        A later search leaves this sequence as it is.
        """
        return self._ids

    def at(self, position: int) -> Found | None:
        """What is in a row; None as long as it is looked for."""
        ids = self._ids
        if not 0 <= position < len(ids) or self._query is None or self._place is None:
            return None
        if ids[position] not in self._found or ids[position] in self._stale:
            first = position - position % PAGE
            part = [each for each in ids[first : first + PAGE] if each not in self._found or each in self._stale]
            self._found = dict.fromkeys(part) | self._found  # what is known of them is shown until then
            self._stale.difference_update(part)
            self._background.start(partial(self._look, part, self._query.wanted, self._place))
        return self._found.get(ids[position])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are found in the place that is shown."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What was found, and its words for those who hear it read."""
        found = self.at(index.row())
        if role == FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return listed(filter(None, (found.snippet.text, found.title, found.published))) if found else ""
        return None

    # ---- in the background

    def _ask(self) -> None:
        self._timer.stop()
        self._background.cancel()
        if self._query is None:
            self._show([], dict.fromkeys(PLACES, 0))
        else:
            work = partial(self._search, self._query, self._place)
            self._background.start(work, partial(self._refuse, self._query, self._place))

    def _search(self, query: ArticleQuery, place: Place | None, db: Database, job: Job) -> None:
        """Only numbers are needed of what is not shown, which is both while articles are listed."""
        ids = list[Owner]()
        if place == "notes":
            ids = notes.search(db, query, newest=self._newest)
        elif place is not None:
            ids = [Owner("highlight", each) for each in highlights.search(db, query, place)]
        counts = {each: len(ids) for each in PLACES if each == place}
        for each in (each for each in PLACES if each != place and not job.cancelled):
            counts[each] = (
                notes.number_found(db, query) if each == "notes" else highlights.number_found(db, query, each)
            )
        if not job.cancelled:
            self._answered.emit(query, place, ids, counts)

    def _refuse(self, query: ArticleQuery, place: Place | None, _error: ReaderError) -> None:
        self._on_answer(query, place, [], dict.fromkeys(PLACES, 0))  # the list of articles says why

    def _on_answer(self, query: ArticleQuery, place: Place | None, ids: list[Owner], counts: dict[Place, int]) -> None:
        if (query, place) == (self._query, self._place):
            self._show(ids, counts)

    def _show(self, ids: list[Owner], counts: dict[Place, int]) -> None:
        self._counts = counts
        wanted = self._query.wanted if self._query is not None else None
        known = self._found if wanted == self._shown else {}
        self._found = {each: found for each, found in known.items() if found is not None}
        self._stale, self._shown = set(self._found), wanted
        if ids == self._ids:
            self._say_changed()
        else:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        self.counted.emit()

    def _say_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _look(self, ids: list[Owner], wanted: Wanted | None, place: Place, db: Database, job: Job) -> None:
        found: dict[Owner, Found] = {}
        if place == "notes":
            found.update((each.owner, each) for each in searching.found_notes(db, ids, wanted))
        else:
            quoted = searching.found_highlights(db, [each.id for each in ids], wanted)
            found.update((Owner("highlight", each.highlight.id), each) for each in quoted)
        if not job.cancelled:
            self._looked.emit(wanted, place, found)

    def _on_looked(self, wanted: Wanted | None, place: Place, found: dict[Owner, Found]) -> None:
        if self._query is not None and (wanted, place) == (self._query.wanted, self._place):
            self._found.update(found)
            self._say_changed()

    def _on_changed(self, change: Change) -> None:
        if self._query is not None and change:
            seen = (self._found[each] for each in set(self._found).intersection(self._ids))
            still = change.articles.intersection(found.article for found in seen if found is not None)
            self._query = replace(self._query, still=self._query.still | still)
            self._timer.start()
