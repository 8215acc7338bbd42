"""Which highlights are meant, in which order, and what they are put together by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from reader.domain.highlight import State
from reader.domain.query import ArticleQuery
from reader.domain.tag import TagTree
from reader.domain.wanted import Wanted

# "place": in the order of the articles, and in each in that of its text.
HighlightSort = Literal[
    "place", "quote", "tags", "note", "title", "source", "published", "analyst", "created", "updated"
]
HIGHLIGHT_SORTS: tuple[HighlightSort, ...] = get_args(HighlightSort)
GroupBy = Literal["tag", "article", "source", "month"]
GROUPINGS: tuple[GroupBy, ...] = get_args(GroupBy)
EVERY_ARTICLE = ArticleQuery()


@dataclass(frozen=True, slots=True)
class TagTerm:
    """A tag that highlights have, or must not have: itself, or with `below` also one of those under it."""

    tag: int
    below: bool = True
    without: bool = False


@dataclass(frozen=True, slots=True)
class HighlightQuery:
    """Every condition must hold; an empty one always does.

    `articles` are those in which they are looked for; their order is that of "place". `tags` must all hold; with
    `any_tag` one of those that are to be there is enough. `tagged` are groups of ids of tags, one of each of which a
    highlight has. `wanted` is what quote or note must have in them, and what may be asked of their articles. `noted`
    and `untagged` are yes, no, or None for either. `analysts` are names, "" nobody's; `colors` those given by hand,
    "" none. `states`: see `domain.highlight.State`. `only` are ids: none but these are meant, such as those selected in
    a table; None: all.
    """

    articles: ArticleQuery = EVERY_ARTICLE
    tags: tuple[TagTerm, ...] = ()
    any_tag: bool = False
    tagged: tuple[tuple[int, ...], ...] = ()
    wanted: Wanted | None = None
    noted: bool | None = None
    untagged: bool | None = None
    states: frozenset[State] = frozenset()
    analysts: frozenset[str] = frozenset()
    colors: frozenset[str] = frozenset()
    sort: HighlightSort = "place"
    descending: bool = False
    only: frozenset[int] | None = None

    @property
    def question(self) -> HighlightQuery:
        """What is asked for, in whatever order, without what only goes on being shown."""
        return replace(self, articles=self.articles.question, sort="place", descending=False)

    def with_still(self, articles: frozenset[int]) -> HighlightQuery:
        """The same, where these articles are `still` what is asked for."""
        return replace(self, articles=replace(self.articles, still=articles))

    @property
    def of_highlights(self) -> bool:
        """Whether something is asked of highlights themselves, so that not all of an article may be meant."""
        asked = (self.tags, self.tagged, self.wanted, self.states, self.analysts, self.colors)
        return any(asked) or any(each is not None for each in (self.noted, self.untagged, self.only))


def tag_groups(tree: TagTree, query: HighlightQuery) -> tuple[Sequence[Sequence[int]], Sequence[int]]:
    """Groups of ids of tags, one of each of which must be there, and those that must not; gone ones ask for nothing."""
    wanted, refused = list[list[int]](), list[int]()
    for term in query.tags:
        if term.tag in tree.by_id:
            ids = sorted(tree.with_children(term.tag)) if term.below else [term.tag]
            if term.without:
                refused += ids
            else:
                wanted.append(ids)
    if query.any_tag and wanted:
        wanted = [[tag for group in wanted for tag in group]]
    return [*wanted, *query.tagged], refused
