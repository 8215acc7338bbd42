"""The tags of a library."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from reader.domain.tag import Tag, TagTree
from reader.storage.connection import fetched
from reader.storage.stamps import new_uid

LATEST = 1000  # tags put on highlights, among which the recent ones are looked for


def tree(db: Database) -> TagTree:
    """All tags, each with the number of highlights it has outside the trash."""
    counts = dict(db.execute("select tag, highlights from tag_totals").fetchall())
    rows = fetched(db, "select id, uid, name, parent, color, shortcut, description, position, exclusive from tags")
    # A damaged name may be no text at all; the tree sorts by names.
    return TagTree(
        Tag(*[*row[:2], str(row[2]), *row[3:7], counts.get(row[0], 0), row[7], bool(row[8])]) for row in rows
    )


def missing(db: Database, ids: Iterable[int]) -> set[int]:
    """Those of these ids that no tag has."""
    return {tag for tag in ids if db.execute("select 1 from tags where id = ?", [tag]).fetchone() is None}


def add(db: Database, name: str, parent: int | None, color: str) -> int:
    """Store a new tag; its id."""
    cursor = db.execute(
        "insert into tags (uid, name, parent, color) values (?, ?, ?, ?)", [new_uid(), name, parent, color]
    )
    return int(cursor.lastrowid or 0)


def update(db: Database, tag: int, **columns: str | int | None) -> None:
    """Set columns of a tag: name, parent, color, shortcut, description, position, exclusive."""
    if not set(columns) <= {"name", "parent", "color", "shortcut", "description", "position", "exclusive"}:
        raise ValueError(str(columns))
    sets = ", ".join(f"{column} = ?" for column in columns)
    db.execute(f"update tags set {sets} where id = ?", [*columns.values(), tag])


def clear_shortcut(db: Database, digit: str) -> None:
    """Take a digit away from the tag that has it."""
    db.execute("update tags set shortcut = '' where shortcut = ?", [digit])


def delete(db: Database, tags: list[int]) -> None:
    """Delete tags, children before parents; their highlights stay, without them."""
    for tag in tags:
        db.execute("delete from highlight_tags where tag = ?", [tag])
        db.execute("delete from article_tags where tag = ?", [tag])
        db.execute("delete from tags where id = ?", [tag])


def merge(db: Database, tag: int, into: int) -> None:
    """Give the highlights and articles of one tag to another, and its children too; then delete it.

    A child may have the name of the tag itself, which steps aside for it.
    """
    db.execute(
        "insert into highlight_tags (highlight, tag, article)"
        " select highlight, ?, article from highlight_tags where tag = ? order by id on conflict do nothing",
        [into, tag],
    )
    db.execute(
        "insert into article_tags (article, tag, analyst, created)"
        " select article, ?, analyst, created from article_tags where tag = ? order by id on conflict do nothing",
        [into, tag],
    )
    for table in ("highlight_tags", "article_tags"):
        db.execute(f"delete from {table} where tag = ?", [tag])
    db.execute("update tags set name = uid where id = ? and exists (select 1 from tags where parent = ?)", [tag, tag])
    db.execute("update tags set parent = ? where parent = ?", [into, tag])
    db.execute("delete from tags where id = ?", [tag])


def recent(db: Database, limit: int) -> list[int]:
    """The tags put on highlights last, latest first; only so far back as is read at once, however large the library."""
    rows = db.execute(
        "select tag from (select id, tag from highlight_tags order by id desc limit ?)"
        " group by tag order by max(id) desc limit ?",
        [LATEST, limit],
    )
    return [row[0] for row in rows]
