"""From the start of the process to a window that was painted with its list and an article, and the memory it holds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Figure
from reader.storage import articles

REPEAT = 5
# The program's own way from nothing to the painted window, as in reader.app.main; then what it took.
START = """
import sys, time
from pathlib import Path
from reader import app
from reader.languages import Languages
from reader.settings import Settings
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks
application = app.start([])
settings = Settings(Path(sys.argv[2]))
words = Languages(application)
words.use("zh_CN")
looks, choice = Looks(settings), LibraryChoice(settings)
program = app.Program(settings, words, looks, choice, choice.open(Path(sys.argv[1])))
window = program.window
window.show()
for _ in range(3):
    application.sendPostedEvents()
    application.processEvents()
taken = time.process_time()
assert window.view.article is not None and window.view.pane.viewport().isVisible(), "no article is open"
ready = True
"""
BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
taken = time.process_time()
"""
TELL = """
import json
from pathlib import Path
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0)
print(json.dumps({"cpu": taken * 1000, "memory": memory}))
"""
END = """
window.close()
program.end()
"""
EMPTY = "empty QMainWindow"


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each size of library, and the memory that the window holds then and with the longest article."""
    floor = _median(BARE + TELL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = str(folder / "settings.ini")
        for size in sizes:
            library = libraries.copy(size, folder)
            library.close()
            said, taken = f"{size:,} articles", _median(START + TELL + END, str(library.path), settings)
            cpu = Figure("start to painted window", said, taken["cpu"], aim="< 800")
            yield _beside(cpu, floor["cpu"])
            yield _beside(Figure("memory: idle", said, taken["memory"], "MB", aim="< 150"), floor["memory"])
            library.path.unlink()
        library, ids = libraries.texts(folder)
        articles.set_place(library.db, ids[libraries.LONGEST], libraries.LONGEST // 2)  # opened at the start
        library.close()
        count = libraries.MARKED[libraries.LONGEST]
        said = f"{libraries.LONGEST:,} chars, {count:,} highlights"
        taken = _median(START + TELL + END, str(library.path), settings)
        yield _beside(Figure("start with a long article", said, taken["cpu"], aim="< 800"), floor["cpu"])
        yield _beside(Figure("memory: long article", said, taken["memory"], "MB", aim="< 220"), floor["memory"])


def _beside(figure: Figure, floor: float) -> Figure:
    return Figure(figure.what, figure.size, figure.value, figure.unit, floor, EMPTY, figure.aim)


def _median(program: str, *arguments: str) -> dict[str, float]:
    """What a program tells of itself; the first run, which may compile modules, does not count."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", program, *arguments]
    answers = [
        json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
        for _ in range(REPEAT + 1)
    ][1:]
    return {what: statistics.median(answer[what] for answer in answers) for what in ("cpu", "memory")}
