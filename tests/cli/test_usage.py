"""What is typed by mistake: one sentence that says what is wrong, and nothing done."""

from __future__ import annotations

from pathlib import Path

import pytest

from commanding import Run
from reader.app import wish_of


@pytest.mark.parametrize(
    "words",
    [
        ("import", ""),
        ("-l", "", "list"),
        ("list", "-l", ""),
        ("export", "-o", ""),
    ],
)
def test_an_empty_name_is_no_folder_or_file(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "article.txt").write_text("一篇文章", "utf-8")
    run("import", tmp_path / "article.txt")
    said = run(*words)
    assert said.code == 2 and said.err.endswith("the name is empty.\n") and said.err.count("\n") == 1
    assert len(run("list").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--bogus"], "Unrecognized arguments: --bogus. See reader --help.\n"),
        (["-l"], "Argument -l/--library: expected one argument. See reader --help.\n"),
        (["-l", ""], "Argument -l/--library: the name is empty. See reader --help.\n"),
    ],
)
def test_the_window_too_says_it_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        wish_of(words)
    assert (ended.value.code, capsys.readouterr().err) == (2, sentence)


def test_no_library_is_made_in_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    said = run("tag", "add", "民生", "-l", tmp_path / "nope" / "x.reader")
    assert said.code == 2 and "nope/x.reader does not exist. See whether its name is right" in said.err.replace(
        "\\", "/"
    )
    assert not (tmp_path / "nope").exists()
    assert run("tag", "add", "民生", "-l", tmp_path / "x.reader").code == 0


def test_a_column_is_chosen_once(run: Run, tmp_path: Path) -> None:
    run("tag", "add", "民生")
    said = run("export", "-o", "a.csv", "--columns", "quote,note,quote")
    assert (said.code, said.err) == (2, "The column quote was chosen twice. Leave one of them out.\n")
    said = run("export", "-o", "a.csv", "--columns", "")
    assert said.code == 2 and said.err.startswith("No column was chosen. The columns are: highlight_id, ")
    assert not (tmp_path / "a.csv").exists()


def test_wrong_usage_is_said_without_any_words_before(run: Run) -> None:
    assert run("list", "--limit", "abc").err == "Invalid value for '--limit': 'abc' is not a whole number from 0 on.\n"
    for words in (("versions", 1, "--restore"), ("show", 1, "--version")):
        for wrong in ("x", 0, 2**70):
            said = f"Invalid value for '{words[2]}': '{wrong}' is not a whole number from 1 on.\n"
            assert run(*words, wrong).err == said
    assert run("list", "--bogus").err == "No such option '--bogus'.\n"


def test_a_key_is_taken_from_another_tag_and_from_none(run: Run) -> None:
    for path in ("經濟", "民生"):
        run("tag", "add", path)
    assert run("tag", "shortcut", "經濟", "3", "--json").object["taken_from"] == ""
    assert "3 was taken from 經濟" in run("tag", "shortcut", "民生", "3").out
    assert run("tag", "shortcut", "經濟", "3", "--json").object["taken_from"] == "民生"
    assert run("tag", "shortcut", "經濟", "none", "--json").object["shortcut"] == ""
    assert run("tag", "shortcut", "經濟").code == 0
