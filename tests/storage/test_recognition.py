"""What is not wholly ours is refused in one sentence; its bytes and its log stay as they are."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import making
from making import execute
from reader.domain.errors import LibraryError
from reader.services import edits
from reader.storage import articles, schema
from reader.storage.library import create, open_library

Damage = Callable[[Path], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed library with one article and a highlight."""
    made = create(tmp_path / "a.reader")
    edits.highlight(made.db, making.add(made.db), 0, 3)
    made.close()
    return made.path


def write(data: bytes) -> Damage:
    return lambda path: path.write_bytes(data) and None


def other_program(path: Path) -> None:
    path.unlink()
    execute("create table notes (id)", "insert into notes values (1)")(path)


def planted(*row: object) -> Damage:
    """Puts a row into the schema itself, past the names that SQLite keeps to itself."""

    def plant(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("pragma writable_schema = on")
            db.execute("insert into sqlite_schema values (?, ?, ?, ?, ?)", row)
            db.execute("pragma wal_checkpoint(truncate)").fetchall()

    return plant


STAT = "CREATE TABLE sqlite_stat1(tbl,idx,stat,evil default (1))"
EVIL = "create trigger sqlite_evil after insert on highlights begin delete from articles; end"


def patched(offset: int, data: bytes) -> Damage:
    def patch(path: Path) -> None:
        raw = path.read_bytes()
        path.write_bytes(raw[:offset] + data + raw[offset + len(data) :])

    return patch


def cut(part: float) -> Damage:
    def shorten(path: Path) -> None:
        raw = path.read_bytes()
        path.write_bytes(raw[: int(len(raw) * part)])

    return shorten


REFUSED = {
    "empty": (write(b""), "empty", "is empty"),
    "text": (write("不是庫".encode() * 999), "not-sqlite", "is not a Reader library"),
    "picture": (write(b"\x89PNG\r\n\x1a\n" * 99), "not-sqlite", "is not a Reader library"),
    "zeros": (write(b"\0" * 9999), "not-sqlite", "is not a Reader library"),
    "cut in the header": (write(b"SQLite format 3\0" + b"\0" * 20), "not-sqlite", "is not a Reader library"),
    "another program's": (other_program, "foreign", "database of another program"),
    "another application id": (execute("pragma application_id = 7"), "foreign", "database of another program"),
    "newer major": (execute(f"pragma user_version = {schema.VERSION + 65536}"), "newer", "made by a newer Reader"),
    "newer minor without a table": (
        execute("drop table places", f"pragma user_version = {schema.VERSION + 1}"),
        "newer",
        "made by a newer Reader",
    ),
    "planted trigger": (
        execute("create trigger evil after insert on highlights begin delete from articles; end"),
        "strange",
        "holds parts that Reader did not make (evil)",
    ),
    "planted trigger with a name of SQLite's": (
        planted("trigger", "sqlite_evil", "highlights", 0, EVIL),
        "strange",
        "holds parts that Reader did not make (sqlite_evil)",
    ),
    "name that is no text": (
        execute(
            "pragma writable_schema = on", "update sqlite_schema set name = cast(name as blob) where name = 'analysts'"
        ),
        "strange",
        "holds parts that Reader did not make",
    ),
    "planted table of SQLite's": (
        planted("table", "sqlite_stat1", "sqlite_stat1", 2, STAT),
        "strange",
        "(sqlite_stat1",
    ),
    "planted virtual table": (execute("create virtual table evil using fts5(x)"), "strange", "(evil"),
    "negative version": (execute("pragma user_version = -1"), "damaged", "its version is none that Reader gives"),
    "version of no major": (execute("pragma user_version = 7"), "damaged", "its version is none that Reader gives"),
    "no version": (execute("pragma user_version = 0"), "strange", "holds parts that Reader did not make"),
    "greatest version": (execute("pragma user_version = 2147483647"), "newer", "made by a newer Reader"),
    "planted view": (
        execute("alter table tags rename to hidden", "create view tags as select * from hidden"),
        "strange",
        "holds parts that Reader did not make",
    ),
    "planted index": (execute("create index evil on texts (length(text))"), "strange", "(evil)"),
    "missing table": (execute("drop table places"), "strange", "(places)"),
    "missing index": (execute("drop index steps_by_state"), "strange", "(steps_by_state)"),
    "another column": (execute("alter table tags add column evil"), "strange", "(tags)"),
    "cut in half": (cut(0.5), "damaged", "is damaged"),
    "first page overwritten": (patched(100, b"\xff" * 300), "damaged", "is damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_wholly_ours_is_refused_and_left_alone(path: Path, name: str) -> None:
    damage, kind, words = REFUSED[name]
    damage(path)
    raw = path.read_bytes()
    with pytest.raises(LibraryError) as refused:
        open_library(path)
    sentence = str(refused.value)
    assert refused.value.kind == kind and words in sentence
    assert sentence.startswith(str(path)) and sentence.endswith(".") and "\n" not in sentence
    assert path.read_bytes() == raw
    assert [found.name for found in path.parent.iterdir()] == ["a.reader"]


def test_statistics_of_sqlite_keep_nobody_out(path: Path) -> None:
    execute("analyze")(path)
    open_library(path).close()


LOG_ONLY = {
    "strange": ("strange", "create table evil (x)"),
    "newer major": ("newer", f"pragma user_version = {schema.VERSION + 65536}"),
    "no version": ("damaged", "pragma user_version = -1"),
}


@pytest.mark.parametrize("index", ["with", "without"])
@pytest.mark.parametrize("name", LOG_ONLY)
def test_the_log_of_what_is_refused_is_left_alone_too(path: Path, name: str, index: str) -> None:
    kind, statement = LOG_ONLY[name]
    with_log(path, statement)
    if index == "without":
        Path(f"{path}-shm").unlink()
    before = {found.name: found.read_bytes() for found in path.parent.iterdir()}
    with pytest.raises(LibraryError) as refused:
        open_library(path)
    assert refused.value.kind == kind
    assert {name: (path.parent / name).read_bytes() for name in before} == before


def test_the_log_of_a_newer_minor_version_is_read_and_left_alone(path: Path) -> None:
    with_log(path, f"pragma user_version = {schema.VERSION + 1}")
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if not found.name.endswith("-shm")}
    opened = open_library(path)
    assert opened.read_only and articles.get(opened.db, 1) is not None
    opened.close()
    assert {name: (path.parent / name).read_bytes() for name in before} == before


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"none\.reader does not exist") as missing:
        open_library(tmp_path / "none.reader")
    with pytest.raises(LibraryError, match=r"is a folder, not a Reader library\. Choose a file") as folder:
        open_library(tmp_path)
    assert (missing.value.kind, folder.value.kind) == ("missing", "folder")
    assert list(tmp_path.iterdir()) == []


def with_log(path: Path, statement: str) -> None:
    """Run a statement in another process, which then ends at once: what it did is in the log only."""
    script = (
        "import os, sqlite3, sys\ndb = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute(sys.argv[2])\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path), statement], check=True)
    assert Path(f"{path}-wal").stat().st_size
