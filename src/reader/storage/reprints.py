"""Articles that are alike: what they have in common, and the groups of those that are near copies of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from reader.storage.connection import fetched

COMMON = 50  # articles that are looked at for one key; what more of them have in common is page furniture
RARE = 3  # articles that have a key which alone makes them worth comparing


class Alike(NamedTuple):
    """What of an article is compared with others."""

    url: str
    published: str
    text: str


def set_keys(db: Database, article: int, keys: Iterable[int]) -> None:
    """Store the numbers by which articles alike are found, in place of older ones."""
    db.execute("delete from likenesses where article = ?", [article])
    db.conn.executemany('insert or ignore into likenesses ("key", article) values (?, ?)', [(k, article) for k in keys])


def sharing(db: Database, keys: Sequence[int], most: int) -> list[int]:
    """The ids of articles that share keys, those with most of them first; not more than `most`.

    One key that several articles have is no hint: it comes from words that are in all of them.
    """
    shared: dict[int, int] = {}
    statement = 'select article from likenesses where "key" = ? limit ?'
    for key in keys:
        rows = db.conn.execute(statement, (key, COMMON)).fetchall()
        weight = 2 if len(rows) <= RARE else 1
        for (article,) in rows:
            shared[article] = shared.get(article, 0) + weight
    likely = [article for article, weight in shared.items() if weight > 1]
    return sorted(likely, key=lambda article: (-shared[article], article))[:most]


def without_keys(db: Database, most: int) -> list[int]:
    """The ids of articles whose keys are not known yet, as an older program stored them; not more than `most`."""
    rows = db.execute(
        "select id from articles where not exists (select 1 from likenesses where article = articles.id)"
        " order by id limit ?",
        [most],
    )
    return [row[0] for row in rows]


def alike(db: Database, article: int) -> Alike | None:
    """What is compared of an article; None if it is not there."""
    rows = fetched(
        db,
        "select a.url, a.published, t.text from articles a"
        " join texts t on t.article = a.id and t.version = a.version where a.id = ?",
        [article],
    )
    return Alike(*rows[0]) if rows else None


def link(db: Database, article: int, other: int) -> None:
    """Put two articles, and the groups they may be in, into one group of reprints."""
    groups = {number: _group(db, number) for number in (article, other)}
    own, others = groups[article] or article, groups[other] or other
    db.execute('update reprints set "group" = ? where "group" = ?', [others, own])
    for number in (other, article):
        db.execute("insert into reprints values (?, ?) on conflict do nothing", [number, others])


def of(db: Database, article: int) -> list[int]:
    """The ids of the other articles of its group, without those in the trash, the oldest first."""
    rows = db.execute(
        'select a.id from reprints r join reprints own on own."group" = r."group" join articles a on a.id = r.article'
        " where own.article = ? and r.article <> own.article and a.trashed is null"
        " order by a.published = '', a.published, a.id",
        [article],
    )
    return [row[0] for row in rows]


def _group(db: Database, article: int) -> int | None:
    row = db.execute('select "group" from reprints where article = ?', [article]).fetchone()
    return None if row is None else int(row[0])
