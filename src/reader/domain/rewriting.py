"""Replacing pieces of a text, and where the places of the old text are in the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from reader.domain.highlight import Span


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """Code points start..end of a text become `text`; either may be empty."""

    start: int
    end: int
    text: str


class Rewriting:
    """A text with pieces replaced. `text` is the new one; `position` and `span` lead from the old to it.

    The replacements may come in any order. Raises ValueError if two of them overlap.
    """

    def __init__(self, old: str, replacements: Iterable[Replacement]) -> None:
        self._made = sorted(replacements)
        pieces: list[str] = []
        copied = 0
        for each in self._made:
            if each.start < copied:
                raise ValueError(f"overlaps the replacement before it: {each}")
            pieces += [old[copied : each.start], each.text]
            copied = each.end
        self.text = "".join([*pieces, old[copied:]])
        self._starts = [each.start for each in self._made]
        self._ends = [each.end for each in self._made]
        self._shifts = [0, *accumulate(len(each.text) - each.end + each.start for each in self._made)]

    def position(self, old: int, *, after: bool = False) -> int:
        """The place of an old boundary; of one within a piece that was replaced, where the new piece begins.

        With `after`, where that ends, and behind what was put in just at the boundary.
        """
        index = bisect_left(self._starts, old)
        if index and self._ends[index - 1] > old:
            made = self._made[index - 1]
            return made.start + self._shifts[index - 1] + (len(made.text) if after else 0)
        while after and index < len(self._made) and self._starts[index] == self._ends[index] == old:
            index += 1
        return old + self._shifts[index]

    def span(self, old: Span) -> Span | None:
        """The words of an old span; what is put in at its edges is none of them. None if nothing of it is left."""
        start, end = self.position(old.start, after=True), self.position(old.end)
        return Span(start, end) if start < end else None

    def keeps(self, old: Span) -> bool:
        """Whether any character of a span was not replaced."""
        at, index = old.start, bisect_right(self._ends, old.start)
        while at < old.end and index < len(self._made) and self._starts[index] <= at:
            at, index = max(at, self._ends[index]), index + 1
        return at < old.end


def merged(replacements: Iterable[Replacement], others: Iterable[Replacement]) -> list[Replacement] | None:
    """Replacements of a text as those of what `others` made of it; None where both change the same place.

    Places that only touch are the same one, since nobody can tell which words are to come first.
    """
    there = sorted(others)
    ends = [each.end for each in there]
    shifts = [0, *accumulate(len(each.text) - each.end + each.start for each in there)]
    found = []
    for each in replacements:
        index = bisect_left(ends, each.start)
        if index < len(there) and there[index].start <= each.end:
            return None
        found.append(Replacement(each.start + shifts[index], each.end + shifts[index], each.text))
    return found


def differences(old: str, new: str) -> list[Replacement]:
    """How one short text becomes another, character by character."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Replacement(first, last, new[low:high])
        for verb, first, last, low, high in matcher.get_opcodes()
        if verb != "equal"
    ]
