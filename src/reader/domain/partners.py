"""Which paragraphs of a text are which of another version of it, wherever they are, though their words were changed.

Two belong together when neither has more in common with any other paragraph. So one that moved is not taken for
another one that reads much the same and stayed. What stands again and again, such as who edited an article, goes with
the paragraph beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

GRAM = 5  # characters of the pieces that are counted
COMMON = 12  # paragraphs that have a piece, from which it tells nothing
ALIKE = 0.25  # share of the pieces of the longer one that two have in common
BESIDE = 0.3  # share from which that is enough beside two that belong together
CLEAR = 1.4  # how many times more than with the next one
LONG = 20_000  # characters of a paragraph that is none


class Line(NamedTuple):
    """Where a paragraph begins, and its words."""

    start: int
    words: str


def partners(old: str, new: str) -> Iterator[tuple[Line, Line]]:
    """The paragraphs that belong together, in the order of the old text."""
    olds, news = _lines(old), _lines(new)
    same = _same(olds, news)
    taken = set(same.values())
    lefts = [at for at, line in enumerate(olds) if at not in same and GRAM < len(line.words) < LONG]
    rights = [at for at, line in enumerate(news) if at not in taken and GRAM < len(line.words) < LONG]
    found = same | _alike(olds, news, lefts, rights)
    _add_neighbours(found, olds, news)
    for at in sorted(found):
        yield olds[at], news[found[at]]


def _add_neighbours(found: dict[int, int], olds: Sequence[Line], news: Sequence[Line]) -> None:
    """Let those belong together, too, that stand beside such ones and are alike: also where there are several alike."""
    taken = set(found.values())
    for at, other in sorted(found.items()):
        for step in (1, -1):
            old, new = at + step, other + step
            while (
                0 <= old < len(olds)
                and 0 <= new < len(news)
                and old not in found
                and new not in taken
                and _is_alike(olds[old].words, news[new].words)
            ):
                found[old] = new
                taken.add(new)
                old, new = old + step, new + step


def _is_alike(one: str, other: str) -> bool:
    if not GRAM < len(one) < LONG or not GRAM < len(other) < LONG:
        return False
    return len(_pieces(one) & _pieces(other)) >= BESIDE * max(len(one), len(other))


def _lines(text: str) -> list[Line]:
    words = text.split("\n")
    starts = accumulate((len(line) + 1 for line in words), initial=0)
    return [Line(start, line) for start, line in zip(starts, words, strict=False)]


def _same(olds: Sequence[Line], news: Sequence[Line]) -> dict[int, int]:
    """Those that are the same, and that both texts have once."""
    ours, theirs = (Counter(line.words for line in lines) for lines in (olds, news))
    there = {line.words: at for at, line in enumerate(news)}
    return {
        at: there[line.words]
        for at, line in enumerate(olds)
        if line.words and ours[line.words] == 1 and theirs[line.words] == 1
    }


def _alike(olds: Sequence[Line], news: Sequence[Line], lefts: Sequence[int], rights: Sequence[int]) -> dict[int, int]:
    """Of these, those that have the most in common with one another.

    The fewer paragraphs have a piece, the more it tells: those that repeat one another but for a name and a number are
    known by the name and the number.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for at in rights:
        for piece in _pieces(news[at].words):
            where[piece].append(at)
    shares: dict[tuple[int, int], float] = {}
    for at in lefts:
        found = [others for piece in _pieces(olds[at].words) if (others := where.get(piece)) and len(others) <= COMMON]
        least = ALIKE * len(olds[at].words)
        for other, count in Counter(chain.from_iterable(found)).items():
            if count >= least and count >= ALIKE * len(news[other].words):
                told = sum([1 / len(others) for others in found if other in others])
                shares[at, other] = told / max(len(olds[at].words), len(news[other].words))
    best, back = _best(shares, 0), _best(shares, 1)
    return {at: other for at, other in best.items() if back.get(other) == at}


def _best(shares: dict[tuple[int, int], float], side: int) -> dict[int, int]:
    """For each paragraph of one side the clearly best one of the other."""
    ranked: dict[int, list[tuple[float, int]]] = {}
    for pair, share in shares.items():
        ranked.setdefault(pair[side], []).append((share, pair[1 - side]))
    found = {}
    for at, others in ranked.items():
        others.sort(reverse=True)
        second = others[1][0] if len(others) > 1 else 0.0
        if others[0][0] >= second * CLEAR:
            found[at] = others[0][1]
    return found


def _pieces(words: str) -> set[str]:
    return {words[at : at + GRAM] for at in range(len(words) - GRAM + 1)}
