"""Print the figures.

python -m benchmarks [--only NAME ...] [--sizes 1000,10000,100000] [--quick] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
from PySide6.QtWidgets import QApplication

from benchmarks import listing, moving, reading, starting
from benchmarks.measure import Figure, table

PARTS = {"reading": reading, "listing": listing, "moving": moving, "starting": starting}


def main(arguments: list[str]) -> int:
    """Measure what is asked for; 0."""
    parser = argparse.ArgumentParser("benchmarks")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--quick", action="store_true", help="the smallest size only")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args(arguments)
    sizes = [1000] if chosen.quick else [int(size) for size in chosen.sizes.split(",")]
    application = QApplication.instance() or QApplication([])
    assert application is not None
    figures: list[Figure] = []
    for name in chosen.only:
        print(f"-- {name}", flush=True)
        measured = []
        for figure in PARTS[name].figures(sizes):
            measured.append(figure)
        print(table(measured), flush=True)
        figures += measured
    if chosen.json:
        machine = {
            "python": platform.python_version(),
            "qt": PySide6.__version__,
            "sqlite": sqlite3.sqlite_version,
            "system": platform.platform(),
            "cores": os.cpu_count(),
        }
        chosen.json.write_text(
            json.dumps({"machine": machine, "figures": [asdict(each) for each in figures]}, indent=1)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
