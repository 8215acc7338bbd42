"""Opening a library file, and the transactions that change it.

A file that is not wholly understood is never written to: it is refused, or opened for reading only where a newer
Reader made it and says that this one can read it. Its bytes stay as they are.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import uuid
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import quote

from sqlite_utils import Database

from reader.domain.errors import LibraryError
from reader.storage import schema

SUFFIX = ".reader"
OF_SQLITE = ("", "-wal", "-shm", "-journal")  # behind the library's name: the files that belong to it
BUSY_MS = 3000
PRAGMAS = (  # why each: DECISIONS.md, "what SQLite is asked for"
    f"busy_timeout = {BUSY_MS}",
    "foreign_keys = on",
    "trusted_schema = off",
    "cell_size_check = on",
    "mmap_size = 0",
    "synchronous = full",
    "temp_store = memory",
)

NOT_SQLITE = "{file} is not a Reader library. Choose a file ending in .reader."
FOREIGN = "{file} is a database of another program, not a Reader library. It was left as it is."
EMPTY = "{file} is empty. Restore it from a copy, or choose another library."
DAMAGED = "{file} is damaged: {why}. It was left as it is; restore it from a copy."
NEWER = "{file} was made by a newer Reader. Update Reader to open it."
NEWER_READ_ONLY = "{file} was made by a newer Reader, so it is open for reading only. Update Reader to change it."
STRANGE = "{file} holds parts that Reader did not make ({why}). It was left as it is; restore it from a copy."
FOLDER = "{file} is a folder, not a Reader library. Choose a file ending in .reader."
MISSING = "{file} does not exist. Choose another library or make a new one."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."
UNREACHABLE = "{file} cannot be read any more: {why}. See whether its disk is still there."
BUSY = "{file} is being written by another program. Try again in a moment."
READ_ONLY = "{file} is open for reading only, so nothing in it can be changed. Copy it to a folder you may write to."
FULL = "There is no space left for {file}. Free some space and try again; nothing was lost."
EXISTS = "{file} exists already. Open it, or choose another name."
FAILED = "{file} could not be written: {why}."
UNDECODABLE = "Could not decode to UTF-8"  # so Python begins what it says of text with bytes that are none
NO_TEXT = "a text in it is not UTF-8"
NO_VALUE = "a value in it is not what was stored"


def now(precision: str = "seconds") -> str:
    """The time, ISO 8601 with offset, to the second or to the "microseconds"."""
    return datetime.now().astimezone().isoformat(timespec=precision)


def new_uid() -> str:
    """A new identity that no other library will give (UUID 4)."""
    return str(uuid.uuid4())


OF_THE_FILE = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
)


class Library:
    """One open library file: its connection, and whether it may be changed."""

    def __init__(self, path: Path, db: Database, read_only: bool) -> None:
        self.path = path
        self.db = db
        self.read_only = read_only

    def connect(self) -> Database:
        """Another connection to the same file, for another thread. The caller closes it."""
        db = _connect(self.path, self.read_only)
        if not self.read_only:
            schema.record_changes(db.conn)
        return db

    @contextmanager
    def another(self) -> Iterator[Database]:
        """Another connection for as long as a job takes; what SQLite says of the file becomes a LibraryError."""
        with told(self.path), closing(self.connect()) as db:
            yield db

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.db.execute("pragma data_version").fetchone()[0])

    def close(self) -> None:
        """Fold the write-ahead log into the file, unless another program is at it, and let it go."""
        if not self.read_only:
            try:
                self.db.execute("pragma busy_timeout = 0")  # whoever closes waits for nobody: SQLite does it later
                self.db.execute("pragma wal_checkpoint(truncate)").fetchall()
            except sqlite3.DatabaseError:  # another program reads it, or it is damaged
                pass
        self.db.close()


def create(path: Path) -> Library:
    """Make a new library file, readable by its owner only. Raises LibraryError where that cannot be.

    It is made under another name, so that nobody ever meets half of one.
    """
    path = path.absolute()
    partial = path.with_name(f".{uuid.uuid4().hex[:8]}.part")
    try:
        if path.exists():
            raise FileExistsError
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _fill(partial)
        _name(partial, path)
    except FileExistsError:
        if not path.exists():
            raise LibraryError("unwritable", FAILED, file=str(path), why="its folder is a file") from None
        raise LibraryError("exists", EXISTS, file=str(path)) from None
    except OSError as error:
        raise LibraryError("unwritable", FAILED, file=str(path), why=error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise failure(error, path) from error
    finally:
        if partial.parent.is_dir():
            partial.unlink(missing_ok=True)
    return open_library(path)


def _fill(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
        connection.execute("begin immediate")
        schema.migrate(connection, 0)
        connection.execute("commit")
        connection.execute("pragma journal_mode = wal").fetchone()
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()


def _name(partial: Path, path: Path) -> None:
    """Give a finished file its name. Raises FileExistsError, and leaves what has that name alone."""
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError from None
        partial.rename(path)


def open_library(path: Path) -> Library:
    """Open an existing library. Raises LibraryError, and leaves the bytes alone, if it is not wholly ours.

    One whose minor version is newer opens for reading only.
    """
    path = path.resolve()
    _inspect_header(path)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    with _opening(path):
        db = _connect(path, read_only)
    try:
        with _opening(path):
            version = _inspect_schema(db, path)
            if version > schema.VERSION:
                read_only = True
                db.execute("pragma query_only = on")
            elif not read_only:
                if version < schema.VERSION:
                    with transaction(db):
                        schema.migrate(db.conn, version & 0xFFFF)
                schema.record_changes(db.conn)
    except BaseException:
        db.close()
        raise
    return Library(path, db, read_only)


def _inspect_header(path: Path) -> None:
    """Look at the header of a file in a way that neither changes it nor replays a log.

    SQLite does the reading: whoever else opens and closes a library takes its locks away (see `is_part_of`).
    """
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
    with _opening(path):
        application, version = _header(path)
    if application != schema.APPLICATION_ID:
        raise LibraryError("foreign", FOREIGN, file=str(path))
    if version >> 16 > schema.MAJOR:
        raise LibraryError("newer", NEWER, file=str(path))


def _header(path: Path) -> tuple[int, int]:
    """The application id and the version of a file."""
    try:
        return _asked(path, "immutable=1")
    except sqlite3.DatabaseError as error:
        # After a power cut the file may hold a part of its log, and makes sense only together with the whole of it.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT or not Path(f"{path}-wal").exists():
            raise
        return _asked(path, "mode=ro")


def _asked(path: Path, mode: str) -> tuple[int, int]:
    with closing(sqlite3.connect(_address(path, mode), uri=True)) as connection:
        names = ("application_id", "user_version")
        [application], [version] = (connection.execute(f"pragma {name}").fetchone() for name in names)
        return int(application), int(version)


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Turn all that SQLite can say of a file that is not open yet into a LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise LibraryError("not-sqlite", NOT_SQLITE, file=str(path)) from None
        raise failure(error, path) from error
    except UnicodeDecodeError as error:  # its sentence itself holds damaged text
        raise LibraryError("damaged", DAMAGED, file=str(path), why=NO_TEXT) from error


def _inspect_schema(db: Database, path: Path) -> int:
    """The schema's version, if all that it says is there, and nothing else. Raises LibraryError.

    What a newer version added is not known here; it must have everything that is read.
    """
    version = int(db.execute("pragma user_version").fetchone()[0])
    found = schema.signature(db.conn)
    if version > schema.VERSION:
        if version >> 16 > schema.MAJOR or not schema.readable() <= {(kind, name) for kind, name, _ in found}:
            raise LibraryError("newer", NEWER, file=str(path))
        return version
    strange = found ^ schema.expected(version & 0xFFFF)
    if strange:
        why = ", ".join(sorted({name for _, name, _ in strange})[:3])
        raise LibraryError("strange", STRANGE, file=str(path), why=why)
    return version


def _connect(path: Path, read_only: bool) -> Database:
    mode = "mode=rw"
    if read_only:  # a write-ahead log in a folder without permission cannot be opened otherwise
        mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    connection = sqlite3.connect(
        _address(path, mode), uri=True, isolation_level=None, check_same_thread=False, factory=_Connection
    )
    connection.path = path
    try:
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
        if read_only:
            connection.execute("pragma query_only = on")
    except sqlite3.Error:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, recursive_triggers=False)


class _Connection(sqlite3.Connection):
    """Knows its file without asking SQLite, which could not answer once the file is damaged."""

    path: Path


def _address(path: Path, mode: str) -> str:
    """The address under which SQLite opens a file; a name may hold any character."""
    return f"file:{quote(os.fsencode(path))}?{mode}"


def is_part_of(library: Path, path: Path) -> bool:
    """Whether a file is an open library, or one that SQLite keeps beside it, by whatever name.

    Such a file must never be opened but through SQLite. Closing it again would let go of every lock that this
    process holds on it, and another program would write where we do:
    https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    """
    with suppress(OSError):
        found = path.stat()
        if found.st_dev != library.stat().st_dev:
            return False
        for suffix in OF_SQLITE:
            with suppress(OSError):
                if os.path.samestat(found, Path(f"{library}{suffix}").stat()):
                    return True
    return False


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Everything inside is written together or not at all; inside another one, it joins that.

    Raises LibraryError if the file is busy, read-only or cannot be written.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    try:
        db.conn.execute("begin immediate")
    except sqlite3.Error as error:
        raise _refusal(db, error) from error
    try:
        yield
        db.conn.execute("commit")
    except sqlite3.DatabaseError:
        db.rollback()
        with told(path_of(db)):
            raise
    except BaseException:
        db.rollback()
        raise


def _refusal(db: Database, error: sqlite3.Error) -> LibraryError:
    """The sentence for a transaction that could not begin."""
    found = failure(error, path_of(db))
    if found.kind == "read-only" and db.execute("pragma user_version").fetchone()[0] > schema.VERSION:
        return LibraryError("read-only", NEWER_READ_ONLY, **found.facts)
    return found


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file itself, also while reading, into a LibraryError; bugs fly on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        of_the_file = getattr(error, "sqlite_errorcode", 0) & 0xFF in OF_THE_FILE
        if not of_the_file and not str(error).startswith(UNDECODABLE):
            raise
        raise failure(error, path) from error


@contextmanager
def taken_apart(db: Database) -> Iterator[None]:
    """Raises LibraryError where a stored value cannot be taken apart as it was put together."""
    try:
        yield
    except (ValueError, TypeError, zlib.error) as error:
        raise LibraryError("damaged", DAMAGED, file=str(path_of(db)), why=NO_VALUE) from error


def path_of(db: Database) -> Path:
    """The file behind a connection of a library."""
    return cast(_Connection, db.conn).path


def failure(error: sqlite3.Error, path: Path) -> LibraryError:
    """The sentence for what SQLite says of this file."""
    words, file = str(error), str(path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return LibraryError("busy", BUSY, file=file)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return LibraryError("read-only", READ_ONLY, file=file)
    if code == sqlite3.SQLITE_FULL:
        return LibraryError("full", FULL, file=file)
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryError("unreadable", UNREADABLE, file=file, why=words)
    if words.startswith(UNDECODABLE):
        return LibraryError("damaged", DAMAGED, file=file, why=NO_TEXT)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryError("damaged", DAMAGED, file=file, why=words)
    if getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ):
        return LibraryError("unreachable", UNREACHABLE, file=file, why=words)
    return LibraryError("unwritable", FAILED, file=file, why=words)
