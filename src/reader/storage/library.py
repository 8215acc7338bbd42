"""An open library file, making a new one, and opening one that is there.

A file that is not wholly understood is never written to: it is refused, or opened for reading only where a newer
Reader made it and says that this one can read it. Its bytes stay as they are.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import RLock

from sqlite_utils import Database

from reader.domain.errors import LibraryError
from reader.storage import indexing, journal, recognition, recording, schema
from reader.storage.connection import connect, settle_with, take_turns, transaction
from reader.storage.failures import FAILED, failure, told
from reader.storage.watching import Watch

SUFFIX = ".reader"
NO_ROOM = ("full", "unwritable", "unreadable")  # what is said where no log can be made beside the file
OLDER = (
    "{file} was made by an older Reader and has to be brought up to date, but nothing can be written where it is."
    " Copy it to a folder you may write to."
)
EXISTS = "{file} exists already. Open it, or choose another name."


class Library:
    """One open library file: its connection, and whether it may be changed."""

    def __init__(self, path: Path, db: Database, mode: str, read_only: bool, watch: Watch | None) -> None:
        self.path = path
        self.db = db
        self.read_only = read_only
        self._mode = mode
        self._watch = watch
        self._analyst = ""
        self._turn = RLock()  # of all connections but `db`: no job may hold the window up

    def connect(self) -> Database:
        """Another connection to the same file, for another thread. The caller closes it.

        Raises LibraryError as `look`. That is asked through it: the connection of this library may be in use.
        """
        if self._watch is not None:
            self._watch.look_outside()
        with told(self.path):
            db = connect(self.path, self._mode, read_only=self.read_only, guard=self._watch)
        try:
            if self._watch is not None:
                self._watch.look(db)
            if not self.read_only:
                recording.record_changes(db.conn)
                journal.sign(db, self._analyst)
                settle_with(db, indexing.settling(indexing.IN_PASSING))
                take_turns(db, self._turn)
        except BaseException:
            db.close()
            raise
        return db

    @contextmanager
    def another(self) -> Iterator[Database]:
        """Another connection for as long as a job takes; what SQLite says of the file becomes a LibraryError."""
        with told(self.path), closing(self.connect()) as db:
            yield db

    def sign(self, analyst: str) -> None:
        """Say whose the steps are that are made from now on, through this connection and new ones."""
        self._analyst = analyst
        if not self.read_only:
            journal.sign(self.db, analyst)

    def index_at_most(self, characters: int) -> None:
        """How much each transaction of the connection indexes from now on of what waits to be."""
        settle_with(self.db, indexing.settling(characters))

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.db.execute("pragma data_version").fetchone()[0])

    def written(self) -> tuple[int, int]:
        """Numbers that tell writing something from indexing what is there (`indexing.written`)."""
        return (0, 0) if self.read_only else indexing.written(self.db)

    def look(self) -> None:
        """Raise LibraryError if the file was moved, deleted, replaced or overwritten; nothing is written to it then."""
        if self._watch is not None:
            self._watch.look(self.db)

    @property
    def overwritten(self) -> bool:
        """Whether somebody else wrote over the file, so that it has to be let go before it is opened again."""
        return self._watch is not None and self._watch.overwritten

    def fold(self) -> None:
        """Put the write-ahead log into the file, unless another program is at it.

        The less often there is something in the log, the less is lost where somebody replaces the file without it.
        """
        if self.read_only or not recognition.has_log(self.path):
            return
        writing = nullcontext() if self._watch is None else self._watch.writing()
        # Somebody may read it, so that a part of the log goes there only; or it is damaged: SQLite does it later.
        with suppress(sqlite3.DatabaseError), writing:
            with self.waiting(0):
                [busy, _, _] = self.db.execute("pragma wal_checkpoint(truncate)").fetchone()
            if self._watch is not None and not busy:
                self._watch.note_all(self.db)

    def wait_at_most(self, milliseconds: int) -> None:
        """How long the connection waits from now on where another one writes, before it raises LibraryError (busy)."""
        self.db.execute(f"pragma busy_timeout = {milliseconds}")

    @contextmanager
    def waiting(self, milliseconds: int) -> Iterator[None]:
        """Wait at most so long inside."""
        [before] = self.db.execute("pragma busy_timeout").fetchone()
        self.wait_at_most(milliseconds)
        try:
            yield
        finally:
            self.wait_at_most(before)

    def copy_to(self, path: Path) -> None:
        """Store what is open as a new file. Raises LibraryError where that cannot be."""
        with _under_its_name(path) as partial, closing(sqlite3.connect(partial)) as target:
            self.db.conn.backup(target)

    def close(self) -> None:
        """Fold the log into the file, unless that is somebody else's by now, and let it go."""
        with suppress(LibraryError, sqlite3.Error):  # a file that was moved gets what belongs to it, wherever it is
            self.look()
        if not self.overwritten:
            self.fold()
        self.db.close()


def create(path: Path) -> Library:
    """Make a new library file, readable by its owner only. Raises LibraryError where that cannot be.

    It is made under another name, so that nobody ever meets half of one.
    """
    path = Path(os.path.realpath(path))
    with _under_its_name(path) as partial:
        _fill(partial)
    return open_library(path)


@contextmanager
def _under_its_name(path: Path) -> Iterator[Path]:
    """A new file to be filled, which gets its name after that. Raises LibraryError."""
    partial = path.with_name(f".{uuid.uuid4().hex[:8]}.part")
    try:
        if path.exists():
            raise FileExistsError
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield partial
        _name(partial, path)
    except FileExistsError:
        if not os.path.lexists(path):
            raise LibraryError("unwritable", FAILED, file=str(path), why="its folder is a file") from None
        raise LibraryError("exists", EXISTS, file=str(path)) from None
    except OSError as error:
        raise LibraryError("unwritable", FAILED, file=str(path), why=error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise failure(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink()


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

    One whose minor version is newer opens for reading only, and so does one that cannot be written.
    """
    path = Path(os.path.realpath(path))  # unlike Path.resolve, also of a link that leads to itself
    newer = recognition.inspect(path) > schema.VERSION
    locked = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    mode = "mode=rw"
    if newer or locked:  # a log that is there stays as it is; none can be made where nothing may be written
        mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1" if locked else mode
    try:
        return _opened(path, mode, read_only=newer or locked)
    except LibraryError as error:
        if error.kind not in NO_ROOM or recognition.has_log(path):
            raise
        return _opened(path, "immutable=1", read_only=True)


def _opened(path: Path, mode: str, *, read_only: bool) -> Library:
    with recognition.opening(path):
        watch = None if read_only else Watch(path)
        db = connect(path, mode, read_only=read_only, guard=watch)
    try:
        with recognition.opening(path):
            version = recognition.inspect_schema(db.conn, path)  # another program may have written since
            if version > schema.VERSION:
                read_only = True
                db.execute("pragma query_only = on")
            elif read_only and version < schema.VERSION:
                raise LibraryError("older", OLDER, file=str(path))
            elif not read_only:
                if version < schema.VERSION:
                    with transaction(db):
                        schema.migrate(db.conn, version & 0xFFFF)
                recording.record_changes(db.conn)
                if not indexing.is_current(db):
                    indexing.start_over(db)
                settle_with(db, indexing.settling(indexing.IN_PASSING))
    except BaseException:
        db.close()
        raise
    return Library(path, db, mode, read_only, watch)
