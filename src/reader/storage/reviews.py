"""Highlights whose text was changed under them, with the words that they had before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from reader.domain.highlight import Highlight
from reader.storage import highlights
from reader.storage.connection import fetched

# What is uncertain comes first, then what is gone, then what only got other words; in the order of the texts.
ORDER = "case h.state when 'review' then 0 when 'orphan' then 1 else 2 end"


@dataclass(frozen=True, slots=True)
class Words:
    """What a highlight covers, with what stands before and behind it."""

    prefix: str
    quote: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Review:
    """A highlight that somebody is to look at: what it was, and what it is now; None for an orphan."""

    highlight: Highlight
    title: str  # of its article
    before: Words
    now: Words | None


def waiting(db: Database, article: int | None = None) -> list[int]:
    """Those of an article, or of all outside the trash: first what is uncertain, then orphans, then the adjusted."""
    own = "" if article is None else " and h.article = ?"
    rows = fetched(
        db,
        "select h.id from highlights h join articles a on a.id = h.article"
        f" where h.state <> '' and a.trashed is null{own} order by {ORDER}, a.id, h.\"start\", h.id",
        [] if article is None else [article],
    )
    return [number for (number,) in rows]


def rows(db: Database, ids: Sequence[int]) -> dict[int, Review]:
    """These, by id, without those that are gone."""
    around, before = highlights.contexts(db, ids), dict[int, Words]()
    found = list(highlights.with_articles(db, ids))
    for article in {highlight.article for highlight, *_ in found}:
        before |= _before(db, article, [each.id for each, *_ in found if each.article == article])
    reviews = {}
    for highlight, title, *_ in found:
        prefix, suffix = around[highlight.id]
        words = Words(prefix, highlight.quote, suffix)
        now = None if highlight.state == "orphan" else words
        reviews[highlight.id] = Review(highlight, title, before.get(highlight.id, words), now)
    return reviews


def _before(db: Database, article: int, ids: Sequence[int]) -> dict[int, Words]:
    """What highlights of an article covered when they last stood as they were made, by id, as the journal has it."""
    columns = ", ".join(f"json_extract(r.before, '$.{name}')" for name in ("prefix", "quote", "suffix"))
    found = db.execute(
        f"select r.row, {columns} from step_rows r join steps s on s.id = r.step"
        f" where r.article = ? and r.row in ({','.join('?' * len(ids))}) and r.name = 'highlights' and s.state = 'done'"
        " and r.before is not null and r.after is not null"
        " and coalesce(json_extract(r.before, '$.state'), '') = '' and json_extract(r.after, '$.state') <> ''"
        " order by r.id",
        [article, *ids],
    )
    return {number: Words(*words) for number, *words in found}
