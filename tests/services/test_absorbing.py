"""Links to a highlight that becomes one with another lead to that one, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database

import making
from reader.domain.highlight import Span
from reader.domain.links import Target, link, parts
from reader.domain.note import Owner
from reader.services import annotating, edits, reshaping, tagging
from reader.services.checking import check
from reader.storage import highlights, journal
from reader.storage.library import Library

ME, OTHER = "林", "王"
LINKED = {
    "of an article": Owner("article", 1),
    "of an article in the trash": Owner("article", 2),
    "of a tag": Owner("tag", 1),
    "of another highlight": Owner("highlight", 4),
    "of one that is gone": Owner("highlight", 2),
}


@pytest.fixture
def db(library: Library) -> Database:
    """Of me highlights 1 (0..3) and 3 (3..6), of the other one 2 (0..3) and 4 (6..8); article 2 is in the trash."""
    db = library.db
    making.add(db)
    making.add(db, "另一篇。")
    tagging.add(db, "a")
    for start, end, who in ((0, 3, ME), (0, 3, OTHER), (3, 6, ME), (6, 8, OTHER)):
        edits.highlight(db, 1, start, end, analyst=who)
    edits.trash(db, [2])
    return db


def note_to(db: Database, owner: Owner, number: int) -> str:
    """Write a note with a link to a highlight, and one to its article."""
    there = highlights.get(db, number)
    assert there is not None
    note = f"見{link('引文', Target('highlight', there.uid))}，{link('文章', Target('article', there.uid))}。"
    annotating.set_note(db, owner, note)
    return note


def led(db: Database, note: str) -> list[tuple[int, int] | None]:
    """Where the links of a note to highlights lead."""
    targets = [part.target for part in parts(note) if part.target is not None]
    return [highlights.place_of(db, each.uid) for each in targets if each.kind == "highlight"]


WAYS: dict[str, tuple[int, int, Callable[[Database], object]]] = {
    "claimed": (2, 1, lambda db: edits.claim_highlights(db, ME, [OTHER])),
    "moved onto it": (1, 3, lambda db: reshaping.resize(db, 3, Span(0, 3))),
    "joined": (3, 1, lambda db: reshaping.join(db, [1, 3])),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_link_leads_to_the_one_that_is_left_until_that_is_undone(db: Database, way: str) -> None:
    gone, left, act = WAYS[way]
    owner, steps = Owner("article", 1), len(journal.history(db))
    before = note_to(db, owner, gone)
    act(db)
    after = annotating.note_of(db, owner)
    assert led(db, after) == [(1, left)] and [part.words for part in parts(after)] == ["見", "引文", "，", "文章", "。"]
    assert len(journal.history(db)) == steps + 2 and check(db) == []
    edits.undo(db)
    assert annotating.note_of(db, owner) == before and led(db, before) == [(1, gone)]
    edits.redo(db)
    assert annotating.note_of(db, owner) == after and check(db) == []


@pytest.mark.parametrize("of", LINKED)
def test_whatever_has_the_note(db: Database, of: str) -> None:
    note_to(db, LINKED[of], 2)
    edits.claim_highlights(db, ME, [OTHER])
    owner = Owner("highlight", 1) if LINKED[of] == Owner("highlight", 2) else LINKED[of]
    assert led(db, annotating.note_of(db, owner)) == [(1, 1)]


def test_a_link_to_another_one_and_when_the_note_was_changed_stay(db: Database) -> None:
    changed = "select noted from articles where id = 1"
    note_to(db, Owner("article", 1), 2)
    other, before = note_to(db, Owner("tag", 1), 4), db.execute(changed).fetchone()
    edits.claim_highlights(db, ME, [OTHER])
    assert annotating.note_of(db, Owner("tag", 1)) == other and db.execute(changed).fetchone() == before
