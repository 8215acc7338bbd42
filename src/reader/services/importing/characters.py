"""What is known of Chinese characters: the commonest ones, their simplified forms, their readings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader import resources


@dataclass(frozen=True, slots=True)
class Characters:
    """`common`: the 1,500 commonest of news, simplified. `simplified`: of those that are written otherwise there."""

    common: frozenset[str]
    simplified: dict[str, str]
    readings: dict[str, frozenset[str]]

    def simple(self, char: str) -> str:
        """The simplified form of a character; itself, if it has no other."""
        return self.simplified.get(char, char)


@cache
def known() -> Characters:
    """The dictionary (packaging/make_readings.py), read when it is first needed."""
    lines = resources.text("data/readings.txt").splitlines()
    simplified: dict[str, str] = {}
    readings: dict[str, frozenset[str]] = {}
    for line in lines[1:]:
        char, simple, spoken = line.split("\t")
        if simple:
            simplified[char] = simple
        readings[char] = frozenset(spoken.split(","))
    return Characters(frozenset(lines[0]), simplified, readings)
