"""Which articles are meant, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reader.domain.wanted import Wanted

Scope = Literal["all", "unread", "started", "done", "starred", "reported", "trash"]
Sort = Literal["published", "title", "source", "highlights", "read", "starred", "imported", "best"]
SORTS: tuple[Sort, ...] = ("published", "title", "source", "highlights", "read", "starred", "imported", "best")


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Every condition must hold; an empty one always does.

    `also` are ids that count as unread, started, done, starred or reported whatever they are: a list goes on showing
    what was read, or lost its star, since it was opened. `still` are ids that count as whatever `wanted` asks for with
    `is:`, since that was asked.

    `tags` are ids (each one stands for itself and what is given in `any_of`): an article
    needs a highlight with one of each inner tuple. `since` and `until` are ISO dates, or
    beginnings of them, both included. `wanted` is a query of the search language. Sorted by "best", those come first
    that fit it best. `only` are ids: none but these are meant, such as those selected in a list; None: all.
    """

    scope: Scope = "all"
    also: frozenset[int] = frozenset()
    still: frozenset[int] = frozenset()
    tags: tuple[tuple[int, ...], ...] = ()
    source: str = ""
    since: str = ""
    until: str = ""
    sort: Sort = "published"
    descending: bool = True
    limit: int | None = None
    wanted: Wanted | None = None
    only: frozenset[int] | None = None

    @property
    def question(self) -> ArticleQuery:
        """What is asked for, in whatever order, without what only goes on being shown."""
        return replace(self, also=frozenset(), still=frozenset(), sort="published", descending=True)

    @property
    def of_all(self) -> bool:
        """Whether every article outside the trash is meant, in whatever order."""
        return self.question == ArticleQuery()
