"""Counting in the background whenever a change may have changed the numbers, and not all the time."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.models.background import Background
from reader.session import Session
from reader.storage.library import Library

SHARE = 4  # times as long as it last took to count is waited at least, however large the library is


class Recounting(QObject):
    """What is counted, when, and who is told is for those that are made of it to say."""

    _found = Signal(object, object)  # the Library, and what was counted

    def __init__(self, session: Session, cache_kb: int, pause_ms: int, parent: QObject) -> None:
        """`pause_ms` is waited after a change, since many may follow one another."""
        super().__init__(parent)
        self._session, self._pause_ms = session, pause_ms
        self._busy = self._again = False  # it is counted; and something changed meanwhile
        self._background = Background(session, cache_kb, self)
        self._took = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(self.count)
        self._found.connect(self._on_found)
        session.changed.connect(self._on_changed)
        for over in (session.left, session.closing):
            over.connect(self._stop)

    def count(self) -> None:
        """Count anew; or once more, after the counting that is under way."""
        self._again = self._busy
        if not self._busy and self._wanted():
            self._busy = True
            self._took.start()
            self._background.start(partial(self._work, self._session.library), self._on_refused)

    def _wanted(self) -> bool:
        """Whether there is anything to count."""
        raise NotImplementedError

    def _matters(self, change: Change) -> bool:
        """Whether a change may have changed the numbers."""
        raise NotImplementedError

    def _counted(self, db: Database, job: Job) -> Any:
        """The numbers; in a thread of its own."""
        raise NotImplementedError

    def _take(self, found: Any) -> None:
        """Tell of what was counted."""
        raise NotImplementedError

    def _work(self, library: Library, db: Database, job: Job) -> None:
        self._found.emit(library, self._counted(db, job))

    def _on_found(self, library: Library, found: object) -> None:
        if library is self._session.library:
            self._take(found)
            self._end()

    def _on_refused(self, _error: ReaderError) -> None:
        self._end()  # others tell of it, who read the same file

    def _end(self) -> None:
        self._busy = False
        self._timer.setInterval(max(self._pause_ms, SHARE * self._took.elapsed()))
        if self._again:
            self._timer.start()

    def _on_changed(self, change: Change) -> None:
        if self._matters(change) and not self._timer.isActive():
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._busy = self._again = False
