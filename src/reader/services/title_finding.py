"""Going to an article by its title: first those that begin as typed, then those that have it somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from reader.domain.query import ArticleQuery, Scope
from reader.domain.tag_finding import listener
from reader.domain.wanted import QueryError, parse
from reader.storage import articles, titles

SPARE = 8  # characters of a title more than are typed, such as spaces and points that are not


def rows_of(
    db: Database, typed: str, listed: Sequence[int], scope: Scope, cancelled: Callable[[], bool] = lambda: False
) -> list[int]:
    """The rows of a list of articles whose titles fit what is typed, in any form of its characters or in pinyin.

    Those that begin so come first, then those that hold it; both in the order of the list. `cancelled` may stop it.
    """
    typed = typed.strip().lstrip(titles.BEFORE)
    if not typed:
        return []
    first = listener(typed[:1])
    characters = [char for char in titles.first_characters(db) if first(char)]
    begins, begun = listener(typed), set[int]()
    for article, words in titles.beginning_with(db, characters):
        if cancelled():
            return []
        if begins(words[: len(typed) + SPARE]):
            begun.add(article)
    held = _holding(db, typed, "trash" if scope == "trash" else "all") - begun
    rows = [(row, article in begun) for row, article in enumerate(listed) if article in begun or article in held]
    return [row for row, at_begin in rows if at_begin] + [row for row, at_begin in rows if not at_begin]


def _holding(db: Database, typed: str, scope: Scope) -> set[int]:
    """By the search index."""
    try:
        wanted = parse(f'title:"{typed.replace(chr(34), " ")}"')
    except QueryError:  # nothing in it that could be searched for
        return set()
    return set(articles.ids(db, ArticleQuery(scope=scope, wanted=wanted)))
