"""From a web page to an article: its title, body, pictures and fields, and what else is to be seen on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import itemgetter

from selectolax.lexbor import LexborHTMLParser

from reader.domain.article import MORE_LEFT_OUT, Gloss, Image, LeftOut, Mark
from reader.domain.errors import ImportFailed
from reader.domain.text import clean
from reader.services.importing import candidates
from reader.services.importing.assembling import assemble
from reader.services.importing.blocks import OBJECT, Content, Paragraph
from reader.services.importing.choosing import TRAFILATURA, WHOLE, body_of, with_pictures
from reader.services.importing.declared import declarations
from reader.services.importing.fields import Fields, Place, declared_date, fields_around, flat
from reader.services.importing.formulas import write_out
from reader.services.importing.images import Pictures, set_aside
from reader.services.importing.titles import title_of
from reader.services.importing.trimming import trimmed
from reader.services.importing.verdict import is_article
from reader.services.importing.western import fields_declared

DESCRIPTION = "description"  # the method of a page of which only its own description can be read
DEPTH_LIMIT = 5_000  # levels; the parser's time grows with the square of them
MANY_TAGS = 60_000  # of a page that is taken as it is: telling its parts apart would take longer than anybody waits
TAG_LIMIT = 1_000_000  # of a page that is read at all; reading one takes 15 microseconds and 500 bytes
LONG_TAG, MANY_ATTRIBUTES = 20_000, 1_000  # characters and attributes of an element; parsers take the square of them
SHALLOW = 250  # levels that the parser of the other extractors reads
SIGNS = 300  # characters at the most that are no letters in a line that is the title
LITTLE = 60  # characters of a body that is hardly one
UNSURE = 0.6  # likeness of what different extractors take for the body, below which it may be none of it
LEAST = 10  # characters of one that is better than all of the page
LEFT_OUT_LIMIT = 20_000  # lines that are kept
ELEMENT = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)\s[^<>]{{{LONG_TAG},}}+>")
QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
CLOSES_ITSELF = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "rt", "rp", "thead", "tbody", "tfoot",
])  # fmt: skip
TOO_LONG = "{file} is too long to be read. Split it into articles first."
DEEP = "{file} is nested too deeply to be a page ({depth} levels). Save the page again from the browser."


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page. `title` is also the first paragraph of `text`, if there is one."""

    text: str
    marks: tuple[Mark, ...] = ()
    images: tuple[Image, ...] = ()
    title: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    glosses: tuple[Gloss, ...] = ()  # that the page sets above its characters
    left_out: tuple[LeftOut, ...] = ()  # what is to be seen and is neither title nor body
    warnings: tuple[str, ...] = ()
    method: str = ""  # one of choosing.METHODS, or DESCRIPTION


@dataclass(slots=True)
class _Parts:
    """The parts of a page: numbers of paragraphs, or a description that is not among them."""

    everything: Content
    title: str
    at: int | None  # the title's paragraph
    body: list[int]
    cut: list[int]  # at the ends of the body, none of it
    method: str
    warnings: list[str]
    description: str = ""


def extract(markup: str, name: str, *, method: str = "", beside: Mapping[str, bytes] | None = None) -> Page:
    """Read a page, by one of METHODS or by agreement of all. Raises ImportFailed if it is nested too deeply to be one.

    `beside`: files that were saved with it, by their relative addresses.
    """
    depth, tags = check_depth(markup, name)
    method = method or (WHOLE if tags > MANY_TAGS else "")
    short, addresses = set_aside(markup)
    short = ELEMENT.sub(_bare, short)
    tree = LexborHTMLParser(short)
    root = tree.body or tree.root
    if root is None:
        return Page("")
    write_out(tree)
    metas = declarations(tree, short)
    body = body_of(tree, root, Pictures(beside or {}, addresses), method, alone=depth >= SHALLOW)
    texts = [each.text for each in body.everything.paragraphs]
    title = title_of(tree, metas, texts)
    parts = _Parts(body.everything, title, None, body.numbers, [], body.method, [])
    _take_apart(parts, metas, asked=bool(method))
    around = Place(texts, parts.at, parts.body, parts.cut).around()
    ask = partial(candidates.declared, tree.html or "")
    if not method and body.agreed < UNSURE and "low-confidence" not in parts.warnings:
        parts.warnings.append("low-confidence")
    fields = fields_around(around, metas) if body.chinese else fields_declared(around, metas, ask)
    paragraphs = body.everything.paragraphs
    if not method and not parts.description and not is_article(tree, metas, paragraphs, parts.body):
        parts.warnings[:] = dict.fromkeys(["not-an-article", *parts.warnings])
        fields = fields._replace(published=declared_date(metas))  # one that is shown may be anybody's birthday
    if parts.method not in (WHOLE, DESCRIPTION):
        parts.body = with_pictures(paragraphs, parts.body)
    html = tree.css_first("html")
    return _assembled(parts, fields, (html.attributes.get("lang") or "") if html else "")


def check_depth(markup: str, name: str) -> tuple[int, int]:
    """How many levels and how many tags a page has.

    Raises ImportFailed if it is nested more deeply or has more of them than can be read in time.
    """
    depth = deepest = tags = 0
    for found in TAG.finditer(markup):
        tags += 1
        if found[2].lower() in CLOSES_ITSELF:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > DEPTH_LIMIT:
        raise ImportFailed("deep", DEEP, file=name, depth=deepest)
    if tags > TAG_LIMIT:
        raise ImportFailed("too-long", TOO_LONG, file=name)
    return deepest, tags


def _bare(element: re.Match[str]) -> str:
    """An element without its attributes, if those are too many."""
    attributes = QUOTED.sub(" ", element[0])
    return f"<{element[1]}>" if len(attributes.split()) > MANY_ATTRIBUTES else element[0]


def _at(texts: Sequence[str], title: str, body: Sequence[int]) -> int | None:
    """Where the title stands: the last time before the body, else the first time."""
    plain = flat(title)
    may_be = (
        range(len(plain), len(plain) + SIGNS) if plain else range(0)
    )  # which is asked first, since it costs nothing
    places = [number for number, text in enumerate(texts) if len(text) in may_be and flat(text) == plain]
    first = body[0] if body else len(texts)
    return max((place for place in places if place <= first), default=min(places, default=None))


def _take_apart(parts: _Parts, metas: Mapping[str, str], *, asked: bool) -> None:
    """Trim the body; where hardly anything is left, take the page's own description or all that is to be seen."""
    paragraphs = parts.everything.paragraphs
    if parts.method != WHOLE:
        parts.body, parts.cut = trimmed(paragraphs, parts.body, parts.title, strict=parts.method == TRAFILATURA)
    parts.at = _at([each.text for each in paragraphs], parts.title, parts.body)
    parts.body = [number for number in parts.body if number != parts.at]
    had = sum(len(paragraphs[number].text) - paragraphs[number].linked for number in parts.body)
    if asked or had >= LITTLE:
        return
    parts.warnings.append("low-confidence")
    description = clean(metas.get("og:description") or metas.get("description") or "").strip()
    if len(description) > max(LITTLE, had) and description[:40] != parts.title[:40]:
        parts.description, parts.method, parts.body = description, DESCRIPTION, []
    elif had < LEAST:
        parts.warnings.insert(0, "not-an-article")
        parts.body, parts.method = [number for number in range(len(paragraphs)) if number != parts.at], WHOLE


def _assembled(parts: _Parts, fields: Fields, language: str) -> Page:
    """The canonical text of title and body, and what is left of the page."""
    paragraphs = parts.everything.paragraphs
    body = [paragraphs[number] for number in parts.body]
    if parts.description:
        body = [Paragraph(line) for line in parts.description.split("\n") if line.strip()]
    kept = list(parts.body)
    if parts.title:
        heading = Paragraph(parts.title, whole=[("title", "")])
        if parts.at is not None and paragraphs[parts.at].text == parts.title:
            heading.glosses = paragraphs[parts.at].glosses
        body.insert(0, heading)
        first = parts.body[0] if parts.body else len(paragraphs)
        kept.insert(0, min(first, len(paragraphs) if parts.at is None else parts.at))
    made = assemble(body, parts.everything.images)
    left_out = list(islice(_left_out(parts, kept, [*made.starts, len(made.text)]), LEFT_OUT_LIMIT + 1))
    if len(left_out) > LEFT_OUT_LIMIT:
        parts.warnings.append(MORE_LEFT_OUT)
    return Page(
        made.text,
        tuple(made.marks),
        tuple(made.images),
        parts.title,
        *fields,
        language,
        tuple(made.glosses),
        tuple(left_out[:LEFT_OUT_LIMIT]),
        tuple(parts.warnings),
        parts.method,
    )


def _left_out(parts: _Parts, kept: Sequence[int], starts: Sequence[int]) -> Iterator[LeftOut]:
    """The lines that are neither title nor body, and before which of the paragraphs that are kept each stood."""
    within = {*parts.body, parts.at}
    others = ((number, each) for number, each in enumerate(parts.everything.paragraphs) if number not in within)
    lines = ((number, each.text.replace(OBJECT, "").strip(" \t")) for number, each in others)
    for number, words in filter(itemgetter(1), lines):
        yield LeftOut(words, before=None if parts.description else starts[bisect_left(kept, number)])
