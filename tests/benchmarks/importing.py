"""How well and how fast files are read, beside the best of the libraries alone.

Scores are printed in percent, fields as how many are right.
"""

from __future__ import annotations

import itertools
import json
import lzma
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from benchmarks import extraction
from benchmarks.measure import Figure
from reader.domain.text import clean
from reader.services.importing import candidates
from reader.services.importing.decode import decode
from reader.services.importing.glosses import lift
from reader.services.importing.read import read

DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data"
SETS = {
    "gne": ("39 Chinese pages", {"body": 98.5, "title": 37, "date": 36, "minute": 30, "source": 30, "author": 10}),
    "scrap": ("106 English pages", {"body": 95.0}),
    "traf": ("160 European pages", {"segments": 95.0, "title": 92, "date": 88, "author": 46}),
    "andy": ("80 English pages", {"body": 94.5, "title": 66, "date": 71, "author": 58}),
}
AT_MOST = {"gne": {"under half": 0, "invented": 1}, "scrap": {"under half": 1}}
NAMES = {"body": "body_f1", "segments": "segments_f1", "under half": "under_half", "invented": "authors_invented"}
HAIR = 0.001  # an aim that is just reached is reached
NEWS = 5_000  # documents of the corpus in which no gloss must be found


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; of pages only the Chinese ones, where just the smallest library is measured."""
    if not DATA.exists():
        return
    yield from _start()
    for name in ("gne",) if sizes == [1000] else SETS:
        yield from _pages(name)
    yield from _texts()
    yield from _glosses()


def _start() -> Iterator[Figure]:
    """The article that the project started from."""
    raw = (DATA / "articles" / "jiaodong-2020-03-04.txt").read_bytes()
    known = json.loads((DATA / "articles" / "jiaodong-2020-03-04.json").read_text("utf-8"))
    draft = read(raw, "a.txt")
    right = sum(getattr(draft, field, None) == known.get(field) for field in ("title", "source", "editor"))
    yield Figure("fields right", "the starting article, of 3", right, "", aim="> 2.9")
    lifted = len(draft.glosses) + sum(len(part.glosses) for part in draft.left_out)
    yield Figure("glosses lifted", "the starting article, of 154", lifted, "", aim="> 153.9")


def _pages(name: str) -> Iterator[Figure]:
    """Our reading of a set of pages, beside that of each library."""
    folder, (size, least) = DATA / "extraction" / name, SETS[name]
    began = time.process_time()
    drafts = {page: extraction.found_in(read(data, f"{page}.html")) for page, data in extraction.pages(folder)}
    taken = time.process_time() - began
    ours = extraction.score(folder, drafts)
    markup = {page: _reparsed(data) for page, data in extraction.pages(folder)}
    others = {
        library: extraction.score(folder, {page: work(each) for page, each in markup.items()})
        for library, work in (("readability-lxml", _readability), ("trafilatura", _trafilatura))
    }
    for what, wanted in least.items():
        best = max(others, key=lambda library: others[library].get(NAMES.get(what, what), 0.0))
        times, unit = (100, "%") if what in ("body", "segments") else (1, "")
        value, floor = (each.get(NAMES.get(what, what), 0.0) * times for each in (ours, others[best]))
        yield Figure(what, size, value, unit, floor=floor, floor_is=best, aim=f"> {wanted - HAIR:.3f}")
    for what, most in AT_MOST.get(name, {}).items():
        yield Figure(what, size, ours.get(NAMES[what], 0.0), "", aim=f"< {most + HAIR:.3f}")
    yield Figure("read pages", size, len(drafts) / taken, "pages/s", aim="> 10")


def _reparsed(data: bytes) -> str:
    return LexborHTMLParser(clean(decode(data).text)).html or ""


def _readability(markup: str) -> Mapping[str, str]:
    from readability import Document

    return {"text": candidates.readability(markup), "title": Document(markup).short_title()}


def _trafilatura(markup: str) -> Mapping[str, str]:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(markup)
    fields = {"title": found.title, "author": found.author, "published": found.date, "source": found.sitename}
    return {"text": candidates.trafilatura(markup), **{name: value or "" for name, value in fields.items()}}


def _texts() -> Iterator[Figure]:
    """Chinese pages as somebody gets them who copies all of one."""
    folder = DATA / "extraction" / "gne"
    texts = {page: extraction.bare(data) for page, data in extraction.pages(folder)}
    began = time.process_time()
    drafts = {page: extraction.found_in(read(data, f"{page}.txt")) for page, data in texts.items()}
    taken = time.process_time() - began
    scored = extraction.score(folder, drafts)
    size = "39 Chinese pages as bare text"
    yield Figure("body", size, scored["body_f1"] * 100, "%", aim="> 91.999")
    for what in ("title", "date", "minute", "source", "author"):
        yield Figure(what, size, scored[what], "")
    yield Figure("read texts", size, len(texts) / taken, "texts/s")


def _glosses() -> Iterator[Figure]:
    """Readings that nobody wrote on purpose are lifted, those of an author and clean texts stay."""
    for name, is_wanted in (("artefact", True), ("authored", False)):
        texts = json.loads((DATA / "glosses" / f"{name}.json").read_text("utf-8"))
        lifted = sum(bool(lift(text).glosses) for text in texts)
        aim = f"> {len(texts) - HAIR:.3f}" if is_wanted else f"< {HAIR}"
        yield Figure("glosses lifted", f"{len(texts)} {name} texts", lifted, "", aim=aim)
    with lzma.open(DATA / "corpus" / "xwlb.jsonl.xz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in itertools.islice(file, NEWS)]
    lifted = sum(bool(lift(text).glosses) for text in texts)
    yield Figure("glosses lifted", f"{NEWS:,} news items", lifted, "", aim=f"< {HAIR}")
