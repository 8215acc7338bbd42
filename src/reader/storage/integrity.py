"""Reading a library as it lies on disk, to find out whether anything in it is damaged."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlite_utils import Database

from reader.storage.indexing import INDEXES
from reader.storage.texts import LARGEST

LIMIT = 20  # complaints of SQLite about one file
COUNTS = """
select a.id, a.highlights, (select count(*) from highlights h where h.article = a.id) as really
from articles a where a.highlights <> really
"""
TAG_COUNTS = """
select article from (
    select tag, article, highlights from tag_counts union all
    select tag, article, -1 from highlight_tags union all
    select tag, article, -1 from article_tags)
group by tag, article having sum(highlights) <> 0
"""
TAG_TOTALS = """
select (select name from tags where id = tag) from (
    select tag, highlights from tag_totals union all
    select tag, -c.highlights from tag_counts c join articles a on a.id = article where a.trashed is null)
group by tag having sum(highlights) <> 0
"""
# Which article a row belongs to, and what its key is, where these are not `article` and `id`.
OF_NONE = (
    "tags",
    "tag_totals",
    "analysts",
    "steps",
    "stale_highlights",
    "stale_notes",
    "searches",
    "collections",
    "last_ids",
)
OWNER = {"articles": "id"} | dict.fromkeys(OF_NONE, "null")
OF_ARTICLES = ("texts", "originals", "places", "tag_counts", "attributes", "likenesses", "reprints", "stale_articles")
KEY = dict.fromkeys(OF_ARTICLES, "article") | {
    "tag_totals": "tag",
    "stale_highlights": "highlight",
    "stale_notes": "owner",
}
LARGE = {("texts", "text"), ("originals", "data"), ("images", "data")}  # the first two have hashes
JSON = {
    *(("texts", "left_out"), ("texts", "warnings"), ("originals", "warnings")),
    *(("step_rows", "before"), ("step_rows", "after")),
}
STRAY_TAGS = (
    "select h.article from highlight_tags t join highlights h on h.id = t.highlight where h.article <> t.article"
)


NOTES = (
    "(select id from articles where note <> '' union all select -id from tags where description <> '')"  # their owners
)
# A row of the index that nobody has, or one that it lacks: all have one but those noted as having nothing there yet.
INDEXED = [
    f"select id from (select id, 1 as n from {index}_docsize union all select id, -1 from ("
    f"select id from {table} where id not in (select {key} from {stale})"
    f" union select {key} from {stale} where {held})) group by id having sum(n) <> 0 limit 1"
    for index, table, key, stale, held in (
        ("search", "articles", "article", "stale_articles", "version is not null"),
        ("search_characters", "articles", "article", "stale_articles", "version is not null"),
        ("search_highlights", "highlights", "highlight", "stale_highlights", "quote is not null"),
        ("search_notes", NOTES, "owner", "stale_notes", "note <> ''"),
    )
]


@dataclass(frozen=True, slots=True)
class Odd:
    """A value that is none of those that its column may hold. `key` is that of the row, `article` whose it is."""

    table: str
    column: str
    key: int
    article: int | None


@dataclass(frozen=True, slots=True)
class Stored:
    """The bytes of an article as they are, None where they cannot be read or are not there."""

    article: int
    text: bytes | None
    sha256: str
    original: bytes | None
    original_sha256: str


def complaints(db: Database) -> list[str]:
    """What SQLite itself finds wrong with the file; empty if nothing."""
    try:
        found = [str(row[0]) for row in db.execute(f"pragma integrity_check({LIMIT})")]
        found += [f"row {row[1]} of {row[0]} has no {row[2]}" for row in db.execute("pragma foreign_key_check")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [each for each in found if each != "ok"][:LIMIT]


def articles(db: Database) -> list[int]:
    """The ids of all articles, those in the trash too."""
    return [row[0] for row in db.execute("select id from articles order by id")]


def stored(db: Database, article: int) -> Stored:
    """What is stored of one article."""
    text, sha256 = _row(
        db,
        "select cast(t.text as blob), t.sha256 from articles a"
        " join texts t on t.article = a.id and t.version = a.version where a.id = ?",
        article,
    )
    packed, original_sha256 = _row(db, "select data, sha256 from originals where article = ?", article)
    try:
        original = None if packed is None else zlib.decompressobj().decompress(packed, LARGEST)
    except (zlib.error, TypeError):
        original = None
    return Stored(article, text, sha256, original, original_sha256)


def _row(db: Database, statement: str, article: int) -> tuple[bytes | None, str]:
    try:
        row = db.execute(statement, [article]).fetchone()
    except sqlite3.DatabaseError:  # a page of it is damaged, or a hash is no text any more
        row = None
    return (None, "") if row is None else (row[0], str(row[1]))


def structure(db: Database, article: int) -> tuple[list[list[Any]], list[list[Any]]]:
    """The marks and the glosses of an article; raises ValueError where they are no JSON."""
    row = db.execute(
        "select t.marks, t.glosses from articles a join texts t on t.article = a.id and t.version = a.version"
        " where a.id = ?",
        [article],
    ).fetchone()
    return json.loads(row[0]), json.loads(row[1])


def said_of_text(db: Database, article: int) -> tuple[Any, Any]:
    """The title and the number of characters that the list of articles has."""
    title, length = db.execute(
        "select cast(title as blob), characters from articles where id = ?", [article]
    ).fetchone()
    return title, length


def quotes(db: Database, article: int) -> Iterator[tuple[int, int, int, str]]:
    """Id, start, end and quote of each highlight of an article, but orphans, which have no place in its text."""
    yield from db.execute(
        'select id, "start", "end", quote from highlights where article = ? and state <> \'orphan\' order by id',
        [article],
    )


def miscounted(db: Database) -> list[int]:
    """The articles whose numbers of highlights or of tags are not those of what they have."""
    rows = [*db.execute(COUNTS), *db.execute(TAG_COUNTS), *db.execute(STRAY_TAGS)]
    return sorted({row[0] for row in rows if isinstance(row[0], int)})


def mistotalled(db: Database) -> list[str]:
    """The names of the tags whose number of highlights outside the trash is not the sum over the articles."""
    return sorted(row[0] or "" for row in db.execute(TAG_TOTALS))


def odd_values(db: Database) -> Iterator[Odd]:
    """Values of another type, bytes that are no characters, and JSON that is none; up to LIMIT of each table."""
    tables = [row[0] for row in db.execute("select name from sqlite_schema where type = 'table' order by name")]
    for table in tables:
        if table != "search" and not table.startswith(("sqlite_", "search_")):
            yield from islice(_odd_rows(db, table), LIMIT)


def misindexed(db: Database) -> bool:
    """Whether the search index is damaged, or is of other articles or highlights than there are."""
    try:
        [read_only] = db.execute("pragma query_only").fetchone()
        for name in () if read_only else INDEXES:
            db.execute(f"insert into {name} ({name}) values ('integrity-check')")
        return any(db.execute(statement).fetchone() for statement in INDEXED)
    except sqlite3.DatabaseError:
        return True


def _odd_rows(db: Database, table: str) -> Iterator[Odd]:
    key, owner = KEY.get(table, "id"), OWNER.get(table, "article")
    columns = {name: _fits(table, name, kind, bool(needed)) for _, name, kind, needed, *_ in _columns(db, table)}
    fits = ", ".join(columns.values())
    for row in db.execute(f"select {key}, {owner}, {fits} from {table} where not ({fits.replace(', ', ' and ')})"):
        yield from (Odd(table, name, row[0], row[1]) for name, fit in zip(columns, row[2:], strict=True) if not fit)
    texts = [name for name in columns if (table, name) not in LARGE]
    listed = ", ".join(f'"{name}"' for name in texts)
    try:
        for _ in db.execute(f"select {listed} from {table}"):
            pass
    except sqlite3.OperationalError:
        blobs = ", ".join(f'cast("{name}" as blob)' for name in texts)
        for row in db.execute(f"select {key}, {owner}, {blobs} from {table}"):
            yield from (
                Odd(table, name, *row[:2]) for name, raw in zip(texts, row[2:], strict=True) if not _decodes(raw)
            )


def _columns(db: Database, table: str) -> list[tuple[int, str, str, int]]:
    return db.execute(f"pragma table_info({table})").fetchall()


def _fits(table: str, column: str, kind: str, needed: bool) -> str:
    """The condition of SQL that a value is of the column's type."""
    fits = f"typeof(\"{column}\") = '{kind.lower()}'"
    if (table, column) in JSON:
        fits = f'({fits} and json_valid("{column}"))'
    return fits if needed or column == "id" else f'("{column}" is null or {fits})'


def _decodes(raw: bytes | None) -> bool:
    try:
        return raw is None or raw.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False
