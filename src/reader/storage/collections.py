"""The collections of a library, and which articles are in them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from reader.domain.lists import Collection, key
from reader.domain.ordering import by_reading
from reader.domain.wanted import Field
from reader.storage import journal
from reader.storage.connection import fetched, fresh_id, json_list
from reader.storage.journal import Advance
from reader.storage.stamps import new_uid

CHUNK = 500  # ids in one statement


def every(db: Database) -> list[Collection]:
    """All of them by name."""
    rows = fetched(db, "select id, uid, name, description from collections")
    found = [Collection(*row[:2], *map(str, row[2:])) for row in rows]
    return sorted(found, key=lambda collection: (by_reading(collection.name), collection.id))


def named(db: Database, wanted: Field) -> list[Collection]:
    """Those that are meant by a name in any form of its characters.

    Where none has it, those are meant that begin with it, so that the list follows the typing.
    """
    name, there = key(wanted.value), every(db)
    found = [each for each in there if name and key(each.name) == name]
    if not found and not wanted.exact and name:
        found = [each for each in there if key(each.name).startswith(name)]
    return found


def counts(db: Database) -> dict[int, int]:
    """How many articles outside the trash are in each collection, by its id; those without any are missing."""
    return dict(
        db.execute(
            "select collection, count(*) from collection_articles join articles on articles.id = article"
            " where trashed is null group by collection"
        ).fetchall()
    )


def size(db: Database, ids: Sequence[int]) -> int:
    """How many articles are in these collections; one that is in two of them counts twice."""
    [count] = db.execute(
        "select count(*) from collection_articles where collection in (select value from json_each(?))",
        [json_list(ids)],
    ).fetchone()
    return int(count)


def among(db: Database, collection: int, articles: Sequence[int]) -> set[int]:
    """Which of these articles are in a collection."""
    rows = db.execute(
        "select article from collection_articles where collection = ? and article in (select value from json_each(?))",
        [collection, json_list(articles)],
    )
    return {row[0] for row in rows}


def add(db: Database, name: str, description: str) -> int:
    """Store an empty collection; its id."""
    made = fresh_id(db, "collections")
    row = [made, new_uid(), name, description]
    db.execute("insert into collections (id, uid, name, description) values (?, ?, ?, ?)", row)
    return made


def update(db: Database, collection: int, name: str, description: str) -> None:
    """Give a collection this name and this description."""
    db.execute("update collections set name = ?, description = ? where id = ?", [name, description, collection])


def delete(db: Database, collection: int) -> None:
    """Delete a collection; its articles stay in the library."""
    db.execute("delete from collection_articles where collection = ?", [collection])
    db.execute("delete from collections where id = ?", [collection])


def put_in(db: Database, collection: int, articles: Sequence[int], *, advance: Advance = journal.silently) -> None:
    """Let articles be in a collection; those that are stay. `advance(done, total)` is told how many were seen to."""
    _change(
        db,
        "insert into collection_articles (collection, article)"
        " select ?, id from articles where id in ({marks}) on conflict do nothing",
        collection,
        articles,
        advance,
    )


def take_out(db: Database, collection: int, articles: Sequence[int], *, advance: Advance = journal.silently) -> None:
    """Let articles be in a collection no more. `advance` as for `put_in`."""
    statement = "delete from collection_articles where collection = ? and article in ({marks})"
    _change(db, statement, collection, articles, advance)


def _change(db: Database, statement: str, collection: int, articles: Sequence[int], advance: Advance) -> None:
    for first in range(0, len(articles), CHUNK):
        part = articles[first : first + CHUNK]
        db.execute(statement.format(marks=",".join("?" * len(part))), [collection, *part])
        advance(first + len(part), len(articles))
