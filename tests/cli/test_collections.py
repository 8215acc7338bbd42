"""Collections on the command line, and what is listed and exported of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from commanding import BODY, Page, Run


@pytest.fixture
def three(run: Run, page: Page) -> Run:
    """Articles 1 to 3; the first two have a highlight."""
    for number in (1, 2, 3):
        run("import", page(f"{number}.txt", f"第{number}篇文章的標題", body=BODY + str(number)))
    for number in (1, 2):
        run("highlight", number, 0, 4)
    return run


def listed(run: Run, query: str) -> list[int]:
    return sorted(each["id"] for each in run("list", "--query", query, "--json").objects)


def test_articles_are_added_listed_and_removed(three: Run) -> None:
    assert three("collection", "add", "选读", 1, 3).out == "选读\t2\n"
    uid = three("show", 2, "--json").object["uid"]
    added = three("collection", "add", "選讀", uid, "--json").object  # the same one
    assert added == added | {"name": "选读", "articles": 3, "description": "", "query": 'in:"选读"'}
    assert listed(three, added["query"]) == [1, 2, 3]
    assert three("collection", "remove", "选读", 1, 2).out == "选读\t1\n"
    assert listed(three, "in:选") == [3] and listed(three, "-in:选") == [1, 2]
    three("undo")
    assert listed(three, "in:选") == [1, 2, 3]


def test_an_empty_one_is_made_listed_and_deleted(three: Run) -> None:
    three("collection", "add", "b")
    three("collection", "add", "a")
    assert three("collection", "list").out == "a\t0\nb\t0\n"
    assert [each["name"] for each in three("collection", "list", "--json").objects] == ["a", "b"]
    assert three("collection", "delete", "A").out == "deleted\ta\n"
    assert three("collection", "list").out == "b\t0\n"


def test_one_is_renamed_also_where_a_saved_search_asks_for_it(three: Run) -> None:
    three("collection", "add", "选读", 1, 3)
    three("searches", "save", "新的", "in:选读 标题")
    assert three("collection", "rename", "選讀", "精读 一").out == "精读 一\t2\n"
    assert three("searches").out == '新的\t2\tin:"精读 一" 标题\n'
    three("collection", "add", "x")
    taken = three("collection", "rename", "X", "精讀 一")
    assert taken.code == 2 and "There is a collection 精读 一 already." in taken.err
    three("undo")  # the collection x
    three("undo")
    assert listed(three, "in:选读") == [1, 3]


def test_only_the_highlights_of_a_collection_are_exported(three: Run, tmp_path: Path) -> None:
    three("collection", "add", "x", 2, 3)
    assert three("export", "-o", tmp_path / "out.csv", "--query", "in:x").code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["第2篇文章的標題"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["remove", "nothing", 1], "There is no collection nothing. All collections: reader collection list."),
        (["delete", "nothing"], "There is no collection nothing."),
        (["add", "x", 9], "There is no article 9"),
        (["add", " "], "name"),
        (["remove", "x"], "Missing argument"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(three: Run, words: list[object], said: str) -> None:
    answer = three("collection", *words)
    assert answer.code == 2 and said in answer.err
    assert three("collection", "list").out == ""
