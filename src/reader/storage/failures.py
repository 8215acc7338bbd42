"""What SQLite says of a library file, as sentences for the person who works with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import LibraryError

DAMAGED = "{file} is damaged: {why}. It was left as it is; restore it from a copy."
DAMAGED_INDEX = "The search index of {file} is damaged; the articles are not. Searching makes it anew."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."
UNREACHABLE = "{file} cannot be read any more: {why}. See whether its disk is still there."
BUSY = "{file} is being written by another program. Try again in a moment."
READ_ONLY = "{file} is open for reading only, so nothing in it can be changed. Copy it to a folder you may write to."
FULL = "There is no space left for {file}. Free some space and try again; nothing was lost."
FAILED = "{file} could not be written: {why}."
UNDECODABLE = "Could not decode to UTF-8"  # so Python begins what it says of text with bytes that are none
BAD_TEXT = "a text in it is not UTF-8"
NO_VALUE = "a value in it is not what was stored"
REASONS = (  # what is said most often of a file, by SQLite and by systems; the window translates it
    BAD_TEXT,
    NO_VALUE,
    "database disk image is malformed",
    "file is not a database",
    "disk I/O error",
    "unable to open database file",
    "Permission denied",
    "Read-only file system",
    "Input/output error",
    "No such file or directory",
    "No space left on device",
)
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


def is_of_index(error: sqlite3.Error) -> bool:
    """Whether SQLite says that a virtual table is damaged: all that we have are parts of the search index."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB


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
    if is_of_index(error):
        return LibraryError("damaged-index", DAMAGED_INDEX, file=file)
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryError("unreadable", UNREADABLE, file=file, why=words)
    if words.startswith(UNDECODABLE):
        return LibraryError("damaged", DAMAGED, file=file, why=BAD_TEXT)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryError("damaged", DAMAGED, file=file, why=words)
    if getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ):
        return LibraryError("unreachable", UNREACHABLE, file=file, why=words)
    return LibraryError("unwritable", FAILED, file=file, why=words)
