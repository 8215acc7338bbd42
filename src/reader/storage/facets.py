"""What the articles or highlights of a list have in common: how many are of each source, each year, with each tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlite_utils import Database

from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.storage import articles, marked
from reader.storage.connection import fetched

Facet = Literal["source", "year", "tag"]
FACETS: tuple[Facet, ...] = ("source", "year", "tag")
MOST = 20  # of each, the commonest
Counts = dict[Facet, list[tuple[str | int, int]]]
UP = (  # each tag with itself and all above it
    "up (tag, above) as (select id, id from tags"
    " union all select up.tag, tags.parent from up join tags on tags.id = up.above where tags.parent is not null)"
)


def counts(db: Database, query: ArticleQuery) -> Counts:
    """Sources, years and ids of tags with their numbers of articles; a tag counts for those above it, too.

    Raises QueryError as `articles.ids`.
    """
    where, values = articles.condition(db, query)
    columns = "id, source, substr(published, 1, 4) as year, 1 as n"
    found = f"found as materialized (select {columns} from articles where {where})"
    tagged = "count(distinct article) from found join tag_counts on article = id join up on up.tag = tag_counts.tag"
    return _counted(db, [found], tagged, values)


def of_highlights(db: Database, query: HighlightQuery) -> Counts:
    """The same with numbers of highlights, which have the tags themselves. Raises QueryError as `marked.ids`."""
    source, values = marked.meant(db, query)
    tables = (
        f"listed as materialized (select highlights.id, highlights.article {source})",
        "owners as (select article, count(*) as n from listed group by article)",
        "found as materialized (select source, substr(published, 1, 4) as year, n"
        " from owners join articles on articles.id = article)",
    )
    tagged = (
        "count(distinct highlight) from listed join highlight_tags on highlight = listed.id"
        " join up on up.tag = highlight_tags.tag"
    )
    return _counted(db, tables, tagged, values)


def _counted(db: Database, tables: Sequence[str], tagged: str, values: Sequence[Any]) -> Counts:
    """What is `found`, of which each row counts `n` times, by source and year; and by tag what is `tagged`."""
    parts = (
        "select 'source', source, sum(n) from found where source <> ''"
        f" group by source order by 3 desc, 2 limit {MOST}",
        f"select 'year', year, sum(n) from found where year <> '' group by year order by year desc limit {MOST}",
        f"select 'tag', above, {tagged} group by above order by 3 desc, 2 limit {MOST}",
    )
    together = " union all ".join(f"select * from ({part})" for part in parts)
    rows = fetched(db, f"with recursive {', '.join((UP, *tables))} {together}", values)
    return {facet: [(value, count) for name, value, count in rows if name == facet] for facet in FACETS}
