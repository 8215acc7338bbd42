"""Books (.epub): each chapter of the table of contents becomes an article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.domain.article import is_time
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services.importing import gate
from reader.services.importing.blocks import Content
from reader.services.importing.decode import decode
from reader.services.importing.documents import DOCUMENT, Document, content_of, draft, headed, inlined
from reader.services.importing.drafts import BLANK
from reader.services.importing.fields import Fields, flat
from reader.services.importing.given import Given, Part

if TYPE_CHECKING:
    from lxml import etree

CONTAINER = "META-INF/container.xml"
XHTML = "application/xhtml+xml"
PAGES = (XHTML, "text/html")
LEAST = 20  # characters of a part, beside its heading, that is more than a title page
# Parts that are none of the text, by what the book calls them.
FRONT = re.compile(
    r"封面|封底|扉页|扉頁|书名页|書名頁|版权.{0,4}|版權.{0,4}|目录|目錄|目次"
    r"|(?:front |back )?cover|(?:half |full )?title ?page|half ?title|copyright(?: page)?"
    r"|(?:table of )?contents|toc|colophon",
    re.IGNORECASE,
)
BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body\s*>|\Z)", re.IGNORECASE | re.DOTALL)
# Elements that XML may close at once; to a parser of pages they would stay open.
CLOSED = re.compile(
    r"<(a|b|i|p|em|td|th|li|div|span|strong|script|style|title|iframe|section|h[1-6])\b([^<>]*)/>", re.I
)
TAG = re.compile(r"<[a-zA-Z][^<>]*?\bid\s*=\s*[\"']([^\"']+)[\"'][^<>]*>")


@dataclass(slots=True)
class _Chapter:
    """A piece of the book: what the table of contents calls it, and its markup."""

    label: str
    pieces: list[str] = field(default_factory=list)
    problem: ImportFailed | None = None


def chapters(given: Given) -> Iterator[Part]:
    """The chapters of a book. Raises ImportFailed: damaged, protected, too large, or without text."""
    with gate.opened(given) as archive:
        book = _Book(archive, given.name)
        parts = filter(None, (book.part(chapter, given) for chapter in book.chapters()))
        first = next(parts, None)
        if first is None:
            raise ImportFailed("blank-file", BLANK, file=given.name)
        yield first
        yield from parts


class _Book:
    """A book and what its package says of it."""

    def __init__(self, archive: gate.Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        container = archive.xml(CONTAINER)
        root = next((each.get("full-path", "") for each in _all(container, "rootfile")), "")
        package = archive.xml(root)
        if package is None:
            raise ImportFailed("damaged", gate.DAMAGED, file=name)
        self._folder = posixpath.dirname(root)
        self._items = {each.get("id", ""): each for each in _all(package, "item")}
        self._order = [each for each in _all(package, "itemref") if each.get("linear") != "no"]
        self._package = package
        self._types = {self._path(item): item.get("media-type", "") for item in self._items.values()}
        encrypted = _all(archive.xml("META-INF/encryption.xml"), "CipherReference")
        if any(self._types.get(unquote(each.get("URI", ""))) in PAGES for each in encrypted):
            raise ImportFailed("encrypted", gate.ENCRYPTED, file=name)

    def chapters(self) -> Iterator[_Chapter]:
        """The pieces that the table of contents names, in the order of reading."""
        contents = self._contents()
        chapter = _Chapter("")
        for reference in self._order:
            item = self._items.get(reference.get("idref", ""))
            if item is None or item.get("media-type") not in PAGES or "nav" in item.get("properties", "").split():
                continue
            path = self._path(item)
            data = self._archive.get(path) or b""
            places = contents.get(path, {})
            if (places or not contents) and chapter.pieces:  # a file that no entry names goes on with the one before
                yield chapter
                chapter = _Chapter("")
            try:
                gate.refuse_entities(data, self._name)
            except ImportFailed as error:
                yield _Chapter(places.get("", path), problem=error)
                continue
            for label, piece in _cut(data, places):
                if label is not None:
                    if chapter.pieces:
                        yield chapter
                    chapter = _Chapter(label)
                chapter.pieces.append(self._with_pictures(piece, path))
        yield chapter

    def part(self, chapter: _Chapter, given: Given) -> Part | None:
        """The article of a chapter; None if it is a title page or the like."""
        label = one_line(chapter.label)
        if chapter.problem is not None:
            return Part(chapter.problem, label)
        markup = "".join(chapter.pieces)
        content = content_of(f"<body>{markup}</body>", self._name)
        if FRONT.fullmatch(label) or not _is_text(content):
            return None
        title = _title(label, content)
        creators = filter(None, map(one_line, self._said("creator")))
        known = Fields(self._first("title"), ", ".join(creators), "", self._published(), "")
        book = (("Publisher", self._first("publisher")), ("ISBN", self._isbn()))
        document = Document(content, title=title, known=known, attributes=tuple(pair for pair in book if pair[1]))
        data = headed(markup, title, known)
        try:
            made = draft(document, Given(self._name, data, method=DOCUMENT, lift=given.lift), "text/html", "utf-8")
        except ImportFailed as error:
            return Part(error, title)
        return Part(made, title)

    def _contents(self) -> dict[str, dict[str, str]]:
        """The entries of the table of contents: for each file the names of its places, by id; "" is its start.

        Of those in one file the highest only: the others are sections of a chapter.
        """
        found: dict[str, dict[str, tuple[int, str]]] = {}
        for path, depth, label, target in (*self._nav(), *self._ncx()):
            file, _, place = target.partition("#")
            file = _joined(posixpath.dirname(path), file)
            if one_line(label):
                found.setdefault(file, {}).setdefault(place, (depth, one_line(label)))
        highest = {file: min(depth for depth, _ in places.values()) for file, places in found.items()}
        return {
            file: {place: label for place, (depth, label) in places.items() if depth == highest[file]}
            for file, places in found.items()
        }

    def _nav(self) -> Iterator[tuple[str, int, str, str]]:
        for item in self._items.values():
            if "nav" not in item.get("properties", "").split():
                continue
            path = self._path(item)
            for nav in _all(self._archive.xml(path), "nav"):
                kinds = [value for name, value in nav.items() if name.endswith("type")]
                if not kinds or "toc" in kinds:
                    for link in _all(nav, "a"):
                        depth = sum(_name(each) == "ol" for each in link.iterancestors())
                        yield path, depth, "".join(link.itertext()), link.get("href", "")

    def _ncx(self) -> Iterator[tuple[str, int, str, str]]:
        if any("nav" in item.get("properties", "").split() for item in self._items.values()):
            return
        for item in self._items.values():
            if item.get("media-type") != "application/x-dtbncx+xml":
                continue
            path = self._path(item)
            for point in _all(self._archive.xml(path), "navPoint"):
                label = next(("".join(each.itertext()) for each in point if _name(each) == "navLabel"), "")
                target = next((each.get("src", "") for each in point if _name(each) == "content"), "")
                yield path, sum(_name(each) == "navPoint" for each in point.iterancestors()), label, target

    def _path(self, item: etree._Element) -> str:
        return _joined(self._folder, item.get("href", ""))

    def _with_pictures(self, markup: str, path: str) -> str:
        def find(source: str) -> tuple[str, bytes] | None:
            name = _joined(posixpath.dirname(path), source)
            data = self._archive.get(name) if self._types.get(name, "").startswith("image/") else None
            return None if data is None else (self._types[name], data)

        return inlined(markup.encode(), find).decode()

    def _said(self, name: str) -> list[str]:
        found = (each for each in _all(self._package, name) if str(each.tag).startswith("{http://purl.org/dc/"))
        return [one_line(each.text or "") for each in found]

    def _first(self, name: str) -> str:
        return next(filter(None, self._said(name)), "")

    def _published(self) -> str:
        date = self._first("date")[:10]
        return date if is_time(date) else ""

    def _isbn(self) -> str:
        return next((each for each in self._said("identifier") if re.search(r"(?:97[89])?\d{9}[\dxX]\Z", each)), "")


def _cut(data: bytes, places: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    """A file in pieces, each with what the table of contents calls it; None if it belongs to what was before it."""
    text = clean(decode(data).text)
    body = BODY.search(text)
    text = CLOSED.sub(r"<\1\2></\1>", body[1] if body else text)
    starts = {0: places.get("")}
    for tag in TAG.finditer(text) if len(places) > ("" in places) else ():
        if tag[1] in places:
            at_start = len(starts) == 1 and places.get("") is None and not _words(text[: tag.start()])
            starts[0 if at_start else tag.start()] = places[tag[1]]
    cuts = [*sorted(starts), len(text)]
    for start, end in pairwise(cuts):
        yield starts[start], text[start:end]


def _words(markup: str) -> str:
    return re.sub(r"<[^<>]*>|\s", "", markup)


def _is_text(content: Content) -> bool:
    texts = [each.text for each in content.paragraphs if not any(kind == "heading" for kind, _ in each.whole)]
    return sum(len(text.strip()) for text in texts) >= LEAST


def _title(label: str, content: Content) -> str:
    """What the book calls a chapter: its heading, if that says what the table of contents says, and maybe more."""
    for each in content.paragraphs[:3]:
        if any(kind == "heading" for kind, _ in each.whole) and (not label or flat(label) in flat(each.text)):
            return one_line(each.text)
    return label


def _all(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The elements of this name, whatever their namespace: books are careless about it."""
    return iter(()) if root is None else (each for each in root.iter() if _name(each) == name)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _joined(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0]))) if address else ""
