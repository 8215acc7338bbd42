"""Highlights that become one with others: what was said of both stays, and links to one that goes lead to the other.

For use inside a step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from reader.services import applying
from reader.storage import analysts, highlights, notes
from reader.storage.articles import CHUNK
from reader.storage.journal import Advance, silently


def absorb(db: Database, kept: int, others: Sequence[int]) -> None:
    """Give a highlight tags and notes of others, and a colour if it has none, and delete these."""
    heirs = dict[str, str]()
    for other in others:
        heirs |= _absorb(db, {kept: other})
    notes.follow(db, heirs)


def claim(db: Database, name: str, of: str, *, advance: Advance = silently) -> None:
    """Say of all that another analyst did that this one did it, who has no passage highlighted twice by that.

    `advance(done, total)` is told how many that both have are one.
    """
    heirs = dict[str, str]()
    while pairs := [*analysts.twins(db, name, of).items()]:
        for first in range(0, len(pairs), CHUNK):
            heirs |= _absorb(db, dict(pairs[first : first + CHUNK]))
            advance(min(first + CHUNK, len(pairs)), len(pairs))
    if heirs:
        notes.follow(db, heirs)
    analysts.claim(db, name, of)


def _absorb(db: Database, pairs: Mapping[int, int]) -> dict[str, str]:
    """Do so with one other for each; the uids of those that are gone, each with that of the one in its place."""
    known = {each.id: each for each, *_ in highlights.with_articles(db, [*pairs, *pairs.values()])}
    highlights.take_over(db, pairs)
    applying.put_each(db, {kept: known[gone].tags for kept, gone in pairs.items()})
    highlights.remove(db, [*pairs.values()])
    return {known[gone].uid: known[kept].uid for kept, gone in pairs.items()}
