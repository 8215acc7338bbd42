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
from dataclasses import dataclass, replace
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing import likeness
from reader.services.importing.given import Given, Part

log = logging.getLogger(__name__)
SMALL = 64_000  # bytes of plain text that are parsed without a process
SECONDS = 60.0  # for one file, or one part of it
# Seconds of work for all parts of a file together: to begin with, and more for each part and each million bytes
BEGINNING, EACH_PART, EACH_MILLION = 120.0, 1.0, 1.0
LOOK = 0.1  # seconds after which to look whether the work was cancelled
MEMORY = 2 << 30  # bytes of address space; not on Windows
STALLED = "{file} took too long to read, so it was left out. Save it in another form and try again."
SLOW = (
    "{file} takes too long to read, so what is behind its first {parts} articles was left out."
    " Split it into smaller files and try again."
)
CRASHED = "{file} could not be read: it needs too much memory or is damaged."
NOTHING = "{file} holds no article, so there is nothing to import."


@dataclass(frozen=True, slots=True)
class _Failed:
    """The parts of an ImportFailed, and the trace of a bug if one was the reason."""

    kind: str
    sentence: str
    facts: dict[str, str | int]
    trace: str = ""


Message = tuple[str, Draft | _Failed] | None  # a part's label and what was found in it; None at the end


class Worker:
    """Parses files; the process starts at the first file that needs it and ends with the `with` block."""

    def __init__(
        self,
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        patience: float = 1.0,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """`seconds` for each part of a file; `patience` times what all of them together may take."""
        self._seconds = seconds
        self._patience = patience
        self._memory = memory
        self._cancelled = cancelled
        self._process: BaseProcess | None = None
        self.pipe: Connection | None = None  # where answers come from while a file is read
        self._name = ""  # of that file
        self._last = 0.0  # when its next answer must have come

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def is_cancelled(self) -> bool:
        """Whether the work was cancelled."""
        return self._cancelled is not None and self._cancelled()

    def parse(self, given: Given) -> Draft | ImportFailed:
        """Parse a file of one article; a Draft, or the reason why not. If the work is cancelled, that is no answer."""
        answers = self.parts(given)
        found = next(answers, None)
        if next(answers, None) is not None:  # and more would come
            self.stop()
        return ImportFailed("nothing", NOTHING, file=given.name) if found is None else found.found

    def parts(self, given: Given) -> Iterator[Part]:
        """Parse a file; what stopped it is the last part. If the work is cancelled, the last one is no answer."""
        if needs_no_process(given):
            yield from parsed_here(given)
            return
        self.begin(given)
        while (found := self._next()) is not None:
            yield found

    def _next(self) -> Part | None:
        while self.pipe is not None and not self.pipe.poll(min(LOOK, self._seconds)):
            if self.is_cancelled() or self.is_late():
                return self.give_up()
        return self.receive()

    def begin(self, given: Given) -> None:
        """Let the process begin with a file; its answers are there for `receive` one by one."""
        self._name = given.name
        self.wait_anew()
        with contextlib.suppress(OSError):  # one that died answers with the end of the file
            self._start().send(given)

    def wait_anew(self) -> None:
        """Count the time for the next answer from now on."""
        self._last = time.monotonic() + self._seconds

    def is_late(self) -> bool:
        """Whether the next answer should have come by now."""
        return time.monotonic() >= self._last

    def receive(self) -> Part | None:
        """The next part of the file that was begun, None at its end. Waits for it."""
        if self.pipe is None:
            return None
        try:
            message: Message = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            return Part(ImportFailed("crashed", CRASHED, file=self._name))
        self.wait_anew()
        return None if message is None else _told(message, self._name)

    def give_up(self) -> Part:
        """End the process, which takes too long; what there is to say of its file."""
        self.stop()
        return Part(ImportFailed("stalled", STALLED, file=self._name))

    def _start(self) -> Connection:
        if self.pipe is None:
            spawn = multiprocessing.get_context("spawn")
            self.pipe, far = spawn.Pipe()
            process = spawn.Process(
                target=_serve,
                args=(far, self._seconds, self._memory, self._patience),
                daemon=True,
                name="reader-import",
            )
            with undisturbed():
                process.start()
            self._process = process
            far.close()
        return self.pipe

    def stop(self) -> None:
        """End the process, whatever it does; another one starts with the next file."""
        if self.pipe is not None:
            self.pipe.close()
            self.pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def needs_no_process(given: Given) -> bool:
    """Whether a file is a small plain text, which is safe to parse."""
    from reader.services.importing.kinds import kind_of  # here, as the parts below: it brings the readers of all
    # kinds along, which the window would wait for when it starts

    small = given.is_whole and len(given.data) <= SMALL and b"<" not in given.data[:4096]
    return small and not given.data.startswith(b"PK") and kind_of(given) == "text"


def parsed_here(given: Given) -> Iterator[Part]:
    """The parts of a file, parsed by this process."""
    for message in _messages(given):
        yield _told(message, given.name)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
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


def _serve(pipe: Connection, seconds: float, memory: int, patience: float) -> None:
    """What the process does: answer files until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    _limit_memory(memory)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            given = pipe.recv()
            begun = time.process_time()
            _limit_time(seconds)
            allowed = patience * (BEGINNING + EACH_MILLION * _size(given) / 1_000_000)
            for count, message in enumerate(_messages(given), 1):
                pipe.send(message)
                allowed += patience * EACH_PART
                if time.process_time() - begun > allowed:  # of work: waiting does not count
                    pipe.send(("", _Failed("slow", SLOW, {"file": given.name, "parts": count})))
                    break
                _limit_time(seconds)
            pipe.send(None)


def _size(given: Given) -> int:
    return len(given.data) if given.path is None else given.path.stat().st_size


def _messages(given: Given) -> Iterator[tuple[str, Draft | _Failed]]:
    """What comes of a file, in a form that passes through the pipe."""
    from reader.services.importing.parts import parts

    try:
        for part in parts(given):
            yield part.label, _packed(part.found)
    except ImportFailed as error:
        yield "", _packed(error)
    except (MemoryError, RecursionError):
        yield "", _Failed("crashed", CRASHED, {"file": given.name})
    except Exception:
        yield "", _Failed("crashed", CRASHED, {"file": given.name}, traceback.format_exc())


def _packed(found: Draft | ImportFailed) -> Draft | _Failed:
    if isinstance(found, ImportFailed):
        return _Failed(found.kind, found.sentence, found.facts)
    return replace(found, keys=likeness.keys(found.text, found.url))


def _told(message: tuple[str, Draft | _Failed], name: str) -> Part:
    """Write what a bug of a parser left behind to the log of the program, which the process does not have."""
    label, found = message
    if isinstance(found, Draft):
        return Part(found, label)
    if found.trace:
        log.error("a parser failed on %s\n%s", name, found.trace)
    return Part(ImportFailed(found.kind, found.sentence, **found.facts), label)


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
