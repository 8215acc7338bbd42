"""Versions of a text: highlights keep their words, nothing is lost, and each is one step that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import making
from reader.domain.article import Article, Gloss, LeftOut, printed
from reader.domain.errors import EditError
from reader.domain.query import ArticleQuery
from reader.services import checking, edits, versions
from reader.services.importing import batch
from reader.storage import adding, articles, highlights, journal, texts
from reader.storage.library import Library

PAGE = (
    "臨海在線\n首頁 新聞 評論\n臨海市召開會議\n來源：臨海在線  2024-05-06 09:12\nA+ A-\n{body}\n編輯：陳立\n"
    "相關新聞\n另一條新聞的標題"
)
BODY = (
    "五月六日上午，臨海市召開專題會議，研究部署防護林建設工作。\n"
    "會議指出，三年來共完成造林一千二百公頃，綠化率達到百分之八十七。"
)


def imported(library: Library, path: Path, data: bytes) -> int:
    path.write_bytes(data)
    found = batch.import_files(library.db, [path])[0]
    assert found.article is not None, found.error
    return found.article


def stored(library: Library, article: int) -> Article:
    found = articles.get(library.db, article)
    assert found is not None
    return found


def quotes(library: Library, article: int) -> list[str]:
    text = stored(library, article).text
    found = highlights.of_article(library.db, article)
    assert all(each.span.of(text) == each.quote for each in found)
    return [each.quote for each in found]


def mark(library: Library, article: int, *words: str) -> None:
    text = stored(library, article).text
    for each in words:
        edits.highlight(library.db, article, text.index(each), text.index(each) + len(each))


def test_left_out_lines_are_pulled_in_at_their_places(library: Library) -> None:
    text = f"臨海市召開會議\n{BODY}"
    left_out = [
        LeftOut("首頁 新聞", before=0),
        LeftOut("字號", (Gloss(1, "(zì)"),), before=8),
        LeftOut("A+ A-", before=8),
        LeftOut("編輯：陳立", before=len(text)),
        LeftOut("相關新聞", before=None),
    ]
    with journal.step(library.db, "import"):
        article = adding.add(library.db, replace(making.draft(text), left_out=tuple(left_out))).article
    before = stored(library, article)
    mark(library, article, "專題會議", "百分之八十七。", "臨海市召開會議")
    versions.pull_in(library.db, article, [1, 3])
    after = stored(library, article)
    assert after.text == f"臨海市召開會議\n字號\n{BODY}\n編輯：陳立"
    assert printed(after.text, after.glosses).split("\n")[1] == "字(zì)號"
    assert quotes(library, article) == ["臨海市召開會議", "專題會議", "百分之八十七。"]
    left = texts.left_out(library.db, article)
    assert [(part.text, part.before) for part in left] == [
        ("首頁 新聞", 8),
        ("A+ A-", 11),
        ("相關新聞", len(after.text)),
    ]
    versions.pull_in(library.db, article, range(3))
    assert stored(library, article).text == f"臨海市召開會議\n首頁 新聞\n字號\nA+ A-\n{BODY}\n編輯：陳立\n相關新聞"
    assert texts.left_out(library.db, article) == [] and checking.check(library.db) == []
    edits.undo(library.db)
    edits.undo(library.db)
    assert replace(stored(library, article), read=False) == before and texts.left_out(library.db, article) == left_out
    edits.redo(library.db)
    assert stored(library, article).text == after.text


def test_glosses_become_words_and_are_lifted_out_again(library: Library, starting_article: Path) -> None:
    found = batch.import_files(library.db, [starting_article])[0].article
    assert found is not None
    before = stored(library, found)
    mark(library, found, "張術平", "實地調研")
    versions.switch_glosses(library.db, found)
    after = stored(library, found)
    assert after.text == printed(before.text, before.glosses) and after.glosses == ()
    marked = quotes(library, found)
    assert len(marked) == 2 and all("(" in each for each in marked) and after.title != before.title
    versions.switch_glosses(library.db, found)
    again = stored(library, found)
    assert (again.text, again.glosses, again.title) == (before.text, before.glosses, before.title)
    assert quotes(library, found) == ["張術平", "實地調研"] and checking.check(library.db) == []


def test_a_text_without_readings_cannot_be_switched(library: Library) -> None:
    article = making.add(library.db)
    with pytest.raises(EditError, match="No readings in brackets"):
        versions.switch_glosses(library.db, article)


def test_another_title_is_another_text_and_highlights_stay(library: Library) -> None:
    article = making.add(library.db)
    before = stored(library, article)
    mark(library, article, "市召開", "民生問題")
    edits.set_fields(library.db, article, {"title": "本市 今天召開會議"})
    after = stored(library, article)
    assert after.title == "本市 今天召開會議" and after.text == after.title + before.text.removeprefix(before.title)
    assert [mark.end for mark in after.marks if mark.kind == "title"] == [len(after.title)]
    assert quotes(library, article) == ["市 今天召開", "民生問題"]
    edits.undo(library.db)
    assert stored(library, article) == before and quotes(library, article) == ["市召開", "民生問題"]


def test_an_article_without_a_title_is_given_one_which_cannot_be_taken_away(library: Library) -> None:
    with journal.step(library.db, "import"):
        draft = replace(making.draft("第一段。\n第二段。"), title="", marks=())
        article = adding.add(library.db, draft).article
    edits.set_fields(library.db, article, {"title": "新的標題"})
    assert stored(library, article).text == "新的標題\n第一段。\n第二段。" and checking.check(library.db) == []
    assert articles.rows(library.db, [article])[article].title == "新的標題"
    with pytest.raises(EditError, match="cannot be empty"):
        edits.set_fields(library.db, article, {"title": " "})
    assert stored(library, article).title == "新的標題"


def test_a_highlight_of_words_that_the_title_loses_covers_the_new_one(library: Library) -> None:
    article = making.add(library.db)
    mark(library, article, "召開會議")
    edits.set_fields(library.db, article, {"title": "另外的題目"})
    assert quotes(library, article) == ["另外的題目"]


@given(st.text("我市召開會議新", min_size=1, max_size=12), st.integers(0, 6), st.integers(1, 8))
def test_no_title_harms_a_highlight(
    tmp_path_factory: pytest.TempPathFactory, title: str, start: int, length: int
) -> None:
    library = making.new_library(tmp_path_factory.mktemp("titles") / "x.reader")
    article = making.add(library.db)
    edits.highlight(library.db, article, start, start + length)
    edits.set_fields(library.db, article, {"title": title})
    quotes(library, article)
    assert checking.check(library.db) == []
    edits.undo(library.db)
    assert quotes(library, article) == [making.TEXT[start : start + length]]
    library.close()


def test_a_reported_error_is_listed_until_it_is_taken_back(library: Library) -> None:
    first, second = making.add(library.db), making.add(library.db, "另一篇\n正文。")
    versions.report_error(library.db, [first], "日期不對")
    reported = ArticleQuery(scope="reported")
    assert articles.ids(library.db, reported) == [first] and articles.counts(library.db)["reported"] == 1
    assert stored(library, first).reported == "日期不對" and stored(library, second).reported is None
    versions.report_error(library.db, [first], None)
    assert articles.ids(library.db, reported) == []
    edits.undo(library.db)
    assert stored(library, first).reported == "日期不對"
