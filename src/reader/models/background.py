"""Questions to the library on another thread, through a connection of their own that stays open between them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.change import EVERYTHING
from reader.domain.errors import LibraryError, ReaderError
from reader.jobs import Job, Stopped
from reader.session import Session
from reader.storage import indexing
from reader.storage.connection import keep_in_memory, settle_with
from reader.storage.failures import is_of_index, told

T = TypeVar("T")


class Background(QObject):
    """Starts one job after the other for its owner, and lets the library go when the session does.

    `kilobytes` of the file are kept in memory, at the most.
    """

    _emptied = Signal()  # the search index

    def __init__(self, session: Session, kilobytes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kilobytes = kilobytes
        self._lock = threading.Lock()  # of the connection, which one job at a time uses
        self._db: Database | None = None
        self._jobs: set[Job] = set()
        self._emptied.connect(self._on_emptied)
        session.left.connect(self.stop)
        session.closing.connect(self.stop)

    def start(
        self, work: Callable[[Database, Job], Any], refuse: Callable[[ReaderError], object] | None = None
    ) -> None:
        """Let work be done, which tells what it found by signals; `refuse` is told why it could not."""
        job = Job(partial(self._run, work))
        self._jobs.add(job)
        job.ended.connect(partial(self._jobs.discard, job))
        if refuse is not None:
            job.failed.connect(refuse)
        job.start()

    def cancel(self) -> None:
        """End all jobs, also in the middle of a question."""
        for job in [*self._jobs]:
            job.cancel()
        self._jobs.clear()
        if self._db is not None and self._lock.locked():
            self._db.conn.interrupt()

    def stop(self) -> None:
        """End all jobs, and let the library go."""
        self.cancel()
        with self._lock:
            if self._db is not None:
                self._db.close()
            self._db = None

    def _run(self, work: Callable[[Database, Job], T], job: Job) -> T:
        with self._lock:
            if job.cancelled:
                raise Stopped
            try:
                with told(self._session.path):
                    return self._asked(work, job)
            except (LibraryError, sqlite3.OperationalError):
                if job.cancelled:  # SQLite was interrupted, which is no failure
                    raise Stopped from None
                raise

    def _asked(self, work: Callable[[Database, Job], T], job: Job) -> T:
        """The answer; where the search index is damaged, that of an empty one, which somebody fills by and by."""
        db = self._connection()
        try:
            return work(db, job)
        except sqlite3.DatabaseError as error:
            if self._session.library.read_only or not is_of_index(error):
                raise
            indexing.start_over(db)
            self._emptied.emit()
            return work(db, job)

    def _on_emptied(self) -> None:
        """Those who index learn that there is something to do, and ask again once it is done."""
        self._session.tell(EVERYTHING)

    def _connection(self) -> Database:
        if self._db is None:
            self._db = self._session.library.connect()
            keep_in_memory(self._db, self._kilobytes)
            settle_with(self._db, None)  # nobody is to wait for what is indexed in passing
        return self._db
