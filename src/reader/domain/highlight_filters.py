"""What the table of highlights is narrowed down by, beside what the search box and the sidebar say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.domain.highlight import State
from reader.domain.highlight_query import HighlightQuery, TagTerm

NOBODY = frozenset({"\n"})  # the name of no analyst, since none has two lines
REVIEW: frozenset[State] = frozenset({"adjusted", "review", "orphan"})  # what the review lists


@dataclass(frozen=True, slots=True)
class Filters:
    """As in `HighlightQuery`; `review`: only those that somebody has to look at; dates are ISO, or beginnings."""

    tags: tuple[TagTerm, ...] = ()
    any_tag: bool = False
    noted: bool | None = None
    untagged: bool = False
    review: bool = False
    analysts: frozenset[str] = frozenset()
    colors: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        return replace(self, any_tag=False) != Filters()

    def narrow(self, query: HighlightQuery) -> HighlightQuery:
        """The query, of which all of this must be so too."""
        both = self.analysts and query.analysts
        dated = replace(
            query.articles,
            since=max(query.articles.since, self.since),
            until=min(filter(None, (query.articles.until, self.until)), default=""),
        )
        return replace(
            query,
            articles=dated,
            tags=self.tags,
            any_tag=self.any_tag,
            noted=self.noted,
            untagged=True if self.untagged else None,
            states=REVIEW if self.review else frozenset(),
            analysts=(self.analysts & query.analysts or NOBODY) if both else self.analysts or query.analysts,
            colors=self.colors,
        )

    def with_term(self, term: TagTerm) -> Filters:
        """The same with a tag, in the place of what was asked of it: each is once, of highlights and of articles."""
        kept = [term if each.is_about(term) else each for each in self.tags]
        tags = tuple(kept if term in kept else [*kept, term])
        return replace(self, tags=tags, untagged=self.untagged and term.of_article)

    def with_untagged(self, untagged: bool) -> Filters:
        """The same for highlights without tags, or for all; what is asked of whole articles stays."""
        return replace(self, untagged=untagged, tags=tuple(each for each in self.tags if each.of_article))

    def of_articles(self, chosen: Sequence[int], *, every: bool) -> Filters | None:
        """The same with the tags that are to be there, and with those chosen elsewhere, asked of whole articles.

        Of those chosen all are wanted with `every`, else one; None where that cannot be said beside the others.
        """
        there = sum(not each.without for each in self.tags)
        one_of = len(chosen) > 1 and not every
        if chosen and there and (one_of or (self.any_tag and there > 1)):
            return None
        own = [each if each.without else replace(each, of_article=True) for each in self.tags]
        tags = dict.fromkeys((*own, *(TagTerm(tag, of_article=True) for tag in chosen)))
        return replace(self, tags=tuple(tags), any_tag=one_of if chosen else self.any_tag)

    def without_term(self, term: TagTerm) -> Filters:
        """The same without a tag, in whatever way it is asked for."""
        return replace(self, tags=tuple(each for each in self.tags if not each.is_about(term)))
