"""From a document to a draft: all of it is the body, but where it is the print of a page.

Readers of the kinds of documents make a `Document` of what they find; here it gets its title and its fields, from what
the kind is sure of, then from what the text says, then from what the file declares, which often is of its template.
"""

from __future__ import annotations

import base64
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape

from selectolax.lexbor import LexborHTMLParser

from reader.domain.article import Draft, Gloss, LeftOut, Mark, Original
from reader.domain.text import clean, one_line, unturned
from reader.services.importing import glosses
from reader.services.importing import lines as roles
from reader.services.importing.assembling import assemble
from reader.services.importing.blocks import Content, Paragraph, content
from reader.services.importing.decode import decode
from reader.services.importing.drafts import check_length, check_words, language_of
from reader.services.importing.fields import NO_FIELDS, Fields, flat
from reader.services.importing.given import Given
from reader.services.importing.html import check_depth
from reader.services.importing.images import IMAGE_LIMIT, IMAGE_TYPES, Pictures
from reader.services.importing.read import is_markup
from reader.services.importing.splitter import Split, split

DOCUMENT, PLAIN = "document", "plain text"  # methods: everything is body; what belongs to a page is left out
HEAD = 8  # lines among which the title is
LONG = 10_000  # characters that hardly a page has
MOST = 0.6  # part of the sentences of a longer one that its article has
SURE = 20  # lines of a document among which a title is that is sure
LEAST = 4  # characters of a title that is recognised by them
# Whom programs name as the author where nobody said who it is.
NOBODY = re.compile(
    r"(?:admin|user|owner|author|unknown|default|guest|root|python-docx|microsoft|windows|lenovo|dell|hp|asus|acer|thinkpad"
    r"|office|openoffice|libreoffice|wps|apple|mac|pc|computer|微软|微軟|用户|使用者|作者|未知|匿名)[\w .\-]*"
    r"|[\W\d_]*|.*(?:用户|使用者)|.*@.*",
    re.IGNORECASE,
)
SOURCE = re.compile(rb"""(\bsrc\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found in a document.

    `title` and `known` are sure; `declared_title` is believed where the text has it, `declared` where it has nothing.
    """

    content: Content
    title: str = ""
    known: Fields = NO_FIELDS
    declared_title: str = ""
    declared: Fields = NO_FIELDS
    attributes: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()  # what is no part of the text, but may be worth a look


@dataclass(slots=True)
class _Picked:
    """Ranges of the text in the order of the article, the title first if there is one."""

    title: tuple[int, int] | None
    body: list[tuple[int, int]]
    left_out: list[tuple[int, int]] = field(default_factory=list)

    @property
    def ranges(self) -> list[tuple[int, int]]:
        return ([self.title] if self.title else []) + self.body


def content_of(markup: str, name: str, beside: Mapping[str, bytes] | None = None) -> Content:
    """All paragraphs of some markup, with the pictures `beside` it by their addresses.

    Raises ImportFailed if it is nested too deeply.
    """
    check_depth(markup, name)
    tree = LexborHTMLParser(markup)
    root = tree.body or tree.root
    return Content() if root is None else content(root, Pictures(beside or {}))


def plain_content(text: str) -> Content:
    """The lines of a text without markup; those with tabs are rows of a table."""
    lines = (line.rstrip() for line in clean(text).split("\n"))
    return Content(
        [Paragraph(line, whole=[("row", "")] if "\t" in line.strip() else []) for line in lines if line.strip()]
    )


def joined(contents: Iterable[Content]) -> Content:
    """Several pieces of a document one below the other."""
    found = Content()
    for each in contents:
        before = len(found.images)
        for paragraph in each.paragraphs:
            paragraph.inline = [
                replace(mark, value=str(before + int(mark.value)))
                if mark.kind == "image" and mark.value[0] != "?"
                else mark
                for mark in paragraph.inline
            ]
        found.paragraphs += each.paragraphs
        found.images += each.images
    return found


def whole(given: Given) -> Draft:
    """A text or a page of which everything is the body. Raises ImportFailed if there is no text."""
    found = decode(given.data, given.encoding or None)
    warnings = [*(["encoding-guessed"] if found.guessed else []), *(["text-incomplete"] if found.lossy else [])]
    text, markup = clean(found.text), is_markup(given.data, found.text)
    document = Document(
        content_of(text, given.name, given.beside) if markup else plain_content(text),
        declared=_declared(text) if markup else NO_FIELDS,
        warnings=tuple(warnings),
    )
    return draft(document, given, "text/html" if markup else "text/plain", found.encoding)


def _declared(markup: str) -> Fields:
    """The fields that the head of a page names, as `headed` writes them."""
    metas = {
        meta.attributes.get("name"): meta.attributes.get("content") for meta in LexborHTMLParser(markup).css("meta")
    }
    return Fields(*(one_line(metas.get(name) or "") for name in Fields._fields))


def headed(markup: str, title: str, fields: Fields) -> bytes:
    """A page of this body that can be read by itself: it names its title and its fields."""
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}">' for name, value in fields._asdict().items() if value
    )
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title>{metas}</head>'
    return f"<!DOCTYPE html><html>{head}<body>{markup}</body></html>".encode()


def inlined(markup: bytes, find: Callable[[str], tuple[str, bytes] | None]) -> bytes:
    """A page with pictures in it, in place of addresses that `find` knows the type and the bytes of."""

    def put(source: re.Match[bytes]) -> bytes:
        picture = find(unescape(source[2].strip(b"\"'").decode("utf-8", "replace")))
        if picture is None or picture[0] not in IMAGE_TYPES or len(picture[1]) > IMAGE_LIMIT:
            return source[0]
        return source[1] + b'"data:%b;base64,%b"' % (picture[0].encode(), base64.b64encode(picture[1]))

    return SOURCE.sub(put, markup)


def person(name: str) -> str:
    """The name of an author that a file declares; empty if it is none of a person."""
    name = one_line(name)
    return "" if NOBODY.fullmatch(name) else name


def draft(document: Document, given: Given, media_type: str, encoding: str = "") -> Draft:
    """The article. Raises ImportFailed if there is no text, or too much of it."""
    _with_title(document)
    made = assemble(document.content.paragraphs, document.content.images)
    text = made.text
    check_length(text, given.name)
    check_words(text, given.name)
    lifted = glosses.lift(text, always=given.lift, above=made.glosses)
    marks = list(lifted.marks(made.marks))
    parts = split(lifted.text)
    is_page = _is_page(parts, lifted.text) if not given.method else given.method == PLAIN
    picked = _picked(document, lifted.text, marks, parts, is_page)
    canonical, moved, glossed = _assembled(picked.ranges, lifted, marks)
    title = "" if picked.title is None else canonical.partition("\n")[0]
    if title:
        within = [mark for mark in moved if mark.start >= len(title) or mark.kind in ("image", "link")]
        moved = sorted([Mark(0, len(title), "title"), *within])
    warnings = [*document.warnings, *(["glosses-lifted"] if lifted.text != text else [])]
    return Draft(
        canonical,
        Original(given.name, given.data, media_type, encoding, PLAIN if is_page else DOCUMENT),
        title=unturned(title),
        language=language_of(canonical),
        marks=tuple(moved),
        glosses=tuple(glossed),
        images=tuple(made.images),
        left_out=(*_left_out(picked, lifted), *map(LeftOut, document.left_out)),
        attributes=document.attributes,
        warnings=tuple(dict.fromkeys(warnings)),
        **_fields(document, parts)._asdict(),
    )


def _with_title(document: Document) -> None:
    """Put a sure title before the text, unless it is one of the first lines."""
    head = [flat(each.text) for each in document.content.paragraphs[:SURE]]
    if document.title and flat(document.title) not in head:
        document.content.paragraphs.insert(0, Paragraph(one_line(document.title)))


def _is_page(parts: Split, text: str) -> bool:
    """Whether a document is the print of a page, and not a long one with some lines that look so."""
    held, rest = (
        sum(end - start for start, end in lines if roles.is_prose(roles.fold(text[start:end])))
        for lines in (parts.body, parts.left_out)
    )
    return parts.is_page and (len(text) < LONG or held > MOST * (held + rest))


def _fields(document: Document, parts: Split) -> Fields:
    found = zip(document.known, parts.fields, document.declared, strict=True)
    return Fields(*(sure or said or declared for sure, said, declared in found))


def _picked(document: Document, text: str, marks: Sequence[Mark], parts: Split, is_page: bool) -> _Picked:
    """What of the text is title and body: in a page by its layout, else every line."""
    lines = _lines(text)
    title = _title(document, text, lines[:SURE], marks)
    if is_page:
        chosen = title if parts.title is None else parts.title
        body = [line for line in parts.body if chosen is None or line[0] != chosen[0]]
        left_out = [line for line in parts.left_out if chosen is None or not line[0] <= chosen[0] < line[1]]
        if body:
            return _Picked(chosen, body, left_out)
    if title is None and parts.title is not None and parts.sure:
        title = parts.title
    return _Picked(title, [line for line in lines if title is None or not line[0] <= title[0] < line[1]])


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _title(
    document: Document, text: str, head: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> tuple[int, int] | None:
    """The line that is surely the title, the one that the file declares, or the first heading of the highest level."""
    for wanted, reach in ((flat(document.title), SURE), (flat(document.declared_title), HEAD)):
        for line in head[:reach]:
            name = flat(text[slice(*line)])
            if wanted and (name == wanted or (len(name) >= LEAST and wanted.startswith(name))):
                return _stripped(text, line)
    headings = {mark.start: mark.value for mark in marks if mark.kind == "heading"}
    leading = [line for line in head[: HEAD // 2] if line[0] in headings]
    return _stripped(text, min(leading, key=lambda line: headings[line[0]])) if leading else None


def _stripped(text: str, line: tuple[int, int]) -> tuple[int, int]:
    words = text[slice(*line)]
    return line[0] + len(words) - len(words.lstrip()), line[0] + len(words.rstrip())


def _assembled(
    ranges: Iterable[tuple[int, int]], lifted: glosses.Lifted, marks: Sequence[Mark]
) -> tuple[str, list[Mark], list[Gloss]]:
    """The canonical text from its ranges, with marks and glosses at their places in it."""
    pieces: list[str] = []
    places: list[tuple[int, int, int]] = []  # start, end, how far it moves
    at = 0
    for start, end in ranges:
        pieces.append(lifted.text[start:end])
        places.append((start, end, at - start))
        at += end - start + 1
    places.sort()
    moved: list[Mark] = []
    glossed: list[Gloss] = []
    left_marks, left_glosses = iter([*marks, None]), iter([*lifted.glosses, None])
    mark, gloss = next(left_marks), next(left_glosses)
    for start, end, by in places:
        while mark is not None and mark.start < end:  # no mark spans two lines
            if mark.end > start:
                first, last = max(mark.start, start), min(mark.end, end)
                moved.append(replace(mark, start=first + by, end=last + by))
            mark = next(left_marks)
        while gloss is not None and gloss.position <= end:
            if gloss.position > start:
                glossed.append(Gloss(gloss.position + by, gloss.text))
            gloss = next(left_glosses)
    return "\n".join(pieces), sorted(moved), sorted(glossed)


def _left_out(picked: _Picked, lifted: glosses.Lifted) -> list[LeftOut]:
    """The lines that are not in the article, each with the place it had there."""
    ends: dict[int, int] = {}  # the code point of the article at which each line begins
    at = 0
    for start, end in picked.ranges:
        ends[start] = at
        at += end - start + 1
    starts = sorted(ends)
    found = []
    for start, end in picked.left_out:
        next_one = bisect_left(starts, end)
        following = ends[starts[next_one]] if next_one < len(starts) else max(0, at - 1)
        within = tuple(Gloss(g.position - start, g.text) for g in lifted.glosses if start < g.position <= end)
        found.append(LeftOut(lifted.text[start:end], within, following))
    return found
