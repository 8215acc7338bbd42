"""What a search found, as it is shown: how often, where, and some words around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from reader.domain import links
from reader.domain.highlight import Highlight, Span
from reader.domain.hits import hits
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery, Sort
from reader.domain.tag import TagTree
from reader.domain.wanted import Field, Near, Wanted, Words, shown_words
from reader.storage import article_tags, articles, highlights, notes, tags, texts

BEFORE, LENGTH = 20, 120  # characters of a snippet before its first hit, and of all of it
CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a text on one line, and the hits in them (code points of `text`)."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that was found; `spans` are its hits, in code points of its canonical text."""

    article: int
    title: str
    spans: tuple[Span, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundHighlight:
    """A highlight that was found by its quote, of which spans and snippet are; `title` is the article's."""

    highlight: Highlight
    title: str
    source: str
    published: str
    spans: tuple[Span, ...]
    snippet: Snippet

    @property
    def article(self) -> int:
        """The one that it is in."""
        return self.highlight.article

    @property
    def tags(self) -> tuple[int, ...]:
        """Those of the highlight."""
        return self.highlight.tags


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that was found, of which spans and snippet are.

    `title`, `source` and `published` are those of its article; of the note of a tag, `title` is the path of that.
    `tags` are those of the highlight or of the article itself.
    """

    owner: Owner
    note: str
    title: str
    source: str
    published: str
    spans: tuple[Span, ...]
    snippet: Snippet
    highlight: Highlight | None = None
    tags: tuple[int, ...] = ()

    @property
    def article(self) -> int | None:
        """The article that it is about or in; None if it is about a tag."""
        if self.highlight is not None:
            return self.highlight.article
        return self.owner.id if self.owner.kind == "article" else None


def article_ids(db: Database, wanted: Wanted | None, query: ArticleQuery, limit: int | None = None) -> list[int]:
    """The articles found, in the order of the query. Raises QueryError."""
    return articles.ids(db, replace(query, wanted=wanted, limit=limit))


def ids(
    db: Database, wanted: Wanted | None, place: Literal["articles", "highlights"], sort: Sort, limit: int | None = None
) -> list[int]:
    """The articles or highlights found; the latter where something is wanted, in the order of their articles.

    Raises QueryError.
    """
    if place == "articles":
        return article_ids(db, wanted, ArticleQuery(sort=sort), limit)
    return [] if wanted is None else highlights.search(db, ArticleQuery(wanted=wanted, limit=limit), place)


def note_owners(db: Database, wanted: Wanted | None, limit: int | None = None) -> list[Owner]:
    """Whose notes are found, in the order of their articles; nobody's where nothing is wanted. Raises QueryError."""
    return [] if wanted is None else notes.search(db, ArticleQuery(wanted=wanted, limit=limit))


def found_articles(
    db: Database, ids: Sequence[int], wanted: Wanted | None, cancelled: Callable[[], bool] = lambda: False
) -> dict[int, FoundArticle]:
    """What is to be shown of some articles that were found, by id; not of those that are gone.

    Once `cancelled()` is true, the rest is left out.
    """
    words = list(shown_words(wanted))
    found: dict[int, FoundArticle] = {}
    for article, title, text, title_end in texts.with_titles(db, ids):
        if cancelled():
            break
        spans = tuple(hits(text, words, title_end))
        # The title is shown already: what the body says of it is more, if it says something.
        first = next((span for span in spans if span.start >= title_end), None)
        start = first.start if first else title_end
        snippet = snippet_of(text, spans, start, lowest=title_end)
        found[article] = FoundArticle(article, title or text.strip().partition("\n")[0][:LENGTH], spans, snippet)
    return found


def found_highlights(db: Database, ids: Sequence[int], wanted: Wanted | None) -> list[FoundHighlight]:
    """What is to be shown of some highlights that were found, in their order; not of those that are gone."""
    words = list(shown_words(wanted))
    return [
        FoundHighlight(highlight, title, source, published, *_shown(highlight.quote, words))
        for highlight, title, source, published in highlights.with_articles(db, ids)
    ]


def found_notes(db: Database, owners: Sequence[Owner], wanted: Wanted | None) -> list[FoundNote]:
    """What is to be shown of some notes that were found, in their order; not of those that are gone."""
    words, found = list(shown_words(wanted)), dict[Owner, FoundNote]()
    ids = {kind: [owner.id for owner in owners if owner.kind == kind] for kind in ("highlight", "article", "tag")}
    for each, title, source, published in highlights.with_articles(db, ids["highlight"]):
        about, shown = (each.note, title, source, published), _shown(links.readable(each.note), words)
        found[Owner("highlight", each.id)] = FoundNote(Owner("highlight", each.id), *about, *shown, each, each.tags)
    tagged: dict[int, list[int]] = {}
    for on in article_tags.every(db, ids["article"]):
        tagged.setdefault(on.article, []).append(on.tag)
    for article, facts in notes.of_articles(db, ids["article"]).items():
        owner, tags_on = Owner("article", article), tuple(tagged.get(article, ()))
        found[owner] = FoundNote(owner, *facts, *_shown(links.readable(facts[0]), words), tags=tags_on)
    tree = tags.tree(db) if ids["tag"] else TagTree()
    for tag in (tree.by_id[each] for each in ids["tag"] if each in tree.by_id):
        owner, path, note = Owner("tag", tag.id), tree.path(tag.id), tag.description
        found[owner] = FoundNote(owner, note, path, "", "", *_shown(links.readable(note), words), tags=(tag.id,))
    return [found[owner] for owner in owners if owner in found]


def _shown(text: str, words: Sequence[Words | Near | Field]) -> tuple[tuple[Span, ...], Snippet]:
    """The hits in a text, and what is shown of it."""
    spans = tuple(hits(text, words))
    return spans, snippet_of(text, spans, spans[0].start if spans else 0)


def snippet_of(text: str, spans: Sequence[Span], start: int, *, lowest: int = 0) -> Snippet:
    """The words around a place in a text, from `lowest` on, with the hits that are in them."""
    first = max(lowest, start - BEFORE)
    # From the beginning of a sentence or a paragraph, if one is near.
    first = max([first, *(text.rfind(sign, first, start) + 1 for sign in "\n。！？!?；")])
    while first < len(text) and text[first].isspace():
        first += 1
    last = min(len(text), first + LENGTH)
    head, tail = CUT if first > lowest and text[lowest:first].strip() else "", CUT if text[last:].strip() else ""
    shift = len(head) - first
    inside = [span for span in spans if span.start < last and span.end > first]
    marked = [Span(max(span.start, first) + shift, min(span.end, last) + shift) for span in inside]
    words = text[first:last].translate(ONE_LINE)
    return Snippet(f"{head}{words.rstrip()}{tail}", tuple(span for span in marked if span.start < len(head + words)))


ONE_LINE = {ord(sign): " " for sign in "\n\t\r\x0b\x0c\x85\u2028\u2029\ufffc"}
