"""Readings that got into the text, as a converter's pinyin in 術(shù): recognised, lifted out, and kept.

Rules and thresholds come from 134,000 documents: no clean one is taken for an artefact, and damaged
ones are recognised from some sixty characters on. A gloss is one Han character, brackets, and one toned
syllable that a dictionary gives as a reading of it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.domain import characters
from reader.domain.article import Gloss, Mark
from reader.services.importing.flattened import flattened, kana, zhuyin

SYLLABLE = re.compile("([\u3400-\u9fff\U00020000-\U0002a6df])([(（]([a-zêü\u00e0-\u01dc\u0300-\u036f]{1,8})[)）])")
READING = re.compile("[(（][a-zêü\u00e0-\u01dc\u0300-\u036f]")  # what most texts have none of; that is seen quickly
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0002a6df]")
LEAST = 3  # toned glosses in a document
CONVERTED = 0.95  # part of them on characters whose simplified form differs
COMMON = 0.70  # part on the 1,500 commonest characters of news
DENSITY = 5 / 1000  # glosses to Han characters
REPEATS = 2


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text without its glosses. `glosses` stand at offsets of this text."""

    text: str
    glosses: tuple[Gloss, ...] = ()
    _old: tuple[int, ...] = ()  # for each gloss: where it ended in the text as printed
    _new: tuple[int, ...] = ()

    def position(self, printed: int) -> int:
        """The offset here of an offset of the printed text; from inside a gloss, where that was lifted."""
        found = bisect_right(self._old, printed) - 1
        after = self._new[found] + printed - self._old[found] if found >= 0 else printed
        following = self._new[found + 1] if found + 1 < len(self._new) else len(self.text)
        return min(after, following)

    def marks(self, printed: Iterable[Mark]) -> tuple[Mark, ...]:
        """Marks of the printed text at their places here."""
        moved = (Mark(self.position(mark.start), self.position(mark.end), mark.kind, mark.value) for mark in printed)
        return tuple(mark for mark in moved if mark.start < mark.end)


def lift(text: str, *, always: bool | None = None, above: Iterable[Gloss] = ()) -> Lifted:
    """Lift the glosses out if the document is such an artefact, `always` or never; else leave it as it is.

    `above`: glosses that are not in the text, since they stood above its characters; they come along.
    """
    found = _all(text) if always else _artefacts(text) if always is None else []
    if not found:
        return Lifted(text, tuple(sorted(above)))
    parts, glosses, old, new = [], [], [], []
    copied = length = 0
    for match in found:
        part = text[copied : match.start(2)]
        parts.append(part)
        length += len(part)
        glosses.append(Gloss(length, match[2]))
        copied = match.end(2)
        old.append(copied)
        new.append(length)
    made = Lifted("".join([*parts, text[copied:]]), tuple(glosses), tuple(old), tuple(new))
    moved = (Gloss(made.position(gloss.position), gloss.text) for gloss in above)
    return replace(made, glosses=tuple(sorted([*glosses, *moved])))


def _all(text: str) -> list[re.Match[str]]:
    return sorted([*_valid(text), *zhuyin(text), *kana(text)], key=re.Match.start)


def _artefacts(text: str) -> list[re.Match[str]]:
    """What nobody wrote on purpose."""
    found = _valid(text)
    return found if is_artefact(text, found) else flattened(text)


def is_artefact(text: str, found: list[re.Match[str]] | None = None) -> bool:
    """Whether the glosses of a document come from a converter and not from its author."""
    glosses = _valid(text) if found is None else found
    if len(glosses) < LEAST:
        return False
    known = characters.known()
    bases = [match[1] for match in glosses]
    converted = sum(base in known.simplified for base in bases)
    common = sum(known.simple(base) in known.common for base in bases)
    repeats = sum(count - 1 for count in Counter(bases).values())
    dense = len(glosses) >= DENSITY * max(1, len(HAN.findall(text)))
    return converted >= CONVERTED * len(bases) and common >= COMMON * len(bases) and (dense or repeats >= REPEATS)


def _valid(text: str) -> list[re.Match[str]]:
    """The glosses of a text: toned syllables that are readings of the character before them."""
    if READING.search(text) is None:
        return []
    known = characters.known()
    found = []
    for match in SYLLABLE.finditer(text):
        syllable = unicodedata.normalize("NFC", match[3])
        toned = not syllable.isascii() and syllable != _toneless(syllable)
        if toned and syllable in known.readings(match[1]):
            found.append(match)
    return found


def _toneless(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = {"\u0300", "\u0301", "\u0304", "\u030c"}
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in tones))
