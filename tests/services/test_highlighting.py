"""All that a search finds is counted first, and highlighted as one step then: the words, sentences or paragraphs."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.jobs import Stopped
from reader.services import edits, highlighting
from reader.services.highlighting import Extent
from reader.storage import highlights, journal, tags
from reader.storage.library import Library

FIRST = "港口的事\n據稱“港口擴建，港口增長。”他走了！港口…\n別的段落；没有。"
SECOND = "乙題\nThe 港口 grew 3.5 percent. Then it fell."


@pytest.fixture
def db(library: Library) -> Database:
    for text in (FIRST, SECOND, "丙題\n無關。"):
        making.add(library.db, text)
    return library.db


def query(words: str = "港口", **more: object) -> ArticleQuery:
    return ArticleQuery(wanted=parse(words), **more)  # type: ignore[arg-type]


def quotes(db: Database, article: int) -> list[str]:
    return [each.quote for each in highlights.of_article(db, article)]


@pytest.mark.parametrize(
    ("extent", "first", "second"),
    [
        ("words", ["港口"] * 4, ["港口"]),
        ("sentence", ["港口的事", "據稱“港口擴建，港口增長。”", "港口…"], ["The 港口 grew 3.5 percent."]),
        (
            "paragraph",
            ["港口的事", "據稱“港口擴建，港口增長。”他走了！港口…"],
            ["The 港口 grew 3.5 percent. Then it fell."],
        ),
    ],
)
def test_each_passage_is_highlighted_once_in_one_step(
    db: Database, extent: Extent, first: list[str], second: list[str]
) -> None:
    found = highlighting.find(db, query(), extent)
    assert found.count == len(first) + len(second) and set(found.spans) == {1, 2} and not found.too_many
    assert len(found.examples) == found.count and {each.title for each in found.examples} == {"港口的事", "乙題"}
    highlighting.highlight(db, found, new_tags=["航運/港口"])
    assert quotes(db, 1) == first and quotes(db, 2) == second
    tag = tags.tree(db).find("航運/港口")
    assert tag is not None and all(each.tags == (tag.id,) for each in highlights.of_article(db, 1))
    journal.undo(db)
    assert quotes(db, 1) == quotes(db, 2) == [] and tags.tree(db).find("航運") is None


def test_only_the_articles_that_are_meant(db: Database) -> None:
    edits.set_starred(db, [2], True)
    assert set(highlighting.find(db, query(scope="starred"), "words").spans) == {2}
    assert set(highlighting.find(db, query(), "words", only=1).spans) == {1}
    assert set(highlighting.find(db, query("港口 乙題"), "words", only=1).spans) == {1}, "whatever else it lacks"
    assert highlighting.find(db, query(), "words", only=3).count == 0


def test_a_text_that_was_changed_meanwhile_is_left_alone(db: Database) -> None:
    found = highlighting.find(db, query(), "words")
    edits.set_fields(db, 2, {"title": "另一個更長的標題"})
    with pytest.raises(EditError):
        highlighting.highlight(db, found)
    assert quotes(db, 1) == quotes(db, 2) == []


def test_too_many_are_said_to_be(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighting, "MOST", 3)
    assert highlighting.find(db, query(), "words", only=1).too_many


def test_it_tells_how_far_it_is_and_can_be_stopped(db: Database) -> None:
    said: list[tuple[int, int]] = []
    highlighting.find(db, query(), "words", advance=lambda *told: said.append(told))
    assert said == [(0, 2), (1, 2)]

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        highlighting.find(db, query(), "words", advance=stop)
