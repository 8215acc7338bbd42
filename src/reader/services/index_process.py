"""A process of its own that keeps the search index up to date and in few pieces; nobody else has to wait for it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from contextlib import closing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.services.importing.worker import undisturbed
from reader.storage import indexing
from reader.storage.library import open_library

PATIENCE = 2.0  # seconds that it has to end by itself, which it does after each of its transactions
NICENESS = 10  # others go first


class IndexProcess:
    """Indexes what waits in a library; each of its transactions stays, so that the next process goes on from there."""

    def __init__(self, library: Path) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._pipe, far = spawn.Pipe()
        self._process: BaseProcess = spawn.Process(target=_serve, args=(far, library), daemon=True, name="reader-index")
        with undisturbed():
            self._process.start()
        far.close()
        self.progress: tuple[int, int] | None = None  # articles in the index, of how many; None before it is known

    def look(self) -> bool:
        """Take note of its progress; whether it is still at work. Waits for nothing."""
        try:
            while self._pipe.poll():
                self.progress = self._pipe.recv()
        except (EOFError, OSError):
            self.stop()
            return False
        return True

    def stop(self) -> None:
        """End it. What it was at is taken back, what it did before stays."""
        self._pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(pipe: Connection, path: Path) -> None:
    """What the process does, until all is indexed or nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    began = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal began
        pipe.send((done, total))
        time.sleep(time.monotonic() - began)  # as long as it wrote: others write as well, and do not wait in line
        began = time.monotonic()

    # A library that is busy, or is not there any more, is indexed another time; the window says what is wrong.
    with contextlib.suppress(OSError, LibraryError):
        library = open_library(path)
        with closing(library.db) as db:  # the window folds the log: where others do, it reads everything anew
            if not library.read_only:
                indexing.index_rest(db, advance=tell)
                indexing.merge(db, advance=tell)
