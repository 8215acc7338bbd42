"""Versions of an article's text: read again from its original, with or without glosses, with more of the page.

Highlights keep their words. The places of the old text are known in the new one, but where a file is read again:
there they are found by their lines and words (`domain.rewriting.Relocation`), and what is not found is told before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from reader.domain.article import FIELDS, Article, Draft, Gloss, LeftOut, Mark, end_of_title, printed
from reader.domain.change import Change
from reader.domain.errors import EditError, ImportFailed
from reader.domain.highlight import Highlight, Span
from reader.domain.rewriting import Relocation, Replacement, Rewriting, differences
from reader.domain.text import clean, one_line
from reader.services.importing import glosses
from reader.services.importing.given import Given
from reader.services.importing.worker import Worker
from reader.storage import articles, highlights, journal, texts
from reader.storage.journal import Advance, silently, transactional
from reader.storage.texts import Version

NO_ARTICLE = "There is no article {article} in this library."
CHANGED = "The article was changed meanwhile. Read it again once more."
NO_TITLE = "A title cannot be empty. Give the words that the article is to be called by."
NO_GLOSSES = "No readings in brackets were found in this article."
Where = Callable[[Span], Span | None]


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading an article again comes to, before it is stored.

    `fields` are those that it corrects: what a person changed stays, as does what is not found this time. So does a
    title that a person changed. `moves` has the places of all highlights that are found again, by id; `lost` are the
    others.
    """

    article: int
    version: str  # the text that it is made for
    draft: Draft
    fields: Mapping[str, str]
    moves: Mapping[int, Span]
    lost: tuple[Highlight, ...]


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
    relocation = Relocation(stored.text, draft.text)
    moves, lost = {}, []
    for each in highlights.of_article(db, article):
        found = relocation.span(each.span)
        if found is None:
            lost.append(each)
        else:
            moves[each.id] = found
    return Reread(article, stored.text, draft, fields, moves, tuple(lost))


def _corrected(stored: Article, before: Draft | None, now: Draft) -> dict[str, str]:
    found = {}
    for name in FIELDS:
        value, was = one_line(getattr(now, name)), getattr(stored, name)
        untouched = not was or (before is not None and one_line(getattr(before, name)) == was)
        if name != "title" and untouched and value not in ("", was):
            found[name] = value
    return found


def _retitled(draft: Draft, title: str) -> Draft:
    version, _ = _titled(Version(draft.text, draft.marks, draft.glosses, draft.left_out), title)
    made = {name: getattr(version, name) for name in ("text", "marks", "glosses", "left_out")}
    return replace(draft, title=title, **made)


@transactional
def take(db: Database, reread: Reread) -> Change:
    """Make what was read again the text of the article; its highlights without a place are removed."""
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
    version = Version(
        *(draft.text, marks, draft.glosses, draft.left_out),
        *(origin.encoding, origin.method, draft.warnings),
    )
    with journal.step(db, "read-again", detail=stored.title or draft.title) as step:
        highlights.remove(db, [each.id for each in reread.lost])
        texts.rewrite(db, reread.article, version, draft.title, reread.moves, new)
        for name, value in reread.fields.items():
            articles.set_field(db, reread.article, name, value)
    return step.change


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
    version, rewriting = _titled(texts.version_of(db, stored), title)

    def where(span: Span) -> Span:
        return rewriting.span(span) or Span(0, len(title))

    return _rewritten(db, stored, (version, where), "fields", title=title)


def _titled(version: Version, title: str) -> tuple[Version, Rewriting]:
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
        left_out=tuple(replace(line, before=_at(rewriting, line.before)) for line in version.left_out),
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
    moves, lost = {}, []
    for each in highlights.of_article(db, stored.id):
        found = where(each.span)
        if found is None:
            lost.append(each.id)
        else:
            moves[each.id] = found
    if title is None:
        title = version.text[: end_of_title(version.marks)]
    with journal.step(db, kind, detail=stored.title, count=count) as step:
        highlights.remove(db, lost)
        texts.rewrite(db, stored.id, version, title, moves)
    return step.change


def _moved(marks: Sequence[Mark], where: Where) -> tuple[Mark, ...]:
    found = []
    for mark in marks:
        span = where(Span(mark.start, mark.end)) if mark.start < mark.end else None
        if span is not None:
            found.append(Mark(span.start, span.end, mark.kind, mark.value))
    return tuple(found)


def _at(rewriting: Rewriting, before: int | None) -> int | None:
    return None if before is None else rewriting.position(before, after=True)


def existing(db: Database, article: int) -> Article:
    """An article with its text. Raises EditError if it is not there."""
    stored = articles.get(db, article)
    if stored is None:
        raise EditError("no-article", NO_ARTICLE, article=article)
    return stored
