"""Putting tags on passages and on articles: the only way in which they get any, so that exclusive tags are so always.

For use inside a step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from reader.storage import article_tags, tags
from reader.storage.journal import Advance, silently


def put_on(db: Database, highlights: Sequence[int], wanted: Iterable[int], *, advance: Advance = silently) -> None:
    """Put tags on highlights, one tag after the other; what may not stand beside a new one comes off.

    `advance(done, total)` is told how many highlights have them all.
    """
    given = _with_rivals(db, wanted)
    for first in range(0, len(highlights), tags.CHUNK):
        part = highlights[first : first + tags.CHUNK]
        for tag, rivals in given:
            tags.put_on(db, part, tag, rivals)
        advance(first + len(part), len(highlights))


def put_each(db: Database, wanted: Mapping[int, Sequence[int]]) -> None:
    """Put on highlights tags that are others for each, in the same way."""
    given = dict(_with_rivals(db, {tag for some in wanted.values() for tag in some}))
    for place in range(max(map(len, wanted.values()), default=0)):
        having = defaultdict[int, list[int]](list)
        for highlight, some in wanted.items():
            if place < len(some):
                having[some[place]].append(highlight)
        for tag, alike in having.items():
            for first in range(0, len(alike), tags.CHUNK):
                tags.put_on(db, alike[first : first + tags.CHUNK], tag, given[tag])


def put_on_articles(
    db: Database, articles: Sequence[int], wanted: Iterable[int], analyst: int | None, *, advance: Advance = silently
) -> None:
    """Put tags on whole articles in the same way; `analyst` is the id of who does."""
    given = _with_rivals(db, wanted)
    for first in range(0, len(articles), tags.CHUNK):
        part = articles[first : first + tags.CHUNK]
        for tag, rivals in given:
            article_tags.put_on(db, part, tag, rivals, analyst)
        advance(first + len(part), len(articles))


def _with_rivals(db: Database, wanted: Iterable[int]) -> list[tuple[int, set[int]]]:
    if not tags.any_exclusive(db):  # which is quicker to know than the whole tree
        return [(tag, set()) for tag in wanted]
    tree = tags.tree(db)
    return [(tag, tree.rivals(tag)) for tag in wanted]
