"""Work off the GUI thread, with progress and cancel."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from reader.domain.errors import ReaderError

log = logging.getLogger(__name__)
THREADS = 8  # at the least: jobs mostly wait, for the disk or for one another, and a short one not for a long one
UNEXPECTED = "Something went wrong inside Reader. Nothing stored was harmed; the details are in the log."


class Stopped(Exception):
    """Ends the work of a job that was cancelled; what it had open is closed on the way, a transaction is taken back."""


class Job(QObject):
    """One piece of background work. Its signals arrive on the thread that made it.

    `work(job)` runs on a pool thread. It touches no widget and no database connection
    but one it opens itself; it calls `job.advance` now and then, and returns early once
    `job.cancelled` is true, or calls `job.go_on`, which ends it then. Connect to methods of
    a QObject: Qt drops the connection, and so the late answer, when that object is gone. Who wants no answer any more
    drops the job. A job is nobody's child.
    """

    progressed = Signal(int, int)  # done, of how many
    finished = Signal(object)  # what work(job) returned
    failed = Signal(object)  # a ReaderError
    stopped = Signal()  # it was cancelled, and left nothing
    ended = Signal()  # after each of them
    _came = Signal(object, bool)  # on the thread of the work: what to emit on that of the job, also if it was dropped

    def __init__(self, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self._work = work
        self.begun = False  # the thread is at it
        self.cancelled = False
        self._dropped = False

    def start(self) -> None:
        """Queue the work; the job keeps itself alive until it ended."""
        # Python looks for cycles on whichever thread makes objects, and to free one of Qt's there ends the program.
        gc.disable()
        _running.add(self)
        self.progressed.connect(self._tidy)
        self._came.connect(self._emit)
        self.ended.connect(self._let_go)
        pool = QThreadPool.globalInstance()
        pool.setMaxThreadCount(max(THREADS, pool.maxThreadCount()))
        pool.start(_Run(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.cancelled = True

    def drop(self) -> None:
        """Cancel it, and tell nothing of it any more, also not what is on its way already, but that it has ended."""
        self.cancelled = self._dropped = True
        self.progressed.disconnect()
        self.progressed.connect(self._tidy)

    def advance(self, done: int, total: int) -> None:
        """Report progress; for use by the work."""
        self.progressed.emit(done, total)

    def go_on(self, done: int, total: int) -> None:
        """Report progress, or raise Stopped where the job was cancelled; for use by work that is all or nothing."""
        if self.cancelled:
            raise Stopped
        self.advance(done, total)

    def _run(self) -> None:
        self.begun = True
        try:
            self._came.emit(partial(self.finished.emit, self._work(self)), False)
        except Stopped:
            self._came.emit(self.stopped.emit, False)
        except ReaderError as error:
            self._came.emit(partial(self.failed.emit, error), False)
        except Exception:
            log.exception("a job failed")
            self._came.emit(partial(self.failed.emit, ReaderError("unexpected", UNEXPECTED)), False)
        finally:
            self._came.emit(self.ended.emit, True)

    def _emit(self, signal: Callable[[], None], always: bool) -> None:
        if always or not self._dropped:
            signal()

    def _tidy(self) -> None:
        """Look for cycles where this may be done; a job can last for minutes."""
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)

    def _let_go(self) -> None:
        _running.discard(self)
        if not _running:
            gc.enable()


class _Run(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._do = run

    def run(self) -> None:
        self._do()


_running: set[Job] = set()  # keeps the Python side of queued jobs alive


def wait_for_all(milliseconds: int) -> bool:
    """Cancel every job and wait for them; False if some still run after that time. For the end of the program."""
    for job in list(_running):
        job.cancel()
    return QThreadPool.globalInstance().waitForDone(milliseconds)
