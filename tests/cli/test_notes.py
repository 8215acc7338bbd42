"""Tags and notes of whole articles on the command line."""

from __future__ import annotations

import pytest

from commanding import BODY, Page, Run


@pytest.fixture
def two(run: Run, page: Page) -> Run:
    """Two articles: ids 1 (2020) and 2 (2024)."""
    run("import", page("1.txt", "第一篇文章的標題", date="2020-03-04 17:24:00", body=BODY + "一"))
    run("import", page("2.txt", "第二篇文章的標題", date="2024-01-02 03:04:05", body=BODY + "二"))
    return run


def test_tags_are_put_on_articles_and_taken_off(two: Run) -> None:
    said = two("tag", "put", "政策/民生", 1, 2, "--analyst", "林", "--json")
    assert said.code == 0 and said.object == said.object | {"path": "政策/民生", "articles": 2, "highlights": 0}
    assert two("show", 1, "--json").object["tags"] == ["政策/民生"]
    assert [each["own_tags"] for each in two("list", "--json").objects] == [["政策/民生"], ["政策/民生"]]
    assert [each["id"] for each in two("list", "--tag", "政策", "--json").objects] == [2, 1]
    assert two("tag", "take", "政策/民生", 1, "--json").object["articles"] == 1
    assert two("show", 1, "--json").object["tags"] == [] and "tags:\t政策/民生" in two("show", 2).out.splitlines()
    assert two("undo", "--json").object["step"]["kind"] == "tag-articles"
    assert two("show", 1, "--json").object["tags"] == ["政策/民生"]


def test_highlights_and_whole_articles_with_a_tag_are_told_apart_and_each_is_counted_once(two: Run) -> None:
    two("highlight", 1, 0, 3, "--tag", "政策/民生", "--tag", "政策/養老")
    for path in ("政策/民生", "政策/養老", "政策"):
        two("tag", "put", path, 1, 2)
    numbers = ("highlights", "articles", "highlights_below", "articles_below")
    listed = {each["path"]: tuple(map(each.get, numbers)) for each in two("tag", "list", "--json").objects}
    assert listed == {"政策": (0, 2, 1, 2), "政策/民生": (1, 2, 1, 2), "政策/養老": (1, 2, 1, 2)}
    assert two("tag", "color", "政策/民生", "red").out.split("\t")[-1].strip() == "3"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tag", "put", "a", 9), "There is no article 9"),
        (("tag", "take", "nothing", 1), "There is no tag nothing"),
        (("tag", "put", ";", 1), "may not contain"),
        (("note", 9, "x"), "There is no article 9"),
    ],
)
def test_what_is_not_there_is_said_and_changes_nothing(two: Run, words: tuple[object, ...], said: str) -> None:
    answer = two(*words)
    assert answer.code == 2 and said in answer.err and len(two("history", "--json").objects) == 2


def test_a_note_on_an_article_is_kept_shown_and_found(two: Run) -> None:
    assert two("note", 1).out == ""
    uid = two("show", 2, "--json").object["uid"]
    written = f"高質量發展；見[第二篇](reader:article/{uid})。"
    assert two("note", 1, written, "--json").object["note"] == written
    assert two("note", 1).out == "高質量發展；見第二篇。\n"
    assert two("show", 1, "--json").object["note"] == written
    assert [each["note"] for each in two("list", "--json").objects] == ["", written]
    [found] = two("search", "高质量", "--in", "notes", "--json").objects
    assert found == {
        "article": 1,
        "highlight": None,
        "tag": None,
        "title": "第一篇文章的標題",
        "hits": 1,
        "spans": [],
        "snippet": "高質量發展；見第二篇。",
    }
    assert two("list", "--query", "has:note", "--json").object["id"] == 1
    assert two("note", 1, "", "--json").object["note"] == "" and two("search", "高质量", "--in", "notes").out == ""


def test_all_notes_are_listed(two: Run) -> None:
    two("tag", "add", "政策")
    two("tag", "describe", "政策", "什麼是政策")
    two("note", 2, "關於整篇")
    two("highlight", 1, 0, 3, "--note", "關於一段", "--tag", "政策")
    listed = {each["of"]: each for each in two("notes", "--json").objects}
    assert listed["tag"] == {
        "of": "tag",
        "article": None,
        "highlight": None,
        "tag": "政策",
        "title": "",
        "note": "什麼是政策",
    }
    assert (listed["article"]["article"], listed["article"]["note"]) == (2, "關於整篇")
    assert (listed["highlight"]["article"], len(listed["highlight"]["highlight"])) == (1, 36)
    assert set(two("notes").out.splitlines()) == {
        *("tag\t\t政策\t什麼是政策", "article\t2\t第二篇文章的標題\t關於整篇"),
        "highlight\t1\t第一篇文章的標題\t關於一段",
    }
    assert len(two("notes", "--limit", 1, "--json").objects) == 1
    found = two("search", "政策", "--in", "notes").out.splitlines()
    assert found == ["\t政策\t\t什麼是政策"]
