"""Highlighting all that a search finds: first it is said how much that is, then it is done as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.hits import hits
from reader.domain.query import ArticleQuery
from reader.domain.sentences import grown, paragraph_around, sentence_around
from reader.domain.wanted import shown_words
from reader.services import passages_together
from reader.services.searching import LENGTH, Snippet, snippet_of
from reader.storage import articles, texts
from reader.storage.journal import Advance, silently, transactional

Extent = Literal["words", "sentence", "paragraph"]  # of a passage: what was found alone, or what that stands in
AROUND = {"sentence": sentence_around, "paragraph": paragraph_around}
MOST = 100_000  # passages at once: nobody looks at more
EXAMPLES = 300  # passages that are shown: enough to see what a search finds, and read in no time
CHANGED = "A text was changed since it was searched, so nothing was highlighted. Search again."


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that would be highlighted, on one line, with the title of its article."""

    words: Snippet
    title: str


@dataclass(slots=True)
class Passages:
    """What would be highlighted, by the ids of articles; `digests` are those of the texts that it was found in.

    `examples` are the first ones, at most EXAMPLES. With `too_many`, there are more than MOST, and the
    rest was not looked for.
    """

    spans: dict[int, list[Span]] = field(default_factory=dict)
    digests: dict[int, str] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    count: int = 0
    too_many: bool = False


def find(
    db: Database,
    query: ArticleQuery,
    extent: Extent,
    *,
    only: int | None = None,
    advance: Callable[[int, int], None] = silently,
) -> Passages:
    """What stands for the words of a query in the articles that it means, or only in one, whether it does or not.

    `advance(done, total)` is told how many articles were looked through, and may stop it by raising. Raises QueryError.
    """
    words, found = list(shown_words(query.wanted)), Passages()
    ids = articles.ids(db, query) if only is None else [only]
    digests = texts.digests(db, ids)
    for done, (article, title, text, title_end) in enumerate(texts.with_titles(db, ids)):
        advance(done, len(ids))
        spans = _widened(text, hits(text, words, title_end), extent)
        if not spans or article not in digests:
            continue
        found.spans[article], found.digests[article] = spans, digests[article]
        shown = spans[: EXAMPLES - len(found.examples)]
        found.examples += [Example(_example(text, span, extent), title) for span in shown]
        found.count += len(spans)
        if found.count > MOST:
            found.too_many = True
            break
    return found


def _widened(text: str, words: Sequence[Span], extent: Extent) -> list[Span]:
    """Each passage once, however many of the words stand in it."""
    if extent == "words":
        return list(words)
    found: list[Span] = []
    for span in words:
        if not found or span.end > found[-1].end:
            found.append(grown(text, span, AROUND[extent]))
    return found


def _example(text: str, passage: Span, extent: Extent) -> Snippet:
    """Words with others around them, a longer passage by itself."""
    if extent == "words":
        return snippet_of(text, [passage], passage.start)
    return Snippet(" ".join(text[passage.start : min(passage.end, passage.start + LENGTH)].split()))


@transactional
def highlight(
    db: Database,
    found: Passages,
    *,
    tags: Sequence[int] = (),
    new_tags: Sequence[str] = (),
    without: Sequence[int] = (),
    analyst: str = "",
    advance: Advance = silently,
) -> Change:
    """Highlight passages as one step, with tags, and with others that are made first, by their paths.

    `without`: see `passages_together.highlight_all_with`. `advance`: see `edits.highlight_all`. Raises EditError where
    a text is another one by now.
    """
    if texts.digests(db, [*found.digests]) != found.digests:
        raise EditError("text-changed", CHANGED)
    return passages_together.highlight_all_with(
        db, found.spans, tags=tags, new_tags=new_tags, without=without, analyst=analyst, advance=advance
    )
