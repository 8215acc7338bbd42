"""PDF documents: the characters of each page, in lines, with what is known of their places and sizes."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reader import resources
from reader.domain import characters
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services.importing.documents import Document, draft, person
from reader.services.importing.drafts import language_of
from reader.services.importing.fields import NO_FIELDS
from reader.services.importing.gate import DAMAGED, ENCRYPTED
from reader.services.importing.given import Given, Part
from reader.services.importing.sheets import Cell, Line, Sheets

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PAGES = 5_000
PASSWORD = 4  # the library's code for a file that needs one
WIDE = 1.5  # em between words of which each may be in a column of its own
RIGHT_ANGLE = math.pi / 2
LEVEL = 0.1  # radians that a line may rise or fall; others are stamped across a page
SCATTERED = 0.3  # part of the characters of a line behind which there is a gap: it is spaced out to its full width
UNKNOWN = 0.05  # part of a text that stands for nothing, with which it is none
NOTHING = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PRIVATE = re.compile("[\x80-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
BETWEEN = re.compile(f"(?<=[{CJK}]) (?=[{CJK}])")
BREAKS = (10, 13, 2, 0xFFFE)
HYPHENS = str.maketrans({"\x02": "\xad", "\ufffe": "\xad"})  # what the library makes of one at the end of a line
TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")

SCANNED = "{file} holds pictures of pages and no text. Run text recognition (OCR) on it and import what that makes."
TOO_MANY_PAGES = "{file} has more than {limit} pages. Split it and import the parts."


def document(given: Given) -> Iterator[Part]:
    """The document. Raises ImportFailed: damaged, protected, or without text."""
    import pypdfium2  # takes 60 ms, and needs its library of 6 MB

    try:
        opened = pypdfium2.PdfDocument(given.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == PASSWORD:
            raise ImportFailed("encrypted", ENCRYPTED, file=given.name) from error
        raise ImportFailed("damaged", DAMAGED, file=given.name) from error
    try:
        if len(opened) > PAGES:
            raise ImportFailed("too-many", TOO_MANY_PAGES, file=given.name, limit=f"{PAGES:,}")
        sheets = _sheets(opened)
        said = {name: one_line(clean(value)) for name, value in opened.get_metadata_dict().items()}
    finally:
        opened.close()
    _fold(sheets.lines)
    if not sheets.lines:
        kind, sentence = ("scanned", SCANNED) if sheets.incomplete else ("damaged", DAMAGED)
        raise ImportFailed(kind, sentence, file=given.name)
    read = sheets.read()
    times = ((name, _time(said.get(key, ""))) for name, key in (("Created", "CreationDate"), ("Modified", "ModDate")))
    named = [*((name, said.get(name, "")) for name in ("Subject", "Keywords")), *times]
    made = Document(
        read.content,
        title=read.title,
        known=NO_FIELDS._replace(url=read.address),
        declared_title=said.get("Title", ""),
        declared=NO_FIELDS._replace(author=person(said.get("Author", ""))),
        attributes=tuple(pair for pair in named if pair[1]),
        warnings=("text-incomplete",) if sheets.incomplete or _is_garbled(sheets.lines) else (),
        left_out=read.left_out,
    )
    yield Part(draft(made, given, "application/pdf"))


def _time(written: str) -> str:
    found = TIME.match(written)
    return "{}-{}-{}T{}:{}:{}".format(*found.groups()) if found else ""


def _is_garbled(lines: list[Line]) -> bool:
    """Whether many characters are just numbers of pictures in a font, which does not say what they mean."""
    text = "".join(line.text for line in lines)
    unknown = sum(not line.is_known for line in lines)
    return unknown > UNKNOWN * len(lines) or len(PRIVATE.findall(text)) > UNKNOWN * len(text)


def _sheets(opened: PdfDocument) -> Sheets:
    import pypdfium2

    sheets = Sheets()
    for number in range(len(opened)):
        try:
            page = opened[number]
            lines = list(_lines(page, number))
        except pypdfium2.PdfiumError:  # damaged, the others may be sound
            sheets.add_page(0.0, [], incomplete=True)
            continue
        sheets.add_page(page.get_height(), lines, incomplete=not lines and _has_pictures(page))
        page.close()
    return sheets


def _has_pictures(page: PdfPage) -> bool:
    import pypdfium2.raw as raw

    return next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))), None) is not None


@cache
def radicals() -> dict[int, str]:
    """For radicals and strokes the ideographs that look the same (packaging/make_radicals.py), to translate with."""
    return {ord(line[0]): line[1] for line in resources.text("data/radicals.txt").splitlines()}


def _fold(lines: list[Line]) -> None:
    """Put ideographs in the place of radicals; of two for one radical that of the script of the document."""
    known = characters.known()
    table = radicals()
    if language_of("".join(line.text for line in lines[:200]).translate(table)) == "zh-Hans":
        table = {radical: known.simple(char) for radical, char in table.items()}
    for line in lines:
        line.cells = [replace(cell, text=cell.text.translate(table)) for cell in line.cells]


def _lines(page: PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page, in the order of the file, which nearly always is that of reading."""
    characters = _Characters(page)
    for start, end in characters.ranges:
        if (line := characters.line(start, end, number)) is not None:
            yield line
    characters.close()


class _Characters:
    """The characters of a page, by the numbers the library gives them.

    Places are in points from the lower left corner, as most of the text is turned: whole pages may lie on their side.
    """

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._page = page.get_textpage()
        self._units = [raw.FPDFText_GetUnicode(self._page, index) for index in range(self._page.count_chars())]
        # The library lets a word go on behind a hyphen at the end of a line, which is no break to it.
        ends = [index + 1 for index, unit in enumerate(self._units) if unit in BREAKS]
        self.ranges = [(start, end) for start, end in pairwise([0, *ends, len(self._units)]) if start < end]
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        turns = Counter(round(self._angle(start) / RIGHT_ANGLE) % 4 for start, _ in self.ranges)
        self._turn = turns.most_common(1)[0][0] if turns else 0
        left, bottom, right, top = page.get_bbox()
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        self._corner = min(x for x, _ in corners), min(y for _, y in corners)
        self._height = max(y for _, y in corners) - self._corner[1]

    def close(self) -> None:
        self._page.close()

    def line(self, start: int, end: int, page: int) -> Line | None:
        """A line from those of [start, end); None if nothing of it can be seen, or it stands across the page."""
        seen = [index for index in range(start, end) if not self._is_blank(index)]
        if not seen:
            return None
        some = (seen[0], seen[len(seen) // 2], seen[-1])
        height = self._foot(some[1])
        if not 0 <= height <= self._height or abs(self._slope(some[1])) > LEVEL:
            return None
        size = sorted(map(self._size, some))[1] or 1.0
        is_known = all(self._raw.FPDFText_HasUnicodeMapError(self._page, each) != 1 for each in some)
        return Line(page, height, size, self._cells(seen, size), is_known)

    def _cells(self, seen: list[int], size: float) -> list[Cell]:
        """The pieces of a line between wide gaps."""
        found: list[Cell] = []
        first = gaps = 0
        for place in range(1, len(seen) + 1):
            last = place == len(seen)
            if not last and seen[place] == seen[place - 1] + 1:
                continue
            right = self._edges(seen[place - 1])[1]
            if last or self._edges(seen[place])[0] - right >= WIDE * size:
                text = self._text(seen[first], seen[place - 1] + 1)
                spaced = gaps > SCATTERED * (place - first)
                found.append(Cell(BETWEEN.sub("", text) if spaced else text, self._edges(seen[first])[0], right))
                first, gaps = place, 0
            else:
                gaps += 1
        return found

    def _text(self, start: int, end: int) -> str:
        units = b"".join(
            unit.to_bytes(2, "little") if unit < 0x10000 else chr(unit).encode("utf-16-le")
            for unit in self._units[start:end]
        )
        text = units.decode("utf-16-le", "replace").translate(HYPHENS)
        return " ".join(NOTHING.sub("", text).split(" ")).strip()

    def _is_blank(self, index: int) -> bool:
        unit = self._units[index]
        return unit in (0, 9, 10, 13, 0x20, 0xA0, 0x3000) or 0x2000 <= unit <= 0x200B

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self._turn]

    def _edges(self, index: int) -> tuple[float, float]:
        """Where a character begins and ends."""
        self._raw.FPDFText_GetLooseCharBox(self._page, index, ctypes.byref(self._box))
        box = self._box
        ends = self._turned(box.left, box.bottom)[0], self._turned(box.right, box.top)[0]
        return min(ends) - self._corner[0], max(ends) - self._corner[0]

    def _foot(self, index: int) -> float:
        self._raw.FPDFText_GetCharOrigin(self._page, index, ctypes.byref(self._x), ctypes.byref(self._y))
        return self._turned(self._x.value, self._y.value)[1] - self._corner[1]

    def _angle(self, index: int) -> float:
        """How far a character is turned to the left, in radians; 0 where that makes no sense."""
        clockwise: float = self._raw.FPDFText_GetCharAngle(self._page, index)
        return -max(0.0, clockwise)

    def _slope(self, index: int) -> float:
        """How much a character is turned, unlike most of the page."""
        return (self._angle(index) - self._turn * RIGHT_ANGLE + math.pi) % (2 * math.pi) - math.pi

    def _size(self, index: int) -> float:
        """The size of a character as it is shown."""
        scale: Any = self._matrix
        size: float = self._raw.FPDFText_GetFontSize(self._page, index)
        if self._raw.FPDFText_GetMatrix(self._page, index, ctypes.byref(scale)):
            size *= math.hypot(scale.c, scale.d)
        return size
