"""How alike articles are: by numbers that such ones have in common, and by what their texts share.

Of all sequences of letters and digits in the folded text the smallest hashes are kept, a bottom-k sketch
(A. Broder, "On the resemblance and containment of documents", 1997): two texts that share half of their sequences
share none of eight smallest in one of 256 cases.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
import zlib
from functools import cache
from urllib.parse import urlsplit

from reader.services.importing import characters

LENGTH = 8  # characters of a sequence
SKETCH = 8  # hashes that are kept
NO_WORD = re.compile(r"[\W_]+")
CAMPAIGN = re.compile(r"(?:^|&)(?:utm_\w+|spm|from|fbclid|gclid)=[^&]*")


def keys(text: str, url: str) -> tuple[int, ...]:
    """The numbers that an article has in common with those alike: of its whole text, its address, its sketch."""
    folded = fold(text)
    found = {_whole(folded), *heapq.nsmallest(SKETCH, hashes(folded))}
    if place := address(url):
        found.add(zlib.crc32(place.encode("utf-8", "replace"), 1) + (2 << 32))
    return tuple(sorted(found))


def fold(text: str) -> str:
    """The letters and digits of a text in one form: simplified, half width, small. Positions are lost."""
    return NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_simplified()))


def address(url: str) -> str:
    """What tells an address from others; empty for none, and for that of a whole site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path, query = parts.path.rstrip("/"), CAMPAIGN.sub("", parts.query).strip("&")
    if not parts.netloc or not (path or query):
        return ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}"


def _whole(folded: str) -> int:
    return zlib.crc32(folded.encode("utf-8", "replace")) + (1 << 32)


def hashes(folded: str) -> set[int]:
    """The hashes of all sequences; of a shorter text, that of all of it."""
    raw = folded.encode("utf-32-le", "replace")
    last = max(1, len(folded) - LENGTH + 1)
    crc32, size = zlib.crc32, 4 * LENGTH
    return {crc32(raw[first : first + size]) for first in range(0, 4 * last, 4)}


def part(one: set[int], other: set[int]) -> float:
    """How much of what two texts have together both have, 0 to 1; of each its `hashes`."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(characters.known().simplified)
