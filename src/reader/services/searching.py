"""What a search found, as it is shown: how often, where, and some words around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from reader.domain.highlight import Highlight, Span
from reader.domain.hits import hits
from reader.domain.query import ArticleQuery, Sort
from reader.domain.wanted import Wanted, shown_words
from reader.storage import articles, highlights, texts
from reader.storage.finding import Place

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
    """A highlight that was found by its quote or its note, of which spans and snippet are; `title` is the article's."""

    highlight: Highlight
    title: str
    source: str
    published: str
    spans: tuple[Span, ...]
    snippet: Snippet


def article_ids(db: Database, wanted: Wanted | None, query: ArticleQuery, limit: int | None = None) -> list[int]:
    """The articles found, in the order of the query. Raises QueryError."""
    return articles.ids(db, replace(query, wanted=wanted, limit=limit))


def ids(db: Database, wanted: Wanted | None, place: Place, sort: Sort, limit: int | None = None) -> list[int]:
    """The articles, highlights or notes found; the last two where something is wanted, in the order of their articles.

    Raises QueryError.
    """
    if place == "articles":
        return article_ids(db, wanted, ArticleQuery(sort=sort), limit)
    return [] if wanted is None else highlights.search(db, ArticleQuery(wanted=wanted, limit=limit), place)


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


def found_highlights(db: Database, ids: Sequence[int], wanted: Wanted | None, place: Place) -> list[FoundHighlight]:
    """What is to be shown of some highlights that were found, in their order; not of those that are gone."""
    words = list(shown_words(wanted))
    found: list[FoundHighlight] = []
    for highlight, title, source, published in highlights.with_articles(db, ids):
        text = highlight.note if place == "notes" else highlight.quote
        spans = tuple(hits(text, words))
        snippet = snippet_of(text, spans, spans[0].start if spans else 0)
        found.append(FoundHighlight(highlight, title, source, published, spans, snippet))
    return found


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
