"""Importing many files: one bad file costs one row, and whatever happens leaves whole articles only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

import working
from commanding import BODY, SOURCE
from reader.domain.article import Draft
from reader.domain.errors import ImportFailed, LibraryError
from reader.domain.query import ArticleQuery
from reader.services import edits
from reader.services.checking import check
from reader.services.importing import batch
from reader.services.importing.given import Given
from reader.services.importing.outcome import Outcome
from reader.services.importing.worker import Worker
from reader.storage import articles, integrity, journal
from reader.storage.library import Library, open_library
from working import workers

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4


def write(folder: Path, count: int, suffix: str = ".txt") -> list[Path]:
    """Files with an article each, short enough to be parsed without a process if they are `.txt`."""
    folder.mkdir(exist_ok=True)
    files = []
    for number in range(count):
        text = f"第{number}篇文章\n{BODY}{number}"
        if suffix == ".html":
            text = f"<html><title>第{number}篇文章</title><body><p>{BODY}{number}，網頁。</p>"
        files.append(folder / f"{number:04}{suffix}")
        files[-1].write_text(text, "utf-8")
    return files


def titles(library: Library) -> list[str]:
    found = articles.ids(library.db, ArticleQuery(sort="imported", descending=False))
    return [row.title for row in articles.rows(library.db, found).values()]


def pasted(db: Database, text: str, name: str, cancelled: Callable[[], bool] | None = None) -> Outcome | None:
    given = Given(name, text.encode("utf-8", "replace"), encoding="utf-8")
    return next(iter(batch.import_given(db, given, cancelled=cancelled)), None)


def bad_files(folder: Path) -> Iterator[Path]:
    for name, data in (
        ("empty.txt", b""),
        ("picture.txt", PNG),
        ("blank.html", b"<html><body> <script>x</script></body>"),
        ("deep.html", b"<div>" * 9_000),
        ("noise.txt", bytes(range(256)) * 500),
        ("office.html", b"PK\x03\x04\0\0\0\0" + b"\0" * 90),
    ):
        (folder / name).write_bytes(data)
        yield folder / name
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    yield folder / "huge.txt"
    yield folder / "gone.txt"
    (folder / "folder.txt").mkdir()
    yield folder / "folder.txt"


def test_one_bad_file_costs_one_row(library: Library, tmp_path: Path) -> None:
    good = write(tmp_path / "good", 3) + write(tmp_path / "pages", 3, ".html")
    bad = list(bad_files(tmp_path))
    mixed = [path for pair in zip(bad, good + good[:3], strict=True) for path in pair]
    outcomes = batch.import_files(library.db, mixed)
    assert [outcome.path for outcome in outcomes] == list(map(str, mixed))
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    assert [outcome.path for outcome in failed] == list(map(str, bad))
    for outcome in failed:
        assert outcome.error.startswith(outcome.path) and outcome.error.endswith(".") and "\n" not in outcome.error
        assert isinstance(outcome.problem, ImportFailed) and outcome.article is None
    assert [outcome.status for outcome in outcomes if outcome.path.startswith(str(tmp_path / "good"))] == [
        *("added",) * 3,
        *("duplicate",) * 3,
    ]
    assert sorted(titles(library)) == sorted([f"第{number}篇文章" for number in range(3)] * 2)
    assert check(library.db) == []


@pytest.mark.parametrize(
    "text",
    [
        "標題\n" + "我市召開會議研究部署下步工作" * 15_000,
        "a" * 1_000_000,
        "標題\n" + "字" * 200_000,
        "\n" * 300_000 + "尾標",
    ],
    ids=["sentence of 200,000", "a million a", "one character", "empty lines"],
)
def test_a_text_without_breaks_is_stored_whole(library: Library, tmp_path: Path, text: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    (outcome,) = batch.import_files(library.db, [path])
    assert outcome.status == "added"
    stored = articles.get(library.db, outcome.article or 0)
    assert stored is not None
    assert stored.text == text.strip("\n")


def test_a_title_with_markup_is_stored_as_it_stands(library: Library, tmp_path: Path) -> None:
    title = "<img src=file:///dev/zero><b>標題</b> & 'quotes' \"too\"; drop table articles; --"
    (tmp_path / "a.txt").write_text(f"{title}\n{BODY}", "utf-8")
    batch.import_files(library.db, [tmp_path / "a.txt"])
    assert titles(library) == [title]


def test_the_same_article_is_not_stored_twice(library: Library, tmp_path: Path) -> None:
    (path,) = write(tmp_path / "a", 1)
    spaced = tmp_path / "spaced.txt"
    spaced.write_text(path.read_text("utf-8").replace("\n", "\r\n\r\n  "), "utf-8")
    first, again, other = batch.import_files(library.db, [path, path, spaced])
    assert [each.status for each in (first, again, other)] == ["added", "duplicate", "duplicate"]
    assert {each.article for each in (first, again, other)} == {first.article}
    edits.trash(library.db, [first.article or 0])
    (back,) = batch.import_files(library.db, [path])
    assert (back.status, back.uid) == ("added", first.uid) and titles(library) == ["第0篇文章"]


def test_what_is_known_of_the_file_wins_over_what_it_says(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"標題在這裡\n來源：甲報 2024-05-06\n{BODY}".encode("big5"))
    (outcome,) = batch.import_files(library.db, [tmp_path / "a.txt"], encoding="big5", source="乙\x00報", analyst="林")
    stored = articles.get(library.db, outcome.article or 0)
    assert stored is not None and (stored.source, stored.published) == ("乙\ufffd報", "2024-05-06")
    assert journal.history(library.db)[0].analyst == "林"
    assert integrity.stored(library.db, stored.id).original == (tmp_path / "a.txt").read_bytes()


def test_many_files_are_one_step_also_when_the_first_ones_fail(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    files = [tmp_path / "empty.txt"] * 45 + write(tmp_path / "a", 100)
    seen: list[tuple[int, int]] = []
    outcomes = batch.import_files(library.db, files, advance=lambda *numbers: seen.append(numbers))
    assert len(outcomes) == 145 and seen[-1] == (145, 145) and seen == sorted(seen) and len(seen) > 2
    (step,) = journal.history(library.db)
    assert (step.kind, step.count) == ("import", 100)
    edits.undo(library.db)
    assert titles(library) == []
    edits.redo(library.db)
    assert len(titles(library)) == 100


def test_each_outcome_names_the_step_that_it_belongs_to(library: Library, tmp_path: Path) -> None:
    one, other = write(tmp_path / "a", 2)
    (first,) = batch.import_files(library.db, [one])
    there, second = batch.import_files(library.db, [one, other])
    latest = journal.next_undo(library.db)
    assert latest is not None and (there.step, second.step) == (0, latest.id) and 0 < first.step < latest.id


def test_an_import_that_adds_nothing_leaves_no_step(library: Library, tmp_path: Path) -> None:
    files = write(tmp_path / "a", 3)
    batch.import_files(library.db, files)
    batch.import_files(library.db, [*files, tmp_path / "gone.txt"])
    assert [step.count for step in journal.history(library.db)] == [3]


def test_undo_while_an_import_runs_takes_back_what_is_there(library: Library, tmp_path: Path) -> None:
    files = write(tmp_path / "a", 90)
    other = library.connect()
    undone: list[int] = []

    def undo_once(done: int, total: int) -> None:
        if not undone:
            undone.append(done)
            edits.undo(other)

    batch.import_files(library.db, files, advance=undo_once)
    other.close()
    assert len(titles(library)) == 90 - undone[0]
    assert [step.count for step in journal.history(library.db)] == [90 - undone[0]]
    edits.undo(library.db)
    assert titles(library) == [] and check(library.db) == []


def test_what_others_come_instead_of_goes_with_the_first_of_them_in_one_step(library: Library, tmp_path: Path) -> None:
    db, (old, new) = library.db, write(tmp_path / "a", 2)
    (there,) = batch.import_files(db, [old])
    assert there.article is not None
    instead = [there.article]
    (failed,) = batch.import_files(db, [tmp_path / "gone.txt"], instead=instead)
    left = batch.import_files(db, [new], instead=instead, cancelled=lambda: True)
    assert failed.status == "failed" and not left and titles(library) == ["第0篇文章"]
    outcomes = batch.import_files(db, [tmp_path / "gone.txt", old, new], instead=instead)  # the same text, read anew
    assert [each.status for each in outcomes] == ["failed", "added", "added"]
    assert titles(library) == ["第0篇文章", "第1篇文章"] and articles.trashed(db, instead) == {there.article: True}
    assert [step.count for step in journal.history(db)] == [2, 1] and check(db) == []
    edits.undo(db)
    assert titles(library) == ["第0篇文章"] and articles.trashed(db, instead) == {there.article: False}


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_cancelling_keeps_whole_articles_and_leaves_the_rest(library: Library, tmp_path: Path, suffix: str) -> None:
    files = write(tmp_path / "a", 60, suffix)
    came: list[int] = [0]
    outcomes = batch.import_files(
        library.db, files, advance=lambda done, _total: came.append(done), cancelled=lambda: came[-1] >= 5
    )
    assert 0 < len(outcomes) < 60
    assert [outcome.status for outcome in outcomes] == ["added"] * len(outcomes)
    assert len(titles(library)) == len(outcomes) and check(library.db) == []
    assert [step.count for step in journal.history(library.db)] == [len(outcomes)]
    again = batch.import_files(library.db, files)
    assert [outcome.status for outcome in again].count("added") == 60 - len(outcomes)


def test_cancelling_does_not_wait_for_a_long_file(library: Library, tmp_path: Path) -> None:
    (tmp_path / "slow.html").write_text("<html><body>" + "<p>2020-01-01 來源：甲 " * 400_000, "utf-8")
    asked: list[bool] = []

    def cancelled() -> bool:  # not before the file is under way; whoever waits for its end asks once and gets a no
        asked.append(len(asked) > 4)
        return asked[-1]

    assert batch.import_files(library.db, [tmp_path / "slow.html"], cancelled=cancelled) == []
    assert not multiprocessing.active_children()
    assert titles(library) == [] and journal.history(library.db) == []


def test_a_worker_that_takes_too_long_costs_its_file_only() -> None:
    page = f"<html><title>標題</title><body><p>{BODY}</p>".encode()
    with Worker(seconds=0.001) as worker:
        slow = worker.parse(Given("slow.html", page))
        assert (
            isinstance(slow, ImportFailed)
            and slow.kind == "stalled"
            and str(slow).startswith("slow.html took too long")
        )
        assert not multiprocessing.active_children()
        assert isinstance(worker.parse(Given("quick.txt", BODY.encode())), Draft)


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there the limits of another process can be seen")


@LINUX
def test_a_worker_whose_program_was_killed_does_not_go_on_for_ever(tmp_path: Path) -> None:
    (tmp_path / "slow.html").write_text("<html><body>" + "<b>" * 4900 + "<p>x</p>" * 60_000, "utf-8")
    script = (
        "import os, pathlib, threading\n"
        "from reader.services.importing.given import Given\nfrom reader.services.importing.worker import Worker\n"
        "from working import workers\n"
        "def end():\n"
        "    while not workers(): os.sched_yield()\n"
        "    os._exit(0)\n"
        "threading.Thread(target=end).start()\n"
        "Worker(seconds=1.5).parse(Given('slow.html', pathlib.Path('slow.html').read_bytes()))\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{Path(working.__file__).parent}"}
    running = subprocess.Popen([sys.executable, "-c", script], env=environment, cwd=tmp_path, start_new_session=True)
    try:
        assert running.wait(60) == 0
    finally:
        running.kill()
    with pytest.raises(ProcessLookupError):
        for _ in range(1000):
            os.killpg(running.pid, 0)
            time.sleep(0.05)


@LINUX
def test_a_worker_that_dies_costs_its_file_only(library: Library, tmp_path: Path) -> None:
    (tmp_path / "slow.html").write_text("<html><body>" + "<p>2020-01-01 來源：甲 " * 400_000, "utf-8")
    files = [tmp_path / "slow.html", *write(tmp_path / "a", 2, ".html"), *write(tmp_path / "b", 2)]
    killed: list[int] = []

    def kill_once() -> bool:  # asked while the slow file is parsed
        if not killed and (at_work := workers()):
            killed.append(min(at_work))  # the one that was started for the first file
            os.kill(killed[0], signal.SIGKILL)
        return False

    outcomes = batch.import_files(library.db, files, cancelled=kill_once)
    assert killed
    assert [outcome.status for outcome in outcomes] == ["failed", *("added",) * 4]
    assert outcomes[0].problem is not None and outcomes[0].problem.kind == "crashed"


@pytest.mark.logs("a parser failed on greedy.html")
def test_a_file_that_needs_too_much_memory_costs_itself_only(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("memory is limited on Linux")
    with Worker(memory=400_000_000) as worker:
        greedy = worker.parse(Given("greedy.html", b"<html><body>" + b"<b>x</b> " * 490_000))
        assert isinstance(greedy, ImportFailed) and greedy.kind == "crashed"
        after = worker.parse(Given("after.html", f"<html><body><p>{BODY}</p>".encode()))
        assert isinstance(after, Draft) and after.text.endswith(BODY)


def test_pasted_words_and_markup_become_articles(library: Library) -> None:
    text = pasted(library.db, f"標題在這裡\r\n{BODY}\ud800", "Pasted text")
    page = pasted(library.db, f"<html><body><h1>另一標題</h1><p>{BODY}<b>粗</b></p>", "Pasted text")
    assert text is not None and page is not None and (text.status, page.status) == ("added", "added")
    first, second = (articles.get(library.db, each.article or 0) for each in (text, page))
    assert first is not None and second is not None
    assert first.title == "標題在這裡" and first.text.startswith(f"標題在這裡\n{BODY}") and "\r" not in first.text
    assert [second.text[mark.start : mark.end] for mark in second.marks if mark.kind == "bold"] == ["粗"]
    blank = pasted(library.db, "  \n ", "Pasted text")
    assert blank is not None and blank.status == "failed"
    assert len(journal.history(library.db)) == 2


def test_a_library_that_another_program_holds_is_told_and_nothing_is_lost(library: Library, tmp_path: Path) -> None:
    files = write(tmp_path / "a", 3)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        library.db.execute("pragma busy_timeout = 50")
        with pytest.raises(LibraryError, match="is being written by another program") as busy:
            batch.import_files(library.db, files)
        other.execute("rollback")
    assert busy.value.kind == "busy" and titles(library) == []
    assert len(batch.import_files(library.db, files)) == 3


def test_an_import_that_fails_in_the_middle_says_what_was_stored_and_why_the_rest_was_not(
    library: Library, tmp_path: Path
) -> None:
    files = write(tmp_path / "a", 120)
    limits: list[int] = []

    def fill_the_disk(done: int, total: int) -> None:  # behind the first batch there is no page left
        pages = library.db.execute("pragma page_count").fetchone()[0]
        limits.append(library.db.execute(f"pragma max_page_count = {pages}").fetchone()[0])

    outcomes = batch.import_files(library.db, files, advance=fill_the_disk)
    assert limits and [outcome.path for outcome in outcomes] == list(map(str, files))
    stored = [outcome.status for outcome in outcomes].index("failed")
    assert 0 < stored == len(titles(library))
    assert {outcome.status for outcome in outcomes[stored:]} == {"failed"}
    for outcome in outcomes[stored:]:
        assert outcome.error.startswith("There is no space left for") and outcome.article is None
    assert [step.count for step in journal.history(library.db)] == [stored] and check(library.db) == []
    library.db.execute("pragma max_page_count = 100000")
    again = batch.import_files(library.db, files)
    assert [outcome.status for outcome in again] == ["duplicate"] * stored + ["added"] * (120 - stored)


def test_a_paste_can_be_stopped(library: Library) -> None:
    markup = "<html><body>" + "<p>2020-01-01 來源：甲 " * 400_000
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) > 2)
        return asked[-1]

    assert pasted(library.db, markup, "Pasted text", cancelled=cancelled) is None
    assert not multiprocessing.active_children()
    assert titles(library) == [] and journal.history(library.db) == []


def test_a_text_without_a_title_is_called_by_its_first_words(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"\n\n{BODY}\n又一段。", "utf-8")
    (tmp_path / "b.txt").write_text(f"標題\n{BODY}", "utf-8")
    one, other = batch.import_files(library.db, [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert (one.title, one.called) == ("", BODY) and (other.title, other.called) == ("標題", "標題")


def start(path: Path, folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "READER_LIBRARY": str(path), "HOME": str(folder.parent)}
    command = [sys.executable, "-m", "reader", "import", str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def stored(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            return int(db.execute("select count(*) from articles").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX")
@pytest.mark.parametrize(("suffix", "enough"), [(".txt", 1), (".txt", 300), (".html", 41)])
def test_killing_the_program_leaves_whole_articles_only(tmp_path: Path, suffix: str, enough: int) -> None:
    write(tmp_path / "in", 1500, suffix)
    path = tmp_path / "a.reader"
    running = start(path, tmp_path / "in")
    while stored(path) < enough and running.poll() is None:
        time.sleep(0.002)
    running.kill()
    assert running.wait() == -signal.SIGKILL, "it was done before it could be killed"
    assert running.stderr is not None
    running.stderr.close()
    library = open_library(path)
    there = len(titles(library))
    assert enough <= there < 1500 and check(library.db) == []
    (step,) = journal.history(library.db)
    assert (step.kind, step.count) == ("import", there)
    outcomes = batch.import_files(library.db, sorted((tmp_path / "in").iterdir())[: there + 50])
    assert [outcome.status for outcome in outcomes] == ["duplicate"] * there + ["added"] * 50
    edits.undo(library.db)
    edits.undo(library.db)
    assert titles(library) == []
    library.close()


def test_two_first_imports_at_once_make_one_library_and_store_each_article_once(tmp_path: Path) -> None:
    write(tmp_path / "in", 400)
    path = tmp_path / "new.reader"
    both = [start(path, tmp_path / "in") for _ in range(2)]
    assert [running.communicate(timeout=60)[1] for running in both] == [b"", b""]
    assert [running.returncode for running in both] == [0, 0]
    again = open_library(path)
    assert sorted(titles(again)) == sorted(f"第{number}篇文章" for number in range(400))
    assert sum(step.count for step in journal.history(again.db)) == 400 and check(again.db) == []
    again.close()
