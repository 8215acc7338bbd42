"""Searches in the background, each of which ends the one before; so a list follows the typing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.errors import LibraryError, ReaderError
from reader.domain.query import ArticleQuery
from reader.domain.wanted import Wanted
from reader.jobs import Job, Stopped
from reader.services import searching
from reader.session import Session
from reader.storage import articles
from reader.storage.connection import keep_in_memory
from reader.storage.failures import told

FIRST = 60  # articles that are shown before all are known
CACHE_KB = 64_000  # of the index in memory: a second search is then three times as fast as with what SQLite takes
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """The articles that a query means, in order; `whole` unless more are still looked for."""

    query: ArticleQuery
    ids: list[int]
    whole: bool


class Searches(QObject):
    """Asks the library through a connection of its own, on another thread."""

    answered = Signal(object)  # an Answer, twice where there are many
    refused = Signal(object, object)  # the ArticleQuery, and the ReaderError that says what is wrong
    looked = Signal(object, object)  # what was wanted, and FoundArticle by id

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lock = threading.Lock()  # of the connection, which one job at a time uses
        self._db: Database | None = None
        self._job: Job | None = None
        self._others: set[Job] = set()
        session.left.connect(self.stop)
        session.closing.connect(self.stop)

    def ask(self, query: ArticleQuery) -> None:
        """Look for articles; what was looked for before no longer is."""
        self.cancel()
        self._job = self._start(partial(self._search, query), partial(self._refuse, query))

    def look_into(self, ids: Sequence[int], wanted: Wanted) -> None:
        """Look where the words stand in some articles that were found."""
        self._start(partial(self._look, list(ids), wanted), None)

    def cancel(self) -> None:
        """Look for nothing any more."""
        for job in [*self._others]:
            job.cancel()
        self._others.clear()
        self._job = None
        if self._db is not None and self._lock.locked():
            self._db.conn.interrupt()

    def stop(self) -> None:
        """Look for nothing any more, and let the library go."""
        self.cancel()
        with self._lock:
            if self._db is not None:
                self._db.close()
            self._db = None

    @property
    def busy(self) -> bool:
        """Whether something is looked for."""
        return self._job is not None

    def _start(self, work: Callable[[Database, Job], Any], refuse: Callable[[ReaderError], None] | None) -> Job:
        job = Job(partial(self._run, work))
        self._others.add(job)
        job.ended.connect(partial(self._others.discard, job))
        if refuse is not None:
            job.failed.connect(refuse)
        job.start()
        return job

    def _run(self, work: Callable[[Database, Job], T], job: Job) -> T:
        with self._lock:
            if job.cancelled:
                raise Stopped
            try:
                with told(self._session.path):
                    return work(self._connection(), job)
            except (LibraryError, sqlite3.OperationalError):
                if job.cancelled:  # SQLite was interrupted, which is no failure
                    raise Stopped from None
                raise

    def _connection(self) -> Database:
        if self._db is None:
            self._db = self._session.library.connect()
            keep_in_memory(self._db, CACHE_KB)
        return self._db

    def _search(self, query: ArticleQuery, db: Database, job: Job) -> None:
        first = articles.ids(db, replace(query, limit=FIRST))
        whole = len(first) < FIRST
        self._tell(job, Answer(query, first, whole))
        if not whole:
            self._tell(job, Answer(query, articles.ids(db, query), True))

    def _tell(self, job: Job, answer: Answer) -> None:
        if job.cancelled:
            raise Stopped
        self.answered.emit(answer)

    def _look(self, ids: list[int], wanted: Wanted, db: Database, job: Job) -> None:
        found = searching.found_articles(db, ids, wanted)
        if not job.cancelled:
            self.looked.emit(wanted, found)

    def _refuse(self, query: ArticleQuery, error: ReaderError) -> None:
        self.refused.emit(query, error)
