"""From a piece of a parsed page to paragraphs of text with marks.

Only text and structure come out; styles, scripts and addresses of pictures stay behind. Nothing is fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from selectolax.lexbor import LexborNode

from reader.domain.article import Gloss, Image, Mark, MarkKind
from reader.domain.text import clean, one_line
from reader.services.importing.dates import date_in
from reader.services.importing.images import Pictures

OBJECT = "\ufffc"
SKIPPED = frozenset([
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "input", "button", "select",
    "textarea", "rp", "svg", "math", "canvas", "audio", "video", "head", "title", "meta", "link", "map", "dialog",
])  # fmt: skip
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
])  # fmt: skip
INLINE: dict[str, MarkKind] = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile("[ \t\n\r\f]+")
ROW = 120  # characters of a row of fields
GAP = "  "  # between fields that only the layout keeps apart
FEW = 4  # characters of a sign that stands for itself
SOFT_HYPHEN = "\xad"  # where a browser may part a word; a search for the word would miss it
LINK_SCHEMES = ("http://", "https://", "mailto:")
SCHEME = max(map(len, LINK_SCHEMES))


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text, the marks and readings inside it (offsets from its start), the marks of its whole."""

    text: str = ""
    inline: list[Mark] = field(default_factory=list)
    whole: list[tuple[MarkKind, str]] = field(default_factory=list)
    linked: int = 0  # characters within links
    glosses: list[Gloss] = field(default_factory=list)
    within: bool = False  # the element that was asked about

    @property
    def is_picture(self) -> bool:
        """Whether it has no words, only pictures."""
        return not self.text.strip(f"{OBJECT} \t\xa0")


@dataclass(slots=True)
class Content:
    """Paragraphs in order, and the pictures whose numbers their marks tell."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


def is_hidden(node: LexborNode) -> bool:
    """Whether a page says that this element is not to be seen."""
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(HIDDEN.search(attributes.get("style") or ""))
    )


def events(root: LexborNode, *, unseen: bool = False) -> Iterator[tuple[LexborNode, bool]]:
    """Each element and text of a subtree as it opens (True) and closes (False), without recursion.

    `unseen`: also within elements that a script would show, or that are for browsers without scripts.
    """
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opens = stack.pop()
        yield node, opens
        tag = node.tag
        if not opens or tag == "-text":
            continue
        stack.append((node, False))
        if tag == "-comment" or (tag in SKIPPED and not (unseen and tag == "noscript")):
            continue
        if not unseen and is_hidden(node):
            continue
        children = list(node.iter(include_text=True))
        stack.extend((child, True) for child in reversed(children))


def content(
    root: LexborNode, pictures: Pictures | None = None, *, within: LexborNode | None = None, unseen: bool = False
) -> Content:
    """The paragraphs of a subtree; those in the element `within` say so."""
    builder = _Builder(pictures or Pictures())
    asked = within.mem_id if within is not None else None
    for node, opens in events(root, unseen=unseen):
        edge = asked is not None and node.mem_id == asked
        if edge:
            builder.flush()
        if opens:
            builder.open(node)
        else:
            builder.close(node)
        if edge:
            builder.flush()
            builder.within = opens
    builder.flush()
    return builder.content


@dataclass(slots=True)
class _Inline:
    """What is bold, italic or a link where it is written; of elements nested in one another only the outermost."""

    start: int
    value: str
    depth: int = 1


class _Builder:
    def __init__(self, pictures: Pictures) -> None:
        self.content = Content()
        self.within = False
        self._pictures = pictures
        self._parts: list[str] = []  # of the paragraph that is being written
        self._length = 0
        self._inline: list[Mark] = []
        self._glosses: list[Gloss] = []
        self._reading: list[str] | None = None  # the parts of an rt element that is open
        self._bases: list[int] = []  # where the rb elements end that have no reading yet
        self._open: dict[MarkKind, _Inline] = {}
        self._links: list[str] = []  # the addresses of those that are open
        self._linked = 0
        self._lists: list[str] = []
        self._item: str | None = None
        self._heading = ""
        self._quotes = 0
        self._cells: list[Paragraph] | None = None
        self._pre = 0
        self._ended = -1  # where an element within the line ended last
        self._joints: list[int] = []  # where another one began right there

    def open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
        elif tag == "br":
            self.flush()
        elif tag in ("img", "amp-img"):
            self._image(node)
        elif tag == "rt":
            self._reading = []
        elif tag in INLINE:
            self._open_inline(INLINE[tag], "")
        elif tag == "a":
            self._links.append(_address(node))
            if self._links[-1]:
                self._open_inline("link", self._links[-1])
        elif tag in BLOCKS:
            self.flush()
            self._open_block(tag)
        if tag[:1] != "-" and 0 < self._length == self._ended:
            self._joints.append(self._length)

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
            if self._links.pop():
                self._close_inline("link")
        elif tag == "rt":
            self._end_reading()
        elif tag == "rb":
            self._bases.append(self._length)
        elif tag == "ruby":
            self._bases = []
        elif tag in BLOCKS:
            self.flush()
            self._close_block(tag)
        if tag[:1] != "-":
            self._ended = self._length

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
        text = clean(raw).replace(SOFT_HYPHEN, "")
        if self._reading is not None:
            self._reading.append(text)
            return
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

    def _end_reading(self) -> None:
        """What stands above characters is a reading of them, and none of the text."""
        words = " ".join("".join(self._reading or ()).split())
        self._reading = None
        at = self._bases.pop(0) if self._bases else self._length
        if words and 0 < at <= self._length:
            self._glosses.append(Gloss(at, f"({words})"))

    def _image(self, node: LexborNode) -> None:
        shown = self._pictures.shown(node)
        if shown is None:
            return
        if shown.image is None and 0 < len(shown.caption) <= FEW and not any(map(str.isalnum, shown.caption)):
            self._write(shown.caption)  # a picture of an emoji or a sign
            return
        value = f"?{shown.caption}" if shown.image is None else str(len(self.content.images))
        self._inline.append(Mark(self._length, self._length + 1, "image", value))
        self._write(OBJECT)
        if shown.image is not None:
            self.content.images.append(shown.image)

    def flush(self) -> None:
        """End the paragraph that is being written; line breaks inside it part it."""
        if not self._parts:
            self._bases, self._joints, self._ended = [], [], -1
            return
        for kind, goes_on in self._open.items():
            self._mark(kind, goes_on)
            goes_on.start = 0
        text, linked = "".join(self._parts), self._linked
        inline, glosses = self._inline, self._glosses
        if (joints := self._joints) and _is_row(text, joints):
            text, inline, glosses = _parted(text, joints, inline, glosses)
        self._parts, self._length, self._linked = [], 0, 0
        self._inline, self._glosses, self._bases, self._joints, self._ended = [], [], [], [], -1
        if not text.strip(" \n\t"):
            return
        made, ends = [], []
        for first, last, length in _lines(text, keep_indents=self._pre > 0):
            line = Paragraph(text[first:last], whole=self._whole(), within=self.within)
            line.linked = linked * length // len(text)
            made.append((first, last, line))
            ends.append(last)
        for m in inline:
            for first, last, line in islice(made, bisect_right(ends, m.start), None):
                if first >= m.end:
                    break
                line.inline.append(Mark(max(m.start, first) - first, min(m.end, last) - first, m.kind, m.value))
        for gloss in glosses:
            for first, last, line in islice(made, bisect_left(ends, gloss.position), None):
                if first < gloss.position <= last:
                    line.glosses.append(Gloss(gloss.position - first, gloss.text))
                break
        for _, _, line in made:
            self._put(line)

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
        row.within = any(cell.within for cell in cells)
        at = 0
        for cell in cells:
            row.inline += [Mark(at + m.start, at + m.end, m.kind, m.value) for m in cell.inline]
            row.glosses += [Gloss(at + gloss.position, gloss.text) for gloss in cell.glosses]
            row.linked += cell.linked
            at += len(cell.text) + 1
        if row.text:
            self.content.paragraphs.append(row)


def _is_row(text: str, joints: Sequence[int]) -> bool:
    """Whether these are fields side by side: one of the elements in the line holds a date and nothing else."""
    if len(text) > ROW or "\n" in text:
        return False
    parts = (text[start:end].strip() for start, end in pairwise([0, *joints, len(text)]))
    return any((dated := date_in(part)) is not None and dated[1:] == (0, len(part)) for part in parts)


def _parted(
    text: str, joints: Sequence[int], inline: Sequence[Mark], glosses: Sequence[Gloss]
) -> tuple[str, list[Mark], list[Gloss]]:
    """A row of fields with gaps between them."""
    places = sorted(set(joints))
    moved = [
        replace(
            mark,
            start=mark.start + len(GAP) * bisect_right(places, mark.start),
            end=mark.end + len(GAP) * bisect_left(places, mark.end),
        )
        for mark in inline
    ]
    lifted = [Gloss(each.position + len(GAP) * bisect_left(places, each.position), each.text) for each in glosses]
    return GAP.join(text[start:end] for start, end in pairwise([0, *places, len(text)])), moved, lifted


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
    address = node.attributes.get("href") or ""
    return one_line(address) if address.lstrip()[:SCHEME].lower().startswith(LINK_SCHEMES) else ""
