"""The analysts of a library: those who highlighted something in it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from sqlite_utils import Database

from reader.domain.tag import COLORS
from reader.storage import highlights
from reader.storage.connection import fetched

OF = "analyst is (select id from analysts where name = ?)"  # of nobody, who has no name, it is null


@dataclass(frozen=True, slots=True)
class Analyst:
    """Who highlighted something; `color` is a name from `domain.tag.COLORS`, by the order in which they came."""

    name: str
    color: str
    highlights: int


def colors(db: Database) -> dict[str, str]:
    """The colour of each by the name, in the order in which they came."""
    names = fetched(db, "select name from analysts order by id")
    return {str(name): hue for (name,), hue in zip(names, itertools.cycle(COLORS), strict=False)}


def every(db: Database) -> list[Analyst]:
    """All who are known, in the order in which they came."""
    counted = "select n.name, count(*) from highlights h join analysts n on n.id = h.analyst group by h.analyst"
    counts = dict(fetched(db, counted))
    return [Analyst(name, color, counts.get(name, 0)) for name, color in colors(db).items()]


def count(db: Database, name: str) -> int:
    """How many highlights an analyst made; "": how many say nothing of who did."""
    return int(db.execute(f"select count(*) from highlights where {OF}", [name]).fetchone()[0])


def twins(db: Database, name: str, of: str) -> dict[int, int]:
    """Highlights of the first analyst, each with one of the other that covers the same; orphans cover nothing."""
    by = "(select id from analysts where name = ?)"
    rows = fetched(
        db,
        "select kept, min(gone) from (select g.id as gone, min(h.id) as kept from highlights g"
        ' cross join highlights h on h.article = g.article and h."start" = g."start" and h."end" = g."end"'
        f" where g.analyst is {by} and h.analyst is {by} and h.id <> g.id and g.state <> 'orphan'"
        " and h.state <> 'orphan' group by g.id) group by kept",
        [of, name],
    )
    return dict(rows)


def claim(db: Database, name: str, of: str) -> None:
    """Say of all highlights of an analyst, "" for none, and of such tags on articles, that they are this one's."""
    by = highlights.analyst(db, name)
    for table in ("highlights", "article_tags"):
        db.execute(f"update {table} set analyst = ? where {OF}", [by, of])
