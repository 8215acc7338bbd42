"""Many passages at once: what they are highlighted with, and which tags they have already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.highlight import Span
from reader.services import edits, tagging, versions
from reader.storage import highlights, journal, tags
from reader.storage.journal import Advance, silently, transactional
from reader.storage.tags import take_off


@transactional
def highlight_all_with(
    db: Database,
    passages: Mapping[int, Sequence[Span]],
    *,
    tags: Sequence[int] = (),
    new_tags: Sequence[str] = (),
    without: Sequence[int] = (),
    analyst: str = "",
    seen: Mapping[int, str] | None = None,
    advance: Advance = silently,
) -> Change:
    """Highlight many passages, as `edits.highlight_all`, also with tags that are made first, by their paths.

    Tags in `without` are taken off those that are highlighted already; if nothing else is wanted, no other is.
    `seen` has the texts that passages were chosen in, by the ids of their articles; for what they are see `edits`.
    """
    for article, text in (seen or {}).items():
        stored = versions.existing(db, article).text
        for span in passages[article]:
            edits.check_span(stored, span.start, span.end, text)
    with journal.step(db, "highlight", count=sum(map(len, passages.values())), analyst=analyst) as step:
        covering = [*highlights.covering(db, passages, analyst)] if without else []
        for tag in without:
            take_off(db, covering, tag)
        wanted = [*tags, *(tagging.ensure(db, path) for path in new_tags)]
        if wanted or not without:
            edits.highlight_all(db, passages, tags=wanted, analyst=analyst, advance=advance)
    return step.change


def on_passages(
    db: Database, passages: Mapping[int, Sequence[Span]], analyst: str
) -> tuple[frozenset[int], frozenset[int]]:
    """The tags that all of these passages have on highlights of this analyst, and those that some of them have."""
    total = sum(len(set(spans)) for spans in passages.values())
    return shared(tags.on_highlights(db, [*highlights.covering(db, passages, analyst)]), total)


def shared(counts: Mapping[int, int], total: int) -> tuple[frozenset[int], frozenset[int]]:
    """Of tags with how many things have them: those that all have, and those that some have."""
    on = frozenset(tag for tag, count in counts.items() if count >= total)
    return on, frozenset(counts) - on
