"""The packaged program, where one was built: its size, and its start until the window is drawn to a picture."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms

FOLDER = Path(__file__).parent.parent.parent / "dist" / "reader"
PROGRAM = FOLDER / ("reader.exe" if sys.platform == "win32" else "reader")


def figures(sizes: list[int]) -> Iterator[Figure]:
    """At each size of library; none where there is no package."""
    if not PROGRAM.exists():
        print("no package: build one with dev.py build")
        return
    built = f"built {datetime.fromtimestamp(PROGRAM.stat().st_mtime):%Y-%m-%d %H:%M}"
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    yield Figure("package: size", built, size / 1e6, "MB", aim="< 150")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in sizes:
            library = libraries.copy(count, folder)
            library.close()
            command = ["--library", str(library.path), "--screenshot", str(folder / "window.png")]
            packaged, source = (
                _start([*way, *command], folder) for way in ([str(PROGRAM)], [sys.executable, "-m", "reader"])
            )
            said = f"{count:,} articles"
            yield Figure(
                "package: start, draw, end", said, packaged, floor=source, floor_is="from source", aim="< 1,500"
            )
            library.path.unlink()


def _start(command: list[str], home: Path) -> float:
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    picture = home / "window.png"
    picture.unlink(missing_ok=True)
    taken = cpu_ms(lambda: subprocess.run(command, env=environment, check=True), repeat=3)
    if not picture.exists():
        raise RuntimeError(f"{command[0]} drew no window")
    return taken
