"""A library that is open: for whom, for reading only or for writing too, and what happens when it is harmed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

import making
from making import execute
from reader.domain.errors import LibraryError
from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.services import edits
from reader.services.checking import check
from reader.storage import articles, connection, highlights, journal, marked, schema, tags, texts
from reader.storage.failures import told
from reader.storage.library import Library, create, open_library

Damage = Callable[[Path], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed library with one article and a highlight."""
    made = create(tmp_path / "a.reader")
    edits.highlight(made.db, making.add(made.db), 0, 3)
    made.close()
    return made.path


def test_a_library_beside_which_no_log_can_be_made_opens_to_read(path: Path) -> None:
    Path(f"{path}-shm").symlink_to("nowhere")  # which SQLite does not follow
    Path(f"{path}-wal").touch()  # left behind by an attempt that came to nothing
    raw = path.read_bytes()
    opened = open_library(path)
    assert_readable_only(opened)
    assert articles.ids(opened.connect(), ArticleQuery()) == [1]
    opened.close()
    assert path.read_bytes() == raw


def test_an_unreadable_file_is_refused(path: Path, powerless: None) -> None:
    path.chmod(0)
    with pytest.raises(LibraryError, match="cannot be read: Permission denied") as refused:
        open_library(path)
    assert refused.value.kind == "unreadable"


@pytest.mark.parametrize("mode", ["begin exclusive", "pragma locking_mode = exclusive"])
def test_a_library_in_use_by_an_exclusive_lock_is_refused(
    path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", ("busy_timeout = 50", *connection.PRAGMAS[1:]))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("pragma journal_mode = delete")
        other.execute(mode)
        other.execute("create table if not exists texts (x)") if other.in_transaction else other.execute(
            "begin exclusive"
        )
        with pytest.raises(LibraryError, match="is being written by another program") as refused:
            open_library(path)
    assert refused.value.kind == "busy"


def assert_readable_only(opened: Library) -> None:
    found = articles.get(opened.db, 1)
    assert opened.read_only and found is not None and found.text == making.TEXT
    with pytest.raises(LibraryError, match="is open for reading only") as refused:
        edits.highlight(opened.db, 1, 3, 5)
    assert refused.value.kind == "read-only"
    with pytest.raises(LibraryError, match="is open for reading only"):
        edits.undo(opened.db)


def test_a_read_only_file_opens_to_read(path: Path, powerless: None) -> None:
    path.chmod(0o444)
    raw = path.read_bytes()
    opened = open_library(path)
    assert_readable_only(opened)
    opened.close()
    assert path.read_bytes() == raw


def test_a_newer_minor_version_opens_to_read(path: Path) -> None:
    execute(
        "create table later (id integer primary key)",
        "create trigger later_too after insert on highlights begin insert into later values (null); end",
        "alter table tags add column later text",
        f"pragma user_version = {schema.VERSION + 1}",
    )(path)
    raw = path.read_bytes()
    opened = open_library(path)
    found = articles.get(opened.db, 1)
    assert opened.read_only and found is not None and found.text == making.TEXT
    for wish in (
        lambda: edits.highlight(opened.db, 1, 3, 5),
        lambda: edits.undo(opened.db),
        lambda: articles.set_place(opened.db, 1, 5),
    ):
        with pytest.raises(LibraryError, match="made by a newer Reader, so it is open for reading only") as refused:
            wish()
        assert refused.value.kind == "read-only"
    other = opened.connect()
    assert articles.ids(other, ArticleQuery()) == [1]
    other.close()
    opened.close()
    assert path.read_bytes() == raw
    assert [found.name for found in path.parent.iterdir()] == ["a.reader"]


def test_a_newer_version_that_is_in_the_log_only_is_seen_too(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("pragma wal_autocheckpoint = 0")
        newer.execute(f"pragma user_version = {schema.VERSION + 1}")
        opened = open_library(path)
        assert opened.read_only
        opened.close()
        newer.execute(f"pragma user_version = {schema.VERSION + 65536}")
        with pytest.raises(LibraryError, match=r"made by a newer Reader\. Update Reader to open it"):
            open_library(path)


@pytest.fixture
def locked(path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A library with one highlight more in its log, as after a crash, in a folder that may not be written."""
    folder = path.parent / "locked"
    folder.mkdir()
    shutil.copy(path, folder / "closed.reader")
    opened = open_library(path)
    edits.highlight(opened.db, 1, 3, 5)
    for found in path.parent.glob("a.reader*"):
        shutil.copy(found, folder)
        if not found.name.endswith("-shm"):
            shutil.copy(found, folder / found.name.replace("a.reader", "b.reader"))
    opened.close()
    request.getfixturevalue("powerless")
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_library_in_a_read_only_folder_opens_to_read(locked: Path) -> None:
    before = sorted(locked.iterdir())
    opened = open_library(locked / "closed.reader")
    assert_readable_only(opened)
    opened.close()
    assert sorted(locked.iterdir()) == before


def test_a_log_left_in_a_read_only_folder_is_read_too_or_the_library_refused(locked: Path) -> None:
    opened = open_library(locked / "a.reader")
    assert opened.db.execute("select count(*) from highlights").fetchone()[0] == 2
    assert_readable_only(opened)
    opened.close()
    with pytest.raises(LibraryError, match=r"b\.reader cannot be read: unable to open database file"):
        open_library(locked / "b.reader")


def test_a_new_library_is_private_and_set_up(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "表情😀 #%?.reader"
    made = create(path)
    assert made.path == path and not made.read_only
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name != "posix"
    values = {
        name: made.db.execute(f"pragma {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size")
    }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
    }
    making.add(made.db)
    made.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    raw = path.read_bytes()
    assert int.from_bytes(raw[68:72]) == schema.APPLICATION_ID and int.from_bytes(raw[60:64]) == schema.VERSION
    opened = open_library(path)
    assert articles.counts(opened.db)["all"] == 1
    opened.close()


def test_a_library_is_never_made_over_something(path: Path, tmp_path: Path) -> None:
    raw = path.read_bytes()
    for there in (path, tmp_path):
        with pytest.raises(LibraryError, match="exists already") as refused:
            create(there)
        assert refused.value.kind == "exists"
    (tmp_path / "file").touch()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(LibraryError, match="could not be written: its folder is a file"):
        create(tmp_path / "file" / "b.reader")
    assert sorted(tmp_path.iterdir()) == before
    assert path.read_bytes() == raw


def test_a_link_to_a_library_opens_the_real_one(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.reader"
    link.symlink_to(path)
    opened = open_library(link)
    assert opened.path == path
    edits.highlight(opened.db, 1, 3, 5)
    opened.close()
    assert link.is_symlink() and not list(tmp_path.glob("link.reader-*"))


def test_a_link_to_a_library_that_is_to_be_made_makes_the_real_one(tmp_path: Path) -> None:
    link = tmp_path / "link.reader"
    link.symlink_to("real.reader")
    made = create(link)
    assert made.path == tmp_path / "real.reader" and link.is_symlink()
    made.close()


def test_another_connection_is_seen_to_have_written(path: Path) -> None:
    one, two = open_library(path), open_library(path)
    before, own = one.data_version(), two.data_version()
    edits.highlight(two.db, 1, 3, 5)
    assert one.data_version() != before and two.data_version() == own
    third = one.connect()
    seen = one.data_version()
    edits.set_note(third, 1, "x")
    assert one.data_version() != seen
    assert edits.undo(one.db) is not None  # the journal is one for all connections
    assert one.db.execute("select note from highlights where id = 1").fetchone()[0] == ""
    third.close()
    two.close()
    one.close()


def test_a_writer_waits_for_another_and_is_told_if_in_vain(path: Path) -> None:
    opened = open_library(path)
    opened.db.execute("pragma busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(LibraryError, match="is being written by another program"):
            edits.highlight(opened.db, 1, 3, 5)
        other.execute("rollback")
    edits.highlight(opened.db, 1, 3, 5)
    opened.close()


def test_closing_waits_for_no_other_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", ("busy_timeout = 600000", *connection.PRAGMAS[1:]))
    opened = open_library(path)
    edits.highlight(opened.db, 1, 3, 5)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        closer = threading.Thread(target=opened.close, daemon=True)
        closer.start()
        closer.join(60)
        assert not closer.is_alive()
        other.execute("rollback")
    again = open_library(path)
    assert len(highlights.of_article(again.db, 1)) == 2
    again.close()


def test_a_full_disk_changes_nothing(path: Path) -> None:
    opened = open_library(path)
    pages = opened.db.execute("pragma page_count").fetchone()[0]
    opened.db.execute(f"pragma max_page_count = {pages + 2}")
    before = list(opened.db.conn.iterdump())
    with pytest.raises(LibraryError, match="There is no space left") as full:
        making.add(opened.db, "標題\n" + "字" * 200_000)
    assert full.value.kind == "full" and list(opened.db.conn.iterdump()) == before
    opened.db.execute("pragma max_page_count = 100000")
    making.add(opened.db, "標題\n" + "字" * 200_000)
    opened.close()


BAD_VALUES: dict[str, tuple[str, Callable[[Database], object]]] = {
    "left out": ("update texts set left_out = '[[1]]'", lambda db: texts.left_out(db, 1)),
    "origin": ("update originals set warnings = '['", lambda db: texts.origin(db, 1)),
    "one span": ('update highlights set "end" = 0', lambda db: highlights.get(db, 1)),
    "exported span": ('update highlights set "end" = 0', lambda db: list(marked.findings(db, HighlightQuery()))),
    "exported bytes": ("update highlights set note = x'41'", lambda db: list(marked.findings(db, HighlightQuery()))),
    "exported title": (
        "update articles set title = x'41'",
        lambda db: list(marked.findings(db, HighlightQuery())),
    ),
    "exported words": (
        "update highlights set note = cast(x'ff' as text)",
        lambda db: list(marked.findings(db, HighlightQuery())),
    ),
    "step": ("update step_rows set after = '['", lambda db: [journal.undo(db), journal.redo(db)]),
}


@pytest.mark.parametrize("name", BAD_VALUES)
def test_a_value_that_is_not_what_was_stored_is_told_as_damage(path: Path, name: str) -> None:
    damage, read = BAD_VALUES[name]
    execute("pragma ignore_check_constraints = on", damage)(path)
    opened = open_library(path)
    with pytest.raises(LibraryError, match=r"a\.reader is damaged: a (text|value) in it") as caught, told(path):
        read(opened.db)
    assert caught.value.kind == "damaged"
    opened.close()


@pytest.mark.parametrize(
    "damage",
    [
        "update texts set text = cast(x'e6b0' as text)",
        "update texts set text = replace(text, '民', '氏')",
        "update texts set text = x'00'",
        "update articles set source = x'41'",
        "update texts set marks = '[[0'",
        """update texts set marks = '[[0, 99, "bold", ""]]'""",
        """update texts set marks = '[[0, 2, "item", "x"]]'""",
        """update texts set marks = '[["0", 2, "bold", ""]]'""",
        "update texts set glosses = '[1]'",
        """update texts set glosses = '[[-1, "(a)"]]'""",
        "delete from texts",
    ],
)
def test_a_text_that_is_not_what_was_stored_is_named_and_not_shown(path: Path, damage: str) -> None:
    execute(damage)(path)
    opened = open_library(path)
    for wish in (lambda: articles.get(opened.db, 1), lambda: edits.highlight(opened.db, 1, 3, 5)):
        with pytest.raises(LibraryError, match=r'The text of "我市召開會議" in .*a\.reader is damaged') as caught:
            wish()
        assert caught.value.kind == "damaged-text"
    opened.close()


@pytest.mark.parametrize("value", ['"end" = 0', '"end" = 5000', "\"end\" = 'x'", "\"end\" = x'00'", "note = x'41'"])
def test_a_highlight_that_is_not_what_was_stored_is_told_with_its_article(path: Path, value: str) -> None:
    execute("pragma ignore_check_constraints = on", f"update highlights set {value}")(path)
    opened = open_library(path)
    with pytest.raises(LibraryError, match=r'A highlight of "我市召開會議" in .*a\.reader is damaged') as caught:
        highlights.of_article(opened.db, 1)
    assert caught.value.kind == "damaged-highlight"
    opened.close()


def test_bytes_that_are_no_characters_hide_nothing_else(path: Path) -> None:
    execute(
        "update articles set title = cast(x'41ff42' as text)",
        "update highlights set note = cast(x'ff' as text)",
        "update steps set detail = cast(x'ff' as text)",
        "insert into tags (id, uid, name, color) values (1, '', cast(x'41ff' as text), '')",
    )(path)
    opened = open_library(path)
    db = opened.db
    assert articles.rows(db, [1])[1].title == "A\ufffdB"
    assert [each.note for each in highlights.of_article(db, 1)] == ["\ufffd"]
    found = articles.get(db, 1)
    assert found is not None and found.text == making.TEXT
    assert [tag.name for tag in tags.tree(db)] == ["A\ufffd"]
    assert "\ufffd" in {step.detail for step in journal.history(db)}
    opened.close()


def test_a_library_that_is_cut_while_it_is_open_is_told_of_also_when_writing(path: Path) -> None:
    opened = open_library(path)
    os.truncate(path, 4096)
    for wish in (lambda: edits.set_starred(opened.db, [1], True), lambda: edits.undo(opened.db)):
        with pytest.raises(LibraryError, match=r"a\.reader is damaged") as told:
            wish()
        assert told.value.kind == "damaged"
    opened.close()


def test_a_library_whose_making_was_cut_short_is_completed(tmp_path: Path) -> None:
    path = tmp_path / "a.reader"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"pragma application_id = {schema.APPLICATION_ID}")
    opened = open_library(path)
    making.add(opened.db)
    opened.close()
    assert int.from_bytes(path.read_bytes()[60:64]) == schema.VERSION


def test_a_power_cut_while_the_log_goes_into_the_file_is_no_damage(path: Path) -> None:
    cut_while_folding(path)
    opened = open_library(path)
    assert len(articles.ids(opened.db, ArticleQuery())) == 1 + IN_LOG and check(opened.db) == []
    opened.close()


def test_the_same_file_without_its_log_is_refused_and_left_as_it_is(path: Path) -> None:
    cut_while_folding(path)
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="is damaged"):
        open_library(path)
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]


def cut_while_folding(path: Path) -> None:
    """Put the first page of the log into the file: it counts pages that have not arrived, and are in the log only."""
    killed_with_log(path)
    log, pages = Path(f"{path}-wal").read_bytes(), path.read_bytes()
    size = int.from_bytes(log[8:12])
    frames = [log[at : at + 24 + size] for at in range(32, len(log), 24 + size)]
    first = [frame[24:] for frame in frames if frame[:4] == b"\0\0\0\1"][-1]
    assert int.from_bytes(first[28:32]) * size > len(pages)
    path.write_bytes(first + pages[size:])


IN_LOG = 12  # articles; of more pages SQLite itself puts some into the file


def killed_with_log(path: Path) -> None:
    """Add articles in another process, which then ends at once: they are in the log only."""
    script = (
        "import os, sys, making\nfrom pathlib import Path\nfrom reader.storage.library import open_library\n"
        "db = open_library(Path(sys.argv[1])).db\n"
        f"for number in range({IN_LOG}): making.add(db, str(number) + '\\n' + 'x' * 5000)\n"
        "os._exit(0)\n"
    )
    tests = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent / 'src'}"}
    subprocess.run([sys.executable, "-c", script, str(path)], env=environment, check=True)
