"""One function for each thing a person can do to articles, highlights and tags.

Each is one transaction from its first look at the library on, one undo step, and answers with what it changed.
Those about passages may be told `seen`, the text that these were chosen in: where other words stand there by now,
nothing is done.
Those that may be about very many tell `advance(done, total)` how far they are; what it raises stops them, and then
nothing was changed.
All raise EditError where the wish cannot be met, LibraryError where the file cannot be written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from sqlite_utils import Database

from reader.domain import lists
from reader.domain.article import is_time
from reader.domain.change import Change, Step
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.note import joined, with_other
from reader.domain.tag import COLORS, Tag
from reader.domain.text import clean, one_line
from reader.services import absorbing, applying, versions
from reader.storage import analysts, articles, highlights, journal
from reader.storage.connection import transaction
from reader.storage.journal import Advance, silently, transactional
from reader.storage.tags import missing as missing_tags
from reader.storage.tags import take_off

Described = TypeVar("Described", Tag, lists.Collection)

NO_HIGHLIGHT = "There is no highlight {highlight} in this library. It may have been removed meanwhile."
NOT_IN_TEXT = "Positions {start} to {end} do not lie within the article, which has {length} characters."
MOVED = "The article was changed meanwhile, and other words stand where this passage was. Select it again."
TAG_GONE = "This tag was deleted meanwhile. Choose another one."
NO_DATE = "{date} is not a time such as 2020-03-04 or 2020-03-04T17:24:00."
NO_COLOR = "{color} is not a colour of tags. Choose one of: {colors}."


@transactional
def highlight(
    db: Database,
    article: int,
    start: int,
    end: int,
    *,
    tags: Sequence[int] = (),
    note: str = "",
    color: str = "",
    analyst: str = "",
    seen: str | None = None,
) -> tuple[int, Change]:
    """Highlight code points start..end of an article; the highlight's id, and the change.

    The same analyst does not highlight a passage twice: tags go to the highlight that is there, and the note below
    the one that it has. What another one said of it stays apart.
    """
    stored = versions.existing(db, article)
    check_span(stored.text, start, end, seen)
    if color:
        check_color(color)
    check_tags(db, tags)
    span, note, analyst = Span(start, end), clean(note), one_line(analyst)
    with journal.step(db, "highlight", detail=span.of(stored.text), analyst=analyst) as step:
        there = highlights.at(db, article, span, analyst)
        if there is not None:
            found = there.id
            highlights.update(db, found, note=joined(there.note, note), color=color or None)
        else:
            by = highlights.analyst(db, analyst)
            found = highlights.add(db, article, span, stored.text, color=color, note=note, analyst=by)
        applying.put_on(db, [found], tags)
    return found, step.change


@transactional
def highlight_all(
    db: Database,
    passages: Mapping[int, Sequence[Span]],
    *,
    tags: Sequence[int] = (),
    analyst: str = "",
    advance: Advance = silently,
) -> Change:
    """Highlight many passages of articles, given by their ids, as one step; tags go to those that are there already.

    `advance(done, total)` is told how many passages are highlighted; what it raises leaves all as it was.
    """
    check_tags(db, tags)
    total, done = sum(map(len, passages.values())), 0
    analyst = one_line(analyst)
    with journal.step(db, "highlight", count=total, analyst=analyst) as step:
        by = highlights.analyst(db, analyst)
        for part in _parted(passages):
            texts = {article: versions.existing(db, article).text for article in part}
            _check_spans(part, texts)
            if not done and (first := next(((article, spans[0]) for article, spans in part.items() if spans), None)):
                journal.set_detail(db, step.step, first[1].of(texts[first[0]]))
            there = highlights.covering(db, part, analyst)
            taken = set(there.values())
            wanted = dict.fromkeys((article, span) for article, spans in part.items() for span in spans)
            new = [(*passage, texts[passage[0]]) for passage in wanted if passage not in taken]
            made = highlights.add_all(db, new, analyst=by)
            applying.put_on(db, [*there, *made], tags)
            done += sum(map(len, part.values()))
            advance(done, total)
    return step.change


def _parted(passages: Mapping[int, Sequence[Span]]) -> Iterator[dict[int, Sequence[Span]]]:
    """Articles with their passages, so many at once as make up a statement, or one that has more."""
    part, size = dict[int, Sequence[Span]](), 0
    for article, spans in passages.items():
        if part and size + len(spans) > articles.CHUNK:
            yield part
            part, size = {}, 0
        part[article], size = spans, size + len(spans)
    if part:
        yield part


def _check_spans(passages: Mapping[int, Sequence[Span]], texts: Mapping[int, str]) -> None:
    for article, spans in passages.items():
        for span in spans:
            check_span(texts[article], span.start, span.end)


@transactional
def remove_highlights(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Delete highlights."""
    detail = _quote(db, ids[0]) if ids else ""
    with journal.step(db, "remove-highlight", detail=detail, count=len(ids)) as step:
        highlights.remove(db, ids, advance=advance)
    return step.change


@transactional
def tag_highlight(db: Database, highlight: int, tag: int, *, on: bool = True) -> Change:
    """Put a tag on a highlight, or take it off."""
    detail = _quote(db, highlight)
    check_tags(db, [tag])
    with journal.step(db, "tag" if on else "untag", detail=detail) as step:
        if on:
            applying.put_on(db, [highlight], [tag])
        else:
            take_off(db, [highlight], tag)
    return step.change


@transactional
def add_tags(db: Database, highlight: int, tags: Sequence[int]) -> Change:
    """Put tags on a highlight; those that it has stay."""
    check_tags(db, tags)
    with journal.step(db, "tag", detail=_quote(db, highlight)) as step:
        applying.put_on(db, [highlight], tags)
    return step.change


@transactional
def set_note(db: Database, highlight: int, note: str, *, given: str | None = None) -> Change:
    """Replace the note of a highlight.

    `given` is the note that was there when this one was begun: if it is another one by now, both are kept.
    """
    detail, note, there = _quote(db, highlight), clean(note), highlights.get(db, highlight)
    if there is not None and given is not None:
        note = with_other(there.note, given, note)
    with journal.step(db, "note", detail=detail) as step:
        highlights.update(db, highlight, note=note)
    return step.change


def by_now(wanted: Described, given: Described, there: Described) -> Described:
    """What is wanted of something, begun from the one given, where it may be another one by now.

    What was not changed is as it is there by now, and where both changed the description, both are kept.
    """
    names = [each.name for each in fields(wanted)]
    kept = {name: getattr(there, name) for name in names if getattr(wanted, name) == getattr(given, name)}
    both = with_other(there.description, given.description, wanted.description)
    return replace(wanted, **kept | {"description": both})


@transactional
def claim_highlights(db: Database, analyst: str, of: Sequence[str] = ("",), *, advance: Advance = silently) -> Change:
    """Say of all highlights of others, "" being those without an analyst, that this one made them.

    One of the same passage as one of this analyst becomes one with that; tags and notes of both stay.
    """
    name = one_line(analyst)
    count = sum(analysts.count(db, each) for each in of)
    with journal.step(db, "claim", detail=name, count=count, analyst=name) as step:
        for each in of if name else ():
            if each != name:
                absorbing.claim(db, name, each, advance=advance)
    return step.change


@transactional
def set_highlight_color(db: Database, highlight: int, color: str) -> Change:
    """Give a highlight a colour of its own; an empty one means that of its first tag."""
    if color:
        check_color(color)
    with journal.step(db, "color", detail=_quote(db, highlight)) as step:
        highlights.update(db, highlight, color=color)
    return step.change


def set_starred(db: Database, ids: Sequence[int], starred: bool, *, advance: Advance = silently) -> Change:
    """Star articles, or take the star away."""
    return _flag(db, "star" if starred else "unstar", ids, "starred", starred, advance)


@transactional
def switch_starred(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Star articles, or take the stars away if all of them have one."""
    return set_starred(db, ids, articles.any_has(db, ids, "starred", False), advance=advance)


def set_read(db: Database, ids: Sequence[int], read: bool, *, advance: Advance = silently) -> Change:
    """Mark articles as read or as unread."""
    return _flag(db, "read" if read else "unread", ids, "read", read, advance)


@transactional
def switch_read(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Mark articles as unread, or as read if all of them are unread."""
    return set_read(db, ids, not articles.any_has(db, ids, "read", True), advance=advance)


@transactional
def set_fields(db: Database, article: int, fields: Mapping[str, str]) -> Change:
    """Correct fields of an article: title, source, author, editor, published and url.

    A time is given as ISO 8601, as precise as it is known, or as articles give theirs: 2020年3月4日 17:24.

    The title is a paragraph of the text, which gets another version with it.
    """
    stored = versions.existing(db, article)
    wanted = {name: one_line(value) for name, value in fields.items()}
    if "published" in wanted:
        wanted["published"] = _time(wanted["published"])
    with journal.step(db, "fields", detail=stored.title) as step:
        for name, value in wanted.items():
            if name == "title":
                versions.set_title(db, article, value)
            elif value != getattr(stored, name):
                articles.set_field(db, article, name, value)
    return step.change


def refused(fields: Mapping[str, str]) -> dict[str, EditError]:
    """Which of these fields `set_fields` does not take, and why."""
    found = {}
    if not one_line(fields.get("title", "title")):
        found["title"] = EditError("no-title", versions.NO_TITLE)
    try:
        _time(one_line(fields.get("published", "")))
    except EditError as error:
        found["published"] = error
    return found


def _time(words: str) -> str:
    """What a person typed as a time, in ISO 8601, or nothing. Raises EditError if it is neither."""
    if not words:
        return ""
    from reader.services.importing import dates, lines  # here: the window starts without the patterns of texts

    if is_time(words):
        return words
    line = lines.fold(words).strip()
    found = dates.date_in(line)
    if found is None or (found[1], found[2]) != (0, len(line)):
        raise EditError("no-date", NO_DATE, date=words)
    return found[0]


@transactional
def switch_done(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Mark articles as done, or as not done if all of them are."""
    done = articles.any_has(db, ids, "done", False)
    return _flag(db, "done" if done else "not-done", ids, "done", done, advance)


def mark_opened(db: Database, article: int) -> Change:
    """Mark an article as read, and as the one that was read last, because it was opened; no step of the history."""
    with transaction(db):
        row = articles.rows(db, [article]).get(article)
        if row is None:
            return Change()
        articles.set_opened(db, article)
        articles.set_flag(db, [article], "read", True)
    return Change() if row.read else Change(articles=frozenset([article]))


def trash(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Move articles to the trash, where nothing of them is lost."""
    return _flag(db, "trash", ids, "trashed", True, advance)


def restore(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Bring articles back from the trash."""
    return _flag(db, "restore", ids, "trashed", False, advance)


def empty_trash(db: Database, only: Collection[int] | None = None, *, advance: Advance = silently) -> Change:
    """Destroy the articles in the trash for good, all or `only` these; the one thing that cannot be undone."""
    articles.destroy_trashed(db, only, advance=advance)
    return Change(all=True)


def undo(db: Database, only: int | None = None, *, advance: Advance = silently) -> tuple[Step, Change] | None:
    """Take back the latest step; None if there is none, or if it is not this one."""
    return journal.undo(db, only, advance=advance)


def undo_to(db: Database, step: int, most: int | None = None, *, advance: Advance = silently) -> Change:
    """Take back every step that came after this one (0: all), or none if one cannot be or more did than `most`."""
    return journal.undo_to(db, step, most, advance=advance)


def redo(db: Database, only: int | None = None, *, advance: Advance = silently) -> tuple[Step, Change] | None:
    """Do again what was taken back last; None if there is nothing, or if it is not this step."""
    return journal.redo(db, only, advance=advance)


@transactional
def noted(db: Database, edit: Callable[[Database], Change]) -> tuple[Step | None, Change]:
    """Make an edit; the step that it became, None if there is no new one, and the change."""
    before, change = journal.next_undo(db), edit(db)
    made = journal.next_undo(db)
    new = made is not None and (before is None or made.id > before.id)
    return made if new else None, change


def check_span(text: str, start: int, end: int, seen: str | None = None) -> None:
    """Raise EditError unless these code points are a passage of a text, and the one that was `seen`, if one was."""
    if not 0 <= start < end <= len(text if seen is None else seen):
        raise EditError("not-in-text", NOT_IN_TEXT, start=start, end=end, length=len(text))
    if seen is not None and not Span(start, end).same_in(seen, text):
        raise EditError("text-changed", MOVED)


def check_color(color: str) -> None:
    """Raise EditError unless this is the name of a tag colour."""
    if color not in COLORS:
        raise EditError("no-color", NO_COLOR, color=color, colors=", ".join(COLORS))


def check_tags(db: Database, ids: Iterable[int]) -> None:
    """Raise EditError unless each of these is the id of a tag; another program may have deleted it."""
    if missing_tags(db, ids):
        raise EditError("tag-gone", TAG_GONE)


@transactional
def _flag(db: Database, kind: str, ids: Sequence[int], name: str, value: bool, advance: Advance) -> Change:
    row = articles.rows(db, ids[:1]).get(ids[0]) if ids else None
    with journal.step(db, kind, detail=row.title if row else "", count=len(ids)) as step:
        articles.set_flag(db, ids, name, value, advance=advance)
    return step.change


def _quote(db: Database, highlight: int) -> str:
    found = highlights.get(db, highlight)
    if found is None:
        raise EditError("no-highlight", NO_HIGHLIGHT, highlight=highlight)
    return found.quote
