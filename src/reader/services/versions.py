"""Versions of an article's text that are made of the one before: with or without glosses, with more of the page.

Highlights keep their words, whose places in the new text are known; one whose words are not in it is an orphan.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from sqlite_utils import Database

from reader.domain.anchor import ADJUSTED, ORPHAN, Placed, Quote, find_again
from reader.domain.article import Article, Gloss, LeftOut, Mark, end_of_title, printed
from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.highlight import Highlight, Span, State
from reader.domain.rewriting import Replacement, Rewriting, differences
from reader.domain.text import clean, one_line
from reader.services.importing import glosses
from reader.storage import articles, highlights, journal, texts
from reader.storage.journal import Advance, silently, transactional
from reader.storage.texts import Version

NO_ARTICLE = "There is no article {article} in this library."
NO_TITLE = "A title cannot be empty. Give the words that the article is to be called by."
NO_GLOSSES = "No readings in brackets were found in this article."
ASKED = 50  # times, of which one is told
Where = Callable[[Span], Span | None]


@transactional
def switch_glosses(db: Database, article: int) -> Change:
    """Put the glosses of an article back into its text as words, or lift all out that are readings."""
    stored = existing(db, article)
    version = texts.version_of(db, stored)
    if stored.glosses:
        made = _with_glosses(version)
    else:
        lifted = glosses.lift(stored.text, always=True)
        if not lifted.glosses:
            raise EditError("no-glosses", NO_GLOSSES)
        made = _without(version, lifted)
    return _rewritten(db, stored, made, "glosses")


def _with_glosses(version: Version) -> tuple[Version, Where]:
    back = [Replacement(each.position, each.position, each.text) for each in sorted(version.glosses)]
    rewriting = Rewriting(version.text, back)

    def where(span: Span) -> Span | None:  # a reading at the end of a passage stays with its character
        return Span(rewriting.position(span.start, after=True), rewriting.position(span.end, after=True))

    left_out = tuple(
        replace(line, text=printed(line.text, line.glosses), glosses=(), before=_at(rewriting, line.before))
        for line in version.left_out
    )
    return Version(rewriting.text, _moved(version.marks, where), (), left_out), where


def _without(version: Version, lifted: glosses.Lifted) -> tuple[Version, Where]:
    def where(span: Span) -> Span | None:
        start, end = lifted.position(span.start), lifted.position(span.end)
        return Span(start, end) if start < end else None

    left_out = []
    for line in version.left_out:
        own = glosses.lift(line.text, always=True)
        before = None if line.before is None else lifted.position(line.before)
        left_out.append(LeftOut(own.text, own.glosses, before))
    return Version(lifted.text, _moved(version.marks, where), lifted.glosses, tuple(left_out)), where


@transactional
def pull_in(db: Database, article: int, lines: Collection[int]) -> Change:
    """Take lines that were left out, by their numbers in `texts.left_out`, into the text at their places."""
    stored = existing(db, article)
    version = texts.version_of(db, stored)
    pieces, readings, left = _woven(stored, version.left_out, lines)
    rewriting = Rewriting(stored.text, pieces)
    kept = [Gloss(rewriting.position(each.position), each.text) for each in version.glosses]
    made = Version(
        *(rewriting.text, _moved(version.marks, rewriting.span), tuple(sorted(kept + readings))),
        tuple(LeftOut(line.text, line.glosses, min(line.before or 0, len(rewriting.text))) for line in left),
    )
    return _rewritten(db, stored, (made, rewriting.span), "pull-in", count=len(pieces))


def _woven(
    stored: Article, left_out: Sequence[LeftOut], lines: Collection[int]
) -> tuple[list[Replacement], list[Gloss], list[LeftOut]]:
    """What goes into the text, the glosses of that, and the other lines, with the places where both are then."""
    start, end, shift = stored.body_start, len(stored.text), 0
    pieces: list[Replacement] = []
    readings: list[Gloss] = []
    left: list[LeftOut] = []

    def place(line: LeftOut) -> int:  # above the title is no place for a paragraph
        return end if line.before is None else min(max(line.before, start), end)

    for number, line in sorted(enumerate(left_out), key=lambda each: place(each[1])):
        at = place(line)
        behind = at == end and end > 0  # what comes after the last paragraph ends with it
        if number not in lines:
            left.append(LeftOut(line.text, line.glosses, at + shift + behind))
            continue
        readings += [Gloss(at + shift + behind + each.position, each.text) for each in line.glosses]
        pieces.append(Replacement(at, at, f"\n{line.text}" if behind else f"{line.text}\n"))
        shift += len(line.text) + 1
    return pieces, readings, left


@transactional
def set_title(db: Database, article: int, title: str) -> Change:
    """Correct the title, which is the first paragraph of the text. Raises EditError if it is empty.

    A highlight of words that are not in the new title covers all of it.
    """
    stored, title = existing(db, article), one_line(title)
    if title == stored.title:
        return Change()
    if not title:
        raise EditError("no-title", NO_TITLE)
    version, rewriting = titled(texts.version_of(db, stored), title)

    def where(span: Span) -> Span:
        return rewriting.span(span) or Span(0, len(title))

    return _rewritten(db, stored, (version, where), "fields", title=title)


def titled(version: Version, title: str) -> tuple[Version, Rewriting]:
    """A version with another title, or with one if it had none."""
    end = end_of_title(version.marks)
    if end:
        changes = differences(version.text[:end], title)
    else:
        changes = [Replacement(0, 0, f"{title}\n" if version.text else title)]
    rewriting = Rewriting(version.text, changes)
    marks = _moved([mark for mark in version.marks if mark.kind != "title"], rewriting.span)
    made = replace(
        version,
        text=rewriting.text,
        marks=(Mark(0, len(title), "title"), *marks),
        glosses=tuple(Gloss(rewriting.position(each.position), each.text) for each in version.glosses),
        left_out=tuple(moved_line(line, rewriting) for line in version.left_out),
    )
    return made, rewriting


@transactional
def report_error(
    db: Database, ids: Sequence[int], note: str | None, *, new: bool = False, advance: Advance = silently
) -> Change:
    """Mark articles as having an error, with a note that may be empty; None takes the mark away.

    `new`: only those without the mark, so that the others keep their notes. `advance(done, total)` as in `edits`.
    """
    row = articles.rows(db, ids[:1]).get(ids[0]) if ids else None
    kind = "unreport" if note is None else "report"
    with journal.step(db, kind, detail=row.title if row else "", count=len(ids)) as step:
        articles.set_reported(db, ids, None if note is None else clean(note), new=new, advance=advance)
    return step.change


def _rewritten(
    db: Database, stored: Article, made: tuple[Version, Where], kind: str, *, title: str | None = None, count: int = 1
) -> Change:
    """Store a version made from the text that is there; `made` says where its places are."""
    version, where = made
    moves: dict[int, Span] = {}
    states: dict[int, State] = {}
    for each in highlights.of_article(db, stored.id):
        found = where(each.span)
        if found is None:
            states[each.id] = ORPHAN
        else:
            moves[each.id] = found
            if kind == "fields" and found.of(version.text) != each.quote:
                states[each.id] = ADJUSTED
    if title is None:
        title = version.text[: end_of_title(version.marks)]
    with journal.step(db, kind, detail=stored.title, count=count) as step:
        texts.rewrite(db, stored.id, version, title, moves, states=states)
    return step.change


def _moved(marks: Sequence[Mark], where: Where) -> tuple[Mark, ...]:
    found = []
    for mark in marks:
        span = where(Span(mark.start, mark.end)) if mark.start < mark.end else None
        if span is not None:
            found.append(Mark(span.start, span.end, mark.kind, mark.value))
    return tuple(found)


def moved_line(line: LeftOut, rewriting: Rewriting) -> LeftOut:
    """A line of the page with its place in another text."""
    return replace(line, before=_at(rewriting, line.before))


def _at(rewriting: Rewriting, before: int | None) -> int | None:
    return None if before is None else rewriting.position(before, after=True)


def found_again(db: Database, orphans: Sequence[Highlight], text: str) -> dict[int, Placed]:
    """Where the words of orphans are in a text, by id; without a span where they are not."""
    around = highlights.contexts(db, [each.id for each in orphans])
    quotes = [Quote(each.span.start, around[each.id][0], each.quote, around[each.id][1]) for each in orphans]
    return {each.id: place for each, place in zip(orphans, find_again(text, quotes), strict=True)}


def stopping(advance: Advance, total: int) -> Callable[[], bool]:
    """What `reanchor` asks, so that `advance` can end it by what it raises; now and then, since that is asked often."""
    asked = itertools.count(1)

    def cancelled() -> bool:
        if next(asked) % ASKED == 0:
            advance(0, total)
        return False

    return cancelled


def existing(db: Database, article: int) -> Article:
    """An article with its text. Raises EditError if it is not there."""
    stored = articles.get(db, article)
    if stored is None:
        raise EditError("no-article", NO_ARTICLE, article=article)
    return stored
