"""Where the output of commands goes, and what of stored words never reaches a terminal as it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

import making
from commanding import SOURCE, Page, Run
from reader.__main__ import _is_command
from reader.domain.highlight import Span
from reader.services import edits
from reader.storage.library import create

STEERING = "\x1b]0;x\x07\x9b2J\u202egpj.exe\u2066"


def start(tmp_path: Path, *words: str, script: str, stdout: IO[bytes] | int = subprocess.PIPE) -> tuple[int, str]:
    """Run the program from a shell, which puts it in place of "$@"; its exit code and error output."""
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "reader", "-l", "x.reader", *words]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)}
    done = subprocess.run(command, env=env, cwd=tmp_path, stdout=stdout, stderr=subprocess.PIPE, timeout=60)
    return done.returncode, done.stderr.decode()


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")
def test_closed_streams_are_no_error_and_no_file_takes_their_place(page: Page, tmp_path: Path) -> None:
    page("a.txt", "臨海市召開會議")
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"):
        assert start(tmp_path, "import", "a.txt", script=f'"$@" {closed}') == (0, "")
        assert start(tmp_path, "check", script=f'"$@" {closed}') == (0, "")
        assert start(tmp_path, "show", "99", script=f'"$@" {closed}')[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
def test_output_that_cannot_be_written_is_said(page: Page, tmp_path: Path) -> None:
    page("a.txt", "臨海市召開會議")
    start(tmp_path, "import", "a.txt", script='"$@"')
    for words in (["list"], ["show", "1", "--json"], ["export", "-o", "-"], ["history"]):
        said = start(tmp_path, *words, script='"$@" > /dev/full')
        assert said == (2, "The output could not be written: No space left on device.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
def test_an_export_whose_output_is_full_or_closed_says_so_once_or_nothing(tmp_path: Path) -> None:
    with closing(create(tmp_path / "x.reader")) as library:
        spans = [Span(start, start + 40) for start in range(3_000)]
        edits.highlight_all(library.db, {making.add(library.db, "長文" * 2_000): spans})
    said = start(tmp_path, "export", "-o", "-", script='"$@" > /dev/full')
    assert said == (2, "The output could not be written: No space left on device.\n")
    for words in (["export", "-o", "-"], ["show", "1"]):
        assert start(tmp_path, *words, script='"$@" | head -n 1')[1] == ""


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_an_export_can_go_to_the_standard_output(run: Run, page: Page, tmp_path: Path, name: str) -> None:
    run("import", page("a.txt", "臨海市召開會議"))
    run("highlight", 1, 0, 3)
    said = run("export", "-o", name, "--columns", "quote,start")
    assert said.code == 0 and said.out == '\ufeff"quote","start"\r\n"臨海市","0"\r\n'
    assert not (tmp_path / "-").exists()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="POSIX")
def test_what_is_in_a_log_stays_there(page: Page, tmp_path: Path) -> None:
    page("a.txt", "臨海市召開會議")
    start(tmp_path, "import", "a.txt", script='"$@"')
    (tmp_path / "log").write_bytes(b"old\n")
    with (tmp_path / "log").open("ab") as log:
        words = ("export", "-o", "/dev/stdout", "--format", "csv", "--columns", "quote")
        assert start(tmp_path, *words, script='"$@"', stdout=log) == (0, "")
    assert (tmp_path / "log").read_bytes() == b'old\n"quote"\r\n'


def test_stored_words_do_not_steer_a_terminal(run: Run, page: Page, tmp_path: Path) -> None:
    name = f"a{STEERING.replace('/', '')}.txt" if os.name == "posix" else "a.txt"
    outputs = [
        run("import", page(name, f"臨海{STEERING}市召開會議", source=f"x{STEERING}y")),
        run("import", tmp_path / f"none{STEERING}.txt"),
        run("highlight", 1, 0, 5, "--note", STEERING, "--tag", f"t{STEERING}".replace(";", "")),
        run("list"),
        run("show", 1),
        run("tag", "list"),
        run("history"),
        run("show", STEERING),
        run("list", "--tag", STEERING),
        run("list", "--since", STEERING),
        run("export", "-o", f"{STEERING}.xyz"),
    ]
    for said in outputs:
        assert not set(said.out + said.err) & set("\x1b\x07\x9b\u202e\u2066")


def test_json_is_one_object_a_line_however_lines_are_told_apart(run: Run, page: Page) -> None:
    run("import", page("a.txt", "臨海市召開會議"))
    run("highlight", 1, 0, 5, "--note", "a\u2028b\u0085c\nd\x1b")
    out = run("show", 1, "--json").out
    assert len(out.splitlines()) == 1
    assert json.loads(out)["highlights"][0]["note"] == "a\nb\u0085c\nd\ufffd"


@pytest.mark.skipif(sys.platform != "linux", reason="names that are bytes")
def test_a_file_name_that_is_no_text_is_valid_json(program: Run, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe2\x80\xa8.txt")).write_text("標題\n\n正文。", "utf-8")
    said = program("-l", "x.reader", "import", ".", "--json")
    assert said.object["path"] == "\udcff\u2028.txt" and said.code == 0


def test_the_nearest_tag_is_named(run: Run) -> None:
    run("tag", "add", "Policy/Welfare")
    assert run("list", "--tag", "policy/welfar").err == (
        "There is no tag policy/welfar. The nearest is Policy/Welfare.\n"
    )
    assert run("tag", "delete", "不在").err == "There is no tag 不在. All tags: reader tag list.\n"


def test_a_group_without_a_command_shows_its_help(run: Run) -> None:
    said = run("tag")
    assert said.code == 2 and said.out == "" and "\n  merge " in said.err


@pytest.mark.parametrize("named", [["-l", "a"], ["-la"], ["--library", "a"], ["--library=a"]])
def test_the_library_may_be_named_before_the_command(named: list[str]) -> None:
    assert _is_command([*named, "list"]) and not _is_command(named)


def test_a_folder_with_nothing_to_import_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "imported. With --recursive, folders" in run("import", "empty").err
    assert run("import", "--recursive", "empty").err == "There is no file in empty that can be imported.\n"
