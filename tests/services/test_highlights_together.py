"""Many highlights changed at once: what each has afterwards, one step each, and nothing where it is stopped."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.services import edits, highlights_together, tagging
from reader.services.checking import check
from reader.storage import highlights, journal, tags
from reader.storage.highlights import Highlight
from reader.storage.library import Library

COUNT = 1_200  # more than are changed by one statement


@pytest.fixture
def db(library: Library) -> Database:
    """1,200 highlights of an article: each third has tag 1, each second tag 2, and the first a note and a colour."""
    article = making.add(library.db, "字" * COUNT)
    one, two = tagging.add(library.db, "one")[0], tagging.add(library.db, "two")[0]
    with journal.step(library.db, "highlight"):
        for number in range(COUNT):
            wanted = [one] * (number % 3 == 0) + [two] * (number % 2 == 0)
            edits.highlight(library.db, article, number, number + 1, tags=wanted)
    edits.set_note(library.db, 1, "seen")
    edits.set_highlight_color(library.db, 1, "red")
    return library.db


def every(db: Database) -> list[Highlight]:
    return [found for number in range(1, COUNT + 1) if (found := highlights.get(db, number))]


IDS = range(1, COUNT + 1)


def test_a_tag_is_replaced_where_it_is(db: Database) -> None:
    before = every(db)
    change = highlights_together.replace_tag(db, IDS, 1, 2)
    assert [set(each.tags) for each in every(db)] == [{2} if each.tags else set() for each in before]
    assert change.highlights == {each.id for each in before if 1 in each.tags}
    assert journal.history(db)[0].count == COUNT // 3 and check(db) == []
    edits.undo(db)
    assert every(db) == before


def test_a_tag_is_replaced_by_a_new_one(db: Database) -> None:
    highlights_together.replace_tag(db, [1, 2, 3], 2, "new/tag")
    made = tags.tree(db).find("new/tag")
    assert made is not None and [each.tags for each in every(db)[:3]] == [(1, made.id), (), (made.id,)]


def test_an_exclusive_tag_takes_the_place_of_its_sibling_here_too(db: Database) -> None:
    tagging.add(db, "three")
    tagging.set_exclusive(db, 3, True)
    highlights_together.replace_tag(db, IDS, 2, 3)
    assert {each.tags for each in every(db)} == {(), (1,), (3,)}


def test_notes_are_replaced_or_written_below(db: Database) -> None:
    highlights_together.set_notes(db, IDS, "more", below=True)
    assert [each.note for each in every(db)[:3]] == ["seen\nmore", "more", "more"]
    again = every(db)
    assert not highlights_together.set_notes(db, IDS, "more", below=True)
    assert every(db) == again
    highlights_together.set_notes(db, IDS, "instead")
    assert {each.note for each in every(db)} == {"instead"}
    edits.undo(db)
    assert every(db) == again


def test_colours_are_set_and_taken_away(db: Database) -> None:
    change = highlights_together.set_colors(db, IDS, "red")
    assert {each.color for each in every(db)} == {"red"} and 1 not in change.highlights
    highlights_together.set_colors(db, IDS, "")
    assert {each.color for each in every(db)} == {""}
    assert [step.count for step in journal.history(db)[:2]] == [COUNT, COUNT]


def test_what_cannot_be_is_refused(db: Database) -> None:
    before = every(db)
    for wish in (
        lambda: highlights_together.set_colors(db, IDS, "#fff"),
        lambda: highlights_together.replace_tag(db, IDS, 1, 99),
        lambda: highlights_together.replace_tag(db, IDS, 99, 1),
        lambda: highlights_together.replace_tag(db, IDS, 1, ";"),
    ):
        with pytest.raises(EditError):
            wish()
    assert every(db) == before


class Stop(Exception):
    """What a job that was cancelled raises."""


def stop(done: int, total: int) -> None:
    assert (done, total) in {(500, COUNT), (400, COUNT // 3)}
    raise Stop


def test_nothing_is_changed_where_it_is_stopped(db: Database) -> None:
    before, steps = every(db), journal.history(db)
    for wish in (
        lambda: highlights_together.set_colors(db, IDS, "blue", advance=stop),
        lambda: highlights_together.set_notes(db, IDS, "x", advance=stop),
        lambda: highlights_together.replace_tag(db, IDS, 1, 2, advance=stop),
    ):
        with pytest.raises(Stop):
            wish()
    assert every(db) == before and journal.history(db) == steps
