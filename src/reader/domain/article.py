"""An article: its canonical text, what is known of it, and what was read from a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

MarkKind = Literal["title", "heading", "bold", "italic", "link", "item", "quote", "image", "row"]
MORE_LEFT_OUT = "more-left-out"  # lines of a page than are kept
# What may be doubtful about an article that was read: stable words for scripts, and words for people, if there are any.
WARNINGS = {
    "not-an-article": "looks like no article",
    "low-confidence": "parts may be wrong",
    "text-incomplete": "text incomplete",
    "encoding-guessed": "encoding guessed",
    "glosses-lifted": "",
    MORE_LEFT_OUT: "",
}
TIME = re.compile(r"\d{4}(-\d\d(-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?)?)?", re.ASCII)
FIELDS = ("title", "source", "author", "editor", "published", "url", "language")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Structure over a span of the canonical text, in code points, half open.

    `value` is the level of a heading ("1" to "6") or of a list item's nesting ("1" up;
    "1." for a numbered one), the address of a link, the number of an image in
    `Draft.images`; else empty. An image stands on a U+FFFC, a table row has TAB-separated cells.
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


def end_of_title(marks: Iterable[Mark]) -> int:
    """The code point where the title of a text with these marks ends; 0 if it has none."""
    return next((mark.end for mark in marks if mark.kind == "title"), 0)


@dataclass(frozen=True, slots=True, order=True)
class Gloss:
    """A reading lifted out of the text: `text`, brackets included, stood before `position`.

    So the printed text is rebuilt by putting each back at its offset (code points).
    """

    position: int
    text: str


# What the values of these kinds of marks may be; others may be anything.
VALUES = {
    "heading": re.compile("[1-6]"),
    "item": re.compile(r"\d{1,4}\.?"),
    "image": re.compile(r"\d{1,9}|\?.*", re.DOTALL),
}


def is_sound(part: Mark | Gloss, length: int) -> bool:
    """Whether a mark or a gloss, read from a file, is what it should be and lies within so many characters."""
    if isinstance(part, Gloss):
        return isinstance(part.text, str) and isinstance(part.position, int) and 0 <= part.position <= length
    if not (isinstance(part.start, int) and isinstance(part.end, int) and isinstance(part.value, str)):
        return False
    values = VALUES.get(part.kind)
    meant = part.kind in get_args(MarkKind) and (values is None or values.fullmatch(part.value) is not None)
    return meant and 0 <= part.start <= part.end <= length


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that came inside the file, or beside it: then `address` is what the file calls it."""

    media_type: str
    data: bytes
    alt: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the page that belongs neither to the title nor to the body, with its glosses (offsets in it).

    `before` is where it was: the code point of the canonical text at which the paragraph behind it begins; the
    length of the text if none came, None if nobody knows.
    """

    text: str
    glosses: tuple[Gloss, ...] = ()
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes an article came from, and how they were read."""

    name: str
    data: bytes
    media_type: str
    encoding: str
    method: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of the file an article came from, without its bytes. `warnings` are those of its import."""

    name: str
    media_type: str
    encoding: str
    method: str
    size: int  # bytes
    sha256: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read from a file, before it is in a library.

    `text` is canonical (`domain.text.clean`); its first paragraph is the title, marked
    `title`, where there is one. `published` is ISO 8601 as precise as the page says it:
    "2020-03-04", "2020-03-04T17:24" or "2020-03-04T17:24:00". `attributes` are named fields of its own, such as the
    columns of a table, in order. `keys` are numbers that articles alike have in common (`importing.likeness`).
    """

    text: str
    original: Original
    title: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    images: tuple[Image, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article."""

    id: int
    title: str
    source: str
    published: str
    highlights: int
    read: bool
    starred: bool
    trashed: bool
    tags: tuple[int, ...] = ()
    reported: bool = False  # an error
    done: bool = False  # reading it


@dataclass(frozen=True, slots=True)
class Article:
    """One stored article with its text."""

    id: int
    uid: str
    title: str
    source: str
    author: str
    editor: str
    published: str
    url: str
    language: str
    imported: str
    read: bool
    starred: bool
    trashed: bool
    text: str
    marks: tuple[Mark, ...] = field(default=())
    glosses: tuple[Gloss, ...] = field(default=())
    reported: str | None = None  # a note of the error that was reported; None if none was

    @property
    def body_start(self) -> int:
        """The code point where the body begins: behind the title's paragraph, if it has one."""
        title = next((mark for mark in self.marks if mark.kind == "title"), None)
        return 0 if title is None else min(title.end + 1, len(self.text))

    @property
    def body(self) -> str:
        """The text without the title paragraph."""
        return self.text[self.body_start :]


def printed(text: str, glosses: Iterable[Gloss]) -> str:
    """The text with every lifted gloss put back where it stood."""
    parts, copied = [], 0
    for gloss in sorted(glosses):
        parts += [text[copied : gloss.position], gloss.text]
        copied = gloss.position
    return "".join([*parts, text[copied:]])


def doubts(warnings: Iterable[str]) -> list[str]:
    """What people are told of warnings, in English."""
    return [words for warning in warnings if (words := WARNINGS.get(warning, ""))]


def is_time(words: str) -> bool:
    """Whether this is a time of ISO 8601, as precise as known, such as 2020-03 or 2020-03-04T17:24."""
    if not TIME.fullmatch(words):
        return False
    try:
        date.fromisoformat(words[:10] if len(words) >= 10 else f"{words}-01-01"[:10])
    except ValueError:  # the 31st of February
        return False
    return True
