"""Is the file that a library's name leads to still the one that is open, as SQLite left it?

A file manager, a sync client or `cp` may rename, delete, replace or overwrite a library that is open. SQLite does
not look: it would go on writing to a file without a name, or lay its log over the pages of another library.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from reader.domain.errors import LibraryError
from reader.storage.failures import UNREADABLE, failure
from reader.storage.recognition import asked, has_log, looked

GONE = "{file} is not there any more. Save a copy of what is open, or open it where it is now."
REPLACED = "Another file took the place of {file}. Save a copy of what is open, or open the file anew."
OVERWRITTEN = "{file} was overwritten by another program. Open it again to go on."
LOST = ("gone", "replaced", "overwritten")  # kinds of errors after which nothing is stored any more
TRIES, PAUSE = 5, 0.01  # seconds: while another program puts its log into the file, that makes no sense alone
# The number of the last step, which only grows.
LAST_STEP = "select coalesce(max(seq), 0) from sqlite_sequence where name = 'steps'"
# Steps tell libraries apart: their numbers are never given twice, as those of articles are. A file whose marks are
# others is surely not a state of the library that is open, not even half way through the folding of a log.
MARKS = tuple(f"select id, at, kind, detail from steps order by id {way} limit 1" for way in ("asc", "desc"))
MARK = "select at, kind, detail from steps where id = ?"
Found = tuple[int, list[tuple[int, str, str, str] | None]]  # the last step, and the marks


class Watch:
    """Compares a file with what was seen of it before; several connections of this process may share one.

    While one of them puts its log into the file, the others do not look: alone, half of that makes no sense.
    """

    def __init__(self, path: Path) -> None:
        """Raises LibraryError if the file cannot be read."""
        self._path = path
        self._overwritten = False
        self._writing = threading.RLock()
        try:
            self._seen = path.stat()
            self._step = self._found()[0]
        except OSError as error:
            raise LibraryError("unreadable", UNREADABLE, file=str(path), why=error.strerror or str(error)) from error
        except sqlite3.DatabaseError:  # a power cut left a part of the log in it, so that it makes no sense alone
            self._step = 0

    @property
    def overwritten(self) -> bool:
        """Whether what the open connections would write belongs to a file that is no more."""
        return self._overwritten

    @contextmanager
    def writing(self) -> Iterator[None]:
        """While this process writes to the file; as it is after that, it is taken for that of this library."""
        with self._writing:
            yield
            with suppress(OSError):
                found = self._path.stat()
                if os.path.samestat(found, self._seen):
                    self._seen = found

    def note_all(self, db: Database) -> None:
        """Nothing is left in the log: the file is by now as the connection sees it."""
        self._step = db.execute(LAST_STEP).fetchone()[0]

    def look(self, db: Database) -> None:
        """Raise LibraryError if the file is not the one that is open, or not as SQLite left it.

        In no transaction, and with a connection that no other thread uses meanwhile.
        """
        with self._writing:
            found = self.look_outside()
            if (found.st_mtime_ns, found.st_size) == (self._seen.st_mtime_ns, self._seen.st_size):
                return
            if not self._follows(db):
                self._overwritten = True
                self._drop_log()
                raise LibraryError("overwritten", OVERWRITTEN, file=str(self._path))
            db.execute("pragma shrink_memory")  # whatever happened: read its pages anew
            self._seen = found

    def look_outside(self) -> os.stat_result:
        """Raise LibraryError if the file is known not to be the one that is open, whatever is in it by now."""
        if self._overwritten:
            raise LibraryError("overwritten", OVERWRITTEN, file=str(self._path))
        try:
            found = self._path.stat()
        except OSError:
            raise LibraryError("gone", GONE, file=str(self._path)) from None
        if not os.path.samestat(found, self._seen):
            raise LibraryError("replaced", REPLACED, file=str(self._path))
        return found

    def _follows(self, db: Database) -> bool:
        """Whether the file is a later state of the one that was seen: another program put its log into it."""
        try:
            step, marks = self._found()
        except sqlite3.DatabaseError as error:
            if _code(error) == sqlite3.SQLITE_NOTADB:
                return False
            step, marks = self._with_log(error)
            folded = self._step  # what is in the log may not be in the file for long
        else:
            folded = step
        if step < self._step:
            return False
        self._step = folded
        return all(db.execute(MARK, [mark[0]]).fetchone() in (None, mark[1:]) for mark in marks if mark is not None)

    def _found(self) -> Found:
        for _ in range(TRIES):
            try:
                return asked(self._path, "immutable=1", _marks)
            except sqlite3.DatabaseError as error:
                if _code(error) != sqlite3.SQLITE_CORRUPT:
                    raise
                time.sleep(PAUSE)
        return asked(self._path, "immutable=1", _marks)

    def _with_log(self, alone: sqlite3.DatabaseError) -> Found:
        """What the file says together with its log, of which only a part could be put into it, as on a full disk.

        Raises LibraryError for what it says alone, unless all of both makes sense: a file that was overwritten by half
        of another one does not.
        """

        def ask(connection: sqlite3.Connection) -> Found:
            if connection.execute("pragma quick_check(1)").fetchone() != ("ok",):
                raise alone
            return _marks(connection)

        try:
            if _code(alone) == sqlite3.SQLITE_CORRUPT and has_log(self._path):
                return looked(self._path, ask)
            raise alone
        except sqlite3.DatabaseError as error:
            raise failure(error, self._path) from error

    def _drop_log(self) -> None:
        """Empty a log that is older than what the file was overwritten with: it would be laid over strange pages.

        By name, since closing a file would take the locks away (`connection.is_part_of`). The connections meet the end
        of the log where they look for what they wrote, and write nothing.
        """
        log = Path(f"{self._path}-wal")
        with suppress(OSError):
            if _written(log) <= _written(self._path):
                os.truncate(log, 0)


def _marks(connection: sqlite3.Connection) -> Found:
    [step] = connection.execute(LAST_STEP).fetchone()
    return step, [connection.execute(mark).fetchone() for mark in MARKS]


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _written(path: Path) -> int:
    """When a file was written to; where the system knows, not as a program that copied it says."""
    found = path.stat()
    return found.st_mtime_ns if sys.platform == "win32" else found.st_ctime_ns
