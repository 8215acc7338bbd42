"""The window while somebody types a search, in a process of its own: of nothing else is its memory.

python -m benchmarks.keystrokes LIBRARY SIZE
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.measure import Figure, memory_mb
from benchmarks.program import running, settled
from reader import app
from reader.app import Program
from reader.storage.library import open_library

TYPED = "中国经济"  # letter by letter, as an input method gives it
REST = 1.0  # seconds after which the window has done what it leaves for later when it starts


def figures(library: Path, said: str) -> list[Figure]:
    """What a process tells of itself."""
    command = [sys.executable, "-m", "benchmarks.keystrokes", str(library), said]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [Figure(**each) for each in json.loads(answer.splitlines()[-1])]


def typing(program: Program, said: str) -> Iterator[Figure]:
    """From a keystroke to the first painted articles, by the clock: most of it is done on another thread."""
    box, model = program.window.search, program.window.listing.model

    def type_to(end: int) -> None:
        box.setText(TYPED[:end])
        box.search_at_once()  # the pause after a keystroke is meant

    taken = [_until_listed(program, partial(type_to, end)) for end in range(1, len(TYPED) + 1)]
    yield Figure("search: keystroke to painted, wall", said, max(taken), aim="< 100")
    best = _until_listed(program, lambda: model.set_query(replace(model.query, sort="best")))
    yield Figure("search: best first in the window, wall", said, best, aim="< 100")
    yield Figure("search: memory while searching", said, memory_mb(), "MB", aim="< 250")


def _until_listed(program: Program, act: Callable[[], None]) -> float:
    """The time until what is in sight is found and painted, ms."""
    model = program.window.listing.model
    answers: list[int] = []
    connection = model.counted.connect(lambda: answers.append(model.rowCount()))
    began = time.perf_counter()
    act()
    while not answers or (answers[-1] and model.found(0) is None):
        settled()
        time.sleep(0.001)  # the other thread works
    settled()
    taken = (time.perf_counter() - began) * 1000
    model.disconnect(connection)
    while model.searching:
        settled()
        time.sleep(0.001)
    return taken


def main(library: str, said: str) -> None:
    """Measure and print."""
    application = app.start([])
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder, running(open_library(Path(library)), Path(folder)) as program:
        end = time.monotonic() + REST
        while time.monotonic() < end:
            settled()
            time.sleep(0.01)
        print(json.dumps([asdict(figure) for figure in typing(program, said)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
