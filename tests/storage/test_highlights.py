"""What is read of one article costs no more in a large library than in a small one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from sqlite_utils import Database

import making
from reader.domain.highlight import Span
from reader.domain.note import joined
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import edits, tagging
from reader.storage import articles, highlights
from reader.storage.library import Library

READS: dict[str, Callable[[Database], object]] = {
    "the article": lambda db: articles.get(db, 1),
    "its row in the list": lambda db: articles.rows(db, [1]),
    "its reading place": lambda db: articles.place(db, 1),
    "its highlights": lambda db: highlights.of_article(db, 1),
    "one highlight": lambda db: highlights.get(db, 1),
    "the highlight at a span": lambda db: highlights.at(db, 1, Span(0, 2), ""),
}


@pytest.fixture
def db(library: Library) -> Database:
    """Two articles with a highlight each, which have two tags."""
    for number, words in enumerate(("甲", "乙"), 1):
        making.add(library.db, f"{words}題\n這是正文。")
        tags = [tagging.ensure(library.db, name) for name in ("一", "二")]
        edits.highlight(library.db, number, 0, 2, tags=tags[::-1])
    return library.db


@pytest.mark.parametrize("what", READS)
def test_no_table_is_read_from_end_to_end(db: Database, what: str) -> None:
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    found = READS[what](db)
    db.conn.set_trace_callback(None)
    plans = [row[3] for statement in asked for row in db.execute(f"explain query plan {statement}")]
    tables = {str(row[0]) for row in db.execute("select name from sqlite_schema where type = 'table'")}
    assert found is not None and plans
    assert [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in tables] == []


def test_each_highlight_has_its_own_tags_in_the_order_they_were_put_on(db: Database) -> None:
    first, second = (highlights.of_article(db, article) for article in (1, 2))
    assert [each.tags for each in (*first, *second)] == [(2, 1), (2, 1)]
    edits.tag_highlight(db, second[0].id, 2, on=False)
    assert highlights.of_article(db, 2)[0].tags == (1,) and highlights.of_article(db, 1) == first


def test_those_of_other_articles_and_of_other_tags_are_not_found(db: Database) -> None:
    def found(**more: object) -> list[int]:
        query = ArticleQuery(wanted=parse("题"), **more)  # type: ignore[arg-type]
        ids = highlights.search(db, query, "highlights")
        assert highlights.number_found(db, query, "highlights") == len(ids)
        return sorted(ids)

    articles.set_flag(db, [2], "starred", True)
    edits.tag_highlight(db, 1, 1, on=False)
    making.add(db, "丙題\n這是正文。")
    edits.highlight(db, 3, 0, 2)
    articles.set_flag(db, [3], "trashed", True)
    assert found() == [1, 2] and found(scope="starred") == [2] and found(scope="trash") == [3]
    assert found(tags=((1,),)) == [2] and found(tags=((1, 2),)) == [1, 2] and found(tags=((1,), (2,))) == [2]
    assert found(scope="starred", also=frozenset([1])) == [1, 2] and found(since="2999") == []
    assert highlights.search(db, ArticleQuery(wanted=parse("题"), limit=1), "highlights") == [2]
    assert highlights.number_found(db, ArticleQuery(wanted=parse("题"), limit=1), "notes") == 0


def test_none_is_stored_beyond_its_text(db: Database) -> None:
    before, text = highlights.of_article(db, 1), "甲題\n這是正文。"
    with pytest.raises(ValueError, match="beyond"):
        highlights.add_all(db, [(1, Span(0, 1), text), (1, Span(3, len(text) + 1), text)])
    with pytest.raises(ValueError, match="beyond"):
        highlights.move(db, before[0].id, Span(3, len(text) + 1), text)
    assert highlights.of_article(db, 1) == before


@pytest.mark.parametrize("way", ["written below", "taken over"])
def test_two_notes_become_one_as_they_do_everywhere(db: Database, way: str) -> None:
    [there] = highlights.of_article(db, 1)
    [other] = highlights.of_article(db, 2)
    for note, more in product(["", "民生", "民", "生\n民生", "A", "a%_", "'", "😀"], repeat=2):
        highlights.update(db, there.id, note=note)
        highlights.update(db, other.id, note=more)
        if way == "written below":
            highlights.set_notes(db, [there.id], more, below=True)
        else:
            highlights.take_over(db, {there.id: other.id})
        assert [each.note for each in highlights.of_article(db, 1)] == [joined(note, more)]
