"""Searches in the background, each of which ends the one before; so a list follows the typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.query import ArticleQuery
from reader.domain.wanted import Wanted, parse
from reader.jobs import Job, Stopped
from reader.models.background import Background
from reader.services import searching
from reader.services.searching import FoundArticle
from reader.session import Session
from reader.storage import articles

FIRST = 60  # articles that are shown before all are known
SEEN, AT_ONCE = 20, 0.05  # of them, which may be in sight; seconds that looking into them may take
CACHE_KB = 64_000  # of the index in memory: a second search is then three times as fast as with what SQLite takes


@dataclass(frozen=True, slots=True)
class Answer:
    """The articles that a query means, in order; `whole` unless more are still looked for.

    `found` are the first ones, by id, as far as looking into them took no time to speak of.
    """

    query: ArticleQuery
    ids: list[int]
    whole: bool
    found: dict[int, FoundArticle] = field(default_factory=dict)


class Searches(QObject):
    """Asks the library through a connection of its own, on another thread."""

    answered = Signal(object)  # an Answer, twice where there are many
    refused = Signal(object, object)  # the ArticleQuery, and the ReaderError that says what is wrong
    looked = Signal(object, object)  # what was wanted, and FoundArticle by id

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(session, CACHE_KB, self)

    def prepare(self) -> None:
        """Do in advance what takes long at the first search: open a connection, read what folds characters."""
        self._background.start(lambda db, _job: articles.ids(db, ArticleQuery(wanted=parse("一"), limit=1)))

    def ask(self, query: ArticleQuery) -> None:
        """Look for articles; what was looked for before no longer is."""
        self.cancel()
        self._background.start(partial(self._search, query), partial(self.refused.emit, query))

    def look_into(self, ids: Sequence[int], wanted: Wanted) -> None:
        """Look where the words stand in some articles that were found."""
        self._background.start(partial(self._look, list(ids), wanted))

    def cancel(self) -> None:
        """Look for nothing any more."""
        self._background.cancel()

    def _search(self, query: ArticleQuery, db: Database, job: Job) -> None:
        first = articles.ids(db, replace(query, limit=FIRST))
        whole = len(first) < FIRST
        end = monotonic() + AT_ONCE
        # Now, since all that follows waits until the whole is known.
        found = searching.found_articles(db, first[:SEEN], query.wanted, lambda: job.cancelled or monotonic() > end)
        self._tell(job, Answer(query, first, whole, found))
        if not whole:
            self._tell(job, Answer(query, articles.ids(db, query), True))

    def _tell(self, job: Job, answer: Answer) -> None:
        if job.cancelled:
            raise Stopped
        self.answered.emit(answer)

    def _look(self, ids: list[int], wanted: Wanted, db: Database, job: Job) -> None:
        found = searching.found_articles(db, ids, wanted, lambda: job.cancelled)
        if not job.cancelled:
            self.looked.emit(wanted, found)
