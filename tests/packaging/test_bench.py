"""The benchmarks write their figures down, and set them beside those of the last release."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import Figure, Released, table

ROOT = Path(__file__).parent.parent.parent
NOW = [
    Figure("open", "1 article", 30.0, floor=10.0, aim="< 20"),
    Figure("import", "1 file", 50.0, "pages/s", aim="> 10"),
]


def released(folder: Path) -> Path:
    """A file of figures as a release has it: opening took 15 ms, and 100 pages were imported in a second."""
    file = folder / "benchmarks.json"
    before = [
        {"what": "open", "size": "1 article", "value": 15.0},
        {"what": "import", "size": "1 file", "value": 100.0},
    ]
    file.write_text(json.dumps({"machine": {"python": "3.11.7", "cores": 2}, "figures": before}), "utf-8")
    return file


def test_a_figure_stands_beside_that_of_the_last_release(tmp_path: Path) -> None:
    head, opened, imported = table(NOW, Released.read(released(tmp_path))).splitlines()
    assert head.split() == ["what", "size", "figure", "floor", "ratio", "aim", "was", "now"]
    assert opened.split()[-3:] == ["MISSED", "15.0", "2.0"] and "30.0 ms" in opened
    assert imported.split()[-2:] == ["100.0", "2.0"]  # half as many pages in a second: twice the cost


def test_without_a_release_nothing_is_compared(tmp_path: Path) -> None:
    none = Released.read(tmp_path / "benchmarks.json")
    assert none == Released() and "was" not in table(NOW, none) and table(NOW, none) == table(NOW)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the benchmarks, beside which no package was built: measuring it takes no time."""
    shutil.copytree(ROOT / "tests" / "benchmarks", tmp_path / "tree" / "tests" / "benchmarks")
    shutil.copy(ROOT / "tests" / "pulling.py", tmp_path / "tree" / "tests")  # which moves the mouse for them
    return tmp_path / "tree"


def bench(tree: Path, cwd: Path, *arguments: str) -> str:
    paths = os.pathsep.join(map(str, (ROOT / "src", tree / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "benchmarks", "--only", "package", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_figures_are_written_without_being_asked_for_and_where_they_are_wanted(tree: Path, tmp_path: Path) -> None:
    said = bench(tree, tmp_path)
    written = tree / "build" / "bench.json"
    assert f"Written to {written}." in said and "Beside them" not in said
    assert set(json.loads(written.read_text("utf-8"))["machine"]) == {"python", "qt", "sqlite", "system", "cores"}
    (tree / "docs").mkdir()
    released(tree / "docs")
    said = bench(tree, tmp_path, "--json", "mine.json")
    assert f"Written to {tmp_path / 'mine.json'}." in said and (tmp_path / "mine.json").exists()
    assert "Beside them those of docs/benchmarks.json, measured on: python 3.11.7, cores 2." in said
