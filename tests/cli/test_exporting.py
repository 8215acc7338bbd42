"""`reader export` asks for highlights as the table of the window does."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from commanding import Page, Run
from reader.storage.library import open_library


@pytest.fixture
def filled(run: Run, page: Page, tmp_path: Path) -> Run:
    """Four highlights: of 林 with a tag and a note, of 王 with one below it, of nobody, and one to be looked at."""
    run("import", page("a.txt", "臨海市召開會議"))
    run("highlight", 1, 0, 1, "--tag", "政策", "--note", "n", "--analyst", "林")
    run("highlight", 1, 1, 2, "--tag", "政策/民生", "--analyst", "王")
    run("highlight", 1, 2, 3)
    run("highlight", 1, 3, 4, "--tag", "人物", "--analyst", "林")
    library = open_library(tmp_path / "test.reader")
    library.db.execute("update highlights set state = 'review' where id = 4")
    library.close()
    return run


CASES = {
    "": "臨海市召",
    "--not-tag 政策": "市召",
    "--not-tag 政策/民生": "臨市召",
    "--not-tag 政策 --not-tag 人物": "市",
    "--tag 政策 --not-tag 政策/民生": "臨",
    "--untagged": "市",
    "--review": "召",
    "--noted": "臨",
    "--not-noted": "海市召",
    "--analyst 林": "臨召",
    "--analyst 林 --analyst 王": "臨海召",
    "--analyst 林 --tag 人物": "召",
}


@pytest.mark.parametrize("options", CASES)
def test_each_option_means_what_it_says(filled: Run, options: str, tmp_path: Path) -> None:
    assert filled("export", "-o", "out.csv", "--columns", "quote", *options.split()).code == 0
    rows = csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig")))
    assert "".join(row[0] for row in list(rows)[1:]) == CASES[options]


def test_highlights_of_nobody_are_asked_for_by_an_empty_name(filled: Run, tmp_path: Path) -> None:
    assert filled("export", "-o", "out.csv", "--columns", "quote", "--analyst", "").code == 0
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines() == ['"quote"', '"市"']


def test_a_tag_that_is_not_there_is_said(filled: Run) -> None:
    said = filled("export", "-o", "out.csv", "--not-tag", "政策2")
    assert said.code == 2 and "There is no tag 政策2" in said.err
