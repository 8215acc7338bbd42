"""Tags on whole articles. Triggers count them with those of highlights (`storage.schema`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from reader.storage.connection import fetched, json_list
from reader.storage.stamps import now

ROWS = (
    "select a.id, t.tag, coalesce(n.name, ''), t.created from article_tags t join articles a on a.id = t.article"
    " left join analysts n on n.id = t.analyst"
)


@dataclass(frozen=True, slots=True)
class ArticleTag:
    """A tag on an article; who put it on, and when (ISO 8601 with offset)."""

    article: int
    tag: int
    analyst: str
    created: str


def of(db: Database, article: int) -> list[int]:
    """The tags of an article itself, in the order in which they were put on."""
    return [row[0] for row in fetched(db, "select tag from article_tags where article = ? order by id", [article])]


def every(db: Database, articles: Sequence[int]) -> Iterator[ArticleTag]:
    """The tags on some articles, in the order in which they were put on."""
    rows = fetched(db, f"{ROWS} where a.id in (select value from json_each(?)) order by t.id", [json_list(articles)])
    return (ArticleTag(*row) for row in rows)


def on_articles(db: Database, articles: Sequence[int]) -> dict[int, int]:
    """The tags of some articles themselves, each with how many of them have it."""
    return dict(
        db.execute(
            "select tag, count(*) from article_tags where article in (select value from json_each(?)) group by tag",
            [json_list(articles)],
        ).fetchall()
    )


def put_on(db: Database, articles: Sequence[int], tag: int, instead_of: Collection[int], analyst: int | None) -> None:
    """Put a tag on whole articles, and take those off that may not stand beside it; nothing where it is on."""
    given = db.execute(
        "insert into article_tags (article, tag, analyst, created) select id, ?, ?, ? from articles"
        " where id in (select value from json_each(?)) order by id on conflict do nothing returning article",
        [tag, analyst, now(), json_list(articles)],
    ).fetchall()
    db.execute(
        "delete from article_tags where article in (select value from json_each(?))"
        " and tag in (select value from json_each(?))",
        [json_list(row[0] for row in given), json_list(instead_of)],
    )


def take_off(db: Database, articles: Sequence[int], tag: int) -> None:
    """Take a tag off whole articles; it stays on highlights in them."""
    db.execute(
        "delete from article_tags where article in (select value from json_each(?)) and tag = ?",
        [json_list(articles), tag],
    )
