"""Drafts of what is an article and nothing else: a row of a table, an item of a feed.

Nothing of it is furniture of a page, so every paragraph stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from reader.domain.article import Draft, Original
from reader.domain.text import clean, one_line
from reader.services.importing.assembling import assemble
from reader.services.importing.blocks import Content, Paragraph
from reader.services.importing.documents import content_of, plain_content
from reader.services.importing.drafts import from_page
from reader.services.importing.html import Page, extract

TAGS = re.compile(
    r"<(?:/?(?:p|div|span|h[1-6]|ul|ol|li|table|blockquote|article|section|figure|strong|em|b|i|a)|br|img|hr)\b[^<>]*>",
    re.IGNORECASE,
)
PARTING = re.compile(r"<(?:p|div|br|li|h[1-6]|tr|section|article|blockquote|pre)\b", re.IGNORECASE)
FEW_TAGS = 2  # one may stand in a text that is about them
PAGE = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Known:
    """What is said of an article beside its text; empty where nothing is. `published` is ISO 8601."""

    title: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


def is_markup(body: str) -> bool:
    """Whether a text is a piece of a web page."""
    return "<" in body and len(TAGS.findall(body)) >= FEW_TAGS


def plain_words(markup: str) -> str:
    """A piece of markup without its tags."""
    root = LexborHTMLParser(markup).body
    return root.text() if root is not None else ""


def from_body(
    body: str,
    known: Known,
    original: Original,
    warnings: Sequence[str] = (),
    *,
    markup: bool,
    lift: bool | None = None,
) -> Draft:
    """The article with this body, all of which is kept; of a whole page what is its article.

    `lift` forces what becomes of glosses. Raises ImportFailed if there is no text, or too much of it.
    """
    if markup and PAGE.match(body):
        page = _with_fields(extract(clean(body), original.name), known)
    else:
        page = _page(_content(body, original.name) if markup else plain_content(body), known)
    draft = from_page(page, original, [*warnings], lift=lift)
    said = known.language.strip()
    return replace(draft, language=said) if LANGUAGE.fullmatch(said) and not draft.language else draft


def _with_fields(page: Page, known: Known) -> Page:
    """A page, which has its title itself, with what is known of it besides."""
    return replace(
        page,
        source=one_line(known.source) or page.source,
        author=one_line(known.author) or page.author,
        editor=one_line(known.editor) or page.editor,
        published=known.published or page.published,
        url=known.url or page.url,
    )


def _page(found: Content, known: Known) -> Page:
    title = one_line(known.title)
    if title:
        found.paragraphs.insert(0, Paragraph(title, [], [("title", "")]))
    made = assemble(found.paragraphs, found.images)
    page = Page(made.text, tuple(made.marks), tuple(made.images), title, glosses=tuple(made.glosses))
    return _with_fields(page, known)


def _content(body: str, name: str) -> Content:
    """All of a piece of markup; where nothing in it parts paragraphs, its lines are those."""
    body = clean(body).strip("\n")
    return content_of(body if PARTING.search(body) else body.replace("\n", "<br>"), name)
