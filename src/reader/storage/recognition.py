"""Is a file a library, and one that is wholly ours? Looked at in ways that leave it and its log as they are."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from reader.domain.errors import LibraryError
from reader.storage import schema
from reader.storage.connection import BUSY_MS, address
from reader.storage.failures import BAD_TEXT, DAMAGED, UNREADABLE, failure

T = TypeVar("T")
WAIT = BUSY_MS / 1000  # seconds, where another program has it to itself

NOT_SQLITE = "{file} is not a Reader library. Choose a file ending in .reader."
FOREIGN = "{file} is a database of another program, not a Reader library. It was left as it is."
EMPTY = "{file} is empty. Restore it from a copy, or choose another library."
NEWER = "{file} was made by a newer Reader. Update Reader to open it."
STRANGE = "{file} holds parts that Reader did not make ({why}). It was left as it is; restore it from a copy."
FOLDER = "{file} is a folder, not a Reader library. Choose a file ending in .reader."
MISSING = "{file} does not exist. Choose another library or make a new one."
NO_VERSION = "its version is none that Reader gives"
REASONS = (NO_VERSION,)


def inspect(path: Path) -> int:
    """The version of a library that may be opened. Raises LibraryError if it is not wholly ours; changes nothing.

    SQLite does the reading: whoever else opens and closes a library takes its locks away (see `is_part_of`).
    """
    _inspect_file(path)
    with opening(path):
        application, version = _header(path)
        if application != schema.APPLICATION_ID:
            raise LibraryError("foreign", FOREIGN, file=str(path))
        if version >> 16 > schema.MAJOR:  # its tables may mean anything
            raise LibraryError("newer", NEWER, file=str(path))
        if not Path(f"{path}-journal").exists():  # which has to be played back before anything can be read
            # Not by a connection that may write: that one would fold the log into the file when it closes.
            version = looked(path, lambda connection: inspect_schema(connection, path))
    return version


def _inspect_file(path: Path) -> None:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise LibraryError("folder", FOLDER, file=str(path))
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except FileNotFoundError:
        raise LibraryError("missing", MISSING, file=str(path)) from None
    except OSError as error:
        raise LibraryError("unreadable", UNREADABLE, file=str(path), why=error.strerror or str(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise LibraryError("not-sqlite", NOT_SQLITE, file=str(path))
    if not found.st_size:
        raise LibraryError("empty", EMPTY, file=str(path))


def _header(path: Path) -> tuple[int, int]:
    """The application id and the version of a file."""

    def header(connection: sqlite3.Connection) -> tuple[int, int]:
        names = ("application_id", "user_version")
        [application], [version] = (connection.execute(f"pragma {name}").fetchone() for name in names)
        return int(application), int(version)

    try:
        return asked(path, "immutable=1", header)
    except sqlite3.DatabaseError as error:
        # After a power cut the file may hold a part of its log, and makes sense only together with the whole of it.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT or not has_log(path):
            raise
        return looked(path, header)


def looked(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T:
    """What a file says together with its log; neither is written to."""
    if not has_log(path):
        return asked(path, "immutable=1", ask)
    try:
        return asked(path, "mode=ro&readonly_shm=1", ask)
    except sqlite3.OperationalError:  # the index of the log is not there, or not right: SQLite makes it
        return asked(path, "mode=ro", ask)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside a file."""
    with suppress(OSError):
        return Path(f"{path}-wal").stat().st_size > 0
    return False


def asked(path: Path, mode: str, ask: Callable[[sqlite3.Connection], T]) -> T:
    """What a file says through a connection of its own; `mode` is how SQLite takes it."""
    with closing(sqlite3.connect(address(path, mode), uri=True, timeout=WAIT)) as connection:
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma cell_size_check = on")
        return ask(connection)


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Turn all that SQLite can say of a file that is not open yet into a LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise LibraryError("not-sqlite", NOT_SQLITE, file=str(path)) from None
        raise failure(error, path) from error
    except UnicodeDecodeError as error:  # its sentence itself holds damaged text
        raise LibraryError("damaged", DAMAGED, file=str(path), why=BAD_TEXT) from error


def inspect_schema(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version, if all that it says is there, and nothing else. Raises LibraryError.

    What a newer version added is not known here; it must have everything that is read.
    """
    version = int(connection.execute("pragma user_version").fetchone()[0])
    found = schema.signature(connection)
    if version > schema.VERSION:
        if version >> 16 > schema.MAJOR or not schema.readable() <= {(kind, name) for kind, name, _ in found}:
            raise LibraryError("newer", NEWER, file=str(path))
        return version
    if version and version >> 16 != schema.MAJOR:
        raise LibraryError("damaged", DAMAGED, file=str(path), why=NO_VERSION)
    expected = schema.expected(version & 0xFFFF)
    if found != expected:
        strange = (found - expected) + (expected - found)
        why = ", ".join(sorted({str(name) for _, name, _ in strange})[:3])
        raise LibraryError("strange", STRANGE, file=str(path), why=why)
    return version
