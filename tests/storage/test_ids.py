"""An id is given out once, whatever becomes of its row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

import making
from reader.domain.change import Steps
from reader.domain.highlight import Span
from reader.services import edits, tagging
from reader.storage import collections, highlights, journal, searches
from reader.storage.library import Library, create, open_library

Make = Callable[[Database], int]
Remove = Callable[[Database, int], object]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = create(tmp_path / "library.reader")
    making.add(made.db, "標題\n煙臺的港口增長了。")
    return made


def highlight(db: Database) -> int:
    return edits.highlight(db, 1, 3, 5)[0]


def article(db: Database) -> int:
    return making.add(db, "另一篇\n旁的話。")


def destroy(db: Database, made: int) -> None:
    edits.trash(db, [made])
    edits.empty_trash(db)


ROWS: dict[str, tuple[Make, Remove]] = {
    "articles": (article, destroy),
    "highlights": (highlight, lambda db, made: edits.remove_highlights(db, [made])),
    "tags": (lambda db: tagging.add(db, "港口")[0], tagging.delete),
    "searches": (lambda db: searches.add(db, "港口", "煙臺"), searches.delete),
    "collections": (lambda db: collections.add(db, "港口", ""), collections.delete),
}


@pytest.mark.parametrize("table", ROWS)
def test_a_row_that_is_gone_leaves_its_id_to_no_other(library: Library, table: str) -> None:
    make, remove = ROWS[table]
    first = make(library.db)
    remove(library.db, first)
    library.close()
    again = open_library(library.path)
    assert make(again.db) == first + 1


def test_so_does_one_that_was_taken_back(library: Library) -> None:
    first = highlight(library.db)
    edits.undo(library.db)
    second, _ = edits.highlight(library.db, 1, 3, 4)
    assert second == first + 1
    assert len(journal.history(library.db, which=Steps(article=1, highlight=second))) == 1


def test_one_that_comes_back_has_its_id_again(library: Library) -> None:
    first, second = highlight(library.db), edits.highlight(library.db, 1, 3, 4)[0]
    edits.remove_highlights(library.db, [first, second])
    edits.undo(library.db)
    assert [each.id for each in highlights.of_article(library.db, 1)] == [first, second]


def test_many_that_are_highlighted_at_once_get_ids_in_their_order(library: Library) -> None:
    edits.remove_highlights(library.db, [highlight(library.db)])
    passages = [(1, Span(at, at + 2), "標題\n煙臺的港口增長了。") for at in (7, 3, 5)]
    made = highlights.add_all(library.db, passages)
    assert made == [2, 3, 4]
    assert [each.span.start for each in highlights.of_article(library.db, 1)] == [3, 5, 7]
    assert [each.id for each in highlights.of_article(library.db, 1)] == [3, 4, 2]
