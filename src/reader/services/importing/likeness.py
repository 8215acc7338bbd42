"""How alike articles are: by numbers that such ones have in common, and by what their texts share.

Of all sequences of letters and digits in the folded text the smallest hashes are kept, a bottom-k sketch
(A. Broder, "On the resemblance and containment of documents", 1997): two texts that share half of their sequences
share none of twelve smallest in one of 4,096 cases.
"""

from __future__ import annotations

import heapq
import re
import struct
import zlib
from itertools import chain
from urllib.parse import urlsplit

from reader.domain.folding import fold

LENGTH = 8  # characters of a sequence
LONGEST = 300_000  # characters of a text that are compared
LEAST = 20  # sequences of a text that may be a near copy
SKETCH = 12  # hashes that are kept
NEAR, PART, CONTAINED = 0.5, 0.2, 0.8  # see `is_near`
NO_WORD = re.compile(r"[\W_]+")
CAMPAIGN = re.compile(r"(?:^|&)(?:utm_\w+|spm|fbclid|gclid)=[^&]*")


def keys(text: str, url: str) -> tuple[int, ...]:
    """The numbers that an article has in common with those alike: of its whole text, its address, its sketch."""
    form = one_form(text)
    whole = zlib.crc32(form.encode("utf-8", "replace")) + (1 << 32)
    found = {whole, *heapq.nsmallest(SKETCH, hashes(form))}
    if place := address(url):
        found.add(zlib.crc32(place.encode("utf-8", "replace"), 1) + (2 << 32))
    return tuple(sorted(found))


def one_form(text: str) -> str:
    """A text as it is searched, without white space: that of two alike is the same."""
    return "".join(fold(text).split())


def address(url: str) -> str:
    """What tells an address from others; empty for none, and for that of a whole site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path, query = parts.path.rstrip("/"), CAMPAIGN.sub("", parts.query).strip("&")
    route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""  # of a page that a script puts together
    if not parts.netloc or not (path or query or route):
        return ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}#{route}"


def hashes(form: str) -> set[int]:
    """The hashes of all sequences of letters and digits in the `one_form` of a text; none of one that is too short.

    Of a very long text its beginning counts.
    """
    folded = NO_WORD.sub("", form[:LONGEST])
    raw = memoryview(folded.encode("utf-32-le", "replace"))
    if len(folded) - LENGTH + 1 < LEAST:
        return set()
    sequence, found = struct.Struct(f"{4 * LENGTH}s"), set[int]()
    for first in range(LENGTH):  # those that follow upon each other from there, so that nothing runs in Python
        count = (len(folded) - first) // LENGTH
        part = raw[4 * first : 4 * (first + count * LENGTH)]
        found.update(map(zlib.crc32, chain.from_iterable(sequence.iter_unpack(part))))
    return found


def is_near(one: set[int], other: set[int]) -> float:
    """How much of what two texts have together both have, 0 to 1, if they are near copies; else 0.

    `one` and `other` are their `hashes`. Half of it makes them so, or one fifth where the shorter text is for the
    greatest part in the longer one. In 14,000 news items these bounds part reprints from reports of the same form,
    such as those of two funerals.
    """
    both = len(one & other)
    if not both:
        return 0.0
    shared = both / (len(one) + len(other) - both)
    near = shared >= NEAR or (shared >= PART and both >= CONTAINED * min(len(one), len(other)))
    return shared if near else 0.0
