"""Print the figures, beside those of the last release where they are at hand, and write them down.

python -m benchmarks [--only NAME ...] [--sizes 1000,10000,100000] [--quick] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6

from benchmarks import (
    anchoring,
    desk,
    files,
    importing,
    listing,
    marked,
    moving,
    package,
    reading,
    searching,
    starting,
    tags,
)
from benchmarks.measure import Figure, Released, table
from reader import app

SIZES = (
    "articles in the libraries. 1000000 are recombined from those of the corpus: 25 GB of disk; making them takes"
    " half an hour once, indexing them anew for `searching` another quarter"
)
ROOT = Path(__file__).parent.parent.parent
RELEASED = ROOT / "docs" / "benchmarks.json"  # the figures of the last release
WRITTEN = ROOT / "build" / "bench.json"
PARTS = {
    "reading": reading,
    "desk": desk,
    "listing": listing,
    "searching": searching,
    "highlights": marked,
    "tags": tags,
    "moving": moving,
    "anchoring": anchoring,
    "import": importing,
    "files": files,
    "starting": starting,
    "package": package,
}


def main(arguments: list[str]) -> int:
    """Measure what is asked for; 0."""
    parser = argparse.ArgumentParser("benchmarks", description="Print how fast Reader is, CPU time, medians.")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--sizes", default="1000,10000,100000", help=SIZES)
    parser.add_argument("--quick", action="store_true", help="the smallest library only")
    parser.add_argument("--json", type=Path, default=WRITTEN, metavar="FILE", help="else build/bench.json")
    chosen = parser.parse_args(arguments)
    sizes = [1000] if chosen.quick else [int(size) for size in chosen.sizes.split(",")]
    released = Released.read(RELEASED)
    if released.machine:
        print(f"Beside them those of {RELEASED.relative_to(ROOT)}, measured on: {released.machine}.")
    application = app.start([])  # as in the program: its style and its fonts
    application.setQuitOnLastWindowClosed(False)
    figures: list[Figure] = []
    for name in chosen.only:
        print(f"-- {name}", flush=True)
        measured = list(PARTS[name].figures(sizes))
        print(table(measured, released), flush=True)
        figures += measured
    missed = [f"{each.what} ({each.size})" for each in figures if each.met is False]
    print(f"Aims missed: {', '.join(missed) or 'none'}.")
    write(figures, chosen.json)
    print(f"Written to {chosen.json.absolute()}.")
    return 0


def write(figures: list[Figure], file: Path) -> None:
    """Write figures down as JSON, with what they were measured on."""
    machine: dict[str, Any] = {
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }
    answer = {"machine": machine, "figures": [each.as_json() for each in figures]}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
