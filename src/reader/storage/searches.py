"""The searches that were saved in a library."""

from __future__ import annotations

from sqlite_utils import Database

from reader.domain.lists import SavedSearch
from reader.domain.ordering import by_reading
from reader.storage.connection import fetched, fresh_id
from reader.storage.stamps import new_uid


def every(db: Database) -> list[SavedSearch]:
    """All of them by name."""
    found = [
        SavedSearch(*row[:2], *map(str, row[2:])) for row in fetched(db, "select id, uid, name, query from searches")
    ]
    return sorted(found, key=lambda search: (by_reading(search.name), search.id))


def add(db: Database, name: str, query: str) -> int:
    """Store a search; its id."""
    made = fresh_id(db, "searches")
    db.execute("insert into searches (id, uid, name, query) values (?, ?, ?, ?)", [made, new_uid(), name, query])
    return made


def update(db: Database, search: int, name: str, query: str) -> None:
    """Give a search this name and this query."""
    db.execute("update searches set name = ?, query = ? where id = ?", [name, query, search])


def delete(db: Database, search: int) -> None:
    """Delete a search."""
    db.execute("delete from searches where id = ?", [search])
