"""Another text for an article: read again, from another file, or an older one. No highlight is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import making
from reader.domain.article import Article
from reader.domain.errors import EditError, ImportFailed
from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement
from reader.services import amending, checking, describing, edits, rereading, reviewing
from reader.services.importing import batch
from reader.storage import articles, highlights, reviews, texts
from reader.storage.library import Library
from reader.storage.reviews import Review

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


def waiting(library: Library) -> list[Review]:
    return list(reviews.rows(library.db, reviews.waiting(library.db)).values())


def test_a_file_read_in_the_wrong_encoding_is_read_again(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE.format(body=BODY).encode("gb18030"))
    article = batch.import_files(library.db, [path], encoding="cp1252")[0].article
    assert article is not None and "臨海" not in stored(library, article).text
    text = stored(library, article).text
    edits.highlight(library.db, article, 0, 3)
    reread = rereading.read_again(library.db, article, encoding="gb18030")
    assert reread is not None and len(reread.of_state("orphan")) == 1 and reread.moves == {}
    rereading.take(library.db, reread)
    now = stored(library, article)
    assert (now.title, now.source, now.published) == ("臨海市召開會議", "臨海在線", "2024-05-06T09:12")
    origin = texts.origin(library.db, article)
    assert origin is not None and origin.encoding == "gb18030" and checking.check(library.db) == []
    edits.undo(library.db)
    assert stored(library, article).text == text and quotes(library, article) == [text[:3]]
    origin = texts.origin(library.db, article)
    assert origin is not None and origin.encoding == "cp1252"


def test_reading_again_keeps_corrections_and_highlights(library: Library, tmp_path: Path) -> None:
    article = imported(library, tmp_path / "a.txt", PAGE.format(body=BODY).encode())
    mark(library, article, "臨海市召開會議", "專題會議")
    edits.set_fields(library.db, article, {"title": "臨海市今天召開會議", "source": "臨海日報", "author": "林"})
    reread = rereading.read_again(library.db, article, method="whole text")
    assert reread is not None and reread.of_state("orphan") == []
    rereading.take(library.db, reread)
    now = stored(library, article)
    assert (now.title, now.source, now.author) == ("臨海市今天召開會議", "臨海日報", "林")
    assert now.text.startswith("臨海市今天召開會議\n") and now.published == "2024-05-06T09:12"
    assert quotes(library, article) == ["臨海市今天召開會議", "專題會議"] and checking.check(library.db) == []


def test_what_was_changed_while_a_file_was_read_is_not_overwritten(library: Library, tmp_path: Path) -> None:
    article = imported(library, tmp_path / "a.txt", PAGE.format(body=BODY).encode())
    reread = rereading.read_again(library.db, article)
    assert reread is not None
    edits.set_fields(library.db, article, {"title": "別的標題"})
    with pytest.raises(EditError, match="changed meanwhile"):
        rereading.take(library.db, reread)


def test_pictures_saved_with_a_page_are_there_when_it_is_read_again(library: Library, tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(300)
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "圖 一.png").write_bytes(picture)
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    image = '<p><img src="./a_files/%E5%9C%96%20%E4%B8%80.png" alt="圖一"></p>'
    page = f"<html><head><title>臨海市召開會議</title></head><body><h1>臨海市召開會議</h1>{image}{body}"
    article = imported(library, tmp_path / "a.html", page.encode())
    assert [mark.value for mark in stored(library, article).marks if mark.kind == "image"] == ["0"]
    reread = rereading.read_again(library.db, article, method="whole page")
    assert reread is not None
    rereading.take(library.db, reread)
    assert [mark.value for mark in stored(library, article).marks if mark.kind == "image"] == ["0"]
    found = texts.images(library.db, article)
    assert list(found) == [0] and found[0].data == picture


NEWS = """臨海市召開會議
五月六日上午，臨海市召開專題會議，研究部署防護林建設工作。
會議指出，三年來共完成造林一千二百公頃，綠化率達到百分之八十七。
會議要求，各單位要落實責任，加強管護，確保成活。
最後，與會人員到現場看了苗木基地。"""


def replaced(library: Library, article: int, file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    read = rereading.replacement(library.db, article, file)
    assert read is not None
    rereading.take(library.db, read, analyst="林")


def states(library: Library, article: int) -> dict[str, str]:
    found = highlights.of_article(library.db, article) + highlights.orphans(library.db, article)
    return {each.quote: each.state for each in found}


def test_a_file_takes_the_place_of_a_text_and_each_highlight_is_found_or_kept_as_an_orphan(
    library: Library, tmp_path: Path
) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "專題會議", "三年來共完成造林一千二百公頃", "加強管護，確保成活", "苗木基地")
    lines = NEWS.split("\n")
    lines[2] = lines[2].replace("共完成造林一千二百公頃", "共完成造林一千三百多公頃")
    replaced(library, article, tmp_path / "b.txt", "\n".join([lines[0], lines[2], lines[1], lines[4]]))
    assert states(library, article) == {
        "專題會議": "",
        "三年來共完成造林一千三百多公頃": "adjusted",
        "苗木基地": "",
        "加強管護，確保成活": "orphan",
    }
    assert checking.check(library.db) == [] and len(quotes(library, article)) == 3
    first, second = waiting(library)
    assert (first.before.quote, first.now) == ("加強管護，確保成活", None)
    assert second.before.quote == "三年來共完成造林一千二百公頃" and second.before.prefix.endswith("會議指出，")
    assert second.now is not None and second.now.quote == "三年來共完成造林一千三百多公頃"
    made = texts.made(library.db, article)
    assert [(each.number, each.kind, each.analyst) for each in made] == [(1, "import", ""), (2, "replace-text", "林")]
    edits.undo(library.db)
    assert stored(library, article).text == NEWS and set(states(library, article).values()) == {""}
    edits.redo(library.db)
    assert highlights.counts_by_state(library.db, article) == {"adjusted": 1, "orphan": 1}


def test_an_older_text_is_restored_and_what_was_lost_comes_back(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "專題會議", "加強管護")
    replaced(library, article, tmp_path / "b.txt", NEWS.replace("加強管護", ""))
    assert states(library, article) == {"專題會議": "", "加強管護": "orphan"}
    rereading.restore(library.db, article, 1)
    assert stored(library, article).text == NEWS and states(library, article) == {"專題會議": "", "加強管護": ""}
    assert quotes(library, article) == ["專題會議", "加強管護"]
    assert [each.kind for each in texts.made(library.db, article)] == ["import", "replace-text", "restore-text"]
    assert not rereading.restore(library.db, article, 1)
    with pytest.raises(EditError, match="no version 9"):
        rereading.restore(library.db, article, 9)


def corrected(library: Library, article: int, *changes: tuple[str, str]) -> None:
    text = stored(library, article).text
    made = [Replacement(text.index(old), text.index(old) + len(old), new) for old, new in changes]
    amending.correct(library.db, article, text, made)


def by_words(library: Library, article: int) -> dict[str, int]:
    found = highlights.of_article(library.db, article) + highlights.orphans(library.db, article)
    return {each.quote: each.id for each in found}


def test_a_restored_text_has_the_highlights_that_it_had_where_they_were(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "專題會議", "落實責任", "加強管護", "苗木基地", "看了苗木基地。")
    first = highlights.of_article(library.db, article)
    corrected(library, article, ("專題", "專題的"), ("落實責任", "說話"), ("苗木基地", ""))
    second = states(library, article)
    assert second["專題的會議"] == "adjusted" and second["說話"] == "review" and second["苗木基地"] == "orphan"
    rereading.restore(library.db, article, 1)
    assert set(states(library, article).values()) == {""} and reviews.waiting(library.db, article) == []
    assert [each.span for each in highlights.of_article(library.db, article)] == [each.span for each in first]
    rereading.restore(library.db, article, 2)
    assert states(library, article) == second
    replaced(library, article, tmp_path / "b.txt", "完全不同的文章\n民生大計的會議。\n落實了責任嗎\n苗木的基地")
    replaced(library, article, tmp_path / "a.txt", NEWS)  # what it was once, by another way
    found = highlights.of_article(library.db, article)
    assert [(each.id, each.span, each.state) for each in found] == [(each.id, each.span, "") for each in first]
    assert checking.check(library.db) == []
    for _ in range(4):
        edits.undo(library.db)
    assert states(library, article) == second


def test_a_restored_text_keeps_what_was_done_to_highlights_since(library: Library) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "專題會議", "落實責任", "加強管護", "苗木基地")
    corrected(library, article, ("專題", "專題的"), ("落實責任", "落實安全責任"), ("苗木", "苗"))
    number = by_words(library, article)
    text = stored(library, article).text
    at = text.index("專題的會議，研究")
    reviewing.put(library.db, number["專題的會議"], Span(at, at + 8))
    edits.set_note(library.db, number["落實安全責任"], "看")
    reviewing.drop(library.db, [number["加強管護"]])
    mark(library, article, "安全責任，加強")
    rereading.restore(library.db, article, 1)
    assert states(library, article) == {
        "專題會議，研究": "adjusted",
        "落實責任": "",
        "責任，加強": "adjusted",
        "苗木基地": "",
    }
    [noted] = [each for each in highlights.of_article(library.db, article) if each.note]
    assert noted.quote == "落實責任" and checking.check(library.db) == []


def test_words_that_were_deleted_and_typed_again_are_found_in_the_version_that_is_restored(library: Library) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "落實責任")
    corrected(library, article, ("落實責任", ""))
    assert set(states(library, article).values()) == {"orphan"}
    corrected(library, article, ("，加強管護", "落實責任，加強管護"))
    corrected(library, article, ("苗木", "苗"))
    rereading.restore(library.db, article, 1)
    assert list(states(library, article)) == ["落實責任"] and highlights.orphans(library.db, article) == []


def test_a_highlight_that_has_the_words_of_before_again_needs_no_look(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "三年來共完成造林一千二百公頃")
    replaced(library, article, tmp_path / "b.txt", NEWS.replace("共完成造林一千二百", "共完成造林一千三百多"))
    assert states(library, article) == {"三年來共完成造林一千三百多公頃": "adjusted"}
    replaced(library, article, tmp_path / "c.txt", NEWS.replace("苗木基地", "別處"))
    assert states(library, article) == {"三年來共完成造林一千二百公頃": ""}


def test_what_is_to_be_looked_at_is_taken_put_elsewhere_or_dropped(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "各單位要落實責任", "加強管護", "苗木基地")
    new = NEWS.replace("要落實責任，加強管護", "要全面地落實責任").replace("苗木基地", "別處")
    replaced(library, article, tmp_path / "b.txt", new)
    by_state = {each.highlight.state: each.highlight.id for each in waiting(library)}
    assert set(by_state) == {"adjusted", "orphan"} and len(waiting(library)) == 3
    with pytest.raises(EditError, match="no longer in the text"):
        reviewing.accept(library.db, [by_state["orphan"]])
    reviewing.accept(library.db, [by_state["adjusted"]])
    assert "adjusted" not in states(library, article).values()
    at = new.index("落實責任")
    orphans = [each.id for each in highlights.orphans(library.db, article)]
    reviewing.put(library.db, orphans[0], Span(at, at + 4))
    reviewing.drop(library.db, orphans[1:])
    assert waiting(library) == [] and "落實責任" in quotes(library, article)
    edits.undo(library.db)
    edits.undo(library.db)
    assert [each.id for each in highlights.orphans(library.db, article)] == orphans


def test_a_file_without_an_article_or_with_several_changes_nothing(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    with pytest.raises(ImportFailed):
        rereading.replacement(library.db, article, tmp_path / "none.txt")
    (tmp_path / "t.csv").write_text("標題,正文\n甲,第一篇的正文在這裡。\n乙,第二篇的正文在這裡。\n", "utf-8")
    with pytest.raises(EditError, match="several articles"):
        rereading.replacement(library.db, article, tmp_path / "t.csv")
    assert stored(library, article).text == NEWS


def test_orphans_stand_in_exports_and_checks_without_a_place(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, NEWS)
    mark(library, article, "苗木基地")
    replaced(library, article, tmp_path / "b.txt", NEWS.replace("苗木基地", ""))
    [found] = describing.article(library.db, stored(library, article))["highlights"]
    assert (found["quote"], found["state"], found["start"], found["end"]) == ("苗木基地", "orphan", None, None)
    assert checking.check(library.db) == []


def test_any_other_file_keeps_every_highlight_on_its_words_or_as_an_orphan(library: Library, tmp_path: Path) -> None:
    chance = random.Random(5)
    article = making.add(library.db, NEWS)
    for _ in range(60):
        start = chance.randrange(len(NEWS) - 12)
        edits.highlight(library.db, article, start, start + chance.randint(1, 12))
    count = len(highlights.of_article(library.db, article))
    for number in range(8):
        lines = stored(library, article).text.split("\n")
        chance.shuffle(lines)
        text = "\n".join(lines).replace(chance.choice(NEWS), chance.choice("的和與在"))
        replaced(library, article, tmp_path / f"{number}.txt", text)
        assert len(quotes(library, article)) + len(highlights.orphans(library.db, article)) == count
        assert checking.check(library.db) == []
