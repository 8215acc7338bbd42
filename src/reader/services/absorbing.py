"""Highlights that become one with others of the same words: what was said of both stays.

For use inside a step.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from reader.services import applying
from reader.storage import analysts, highlights
from reader.storage.articles import CHUNK
from reader.storage.journal import Advance, silently


def absorb(db: Database, pairs: Mapping[int, int]) -> None:
    """Give highlights tags and notes of others, each those of one, and delete these; a colour if they have none."""
    tags = {each.id: each.tags for each, *_ in highlights.with_articles(db, [*pairs.values()])}
    highlights.take_over(db, pairs)
    applying.put_each(db, {kept: tags[gone] for kept, gone in pairs.items()})
    highlights.remove(db, [*pairs.values()])


def claim(db: Database, name: str, of: str, *, advance: Advance = silently) -> None:
    """Say of all that another analyst did that this one did it, who has no passage highlighted twice by that.

    `advance(done, total)` is told how many that both have are one.
    """
    while pairs := [*analysts.twins(db, name, of).items()]:
        for first in range(0, len(pairs), CHUNK):
            absorb(db, dict(pairs[first : first + CHUNK]))
            advance(min(first + CHUNK, len(pairs)), len(pairs))
    analysts.claim(db, name, of)
