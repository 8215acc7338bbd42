"""Replacing pieces of a text, and where the places of the old text are in the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from reader.domain.highlight import CONTEXT, Span


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


def differences(old: str, new: str) -> list[Replacement]:
    """How one short text becomes another, character by character."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Replacement(first, last, new[low:high])
        for verb, first, last, low, high in matcher.get_opcodes()
        if verb != "equal"
    ]


class Relocation:
    """Where the passages of a text are in another text that was read from the same file.

    Lines that both texts have in the same order lead from one to the other; a passage that does not lie in
    such lines is looked for by its words, and taken where also the words around it are the most alike.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        olds, news = old.split("\n"), new.split("\n")
        self._lines = list(accumulate((len(line) + 1 for line in olds), initial=0))
        new_lines = list(accumulate((len(line) + 1 for line in news), initial=0))
        self._shift: dict[int, int] = {}
        for block in SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks():
            for line in range(block.size):
                first = block.a + line
                self._shift[first] = new_lines[block.b + line] - self._lines[first]

    def span(self, old: Span) -> Span | None:
        """The same words in the new text, or None if they are not there, or nobody can tell where."""
        first = bisect_right(self._lines, old.start) - 1
        last = bisect_right(self._lines, old.end - 1) - 1
        shifts = {self._shift.get(line) for line in range(first, last + 1)}
        if len(shifts) == 1 and (shift := shifts.pop()) is not None:
            return Span(old.start + shift, old.end + shift)
        return self._by_words(old)

    def _by_words(self, old: Span) -> Span | None:
        words = old.of(self._old)
        before, after = old.before(self._old), old.after(self._old)
        found: list[tuple[int, int]] = []
        at = self._new.find(words)
        while at >= 0:
            alike = _common(before[::-1], self._new[max(0, at - CONTEXT) : at][::-1])
            alike += _common(after, self._new[at + len(words) : at + len(words) + CONTEXT])
            found.append((alike, at))
            at = self._new.find(words, at + 1)
        found.sort(reverse=True)
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        return Span(found[0][1], found[0][1] + len(words))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
