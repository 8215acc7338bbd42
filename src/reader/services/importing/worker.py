"""A process of its own for parsing files that nobody vouches for.

It has a limit of memory and of time; a file that exceeds one, or makes it crash, fails alone, and the
next one is parsed by a new process. Small plain texts need no such care and are parsed here.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.read import read

log = logging.getLogger(__name__)
SMALL = 64_000  # bytes of plain text that are parsed without a process
SECONDS = 60.0  # for one file
MEMORY = 2 << 30  # bytes of address space
STALLED = "{file} took too long to read, so it was left out. Save it in another form and try again."
CRASHED = "{file} could not be read: it needs too much memory or is damaged."


class Worker:
    """Parses files; the process starts at the first file that needs it and ends with the `with` block."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def parse(self, files: Sequence[tuple[str, bytes]], encoding: str | None) -> list[Draft | ImportFailed]:
        """Parse named files; a Draft, or the reason why not, for each."""
        return [self._one(name, data, encoding) for name, data in files]

    def _one(self, name: str, data: bytes, encoding: str | None) -> Draft | ImportFailed:
        if len(data) <= SMALL and b"<" not in data[:4096]:
            return _attempt(name, data, encoding)
        try:
            pipe = self._start()
            pipe.send((name, data, encoding))
            if not pipe.poll(self._seconds):
                self._stop()
                return ImportFailed("stalled", STALLED, file=name)
            answer = pipe.recv()
        except (EOFError, OSError):
            self._stop()
            return ImportFailed("crashed", CRASHED, file=name)
        return answer if isinstance(answer, Draft) else ImportFailed(*answer[:2], **answer[2])

    def _start(self) -> Connection:
        if self._pipe is None:
            spawn = multiprocessing.get_context("spawn")
            self._pipe, far = spawn.Pipe()
            self._process = spawn.Process(target=_serve, args=(far,), daemon=True, name="reader-import")
            self._process.start()
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


def _serve(pipe: Connection) -> None:
    """What the process does: answer files until the pipe is closed."""
    _limit_memory()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            name, data, encoding = pipe.recv()
            answer = _attempt(name, data, encoding)
            pipe.send(answer if isinstance(answer, Draft) else (answer.kind, answer.sentence, answer.facts))


def _attempt(name: str, data: bytes, encoding: str | None) -> Draft | ImportFailed:
    try:
        return read(data, name, encoding=encoding)
    except ImportFailed as error:
        return error
    except (MemoryError, RecursionError):
        return ImportFailed("crashed", CRASHED, file=name)
    except Exception:
        log.exception("a parser failed on %s", name)
        return ImportFailed("crashed", CRASHED, file=name)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
