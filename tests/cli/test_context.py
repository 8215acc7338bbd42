"""Hits in context on the command line: printed a line each, as objects, and written to a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from commanding import Page, Run
from reader.services import concordance


@pytest.fixture
def two(run: Run, page: Page) -> Run:
    """An article with two hits, and an older one with one."""
    text = "這是一篇文章的正文，說的是民生問題和經濟發展。它有許多句子，每一句都說明一件事情，因此它是正文。"
    run("import", page("a.txt", "新的標題在這裡", body=text + "今天開會議，明天开会议。"))
    run("import", page("b.txt", "舊的標題在那裡", body=text + "昨天也有會議。"))
    return run


def test_each_hit_is_a_line(two: Run) -> None:
    said = two("search", "会议", "--context")
    rows = [line.split("\t") for line in said.out.splitlines()]
    assert said.code == 0 and sorted(row[2] for row in rows) == ["会议", "會議", "會議"]
    assert {row[1][-2:] for row in rows} == {"天開", "天开", "也有"}
    assert len(two("search", "会议", "--context", "--limit", 2).out.splitlines()) == 2
    assert two("search", "無此詞", "--context").out == ""


def test_as_objects_with_places_in_the_text(two: Run) -> None:
    for each in two("search", "会议", "--context", "--json").objects:
        text = two("show", each["article"], "--json").object["text"]
        assert text[each["start"] : each["end"]] == each["hit"]
        assert text[: each["start"]].endswith(each["left"][-5:]) and each["title"].endswith("裡")


def test_as_a_table(two: Run, tmp_path: Path) -> None:
    assert two("search", "会议", "--context", "-o", "lines.csv").out == "3\tlines.csv\n"
    with (tmp_path / "lines.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["hit"] for row in csv.DictReader(file)) == ["会议", "會議", "會議"]
    wanted = {"path": "lines.csv", "rows": 1}
    assert two("search", "会议", "--context", "-o", "lines.csv", "--limit", 1, "--json").object == wanted
    assert two("search", "会议", "--context", "-o", "test.reader").code == 2


def test_where_there_are_too_many_it_says_so(two: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "MOST", 2)
    for words in ((), ("-o", "lines.csv")):
        assert two("search", "会议", "--context", *words).err == (
            "There are no more than 2 lines, those of the newest articles.\n"
        )
    assert two("search", "会议", "--context", "--limit", 1).err == ""


@pytest.mark.parametrize("words", [("-o", "a.csv"), ("--context", "--best"), ("--context", "--in", "notes")])
def test_what_does_not_go_together_is_refused(two: Run, words: tuple[str, ...]) -> None:
    said = two("search", "会议", *words)
    assert said.code == 2 and "--context" in said.err and said.out == ""
