"""What stands in the fields of a library's articles, the commonest first."""

from __future__ import annotations

from sqlite_utils import Database

from reader.storage.connection import fetched

MOST = 2_000  # values of a field; more than anybody looks through


def every(db: Database) -> dict[str, list[str]]:
    """The values of those fields that have few: sources, authors, editors, languages, analysts and years."""
    found = {name: _common(db, name) for name in ("source", "author", "editor", "language")}
    found["analyst"] = [row[0] for row in fetched(db, "select name from analysts order by name")]
    for field, column in (("date", "published"), ("imported", "imported")):
        years = fetched(
            db, f"select distinct substr({column}, 1, 4) from articles where {column} <> '' order by 1 desc"
        )
        found[field] = [row[0] for row in years]
    return found


def _common(db: Database, column: str) -> list[str]:
    rows = fetched(
        db,
        f"select {column} from articles where {column} <> '' and trashed is null"
        f" group by {column} order by count(*) desc, {column} limit {MOST}",
    )
    return [row[0] for row in rows]
