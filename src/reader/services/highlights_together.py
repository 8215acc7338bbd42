"""Changing many highlights at once, each time as one undo step; their tags are put on by `tags_together.retag`.

All raise EditError as `edits` does. `advance(done, total)` is told how many are done; what it raises leaves all as it
was.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.text import clean
from reader.services import applying, edits, tagging
from reader.storage import highlights, journal, tags
from reader.storage.journal import CHUNK, Advance, silently, transactional


@transactional
def replace_tag(
    db: Database,
    ids: Sequence[int],
    tag: int,
    by: int | str,
    *,
    advance: Advance = silently,
) -> Change:
    """Let those highlights that have a tag have another one instead, which is made if its path is given."""
    edits.check_tags(db, [tag, *([by] if isinstance(by, int) else [])])
    had = tags.those_with(db, ids, tag)
    with journal.step(db, "tag-replace", count=len(had)) as step:
        instead = tagging.ensure(db, by) if isinstance(by, str) else by
        if instead != tag:
            for first in range(0, len(had), CHUNK):
                part = had[first : first + CHUNK]
                tags.take_off(db, part, tag)
                applying.put_on(db, part, [instead])
                advance(first + len(part), len(had))
    return step.change


@transactional
def set_notes(
    db: Database, ids: Sequence[int], note: str, *, below: bool = False, advance: Advance = silently
) -> Change:
    """Give highlights a note in place of theirs, or with `below` under it, unless it is in it already."""
    with journal.step(db, "note", count=len(ids)) as step:
        highlights.set_notes(db, ids, clean(note), below=below, advance=advance)
    return step.change


@transactional
def set_colors(db: Database, ids: Sequence[int], color: str, *, advance: Advance = silently) -> Change:
    """Give highlights a colour of their own; an empty one means that of their first tags."""
    if color:
        edits.check_color(color)
    with journal.step(db, "color", count=len(ids)) as step:
        highlights.set_colors(db, ids, color, advance=advance)
    return step.change
