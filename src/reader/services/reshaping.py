"""Moving the ends of highlights, parting and joining them: each one transaction and one undo step.

A highlight keeps its uid, its tags, its colour and its note, whatever span it gets. One that comes to cover exactly
what another one of the same analyst covers becomes one with that, which is not lost: tags and notes of both stay.
All raise EditError where there is no such passage. `seen` is the text in which a place was chosen: where other words
stand there by now, nothing is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from reader.domain.article import Article
from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.highlight import Highlight, Span
from reader.services import absorbing, applying, edits, versions
from reader.storage import highlights, journal
from reader.storage.journal import transactional

NO_SPLIT = "A highlight is split at a place within it, with words on both sides."
NO_JOIN = "Only highlights of one article and of one analyst can be joined."
NO_PLACE = "The words of this highlight are no longer in the text. Select where it is to be, and put it there."


@transactional
def resize(
    db: Database, highlight: int, span: Span, *, seen: str | None = None, instead: int | None = None
) -> tuple[bool, Change]:
    """Let a highlight cover another span; whether it became one with another highlight, and the change.

    `instead` is a step that this one takes the place of, if it is still the latest and moved this highlight alone: many
    small moves, one after the other, are one step of the history.
    """
    if instead is not None and highlights.moved_in(db, instead) != {highlight}:
        instead = None
    with journal.instead_of(db, instead) as back:
        there = _existing(db, highlight)
        stored = versions.existing(db, there.article)
        edits.check_span(stored.text, span.start, span.end, seen)
        with journal.step(db, "resize", detail=span.of(stored.text)) as step:
            merged = _place(db, stored, there, span)
    return merged, back | step.change


def resize_in(db: Database, article: int, key: str, start: int, end: int) -> int:
    """Let a highlight of an article, named by its id or uid, cover code points start..end; its id."""
    highlight = highlights.find(db, article, key)
    if highlight is None:
        raise EditError("no-highlight", edits.NO_HIGHLIGHT, highlight=key)
    edits.check_span(versions.existing(db, article).text, start, end)
    resize(db, highlight, Span(start, end))
    return highlight


@transactional
def split(db: Database, highlight: int, at: int, *, seen: str | None = None) -> tuple[int, Change]:
    """Part a highlight in two at a code point; the id of the second part, and the change.

    Both have its tags and its colour, the first one its note. White space where they are parted belongs to neither.
    """
    there = _standing(db, highlight)
    stored = versions.existing(db, there.article)
    edits.check_span(stored.text, there.span.start, there.span.end)
    if at:
        edits.check_span(stored.text, at - 1, at, seen)
    if not there.span.start < at < there.span.end:
        raise EditError("no-split", NO_SPLIT)
    first = Span(there.span.start, at).bare(stored.text)
    second = Span(at, there.span.end).bare(stored.text)
    if first is None or second is None:
        raise EditError("no-split", NO_SPLIT)
    first, second = Span(there.span.start, first.end), Span(second.start, there.span.end)
    with journal.step(db, "split", detail=there.quote) as step:
        _place(db, stored, there, first)
        twin = highlights.at(db, stored.id, second, there.analyst)
        if twin is None:
            by = highlights.analyst(db, there.analyst)
            made = highlights.add(db, stored.id, second, stored.text, color=there.color, note="", analyst=by)
        else:
            made = twin.id
        applying.put_on(db, [made], there.tags)
    return made, step.change


@transactional
def join(db: Database, ids: Sequence[int]) -> tuple[int, Change]:
    """Make one highlight of several, with what lies between them; the id of it, and the change.

    It is the first one in the text, which gets the tags and the notes of the others, and their colour if it has none.
    """
    found = sorted((_standing(db, each) for each in dict.fromkeys(ids)), key=_place_in_text)
    if len({(each.article, each.analyst) for each in found}) != 1:
        raise EditError("no-join", NO_JOIN)
    stored = versions.existing(db, found[0].article)
    span = Span(found[0].span.start, max(each.span.end for each in found))
    with journal.step(db, "join", detail=span.of(stored.text), count=len(found)) as step:
        absorbing.absorb(db, found[0].id, [other.id for other in found[1:]])
        _place(db, stored, found[0], span)
    return found[0].id, step.change


def _place(db: Database, stored: Article, there: Highlight, span: Span) -> bool:
    """Let a highlight cover a span; whether there was another one of the same analyst, which is in it now."""
    if span == there.span and there.state == "":
        return False
    twin = highlights.at(db, stored.id, span, there.analyst)
    other = twin is not None and twin.id != there.id
    if twin is not None and other:
        absorbing.absorb(db, there.id, [twin.id])
    highlights.move(db, there.id, span, stored.text)
    return other


def _place_in_text(each: Highlight) -> tuple[int, int, int]:
    return each.span.start, -each.span.end, each.id


def _existing(db: Database, highlight: int) -> Highlight:
    found = highlights.get(db, highlight)
    if found is None:
        raise EditError("no-highlight", edits.NO_HIGHLIGHT, highlight=highlight)
    return found


def _standing(db: Database, highlight: int) -> Highlight:
    """One that stands in the text; another window may have changed that since it was chosen."""
    found = _existing(db, highlight)
    if found.state == "orphan":
        raise EditError("no-place", NO_PLACE)
    return found
