"""Which characters of a text are those of another version of it, and where in that.

First by paragraphs that belong together (`domain.partners`), wherever they are. Then in what is left of both texts, by
lines and ever shorter pieces that both have once, and between those by Levenshtein's distance; again and again, since
what moved is found once the rest is known. So the time grows with the length of the texts and not with its square, for
two that have nothing in common, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.domain.highlight import Span
from reader.domain.partners import partners

PIECES = (0, 32, 12, 6)  # characters of those that are looked for, one length after the other; 0: whole lines
SAMPLES = 50_000  # of one length that are looked for at the most
STEPS = 4  # of them that begin within the length of one
QUICK = 250_000  # pairs of characters that are compared without looking for pieces
MOST = 64_000_000  # pairs that are compared at all: 16 MB for 8,000 characters each
ALIKE = 0.3  # share of two pieces, from which they are the same with changes; else what they share may be chance
CHANCE = 4  # characters in a row that are none
TURNS, ENOUGH = 6, 1_000_000  # how often is looked for what moved, and characters from which no more
NEAR = 12  # characters that may come or go between two runs that are together
LEAST = 6  # characters together that moved; less may be chance
WORD = 3  # characters at the edge of a passage that may be replaced, so that what stands there now is taken for them


class Place(NamedTuple):
    """A boundary in both texts."""

    old: int
    new: int


class Run(NamedTuple):
    """`size` characters that are the same from `old` on in the one text, and from `new` on in the other."""

    old: int
    new: int
    size: int


class _Block(NamedTuple):
    """Code points start..end of the old text and low..high of the new one, to be aligned by `PIECES[level]` on."""

    start: int
    end: int
    low: int
    high: int
    level: int


class Alignment:
    """What two texts have in common, as runs in the order of the old one; all else came, went or was replaced."""

    def __init__(self, runs: Iterable[Run], old: int, new: int) -> None:
        self.runs = sorted(runs)
        self._lengths = Place(old, new)
        # Numbers without names, which are faster: this is made anew for each passage whose ends are looked for.
        self._starts = [start for start, _, _ in self.runs]
        self._ends = [start + size for start, _, size in self.runs]
        self._kept = [0, *accumulate([size for _, _, size in self.runs])]
        self._breaks = [
            at
            for at, ((before, there, size), (start, low, _)) in enumerate(pairwise(self.runs), 1)
            if start - before - size > NEAR or not 0 <= low - there - size <= NEAR
        ]

    def reversed(self) -> Alignment:
        """The same from the new text to the old one."""
        runs = (Run(run.new, run.old, run.size) for run in self.runs)
        return Alignment(runs, self._lengths.new, self._lengths.old)

    def kept(self, start: int, end: int) -> int:
        """How many of the old characters start..end are in the new text."""
        return self._kept_before(end) - self._kept_before(start)

    def _kept_before(self, position: int) -> int:
        index = bisect_left(self._starts, position)
        if not index:
            return 0
        run = self.runs[index - 1]
        return self._kept[index - 1] + min(run.size, position - run.old)

    def shared(self, old: Span, new: Span) -> int:
        """How many of the characters of a span of the old text are in one of the new text."""
        first, count = bisect_right(self._ends, old.start), 0
        for start, low, size in self.runs[first : bisect_left(self._starts, old.end)]:
            on = start - low
            common = min(start + size, old.end, new.end + on) - max(start, old.start, new.start + on)
            if common > 0:
                count += common
        return count

    def span(self, old: Span) -> Span | None:
        """Where the characters of a span are, from the first to the last that is there; None if none is.

        Where they went apart, it is where the most of them are. Of words that were replaced at its ends, it has as
        many of the new ones in proportion.
        """
        first = bisect_right(self._ends, old.start)
        last = bisect_left(self._starts, old.end) - 1
        if first > last:
            return None
        first, last = self._best(first, last, old)
        return Span(self._at_start(old.start, first), self._at_end(old.end, last))

    def _best(self, first: int, last: int, old: Span) -> tuple[int, int]:
        """Of runs first..last, parted where something came between them, those of the most characters together.

        Half of what came between them is taken off, so that a passage does not grow by more than it was.
        """
        best, most, size, start = (first, last), 0.0, 0.0, first
        if bisect_right(self._breaks, first) == bisect_right(self._breaks, last):
            return best
        for begin, end in self.together(first, last):
            own = self.kept(max(self._starts[begin], old.start), min(self._ends[end], old.end))
            between = self._gap(begin).new
            if begin == first or between < 0 or size <= between / 2:
                start, size = begin, own
            else:
                size += own - between / 2
            if size > most:
                best, most = (start, end), size
        return best

    def together(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The runs first..last in groups between which nothing much came or went."""
        breaks = self._breaks[bisect_right(self._breaks, first) : bisect_right(self._breaks, last)]
        for start, end in pairwise((first, *breaks, last + 1)):
            yield start, end - 1

    def _at_start(self, position: int, index: int) -> int:
        run = self.runs[index]
        if run.old <= position:
            return run.new + position - run.old
        return run.new - _share(run.old - position, self._gap(index))

    def _at_end(self, position: int, index: int) -> int:
        run, end = self.runs[index], self._end(index)
        if position <= end.old:
            return run.new - run.old + position
        return end.new + _share(position - end.old, self._gap(index + 1))

    def _gap(self, index: int) -> Place:
        """How many characters lie between a run and the one before it; what is negative is no gap."""
        before = self._end(index - 1) if index else Place(0, 0)
        here = Place(*self.runs[index][:2]) if index < len(self.runs) else self._lengths
        return Place(here.old - before.old, here.new - before.new)

    def _end(self, index: int) -> Place:
        run = self.runs[index]
        return Place(run.old + run.size, run.new + run.size)


def _share(part: int, gap: Place) -> int:
    """How many of the new characters of a gap are for a part of its old ones; for many none, which are others then."""
    if part > min(WORD, gap.old) or gap.new < 0:
        return 0
    return min(part, gap.new) if gap.new > 2 * gap.old + WORD else part * gap.new // gap.old


def align(old: str, new: str, cancelled: Callable[[], bool] = lambda: False) -> Alignment | None:
    """What two texts have in common; None once `cancelled()` is true. Two million characters take some seconds.

    First in the order of both; what moved is looked for among what is left of them, several times.
    """
    runs: list[Run] = []
    for line, other in partners(old, new):
        found = in_step(line.words, other.words, cancelled)
        runs += [Run(line.start + run.old, other.start + run.new, run.size) for run in found]
    turn = work = 0
    while turn < TURNS and work < ENOUGH:
        rest = _Rest(old, [(run.old, run.size) for run in runs], "\x00")
        others = _Rest(new, [(run.new, run.size) for run in runs], "\x01")
        found = in_step(rest.text, others.text, cancelled)
        if cancelled():
            return None
        if turn:
            found = _telling(Alignment(found, len(rest.text), len(others.text)))
        if not found:
            break
        runs += [Run(rest.origin(run.old), others.origin(run.new), run.size) for run in found]
        turn, work = turn + 1, work + len(rest.text) + len(others.text)
    return Alignment(runs, len(old), len(new))


def _telling(found: Alignment) -> list[Run]:
    """The runs that are many characters together."""
    groups = (found.runs[first : last + 1] for first, last in found.together(0, len(found.runs) - 1))
    return [run for group in groups if sum(each.size for each in group) >= LEAST for run in group]


class _Rest:
    """The characters of a text that are not taken by runs, its pieces parted by a character that is in no text.

    `taken`: where each run begins in this text, and its size.
    """

    def __init__(self, text: str, taken: list[tuple[int, int]], mark: str) -> None:
        taken = sorted(taken)
        ends = [0, *[start + size for start, size in taken]]
        gaps = [gap for gap in zip(ends, [*[at for at, _ in taken], len(text)], strict=True) if gap[0] < gap[1]]
        self.text = mark.join(text[start:end] for start, end in gaps)
        self._origins = [start for start, _ in gaps]
        self._places = [0, *accumulate(end - start + 1 for start, end in gaps)]

    def origin(self, place: int) -> int:
        """Where a character of it is in the text."""
        index = bisect_right(self._places, place) - 1
        return self._origins[index] + place - self._places[index]


def in_step(old: str, new: str, cancelled: Callable[[], bool] = lambda: False) -> list[Run]:
    """What is in the order of both texts; not all of it once `cancelled()` is true."""
    runs: list[Run] = []
    waiting: list[_Block | Run] = [_Block(0, len(old), 0, len(new), 0)]
    while waiting:
        if cancelled():
            break
        part = waiting.pop()
        if isinstance(part, _Block):
            waiting += reversed(list(_aligned(old, new, part)))
        elif runs and (runs[-1].old + runs[-1].size, runs[-1].new + runs[-1].size) == part[:2]:
            runs[-1] = runs[-1]._replace(size=runs[-1].size + part.size)
        else:
            runs.append(part)
    return runs


def _aligned(old: str, new: str, block: _Block) -> Iterator[_Block | Run]:
    """The runs of a block and the smaller blocks that are left between them, in order."""
    start, end, low, high, level = block
    head = common(old[start:end], new[low:high])
    tail = common(old[start + head : end][::-1], new[low + head : high][::-1])
    start, end, low, high = start + head, end - tail, low + head, high - tail
    if head:
        yield Run(start - head, low - head, head)
    pairs = (end - start) * (high - low)
    if pairs > QUICK and level < len(PIECES):
        yield from _by_pieces(old, new, _Block(start, end, low, high, level))
    elif 0 < pairs <= MOST:
        yield from _by_characters(old, new, _Block(start, end, low, high, level))
    if tail:
        yield Run(end, high, tail)


def gaps(runs: Iterable[tuple[int, int, int]], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """What is between runs, in their order: start..end of a text of the length `old`, low..high of one of `new`."""
    at = there = 0
    for start, low, size in (*runs, (old, new, 0)):
        if start > at or low > there:
            yield at, start, there, low
        at, there = start + size, low + size


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _by_characters(old: str, new: str, block: _Block) -> Iterator[Run]:
    from rapidfuzz.distance import Levenshtein  # here: the window starts without it

    start, end, low, high, _ = block
    found = Levenshtein.editops(old[start:end], new[low:high]).as_matching_blocks()
    kept, most = sum(size for _, _, size in found), min(end - start, high - low)
    least = CHANCE if kept < most * ALIKE and most > CHANCE else 1
    for a, b, size in found:
        if size >= least:
            yield Run(start + a, low + b, size)


def _by_pieces(old: str, new: str, block: _Block) -> Iterator[_Block | Run]:
    """The pieces of a block that both texts have once in it, in the same order, and what lies between them."""
    at, there = block.start, block.low
    for piece in _in_order(_shared(old, new, block)):
        if piece.old - piece.new == at - there and piece.old <= at < piece.old + piece.size:
            yield Run(at, there, piece.old + piece.size - at)  # the rest of one that overlaps the one before
        elif piece.old >= at and piece.new >= there:
            yield _Block(at, piece.old, there, piece.new, block.level + 1)
            yield piece
        else:
            continue
        at, there = piece.old + piece.size, piece.new + piece.size
    yield _Block(at, block.end, there, block.high, block.level + 1)


def _shared(old: str, new: str, block: _Block) -> Iterator[Run]:
    """What both texts have once, in the order of the old one."""
    start, end, low, high, level = block
    size = PIECES[level]
    if not size:
        ours, theirs = _once(_lines(old, start, end)), _once(_lines(new, low, high))
    else:
        step = max(1, size // STEPS, (end - start) // SAMPLES)
        wanted: Set[str] = {old[at : at + size] for at in range(start, end - size + 1, step)}
        theirs = _once(_pieces(new, low, high, size, wanted))
        ours = _once(_pieces(old, start, end, size, theirs.keys()))
    for piece, at in ours.items():
        there = theirs.get(piece, -1)
        if at >= 0 and there >= 0 and piece:
            yield Run(at, there, len(piece))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for line in text[start:end].split("\n"):
        yield line, start
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, size: int, wanted: Set[str]) -> Iterable[tuple[str, int]]:
    return [(piece, at) for at in range(start, end - size + 1) if (piece := text[at : at + size]) in wanted]


def _once(pieces: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Where each piece is; -1 where there are several."""
    found: dict[str, int] = {}
    for piece, at in pieces:
        found[piece] = -1 if piece in found else at
    return found


def _in_order(pieces: Iterable[Run]) -> list[Run]:
    """As many of these, which are in the order of the old text, as are in the order of the new one, too."""
    lasts: list[int] = []  # the least place in the new text that a chain of so many pieces ends with
    ends: list[Run] = []
    chain: dict[Run, Run | None] = {}
    for piece in pieces:
        length = bisect_left(lasts, piece.new)
        chain[piece] = ends[length - 1] if length else None
        lasts[length : length + 1] = [piece.new]
        ends[length : length + 1] = [piece]
    found: list[Run] = []
    at = ends[-1] if ends else None
    while at is not None:
        found.append(at)
        at = chain[at]
    return found[::-1]
