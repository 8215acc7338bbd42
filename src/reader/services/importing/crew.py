"""Several processes that parse files at once; what they find comes in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import connection
from types import TracebackType
from typing import Generic, TypeVar

from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given, Part
from reader.services.importing.worker import LOOK, Worker, needs_no_process, parsed_here

T = TypeVar("T")
MOST = 4  # processes; with each, what it parses is in memory
AHEAD, AHEAD_BYTES = 16, 30_000_000  # files that are read before the first of them is done
HELD = 40  # parts of one file that wait for those of the files before it


@dataclass(slots=True)
class _Task(Generic[T]):
    """A file on its way: what it is for, the parts that came, and who is at it."""

    key: T
    given: Given | None
    parts: deque[Part] = field(default_factory=deque)
    worker: Worker | None = None
    done: bool = False


class Crew:
    """As many workers as there are processors, up to MOST. They end with the `with` block."""

    def __init__(self, *, cancelled: Callable[[], bool] | None = None, size: int | None = None) -> None:
        self._cancelled = cancelled
        count = size or max(1, min(MOST, os.cpu_count() or 1))
        self._workers = [Worker(cancelled=cancelled) for _ in range(count)]
        self._idle = list(self._workers)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()

    def parts(self, files: Iterable[tuple[T, Given | ImportFailed]]) -> Iterator[tuple[T, Part | None]]:
        """The parts of each file with its key, and None behind the last one of it.

        Once the work is cancelled, nothing more comes.
        """
        waiting: deque[_Task[T]] = deque()
        coming = iter(files)
        while not self._is_cancelled():
            while _has_room(waiting) and (file := next(coming, None)) is not None:
                waiting.append(_task(*file))
            if not waiting:
                return
            self._share_out(waiting)
            first = waiting[0]
            while first.parts:
                yield first.key, first.parts.popleft()
            if first.done:
                waiting.popleft()
                yield first.key, None
            else:
                self._listen(waiting)

    def _is_cancelled(self) -> bool:
        return self._cancelled is not None and self._cancelled()

    def _share_out(self, waiting: Iterable[_Task[T]]) -> None:
        for task in waiting:
            if task.given is not None and self._idle:
                task.worker = self._idle.pop()
                task.worker.begin(task.given)
                task.given = None

    def _listen(self, waiting: deque[_Task[T]]) -> None:
        """Take what came from the processes, for a moment; whoever is ahead of the others has to wait."""
        at_work = [task for task in waiting if task.worker is not None]
        for task in at_work:
            if len(task.parts) >= HELD and task.worker is not None:
                task.worker.wait_anew()
        heard = {task.worker.pipe: task for task in at_work if task.worker is not None and len(task.parts) < HELD}
        open_pipes = [pipe for pipe in heard if pipe is not None]
        ready = set(connection.wait(open_pipes, LOOK)) if open_pipes else set()
        for pipe, task in heard.items():
            worker = task.worker
            assert worker is not None
            if pipe is None or pipe in ready:
                part = worker.receive()
                if part is not None:
                    task.parts.append(part)
                if part is None or worker.pipe is None:
                    self._finish(task)
            elif worker.is_late():
                task.parts.append(worker.give_up())
                self._finish(task)

    def _finish(self, task: _Task[T]) -> None:
        assert task.worker is not None
        self._idle.append(task.worker)
        task.worker, task.done = None, True


def _has_room(waiting: deque[_Task[T]]) -> bool:
    size = sum(len(task.given.data) for task in waiting if task.given is not None)
    return not waiting or (not waiting[0].done and len(waiting) < AHEAD and size < AHEAD_BYTES)


def _task(key: T, given: Given | ImportFailed) -> _Task[T]:
    if isinstance(given, ImportFailed):
        return _Task(key, None, deque([Part(given)]), done=True)
    if needs_no_process(given):
        return _Task(key, None, deque(parsed_here(given)), done=True)
    return _Task(key, given)
