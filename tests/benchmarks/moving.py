"""Articles in, highlights out."""

from __future__ import annotations

import csv
import gzip
import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms
from reader.domain.query import ArticleQuery
from reader.services import edits, exporting
from reader.services.importing import batch
from reader.services.importing.read import read
from reader.storage.library import create

FILES = 1000
PAGES = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "extraction" / "gne"


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; export and undo at each size of library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _import(folder)
        yield from _pages()
        for size in sizes:
            library = libraries.copy(size, folder)
            target = folder / "found.csv"

            def export(library: object = library, target: Path = target) -> None:
                exporting.export_csv(library.db, target, ArticleQuery())  # type: ignore[attr-defined]

            taken = cpu_ms(export, repeat=3)
            with target.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file))

            def write(target: Path = target, rows: list[list[str]] = rows) -> None:
                with target.open("w", encoding="utf-8-sig", newline="") as file:
                    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)

            said = f"{len(rows) - 1:,} highlights in {size:,} articles"
            yield Figure("export to CSV", said, taken, floor=cpu_ms(write, repeat=3), floor_is="csv alone", aim="< 300")
            library.close()


def _import(folder: Path) -> Iterator[Figure]:
    texts = folder / "texts"
    texts.mkdir()
    size = 0
    for number, (title, source, published, body) in enumerate(itertools.islice(libraries.news(), FILES)):
        text = f"{title}\n\n{published} 来源：{source}\n\n{body}\n"
        size += len(text)
        (texts / f"{number:04}.txt").write_text(text, "utf-8")
    library = create(folder / "import.reader")
    files = batch.gather([texts])
    began, wall = time.process_time(), time.perf_counter()
    outcomes = batch.import_files(library.db, files)
    taken, waited = (time.process_time() - began) * 1000, (time.perf_counter() - wall) * 1000
    added = sum(outcome.status == "added" for outcome in outcomes)

    def floor() -> None:
        for file in files:
            file.read_bytes().decode()

    said = f"{added:,} texts, {size / 1e6:.1f} M chars"
    least = cpu_ms(floor)
    yield Figure("import plain text", said, taken, floor=least, floor_is="read and decode", aim="< 2,000")
    yield Figure("import plain text, wall time", said, waited, floor=least, floor_is="read and decode", aim="< 2,000")
    undone = cpu_ms(lambda: edits.undo(library.db), repeat=1)
    bare = library.db.execute
    bare("create temp table scratch as select * from articles")
    bare(
        f"insert into scratch select id + {FILES}, uid, title, source, author, editor, published, url, language,"
        " imported, version, characters, highlights, read, starred, trashed from articles"
    )
    deleted = cpu_ms(lambda: bare("delete from scratch"), repeat=1)
    yield Figure("undo that import", said, undone, floor=deleted, floor_is="bare delete")
    library.close()


def _pages() -> Iterator[Figure]:
    pages = [(path.name, gzip.decompress(path.read_bytes())) for path in sorted(PAGES.rglob("*.html.gz"))]
    if not pages:
        return

    def parse() -> None:
        for name, data in pages:
            read(data, name)

    def floor() -> None:
        for _, data in pages:
            LexborHTMLParser(data)

    rate, least = (len(pages) / cpu_ms(work, repeat=3) * 1000 for work in (parse, floor))
    said = f"{len(pages)} news pages"
    yield Figure("import web pages", said, rate, "pages/s", floor=least, floor_is="HTML parser alone", aim="> 10")
