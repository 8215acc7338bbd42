"""What a write changed, so that each part of the window re-reads only that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Ids of what was added, changed or removed. `all` means: read everything again.

    `listed` is true when articles came, went or moved in or out of the trash, `lists` when a saved search or a
    collection was made, changed or removed, or what is in one.
    """

    articles: frozenset[int] = frozenset()
    highlights: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    listed: bool = False
    lists: bool = False
    all: bool = False

    def __or__(self, other: Change) -> Change:
        return Change(
            self.articles | other.articles,
            self.highlights | other.highlights,
            self.tags | other.tags,
            self.listed or other.listed,
            self.lists or other.lists,
            self.all or other.all,
        )

    def __bool__(self) -> bool:
        return bool(self.articles or self.highlights or self.tags or self.listed or self.lists or self.all)


EVERYTHING = Change(all=True)


@dataclass(frozen=True, slots=True)
class Steps:
    """Which steps of the history are meant: those of all of these that are given.

    `article` and `highlight` are ids, the second one of a highlight of that article, which may be removed by now.
    """

    article: int | None = None
    highlight: int | None = None
    analyst: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: a thing a person did, which can be undone as a whole.

    `kind` is a stable word ("highlight", "import", ...), `count` how many things it
    touched, `detail` the words it was about (a quote, a title, a tag).
    """

    id: int
    at: str
    kind: str
    count: int
    detail: str
    analyst: str
    undone: bool
