"""The packaged program, where one was built: its size, and its start until the window is drawn to a picture."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_seconds

FOLDER = Path(__file__).parent.parent.parent / "dist" / "reader"
SOURCE = "from source"
PROGRAM = FOLDER / ("reader.exe" if sys.platform == "win32" else "reader")


def figures(sizes: list[int]) -> Iterator[Figure]:
    """At each size of library; none where there is no package."""
    if not PROGRAM.exists():
        print("no package: build one with dev.py build")
        return
    print(f"the package was built {datetime.fromtimestamp(PROGRAM.stat().st_mtime):%Y-%m-%d %H:%M}")
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    yield Figure("package: size", "", size / 1e6, "MB", aim="< 150")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in sizes:
            library = libraries.copy(count, folder)
            library.close()
            command = ["--library", str(library.path), "--screenshot", str(folder / "window.png")]
            packaged, source = (
                _start([*way, *command], folder) for way in ([str(PROGRAM)], [sys.executable, "-m", "reader"])
            )
            said, whole = f"{count:,} articles", "package: start, draw, end"
            yield Figure(whole, said, packaged[0], floor=source[0], floor_is=SOURCE, aim="< 1,500")
            # No aim: the program waits a moment of its own before it draws the picture.
            yield Figure(f"{whole}, wall time", said, packaged[1], floor=source[1], floor_is=SOURCE)
            library.path.unlink()


def _start(command: list[str], home: Path) -> tuple[float, float]:
    """Milliseconds of CPU and of waiting, medians, until the window was drawn and the program has ended."""
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    picture = home / "window.png"
    picture.unlink(missing_ok=True)
    taken = []
    for _ in range(3):
        began, wall = cpu_seconds(), time.perf_counter()
        subprocess.run(command, env=environment, check=True)
        taken.append(((cpu_seconds() - began) * 1000, (time.perf_counter() - wall) * 1000))
    if not picture.exists():
        raise RuntimeError(f"{command[0]} drew no window")
    return statistics.median(cpu for cpu, _ in taken), statistics.median(waited for _, waited in taken)
