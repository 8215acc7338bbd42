"""Highlights whose text was changed under them, with the words that they had before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from reader.domain.anchor import ORPHAN, Placed
from reader.domain.highlight import Highlight, Span, State
from reader.domain.text import digest
from reader.storage import highlights
from reader.storage.connection import fetched, json_list, taken_apart

# What is uncertain comes first, then what is gone, then what only got other words; in the order of the texts.
ORDER = "case h.state when 'review' then 0 when 'orphan' then 1 else 2 end"
# What was done to an article, without what is taken back by now.
DONE = "from step_rows r join steps s on s.id = r.step where r.article = ? and s.state = 'done'"
Stood = tuple[int, int, str, State]  # where a highlight begins and ends, its words, and how it stands


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
    around, earlier = highlights.contexts(db, ids), dict[int, Words]()
    found = list(highlights.with_articles(db, ids))
    for article in {highlight.article for highlight, *_ in found}:
        earlier |= before(db, article, [each.id for each, *_ in found if each.article == article])
    reviews = {}
    for highlight, title, *_ in found:
        prefix, suffix = around[highlight.id]
        words = Words(prefix, highlight.quote, suffix)
        now = None if highlight.state == "orphan" else words
        reviews[highlight.id] = Review(highlight, title, earlier.get(highlight.id, words), now)
    return reviews


def before(db: Database, article: int, ids: Sequence[int]) -> dict[int, Words]:
    """What highlights of an article covered when they last stood as they were made, by id, as the journal has it."""
    if not ids:  # all that the journal has of the article would be read
        return {}
    columns = ", ".join(f"json_extract(r.before, '$.{name}')" for name in ("prefix", "quote", "suffix"))
    found = db.execute(
        f"select r.row, {columns} {DONE} and r.row in (select value from json_each(?)) and r.name = 'highlights'"
        " and r.before is not null and r.after is not null"
        " and coalesce(json_extract(r.before, '$.state'), '') = '' and json_extract(r.after, '$.state') <> ''"
        " order by r.id",
        [article, json_list(ids)],
    )
    return {number: Words(*words) for number, *words in found}


def places_in(db: Database, article: int, text: str, wanted: Iterable[Highlight]) -> dict[int, Placed]:
    """Where highlights of an article were when this was last its text, and how they stood then, by id.

    Without those that were made since, or whose ends somebody moved since.
    """
    left, rewritings = _left(db, article, text)
    found: dict[int, Placed] = {}
    if left is None:
        return found
    since = _since(db, article, left, rewritings)
    with taken_apart(db):
        for each in wanted:
            stood = since.get(each.id, (each.span.start, each.span.end, each.quote, each.state))
            if stood is not None and (place := _place(text, *stood)) is not None:
                found[each.id] = place
    return found


def _left(db: Database, article: int, text: str) -> tuple[int | None, set[int]]:
    """Where the journal says that another text took the place of this one; and the steps with another one since."""
    rows = db.execute("select version from texts where article = ? and sha256 = ?", [article, digest(text)])
    versions = {row[0] for row in rows}
    rewritings: set[int] = set()
    for row, step, was in db.execute(
        f"select r.id, r.step, json_extract(r.before, '$.version') as was {DONE} and r.name = 'articles'"
        " and was <> json_extract(r.after, '$.version') order by r.id desc",
        [article],
    ):
        rewritings.add(step)
        if was in versions:
            return row, rewritings
    return None, rewritings


def _since(db: Database, article: int, left: int, rewritings: set[int]) -> dict[int, Stood | None]:
    """How highlights that were changed since stood before; None for what somebody made or moved since."""
    found: dict[int, Stood | None] = {}
    was, now = (
        ", ".join(f"json_extract(r.{side}, '$.{name}')" for name in ("start", "end", "quote"))
        for side in ("before", "after")
    )
    for number, step, state, *words in db.execute(
        f"select r.row, r.step, coalesce(json_extract(r.before, '$.state'), ''), {was}, {now} {DONE}"
        " and r.name = 'highlights' and r.id > ? order by r.id",
        [article, left],
    ):
        start, end, quote, *after = words
        moved = after != [start, end, quote] and step not in rewritings
        if start is None or (moved and after[0] is not None):
            found[number] = None
        else:
            found.setdefault(number, (start, end, quote, state))
    return found


def _place(text: str, start: int, end: int, quote: str, state: State) -> Placed | None:
    """The place where a highlight stood; None for an orphan, or if it is not in this text, as in a damaged library."""
    span = Span(start, end)
    if state == ORPHAN:
        return None
    return Placed(span, 1.0, state) if span.of(text) == quote else None
