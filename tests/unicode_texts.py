"""Texts that break careless code: astral, joined, combining, right-to-left, invisible characters."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.domain.highlight import Span
from reader.domain.text import clean

HARD = (
    "a中國。，\t \u00a0\u3000😀👨\u200d👩\u200d👧e\u0301\u0323\u05e9\u05dc\u0639\u0631\u200f\u202e\u2066\ufeff"
    "\u2028\u2029\r\n\u00ad\ufffc\ufdd0\U0002a6d6\u200b"
)

texts = st.text(st.one_of(st.sampled_from(HARD), st.characters()), max_size=120).map(clean)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    """A text that is not empty, and a span of it."""
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))
