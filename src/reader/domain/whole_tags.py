"""Tags that are asked of articles as a whole, in the search language, in the place of those of their highlights."""

from __future__ import annotations

from collections.abc import Iterator

from reader.domain.field_names import FIELDS
from reader.domain.wanted import Either, Every, Field, QueryError, Wanted, Without, every, fields, parse

# The name of the field for each that may be typed, in the same language.
OF_ARTICLES = dict(zip(("tag", *FIELDS["tag"]), ("article-tag", *FIELDS["article-tag"]), strict=True))


def asked_of_articles(query: str) -> str:
    """A query whose tags that are to be there are asked of articles; it stays where it cannot be understood."""
    try:
        wanted = parse(query)
    except QueryError:
        return query
    for start, _ in sorted((each.place for each in _there(wanted) if each.name == "tag"), reverse=True):
        name = query[start:].replace("：", ":").partition(":")[0]
        query = query[:start] + OF_ARTICLES[name.lower()] + query[start + len(name) :]
    return query


def only_of_articles(wanted: Wanted | None) -> Wanted | None:
    """What of it asks for nothing but tags of articles."""
    parts = wanted.parts if isinstance(wanted, Every) else (wanted,)
    return every(part for part in parts if part is not None and _asks_for_nothing_else(part))


def tags_there(wanted: Wanted | None) -> int:
    """How many tags of articles are to be there."""
    return sum(each.name == "article-tag" for each in _there(wanted))


def _there(wanted: Wanted | None) -> Iterator[Field]:
    """The fields that are asked for, but not what must not be so."""
    if isinstance(wanted, Every | Either):
        for part in wanted.parts:
            yield from _there(part)
    elif not isinstance(wanted, Without):
        yield from fields(wanted)


def _asks_for_nothing_else(wanted: Wanted) -> bool:
    if isinstance(wanted, Without):
        return _asks_for_nothing_else(wanted.part)
    if isinstance(wanted, Every | Either):
        return all(_asks_for_nothing_else(part) for part in wanted.parts)
    return isinstance(wanted, Field) and wanted.name == "article-tag"
