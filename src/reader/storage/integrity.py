"""Reading a library as it lies on disk, to find out whether anything in it is damaged."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

LIMIT = 20  # complaints of SQLite about one file
COUNTS = """
select a.id, a.highlights, (select count(*) from highlights h where h.article = a.id) as really
from articles a where a.highlights <> really
"""
TAG_COUNTS = """
select article from (
    select tag, article, highlights from tag_counts union all
    select tag, article, -count(*) from highlight_tags group by tag, article)
group by tag, article having sum(highlights) <> 0
"""
TAG_TOTALS = """
select (select name from tags where id = tag) from (
    select tag, highlights from tag_totals union all
    select tag, -c.highlights from tag_counts c join articles a on a.id = article where a.trashed is null)
group by tag having sum(highlights) <> 0
"""
STRAY_TAGS = (
    "select h.article from highlight_tags t join highlights h on h.id = t.highlight where h.article <> t.article"
)


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
        original = None if packed is None else zlib.decompress(packed)
    except zlib.error:
        original = None
    return Stored(article, text, sha256, original, original_sha256)


def _row(db: Database, statement: str, article: int) -> tuple[bytes | None, str]:
    try:
        row = db.execute(statement, [article]).fetchone()
    except sqlite3.DatabaseError:  # a page of it is damaged, or a hash is no text any more
        row = None
    return (None, "") if row is None else (row[0], str(row[1]))


def quotes(db: Database, article: int) -> Iterator[tuple[int, int, int, str]]:
    """Id, start, end and quote of each highlight of an article."""
    yield from db.execute('select id, "start", "end", quote from highlights where article = ? order by id', [article])


def miscounted(db: Database) -> list[int]:
    """The articles whose numbers of highlights or of tags are not those of what they have."""
    rows = [*db.execute(COUNTS), *db.execute(TAG_COUNTS), *db.execute(STRAY_TAGS)]
    return sorted({row[0] for row in rows})


def mistotalled(db: Database) -> list[str]:
    """The names of the tags whose number of highlights outside the trash is not the sum over the articles."""
    return sorted(row[0] or "" for row in db.execute(TAG_TOTALS))
