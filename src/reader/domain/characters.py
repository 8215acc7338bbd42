"""What is known of Chinese characters: the commonest ones, their simplified forms, their readings."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from reader import resources


@dataclass(frozen=True, slots=True)
class Characters:
    """`common`: the 1,500 commonest of news, simplified; `simplified`: the forms of those that have another there."""

    common: frozenset[str]
    simplified: dict[str, str]
    _readings: dict[str, str]

    def simple(self, char: str) -> str:
        """The simplified form of a character; itself, if it has no other."""
        return self.simplified.get(char, char)

    def readings(self, char: str) -> list[str]:
        """The toned syllables that a character, or its simplified form, is read as."""
        return [*self._readings.get(char, "").split(","), *self._readings.get(self.simple(char), "").split(",")]


@cache
def _lines() -> list[str]:
    """The dictionary (packaging/make_readings.py), read when it is first needed; all lines but the first in order."""
    return resources.text("data/readings.txt").splitlines()


@cache
def known() -> Characters:
    """All that is known."""
    lines = _lines()
    simplified: dict[str, str] = {}
    readings: dict[str, str] = {}
    for line in lines[1:]:
        char, simple, spoken = line.split("\t")
        if simple:
            simplified[char] = simple
        readings[char] = spoken
    return Characters(frozenset(lines[0]), simplified, readings)


def readings(char: str) -> list[str]:
    """The toned syllables that a character, or its simplified form, is read as.

    Looked up one by one: for few of them that is much quicker than to make the tables of all 41,000.
    """
    simple, spoken = _entry(char)
    return [*filter(None, spoken.split(",")), *filter(None, (_entry(simple)[1] if simple else "").split(","))]


def _entry(char: str) -> tuple[str, str]:
    lines = _lines()
    at = bisect_left(lines, char, lo=1)
    if at < len(lines) and lines[at].startswith(f"{char}\t"):
        _char, simple, spoken = lines[at].split("\t")
        return simple, spoken
    return "", ""
