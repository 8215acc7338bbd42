"""Looking at highlights whose text was changed under them: each is taken as it is, put elsewhere, or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.services import edits, reshaping
from reader.storage import highlights, journal
from reader.storage.journal import Advance, silently, transactional


@transactional
def accept(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Take highlights as they are. Raises EditError for an orphan alone, which has no place; among others it stays.

    `advance`: see `edits`.
    """
    found = [each for each, *_ in highlights.with_articles(db, ids) if each.state]
    placed = [each for each in found if each.state != "orphan"]
    if found and not placed:
        raise EditError("no-place", reshaping.NO_PLACE)
    with journal.step(db, "accept", detail=placed[0].quote if placed else "", count=len(placed)) as step:
        highlights.set_state(db, [each.id for each in placed], "", advance=advance)
    return step.change


def put(db: Database, highlight: int, span: Span, *, seen: str | None = None) -> Change:
    """Let a highlight cover this span of its article, an orphan too. `seen`: see `reshaping`."""
    return reshaping.resize(db, highlight, span, seen=seen)[1]


def drop(db: Database, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Delete highlights that are not wanted any more. `advance`: see `edits`."""
    return edits.remove_highlights(db, ids, advance=advance)
