"""Is everything in the library as it was stored? SQLite notices few damages; the hashes notice all of the text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from reader.domain.article import Gloss, Mark, is_sound
from reader.storage import articles, integrity, tags

FILE = "The library file is damaged: {why}. Restore it from a copy."
TEXT = 'The text of "{title}" (article {article}) is damaged. Restore the library from a copy.'
NO_TEXT = 'The text of "{title}" (article {article}) is missing. Restore the library from a copy.'
ORIGINAL = 'The original file of "{title}" (article {article}) is damaged; the text itself is checked apart from it.'
PLACE = 'Highlight {highlight} of "{title}" (article {article}) does not lie on the words it quotes.'
MARKS = 'The structure of "{title}" (article {article}), such as its headings and links, is damaged.'
OTHER = 'The title or the length of "{title}" (article {article}) in the list is not that of its text.'
VALUE = "The {column} of row {row} of the table {table} is damaged. Restore the library from a copy."
VALUE_OF = 'The {column} of "{title}" (article {article}; row {row} of the table {table}) is damaged.'
TAG = 'The place of the tag "{name}" in the tree is damaged, so it stands at the top. Move it to where it belongs.'
COUNTS = 'The numbers of highlights or tags of "{title}" (article {article}) are not right.'
INDEX = "The search index is not right, so that articles may not be found. Make it anew by: reader index"
TOTALS = 'The number of highlights with the tag "{tag}" is not right.'


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `kind` is a stable word, `sentence` names the article if there is one."""

    kind: str
    sentence: str
    article: int | None = None


def check(
    db: Database,
    *,
    advance: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Problem]:
    """Look at the file, every text, original and highlight, and the counts; what is wrong, nothing if all is well."""
    found = [Problem("file", FILE.format(why=why)) for why in integrity.complaints(db)]
    try:
        every = integrity.articles(db)
        for done, article in enumerate(every):
            if cancelled is not None and cancelled():
                return found
            if advance is not None:
                advance(done, len(every))
            found += _article(db, article)
        found += _values(db)
        tree = tags.tree(db)
        found += [Problem("tag", TAG.format(name=tree.by_id[tag].name)) for tag in sorted(tree.loose)]
        found += [_problem(db, "counts", COUNTS, article) for article in integrity.miscounted(db)]
        found += [Problem("counts", TOTALS.format(tag=tag)) for tag in integrity.mistotalled(db)]
        found += [Problem("index", INDEX)] if integrity.misindexed(db) else []
    except sqlite3.DatabaseError as error:  # so damaged that it cannot be looked at to the end
        if not found:
            found.append(Problem("file", FILE.format(why=str(error))))
    return found


def _article(db: Database, article: int) -> Iterator[Problem]:
    stored = integrity.stored(db, article)
    if stored.original is None or hashlib.sha256(stored.original).hexdigest() != stored.original_sha256:
        yield _problem(db, "original", ORIGINAL, article)
    if stored.text is None:
        yield _problem(db, "no-text", NO_TEXT, article)
        return
    if hashlib.sha256(stored.text).hexdigest() != stored.sha256:
        yield _problem(db, "text", TEXT, article)
        return  # highlights quote the text as it was
    text = stored.text.decode("utf-8")
    parts = _parts(db, article, len(text))
    if parts is None:
        yield _problem(db, "marks", MARKS, article)
    titles = [text[each.start : each.end] for each in parts or () if isinstance(each, Mark) and each.kind == "title"]
    title, length = integrity.said_of_text(db, article)
    if length != len(text) or (titles and title != titles[0].encode()):
        yield _problem(db, "title", OTHER, article)
    for highlight, start, end, quote in integrity.quotes(db, article):
        if not _within(start, end, len(text)) or text[start:end] != quote:
            yield _problem(db, "highlight", PLACE, article, highlight=highlight)


def _parts(db: Database, article: int, length: int) -> list[Mark | Gloss] | None:
    """The marks and glosses of an article; None unless all are what they should be and lie within the text."""
    try:
        marks, glosses = integrity.structure(db, article)
        parts: list[Mark | Gloss] = [*(Mark(*each) for each in marks), *(Gloss(*each) for each in glosses)]
    except (ValueError, TypeError):
        return None
    return parts if all(is_sound(part, length) for part in parts) else None


def _within(start: object, end: object, length: int) -> bool:
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length


def _values(db: Database) -> Iterator[Problem]:
    for odd in integrity.odd_values(db):
        facts: dict[str, str | int] = {"table": odd.table, "column": odd.column, "row": odd.key}
        if isinstance(odd.article, int):
            yield _problem(db, "value", VALUE_OF, odd.article, **facts)
        else:
            yield Problem("value", VALUE.format(**facts))


def _problem(db: Database, kind: str, sentence: str, article: int, **facts: str | int) -> Problem:
    try:
        row = articles.rows(db, [article]).get(article)
        title = row.title if row else ""
    except sqlite3.DatabaseError:
        title = ""
    return Problem(kind, sentence.format(title=title, article=article, **facts), article)
