"""The table of highlights: 100,000 in 10,000 articles, with 1,000 tags, listed, grouped and changed together."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms
from reader.domain.highlight import Span
from reader.domain.highlight_query import HIGHLIGHT_SORTS, HighlightQuery, TagTerm
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import annotating, edits, highlights_together, tags_together
from reader.storage import adding, articles, facets, highlights, indexing, marked, tags
from reader.storage.connection import keep_in_memory, transaction
from reader.storage.library import Library, open_library

ARTICLES, COUNT, TAGS, PARENTS = 10_000, 100_000, 1_000, 40
PART = 1_000  # highlights that are made in one transaction
MANY = 10_000  # highlights that are changed together
SAID = "100,000"
BARE = "SQLite, ids of all"
CACHE_KB = 64_000  # as the window's table keeps


def figures(_sizes: list[int]) -> Iterator[Figure]:
    """All of them, at one size."""
    with tempfile.TemporaryDirectory() as name:
        library = copied(Path(name))
        keep_in_memory(library.db, CACHE_KB)
        with closing(sqlite3.connect(library.path)) as bare:
            floor = cpu_ms(lambda: bare.execute("select id from highlights").fetchall())
            yield from _lists(library, floor)
        yield from _edits(library)
        library.close()


def copied(folder: Path) -> Library:
    """A library with all these highlights and tags to write into."""
    kept = libraries.of_its_own("marked", _fill)
    path = Path(shutil.copy(kept.path, folder / "marked.reader"))
    kept.close()
    return open_library(path)


def _lists(library: Library, floor: float) -> Iterator[Figure]:
    db, every = library.db, HighlightQuery(sort="published", descending=True)

    def measured(what: str, query: HighlightQuery) -> Figure:
        taken = cpu_ms(lambda: marked.ids(db, query))
        return Figure(f"highlights: {what}", SAID, taken, floor=floor, floor_is=BARE, aim="< 50")

    for sort in HIGHLIGHT_SORTS:
        yield measured(f"sort by {sort}", replace(every, sort=sort))
    tree = tags.tree(db)
    [common, *_], rare = tree.children(None), list(tree)[-1]
    annotating.tag_articles(db, articles.ids(db, ArticleQuery())[::3], put=[common.id])
    either = (TagTerm(common.id), TagTerm(rare.id, without=True))
    filters = {
        "a common tag with children": replace(every, tags=(TagTerm(common.id),)),
        "a rare tag": replace(every, tags=(TagTerm(rare.id),)),
        "one tag and not another": replace(every, tags=either),
        "not a common tag": replace(every, tags=(TagTerm(common.id, without=True),)),
        "a tag of whole articles": replace(every, tags=(TagTerm(common.id, of_article=True),)),
        "untagged": replace(every, untagged=True),
        "with a note": replace(every, noted=True),
        "one analyst": replace(every, analysts=frozenset({"林"})),
        "words": replace(every, wanted=parse("经济")),
        "a year": replace(every, articles=ArticleQuery(since="2012", until="2012")),
    }
    for what, query in filters.items():
        yield measured(f"filter by {what}", query)
    ids = marked.ids(db, every)
    for by in ("tag", "article", "source", "month"):
        taken = cpu_ms(partial(marked.groups, db, ids, by))
        yield Figure(f"highlights: group by {by}", SAID, taken, floor=floor, floor_is=BARE, aim="< 50")
    yield Figure("highlights: tags of all that are chosen", SAID, cpu_ms(lambda: marked.tags_on(db, ids)), aim="< 50")
    taken = cpu_ms(lambda: facets.of_highlights(db, HighlightQuery()))
    yield Figure("highlights: sources, years and tags of all, in the background", SAID, taken)
    page = ids[len(ids) // 2 :][:60]
    yield Figure("highlights: a page of rows", SAID, cpu_ms(lambda: marked.rows(db, page)), aim="< 5")


def _edits(library: Library) -> Iterator[Figure]:
    db = library.db
    ids = marked.ids(db, HighlightQuery())[:MANY]
    first, second, third = (tag.id for tag in list(tags.tree(db))[-3:])
    said = f"{MANY:,} of {SAID}"

    def measured(what: str, edit: object) -> Figure:
        assert callable(edit)
        return Figure(f"highlights: {what}", said, cpu_ms(edit, repeat=1))

    yield measured("put a tag on", lambda: tags_together.retag(db, ids, put=[first]))
    yield measured("put on and take off", lambda: tags_together.retag(db, ids, put=[second], take=[first]))
    yield measured("replace a tag", lambda: highlights_together.replace_tag(db, ids, second, third))
    yield measured("undo that", lambda: edits.undo(db))
    yield measured("set notes", lambda: highlights_together.set_notes(db, ids, "一起", below=True))


def _fill(made: Library) -> None:
    db, chance, source = made.db, random.Random(1), libraries.news()
    ids: list[int] = []
    while len(ids) < ARTICLES:
        with transaction(db):
            added = adding.add(db, libraries.draft(*next(source)))
            ids += [] if added.duplicate else [added.article]
    with transaction(db):
        parents = [tags.add(db, f"主題{number}", None, "yellow") for number in range(PARENTS)]
        below = [tags.add(db, f"第{n}號", parents[n % PARENTS], "blue") for n in range(TAGS - PARENTS)]
        people = [highlights.analyst(db, name) for name in ("林", "王", "Anna")]
    every = [*parents, *below]
    for _ in range(COUNT // PART):
        with transaction(db):
            for _ in range(PART):
                _mark(db, ids[chance.randrange(ARTICLES)], chance, [*people, None], every)
    indexing.complete(db)


def _mark(db: Database, article: int, chance: random.Random, people: list[int | None], every: list[int]) -> None:
    found = articles.get(db, article)
    assert found is not None
    start = chance.randrange(max(1, len(found.text) - 80))
    span = Span(start, min(len(found.text), start + chance.choice([5, 12, 30, 80])))
    note = "值得再讀" if chance.random() < 0.2 else ""
    added = highlights.add(db, article, span, found.text, color="", note=note, analyst=chance.choice(people))
    for tag in {every[0] if chance.random() < 0.3 else chance.choice(every), chance.choice(every)}:
        if chance.random() < 0.75:
            tags.put_on(db, [added], tag)
