"""A text while a person corrects it: what was typed, taken back and done again, and what became of its characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reader.domain.alignment import common, gaps, in_step
from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement, Rewriting, merged

TYPED = -1  # the origin of characters that were not in the text before
ALIKE = 0.3  # share of two pieces in common, from which one is the other with changes


class _Piece(NamedTuple):
    """Characters that were together, from the code point `origin` on."""

    origin: int
    size: int


@dataclass(slots=True)
class _Step:
    """At `start`, `removed` became `added`."""

    start: int
    removed: str
    origins: list[_Piece]
    added: str


class _Origins:
    """Where each character of a text was in the text that all began with.

    As pieces, of which there are as many as changes, and not as a number for each character: a long text has a million.
    """

    def __init__(self, size: int) -> None:
        self._pieces = [_Piece(0, size)] if size else []

    def put(self, start: int, end: int, pieces: list[_Piece]) -> list[_Piece]:
        """Put pieces in the place of the characters start..end; the pieces of those."""
        first, last = self._cut(start), self._cut(end)
        gone = self._pieces[first:last]
        self._pieces[first:last] = pieces
        self._join(first + len(pieces))
        self._join(first)
        return gone

    def _cut(self, place: int) -> int:
        """Which piece begins at a place, where one is cut in two if none does."""
        at = 0
        for index, (origin, size) in enumerate(self._pieces):
            if at == place:
                return index
            if (before := place - at) < size:
                rest = TYPED if origin == TYPED else origin + before
                self._pieces[index : index + 1] = [_Piece(origin, before), _Piece(rest, size - before)]
                return index + 1
            at += size
        return len(self._pieces)

    def _join(self, index: int) -> None:
        """Make a piece and the one before it one piece, if they are together."""
        if not 0 < index < len(self._pieces):
            return
        (before, size), (origin, rest) = self._pieces[index - 1 : index + 1]
        if origin == (TYPED if before == TYPED else before + size):
            self._pieces[index - 1 : index + 1] = [_Piece(before, size + rest)]

    def kept(self) -> Iterator[tuple[int, int, int]]:
        """What is still there: where it was, where it is, and how many characters."""
        at = 0
        for origin, size in self._pieces:
            if origin != TYPED:
                yield origin, at, size
            at += size


class Correction:
    """A text with each change that is made to it. Offsets are code points of the text as it is by then.

    Of each character it is known where it was in the text that all began with, also after it was deleted and came back
    by undo. So nothing needs to be guessed about where the words of that text are.
    """

    def __init__(self, old: str) -> None:
        self.old = self.text = old
        self._origins = _Origins(len(old))
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def steps(self) -> int:
        """How many changes there are that can be taken back."""
        return len(self._done)

    @property
    def undone(self) -> int:
        """How many were taken back and can be done again."""
        return len(self._undone)

    def replace(self, start: int, end: int, words: str, *, joined: bool = False) -> None:
        """Put words in the place of start..end; `joined`: as one step with the change before, if it ended there."""
        if start == end and not words:
            return
        last = self._done[-1] if self._done else None
        removed = self.text[start:end]
        step = _Step(start, removed, self._put(start, end, words, _typed(words)), words)
        self._undone.clear()
        if joined and last is not None and self._join(last, step):
            return
        self._done.append(step)

    def _join(self, last: _Step, step: _Step) -> bool:
        if not step.removed and step.start == last.start + len(last.added):  # goes on
            last.added += step.added
        elif not step.added and not last.added and step.start + len(step.removed) == last.start:  # deletes backwards
            last.start, last.removed, last.origins = (
                step.start,
                step.removed + last.removed,
                step.origins + last.origins,
            )
        else:
            return False
        return True

    def undo(self) -> Replacement | None:
        """Take back the latest change; how the text that was there until now became another one, None if it did not."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        end = step.start + len(step.added)
        self._put(step.start, end, step.removed, step.origins)
        return Replacement(step.start, end, step.removed)

    def redo(self) -> Replacement | None:
        """Make the change that was taken back last; as for `undo`."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        end = step.start + len(step.removed)
        self._put(step.start, end, step.added, _typed(step.added))
        return Replacement(step.start, end, step.added)

    def _put(self, start: int, end: int, words: str, origins: list[_Piece]) -> list[_Piece]:
        """Put words in the place of start..end; the origins of those that were there."""
        self.text = self.text[:start] + words + self.text[end:]
        return self._origins.put(start, end, origins)

    def begin_with(self, draft: str) -> None:
        """Make the text that draft, change by change, as if somebody had typed it."""
        made = sorted(refined(self.text, [Replacement(0, len(self.text), draft)]))
        for each in reversed(made):  # from the end on, so that none moves what comes after it
            if each.text or each.start < each.end:
                gone = self._origins.put(each.start, each.end, _typed(each.text))
                self._done.append(_Step(each.start, self.text[each.start : each.end], gone, each.text))
        self._undone.clear()
        self.text = Rewriting(self.text, made).text

    def replacements(self) -> list[Replacement]:
        """What became of the old text, from its beginning to its end."""
        between = gaps(self._origins.kept(), len(self.old), len(self.text))
        return [Replacement(start, end, self.text[low:high]) for start, end, low, high in between]


def _typed(words: str) -> list[_Piece]:
    return [_Piece(TYPED, len(words))] if words else []


def moved(span: Span, made: Replacement) -> Span | None:
    """A span after one replacement, by the same rule as `Rewriting.span`; for each keystroke."""
    start, end = _moved(span.start, made, after=True), _moved(span.end, made, after=False)
    return Span(start, end) if start < end else None


def _moved(at: int, made: Replacement, *, after: bool) -> int:
    if made.start < at < made.end:
        return made.start + (len(made.text) if after else 0)
    if at < made.start or (at == made.start and not (after and made.start == made.end)):
        return at
    return at + len(made.text) - made.end + made.start


def carried(given: str, replacements: Iterable[Replacement], now: str) -> list[Replacement] | None:
    """Replacements meant for one text as those of what became of it meanwhile; None where that is not sure."""
    if now == given:
        return list(replacements)
    return merged(replacements, refined(given, [Replacement(0, len(given), now)]))


def refined(old: str, replacements: Iterable[Replacement]) -> list[Replacement]:
    """The same replacements without what they leave as it is: of a paragraph that was pasted anew only the change."""
    found: list[Replacement] = []
    for each in replacements:
        words = old[each.start : each.end]
        runs = in_step(words, each.text) if words and each.text else []
        if sum(run.size for run in runs) < ALIKE * min(len(words), len(each.text)):
            head = common(words, each.text)
            tail = common(words[head:][::-1], each.text[head:][::-1])
            found.append(Replacement(each.start + head, each.end - tail, each.text[head : len(each.text) - tail]))
            continue
        for start, end, low, high in gaps(runs, len(words), len(each.text)):
            found.append(Replacement(each.start + start, each.start + end, each.text[low:high]))
    return found
