"""The path of a tag where there is not room for all of it, so that it can still be told from others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from reader.domain.highlight import Span
from reader.domain.signs import whole
from reader.domain.tag import SEPARATOR

MOST, IN_LINES = 36, 200  # characters: within a line, and where there is room for several
NAME_SHARE = 0.6  # of the room, which the tag's own name may take before those above it
CUT = "…"
LEAST = f"中{CUT}中"  # as much of each name above it is to be seen
Measure = Callable[[str], float]


def shortened_path(path: str, most: float = MOST, length: Measure = len) -> str:
    """A path with its names cut in their middle: siblings often begin alike, or end alike, but seldom both.

    The tag's own name is cut last. Where there are too many above it, those between the first and the last ones go.
    """
    if length(path) <= most:
        return path
    *above, name = path.split(SEPARATOR)
    if not above:
        return without_middle(name, most, length)
    before = length(SEPARATOR.join([*above, ""]))
    name = without_middle(name, max(most * NAME_SHARE, most - before), length)
    shown = _fitted(above, most - length(SEPARATOR + name), length)
    return without_middle(SEPARATOR.join([*shown, name]), most, length)


def without_middle(words: str, most: float, length: Measure = len) -> str:
    """The beginning and the end of words, as much as there is room for."""
    if length(words) <= most:
        return words
    kept = bisect_right(range(len(words)), most, key=lambda count: length(_ends(words, count)))
    return _ends(words, max(0, kept - 1))


def _ends(words: str, count: int) -> str:
    """So many characters of words, or a few less, so that no sign is cut in two."""
    first, last = (count + 1) // 2, len(words) - count // 2
    while not _parts(words, first):
        first -= 1
    while not _parts(words, last):
        last += 1
    return words[:first] + CUT + words[last:]


def _parts(words: str, at: int) -> bool:
    """Whether words may be cut at a place."""
    return not 0 < at < len(words) or whole(words, 0, at) == Span(0, at)


def _fitted(names: Sequence[str], room: float, length: Measure) -> list[str]:
    """Names one below the other in the room there is, which they share with the slashes between them."""
    first, *further = names
    shown = [first, *further]
    while True:
        lengths = [length(each) for each in shown]
        share = _share(lengths, room - length(SEPARATOR) * (len(shown) - 1))
        if share >= min(length(LEAST), max(lengths)) or not further:
            return [without_middle(each, share, length) for each in shown]
        further = further[1:]
        shown = [first, CUT, *further]


def _share(lengths: Sequence[float], room: float) -> float:
    """How long each may be for all to fit: those that are shorter leave the rest to the others."""
    rest = sorted(lengths)
    while rest and rest[0] * len(rest) <= room:
        room -= rest.pop(0)
    return room / len(rest) if rest else max(lengths)
