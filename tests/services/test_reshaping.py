"""Highlights whose ends are moved, that are parted and joined."""

from __future__ import annotations

import random

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight import Highlight, Span
from reader.domain.rewriting import Replacement
from reader.services import amending, checking, edits, reshaping, tagging
from reader.storage import highlights, journal
from reader.storage.library import Library

TEXT = "標題\n第一句😀說民生。 \n\U00020bb7第二句說經濟。末"
KINDS = ("resize", "split", "join")
ME, OTHER = "林", "王"


@pytest.fixture
def db(library: Library) -> Database:
    making.add(library.db, TEXT)
    tagging.add(library.db, "a")
    tagging.add(library.db, "b")
    return library.db


def made(db: Database, start: int, end: int, *tags: int, note: str = "", color: str = "", analyst: str = ME) -> int:
    return edits.highlight(db, 1, start, end, tags=tags, note=note, color=color, analyst=analyst)[0]


def kept(db: Database) -> list[Highlight]:
    assert checking.check(db) == []
    return highlights.of_article(db, 1)


def test_other_ends_leave_all_else_as_it_is_and_undo_brings_them_back(db: Database) -> None:
    number = made(db, 3, 6, 1, note="n", color="red")
    before = highlights.get(db, number)
    for span in (Span(0, 2), Span(6, 7), Span(0, len(TEXT)), Span(12, 14)):
        merged, change = reshaping.resize(db, number, span)
        after = highlights.get(db, number)
        assert before is not None and after is not None and not merged and change.highlights == {number}
        assert after == before._replace(span=span, quote=span.of(TEXT), updated=after.updated)
    assert journal.history(db)[0].kind == "resize" and journal.history(db)[0].detail == Span(12, 14).of(TEXT)
    for _ in range(4):
        edits.undo(db)
    assert kept(db) == [before]


def test_the_same_ends_are_no_step_and_a_passage_outside_the_text_is_refused(db: Database) -> None:
    number, steps = made(db, 3, 6), len(journal.history(db))
    assert reshaping.resize(db, number, Span(3, 6)) == (False, reshaping.Change())
    for highlight, span in ((number, Span(3, len(TEXT) + 1)), (99, Span(0, 1))):
        with pytest.raises(EditError):
            reshaping.resize(db, highlight, span)
    assert len(journal.history(db)) == steps


def test_on_the_span_of_another_one_they_become_one_that_has_all_of_both(db: Database) -> None:
    there = made(db, 3, 6, 1, note="eins", color="blue")
    number = made(db, 3, 9, 2, note="zwei")
    before = kept(db)
    merged, change = reshaping.resize(db, number, Span(3, 6))
    [one] = kept(db)
    assert merged and change.highlights == {there, number}
    assert (one.id, one.tags, one.note, one.color) == (number, (2, 1), "zwei\neins", "blue")
    edits.undo(db)
    assert kept(db) == before


def test_those_of_another_analyst_stay_apart(db: Database) -> None:
    made(db, 3, 6, 1, analyst=OTHER)
    number = made(db, 3, 9, 2)
    assert not reshaping.resize(db, number, Span(3, 6))[0]
    assert [each.analyst for each in kept(db)] == [OTHER, ME]


def test_many_small_moves_are_one_step_and_what_was_met_on_the_way_is_left(db: Database) -> None:
    other = made(db, 3, 7, 1)
    number = made(db, 3, 6, 2)
    before, steps, before_last = kept(db), len(journal.history(db)), journal.history(db)[0].id
    last: int | None = None
    for end in (7, 8, 9):
        merged, _ = reshaping.resize(db, number, Span(3, end), instead=last)
        assert merged == (end == 7)
        last = journal.history(db)[0].id
    assert journal.size_after(db, before_last) == journal.size(db, last)
    assert [(each.id, each.span.end) for each in kept(db)] == [(number, 9), (other, 7)]
    assert len(journal.history(db)) == steps + 1
    edits.undo(db)
    assert kept(db) == before
    edits.redo(db)
    assert highlights.get(db, number).span == Span(3, 9)  # type: ignore[union-attr]


def test_a_step_that_is_not_the_latest_any_more_stays(db: Database) -> None:
    number = made(db, 3, 6)
    reshaping.resize(db, number, Span(3, 7))
    last = journal.history(db)[0].id
    edits.set_note(db, number, "n")
    reshaping.resize(db, number, Span(3, 8), instead=last)
    edits.undo(db)
    assert [(each.span.end, each.note) for each in kept(db)] == [(7, "n")]


def test_a_step_of_another_highlight_stays(db: Database) -> None:
    other, number = made(db, 9, 12), made(db, 3, 6)
    reshaping.resize(db, other, Span(9, 13))
    moved = journal.history(db)[0]
    reshaping.resize(db, number, Span(3, 7), instead=moved.id)
    assert [each.span for each in kept(db)] == [Span(3, 7), Span(9, 13)] and moved in journal.history(db)
    reshaping.resize(db, number, Span(9, 14), instead=journal.history(db)[0].id)
    edits.set_note(db, number, "n")
    reshaping.resize(db, number, Span(9, 15), instead=journal.history(db)[0].id)
    edits.undo(db)
    assert highlights.get(db, number).note == "n"  # type: ignore[union-attr]


def test_moved_back_to_where_it_was_nothing_is_left_to_undo(db: Database) -> None:
    number = made(db, 3, 6)
    latest = journal.next_undo(db)
    reshaping.resize(db, number, Span(3, 7))
    moved = journal.next_undo(db)
    assert moved is not None and moved != latest
    _, change = reshaping.resize(db, number, Span(3, 6), instead=moved.id)
    assert change.highlights == {number} and journal.next_undo(db) == latest


def test_parted_at_a_place_both_have_the_tags_and_joined_again_it_is_as_before(db: Database) -> None:
    end = TEXT.index("末")
    number = made(db, 3, end, 1, 2, note="n", color="red")
    second, _ = reshaping.split(db, number, TEXT.index("\U00020bb7"))
    first, other = kept(db)
    assert (first.id, first.quote, first.note) == (number, "第一句😀說民生。", "n")
    assert (other.id, other.quote, other.note) == (second, "\U00020bb7第二句說經濟。", "")
    assert first.tags == other.tags == (1, 2) and first.color == other.color == "red"
    assert first.analyst == other.analyst == ME
    joined, _ = reshaping.join(db, [second, number])
    [one] = kept(db)
    assert (one.id, one.uid, one.span, one.note, one.tags) == (joined, first.uid, Span(3, end), "n", (1, 2))
    assert joined == number


@pytest.mark.parametrize("at", [3, 13, 2, 11, 12, 99], ids=["start", "end", "before", "blank", "break", "beyond"])
def test_there_is_nothing_to_part_where_only_one_side_has_words(db: Database, at: int) -> None:
    number = made(db, 3, 13)
    assert TEXT[11:13] == " \n"
    with pytest.raises(EditError):
        reshaping.split(db, number, at)
    assert len(kept(db)) == 1


def test_a_part_that_is_highlighted_already_becomes_one_with_that(db: Database) -> None:
    there = made(db, 6, 9, 1)
    number = made(db, 3, 9, 2)
    second, _ = reshaping.split(db, number, 6)
    assert second == there
    assert [(each.id, each.tags) for each in kept(db)] == [(number, (2,)), (there, (1, 2))]


def test_joined_with_a_gap_what_is_between_belongs_to_it_and_notes_stay(db: Database) -> None:
    ids = [made(db, 14, 16, 2, note="zwei", color="blue"), made(db, 3, 5, 1, note="eins"), made(db, 4, 7)]
    before = kept(db)
    made_one, _ = reshaping.join(db, ids)
    [one] = kept(db)
    assert (made_one, one.span, one.note) == (ids[1], Span(3, 16), "eins\nzwei")
    assert (one.tags, one.color) == ((1, 2), "blue")
    assert journal.history(db)[0].count == 3
    edits.undo(db)
    assert kept(db) == before


def test_those_of_two_analysts_are_not_joined(db: Database) -> None:
    with pytest.raises(EditError):
        reshaping.join(db, [made(db, 3, 5), made(db, 5, 7, analyst=OTHER)])
    assert len(kept(db)) == 2


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_undoing_all_of_it_leads_back_and_redoing_it_to_the_end(db: Database, seed: int) -> None:
    chance = random.Random(seed)
    for start in range(0, 16, 3):
        made(db, start, start + 2, 1 + start % 2, note=str(start), analyst=chance.choice((ME, OTHER)))
    begun, steps = kept(db), len(journal.history(db, 1_000))
    last: int | None = None
    for _ in range(60):
        there = kept(db)
        one = chance.choice(there)
        try:
            match chance.randrange(4):
                case 0:
                    reshaping.split(db, one.id, chance.randrange(one.span.start, one.span.end + 1))
                case 1:
                    reshaping.join(db, [one.id, chance.choice(there).id])
                case _:
                    start, end = sorted(chance.sample(range(len(TEXT) + 1), 2))
                    reshaping.resize(db, one.id, Span(start, end), instead=last)
        except EditError:
            continue
        latest = journal.next_undo(db)
        last = latest.id if latest is not None and latest.kind == "resize" and chance.random() < 0.5 else None
        spans = [(each.span, each.analyst) for each in kept(db)]
        assert len(set(spans)) == len(spans) and all(each.quote == each.span.of(TEXT) for each in kept(db))
    ended = kept(db)
    while (latest := journal.next_undo(db)) is not None and latest.kind in KINDS:
        edits.undo(db)
    assert kept(db) == begun
    while edits.redo(db) is not None:
        pass
    assert kept(db) == ended and len(journal.history(db, 1_000)) > steps


def test_words_that_are_gone_from_the_text_are_no_highlight_to_become_one_with(db: Database) -> None:
    orphan = made(db, 3, 6, 1)
    db.execute("update highlights set state = 'orphan' where id = ?", [orphan])
    number = made(db, 3, 6, 2)
    assert number != orphan
    assert not reshaping.resize(db, made(db, 3, 9), Span(3, 7))[0]
    assert len(highlights.orphans(db, 1)) == 1


@pytest.mark.parametrize("act", ["split", "join"])
def test_a_highlight_whose_words_are_gone_meanwhile_is_neither_parted_nor_joined(db: Database, act: str) -> None:
    begin = TEXT.index("第一")
    number, other = made(db, begin, len(TEXT)), made(db, 0, 2)
    amending.correct(db, 1, TEXT, [Replacement(begin, len(TEXT), "")])
    [orphan], steps = highlights.orphans(db, 1), len(journal.history(db))
    with pytest.raises(EditError, match="no longer in the text") as refused:
        reshaping.split(db, number, begin + 3) if act == "split" else reshaping.join(db, [number, other])
    assert refused.value.kind == "no-place"
    assert highlights.orphans(db, 1) == [orphan] and [each.id for each in kept(db)] == [other]
    assert len(journal.history(db)) == steps
