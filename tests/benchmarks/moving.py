"""Articles in, highlights out."""

from __future__ import annotations

import csv
import gzip
import itertools
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms, cpu_seconds
from reader.domain.highlight_query import HighlightQuery
from reader.services import edits, exporting
from reader.services.importing import batch
from reader.services.importing.gathering import gather
from reader.services.importing.read import read
from reader.storage.library import Library, create

FILES = 1000
PAGES = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "extraction" / "gne"


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; export at each size of library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _texts(folder)
        yield from _pages(folder)
        for size in sizes:
            library = libraries.copy(size, folder)
            yield _export(library, folder / "found.csv", size)
            library.close()
            library.path.unlink()


def _export(library: Library, target: Path, size: int) -> Figure:
    taken = cpu_ms(lambda: exporting.export_csv(library.db, target, HighlightQuery()), repeat=3)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))

    def write() -> None:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)

    said = f"{len(rows) - 1:,} highlights in {size:,} articles"
    return Figure("export to CSV", said, taken, floor=cpu_ms(write, repeat=3), floor_is="csv module", aim="< 300")


def _texts(folder: Path) -> Iterator[Figure]:
    texts = folder / "texts"
    texts.mkdir()
    for number, (title, source, published, body) in enumerate(itertools.islice(libraries.news(), FILES)):
        (texts / f"{number:04}.txt").write_text(f"{title}\n\n{published} 来源：{source}\n\n{body}\n", "utf-8")
    library = create(folder / "import.reader")
    files = gather([texts]).files
    began, wall = cpu_seconds(), time.perf_counter()
    outcomes = batch.import_files(library.db, files)
    taken, waited = (cpu_seconds() - began) * 1000, (time.perf_counter() - wall) * 1000
    added = sum(outcome.status == "added" for outcome in outcomes)
    said = f"{added:,} texts, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB"
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        bare.execute("pragma journal_mode = wal")
        bare.execute("create table articles (id integer primary key, trashed text, name text, body text)")
        bare.execute("begin")
        insert = "insert into articles (name, body) values (?, ?)"
        least = cpu_ms(
            lambda: bare.executemany(insert, ((file.name, file.read_bytes().decode()) for file in files)), repeat=1
        )
        bare.execute("commit")
        least_undo = cpu_ms(lambda: bare.execute("update articles set trashed = '2024-01-02'"), repeat=1)
    inserted = "bare insert"
    yield Figure("import plain text", said, taken, floor=least, floor_is=inserted, aim="< 2,000")
    yield Figure("import plain text, wall time", said, waited, floor=least, floor_is=inserted, aim="< 2,000")
    for what, action in (("undo", edits.undo), ("redo", edits.redo)):
        taken = cpu_ms(partial(action, library.db), repeat=1)
        yield Figure(f"import plain text: {what}", said, taken, floor=least_undo, floor_is="bare update")
    library.close()


def _pages(folder: Path) -> Iterator[Figure]:
    pages = [(path.name, gzip.decompress(path.read_bytes())) for path in sorted(PAGES.rglob("*.html.gz"))]
    if not pages:
        return
    site = folder / "site"
    site.mkdir()
    for name, data in pages:
        (site / name.removesuffix(".gz")).write_bytes(data)

    def parse() -> None:
        for name, data in pages:
            read(data, name)

    def floor() -> None:
        for _, data in pages:
            LexborHTMLParser(data)

    def store() -> None:
        library = create(folder / f"{time.monotonic_ns()}.reader")
        batch.import_files(library.db, gather([site]).files)
        library.close()

    said = f"{len(pages)} news pages, {sum(len(data) for _, data in pages) / 1e6:.1f} MB"
    least, parsed, stored = (len(pages) / cpu_ms(work, repeat=3) * 1000 for work in (floor, parse, store))
    for what, rate in (("", parsed), (": stored, all processes", stored)):
        yield Figure(
            f"import web pages{what}", said, rate, "pages/s", floor=least, floor_is="HTML parser alone", aim="> 10"
        )
