"""What is done in the background, one after the other, where it can be stopped; then nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.session import Session
from reader.storage.connection import numbers
from reader.storage.journal import Advance
from reader.storage.library import Library
from reader.widgets.activity import Activity


def nothing(*_answer: object) -> None:
    """Do nothing more, such as where all of it is seen anyhow."""


@dataclass(frozen=True, slots=True)
class _Wish:
    job: Job
    library: Library
    then: Callable[[Any], object]
    otherwise: Callable[[], object]


class Wishes(QObject):
    """Performs edits on other threads, and tells the session what they changed."""

    failed = Signal(object)  # a ReaderError
    had_failed = Signal(object)  # the same once more, after others that may have covered what was said of it
    stopped = Signal()
    ended = Signal()  # after each, whatever became of it

    def __init__(self, session: Session, activity: Activity, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._activity = session, activity
        self._wishes: list[_Wish] = []  # in their order; of several the first is under way
        self._leave: Callable[[], object] | None = None  # what waits until all are done
        self._failed: tuple[Library, ReaderError] | None = None  # with others behind it

    @property
    def working(self) -> bool:
        """Whether one is under way."""
        return any(wish.job.begun for wish in self._wishes)

    @property
    def waiting(self) -> bool:
        """Whether one is under way or yet to come."""
        return bool(self._wishes)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether one may leave now, as none is under way; else `leave` is called once all were done, if they can be.

        Who asks once more does not wait.
        """
        if not self._wishes or self._leave is not None:
            return True
        self._leave = leave
        return False

    def start(
        self,
        edit: Callable[[Database, Advance], Any],
        words: str,
        then: Callable[[Any], object] = nothing,
        otherwise: Callable[[], object] = nothing,
    ) -> None:
        """Perform an edit; `words` say how far it is. `then` gets its answer, which is None or ends with a Change.

        `otherwise` is called where nothing came of it. Neither is once another library is open.
        """
        library = self._session.library

        def work(job: Job) -> Any:
            with library.another() as db:
                return edit(db, job.go_on), numbers(db)

        job = Job(work)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        job.ended.connect(self._on_ended)
        self._wishes.append(_Wish(job, library, then, otherwise))
        self._session.watch(False)
        self._activity.start(job, words, "wishes")

    def _on_finished(self, answered: tuple[Any, list[int]]) -> None:
        (answer, written), wish = answered, self._wishes.pop(0)
        if wish.library is self._session.library:
            if answer is not None:
                self._session.tell(answer[-1], written)
            wish.then(answer)

    def _on_failed(self, error: ReaderError) -> None:
        library = self._wishes[0].library
        self._give_up(partial(self.failed.emit, error))
        self._failed = (library, error) if self._wishes else None

    def _on_stopped(self) -> None:
        self._give_up(self.stopped.emit)

    def _give_up(self, say: Callable[[], object]) -> None:
        wish = self._wishes.pop(0)  # first: nothing is being done any more that one could wait for
        self._leave = None  # what is said is to be read
        if wish.library is self._session.library:
            say()
            wish.otherwise()

    def _on_ended(self) -> None:
        self.ended.emit()
        if self._wishes:
            return
        self._session.watch(True)
        failed, self._failed = self._failed, None
        if failed is not None and failed[0] is self._session.library:
            self.had_failed.emit(failed[1])
        if self._leave is not None:
            self._leave()
