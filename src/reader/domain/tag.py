"""Tags and the tree they stand in."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Literal, get_args

from reader.domain.folding import fold
from reader.domain.ordering import by_reading
from reader.domain.text import clean

SEPARATOR = "/"  # of the names in a path
SEPARATORS = re.compile("[/／]")  # as people type it: a Chinese keyboard gives the wide one
BETWEEN = ";"  # of paths, where several stand in one field
INTO = " → "  # between a tag and what it became, in the details of steps
# Unicode's marks that turn the direction of writing: with one, "evil" is shown as "live".
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# What nobody sees, so that names would differ that look the same. Joiners mean something between two letters of the
# scripts of the Near East, of India and its neighbours, and between two emoji.
JOINED = "[\u0590-\u1fff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufe0f\ufe70-\ufefe\U00010800-\U00011fff\U0001e000-\U0001faff]"
INVISIBLE = re.compile(f"[\u200b\u2060\ufeff]|(?<!{JOINED})[\u200c\u200d]|[\u200c\u200d](?!{JOINED})")
# Name and hue of each tag colour, told apart on all three themes' pages (resources/themes).
COLORS: dict[str, str] = {
    "yellow": "#E5B800",
    "orange": "#E67E22",
    "red": "#D64545",
    "pink": "#D6538B",
    "purple": "#8E5BD0",
    "indigo": "#5668D9",
    "blue": "#2F8FD6",
    "teal": "#1AA39A",
    "green": "#3C9D4E",
    "lime": "#8AA811",
    "brown": "#9B6B43",
    "grey": "#7C7F85",
}
DIGITS = tuple("123456789")  # each may be the key of one tag
DEFAULT_COLOR = "yellow"  # of a highlight without tags
NAME_LIMIT = 200  # code points
LEVELS = 50  # of the tree, at the most


# In which siblings stand: by name, as they were put by hand (those that were not, behind), the most used first, or
# those used last.
Order = Literal["name", "hand", "count", "recent"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Tag:
    """One node of the tag tree. `shortcut` is a digit "1" to "9" or empty; `parent` an id or None.

    `position` is its place among its siblings in the order made by hand, 0 if there is none; an `exclusive` tag stands
    on nothing together with one of its siblings. `highlights` counts passages and whole articles that have it.
    """

    id: int
    uid: str
    name: str
    parent: int | None
    color: str
    shortcut: str = ""
    description: str = ""
    highlights: int = 0
    position: int = 0
    exclusive: bool = False


class TagTree:
    """All tags of a library, by id, with their paths.

    In a damaged library a tag's parent may be missing, or stand below it. Such a tag, or one of each circle, is
    put at the top, so that all can be seen; `loose` are their ids.
    """

    def __init__(self, tags: Iterable[Tag] = ()) -> None:
        self.by_id = {tag.id: tag for tag in tags}
        self.loose = self._loosened()
        self._labels: dict[int, str] = {}  # once one is asked for
        self._folded: dict[int, list[str]] = {}  # likewise
        self._children: dict[int | None, list[Tag]] = {}
        for tag in sorted(self.by_id.values(), key=lambda tag: (by_reading(tag.name), tag.id)):
            self._children.setdefault(tag.parent, []).append(tag)

    def __iter__(self) -> Iterator[Tag]:
        """Every tag, parents before their children, siblings by name."""
        return self.walk()

    def __len__(self) -> int:
        return len(self.by_id)

    @property
    def parents(self) -> Iterable[int | None]:
        """Those under which others stand; None for the top."""
        return self._children

    def with_changes(self, now: Mapping[int, Tag | None], counts: Mapping[int, int]) -> TagTree:
        """The tree where some tags are like this `now`, or gone (None), and so many highlights have each of all.

        It is this one if nothing is different; only where names or places are others, all are put in order anew. Not
        for a tree with loose tags, whose parents it does not know any more.
        """
        every = {tag: found for tag, found in {**self.by_id, **now}.items() if found is not None}
        for tag in [tag for tag in every.values() if counts.get(tag.id, 0) != tag.highlights]:
            every[tag.id] = replace(tag, highlights=counts.get(tag.id, 0))
        other = [tag for tag in every.values() if tag is not (known := self.by_id.get(tag.id)) and tag != known]
        if not other and len(every) == len(self):
            return self
        if every.keys() != self.by_id.keys() or any(_stands(tag) != _stands(self.by_id[tag.id]) for tag in other):
            return TagTree(every.values())
        made = copy(self)
        made.by_id = every
        made._children = dict(self._children)
        for parent in {tag.parent for tag in other}:
            made._children[parent] = [every[tag.id] for tag in self._children[parent]]
        return made

    def with_parent(self, some: Collection[int], parent: int | None) -> TagTree:
        """The tree where these tags stand under another one, or at the top (None)."""
        moved = {tag: replace(self.by_id[tag], parent=parent) for tag in some}
        return TagTree({**self.by_id, **moved}.values())

    def children(self, parent: int | None, order: Order = "name", ranks: Mapping[int, int] | None = None) -> list[Tag]:
        """The tags directly under a parent (None: at the top).

        `ranks` are what to order by, the highest first: counts, else their own ones, or how lately they were used.
        """
        found = self._children.get(parent, [])
        if order == "hand":
            return sorted(found, key=lambda tag: tag.position or len(self.by_id) + 1)
        if order == "count":
            return sorted(found, key=lambda tag: -(ranks or {}).get(tag.id, tag.highlights))
        if order == "recent":
            return sorted(found, key=lambda tag: -(ranks or {}).get(tag.id, 0))
        return found

    def lately(self, recent: Sequence[int]) -> dict[int, int]:
        """How lately tags or ones below them were used, as ranks: `recent` are those that were, the latest first."""
        ranks: dict[int, int] = {}
        for rank, used in enumerate(reversed(recent), start=1):
            if used in self.by_id:
                ranks |= dict.fromkeys((tag.id for tag in self._line(used)), rank)
        return ranks

    def above(self, tag: int) -> list[Tag]:
        """The tags above one, from the top down."""
        return self._line(tag)[:-1]

    def depth(self, tag: int) -> int:
        """How many parents are above a tag."""
        return len(self._line(tag)) - 1

    def levels(self, tag: int) -> int:
        """How many levels a tag and those below it take."""
        return max(map(self.depth, self.with_children(tag))) - self.depth(tag) + 1

    def path(self, tag: int) -> str:
        """The names from the top down to the tag, joined by `/`."""
        return SEPARATOR.join(each.name for each in self._line(tag))

    def label(self, tag: int) -> str:
        """The name where it stands alone: with those above it in front, as far as others end alike."""
        if not self._labels:
            self._labels = self._told_apart()
        return self._labels[tag]

    def _told_apart(self) -> dict[int, str]:
        found: dict[int, str] = {}
        lines = {tag: [each.name for each in self._line(tag)] for tag in self.by_id}
        for levels in itertools.count(1):
            ends = {tag: SEPARATOR.join(line[-levels:]) for tag, line in lines.items()}
            counts = Counter(ends.values())
            found |= ends
            lines = {tag: line for tag, line in lines.items() if counts[ends[tag]] > 1 and levels < len(line)}
            if not lines:
                break
        return found

    def folded(self) -> Mapping[int, list[str]]:
        """The names from the top down to each tag, in the form in which they are searched; for all, in their order."""
        if not self._folded:
            for tag in self:
                above = self._folded[tag.parent] if tag.parent is not None else []
                self._folded[tag.id] = [*above, *map(fold, split_path(tag.name))]
        return self._folded

    def find(self, path: str) -> Tag | None:
        """The tag with that path, or None."""
        found, left = self.reach(path)
        return None if left else found

    def reach(self, path: str, under: Tag | None = None) -> tuple[Tag | None, list[str]]:
        """The tag to which as much of a path as can leads (None: nothing does), and the names in the rest.

        A name is first taken as it is called just so, as no tag is any more that is made.
        """
        reached, left = under, split_path(path)
        there = {tag.name: tag for tag in self.children(under.id if under else None)}
        for name, rest in _beginnings(path) if there else ():
            if name in there:
                further, names = self.reach(rest, there[name])
                if len(names) < len(left):
                    reached, left = further, names
        return reached, left

    def stored(self, path: str) -> str:
        """A path that somebody typed as its tag has it, or would have it once it is made."""
        reached, left = self.reach(path)
        return SEPARATOR.join([self.path(reached.id), *left] if reached else left)

    def with_children(self, tag: int) -> set[int]:
        """The ids of the tag and of all under it."""
        return {tag} | {below.id for below in self.walk(parent=tag)}

    def with_all_children(self, tags: Iterable[int]) -> set[int]:
        """The ids of some tags and of all under them."""
        return {below for tag in tags for below in self.with_children(tag)}

    def rivals(self, tag: int) -> set[int]:
        """The tags that come off where this one is put on: its siblings, or those of them that are exclusive."""
        found = self.by_id[tag]
        siblings = (each for each in self.children(found.parent) if each.id != tag)
        return {each.id for each in siblings if found.exclusive or each.exclusive}

    def topmost(self, tags: Iterable[int]) -> list[int]:
        """Those of some tags that stand below no other one of them, in the order of the tree."""
        wanted = {tag for tag in tags if tag in self.by_id}
        return [
            each.id for each in self if each.id in wanted and not wanted & {above.id for above in self.above(each.id)}
        ]

    def totals(self, again: Mapping[int, int]) -> dict[int, int]:
        """How many passages and articles have a tag or one below it: their sum, less what is in that `again`."""
        every = list(self)
        found = {tag.id: tag.highlights for tag in every}
        for tag in reversed(every):
            if tag.parent is not None:
                found[tag.parent] += found[tag.id]
        return {tag: total - again.get(tag, 0) for tag, total in found.items()}

    def counted_again(self, together: Iterable[tuple[tuple[int, ...], int]]) -> dict[int, int]:
        """How often something is counted too often where the numbers of a tag and of all below it are added.

        `together` are tags that stand together on something, and on how many such things.
        """
        lines: dict[int, list[int]] = {}
        again: dict[int, int] = {}
        for some, count in together:
            seen: set[int] = set()
            for tag in some:
                if tag in self.by_id and tag not in lines:
                    lines[tag] = [each.id for each in self._line(tag)]
                for above in lines.get(tag, ()):
                    if above in seen:
                        again[above] = again.get(above, 0) + count
                    seen.add(above)
        return again

    def by_shortcut(self, digit: str) -> Tag | None:
        """The tag that this digit applies, or None."""
        return next((tag for tag in self.by_id.values() if tag.shortcut == digit), None)

    def _loosened(self) -> frozenset[int]:
        loose: set[int] = set()
        rooted: set[int] = set()
        for tag in list(self.by_id.values()):
            line: set[int] = set()
            while tag.id not in rooted:
                line.add(tag.id)
                if tag.parent is None:
                    break
                if tag.parent not in self.by_id or tag.parent in line:
                    self.by_id[tag.id] = replace(tag, parent=None)
                    loose.add(tag.id)
                    break
                tag = self.by_id[tag.parent]
            rooted |= line
        return frozenset(loose)

    def _line(self, tag: int) -> list[Tag]:
        line = [self.by_id[tag]]
        while (parent := line[-1].parent) is not None:
            line.append(self.by_id[parent])
        return line[::-1]

    def walk(
        self, order: Order = "name", parent: int | None = None, ranks: Mapping[int, int] | None = None
    ) -> Iterator[Tag]:
        """Every tag under a parent (None: all), parents before their children, siblings in an order."""
        waiting = self.children(parent, order, ranks)[::-1]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += self.children(tag.id, order, ranks)[::-1]


def _stands(tag: Tag) -> tuple[str, int | None]:
    """What the order of a tree by name hangs on."""
    return tag.name, tag.parent


def _beginnings(path: str) -> list[tuple[str, str]]:
    """With which names a path may begin, each with what follows it: the longest first, the one it is split to last."""
    ends = [slash.span() for slash in SEPARATORS.finditer(path)] + [(len(path), len(path))]
    found = [(path[:start].strip(), path[end:]) for start, end in reversed(ends)]
    begin = 0
    for start, end in ends:
        if name := tidy(path[begin:start]):
            found.append((name, path[end:]))
            break
        begin = end
    return list(dict.fromkeys(found))


def split_path(path: str) -> list[str]:
    """The names in a path, in the form in which they are stored; empty ones are left out."""
    return [name for part in SEPARATORS.split(path) if (name := tidy(part))]


def tidy(name: str) -> str:
    """A name as it is stored: on one line, one space between words, each accent in one form only (NFC), all visible."""
    return " ".join(INVISIBLE.sub("", clean(unicodedata.normalize("NFC", name))).split())
