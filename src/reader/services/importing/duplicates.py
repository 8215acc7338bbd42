"""Whether a draft is in the library already, or a near copy of an article there."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.services.importing.likeness import address, hashes, is_near, keys, one_form
from reader.storage import reprints
from reader.storage.adding import Sameness
from reader.storage.connection import transaction

LOOKED_AT = 8  # articles that a new one is compared with
CHUNK = 50  # articles whose keys are made in one transaction


def known(db: Database, draft: Draft, *, but: Collection[int] = ()) -> tuple[tuple[int, Sameness] | None, int]:
    """The article that a draft is the same as, and in what; else None, and one that it is a near copy of, or 0.

    None of those in `but` is meant.
    """
    likely = reprints.sharing(db, draft.keys, LOOKED_AT + len(but))
    candidates = [each for each in likely if each not in but][:LOOKED_AT]
    if not candidates:
        return None, 0
    place = address(draft.url)
    form, best, most = one_form(draft.text), 0, 0.0
    own = hashes(form)
    for candidate in candidates:
        there = reprints.alike(db, candidate)
        if there is None:
            continue
        other = one_form(there.text)
        if other == form:
            return (candidate, "text"), 0
        shared = is_near(own, hashes(other))
        if shared and place and address(there.url) == place and _same_day(there.published, draft.published):
            return (candidate, "address"), 0
        if shared > most:
            best, most = candidate, shared
    return None, best


def _same_day(one: str, other: str) -> bool:
    """Whether two times may be of one day; a page that is another one each day keeps its address."""
    return not one or not other or one[:10] == other[:10]


def catch_up(db: Database, cancelled: Callable[[], bool]) -> None:
    """Make the keys of articles that were stored without; until `cancelled()` is true."""
    while not cancelled() and (ids := reprints.without_keys(db, CHUNK)):
        with transaction(db):
            for article in ids:
                there = reprints.alike(db, article)
                reprints.set_keys(db, article, keys(there.text, there.url) if there else ())
