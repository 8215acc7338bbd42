"""What is said of whole articles, as exports have it: their tags and notes, as far as a query means them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from reader.domain.highlight_query import HighlightQuery
from reader.domain.whole_tags import only_of_articles
from reader.storage import article_tags, articles, finding, tags
from reader.storage.article_tags import ArticleTag
from reader.storage.articles import CHUNK
from reader.storage.connection import fetched, json_list, snapshot

FIELDS = "uid, title, source, published, url, note, noted"


@dataclass(frozen=True, slots=True)
class Whole:
    """An article with its own note, when that was changed last, and its own tags."""

    uid: str
    title: str
    source: str
    published: str
    url: str
    note: str
    noted: str
    tags: tuple[ArticleTag, ...]


def ids(db: Database, query: HighlightQuery) -> list[int]:
    """The articles meant that have a tag or a note, in the order of the list. Raises QueryError.

    What is asked of highlights is asked of the article instead; so none is meant where they are to have a colour. Where
    some of them are meant only, so are their articles.
    """
    if (query.colors and "" not in query.colors) or (query.states and "" not in query.states):
        return []
    parts, values = _conditions(db, query)
    said = "(note <> '' or exists (select 1 from article_tags t where t.article = articles.id))"
    statement = f"select id from articles where {' and '.join([said, *parts])}"
    having = {row[0] for row in fetched(db, statement, values)}
    return [each for each in articles.ids(db, query.articles) if each in having] if having else []


def tagged(db: Database, query: HighlightQuery) -> int:
    """How many articles have the tags that are asked of them, whatever is asked of their highlights.

    Raises QueryError.
    """
    where, values = articles.condition(db, replace(query.articles, wanted=only_of_articles(query.wanted)))
    of_articles = tuple(each for each in query.tags if each.of_article)
    parts, more = _of_tags(db, replace(query, tags=of_articles, tagged=()))
    statement = f"select count(*) from articles where {' and '.join([where, *parts])}"
    return int(db.execute(statement, [*values, *more]).fetchone()[0])


def findings(db: Database, query: HighlightQuery) -> Iterator[Whole]:
    """The same with what is said of them, all as it is at one moment."""
    with snapshot(db):
        wanted = ids(db, query)
        for first in range(0, len(wanted), CHUNK):
            part = wanted[first : first + CHUNK]
            yield from _rows(db, part)


def _rows(db: Database, part: Sequence[int]) -> Iterator[Whole]:
    on: dict[int, list[ArticleTag]] = {}
    for each in article_tags.every(db, part):
        on.setdefault(each.article, []).append(each)
    marks = ",".join("?" * len(part))
    found = {row[0]: row[1:] for row in fetched(db, f"select id, {FIELDS} from articles where id in ({marks})", part)}
    return (Whole(*(*found[each], tuple(on.get(each, ())))) for each in part if each in found)


def _conditions(db: Database, query: HighlightQuery) -> tuple[list[str], list[Any]]:
    parts, values = _of_tags(db, query)
    if query.wanted is not None:
        sql, more = finding.condition(db, query.wanted, "article notes", still=query.articles.still)
        parts, values = [*parts, sql], [*values, *more]
    if query.noted is not None:
        parts.append(f"note {'<>' if query.noted else '='} ''")
    if query.untagged is not None:
        has = "exists (select 1 from article_tags t where t.article = articles.id)"
        parts.append(f"{'not ' if query.untagged else ''}{has}")
    if query.analysts:
        parts.append(_tagged("coalesce((select name from analysts where id = t.analyst), '')"))
        values.append(json_list(sorted(query.analysts)))
    if query.only is not None:
        parts.append("id in (select article from highlights where id in (select value from json_each(?)))")
        values.append(json_list(sorted(query.only)))
    return parts, values


def _of_tags(db: Database, query: HighlightQuery) -> tuple[list[str], list[Any]]:
    wanted, refused = tags.groups(db, query)
    parts, groups = [_tagged("tag") for _ in wanted], wanted
    if refused:
        parts, groups = [*parts, f"not {_tagged('tag')}"], [*wanted, refused]
    return parts, [json_list(each.own + each.of_article) for each in groups]


def _tagged(what: str) -> str:
    return (
        f"exists (select 1 from article_tags t where t.article = articles.id and {what}"
        " in (select value from json_each(?)))"
    )
