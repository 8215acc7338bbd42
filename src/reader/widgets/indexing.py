"""Keeps the search index of the open library complete: what waits is indexed by a process beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.change import EVERYTHING
from reader.services.index_process import IndexProcess
from reader.session import Session
from reader.storage import indexing

WAIT_MS = 1_000  # after a change, which may be one of many
AGAIN_MS = 60_000  # after a process that ended before its work, such as where the library was busy
LOOK_MS = 200  # between two looks at how far it is


class Indexing(QObject):
    """Starts the process where there is something for it, and tells how far it is."""

    progressed = Signal(int, int)  # articles in the index, and how many there are; equal once it is complete

    def __init__(self, session: Session, window: QObject) -> None:
        super().__init__(window)
        self._session = session
        self._process: IndexProcess | None = None
        self._missing = False  # whether something waited when it began
        self._start = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._start.timeout.connect(self._go_on)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._look)
        session.changed.connect(lambda _: self._plan(WAIT_MS))
        session.opened.connect(lambda: self._plan(0))
        session.left.connect(self.stop)
        session.closing.connect(self.stop)
        self._plan(0)

    @property
    def busy(self) -> bool:
        """Whether the process is at work."""
        return self._process is not None

    def stop(self) -> None:
        """End it; the next time it goes on from where it was."""
        self._start.stop()
        self._watch.stop()
        if self._process is not None:
            self._process.stop()
            self._process = None
        self.progressed.emit(0, 0)

    def _plan(self, milliseconds: int) -> None:
        if self._process is None and not self._start.isActive():
            self._start.start(milliseconds)

    def _go_on(self) -> None:
        library = self._session.library
        if library.read_only or not self._session.read(indexing.has_work, False):
            return
        self._missing = not self._session.read(indexing.is_settled, True)
        self._process = IndexProcess(library.path)
        self._watch.start()
        self._tell(*self._session.read(indexing.waiting, (0, 0)))

    def _look(self) -> None:
        if self._process is None:
            return
        works = self._process.look()
        if self._process.progress is not None:
            done, total = self._process.progress
            self._tell(total - done, total)
        if works:
            return
        self._process = None
        self._watch.stop()
        if not self._session.read(indexing.is_settled, True):
            self._plan(AGAIN_MS)
            return
        self._tell(0, 0)
        if self._missing:
            self._session.tell(EVERYTHING)  # what is searched for may be found in more

    def _tell(self, missing: int, total: int) -> None:
        self.progressed.emit(total - missing, total)
