"""Texts of articles on the command line: replaced by a file, listed, shown and restored."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Page, Run

FIRST = "臨海市召開會議\n五月六日上午，臨海市召開專題會議，研究部署防護林建設工作。\n會議要求落實責任。"


def test_a_file_takes_the_place_of_a_text_and_the_older_one_is_restored(run: Run, page: Page, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    run("import", "a.txt")
    text = run("show", 1, "--json").object["text"]
    for words in ("專題會議", "落實責任"):
        run("highlight", 1, text.index(words), text.index(words) + 4)
    (tmp_path / "b.txt").write_text(FIRST.replace("落實責任", "抓緊辦理").replace("上午，", ""), "utf-8")
    told = run("replace", 1, "b.txt", "--analyst", "林", "--json").object
    assert told == {"article": 1, "version": 2, "adjusted": 0, "review": 0, "orphan": 1}
    made = run("versions", 1, "--json").objects
    assert [(each["kind"], each["analyst"], each["current"]) for each in made] == [
        ("import", "", False),
        ("replace-text", "林", True),
    ]
    assert run("show", 1, "--version", 1, "--json").object["text"] == text
    assert run("show", 1, "--version", 1).out.rstrip("\n") == text
    assert "[orphan]\t落實責任" in run("show", 1).out
    assert run("versions", 1, "--restore", 1, "--json").object == {
        "article": 1,
        "version": 3,
        "adjusted": 0,
        "review": 0,
        "orphan": 0,
    }
    assert run("show", 1, "--json").object["text"] == text
    refused = run("show", 1, "--version", 7)
    assert refused.code == 2 and "no version 7" in refused.err
