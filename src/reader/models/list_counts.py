"""How many articles saved searches and collections have, counted in the background whenever that may have changed."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import LibraryError
from reader.jobs import Job, Stopped
from reader.models.list_items import ListItems
from reader.services import lists
from reader.session import Session
from reader.storage import collections
from reader.storage.library import Library

PAUSE_MS = 300  # after a change, since many may follow one another; at least
SHARE = 4  # times as long as it last took to count: so a large library does not count all the time


@dataclass(frozen=True, slots=True)
class _Counted:
    """Numbers of articles, by the ids of saved searches and of collections of a library."""

    library: Library
    searches: dict[int, int | None]
    collections: dict[int, int]


class ListCounts(QObject):
    """Counts through a connection of its own, which is there only meanwhile; says the numbers to both models."""

    def __init__(self, session: Session, saved: ListItems, collected: ListItems, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._saved, self._collected = saved, collected
        self._job: Job | None = None
        self._again = False  # something changed while it was counted
        self._lock = threading.Lock()  # as long as there is a connection
        self._db: Database | None = None
        self._took = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.count)
        session.changed.connect(self._on_changed)
        session.left.connect(self.stop)
        session.closing.connect(self.stop)
        QTimer.singleShot(0, self, self.count)

    def count(self) -> None:
        """Count; or once more, after the counting that is under way."""
        self._again = self._job is not None
        if self._again or not (self._saved.rowCount() or self._collected.rowCount()):
            return
        self._job = Job(partial(self._work, self._session.library))
        self._job.finished.connect(self._on_counted)
        self._job.ended.connect(self._on_ended)
        self._took.start()
        self._job.start()

    def stop(self) -> None:
        """Count no more, and let the library go."""
        self._timer.stop()
        self._again = False
        if self._job is not None:
            self._job.cancel()
        with suppress(sqlite3.ProgrammingError):  # closed at this moment
            if (db := self._db) is not None:
                db.conn.interrupt()
        with self._lock:
            pass

    def _work(self, library: Library, job: Job) -> _Counted:
        with self._lock:
            if job.cancelled:
                raise Stopped
            try:
                with library.another() as db:
                    self._db = db
                    return _Counted(library, lists.search_counts(db, advance=job.go_on), collections.counts(db))
            except LibraryError as error:  # interrupted, or what others say who read the same file
                raise Stopped from error
            finally:
                self._db = None

    def _on_counted(self, counted: _Counted) -> None:
        if counted.library is self._session.library:
            self._saved.show_counts(counted.searches)
            self._collected.show_counts(counted.collections)

    def _on_ended(self) -> None:
        self._job = None
        self._timer.setInterval(max(PAUSE_MS, SHARE * self._took.elapsed()))
        if self._again:
            self._timer.start()

    def _on_changed(self, change: Change) -> None:
        if change and not self._timer.isActive():
            self._timer.start()
