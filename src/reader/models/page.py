"""The open article as the reading pane needs it: its text, its positions both ways, and searching in it."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from reader.domain.article import Article, Image
from reader.domain.folding import Offsets, fold, fold_with_offsets
from reader.domain.highlight import Highlight, Span
from reader.domain.people import EVERYBODY, People
from reader.domain.signs import whole
from reader.domain.tag import COLORS, DEFAULT_COLOR, TagTree
from reader.domain.text import Utf16Map
from reader.languages import listed

MONSTER = 8_000  # characters of a paragraph that is shown in pieces, since Qt shapes one as a whole
PIECE = 4_000  # characters of each at the most
# Where a paragraph may be parted: behind a sentence, else behind white space, else not inside of what is one sign.
PARTINGS = (
    re.compile("(?<=[。！？；!?;])[”’」』）)]*(?![”’」』）)])"),
    re.compile(r"(?<=\s)(?=\S)"),
    re.compile(r"(?<!\u200d)(?=\w)"),
)
WORKED_OUT = frozenset({"units", "seams", "folded"})  # of a page, from its text alone
HIT_LIMIT = 100_000  # hits shown of one search in one article


@dataclass(frozen=True)
class Page:
    """An article with its highlights. `image(number)` gives a picture that came inside the file, or None."""

    article: Article
    highlights: tuple[Highlight, ...] = ()
    tree: TagTree = field(default_factory=TagTree)
    image: Callable[[int], Image | None] = lambda number: None
    people: People = EVERYBODY

    @cached_property
    def units(self) -> Utf16Map:
        """Code points to the UTF-16 units of the document and back."""
        return Utf16Map(self.article.text, self.seams)

    @cached_property
    def seams(self) -> tuple[int, ...]:
        """The code points before which an endless paragraph is parted to be shown; none in nearly all texts."""
        found: list[int] = []
        start = 0
        for paragraph in self.article.text.split("\n"):
            if len(paragraph) > MONSTER:
                found += [start + cut for cut in _cuts(paragraph)]
            start += len(paragraph) + 1
        return tuple(found)

    @property
    def shown(self) -> str:
        """The text with a line break at each seam: what the document holds."""
        return self.parted(self.article.text)

    def parted(self, text: str) -> str:
        """A text that has the positions of the article's, with a line break at each seam."""
        if not self.seams:
            return text
        return "\n".join(text[start:end] for start, end in pairwise((0, *self.seams, len(text))))

    @cached_property
    def folded(self) -> tuple[str, Offsets | None]:
        """The text as searching sees it, and the way back from there."""
        return fold_with_offsets(self.article.text)

    @cached_property
    def by_id(self) -> dict[int, Highlight]:
        """Its highlights by their ids."""
        return {each.id: each for each in self.highlights}

    def highlight(self, wanted: int | None) -> Highlight | None:
        """The highlight of an id, if it is in this article."""
        return self.by_id.get(wanted) if wanted is not None else None

    def with_highlights(self, highlights: Iterable[Highlight], tree: TagTree, people: People = EVERYBODY) -> Page:
        """The same page with other highlights and tags; what was worked out about its text is kept.

        Only those highlights are in it that are shown of these people.
        """
        made = Page(self.article, tuple(filter(people.shows, highlights)), tree, self.image, people)
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name in WORKED_OUT})
        return made

    def with_changed(self, changed: Collection[int], found: Iterable[Highlight], tree: TagTree) -> Page:
        """The same page where highlights were added, changed or removed; `found` are those of `changed` that are."""
        kept = [each for each in self.highlights if each.id not in changed]
        for each in found:
            insort(kept, each, key=lambda one: (one.span.start, -one.span.end, one.id))
        return self.with_highlights(kept, tree, self.people)

    @property
    def is_han(self) -> bool:
        """Whether the article is set by the rules for Chinese."""
        if self.article.language:
            return self.article.language.startswith(("zh", "ja"))
        sample = self.article.text[:2000]
        return sum("\u2e80" <= char <= "\u9fff" for char in sample) * 3 > len(sample)


def _cuts(paragraph: str) -> list[int]:
    """Where to part a paragraph into pieces."""
    cuts: list[int] = []
    at = 0
    while len(paragraph) - at > PIECE:
        places = ([found.end() for found in way.finditer(paragraph, at + PIECE // 2, at + PIECE)] for way in PARTINGS)
        at = next((found[-1] for found in places if found), at + PIECE)
        cuts.append(at)
    return cuts


class Hues:
    """The colours of highlights, "#RRGGBB", with one state of the tags; worked out once for those that are alike."""

    def __init__(self, tree: TagTree, people: People = EVERYBODY) -> None:
        self._tree, self._people = tree, people.hues
        self._known: dict[tuple[str, str, tuple[int, ...]], tuple[str, ...]] = {}

    def of(self, highlight: Highlight) -> tuple[str, ...]:
        """That of its analyst where these have colours; else the one chosen by hand, else those of its tags."""
        own = self._people.get(highlight.analyst, DEFAULT_COLOR) if self._people else highlight.color
        key = (own, highlight.analyst, highlight.tags)
        if key not in self._known:
            names = [own] if own else []
            names = names or [self._tree.by_id[tag].color for tag in highlight.tags if tag in self._tree.by_id]
            self._known[key] = tuple(COLORS.get(each, COLORS[DEFAULT_COLOR]) for each in names or [DEFAULT_COLOR])
        return self._known[key]


def words_about(page: Page, ids: Collection[int]) -> str:
    """Tags and notes of highlights of the page, a line each."""
    lines: list[str] = []
    for each in page.highlights:
        if each.id in ids:
            lines.append(listed(page.tree.path(tag) for tag in each.tags if tag in page.tree.by_id))
            lines.append(each.note_words)
    return "\n".join(filter(None, lines))


def find(page: Page, query: str) -> list[Span]:
    """Where the query stands in the text, in any form of its characters. At most HIT_LIMIT.

    Unlike a search of the library it also finds parts of words, and punctuation.
    """
    return places(page.article.text, *page.folded, query)


def places(text: str, folded: str, offsets: Offsets | None, query: str) -> list[Span]:
    """The same in a text, with its form as searching sees it and the way back from there."""
    wanted = fold(query)
    if not wanted:
        return []
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0 and len(found) < HIT_LIMIT:
        end = at + len(wanted)
        span = whole(text, *(offsets.span(at, end) if offsets else (at, end)))
        if span is not None and (not found or span.start >= found[-1].end):
            found.append(span)
        at = folded.find(wanted, end)
    return found


def place_in(old: str, new: str, place: int) -> int:
    """Where a place of one version of a text is in another: in the same paragraph, the nearest of those that are alike.

    As far from the end as before, if that paragraph is not there.
    """
    if old == new or new.startswith(old[:place]):
        return min(place, len(new))
    first = old.rfind("\n", 0, place) + 1
    line = old[first : old.find("\n", first) if "\n" in old[first:] else len(old)]
    shift = len(new) - len(old)
    if line:
        near = max(0, first + min(shift, 0) - len(line))
        at = new.find(line, near)
        if at < 0:
            at = new.find(line)
        if at >= 0:
            return at + place - first
    return min(max(0, place + shift), len(new))
