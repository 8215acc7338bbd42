"""How many passages and articles have each tag or one below it: at once as a sum, and soon each counted once.

A passage with two tags of one branch is in the sum twice. How many are is counted in the background: among a hundred
thousand highlights that takes a quarter of a second.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.tag import TagTree
from reader.jobs import Job
from reader.models.background import Background
from reader.session import Session
from reader.storage import tags
from reader.storage.library import Library

PAUSE_MS = 150  # after a change, since many may follow one another; at least
SHARE = 4  # times as long as it last took to count
CACHE_KB = 8_000  # of the library in memory


class TagCounts(QObject):
    """The numbers of the tree as it is now; `changed` says that they were counted anew."""

    changed = Signal()
    _found = Signal(object, object)  # the Library, and what the sums of its tags have more

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._more: dict[int, int] = {}  # that are in the sums, by the ids of tags
        self._tree: TagTree | None = None
        self._totals: dict[int, int] = {}
        self._busy = self._again = False
        self._background = Background(session, CACHE_KB, self)
        self._took = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.count)
        self._found.connect(self._on_found)
        session.changed.connect(self._on_changed)
        for over in (session.left, session.closing):
            over.connect(self._stop)
        self._timer.start()

    def totals(self) -> dict[int, int]:
        """The numbers by the ids of tags."""
        tree = self._session.tree()
        if tree is not self._tree:
            self._tree, self._totals = tree, tree.totals(self._more)
        return self._totals

    def count(self) -> None:
        """Count anew in the background; or once more, after the counting that is under way."""
        self._again = self._busy
        if not self._busy and len(self._session.tree()) > 1:
            self._busy = True
            self._took.start()
            self._background.start(partial(self._work, self._session.library), self._on_refused)

    def _work(self, library: Library, db: Database, _job: Job) -> None:
        self._found.emit(library, tags.tree(db).counted_again(tags.together(db)))

    def _on_found(self, library: Library, more: dict[int, int]) -> None:
        if library is self._session.library:
            if more != self._more:
                self._more, self._tree = more, None
                self.changed.emit()
            self._end()

    def _on_refused(self, _error: ReaderError) -> None:
        self._end()  # others tell of it, who read the same file

    def _end(self) -> None:
        self._busy = False
        self._timer.setInterval(max(PAUSE_MS, SHARE * self._took.elapsed()))
        if self._again:
            self._timer.start()

    def _on_changed(self, change: Change) -> None:
        if (change.all or change.tags or change.highlights or change.listed) and not self._timer.isActive():
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._busy = self._again = False
        self._more, self._tree = {}, None
