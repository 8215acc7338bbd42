"""What a person does to articles and highlights."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.services import checking, edits, tagging
from reader.storage import articles, highlights, journal, tags
from reader.storage.connection import transaction
from reader.storage.library import Library

MANY = 700  # articles, more than one statement is about
TEXT = "標題😀\n\U00020bb7野家（e\u0301）\u202e反\u202c字\n末"


@pytest.fixture
def db(library: Library) -> Database:
    making.add(library.db, TEXT)
    return library.db


def test_a_highlight_quotes_exactly_its_characters(db: Database) -> None:
    for start in range(len(TEXT)):
        made, _ = edits.highlight(db, 1, start, len(TEXT))
        found = highlights.get(db, made)
        assert found is not None and found.quote == TEXT[start:] and found.span == Span(start, len(TEXT))
    assert len(highlights.of_article(db, 1)) == len(TEXT) == articles.rows(db, [1])[1].highlights


def test_highlights_come_in_the_order_of_the_text_the_longer_first(db: Database) -> None:
    for start, end in ((5, 6), (0, 3), (5, 9), (0, 9)):
        edits.highlight(db, 1, start, end)
    assert [(each.span.start, each.span.end) for each in highlights.of_article(db, 1)] == [
        (0, 9),
        (0, 3),
        (5, 9),
        (5, 6),
    ]


def test_the_same_passage_is_one_highlight(db: Database) -> None:
    one, two = tagging.add(db, "a")[0], tagging.add(db, "b")[0]
    first, _ = edits.highlight(db, 1, 0, 3, tags=[one], note="n", analyst="林")
    again, change = edits.highlight(db, 1, 0, 3, tags=[two, one], color="red", analyst=" 林\n")
    found = highlights.get(db, first)
    assert again == first and found is not None
    assert (found.tags, found.note, found.color, found.analyst) == ((one, two), "n", "red", "林")
    assert change.tags == {two}
    assert len(highlights.of_article(db, 1)) == 1


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1), (99, 100)])
def test_a_passage_outside_the_text_is_refused(db: Database, start: int, end: int) -> None:
    with pytest.raises(
        EditError, match=f"Positions {start} to {end} do not lie within the article, which has {len(TEXT)}"
    ):
        edits.highlight(db, 1, start, end)
    assert highlights.of_article(db, 1) == []


def test_two_analysts_keep_each_their_highlight_of_the_same_passage(db: Database) -> None:
    made = [edits.highlight(db, 1, 0, 3, note=name, analyst=name)[0] for name in ("林", "王", "")]
    assert [(each.note, each.analyst) for each in highlights.of_article(db, 1)] == [
        ("林", "林"),
        ("王", "王"),
        ("", ""),
    ]
    again = [edits.highlight(db, 1, 0, 3, color="red", analyst=name)[0] for name in ("林", "王", "")]
    assert again == made and edits.undo(db) is not None


def test_what_is_not_there_cannot_be_changed(db: Database) -> None:
    for wish in (
        lambda: edits.highlight(db, 9, 0, 1),
        lambda: edits.remove_highlights(db, [9]),
        lambda: edits.tag_highlight(db, 9, 1),
        lambda: edits.set_note(db, 9, ""),
        lambda: edits.set_highlight_color(db, 9, ""),
    ):
        with pytest.raises(EditError, match=r"There is no (article|highlight) 9 in this library\."):
            wish()
    edits.highlight(db, 1, 0, 3)
    with pytest.raises(EditError, match="ultraviolet is not a colour of tags"):
        edits.set_highlight_color(db, 1, "ultraviolet")
    assert not edits.trash(db, [9]) and not edits.set_starred(db, [], True)


RACES: dict[str, tuple[Callable[[Database], object], Callable[[Database], object], str]] = {
    "article destroyed": (
        lambda other: (edits.trash(other, [1]), edits.empty_trash(other)),
        lambda db: edits.highlight(db, 1, 0, 3),
        "There is no article 1 in this library.",
    ),
    "tag deleted": (
        lambda other: tagging.delete(other, 1),
        lambda db: edits.highlight(db, 1, 0, 3, tags=[1]),
        edits.TAG_GONE,
    ),
    "tag deleted, highlight there": (
        lambda other: tagging.delete(other, 1),
        lambda db: edits.tag_highlight(db, 1, 1),
        edits.TAG_GONE,
    ),
    "highlight removed": (
        lambda other: edits.remove_highlights(other, [1]),
        lambda db: edits.set_note(db, 1, "n"),
        "There is no highlight 1 in this library. It may have been removed meanwhile.",
    ),
}


@pytest.mark.parametrize("name", RACES)
def test_what_another_program_took_away_at_the_last_moment_is_said(library: Library, db: Database, name: str) -> None:
    act, wish, sentence = RACES[name]
    tagging.add(db, "a")
    edits.highlight(db, 1, 0, 5)
    before = len(journal.history(db))
    making.before_next_transaction(library, act)
    with pytest.raises(EditError) as refused:
        wish(db)
    assert str(refused.value) == sentence
    assert checking.check(db) == [] and len(journal.history(db)) <= before + 1


def test_notes_keep_their_lines_and_lose_what_cannot_be_kept(db: Database) -> None:
    made, _ = edits.highlight(db, 1, 0, 3, note="一\r\n二\x00\ud800\u2028三", analyst=" 林\n小文 \udcff")
    found = highlights.get(db, made)
    assert found is not None and found.note == "一\n二\ufffd\ufffd\n三" and found.analyst == "林 小文 \ufffd"
    edits.set_note(db, made, "")
    found = highlights.get(db, made)
    assert found is not None and found.note == "" and datetime.fromisoformat(found.updated).tzinfo is not None


def test_tags_stay_in_the_order_they_were_put_on(db: Database) -> None:
    ids = [tagging.add(db, name)[0] for name in "cab"]
    made, _ = edits.highlight(db, 1, 0, 3, tags=ids)
    edits.tag_highlight(db, made, ids[0], on=False)
    edits.tag_highlight(db, made, ids[0])
    found = highlights.get(db, made)
    assert found is not None and found.tags == (ids[1], ids[2], ids[0])


def test_the_trash_hides_articles_and_their_counts_until_they_come_back(db: Database) -> None:
    tag, _ = tagging.add(db, "a")
    edits.highlight(db, 1, 0, 3, tags=[tag])
    edits.trash(db, [1])
    assert articles.counts(db) == {
        "all": 0,
        "unread": 0,
        "started": 0,
        "done": 0,
        "starred": 0,
        "reported": 0,
        "trash": 1,
    }
    assert tags.tree(db).by_id[tag].highlights == 0
    edits.restore(db, [1])
    assert articles.counts(db) == {
        "all": 1,
        "unread": 1,
        "started": 0,
        "done": 0,
        "starred": 0,
        "reported": 0,
        "trash": 0,
    }
    assert tags.tree(db).by_id[tag].highlights == 1


def test_many_articles_are_changed_and_put_back_by_few_statements(library: Library) -> None:
    db = library.db
    with transaction(db):
        ids = [making.add(db, f"{number}\nwords") for number in range(MANY)]
    said: set[str] = set()  # a trigger is told of as the statement that it follows
    told: list[tuple[int, int]] = []
    db.conn.set_trace_callback(lambda statement: said.add(statement) if statement.startswith("update art") else None)
    edits.set_starred(db, ids, True, advance=lambda done, total: told.append((done, total)))
    edits.undo(db)
    edits.redo(db)
    db.conn.set_trace_callback(None)
    assert len(said) <= 3 * (MANY // articles.CHUNK + 1)
    assert told == [(articles.CHUNK, MANY), (MANY, MANY)]
    assert articles.counts(db)["starred"] == MANY
    edits.undo(db)
    assert articles.counts(db)["starred"] == 0


def test_many_passages_of_many_articles_are_highlighted_and_put_back_by_few_statements(library: Library) -> None:
    db, each = library.db, 100
    with transaction(db):
        passages = {
            making.add(db, f"{'的' * each}{number}"): [Span(place, place + 1) for place in range(each)]
            for number in range(2 * articles.CHUNK // each)
        }
    there, _ = edits.highlight(db, next(iter(passages)), 3, 4)
    tag, _ = tagging.add(db, "all")
    said: set[str] = set()
    made = ("insert into high", "delete from high", "update high")
    db.conn.set_trace_callback(lambda statement: said.add(statement) if statement.startswith(made) else None)
    change = edits.highlight_all(db, passages, tags=[tag])
    edits.undo(db)
    edits.redo(db)
    db.conn.set_trace_callback(None)
    total = 2 * articles.CHUNK
    assert len(said) <= 8 * (total // articles.CHUNK + 1)
    assert len(change.highlights) == total and there in change.highlights
    assert tags.tree(db).by_id[tag].highlights == total
    assert all(len(highlights.of_article(db, article)) == each for article in passages)
    assert checking.check(db) == []
    edits.undo(db)
    assert [found.id for article in passages for found in highlights.of_article(db, article)] == [there]


def test_a_long_edit_that_is_stopped_changes_nothing(library: Library) -> None:
    ids = [making.add(library.db, f"{number}\nwords") for number in range(3)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        edits.trash(library.db, ids, advance=stop)
    assert articles.counts(library.db)["trash"] == 0
    edits.trash(library.db, ids)
    with pytest.raises(KeyboardInterrupt):
        edits.undo(library.db, advance=stop)
    assert articles.counts(library.db)["trash"] == 3 and edits.undo(library.db) is not None


def test_switching_gives_what_one_lacks_and_takes_what_all_have(db: Database) -> None:
    two = [making.add(db, "one\nwords"), making.add(db, "two\nwords")]
    edits.set_starred(db, two[:1], True)
    edits.set_read(db, two[:1], True)
    for starred, read in ((True, False), (False, True), (True, False)):
        edits.switch_starred(db, two)
        edits.switch_read(db, two)
        assert {(row.starred, row.read) for row in articles.rows(db, two).values()} == {(starred, read)}


def test_a_passage_highlighted_again_keeps_its_note(library: Library) -> None:
    article = making.add(library.db)
    for note in ("one", "two", "one", ""):
        made, _ = edits.highlight(library.db, article, 0, 3, note=note)
    found = highlights.get(library.db, made)
    assert found is not None and found.note == "one\ntwo"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2020-03-05 08:30", "2020-03-05T08:30"),
        ("2020/3/5 08:30", "2020-03-05T08:30"),
        ("2020年3月5日", "2020-03-05"),
        ("2020-03", "2020-03"),
    ],
)
def test_a_time_may_be_typed_as_articles_give_theirs(library: Library, typed: str, stored: str) -> None:
    article = making.add(library.db)
    edits.set_fields(library.db, article, {"published": typed})
    found = articles.get(library.db, article)
    assert found is not None and found.published == stored


def test_words_with_a_time_in_them_are_none(library: Library) -> None:
    article = making.add(library.db)
    with pytest.raises(EditError, match="is not a time"):
        edits.set_fields(library.db, article, {"published": "am 2020-03-05"})
