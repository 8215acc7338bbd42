"""Whether a draft is in the library already, or a near copy of an article there."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.services.importing.likeness import address, fold, hashes, is_near, keys
from reader.storage import reprints
from reader.storage.adding import Sameness
from reader.storage.connection import transaction

LOOKED_AT = 8  # articles that a new one is compared with
CHUNK = 50  # articles whose keys are made in one transaction


def known(db: Database, draft: Draft) -> tuple[tuple[int, Sameness] | None, int]:
    """The article that a draft is the same as, and in what; else None, and one that it is a near copy of, or 0."""
    candidates = reprints.sharing(db, draft.keys, LOOKED_AT)
    if not candidates:
        return None, 0
    folded, place = fold(draft.text), address(draft.url)
    own, best, most = hashes(folded), 0, 0.0
    for candidate in candidates:
        there = reprints.alike(db, candidate)
        if there is None:
            continue
        title, url, text, _ = there
        other = fold(text)
        if other == folded:
            return (candidate, "text"), 0
        shared = is_near(own, hashes(other))
        if place and address(url) == place and (shared or (title and fold(title) == fold(draft.title))):
            return (candidate, "address"), 0
        if shared > most:
            best, most = candidate, shared
    return None, best


def catch_up(db: Database, cancelled: Callable[[], bool]) -> None:
    """Make the keys of articles that were stored without; until `cancelled()` is true."""
    while not cancelled() and (ids := reprints.without_keys(db, CHUNK)):
        with transaction(db):
            for article in ids:
                _, url, text, _ = reprints.alike(db, article) or ("", "", "", False)
                reprints.set_keys(db, article, keys(text, url))
