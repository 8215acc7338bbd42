"""How many articles saved searches and collections have, counted in the background whenever that may have changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.models.background import Background
from reader.models.list_items import ListItems
from reader.services import lists
from reader.session import Session
from reader.storage import collections
from reader.storage.library import Library

PAUSE_MS = 300  # after a change, since many may follow one another; at least
SHARE = 4  # times as long as it last took to count: so a large library does not count all the time
CACHE_KB = 16_000  # of the index in memory


class ListCounts(QObject):
    """Says the numbers to both models; where they cannot be read, those that are known stay."""

    _counted = Signal(object, object, object)  # the Library; numbers by the ids of saved searches, and of collections

    def __init__(self, session: Session, saved: ListItems, collected: ListItems, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._saved, self._collected = saved, collected
        self._busy = self._again = False  # it is counted; and something changed meanwhile
        self._background = Background(session, CACHE_KB, self)
        self._took = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.count)
        self._counted.connect(self._on_counted)
        session.changed.connect(self._on_changed)
        session.left.connect(self._stop)
        session.closing.connect(self._stop)
        QTimer.singleShot(0, self, self.count)

    def count(self) -> None:
        """Count; or once more, after the counting that is under way."""
        self._again = self._busy
        if self._busy or not (self._saved.rowCount() or self._collected.rowCount()):
            return
        self._busy = True
        self._took.start()
        self._background.start(partial(self._work, self._session.library), self._on_refused)

    def _work(self, library: Library, db: Database, job: Job) -> None:
        self._counted.emit(library, lists.search_counts(db, advance=job.go_on), collections.counts(db))

    def _on_counted(self, library: Library, saved: dict[int, int | None], collected: dict[int, int]) -> None:
        if library is self._session.library:
            self._saved.show_counts(saved)
            self._collected.show_counts(collected)
            self._end()

    def _on_refused(self, _error: ReaderError) -> None:
        self._end()  # others tell of it, who read the same file

    def _end(self) -> None:
        self._busy = False
        self._timer.setInterval(max(PAUSE_MS, SHARE * self._took.elapsed()))
        if self._again:
            self._timer.start()

    def _on_changed(self, change: Change) -> None:
        if change and not self._timer.isActive():
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._busy = self._again = False
