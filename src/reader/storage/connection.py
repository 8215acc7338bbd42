"""A connection to a library file, and the transactions that change it."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import quote

from sqlite_utils import Database

from reader.domain.errors import LibraryError
from reader.storage import schema
from reader.storage.failures import DAMAGED, NO_VALUE, UNDECODABLE, failure, told

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

NEWER_READ_ONLY = "{file} was made by a newer Reader, so it is open for reading only. Update Reader to change it."


class Guard(Protocol):
    """Looks whether the file is still the one that was opened (`watching.Watch`)."""

    def writing(self) -> AbstractContextManager[None]:
        """While this process writes to it."""

    def look(self, db: Database) -> None:
        """Raise LibraryError if it is another one, or was written to by somebody else than SQLite."""


Settle = Callable[[Database], int | None]  # ends a transaction; what it gives is the number of it, if it has one


class _Connection(sqlite3.Connection):
    """Knows its file without asking SQLite, which could not answer once the file is damaged."""

    path: Path
    guard: Guard | None = None
    settle: Settle | None = None
    turn: AbstractContextManager[object] = nullcontext()
    numbers: list[int]


def connect(path: Path, mode: str, *, read_only: bool, guard: Guard | None = None) -> Database:
    """Open a library file that was recognised as one. `mode` is how SQLite takes the file (`Library.mode`).

    `guard` is asked before anything is written.
    """
    connection = sqlite3.connect(
        address(path, mode), uri=True, isolation_level=None, check_same_thread=False, factory=_Connection
    )
    connection.path = path
    connection.numbers = []
    try:
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
        if read_only:
            connection.execute("pragma query_only = on")
    except sqlite3.Error:
        connection.close()
        raise
    connection.guard = guard
    return Database(connection, execute_plugins=False, recursive_triggers=False)


def settle_with(db: Database, settle: Settle | None) -> None:
    """Let each transaction of a connection end with what `settle` does."""
    cast(_Connection, db.conn).settle = settle


def take_turns(db: Database, turn: AbstractContextManager[object]) -> None:
    """Let each transaction of a connection wait, however long, for those of others that take turns with it."""
    cast(_Connection, db.conn).turn = turn


def numbers(db: Database) -> list[int]:
    """The numbers of the transactions that were committed through a connection, since this was asked last."""
    connection = cast(_Connection, db.conn)
    committed, connection.numbers = connection.numbers, []
    return committed


def keep_in_memory(db: Database, kilobytes: int) -> None:
    """Let a connection keep so much of the file in memory, at the most."""
    db.execute(f"pragma cache_size = -{int(kilobytes)}")


def address(path: Path, mode: str) -> str:
    """The address under which SQLite opens a file; a name may hold any character."""
    return f"file:{quote(os.fsencode(path))}?{mode}"


def path_of(db: Database) -> Path:
    """The file behind a connection of a library."""
    return cast(_Connection, db.conn).path


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
                # No Path, which takes longer than the look: it is done for each file.
                if os.path.samestat(found, os.stat(f"{library}{suffix}")):  # noqa: PTH116
                    return True
    return False


@contextmanager
def transaction(db: Database, *, settled: bool = False) -> Iterator[None]:
    """Everything inside is written together or not at all; inside another one, it joins that.

    `settled`: nothing of it is to be indexed. Raises LibraryError if the file is busy, read-only, is not the one any
    more that was opened, or cannot be written.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    connection = cast(_Connection, db.conn)
    with connection.turn:
        yield from _alone(db, connection, settled)


def _alone(db: Database, connection: _Connection, settled: bool) -> Iterator[None]:
    guard = connection.guard
    if guard is not None:
        guard.look(db)
    try:
        db.conn.execute("begin immediate")
    except sqlite3.Error as error:
        raise _refusal(db, error) from error
    try:
        yield
        settle = None if settled else connection.settle
        number = settle(db) if settle is not None else None
        with guard.writing() if guard is not None else nullcontext():
            db.conn.execute("commit")
        if number is not None:
            connection.numbers.append(number)
    except sqlite3.DatabaseError:
        db.rollback()
        with told(path_of(db)):
            raise
    except BaseException:
        db.rollback()
        raise


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Everything that is read inside is as it was at one moment, whatever others write meanwhile."""
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("begin")
    try:
        yield
    finally:
        db.conn.execute("rollback")


def _refusal(db: Database, error: sqlite3.Error) -> LibraryError:
    """The sentence for a transaction that could not begin."""
    found = failure(error, path_of(db))
    if found.kind == "read-only" and db.execute("pragma user_version").fetchone()[0] > schema.VERSION:
        return LibraryError("read-only", NEWER_READ_ONLY, **found.facts)
    return found


@contextmanager
def taken_apart(db: Database) -> Iterator[None]:
    """Raises LibraryError where a stored value cannot be taken apart as it was put together."""
    try:
        yield
    except (ValueError, TypeError, zlib.error) as error:
        raise LibraryError("damaged", DAMAGED, file=str(path_of(db)), why=NO_VALUE) from error


def fresh_id(db: Database, table: str) -> int:
    """The first of the ids that no row of a table has or had, for a transaction that uses it.

    So whoever still means a row that is gone never comes upon another one.
    """
    there = db.execute(f"select max(id) from {table}").fetchone()[0] or 0
    gone = db.execute("select max(id) from last_ids where name = ?", [table]).fetchone()[0] or 0
    return 1 + int(max(there, gone))


def put_in(db: Database, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Insert rows, all by one statement.

    A statement for each row takes five times as long where triggers follow: SQLite then keeps what the statement
    changes, to be able to take it alone back, and each time looks through all that it keeps for the savepoints around
    it. Up to 32,766 values.
    """
    marks = f"({', '.join('?' * len(columns))})"
    names, every = ", ".join(f'"{column}"' for column in columns), ", ".join([marks] * len(rows))
    db.execute(f"insert into {table} ({names}) values {every}", [value for row in rows for value in row])


def json_list(some: Iterable[object]) -> str:
    """Values as the one value of a statement, which reads them by `json_each`: however many they are."""
    return json.dumps(list(some))


def as_list(db: Database, statement: str, values: Sequence[object] = ()) -> list[Any]:
    """The list that is the one value of an answer, which a statement makes with `json_group_array`.

    As one row: other threads wait for Python at each row otherwise.
    """
    found: list[Any] = json.loads(db.execute(statement, values).fetchone()[0])
    return found


def ids_of(db: Database, statement: str, values: Sequence[object] = ()) -> list[int]:
    """What a statement selects as `id`."""
    return as_list(db, f"select json_group_array(id) from ({statement})", values)


def fetched(db: Database, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """All rows of an answer. Bytes of a damaged file that are no characters come as U+FFFD: the rest can be seen."""
    try:
        return db.execute(statement, values).fetchall()
    except sqlite3.OperationalError as error:
        if not str(error).startswith(UNDECODABLE):
            raise
    db.conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        return db.execute(statement, values).fetchall()
    finally:
        db.conn.text_factory = str
