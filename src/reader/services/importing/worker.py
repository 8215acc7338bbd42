"""A process of its own for parsing files that nobody vouches for.

It has a limit of time, and of memory where the system knows one (not on Windows, where a file may take what there is
until its time is over); a file that exceeds one, or makes it crash, fails alone, and the next one is parsed by a new
process. Small plain texts need no such care and are parsed here.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.read import read

log = logging.getLogger(__name__)
SMALL = 64_000  # bytes of plain text that are parsed without a process
SECONDS = 60.0  # for one file
LOOK = 0.1  # seconds after which to look whether the work was cancelled
MEMORY = 2 << 30  # bytes of address space; not on Windows
STALLED = "{file} took too long to read, so it was left out. Save it in another form and try again."
CRASHED = "{file} could not be read: it needs too much memory or is damaged."


@dataclass(frozen=True, slots=True)
class _Failed:
    """The parts of an ImportFailed, and the trace of a bug if one was the reason."""

    kind: str
    sentence: str
    facts: dict[str, str | int]
    trace: str = ""


class Worker:
    """Parses files; the process starts at the first file that needs it and ends with the `with` block."""

    def __init__(
        self, *, seconds: float = SECONDS, memory: int = MEMORY, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._cancelled = cancelled
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def is_cancelled(self) -> bool:
        """Whether the work was cancelled."""
        return self._cancelled is not None and self._cancelled()

    def parse(self, name: str, data: bytes, encoding: str | None) -> Draft | ImportFailed:
        """Parse a file; a Draft, or the reason why not. If the work is cancelled, that is no answer."""
        if len(data) <= SMALL and b"<" not in data[:4096]:
            return _told(_attempt(name, data, encoding), name)
        try:
            pipe = self._start()
            pipe.send((name, data, encoding))
            if not self._answered(pipe):
                self._stop()
                return ImportFailed("stalled", STALLED, file=name)
            return _told(pipe.recv(), name)
        except (EOFError, OSError):
            self._stop()
            return ImportFailed("crashed", CRASHED, file=name)

    def _answered(self, pipe: Connection) -> bool:
        """Wait for an answer, up to the limit of time or until the work is cancelled."""
        last = time.monotonic() + self._seconds
        while not pipe.poll(min(LOOK, self._seconds)):
            if self.is_cancelled() or time.monotonic() >= last:
                return False
        return True

    def _start(self) -> Connection:
        if self._pipe is None:
            spawn = multiprocessing.get_context("spawn")
            self._pipe, far = spawn.Pipe()
            process = spawn.Process(
                target=_serve, args=(far, self._seconds, self._memory), daemon=True, name="reader-import"
            )
            with _undisturbed():
                process.start()
            self._process = process
            far.close()
        return self._pipe

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl+C back meanwhile, and from a process started then for good: it would die of it with a traceback."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # when it starts it lets Ctrl+C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, seconds: float, memory: int) -> None:
    """What the process does: answer files until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    _limit_memory(memory)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            name, data, encoding = pipe.recv()
            _limit_time(seconds)
            pipe.send(_attempt(name, data, encoding))


def _attempt(name: str, data: bytes, encoding: str | None) -> Draft | _Failed:
    """What comes of a file, in a form that passes through the pipe."""
    try:
        return read(data, name, encoding=encoding)
    except ImportFailed as error:
        return _Failed(error.kind, error.sentence, error.facts)
    except (MemoryError, RecursionError):
        return _Failed("crashed", CRASHED, {"file": name})
    except Exception:
        return _Failed("crashed", CRASHED, {"file": name}, traceback.format_exc())


def _told(answer: Draft | _Failed, name: str) -> Draft | ImportFailed:
    """Write what a bug of a parser left behind to the log of the program, which the process does not have."""
    if isinstance(answer, Draft):
        return answer
    if answer.trace:
        log.error("a parser failed on %s\n%s", name, answer.trace)
    return ImportFailed(answer.kind, answer.sentence, **answer.facts)


def _limit_time(seconds: float) -> None:
    """End this process after so much work on a file, also when nobody is left to end it."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))


def _limit_memory(memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
