"""Two texts side by side: which paragraphs belong together, and what differs within them. Offsets are code points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.domain.alignment import gaps, in_step

ALIKE = 0.5  # of two paragraphs, 0 to 1, from which they are one that was changed
MOST = 2_500  # pairs of paragraphs that are looked at; of more, those at the same place belong together
GAP = 2  # characters alike between two differences that are shown as one, since nobody reads such crumbs
LONG = 8_000  # characters of a paragraph that is cut, since to compare it takes time with the square of its length
PIECE = 2_000  # characters of what it is cut into
BACK = 200  # characters that are looked at for the end of a sentence to cut at
ENDS = "。！？；!?;"
TOO_MANY = 100_000_000  # pairs of characters without anything alike; such pieces are others as a whole

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that stand beside one another, None where there is none, and the ranges of them that differ."""

    left: str | None
    right: str | None
    left_only: tuple[Range, ...] = ()
    right_only: tuple[Range, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether there is anything to see."""
        return self.left != self.right


def compare(left: str, right: str) -> list[Pair]:
    """The paragraphs of two texts beside one another, in the order of both; blank ones are left out, long ones cut."""
    lefts, rights = ([line for line in text.split("\n") if line.strip()] for text in (left, right))
    folded = [" ".join(line.split()) for line in lefts], [" ".join(line.split()) for line in rights]
    found: list[Pair] = []
    for verb, a, b, c, d in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if verb == "equal":
            found += [Pair(one, other) for one, other in zip(lefts[a:b], rights[c:d], strict=True)]
        else:
            found += _aligned(lefts[a:b], rights[c:d])
    return [piece for each in found for piece in _pieces(each)]


@dataclass(frozen=True, slots=True)
class Amount:
    """At how many places a text was changed, and how many characters came and went there."""

    places: int
    added: int
    removed: int


def amount(old: str, new: str, cancelled: Callable[[], bool] = lambda: False) -> Amount:
    """How much of a text was changed; takes time with the length of the texts, and not with its square."""
    places = added = removed = 0
    last = -GAP - 1  # where the place before ends
    for start, end, low, high in gaps(in_step(old, new, cancelled), len(old), len(new)):
        places += start - last > GAP
        last, added, removed = end, added + high - low, removed + end - start
    return Amount(places, added, removed)


def _pieces(whole: Pair) -> Iterator[Pair]:
    """A pair as it is, or a long one in pieces, cut where both are alike, at the ends of sentences if there are any."""
    left, right = whole.left or "", whole.right or ""
    if not _is_long(left, right):
        yield whole
        return
    at = there = 0
    for run in in_step(left, right):
        while (on := max(0, min(at + PIECE - run.old, there + PIECE - run.new))) <= run.size:
            start = max(0, at - run.old, on - BACK)
            found = max(left.rfind(sign, run.old + start, run.old + on) for sign in ENDS) + 1 - run.old
            on = found if found > start else on
            yield from _piece(left[at : run.old + on], right[there : run.new + on])
            at, there = run.old + on, run.new + on
    yield from _piece(left[at:], right[there:])


def _piece(left: str, right: str) -> Iterator[Pair]:
    """What is between two cuts, by itself."""
    if left and right and len(left) * len(right) <= TOO_MANY:
        yield pair(left, right)
        return
    for at in range(0, max(len(left), len(right)), PIECE):
        one, other = left[at : at + PIECE], right[at : at + PIECE]
        yield Pair(one or None, other or None, ((0, len(one)),) if one else (), ((0, len(other)),) if other else ())


def _is_long(left: str, right: str) -> bool:
    return max(len(left), len(right)) > LONG


def _likeness(left: str, right: str) -> float:
    """How much two paragraphs have in common, 0 to 1."""
    from rapidfuzz.distance import Indel  # here: comparing is rare, and the program starts without it

    if not _is_long(left, right):
        return Indel.normalized_similarity(left, right)
    return 2 * sum(run.size for run in in_step(left, right)) / (len(left) + len(right))


def _beside(left: str, right: str) -> Pair:
    """What belongs together; what differs in long ones is found once they are cut."""
    return Pair(left, right) if _is_long(left, right) else pair(left, right)


def _aligned(lefts: Sequence[str], rights: Sequence[str]) -> list[Pair]:
    """Paragraphs of which none is the same: those most alike beside one another, the others alone."""
    if not lefts or not rights or len(lefts) * len(rights) > MOST:
        both = min(len(lefts), len(rights))
        pairs = [_beside(one, other) for one, other in zip(lefts, rights, strict=False)]
        return pairs + [_alone(one, None) for one in lefts[both:]] + [_alone(None, other) for other in rights[both:]]
    likeness = [[_likeness(one, other) for other in rights] for one in lefts]
    best = _best(likeness)
    found: list[Pair] = []
    a = b = 0
    while a < len(lefts) or b < len(rights):
        if a < len(lefts) and b < len(rights) and (a, b) in best:
            found.append(_beside(lefts[a], rights[b]))
            a, b = a + 1, b + 1
        elif a < len(lefts) and not any(one == a for one, _ in best):
            found.append(_alone(lefts[a], None))
            a += 1
        else:
            found.append(_alone(None, rights[b]))
            b += 1
    return found


def _best(likeness: Sequence[Sequence[float]]) -> set[tuple[int, int]]:
    """The pairs, in the order of both sides, that are the most alike together."""
    rows, columns = len(likeness), len(likeness[0])
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            together = likeness[a][b] + score[a + 1][b + 1] if likeness[a][b] >= ALIKE else 0.0
            score[a][b] = max(score[a + 1][b], score[a][b + 1], together)
    found, a, b = set(), 0, 0
    while a < rows and b < columns:
        if score[a][b] == score[a + 1][b]:
            a += 1
        elif score[a][b] == score[a][b + 1]:
            b += 1
        else:
            found.add((a, b))
            a, b = a + 1, b + 1
    return found


def _alone(left: str | None, right: str | None) -> Pair:
    whole = ((0, len(left or right or "")),)
    return Pair(left, right, whole if left else (), whole if right else ())


def pair(left: str, right: str) -> Pair:
    """Two texts that belong together, with what differs in them."""
    from rapidfuzz.distance import Indel

    lefts, rights = [], []
    for change in Indel.opcodes(left, right):
        if change.tag != "equal":
            lefts.append((change.src_start, change.src_end))
            rights.append((change.dest_start, change.dest_end))
    return Pair(left, right, _joined(lefts), _joined(rights))


def _joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for start, end in ranges:
        if start == end:
            continue
        if found and start - found[-1][1] <= GAP:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
