"""Which highlights are meant, in which order, and what they are put together by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
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
    """A tag that highlights have, or must not have: itself, or with `below` also one of those under it.

    With `of_article` it is their article that has it, as a whole.
    """

    tag: int
    below: bool = True
    without: bool = False
    of_article: bool = False

    def is_about(self, other: TagTerm) -> bool:
        """Whether both ask for the same tag, of highlights or of articles."""
        return (self.tag, self.of_article) == (other.tag, other.of_article)


@dataclass(frozen=True, slots=True)
class TagGroup:
    """Ids of tags of which one is enough: a highlight has one of the `own`, or its article one of the others."""

    own: tuple[int, ...] = ()
    of_article: tuple[int, ...] = ()

    def __or__(self, other: TagGroup) -> TagGroup:
        return TagGroup(self.own + other.own, self.of_article + other.of_article)

    def __bool__(self) -> bool:
        return bool(self.own or self.of_article)


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
        own = [each for each in self.tags if not each.of_article]
        asked = (own, self.tagged, self.wanted, self.states, self.analysts, self.colors)
        return any(asked) or any(each is not None for each in (self.noted, self.untagged, self.only))


def tag_groups(tree: TagTree, query: HighlightQuery) -> tuple[list[TagGroup], TagGroup]:
    """Groups of tags, one of each of which must be there, and those that must not; gone ones ask for nothing."""
    wanted, refused = list[TagGroup](), TagGroup()
    for term in query.tags:
        if term.tag in tree.by_id:
            ids = tuple(sorted(tree.with_children(term.tag))) if term.below else (term.tag,)
            group = TagGroup(of_article=ids) if term.of_article else TagGroup(ids)
            if term.without:
                refused |= group
            else:
                wanted.append(group)
    if query.any_tag and wanted:
        wanted = [reduce(or_, wanted)]
    return [*wanted, *map(TagGroup, query.tagged)], refused
