"""The program as the shell starts it: where the library is, what it writes, and what it never loads."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from commanding import BODY, SOURCE, Page, Run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="where the default library is differs by system")


def test_every_command_explains_itself(run: Run) -> None:
    names = ("import", "list", "show", "highlight", "tag", "export", "undo", "redo", "history", "check")
    overview = run("--help")
    assert overview.code == 0
    for name in names:
        assert f"\n  {name} " in overview.out
        said = run(name, "--help")
        assert said.code == 0 and said.out.startswith(f"Usage: reader {name} ") and "--library" in said.out
    assert run("--version").out.startswith("reader, version ")


@LINUX
def test_without_a_name_the_library_is_where_the_system_wants_it(program: Run, page: Page, home: Path) -> None:
    path = page("a.txt", "臨海市召開會議")
    data = home / "data of mine"
    assert program("import", path, env={"XDG_DATA_HOME": str(data)}).code == 0
    assert [found.name for found in data.rglob("*.reader")] == ["library.reader"]
    said = program("list")  # that of the home itself, which is not there
    assert said.code == 2 and "library.reader does not exist" in said.err
    assert not (home / ".local" / "share").exists()
    assert program("import", path).code == 0
    made = home / ".local" / "share" / "Reader" / "library.reader"
    assert made.is_file() and made.stat().st_mode & 0o777 == 0o600


def test_a_library_can_be_named_in_three_ways(run: Run, page: Page, tmp_path: Path) -> None:
    path = page("a.txt", "臨海市召開會議")
    assert run("import", path).code == 0  # READER_LIBRARY
    assert run("-l", "other 表情😀 #%?.reader", "import", path).code == 0
    assert run("import", "-l", "third.reader", path).code == 0
    assert run("tag", "-l", "third.reader", "add", "a").code == 0
    assert run("tag", "list", "--library", "third.reader").out.startswith("a\t")
    assert run("tag", "list").out == ""
    assert sorted(found.name for found in tmp_path.glob("*.reader*")) == [
        "other 表情😀 #%?.reader",
        "test.reader",
        "third.reader",
    ]


@pytest.mark.parametrize("words", [["list"], ["undo"], ["check"], ["tag", "list"], ["export", "-o", "x.csv"]])
def test_reading_makes_no_library_where_one_was_named(run: Run, tmp_path: Path, words: list[str]) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.err == f"{tmp_path / 'test.reader'} does not exist. Choose another library or make a new one.\n"
    assert not list(tmp_path.glob("*.reader"))


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf8_in_any_locale(program: Run, page: Page, tmp_path: Path, locale: str) -> None:
    env = {"LC_ALL": locale, "LANG": locale, "PYTHONIOENCODING": "ascii", "READER_LIBRARY": "x.reader"}
    env["PYTHONCOERCECLOCALE"] = "0"
    name = page("a😀.txt", "臨海市召開會議😀")
    assert "臨海市召開會議😀" in program("import", name, env=env).out
    assert "臨海市召開會議😀" in program("list", "--json", env=env).out
    said = program("show", "不在", env=env)
    assert said.err == "There is no article 不在 in this library. All articles: reader list.\n"


def test_qt_is_never_loaded(program: Run, page: Page) -> None:
    page("a.html", "<html><body><p>" + BODY)
    env = {"READER_LIBRARY": "x.reader"}
    for words in (
        ("import", "a.html"),
        ("highlight", "1", "0", "3", "--tag", "a"),
        ("export", "-o", "x.csv"),
        ("check",),
        ("undo",),
        ("--help",),
    ):
        said = program(*words, env=env, python=["-X", "importtime"])
        assert said.code == 0
        loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.err.splitlines()}
        assert "sqlite3" in loaded and not loaded & {"PySide6", "shiboken6", "qtawesome"}


def test_a_window_without_a_display_is_refused_in_a_sentence(program: Run) -> None:
    if sys.platform != "linux":
        pytest.skip("only there can a display be missing")
    said = program("x.reader")
    assert said.code == 2 and len(said.err.splitlines()) == 1 and "display" in said.err


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_stops_reading_is_no_error(program: Run, page: Page, home: Path, tmp_path: Path) -> None:
    page("a.txt", "臨海市召開會議", body="\n".join(BODY + str(number) for number in range(3000)))
    program("import", "a.txt", env={"READER_LIBRARY": "x.reader"})
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "READER_LIBRARY": "x.reader", "HOME": str(home)}
    command = [sys.executable, "-m", "reader", "show", "1"]
    shown = subprocess.Popen(command, env=env, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert shown.stdout is not None and shown.stderr is not None
    shown.stdout.read(100)
    shown.stdout.close()
    assert shown.stderr.read() == b""
    shown.stderr.close()
    assert shown.wait(30) == 1


@pytest.mark.parametrize("words", [["list"], ["import", "a.txt"]])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 300 + ".reader", "cannot be read: File name too long"),
        ("loop.reader", "cannot be read: Too many levels of symbolic links"),
        ("a.txt/x.reader", "cannot be read: Not a directory"),
    ],
)
@LINUX
def test_a_library_that_cannot_be_is_refused(
    run: Run, page: Page, tmp_path: Path, name: str, said: str, words: list[str]
) -> None:
    page("a.txt", "臨海市召開會議")
    (tmp_path / "loop.reader").symlink_to("loop.reader")
    answer = run("-l", name, *words)
    assert answer.code == 2 and said in answer.err and len(answer.err.splitlines()) == 1
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.txt", "home", "loop.reader"]


INTERRUPTED = """
import sys

class Interrupted:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
"""


@pytest.mark.parametrize("name", ["multiprocessing", "reader.cli", "click", "sqlite_utils"])
def test_ctrl_c_while_modules_are_loaded_is_no_error(program: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED.format(name=name))
    said = program("list", env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{SOURCE}"})
    assert (said.code, said.out, said.err) == (130, "", "")


def articles_in(path: Path) -> int:
    """How many a library has that another process writes; -1 before it is made."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("select count(*) from articles").fetchone()[0])
    except sqlite3.OperationalError:
        return -1


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("stored", [0, 41])
def test_ctrl_c_stops_an_import_quietly(home: Path, tmp_path: Path, stored: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.html").write_text(f"<html><body><p>{BODY}{number}</p>", "utf-8")
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "READER_LIBRARY": "x.reader", "HOME": str(home)}
    command = [sys.executable, "-m", "reader", "import", "in"]
    # What runs in the background of a shell ignores the signal, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(
            command, env=env, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
    while articles_in(tmp_path / "x.reader") < stored:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err.strip()) == (130, b"", b"")
    checked = [sys.executable, "-m", "reader", "check"]
    assert subprocess.run(checked, env=env, cwd=tmp_path, capture_output=True).returncode == 0
    with pytest.raises(ProcessLookupError):  # nothing of it goes on
        for _ in range(500):
            os.killpg(running.pid, 0)
            time.sleep(0.01)


def test_a_bug_goes_to_the_log_and_the_terminal_gets_a_sentence(program: Run, page: Page, home: Path) -> None:
    page("a.txt", "臨海市召開會議")
    broken = home / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import reader.storage.adding as adding\ndef add(*_, **__):\n    raise KeyError('a bug')\nadding.add = add\n"
    )
    env = {"READER_LIBRARY": "x.reader", "PYTHONPATH": f"{SOURCE}{os.pathsep}{broken}"}
    said = program("import", "a.txt", env=env)
    assert said.code == 2
    sentence, _, log = said.err.strip().rpartition(" the details are in ")
    assert sentence.startswith("Something went wrong inside Reader.")
    assert "KeyError: 'a bug'" in Path(log.rstrip(".")).read_text("utf-8")
    assert program("list", env=env).out == ""


def test_a_parser_that_fails_is_one_row_and_its_trace_is_in_the_log(program: Run, page: Page, home: Path) -> None:
    page("a.html", "<html><body><p>" + BODY)
    page("b.txt", "臨海市召開會議")
    broken = home / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import reader.services.importing.html as html\ndef extract(markup, name, **_):\n    raise KeyError('a bug')\n"
        "html.extract = extract\n"
    )
    env = {"READER_LIBRARY": "x.reader", "PYTHONPATH": f"{SOURCE}{os.pathsep}{broken}"}
    said = program("import", "a.html", "b.txt", env=env)
    assert said.code == 1 and said.err == ""
    assert [line.split("\t")[0] for line in said.out.splitlines()] == ["failed", "added"]
    (log,) = home.rglob("reader.log")
    assert "KeyError: 'a bug'" in log.read_text("utf-8")


def test_a_word_that_is_nothing_is_named(program: Run) -> None:
    said = program("exprot", "-o", "x.csv")
    assert (said.code, said.err) == (2, "exprot is neither a command nor a file. See reader --help.\n")
