"""Chinese shown in simplified or in traditional characters, whatever it was published in.

Each character becomes one other, which takes as many units of UTF-16, so that no position moves. Where its form depends
on the word (发: 發展, but 頭髮), the words of its clause are found, by the lists that packaging/make_scripts.py writes.
A line that is shown by itself looks as it does in its text. It is for looking at only: what is stored, quoted, searched
and exported is the text as published.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader import resources
from reader.domain.text import ASTRAL

LAST = 0xFFFF  # of the characters that take one unit of UTF-16
LANGUAGES = {"simplified": "zh-Hans", "traditional": "zh-Hant"}  # by the names of the scripts
PAIR = ({""}, [0])  # what is behind the first two characters of words of two only, as most are


class Behind(dict[str, dict[str, tuple[set[str], list[int]]]]):
    """By the first and the second character of words: what is behind these, and its lengths, longest first.

    Taken apart when it is first asked for, since one text needs few of 50,000 words.
    """

    def __init__(self, rests: dict[str, str]) -> None:
        super().__init__()
        self._rests = rests  # of words behind their first characters, parted by spaces

    def __missing__(self, first: str) -> dict[str, tuple[set[str], list[int]]]:
        found: dict[str, set[str]] = defaultdict(set)
        for rest in self._rests.get(first, "").split():
            found[rest[0]].add(rest[1:])
        self[first] = {
            second: PAIR if ends == PAIR[0] else (ends, sorted({*map(len, ends)}, reverse=True))
            for second, ends in found.items()
        }
        return self[first]


@dataclass(frozen=True, slots=True)
class Words:
    """For one script: the words that there are, and the forms of those which differ from their characters' own."""

    behind: Behind
    forms: dict[str, str]
    inside: frozenset[str]  # characters of words; all others part clauses
    near: frozenset[str]  # characters that have another form in a word, each with the one before or behind it there

    def around(self, text: str, at: int, start: int) -> tuple[int, int]:
        """The ends of the word that a character belongs to; `start`: of the first word in its clause, if behind that.

        From there on each word is the longest that there is.
        """
        first = at
        while first > start and text[first - 1] in self.inside:
            first -= 1
        while True:
            end, second = first + 1, first + 2
            if (known := self.behind[text[first]].get(text[end:second])) is not None:
                for length in known[1]:
                    if text[second : second + length] in known[0]:
                        end = second + length
                        break
            if end > at:
                return first, end
            first = end


@dataclass(frozen=True, slots=True)
class Table:
    """For one script: what there is to convert, and what becomes of it."""

    near: list[int]  # by the code of each character up to LAST: `translate` takes half the time that a dict takes
    beyond: dict[str, str]
    convertible: re.Pattern[str]  # what may become another one, or is beyond LAST
    doubtful: re.Pattern[str] | None  # characters whose form depends on the word


def shown(text: str, script: str, language: str) -> str:
    """Words of a language in a script: "simplified", "traditional", or anything else for as they are.

    Only Chinese, and what has no language, is converted. In a text of that script what it has itself stays: 皇后 and
    里面 are right where the text is traditional already.
    """
    if script not in LANGUAGES or not is_chinese(language):
        return text
    table = _table(script, language == LANGUAGES[script])
    if table.convertible.search(text) is None:
        return text
    made = text.translate(table.near)
    if table.doubtful is not None:
        made = _by_words(text, made, table.doubtful, _words(script))
    return ASTRAL.sub(lambda found: table.beyond.get(found[0], found[0]), made)


def is_shown_otherwise(text: str, start: int, end: int, script: str, language: str) -> bool:
    """Whether a part of a text is shown in other characters than it has."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    lines = text[first : last if last >= 0 else len(text)]
    return shown(lines, script, language)[start - first : end - first] != text[start:end]


def language_in(script: str, language: str) -> str:
    """The language whose fonts fit a text of a language that is shown in a script."""
    return LANGUAGES.get(script, language) if is_chinese(language) else language


def is_chinese(language: str) -> bool:
    """Whether words of this language are converted; those of which it is not known are, too."""
    return language == "" or language.startswith("zh")


def _by_words(text: str, made: str, doubtful: re.Pattern[str], words: Words) -> str:
    """A text of which each character was converted on its own, with the forms that the words in it have."""
    near, pieces = words.near, list[str]()
    kept = start = end = 0
    form = ""  # of the word from `start` to `end`, if it has one of its own
    found = map(re.Match.start, doubtful.finditer(text))
    for at in [at for at in found if text[at : at + 2] in near or text[at - 1 : at + 1] in near]:
        if at >= end:
            start, end = words.around(text, at, end)
            form = words.forms.get(text[start:end], "")
        if form and form[at - start] != made[at]:
            pieces += made[kept:at], form[at - start]
            kept = at + 1
    return "".join((*pieces, made[kept:])) if pieces else made


@cache
def _read(script: str) -> dict[str, Any]:
    """What is known of one script: names are put in order by that of the simplified one, which is small."""
    return dict(json.loads(resources.unpacked(f"data/{script}.json.xz")))


@cache
def _words(script: str) -> Words:
    """The words of a script."""
    rests, forms = _read(script)["words"], _read(script)["forms"]
    near = {word[each : each + 2] for word, at in _doubts(script) for each in (at - 1, at) if 0 <= each < len(word) - 1}
    inside = frozenset("".join((*rests, *rests.values()))) - {" "}
    return Words(Behind(rests), forms, inside, frozenset(near))


@cache
def _doubts(script: str) -> list[tuple[str, int]]:
    """The words of a script, with the places of characters in them that have another form on their own."""
    read = _read(script)
    alone = dict(zip(read["from"], read["to"], strict=True))
    return [
        (word, at)
        for word, form in read["forms"].items()
        for at, char in enumerate(word)
        if alone.get(char, char) != form[at]
    ]


@cache
def _table(script: str, within: bool) -> Table:
    """The table of a script; `within`: for texts that are in it already."""
    read = _read(script)
    own = set(read["own"]) if within else set()
    pairs = {char: form for char, form in zip(read["from"], read["to"], strict=True) if char not in own}
    near = list(range(LAST + 1))
    for char in filter(LAST.__ge__, map(ord, pairs)):
        near[char] = ord(pairs[chr(char)])
    beyond = {char: form for char, form in pairs.items() if ord(char) > LAST}
    doubtful = "".join(sorted({word[at] for word, at in _doubts(script)} - own))
    # As a range: `re` is slow where it lists those singly.
    some = "".join(sorted({*pairs.keys() - beyond.keys(), *doubtful}))
    convertible = re.compile(f"[{some}\U00010000-\U0010ffff]")
    return Table(near, beyond, convertible, re.compile(f"[{doubtful}]") if doubtful else None)
