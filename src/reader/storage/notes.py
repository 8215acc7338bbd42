"""Notes of articles, and all notes there are: of highlights, articles and tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from reader.domain.links import TO_HIGHLIGHT, following
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.storage import articles, finding, highlights
from reader.storage.connection import as_list, fetched, json_list
from reader.storage.stamps import now

# In the order of their articles; the note of an article stands before those in it, those of tags before all.
BY_ARTICLE = "published desc, article desc, place, id"
# Where there are any: as the indexes of those that have one say it.
EVERYWHERE = (
    ("highlights", "note", ""),
    ("articles", "note", "and trashed is null"),
    ("articles", "note", "and trashed is not null"),
    ("tags", "description", ""),
)
NEWEST = "noted desc, id desc"  # changed last


def of_article(db: Database, article: int) -> str:
    """The note of an article; empty if it has none."""
    found = fetched(db, "select note from articles where id = ?", [article])
    return str(found[0][0]) if found else ""


def of_tag(db: Database, tag: int) -> str:
    """The note of a tag, which says what it is for; empty if it has none."""
    found = fetched(db, "select description from tags where id = ?", [tag])
    return str(found[0][0]) if found else ""


def set_of_article(db: Database, article: int, note: str) -> None:
    """Replace the note of an article."""
    db.execute("update articles set note = ?, noted = ? where id = ? and note <> ?", [note, now(), article, note])


def follow(db: Database, heirs: Mapping[str, str]) -> None:
    """Let the links to some highlights lead to others, by uids, in all notes; when those were changed stays as it is.

    Notes are looked through once, however many the highlights are; for one alone, only those are read that name it.
    """
    sought = TO_HIGHLIGHT + "".join(heirs if len(heirs) == 1 else ())
    for table, column, where in EVERYWHERE:
        rows = fetched(
            db, f"select id, {column} from {table} where {column} <> '' {where} and instr({column}, ?)", [sought]
        )
        for owner, note in rows:
            if (led := following(note, heirs)) != note:
                db.execute(f"update {table} set {column} = ? where id = ?", [led, owner])


def search(db: Database, query: ArticleQuery, *, newest: bool = False) -> list[Owner]:
    """Whose notes are what is wanted; of tags only where nothing else is asked of articles but tags.

    What the query says of articles must be so of theirs, but the tags those of the highlight, or of the article or
    the tag itself.
    """
    found, values = _found(db, replace(query, limit=None))
    limit = "" if query.limit is None else f" limit {int(query.limit)}"
    order = NEWEST if newest else BY_ARTICLE
    statement = f"select kind, id from ({found}) order by {order}{limit}"
    pairs = as_list(db, f"select json_group_array(json_array(kind, id)) from ({statement})", values)
    return [Owner(*each) for each in pairs]


def number_found(db: Database, query: ArticleQuery) -> int:
    """How many `search` finds."""
    found, values = _found(db, replace(query, limit=None))
    return int(db.execute(f"select count(*) from ({found})", values).fetchone()[0])


def of_articles(db: Database, ids: Sequence[int]) -> dict[int, tuple[str, str, str, str]]:
    """Note, title, source and date of articles, by id; not of those that are gone."""
    wanted = "select value from json_each(?)"
    rows = fetched(
        db, f"select id, note, title, source, published from articles where id in ({wanted})", [json_list(ids)]
    )
    return {row[0]: row[1:] for row in rows}


def _found(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    parts = [_of_highlights(db, query), _of_articles(db, query)]
    if query.scope == "all" and not (query.source or query.since or query.until):
        parts.append(_of_tags(db, query))
    return " union all ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]


def _of_highlights(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    found, values = highlights.searched(db, query, "notes")
    columns = "highlights.id as id, highlights.updated as noted, published, articles.id as article"
    return f"select 'highlight' as kind, {columns}, highlights.\"start\" as place {found}", values


def _of_articles(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    where, values = articles.condition(db, replace(query, wanted=None, tags=()))
    where += " and articles.note <> ''"
    for tags in query.tags:
        where += " and articles.id in (select article from article_tags where tag in (select value from json_each(?)))"
        values.append(json_list(tags))
    if query.wanted is not None:
        sql, more = finding.condition(db, query.wanted, "article notes", still=query.still)
        where, values = f"{where} and {sql}", values + more
    return f"select 'article', articles.id, noted, published, articles.id, -1 from articles where {where}", values


def _of_tags(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    where, values = "tags.description <> ''", list[Any]()
    for tags in query.tags:
        where += " and tags.id in (select value from json_each(?))"
        values.append(json_list(tags))
    if query.wanted is not None:
        sql, more = finding.condition(db, query.wanted, "tag notes")
        where, values = f"{where} and {sql}", values + more
    last = f"'{finding.LAST}'"  # behind all dates
    return f"select 'tag', tags.id, noted, {last}, 0, 0 from tags where {where}", values
