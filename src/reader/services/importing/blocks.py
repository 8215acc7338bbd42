"""From a piece of a parsed page to paragraphs of text with marks.

Only text and structure come out; styles, scripts and addresses of pictures stay behind. Nothing is fetched.
"""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from selectolax.lexbor import LexborNode

from reader.domain.article import Image, Mark, MarkKind
from reader.domain.text import clean, one_line

OBJECT = "\ufffc"
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "input",
        "button",
        "select",
        "textarea",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "nav",
        "head",
        "title",
        "meta",
        "link",
        "map",
        "dialog",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
INLINE: dict[str, MarkKind] = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
IMAGE_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp")
IMAGE_LIMIT = 20_000_000  # bytes of one picture
SPACE = re.compile("[ \t\n\r\f]+")
LINK_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text, the marks inside it (offsets from its start), and the marks of its whole."""

    text: str = ""
    inline: list[Mark] = field(default_factory=list)
    whole: list[tuple[MarkKind, str]] = field(default_factory=list)
    linked: int = 0  # characters within links


@dataclass(slots=True)
class Content:
    """Paragraphs in order, and the pictures that came inside the file."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    def text_and_marks(self) -> tuple[str, list[Mark]]:
        """The canonical text and its marks, sorted."""
        marks: list[Mark] = []
        start = 0
        for paragraph in self.paragraphs:
            end = start + len(paragraph.text)
            text = paragraph.text
            shown = [mark for mark in paragraph.inline if text[mark.start : mark.end].strip()]  # not bold white space
            marks += [Mark(start + mark.start, start + mark.end, mark.kind, mark.value) for mark in shown]
            marks += [Mark(start, end, kind, value) for kind, value in paragraph.whole if end > start]
            start = end + 1
        return "\n".join(paragraph.text for paragraph in self.paragraphs), sorted(marks)


def is_hidden(node: LexborNode) -> bool:
    """Whether a page says that this element is not to be seen."""
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(HIDDEN.search(attributes.get("style") or ""))
    )


def events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each element and text of a subtree as it opens (True) and closes (False), without recursion."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opens = stack.pop()
        yield node, opens
        if not opens or node.tag == "-text":
            continue
        stack.append((node, False))
        if node.tag in SKIPPED or node.tag == "-comment" or is_hidden(node):
            continue
        children = list(node.iter(include_text=True))
        stack.extend((child, True) for child in reversed(children))


def content(root: LexborNode) -> Content:
    """The paragraphs of a subtree."""
    builder = _Builder()
    for node, opens in events(root):
        if opens:
            builder.open(node)
        else:
            builder.close(node)
    builder.flush()
    return builder.content


@dataclass(slots=True)
class _Inline:
    """What is bold, italic or a link where it is written; of elements nested in one another only the outermost."""

    start: int
    value: str
    depth: int = 1


class _Builder:
    def __init__(self) -> None:
        self.content = Content()
        self._parts: list[str] = []  # of the paragraph that is being written
        self._length = 0
        self._inline: list[Mark] = []
        self._open: dict[MarkKind, _Inline] = {}
        self._links = 0
        self._linked = 0
        self._lists: list[str] = []
        self._item: str | None = None
        self._heading = ""
        self._quotes = 0
        self._cells: list[Paragraph] | None = None
        self._pre = 0

    def open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
        elif tag == "br":
            self.flush()
        elif tag == "img":
            self._image(node)
        elif tag in INLINE:
            self._open_inline(INLINE[tag], "")
        elif tag == "a":
            self._links += 1
            if address := _address(node):
                self._open_inline("link", address)
        elif tag in BLOCKS:
            self.flush()
            self._open_block(tag)

    def _open_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag == "li":
            self._item = f"{max(1, len(self._lists))}{'.' if self._lists[-1:] == ['ol'] else ''}"
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "tr" and self._cells is None:
            self._cells = []
        elif tag == "pre":
            self._pre += 1
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._heading = tag[1:]

    def _open_inline(self, kind: MarkKind, value: str) -> None:
        if kind in self._open:
            self._open[kind].depth += 1
        else:
            self._open[kind] = _Inline(self._length, value)

    def close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in INLINE:
            self._close_inline(INLINE[tag])
        elif tag == "a":
            self._links -= 1
            if _address(node):
                self._close_inline("link")
        elif tag in BLOCKS:
            self.flush()
            self._close_block(tag)

    def _close_inline(self, kind: MarkKind) -> None:
        self._open[kind].depth -= 1
        if not self._open[kind].depth:
            self._mark(kind, self._open.pop(kind))

    def _mark(self, kind: MarkKind, inline: _Inline) -> None:
        if inline.start < self._length:
            self._inline.append(Mark(inline.start, self._length, kind, inline.value))

    def _close_block(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._heading = ""

    def _add(self, raw: str) -> None:
        text = clean(raw)
        if not self._pre:
            text = SPACE.sub(" ", text)
            if not self._parts or self._parts[-1][-1] in " \n":
                text = text.lstrip(" ")
        self._write(text)
        if self._links:
            self._linked += len(text)

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _image(self, node: LexborNode) -> None:
        attributes = node.attributes
        alt = one_line(attributes.get("alt") or "")
        source = (attributes.get("src") or "").strip()
        picture = _inside(source, alt)
        if picture is None and not alt:
            return
        self._inline.append(
            Mark(self._length, self._length + 1, "image", str(len(self.content.images)) if picture else f"?{alt}")
        )
        self._write(OBJECT)
        if picture:
            self.content.images.append(picture)

    def flush(self) -> None:
        """End the paragraph that is being written; line breaks inside it part it."""
        for kind, goes_on in self._open.items():
            self._mark(kind, goes_on)
            goes_on.start = 0
        text, inline, linked = "".join(self._parts), self._inline, self._linked
        self._parts, self._length, self._inline, self._linked = [], 0, [], 0
        if not text.strip(" \n\t"):
            return
        ranges = list(_lines(text, keep_indents=self._pre > 0))
        ends = [last for _, last, _ in ranges]
        marks: list[list[Mark]] = [[] for _ in ranges]
        for m in inline:
            for index in range(bisect_right(ends, m.start), len(ranges)):
                first, last, _ = ranges[index]
                if first >= m.end:
                    break
                marks[index].append(Mark(max(m.start, first) - first, min(m.end, last) - first, m.kind, m.value))
        for (first, last, length), its in zip(ranges, marks, strict=True):
            self._put(Paragraph(text[first:last], its, self._whole(), linked * length // len(text)))

    def _whole(self) -> list[tuple[MarkKind, str]]:
        found: list[tuple[MarkKind, str]] = []
        if self._heading:
            found.append(("heading", self._heading))
        elif self._item:
            found.append(("item", self._item))
        if self._quotes:
            found.append(("quote", ""))
        return found

    def _put(self, paragraph: Paragraph) -> None:
        if self._cells is not None:
            self._cells.append(paragraph)
        else:
            self.content.paragraphs.append(paragraph)

    def _end_row(self) -> None:
        """A row of a table becomes one paragraph, its cells parted by tabs; a lone cell is a paragraph itself."""
        cells, self._cells = self._cells or [], None
        if len(cells) == 1 or any(len(cell.text) > 200 for cell in cells):
            self.content.paragraphs += cells  # a table made for layout
            return
        row = Paragraph("\t".join(cell.text for cell in cells), whole=[("row", "")])
        at = 0
        for cell in cells:
            row.inline += [Mark(at + m.start, at + m.end, m.kind, m.value) for m in cell.inline]
            row.linked += cell.linked
            at += len(cell.text) + 1
        if row.text:
            self.content.paragraphs.append(row)


def _lines(text: str, *, keep_indents: bool) -> Iterator[tuple[int, int, int]]:
    """Start and end of the words of each line that has some, and its length with the white space around them."""
    start = 0
    for line in text.split("\n"):
        kept = line.rstrip(" \t")
        if kept.strip():
            low = 0 if keep_indents else len(kept) - len(kept.lstrip(" \t"))
            yield start + low, start + len(kept), len(line)
        start += len(line) + 1


def _address(node: LexborNode) -> str:
    """Where a link leads, if that can be a page or a letter."""
    address = one_line(node.attributes.get("href") or "")
    return address if address.lower().startswith(LINK_SCHEMES) else ""


def _inside(source: str, alt: str) -> Image | None:
    """The picture of a data: address, if it is of a kind that is shown; every other address is left alone."""
    if not source.lower().startswith("data:") or "," not in source:
        return None
    head, body = source[5:].split(",", 1)
    media_type = head.split(";")[0].strip().lower()
    if media_type not in IMAGE_TYPES or len(body) > IMAGE_LIMIT * 4 // 3:
        return None
    try:
        data = base64.b64decode(unquote_to_bytes(body)) if ";base64" in head.lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    return Image(media_type, data, alt) if data else None
