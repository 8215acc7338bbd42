"""Searching at several sizes: the index, questions to it, the window while somebody types, related articles.

What is asked of the library is measured as the program asks it: through a connection of its own that keeps some of the
index in memory. Of each question the first 50 articles count, in their order and with snippets.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication
from sqlite_utils import Database

from benchmarks import keystrokes, libraries, recall
from benchmarks.measure import Figure, cpu_ms
from benchmarks.program import running
from reader import word_breaks
from reader.domain.query import ArticleQuery, Sort
from reader.domain.wanted import parse
from reader.models.searches import CACHE_KB
from reader.services import relating, searching
from reader.storage import articles, indexing
from reader.storage.connection import keep_in_memory

CORPUS = 75_000  # articles; a library of 100,000 would have words that are rarer than those of the corpus
FIRST = 50  # articles that are shown at once
GROWTH = (10_000, CORPUS)
QUESTIONS = {
    "1 character, common": "的",
    "1 character, rare": "鹦",
    "2 characters, common": "中国",
    "2 characters, rare": "烟台",
    "4 characters, common": "经济发展",
    "4 characters, rare": "火山喷发",
    "6 characters, common": "习近平总书记",
    "6 characters, rare": "地震应急响应",
    "AND": "经济 改革",
    "OR": "地震 OR 洪水",
    "NOT": "经济 -改革",
    "a word and a common character": "烟台 的",
    "NEAR": "near(经济 发展, 10)",
    "with a common tag": "中国 tag:第0號",
    "with a rare tag": "中国 tag:第49號",
    "within a year": "中国 date:2013",
    "Latin letters": "covid OR g20",
    "absent": "囧囧有神",
}
WHOLE = "2 characters, common"  # of which all articles are listed, too
RELATED = 50  # articles whose related ones are looked for
FORGOTTEN = 10  # such questions, before they count: which words are common is learned from them
TICK = 0.002  # seconds between two looks at whether the window has something to do
STALL_SIZE, LONGEST = 10_000, 60  # articles, and seconds: the process lets others go first


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each size; how they grow from one to another; what is found at all."""
    sizes = sorted({CORPUS if size == 100_000 else size for size in sizes})
    measured: dict[int, list[Figure]] = {}
    for size in sizes:
        measured[size] = []
        for figure in _of(size):
            measured[size].append(figure)
            yield figure
    yield from _growth(measured)
    if recall.SIZE in sizes:
        yield from recall.figures()
    if STALL_SIZE in sizes:
        yield _stall()


def _of(size: int) -> Iterator[Figure]:
    said = f"{size:,} articles"
    with tempfile.TemporaryDirectory() as name:
        library = libraries.copy(size, Path(name))
        yield from _index(library.db, size, said)
        db = library.connect()
        keep_in_memory(db, CACHE_KB)
        yield from _questions(db, said)
        yield _related(db, said)
        db.close()
        library.close()
        yield from keystrokes.figures(library.path, said)


def _index(db: Database, size: int, said: str) -> Iterator[Figure]:
    """Made anew, a little at a time, and put into few pieces, as the process beside the window does."""
    began = time.process_time()
    indexing.start_over(db)
    indexing.index_rest(db)
    indexing.merge(db)
    taken = time.process_time() - began
    yield Figure("search: index", said, size / taken, "articles/s")
    tables = ("search", "search_characters", "search_highlights")
    pages = [db.execute(f"select sum(length(block)) from {table}_data").fetchone()[0] or 0 for table in tables]
    [text] = db.execute("select sum(length(cast(text as blob))) from texts").fetchone()
    yield Figure("search: size of the index", said, sum(pages) / 1e6, "MB")
    yield Figure("search: size of the index", said, sum(pages) / text, "x text")


def _questions(db: Database, said: str) -> Iterator[Figure]:
    def ask(words: str, sort: Sort, limit: int | None = FIRST) -> int:
        wanted = parse(words)
        ids = searching.article_ids(db, wanted, ArticleQuery(sort=sort), limit)
        return len(searching.found_articles(db, ids[:FIRST], wanted))

    for what, words in QUESTIONS.items():
        yield Figure(f"search: {what}, best first", said, cpu_ms(partial(ask, words, "best")), aim="< 30")
        yield Figure(f"search: {what}, newest first", said, cpu_ms(partial(ask, words, "published")), aim="< 30")
    every = cpu_ms(partial(ask, QUESTIONS[WHOLE], "published", None))
    yield Figure(f"search: {WHOLE}, all of them", said, every)


def _related(db: Database, said: str) -> Figure:
    parted = partial(word_breaks.words, folder=Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)))
    chosen = random.Random(5).sample(articles.ids(db, ArticleQuery()), RELATED + FORGOTTEN)
    frequent: set[str] = set()
    for article in chosen[RELATED:]:
        relating.related(db, article, parted, frequent)
    coming = iter(chosen)
    taken = cpu_ms(lambda: relating.related(db, next(coming), parted, frequent), repeat=RELATED)
    return Figure("search: related articles", said, taken, aim="< 20")


def _growth(measured: dict[int, list[Figure]]) -> Iterator[Figure]:
    """How many times as long each question takes in a library that is so many times larger."""
    small, large = GROWTH
    if small not in measured or large not in measured:
        return
    before = {(each.what, each.unit): each.value for each in measured[small]}
    for each in measured[large]:
        value = before[each.what, each.unit]
        if each.unit == "ms" and value:
            yield Figure(f"growth, {each.what}", f"{large / small:g} times as many", each.value / value, "times")


def _stall() -> Figure:
    """How long the window stands still at the most, while the process beside it indexes all articles."""
    with tempfile.TemporaryDirectory() as name:
        library = libraries.copy(STALL_SIZE, Path(name))
        library.index_at_most(0)
        indexing.start_over(library.db)
        with running(library, Path(name)) as program:
            longest, end = 0.0, time.monotonic() + LONGEST
            while not indexing.is_settled(program.session.db) and time.monotonic() < end:
                since = time.perf_counter()
                QApplication.processEvents()
                longest = max(longest, time.perf_counter() - since)
                time.sleep(TICK)
    return Figure("search: longest stall while indexing, wall", f"{STALL_SIZE:,} articles", longest * 1000, aim="< 100")
