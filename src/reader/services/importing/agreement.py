"""Which paragraphs of a page an extractor chose, and which of several choices agrees most with the others.

Extractors give text without saying where it stood; it is looked for in the page, so that structure and pictures come
from there, whoever chose the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NO_WORD = re.compile(r"[\W_]+")
LONG = 40  # letters of a paragraph that counts as chosen when most of its pieces are
PIECE = 12  # letters of such a piece
MOST = 0.6  # part of the pieces
TRIED = 6  # places of the same words in a text


def letters(text: str) -> str:
    """What is left of a text without spaces, signs and frames of tables, which extractors change."""
    return NO_WORD.sub("", text)


@dataclass(slots=True)
class _Chains:
    """The heaviest chain of places that ends at or before each position."""

    ends: list[int] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    def before(self, position: int) -> tuple[int, int]:
        """The weight of that chain and its last link, -1 if there is none."""
        at = bisect_right(self.ends, position) - 1
        return (self.weights[at], self.links[at]) if at >= 0 else (0, -1)

    def add(self, end: int, weight: int, link: int) -> None:
        """One more chain; those that end later and weigh no more are forgotten."""
        at = bisect_right(self.ends, end)
        if at and self.weights[at - 1] >= weight:
            return
        last = at
        while last < len(self.ends) and self.weights[last] <= weight:
            last += 1
        self.ends[at:last], self.weights[at:last], self.links[at:last] = [end], [weight], [link]


def chosen(paragraphs: Sequence[str], text: str) -> frozenset[int]:
    """The paragraphs, as `letters`, of which a text consists: as much of it as can be found in order."""
    flat = letters(text)
    chains = _Chains()
    places: list[tuple[int, int]] = []  # paragraph, the place before it in its chain
    for number, words in enumerate(paragraphs):
        added = []
        for at, length in _places(words, flat):
            weight, link = chains.before(at)
            added.append((at + length, weight + length, len(places)))
            places.append((number, link))
        for each in added:  # afterwards, so that no paragraph is chosen twice
            chains.add(*each)
    _, link = chains.before(len(flat))
    found = []
    while link >= 0:
        number, link = places[link]
        found.append(number)
    return frozenset(found)


def _places(words: str, flat: str) -> list[tuple[int, int]]:
    """Where in a text a paragraph stands, and how much of it."""
    found: list[tuple[int, int]] = []
    at = flat.find(words) if words else -1
    while at >= 0 and len(found) < TRIED:
        found.append((at, len(words)))
        at = flat.find(words, at + 1)
    if not found and len(words) >= LONG:
        pieces = [words[start : start + PIECE] for start in range(0, len(words) - PIECE + 1, PIECE)]
        hits = [at for piece in pieces if (at := flat.find(piece)) >= 0]
        if len(hits) >= MOST * len(pieces):
            found.append((hits[0], len(words) // 2))
    return found


def likeness(one: frozenset[int], other: frozenset[int], weights: Sequence[int]) -> float:
    """F1 of two choices of paragraphs, by their weights."""
    both = sum(weights[number] for number in one & other)
    sizes = sum(weights[number] for number in one) + sum(weights[number] for number in other)
    return 2 * both / sizes if sizes else 0.0


def most_agreed(choices: Mapping[str, frozenset[int]], weights: Sequence[int], trust: Mapping[str, float]) -> str:
    """The name of the choice that is most like the others; `trust` is added to the sum of its likenesses."""
    return max(
        choices,
        key=lambda name: (
            sum(likeness(choices[name], other, weights) for each, other in choices.items() if each != name)
            + trust.get(name, 0.0)
        ),
    )
