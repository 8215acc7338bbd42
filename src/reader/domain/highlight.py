"""A highlighted passage and the rule that says where it is.

Offsets count Unicode code points of the article's canonical text, never bytes and
never the UTF-16 units Qt counts in; the reading pane converts at its edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.domain.links import readable

CONTEXT = 32  # code points of prefix and suffix kept with a quote, as in the W3C annotation model's examples


# Of a highlight, after its text was changed: '' it has just its words; 'adjusted' those that became of them; 'review'
# its place is a guess to be looked at; 'orphan' its words are no longer in the text. An orphan keeps the quote, and the
# place that it had, which means nothing in the text as it is.
State = Literal["", "adjusted", "review", "orphan"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty half-open range of code points in one article."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of the text that the span covers."""
        return text[self.start : self.end]

    def bare(self, text: str) -> Span | None:
        """The span without white space at its ends; None if it has nothing else."""
        words = self.of(text).strip()
        start = self.end - len(self.of(text).lstrip())
        return Span(start, start + len(words)) if words else None

    def same_in(self, text: str, other: str) -> bool:
        """Whether both texts have the same characters there, and the same ones around them or up to an end."""
        if text is other:
            return True
        if self.of(text) != self.of(other):
            return False
        near = all(part(text) == part(other) for part in (self.before, self.after))
        behind = len(text) == len(other) and text[self.end :] == other[self.end :]
        return near or behind or text[: self.start] == other[: self.start]

    def before(self, text: str) -> str:
        """Up to CONTEXT characters that stand before the span."""
        return text[max(0, self.start - CONTEXT) : self.start]

    def after(self, text: str) -> str:
        """Up to CONTEXT characters that stand behind the span."""
        return text[self.end : self.end + CONTEXT]


class Highlight(NamedTuple):
    """One stored highlight. `tags` are ids of tags in the order they were put on.

    `color` is a name from `domain.tag.COLORS` chosen by hand, or empty: then the first
    tag's colour shows. Times are ISO 8601 with offset. A named tuple, since an article may have ten thousand.
    """

    id: int
    uid: str
    article: int
    span: Span
    quote: str
    color: str
    note: str
    analyst: str
    created: str
    updated: str
    tags: tuple[int, ...] = ()
    state: State = ""

    @property
    def note_words(self) -> str:
        """The note as people read it: of links only their words."""
        return readable(self.note)
