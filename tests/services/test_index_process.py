"""The index is brought up to date by a process of its own, which may be ended at any time and goes on from there."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

import making
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services.index_process import IndexProcess
from reader.storage import articles, indexing, journal
from reader.storage.library import create, open_library

MANY = 300
PATIENCE = 60  # seconds


@pytest.fixture
def unindexed(tmp_path: Path) -> Path:
    """A library of which nothing is in the index, as after another version of the folding."""
    with closing(create(tmp_path / "a.reader")) as made:
        with journal.step(made.db, "import"):
            for number in range(MANY):
                making.add(made.db, f"標題{number}\n" + "煙臺開發區的港口。" * 100)
        made.index_at_most(0)
        indexing.start_over(made.db)
        assert indexing.waiting(made.db) == (MANY, MANY)
    return tmp_path / "a.reader"


def works_on(process: IndexProcess, done: int) -> bool:
    """Let it work until so many articles are indexed; whether it still works."""
    last = time.monotonic() + PATIENCE
    while process.look():
        if process.progress is not None and process.progress[0] >= done:
            return True
        assert time.monotonic() < last
        time.sleep(0.005)
    return False


def test_all_is_indexed_and_the_process_ends(unindexed: Path) -> None:
    process = IndexProcess(unindexed)
    assert not works_on(process, MANY + 1)
    assert process.progress == (MANY, MANY)
    with closing(open_library(unindexed)) as library:
        assert indexing.is_settled(library.db)
        assert len(articles.ids(library.db, ArticleQuery(wanted=parse("烟台")))) == MANY
    assert list(unindexed.parent.iterdir()) == [unindexed]


def test_what_was_done_before_it_was_ended_stays(unindexed: Path) -> None:
    process = IndexProcess(unindexed)
    assert works_on(process, 1)
    process.stop()
    with closing(open_library(unindexed)) as library:
        missing, total = indexing.waiting(library.db)
        assert 0 < missing < MANY and total == MANY
    process = IndexProcess(unindexed)
    assert not works_on(process, MANY + 1) and process.progress == (MANY, MANY)


def test_an_index_in_many_pieces_is_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "PIECES", 4)
    with closing(create(tmp_path / "a.reader")) as library:
        for number in range(30):
            making.add(library.db, f"標題{number}\n煙臺開發區")
        assert indexing.has_work(library.db) and indexing.is_settled(library.db)
        assert not works_on(IndexProcess(tmp_path / "a.reader"), 31)
        assert not indexing.has_work(library.db)


def test_others_write_meanwhile(unindexed: Path) -> None:
    with closing(open_library(unindexed)) as library:
        library.index_at_most(0)
        library.wait_at_most(500)
        process, written = IndexProcess(unindexed), 0
        while works_on(process, 1) and written < 20:
            articles.set_place(library.db, 1, written)
            written += 1
        assert written
        works_on(process, MANY + 1)
        assert indexing.is_settled(library.db) and articles.place(library.db, 1) == written - 1


def test_a_library_that_is_gone_ends_it(tmp_path: Path) -> None:
    process = IndexProcess(tmp_path / "none.reader")
    assert not works_on(process, 1) and process.progress is None
