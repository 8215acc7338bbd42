"""Tags and notes of whole articles, and notes wherever they are.

Each function is one transaction from its first look on, and one undo step. All raise EditError where the wish cannot be
met; then nothing was changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.note import Owner, with_other
from reader.domain.text import clean, one_line
from reader.services import applying, edits, passages_together, tagging, versions
from reader.storage import article_tags, articles, highlights, journal, notes, tags
from reader.storage.journal import Advance, silently, transactional

STEPS = {"highlight": "note", "article": "article-note", "tag": "tag-describe"}  # of the history, by whose note it is
GONE = "What this note was about is gone by now, so the note was not stored."


@transactional
def tag_articles(
    db: Database,
    ids: Sequence[int],
    *,
    put: Sequence[int] = (),
    new: Sequence[str] = (),
    take: Sequence[int] = (),
    analyst: str = "",
    advance: Advance = silently,
) -> Change:
    """Put tags on whole articles, also some that are made first, by their paths, and take others off.

    Tags of highlights in them stay as they are. `analyst` is who puts them on.
    """
    edits.check_tags(db, put)
    analyst = one_line(analyst)
    row = articles.rows(db, ids[:1]).get(ids[0]) if ids else None
    detail = row.title if row is not None else ""
    with journal.step(db, "tag-articles", detail=detail, count=len(ids), analyst=analyst) as step:
        wanted = [*put, *(tagging.ensure(db, path) for path in new)]
        for tag in take:
            article_tags.take_off(db, ids, tag)
        by = highlights.analyst(db, analyst) if wanted else None
        applying.put_on_articles(db, ids, wanted, by, advance=advance)
    return step.change


def on_articles(db: Database, ids: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The tags that all of these articles have themselves, and those that some of them have."""
    return passages_together.shared(article_tags.on_articles(db, ids), len(set(ids)))


@transactional
def set_note(db: Database, owner: Owner, note: str, *, given: str | None = None) -> Change:
    """Replace the note of a highlight, an article or a tag.

    `given` is the note that was there when this one was begun: if it is another one by now, both are kept. Raises
    EditError where its owner is gone.
    """
    if owner.kind == "highlight":
        if highlights.get(db, owner.id) is None:
            raise EditError("gone", GONE)
        return edits.set_note(db, owner.id, note, given=given)
    note, there = clean(note), note_of(db, owner)
    if given is not None:
        note = with_other(there, given, note)
    if owner.kind == "tag":
        return tagging.describe(db, owner.id, note)
    with journal.step(db, "article-note", detail=versions.existing(db, owner.id).title) as step:
        notes.set_of_article(db, owner.id, note)
    return step.change


@transactional
def write_note(
    db: Database, owner: Owner, note: str, *, given: str, step: int | None = None
) -> tuple[int | None, Change]:
    """Store what somebody has written so far of a note: all that is stored of it is one step of the history.

    `step` is the one that it is until now; where something else was done since, another one begins. Answers with the
    step that it is then, None if nothing is different from before, and the change. The rest is as with `set_note`.
    """
    latest = journal.next_undo(db)
    is_it = latest is not None and (latest.id, latest.kind) == (step, STEPS[owner.kind]) and note_of(db, owner) == given
    with journal.instead_of(db, step if is_it else None) as back:
        before = note_of(db, owner) if is_it else given
        made, change = edits.noted(db, lambda db: set_note(db, owner, note, given=before))
    return (None if made is None else made.id), back | change


def note_of(db: Database, owner: Owner) -> str:
    """A note as it is stored; empty if there is none. Raises EditError where its owner is gone."""
    if owner.kind == "highlight":
        found = highlights.get(db, owner.id)
        there = None if found is None else found.note
    elif owner.kind == "article":
        there = notes.of_article(db, owner.id) if articles.fields(db, owner.id) is not None else None
    else:
        there = notes.of_tag(db, owner.id) if not tags.missing(db, [owner.id]) else None
    if there is None:
        raise EditError("gone", GONE)
    return there
