"""Saved searches on the command line: listed, and named instead of what they look for."""

from __future__ import annotations

import csv
from contextlib import closing
from pathlib import Path

import pytest

from commanding import BODY, Page, Run
from reader.services import lists
from reader.storage.library import open_library


@pytest.fixture
def saved(run: Run, page: Page, tmp_path: Path) -> Run:
    """Articles 1 to 3, with a highlight each; a search finds the first two, another one names no tag."""
    for number in (1, 2, 3):
        run("import", page(f"{number}.txt", f"第{number}篇文章的標題", body=BODY + str(number)))
        run("highlight", number, 0, 4)
    with closing(open_library(tmp_path / "test.reader")) as library:
        lists.save_search(library.db, "头 两篇", "title:第1篇 OR title:第2篇")
        lists.save_search(library.db, "無", "tag:無")
    return run


def test_they_are_listed(saved: Run) -> None:
    assert saved("searches").out == "头 两篇\t2\ttitle:第1篇 OR title:第2篇\n無\t\ttag:無\n"
    first, second = saved("searches", "--json").objects
    assert first == first | {"name": "头 两篇", "articles": 2, "query": "title:第1篇 OR title:第2篇"}
    assert second["articles"] is None


def test_what_one_finds_is_listed_searched_and_exported(saved: Run, tmp_path: Path) -> None:
    assert sorted(each["id"] for each in saved("list", "--search", "頭 兩篇", "--json").objects) == [1, 2]
    assert [each["id"] for each in saved("list", "--search", "头 两篇", "--query", "第2篇", "--json").objects] == [2]
    found = saved("search", "--search", "头 两篇", "--json").objects
    assert sorted(each["article"] for each in found) == [1, 2] and all(each["hits"] for each in found)
    assert [each["article"] for each in saved("search", "第1篇", "--search", "头 两篇", "--json").objects] == [1]
    assert saved("export", "-o", tmp_path / "out.csv", "--search", "头 两篇").code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2


def test_what_there_is_not_is_told(saved: Run) -> None:
    missing = saved("list", "--search", "x")
    assert missing.code == 2 and "There is no saved search x." in missing.err and "reader searches" in missing.err
    wrong = saved("list", "--search", "無")
    assert wrong.code == 2 and "There is no tag 無." in wrong.err
    nothing = saved("search")
    assert nothing.code == 2 and "QUERY" in nothing.err and "--search" in nothing.err


def test_one_is_saved_renamed_and_deleted(saved: Run) -> None:
    assert saved("searches", "save", "第三", "title:第3篇").out == "第三\t1\ttitle:第3篇\n"
    renamed = saved("searches", "rename", "头 兩篇", "前两篇", "--json").object
    assert renamed == renamed | {"name": "前两篇", "articles": 2, "query": "title:第1篇 OR title:第2篇"}
    assert saved("searches", "delete", "無").out == "deleted\t無\n"
    assert sorted(each["name"] for each in saved("searches", "list", "--json").objects) == ["前两篇", "第三"]
    saved("undo")
    assert saved("searches", "rename", "无", "沒有").out == "沒有\t\ttag:無\n"


def test_what_cannot_be_saved_is_told(saved: Run) -> None:
    for words, said in (
        (["rename", "x", "y"], "There is no saved search x."),
        (["delete", "x"], "There is no saved search x."),
        (["rename", "無", "头 两篇"], "There is a saved search 头 两篇 already."),
        (["save", "y", "date:x"], "is no date"),
    ):
        refused = saved("searches", *words)
        assert refused.code == 2 and said in refused.err
