"""Lists of articles that have a name: searches that were saved, and collections that a person put together."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.folding import fold
from reader.domain.wanted import CLOSING, OPENING

QUOTES = dict.fromkeys(map(ord, OPENING + "".join(CLOSING.values())))


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query of the search language under a name."""

    id: int
    uid: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles put together by hand; which ones is asked for with `in:` and its name."""

    id: int
    uid: str
    name: str
    description: str = ""

    @property
    def query(self) -> str:
        """What lists its articles. Quotation marks within the name, which would end it, make no difference."""
        return f'in:"{self.name.translate(QUOTES)}"'


def key(name: str) -> str:
    """The form of a name in which it is looked for: no two lists of a kind have the same."""
    return " ".join(fold(name.translate(QUOTES)).translate(QUOTES).split())
