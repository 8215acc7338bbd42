"""The system ends the program: what was typed last, the settings and the shape of the window are there afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import making
from commanding import SOURCE
from reader.services import edits
from reader.storage import highlights
from reader.storage.library import create, open_library

PATIENCE = 30  # seconds
# Types into the note of the first highlight, makes the window smaller, and says so; a job runs that nobody stops.
PERSON = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader import app
from reader.jobs import Job

def work(job):
    while not job.cancelled:
        time.sleep(0.01)

def type_note(window):
    window.reading.open_note(1)
    window.panel.card.note.insertPlainText("typed last")
    window.resize(1000, 700)
    print("typed", flush=True)

def look():
    for top in QApplication.topLevelWidgets():
        if top.objectName() == "window" and top.isVisible():
            timer.stop()
            Job(work).start()
            type_note(top)
            if sys.argv[1] == "session":
                QApplication.instance().commitDataRequest.emit(None)
                sys.stdout.flush()
                import os
                os._exit(9)

def start(arguments, begin=app.start):
    global timer
    made = begin(arguments)
    timer = QTimer(made)
    timer.timeout.connect(look)
    timer.start(20)
    return made

app.start = start
sys.exit(app.main(sys.argv[2:]))
"""


def ended(way: str, tmp_path: Path) -> tuple[int, str]:
    """Start the program, type, have it end in a way; its exit code, and the note that is stored."""
    library = create(tmp_path / "mine.reader")
    edits.highlight(library.db, making.add(library.db), 0, 3)
    library.close()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PERSON, way, str(library.path)]
    with subprocess.Popen(command, env=kept | home, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None and program.stdout.readline() == "typed\n"
        if way != "session":
            program.send_signal(getattr(signal, way))
        try:
            code = program.wait(PATIENCE)
        finally:
            program.kill()
    again = open_library(library.path)
    found = highlights.get(again.db, 1)
    again.close()
    return code, found.note if found else ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_closes_the_window_as_a_person_does(name: str, tmp_path: Path) -> None:
    assert ended(name, tmp_path) == (0, "typed last")
    [settings] = tmp_path.rglob("settings.ini")
    assert "geometry=" in settings.read_text("utf-8")


def test_at_the_end_of_the_desktops_session_all_is_stored(tmp_path: Path) -> None:
    assert ended("session", tmp_path) == (9, "typed last")
