"""Chinese shown in simplified or in traditional characters, whatever it was published in.

Each character on its own becomes one other (packaging/make_scripts.py), which takes as many units of UTF-16, so that no
position moves. It is for looking at only: what is stored, quoted, searched and exported is the text as published.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from reader import resources
from reader.domain.text import ASTRAL

LAST = 0xFFFF  # of the characters that take one unit of UTF-16
LANGUAGES = {"simplified": "zh-Hans", "traditional": "zh-Hant"}  # by the names of the scripts


@dataclass(frozen=True, slots=True)
class Table:
    """For one script: what there is to convert, and what becomes of it."""

    near: list[int]  # by the code of each character up to LAST: `translate` takes half the time that a dict takes
    beyond: dict[str, str]
    convertible: re.Pattern[str]  # what becomes another one, or is beyond LAST


def shown(text: str, script: str, language: str) -> str:
    """Words of a language in a script: "simplified", "traditional", or anything else for as they are.

    Only Chinese, and what has no language, is converted. In a text of that script what it has itself stays: 皇后 is no
    皇後 where the text is traditional already.
    """
    if script not in LANGUAGES or not is_chinese(language):
        return text
    table = _table(script, language == LANGUAGES[script])
    if table.convertible.search(text) is None:
        return text
    made = text.translate(table.near)
    return ASTRAL.sub(lambda found: table.beyond.get(found[0], found[0]), made)


def language_in(script: str, language: str) -> str:
    """The language whose fonts fit a text of a language that is shown in a script."""
    return LANGUAGES.get(script, language) if is_chinese(language) else language


def is_chinese(language: str) -> bool:
    """Whether words of this language are converted; those of which it is not known are, too."""
    return language == "" or language.startswith("zh")


@cache
def _table(script: str, within: bool) -> Table:
    """The table of a script; `within`: for texts that are in it already."""
    read = json.loads(resources.text("data/scripts.json"))[script]
    own = set(read["own"]) if within else set()
    pairs = {char: form for char, form in zip(read["from"], read["to"], strict=True) if char not in own}
    near = list(range(LAST + 1))
    for char in filter(LAST.__ge__, map(ord, pairs)):
        near[char] = ord(pairs[chr(char)])
    beyond = {char: form for char, form in pairs.items() if ord(char) > LAST}
    # As a range: `re` is slow where it lists those singly.
    return Table(near, beyond, re.compile(f"[{''.join(pairs.keys() - beyond.keys())}\U00010000-\U0010ffff]"))
