"""What broken and hostile files cost: the time of the slowest, and the memory of the process that reads them."""

from __future__ import annotations

import gzip
import itertools
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure
from reader.domain.errors import ImportFailed
from reader.services.importing.gathering import given_file
from reader.services.importing.worker import Worker

FORMATS = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "formats"
TABLE = "rows-1m.csv"  # which is not hostile, only long
ROWS = 50_000  # of it that are read
NO_FILE = Path("no.reader")  # a library that is not among the files


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; none where the files are not there."""
    if not FORMATS.exists():
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _read("sound files", sorted((FORMATS / "ok").iterdir()))
        yield from _read("broken and hostile files", _unpacked(folder))
        made = folder / "made"
        subprocess.run(
            [sys.executable, str(FORMATS / "bad" / "make_bad.py"), str(made)], check=True, capture_output=True
        )
        files = sorted(path for path in made.rglob("*") if path.is_file() and path.name not in (TABLE, "expected.json"))
        yield from _read("large hostile files", files)
        yield _rows(made / TABLE)


def _unpacked(folder: Path) -> list[Path]:
    files = sorted(path for path in (FORMATS / "bad").iterdir() if path.suffix not in (".py", ".gz", ".qdpx"))
    for packed in (FORMATS / "bad").glob("*.html.gz"):
        files.append(folder / packed.stem)
        files[-1].write_bytes(gzip.decompress(packed.read_bytes()))
    return files


def _read(what: str, files: list[Path]) -> Iterator[Figure]:
    slowest, largest, most = 0.0, 0.0, ("", "")
    for path in files:
        given = given_file(path, NO_FILE)
        if isinstance(given, ImportFailed):
            continue
        with Worker() as worker:
            began = time.monotonic()
            for _ in worker.parts(given):
                largest, most = max((largest, most), (_memory(), (path.name, most[1])))
            taken = (time.monotonic() - began) * 1000
        if taken > slowest:
            slowest, most = taken, (most[0], path.name)
    size = f"{len(files)} {what}"
    yield Figure(f"slowest: {most[1]}", size, slowest, "ms", aim="< 10,000")
    yield Figure(f"most memory: {most[0]}", size, largest, "MB", aim="< 500")


def _rows(table: Path) -> Figure:
    """How fast the articles of a long table come."""
    given = given_file(table, NO_FILE)
    assert not isinstance(given, ImportFailed)
    with Worker() as worker:
        began = time.monotonic()
        count = sum(1 for _ in itertools.islice(worker.parts(given), ROWS))
        return Figure(
            "rows of a table", "1,000,000 rows, the first 50,000", count / (time.monotonic() - began), "rows/s"
        )


def _memory() -> float:
    """The most memory that the process for parsing has had, in MB; known on Linux only."""
    for child in multiprocessing.active_children():
        status = Path(f"/proc/{child.pid}/status")
        for line in status.read_text("ascii").splitlines() if status.exists() else ():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1000
    return 0.0
