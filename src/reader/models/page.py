"""The open article as the reading pane needs it: its text, its positions both ways, and searching in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from reader.domain.article import Article, Image
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, DEFAULT_COLOR, TagTree
from reader.domain.text import Utf16Map

MONSTER = 10_000  # characters of a paragraph
UNBROKEN = re.compile(r"[!-~\u00a1-\u1fff]{2000}")
WORKED_OUT = frozenset({"units", "is_unbroken"})  # of a page, from its text alone
HIT_LIMIT = 100_000  # hits shown of one search in one article


@dataclass(frozen=True)
class Page:
    """An article with its highlights. `image(number)` gives a picture that came inside the file, or None."""

    article: Article
    highlights: tuple[Highlight, ...] = ()
    tree: TagTree = field(default_factory=TagTree)
    image: Callable[[int], Image | None] = lambda number: None

    @cached_property
    def units(self) -> Utf16Map:
        """Code points to Qt's UTF-16 units and back."""
        return Utf16Map(self.article.text)

    def with_highlights(self, highlights: Iterable[Highlight], tree: TagTree) -> Page:
        """The same page with other highlights and tags; what was worked out about its text is kept."""
        made = Page(self.article, tuple(highlights), tree, self.image)
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name in WORKED_OUT})
        return made

    def with_changed(self, changed: Collection[int], found: Iterable[Highlight], tree: TagTree) -> Page:
        """The same page where highlights were added, changed or removed; `found` are those of `changed` that are."""
        kept = [each for each in self.highlights if each.id not in changed]
        for each in found:
            insort(kept, each, key=lambda one: (one.span.start, -one.span.end, one.id))
        return self.with_highlights(kept, tree)

    @property
    def is_han(self) -> bool:
        """Whether the article is set by the rules for Chinese."""
        if self.article.language:
            return self.article.language.startswith(("zh", "ja"))
        sample = self.article.text[:2000]
        return sum("\u2e80" <= char <= "\u9fff" for char in sample) * 3 > len(sample)

    @cached_property
    def is_unbroken(self) -> bool:
        """Whether a paragraph has no place to break a line for so long that Qt's word wrap would choke on it."""
        return any(UNBROKEN.search(part) for part in self.article.text.split("\n") if len(part) > MONSTER)


def hues(highlight: Highlight, tree: TagTree) -> tuple[str, ...]:
    """The colours of a highlight, "#RRGGBB": the one chosen by hand, else those of its tags."""
    if highlight.color:
        return (COLORS.get(highlight.color, COLORS[DEFAULT_COLOR]),)
    found = [COLORS.get(tree.by_id[tag].color, COLORS[DEFAULT_COLOR]) for tag in highlight.tags if tag in tree.by_id]
    return tuple(found) or (COLORS[DEFAULT_COLOR],)


def words_about(page: Page, ids: Collection[int]) -> str:
    """Tags and notes of highlights of the page, a line each."""
    lines: list[str] = []
    for each in page.highlights:
        if each.id in ids:
            lines.append(", ".join(page.tree.path(tag) for tag in each.tags if tag in page.tree.by_id))
            lines.append(each.note)
    return "\n".join(filter(None, lines))


def find(text: str, query: str) -> list[Span]:
    """Where the query stands in the text; case, width and accents make no difference. At most HIT_LIMIT."""
    wanted = _folded(query)
    if not wanted:
        return []
    folded = _folded(text)
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0 and len(found) < HIT_LIMIT:
        found.append(Span(at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found


def _folded(text: str) -> str:
    """The text folded one to one, so that positions stay."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_char, text))


@lru_cache(maxsize=65536)
def _fold_char(char: str) -> str:
    if "\u4e00" <= char <= "\u9fff":
        return char
    folded = unicodedata.normalize("NFKD", char)[:1].casefold()
    return folded if len(folded) == 1 and not unicodedata.combining(folded) else char
