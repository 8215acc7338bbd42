"""The canonical text of an article: how it is cleaned, and how Qt's positions map to ours.

The canonical text is the coordinate space of every highlight. It counts Unicode code
points; Qt counts UTF-16 units, which differ after a character above U+FFFF.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
# What Qt or SQLite would change, cut at, or refuse: it becomes U+FFFD, one for one.
UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufdd0\ufdd1]")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what turns the direction of all that follows, also of other fields
BOM = re.compile("(?<!\\S)\ufeff+")  # where Qt, too, takes it for a mark: before any word


def clean(raw: str) -> str:
    """Make canonical text of any string; cleaning it again changes nothing.

    Line ends become `\\n`, byte order marks go where a word may begin, and characters that cannot be stored and
    shown faithfully become U+FFFD. Nothing else is normalised.
    """
    return BOM.sub("", UNKEEPABLE.sub(REPLACEMENT, BREAKS.sub("\n", raw)))


def one_line(raw: str) -> str:
    """The words of a field: clean, on one line, with one space between them, in the direction of their letters."""
    return " ".join(unturned(clean(raw)).split())


def unturned(text: str) -> str:
    """A text without the marks that turn the direction of writing."""
    return TURNS.sub("", text)


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8 form, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def identity(text: str) -> str:
    """A fingerprint that is equal for texts which differ in white space only."""
    return digest("".join(text.split()))


class Utf16Map:
    """Both directions between code points of a text and UTF-16 units of the document that shows it.

    Offsets are boundaries, 0 to the text's length. `seams` are code points, sorted, before which the document
    begins a new paragraph although the text goes on, so that it has one unit more. Building takes one scan, asking
    two bisections; for a text without characters above U+FFFF and without seams both directions are the identity.
    """

    __slots__ = ("_breaks", "_points", "_seams", "_units")

    def __init__(self, text: str, seams: Sequence[int] = ()) -> None:
        self._points = [] if text.isascii() else [found.start() for found in ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]
        self._seams = seams
        self._breaks = [seam + bisect_left(self._points, seam) + before for before, seam in enumerate(seams)]

    @property
    def is_identity(self) -> bool:
        """Whether both directions change nothing."""
        return not self._points and not self._breaks

    @property
    def is_plain(self) -> bool:
        """Whether each character is one unit."""
        return not self._points

    def to_units(self, point: int) -> int:
        """The UTF-16 offset of a code point offset; at a seam, that behind it."""
        return point + bisect_left(self._points, point) + bisect_right(self._seams, point)

    def to_points(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a surrogate pair, that of its start."""
        unit -= bisect_left(self._breaks, unit)
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            return self._points[before - 1]
        return unit - before
