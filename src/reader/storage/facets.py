"""What the articles of a list have in common: how many are of each source, of each year, with each tag."""

from __future__ import annotations

from typing import Literal

from sqlite_utils import Database

from reader.domain.query import ArticleQuery
from reader.storage import articles
from reader.storage.connection import fetched

Facet = Literal["source", "year", "tag"]
FACETS: tuple[Facet, ...] = ("source", "year", "tag")
MOST = 20  # of each, the commonest


def counts(db: Database, query: ArticleQuery) -> dict[Facet, list[tuple[str | int, int]]]:
    """Sources, years and ids of tags with their numbers of articles; a tag counts for those above it, too.

    Raises QueryError as `articles.ids`.
    """
    where, values = articles.condition(db, query)
    parts = (
        "select 'source', source, count(*) from found where source <> ''"
        f" group by source order by 3 desc, 2 limit {MOST}",
        f"select 'year', year, count(*) from found where year <> '' group by year order by year desc limit {MOST}",
        "select 'tag', above, count(distinct article) from found join tag_counts on article = id"
        f" join up on up.tag = tag_counts.tag group by above order by 3 desc, 2 limit {MOST}",
    )
    rows = fetched(
        db,
        "with recursive up (tag, above) as (select id, id from tags"
        " union all select up.tag, tags.parent from up join tags on tags.id = up.above where tags.parent is not null),"
        f" found as materialized (select id, source, substr(published, 1, 4) as year from articles where {where})"
        + " union all ".join(f" select * from ({part})" for part in parts),
        values,
    )
    return {facet: [(value, count) for name, value, count in rows if name == facet] for facet in FACETS}
