"""The article list in the window, at several sizes: show, sort, filter, jump to the end; each until it is painted."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms
from benchmarks.program import running, settled
from reader.app import Program
from reader.domain.change import EVERYTHING
from reader.domain.query import SORTS, ArticleQuery
from reader.services import edits
from reader.storage import articles

NOTHING = ArticleQuery(source="\u0001")
BARE = "bare SQLite"


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            library = libraries.copy(size, Path(name))
            with closing(sqlite3.connect(library.path)) as bare, running(library, Path(name)) as program:
                yield from _of(program, bare, f"{size:,} articles")


def _of(program: Program, bare: sqlite3.Connection, said: str) -> Iterator[Figure]:
    model, base = program.window.listing.model, ArticleQuery()

    def show(query: ArticleQuery) -> None:
        model.set_query(query)
        settled()

    def measured(what: str, query: ArticleQuery) -> Figure:
        taken = cpu_ms(lambda: show(query), before=lambda: show(NOTHING))
        floor = cpu_ms(lambda: bare.execute(*articles.meant(program.session.db, query, "id")).fetchall())
        return Figure(f"list: {what}", said, taken, floor=floor, floor_is=BARE, aim="< 50")

    yield measured("show, newest first", base)
    for sort in SORTS[1:]:
        yield measured(f"sort by {sort}", replace(base, sort=sort, descending=sort not in ("title", "source")))
    yield measured("show unread", replace(base, scope="unread"))
    tags = [tag for tag in program.session.tree() if tag.highlights]
    for what, tag in (("common", tags[libraries.COMMON]), ("rare", tags[-1])):
        yield measured(f"filter by a {what} tag", replace(base, tags=((tag.id,),)))
    yield _jump(program, bare, said)
    yield _refresh(program, bare, said)
    yield from _bulk(program, said)


def _jump(program: Program, bare: sqlite3.Connection, said: str) -> Figure:
    listing = program.window.listing
    listing.model.set_query(ArticleQuery())

    def fresh() -> None:
        listing.model.reload()
        listing.view.scrollToTop()
        settled()

    def jump() -> None:
        listing.view.scrollToBottom()
        settled()

    taken = cpu_ms(jump, before=fresh)
    last = listing.view.verticalHeader()
    screen = last.visualIndexAt(last.height() - 1) - last.visualIndexAt(0) + 1
    count = listing.model.rowCount()
    ids = [listing.model.id_at(row) for row in range(max(0, count - screen), count)]
    statement = f"select id, title, source, published from articles where id in ({','.join('?' * len(ids))})"
    floor = cpu_ms(lambda: bare.execute(statement, ids).fetchall())
    return Figure("list: jump to the end", said, taken, floor=floor, floor_is=BARE, aim="< 20")


def _refresh(program: Program, bare: sqlite3.Connection, said: str) -> Figure:
    """Everything is selected, and another program writes."""
    listing = program.window.listing
    listing.view.selectAll()

    def refresh() -> None:
        program.session.tell(EVERYTHING)
        settled()

    taken = cpu_ms(refresh, before=settled)
    floor = cpu_ms(lambda: bare.execute(*articles.meant(program.session.db, listing.model.query, "id")).fetchall())
    return Figure("list: refresh, all selected", said, taken, floor=floor, floor_is=BARE, aim="< 150")


def _bulk(program: Program, said: str) -> Iterator[Figure]:
    """Every article is starred, and the stars are taken back, as the window does it in the background."""
    db = program.session.db
    ids = articles.ids(db, ArticleQuery())
    edits.set_starred(db, ids, False)
    yield Figure("list: star all", said, cpu_ms(lambda: edits.set_starred(db, ids, True), repeat=1))
    yield Figure("list: undo that", said, cpu_ms(lambda: edits.undo(db), repeat=1))
