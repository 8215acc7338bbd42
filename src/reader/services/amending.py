"""Correcting the text of an article by hand: highlights go with what is typed, and so does all that has a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from reader.domain.anchor import ADJUSTED, EXACT, ORPHAN, REVIEW, reanchor
from reader.domain.article import Article, Gloss, Mark
from reader.domain.change import Change
from reader.domain.correction import carried, refined
from reader.domain.errors import EditError
from reader.domain.highlight import Highlight, Span, State
from reader.domain.rewriting import Replacement, Rewriting
from reader.domain.text import clean
from reader.services import versions
from reader.storage import articles, highlights, journal, reviews, texts
from reader.storage.journal import Advance, silently, transactional
from reader.storage.texts import Unsaved, Version

CHANGED = "The article was changed meanwhile, so what was corrected does not fit it any more. Copy it and begin anew."
GONE = "The article is not there any more, so what was corrected cannot be stored. Copy it."
NO_TEXT = "An article cannot be empty. Leave some words, or move it to the trash."
OF_PARAGRAPHS = ("heading", "item", "quote", "row")


@transactional
def correct(
    db: Database,
    article: int,
    given: str,
    replacements: Sequence[Replacement],
    *,
    kept: str | None = None,
    analyst: str = "",
    advance: Advance = silently,
) -> Change:
    """Replace pieces of the text of an article, as one more version of it; `given` is the text that they are meant for.

    `kept` is what was kept of this last, if not all of it: it is needed no more. `advance`: see `edits`.

    What others changed at other places meanwhile stays. A highlight keeps exactly its words where nothing of them was
    touched; what is put in at its ends is none of them. One with other words in it is adjusted; one whose words were
    all replaced is to be looked at, and one whose words are gone is an orphan, unless they stand at another place.
    Raises EditError where others changed the same place, unless to the same text, and where the article is gone.
    """
    stored = articles.get(db, article)
    if stored is None:
        raise EditError("no-article", GONE)
    made = refined(given, (Replacement(each.start, each.end, clean(each.text)) for each in replacements))
    wanted = Rewriting(given, made).text
    texts.forget_unsaved(db, article, wanted if kept is None else kept)
    if stored.text == wanted:
        return Change()
    carried_on = carried(given, made, stored.text)
    if carried_on is None:
        raise EditError("changed-meanwhile", CHANGED)
    rewriting = Rewriting(stored.text, carried_on)
    if rewriting.text == stored.text:
        return Change()
    if not rewriting.text.strip():
        raise EditError("no-text", NO_TEXT)
    version, title = _version(texts.version_of(db, stored), rewriting)
    moves, states = _standing(db, stored, rewriting, advance)
    with journal.step(db, "correct", detail=stored.title, analyst=analyst) as step:
        texts.rewrite(db, article, version, title, moves, states=states, advance=advance)
    return step.change


def keep(db: Database, article: int, text: str, given: str, *, instead: str | None = None) -> None:
    """Keep what was made of a text, for the case that nothing else comes of it.

    `instead` is what was kept of it before, and is needed no more; what others made of that text stays.
    Nothing is written if it is kept already. Raises EditError where the article is gone.
    """
    if instead not in (None, text) or Unsaved(text, given) not in texts.unsaved(db, article):
        _keep_instead(db, article, text, given, instead)


@transactional
def _keep_instead(db: Database, article: int, text: str, given: str, instead: str | None) -> None:
    if instead is not None:
        texts.forget_unsaved(db, article, instead)
    if not texts.keep_unsaved(db, article, text, given):
        raise EditError("no-article", GONE)


def _standing(
    db: Database, stored: Article, rewriting: Rewriting, advance: Advance
) -> tuple[dict[int, Span], dict[int, State]]:
    """Where highlights are then, by id, and how those stand that have other words than before.

    Where somebody typed the words again that a highlight was made with, there is nothing left to look at.
    """
    there = highlights.of_article(db, stored.id)
    moves, states = _places(there, rewriting, stored.text, versions.stopping(advance, len(there)))
    for each, words in reviews.before(db, stored.id, list(states)).items():
        if each in moves and moves[each].of(rewriting.text) == words.quote:
            states[each] = EXACT
    old, new = stored.text, rewriting.text
    orphans = highlights.orphans(db, stored.id)
    lost = [each for each in orphans if new.count(each.quote) > old.count(each.quote)]
    for each, place in versions.found_again(db, lost, new).items():
        if place.span is not None:
            moves[each], states[each] = place.span, place.state
    return moves, states


def _places(
    found: Sequence[Highlight], rewriting: Rewriting, old: str, cancelled: Callable[[], bool]
) -> tuple[dict[int, Span], dict[int, State]]:
    """Where highlights are then, by id, and how those stand that have other words than before."""
    moves: dict[int, Span] = {}
    states: dict[int, State] = {}
    gone: list[Highlight] = []
    for each in found:
        span, words = rewriting.span(each.span), each.span.of(old)
        if span is None or (words.strip() and not span.of(rewriting.text).strip()):
            gone.append(each)
            continue
        moves[each.id] = span
        if span.of(rewriting.text) != words:
            states[each.id] = ADJUSTED if rewriting.keeps(each.span) else REVIEW
    elsewhere = reanchor(old, rewriting.text, [each.span for each in gone], cancelled)
    for each, placed in zip(gone, elsewhere or [], strict=True):
        if placed.span is None:
            states[each.id] = ORPHAN
        else:
            moves[each.id], states[each.id] = placed.span, placed.state or ADJUSTED
    return moves, states


def _version(was: Version, rewriting: Rewriting) -> tuple[Version, str]:
    """The version that a text becomes, and its title."""
    text = rewriting.text
    had_title = any(mark.kind == "title" for mark in was.marks)
    title = text.partition("\n")[0] if had_title else ""
    marks = [Mark(0, len(title), "title")] if title.strip() else []
    for mark in was.marks:
        if mark.kind in OF_PARAGRAPHS:
            marks += _of_paragraph(mark, rewriting, was.text, len(title))
        elif mark.kind != "title" and mark.start < mark.end and (span := rewriting.span(Span(mark.start, mark.end))):
            marks.append(Mark(span.start, span.end, mark.kind, mark.value))
    left_out = tuple(versions.moved_line(line, rewriting) for line in was.left_out)
    return Version(text, tuple(marks), _glosses(was, rewriting), left_out), title if title.strip() else ""


def _glosses(was: Version, rewriting: Rewriting) -> tuple[Gloss, ...]:
    """Readings stay with the characters in front of them, and go with those."""
    return tuple(
        Gloss(rewriting.position(each.position), each.text)
        for each in was.glosses
        if not each.position or rewriting.span(Span(each.position - 1, each.position)) is not None
    )


def _of_paragraph(mark: Mark, rewriting: Rewriting, old: str, title: int) -> list[Mark]:
    """What a paragraph is stays with it, whatever is typed in it; one that was joined to another one is that one."""
    joined = mark.start > 0 and rewriting.span(Span(mark.start - 1, mark.start)) is None
    span = rewriting.span(Span(mark.start, mark.end)) if mark.start < mark.end else None
    if joined or span is None or span.start < title:
        return []
    text = rewriting.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return [Mark(start, len(text) if end < 0 else end, mark.kind, mark.value)]
