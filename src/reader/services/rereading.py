"""Another text for an article: read from its original in another way, from another file, or one that it had before.

Where the highlights are in that is told beforehand (`domain.anchor`), and none of them is lost.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from reader.domain.anchor import ADJUSTED, EXACT, Placed, reanchor
from reader.domain.article import FIELDS, Article, Draft, end_of_title
from reader.domain.change import Change
from reader.domain.errors import EditError, ImportFailed
from reader.domain.highlight import Highlight, Span, State
from reader.domain.text import one_line
from reader.services.importing.gathering import given_file
from reader.services.importing.given import Given
from reader.services.importing.worker import Worker
from reader.services.versions import NO_ARTICLE, existing, found_again, stopping, titled
from reader.storage import articles, highlights, journal, reviews, texts
from reader.storage.connection import path_of
from reader.storage.journal import Advance, silently, transactional
from reader.storage.reviews import Words
from reader.storage.texts import Version

CHANGED = "The article was changed meanwhile. Read it again once more."
SEVERAL = "There are several articles in {file}. Choose a file that has just the one."
NO_VERSION = "This article has no version {number} of its text."


@dataclass(frozen=True, slots=True)
class Reread:
    """What another text for an article comes to, before it is stored.

    `fields` are those that it corrects: what a person changed stays, as does what is not found this time. So does a
    title that a person changed. `placed` has where each highlight is in it, by id.
    """

    article: int
    version: str  # the text that it is made for
    draft: Draft
    fields: Mapping[str, str]
    placed: Mapping[int, Placed]
    kind: Literal["read-again", "replace-text"] = "read-again"

    @property
    def moves(self) -> dict[int, Span]:
        """The places of the highlights that have one."""
        return _moves(self.placed)

    @property
    def states(self) -> dict[int, State]:
        """How each highlight stands then."""
        return _states(self.placed)

    def of_state(self, *states: State) -> list[int]:
        """The ids of the highlights that stand like that then."""
        return [highlight for highlight, place in self.placed.items() if place.state in states]


def read_again(
    db: Database,
    article: int,
    *,
    encoding: str = "",
    method: str = "",
    lift: bool | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reread | None:
    """Read the original of an article again, in another encoding or by another method, without storing it.

    None once `cancelled()` is true. Raises ImportFailed where the file gives no article this way.
    """
    stored = existing(db, article)
    origin, data = texts.origin(db, article), texts.original(db, article)
    if origin is None or data is None:
        raise EditError("no-article", NO_ARTICLE, article=article)
    beside = {image.address: image.data for image in texts.images(db, article).values() if image.address}
    given = Given(origin.name, data, beside=beside)
    with Worker(cancelled=cancelled) as worker:
        before = worker.parse(replace(given, encoding=origin.encoding, method=origin.method))
        draft = worker.parse(replace(given, encoding=encoding, method=method, lift=lift))
        if worker.is_cancelled():
            return None
    if isinstance(draft, ImportFailed):
        raise draft
    if isinstance(before, Draft) and stored.title and stored.title != before.title:
        draft = _retitled(draft, stored.title)
    fields = _corrected(stored, before if isinstance(before, Draft) else None, draft)
    placed = _placed(db, stored, draft.text, cancelled)
    return None if placed is None else Reread(article, stored.text, draft, fields, placed)


def _corrected(stored: Article, before: Draft | None, now: Draft) -> dict[str, str]:
    found = {}
    for name in FIELDS:
        value, was = one_line(getattr(now, name)), getattr(stored, name)
        untouched = not was or (before is not None and one_line(getattr(before, name)) == was)
        if name != "title" and untouched and value not in ("", was):
            found[name] = value
    return found


def _retitled(draft: Draft, title: str) -> Draft:
    version, _ = titled(Version(draft.text, draft.marks, draft.glosses, draft.left_out), title)
    made = {name: getattr(version, name) for name in ("text", "marks", "glosses", "left_out")}
    return replace(draft, title=title, **made)


def replacement(
    db: Database, article: int, file: Path, *, cancelled: Callable[[], bool] | None = None
) -> Reread | None:
    """Read another file whose text is to be that of an article, without storing it; its fields stay as they are.

    None once `cancelled()` is true. Raises ImportFailed where the file gives no article, or several.
    """
    stored = existing(db, article)
    given = given_file(file, path_of(db))
    if isinstance(given, ImportFailed):
        raise given
    with Worker(cancelled=cancelled) as worker:
        first, *others = itertools.islice(worker.parts(given), 2)
        if worker.is_cancelled():
            return None
    draft = first.found
    if isinstance(draft, ImportFailed):
        raise draft
    if others:
        raise EditError("several-articles", SEVERAL, file=file.name)
    if stored.title and not draft.title:
        draft = _retitled(draft, stored.title)
    placed = _placed(db, stored, draft.text, cancelled)
    return None if placed is None else Reread(article, stored.text, draft, {}, placed, kind="replace-text")


@transactional
def take(db: Database, reread: Reread, *, analyst: str = "", advance: Advance = silently) -> Change:
    """Make what was read the text of the article; a highlight that has no place in it stays as an orphan.

    `advance`: see `edits`.
    """
    stored = existing(db, reread.article)
    if stored.text != reread.version:
        raise EditError("changed-meanwhile", CHANGED)
    draft = reread.draft
    numbers = _image_numbers(db, reread.article, draft)
    marks = tuple(
        replace(mark, value=str(numbers[int(mark.value)]))
        if mark.kind == "image" and mark.value.isdecimal() and int(mark.value) in numbers
        else mark
        for mark in draft.marks
    )
    there = texts.next_image(db, reread.article)
    new = [draft.images[at] for at, number in numbers.items() if number >= there]
    origin = draft.original
    version = Version(draft.text, marks, draft.glosses, draft.left_out)
    if reread.kind == "read-again":
        version = replace(version, encoding=origin.encoding, method=origin.method, warnings=draft.warnings)
    with journal.step(db, reread.kind, detail=stored.title or draft.title, analyst=analyst) as step:
        moves, states = reread.moves, reread.states
        texts.rewrite(db, reread.article, version, draft.title, moves, states=states, images=new, advance=advance)
        for name, value in reread.fields.items():
            articles.set_field(db, reread.article, name, value)
    return step.change


@transactional
def restore(db: Database, article: int, number: int, *, analyst: str = "", advance: Advance = silently) -> Change:
    """Make an older version of a text the one of its article again, as the latest; what came between stays.

    `advance`: see `edits`.
    """
    stored, version = existing(db, article), texts.version(db, article, number)
    if version is None:
        raise EditError("no-version", NO_VERSION, number=number)
    if version.text == stored.text and version.marks == stored.marks and version.glosses == stored.glosses:
        return Change()
    placed = _placed(db, stored, version.text, stopping(advance, highlights.count_in(db, article))) or {}
    title = version.text[: end_of_title(version.marks)]
    with journal.step(db, "restore-text", detail=stored.title, analyst=analyst) as step:
        texts.rewrite(db, article, version, title, _moves(placed), states=_states(placed), advance=advance)
    return step.change


def _placed(db: Database, stored: Article, text: str, cancelled: Callable[[], bool] | None) -> dict[int, Placed] | None:
    """Where each highlight of an article is in another text, by id, orphans too; None once `cancelled()` is true.

    Where the article had that text before, a highlight is where it was then, unless somebody moved it since.
    """
    there, orphans = highlights.of_article(db, stored.id), highlights.orphans(db, stored.id)
    placed = reviews.places_in(db, stored.id, text, there + orphans)
    there, orphans = ([each for each in found if each.id not in placed] for found in (there, orphans))
    found = reanchor(stored.text, text, [each.span for each in there], cancelled or (lambda: False))
    if found is None:
        return None
    before = reviews.before(db, stored.id, [each.id for each in there if each.state])
    for each, place in zip(there, found, strict=True):
        placed[each.id] = _with_state(each, place, text, before)
    return placed | found_again(db, orphans, text)


def _with_state(highlight: Highlight, placed: Placed, text: str, before: Mapping[int, Words]) -> Placed:
    """What was to be looked at is so still after its words were found again, unless those are the ones of before."""
    if placed.state == EXACT:
        return placed._replace(state=highlight.state)
    if placed.state == ADJUSTED and placed.span is not None and highlight.state and highlight.id in before:
        return placed._replace(state=EXACT if placed.span.of(text) == before[highlight.id].quote else ADJUSTED)
    return placed


def _moves(placed: Mapping[int, Placed]) -> dict[int, Span]:
    return {highlight: place.span for highlight, place in placed.items() if place.span is not None}


def _states(placed: Mapping[int, Placed]) -> dict[int, State]:
    return {highlight: place.state for highlight, place in placed.items()}


def _image_numbers(db: Database, article: int, draft: Draft) -> dict[int, int]:
    """The number that each picture of the draft has in the library, or gets as the next ones."""
    there = texts.images(db, article)
    following = texts.next_image(db, article)
    numbers = {}
    for at, image in enumerate(draft.images):
        number = next((number for number, stored in there.items() if stored.data == image.data), None)
        numbers[at] = following if number is None else number
        following += number is None
    return numbers
