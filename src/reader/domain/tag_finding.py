"""Finding tags by a part of their paths, as somebody types it: characters in any form, pinyin, or its initials.

`gxq`, `gaoxinqu`, `gaoxq` and `高xin` all find 高新區. Of a character with several readings each one will do; ü is
typed as v or u. A slash leaves out the rest of a name: `z/m` finds 政策/民生.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from reader.domain import characters
from reader.domain.folding import fold
from reader.domain.tag import SEPARATOR, Tag, TagTree, split_path

KNOWN = 20_000  # names whose spelling is kept
LONGEST = 60  # letters that are listened to
SOUND = re.compile(f"[a-z]|.{SEPARATOR}.")  # what may be more than the characters as they are written
DIAERESIS = "\u0308"


class Fit(IntEnum):
    """How a tag fits what is typed, the best first: its name as it is written or by its sound, or the path above it."""

    IS = 0
    BEGINS = 1
    WORD_BEGINS = 2
    HOLDS = 3
    SOUNDS = 4
    SOUND_BEGINS = 5
    SOUND_HOLDS = 6
    PATH = 7
    PATH_SOUNDS = 8


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it may be typed: its folded form, and for each character of that what may stand for it."""

    form: str
    ways: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: Tag
    path: str  # folded
    name: Spelling
    above: int  # the place of its parent among the entries; -1: none


class TagFinder:
    """The tags of a tree, ready to be looked for."""

    def __init__(self, tree: TagTree) -> None:
        self._entries: list[_Entry] = []
        places: dict[int | None, int] = {None: -1}
        for tag in tree:
            name, above = spelling(tag.name), places[tag.parent]
            path = name.form if above < 0 else f"{self._entries[above].path}{SEPARATOR}{name.form}"
            places[tag.id] = len(self._entries)
            self._entries.append(_Entry(tag, path, name, above))

    def knows(self, path: str) -> bool:
        """Whether there is a tag with this path, in whatever form its characters are typed."""
        form = folded(path)
        return any(entry.path == form for entry in self._entries)

    def find(self, typed: str, recent: Sequence[int] = (), worst: Fit = Fit.PATH_SOUNDS) -> list[Tag]:
        """The tags that every typed word fits, none worse than `worst`, best first; of those alike the recent ones.

        With nothing typed, all of them: the recent ones, then the others in the order of the tree.
        """
        fits: list[Fit | None] = [Fit.IS] * len(self._entries)
        for form in fold(typed).split():
            fits = [_worse(*each) for each in zip(fits, self._fits(form), strict=True)]
        late = {tag: number for number, tag in enumerate(recent)}
        found = [
            (fit, late.get(entry.tag.id, len(late)), number)
            for number, (entry, fit) in enumerate(zip(self._entries, fits, strict=True))
            if fit is not None and fit <= worst
        ]
        return [self._entries[number].tag for _fit, _late, number in sorted(found)]

    def _fits(self, form: str) -> list[Fit | None]:
        """How each tag fits a typed word."""
        sounds = _sounds(form)
        ends: list[int] = []  # what of the word was heard at the end of each path
        fits: list[Fit | None] = []
        for entry in self._entries:
            fit = _written(entry, form)
            if sounds is not None:
                begun = sounds.step((SEPARATOR,), ends[entry.above]) if entry.above >= 0 else 0
                end, heard = sounds.hear(entry.name.ways, begun)
                ends.append(end)
                if fit is None and heard:
                    fit = sounds.fit(entry.name)
                elif fit is None and entry.above >= 0 and fits[entry.above] is not None:
                    fit = Fit.PATH_SOUNDS
            fits.append(fit)
        return fits


def folded(path: str) -> str:
    """A path in the form in which it is looked for: those with the same one differ in case, width or script only."""
    return SEPARATOR.join(map(fold, split_path(path)))


def _worse(fit: Fit | None, other: Fit | None) -> Fit | None:
    return None if fit is None or other is None else max(fit, other)


def _written(entry: _Entry, form: str) -> Fit | None:
    """How the characters of a path fit a word."""
    name = entry.name.form
    if form not in entry.path:
        return None
    if form in (name, entry.path):
        return Fit.IS
    own = len(entry.path) - len(name)
    at = entry.path.find(form, max(0, own - len(form) + 1))
    if at < 0:
        return Fit.PATH
    if at <= own:  # also where it begins in the path above
        return Fit.BEGINS
    while at > 0 and entry.path[at - 1].isalnum():
        at = entry.path.find(form, at + 1)
    return Fit.HOLDS if at < 0 else Fit.WORD_BEGINS


class _Sounds:
    """What is typed, heard character by character: of a number bit k says that the first k letters may be heard.

    A syllable may be typed whole, or as its first letter, or as zh, ch, sh; the last one as far as it was typed.
    """

    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._all = 1 << len(typed)
        self._places: dict[str, list[int]] = {}
        for at, char in enumerate(typed):
            self._places.setdefault(char, []).append(at)
        self._slashes = sum(1 << at for at in self._places.get(SEPARATOR, ()))
        self._known: dict[tuple[str, ...], tuple[tuple[tuple[int, int], ...], int, int]] = {}

    def hear(self, ways: tuple[tuple[str, ...], ...], begun: int) -> tuple[int, bool]:
        """What is heard at the end of a name, and whether all of it was within the name; `begun` before that."""
        heard = bool(begun & self._all)  # where a slash is the last that was typed
        for way in ways:
            begun = self.step(way, begun | 1)
            heard = heard or bool(begun & self._all)
        return begun & ~self._all, heard

    def fit(self, name: Spelling) -> Fit:
        """How a word that was heard in a path, up to this name, fits the name."""
        begun = 1
        for place, way in enumerate(name.ways, start=1):
            begun = self.step(way, begun)
            if begun & self._all:
                return Fit.SOUNDS if place == len(name.ways) else Fit.SOUND_BEGINS
        return Fit.SOUND_HOLDS

    def begin(self, name: Spelling) -> bool:
        """Whether all of it may be heard at the beginning of a name."""
        begun = 1
        for way in name.ways:
            begun = self.step(way, begun)
            if begun & self._all or not begun:
                break
        return bool(begun & self._all)

    def step(self, way: tuple[str, ...], begun: int) -> int:
        """What may have been heard after one more character."""
        found = self._known.get(way)
        if found is None:
            found = self._known[way] = self._steps(way)
        steps, ends, stays = found
        after = begun & stays
        for letters, places in steps:
            after |= (begun & places) << letters
        return after | self._all if begun & ends else after

    def _steps(self, way: tuple[str, ...]) -> tuple[tuple[tuple[int, int], ...], int, int]:
        """For so many letters the places where they stand for the character; those of a last part; those that stay."""
        typed, steps, ends = self._typed, dict[int, int](), 0
        for each in way:
            for at in self._places.get(each[0], ()):
                taken = {len(each)} if typed.startswith(each, at) else set[int]()
                if len(each) > 1:
                    taken.add(1)
                    if each[1] == "h" and typed.startswith(each[:2], at):
                        taken.add(2)
                    if len(typed) - at < len(each) and each.startswith(typed[at:]):
                        ends |= 1 << at
                for letters in taken:
                    steps[letters] = steps.get(letters, 0) | 1 << at
        stays = self._slashes if way[0].isalnum() else self._all - 2  # who types leaves spaces and points out
        return tuple(steps.items()), ends, stays


def _sounds(form: str) -> _Sounds | None:
    """To hear a word by; None where its characters say all of it."""
    return _Sounds(form) if SOUND.search(form) and len(form) <= LONGEST else None


def listener(typed: str) -> Callable[[str], bool]:
    """Whether a name begins so, as it is written or, for letters, as it sounds: asked of many names."""
    form = fold(typed).strip()
    sounds = _sounds(form)

    def begins(name: str) -> bool:
        spelled = spelling(name)
        return spelled.form.startswith(form) or (sounds is not None and sounds.begin(spelled))

    return begins


@lru_cache(KNOWN)
def spelling(name: str) -> Spelling:
    """How a name may be typed."""
    return Spelling(fold(name), tuple(_ways(char, form) for char in name for form in fold(char)))


@lru_cache(KNOWN)
def _ways(char: str, form: str) -> tuple[str, ...]:
    """What may be typed for a character, its own folded form first."""
    found = {form: None}
    for reading in characters.readings(char):
        plain = fold(reading)
        found[plain] = None
        if DIAERESIS in unicodedata.normalize("NFD", reading):
            found[plain.replace("u", "v")] = None
    return tuple(found)
