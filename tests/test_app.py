"""The program from its start on: which library it opens, which it makes, and what it says where none can be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import making
from commanding import SOURCE
from reader.storage.library import create

PATIENCE = 60  # seconds
OF_THE_PLATFORM = "This plugin does not support"  # what Qt says of the one that draws nothing
# Starts the program, says what it shows, leaves each box without an answer, and closes the window.
PERSON = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from reader import app

def look():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print("asked:", box.text())
        box.reject()
    for top in QApplication.topLevelWidgets():
        if top.objectName() == "window" and top.isVisible() and not top.status.activity.busy:
            for path in filter(None, [os.environ.pop("HANDED_OVER", "")]):
                QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(path))
            print("window:", top.windowTitle(), top.listing.model.rowCount())
            top.close()

def start(arguments, begin=app.start):
    made = begin(arguments)
    timer = QTimer(made)
    timer.timeout.connect(look)
    timer.start(20)
    return made

app.start = start
sys.exit(app.main(sys.argv[1:]))
"""


@dataclass
class Seen:
    """What the program showed, and how it ended."""

    code: int
    lines: list[str]
    err: list[str]


@pytest.fixture
def begin(tmp_path: Path) -> Callable[..., Seen]:
    """Starts the program with arguments, in a home of its own, until its window is there or it gives up."""

    def run(*arguments: object, first: str = "", **variables: str) -> Seen:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        home = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", first + PERSON, *map(str, arguments)]
        done = subprocess.run(
            command, env={**kept, **home, **variables}, cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE
        )
        said = [line for line in done.stderr.splitlines() if not line.startswith(OF_THE_PLATFORM)]
        return Seen(done.returncode, done.stdout.splitlines(), said)

    return run


def made(path: Path, articles: int) -> Path:
    """A closed library of so many articles."""
    library = create(path)
    for number in range(articles):
        making.add(library.db, f"第{number}篇\n正文")
    library.close()
    return path


def test_a_library_is_made_where_nobody_or_the_command_line_names_it_else_asked_for(
    begin: Callable[..., Seen], tmp_path: Path
) -> None:
    assert begin() == Seen(0, ["window: library — Reader 0"], [])
    mine = tmp_path / "stick" / "mine.reader"
    sentence = "asked: The folder of {} does not exist. See whether its name is right, or make the folder first."
    assert begin("-l", mine) == Seen(2, [sentence.format(mine)], [])
    mine.parent.mkdir()
    assert begin("-l", mine) == Seen(0, ["window: mine — Reader 0"], [])
    assert begin() == Seen(0, ["window: mine — Reader 0"], [])
    mine.unlink()
    sentence = "asked: {} does not exist. Choose another library or make a new one."
    assert begin() == Seen(2, [sentence.format(mine)], [])
    other = tmp_path / "other.reader"
    assert begin(READER_LIBRARY=str(other)) == Seen(2, [sentence.format(other)], [])
    assert sorted(path.name for path in tmp_path.rglob("*.reader*")) == ["library.reader"]


def test_the_library_of_samples_is_not_remembered(begin: Callable[..., Seen], tmp_path: Path) -> None:
    mine = made(tmp_path / "mine.reader", 1)
    assert begin(mine).lines == ["window: mine — Reader 1"]
    [shown] = begin("--sample").lines
    assert shown.startswith("window: sample — Reader ") and not shown.endswith(" 0")
    assert begin().lines == ["window: mine — Reader 1"]


def test_a_library_that_the_system_hands_over_is_opened(begin: Callable[..., Seen], tmp_path: Path) -> None:
    other = made(tmp_path / "other.reader", 3)
    assert begin(HANDED_OVER=str(other)).lines == ["window: other — Reader 3"]


@pytest.mark.parametrize("part", ["articles_by_published", "tags", "steps"])
def test_a_library_that_cannot_be_read_is_told_of_and_not_remembered(
    begin: Callable[..., Seen], tmp_path: Path, part: str
) -> None:
    begin(made(tmp_path / "mine.reader", 1))
    bad = made(tmp_path / "bad.reader", 2)
    making.damage(bad, part)
    raw = bad.read_bytes()
    seen = begin(bad)
    assert (seen.code, seen.err) == (2, []) and len(seen.lines) == 1
    assert seen.lines[0].startswith(f"asked: {bad} is damaged: ")
    assert bad.read_bytes() == raw
    assert begin().lines == ["window: mine — Reader 1"]


def test_a_bug_before_there_is_a_window_is_in_the_log(begin: Callable[..., Seen], tmp_path: Path) -> None:
    broken = "import reader.widgets.window as window\nwindow.Window = None\n"
    seen = begin(first=broken)
    assert (seen.code, seen.lines) == (1, [])
    assert seen.err == ["Something went wrong inside Reader. What is stored is safe; see the log."]
    [log] = tmp_path.rglob("reader.log")
    assert "TypeError: 'NoneType' object is not callable" in log.read_text("utf-8")
