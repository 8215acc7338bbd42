"""The article list at several sizes: show, sort, filter, jump to the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms
from reader.domain.query import SORTS, ArticleQuery
from reader.models.article_list import ArticleList
from reader.session import Session

SCREEN = 14  # rows that are seen at once
NOTHING = ArticleQuery(words="\u0001")


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each size."""
    for size in sizes:
        session = Session(libraries.library(size))
        yield from _of(session, size)
        session.close()


def _of(session: Session, size: int) -> Iterator[Figure]:
    base, said = ArticleQuery(), f"{size:,} articles"
    model = ArticleList(session, base, session)

    def show(query: ArticleQuery) -> None:
        model.set_query(query)
        for row in range(min(SCREEN, model.rowCount())):
            model.row(row)

    def measured(what: str, query: ArticleQuery, floor: float, floor_is: str = "select id") -> Figure:
        taken = cpu_ms(lambda: show(query), before=lambda: model.set_query(NOTHING))
        return Figure(what, said, taken, floor=floor, floor_is=floor_is, aim="< 50")

    def bare(statement: str) -> float:
        return cpu_ms(lambda: session.db.execute(statement).fetchall())

    ordered = bare("select id from articles order by published desc")
    yield measured("list: show, newest first", base, ordered)
    for sort in SORTS[1:]:
        yield measured(f"list: sort by {sort}", replace(base, sort=sort), ordered)
    tag = next(tag for tag in session.tree() if tag.highlights)
    having = bare(f"select article from tag_counts where tag = {tag.id}")
    yield measured("list: filter by tag", replace(base, tags=((tag.id,),)), having, "select article")
    titled = bare("select id from articles where title like '%经济%'")
    yield measured("list: filter by words", replace(base, words="经济"), titled, "title like")

    def jump() -> None:
        for row in range(max(0, model.rowCount() - SCREEN), model.rowCount()):
            model.row(row)

    def fresh() -> None:
        model.set_query(NOTHING)
        show(base)

    page = f"limit {SCREEN} offset {size - SCREEN}"
    offset = bare(f"select id, title from articles order by published desc {page}")
    taken = cpu_ms(jump, before=fresh)
    yield Figure("list: jump to the end", said, taken, floor=offset, floor_is="offset", aim="< 20")
