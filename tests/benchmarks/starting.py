"""From the start of the process to a window that was painted with its list and an article."""

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

REPEAT = 5
# The program's own way from nothing to the painted window; then what it took.
START = """
import json, os, sys, time
from pathlib import Path
from reader import app
from reader.languages import Languages
from reader.settings import Settings
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks
application = app.start([])
settings = Settings(Path(sys.argv[2]))
choice = LibraryChoice(settings)
words = Languages(application)
words.use("zh_CN")
program = app.Program(settings, words, Looks(settings), choice, choice.open(Path(sys.argv[1])))
program.window.show()
program.window.repaint()
application.sendPostedEvents()
application.processEvents()
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0)
heavy = sorted({"trafilatura", "lxml", "openpyxl", "opencc", "numpy", "selectolax"} & set(sys.modules))
print(json.dumps({"cpu": time.process_time() * 1000, "memory": memory, "heavy": heavy}))
program.window.close()
program.end()
"""
BARE = """
import json, time
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0)
print(json.dumps({"cpu": time.process_time() * 1000, "memory": memory}))
"""


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each size of library, and the memory that the window holds then."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}

    def run(program: str, *arguments: str) -> list[dict[str, float]]:
        command = [sys.executable, "-c", program, *arguments]
        return [
            json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
            for _ in range(REPEAT)
        ]

    empty = run(BARE)
    floor, held = (statistics.median(answer[what] for answer in empty) for what in ("cpu", "memory"))
    window = "empty QMainWindow"
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            library = libraries.copy(size, Path(folder))
            library.close()
            answers = run(START, str(library.path), str(Path(folder) / "settings.ini"))
            said, taken = f"{size:,} articles", statistics.median(answer["cpu"] for answer in answers)
            yield Figure("start to painted window", said, taken, floor=floor, floor_is=window, aim="< 800")
            memory = statistics.median(each["memory"] for each in answers)
            yield Figure("memory: idle", said, memory, "MB", floor=held, floor_is=window, aim="< 150")
