"""Pieces of a text are replaced, and the places of the old text are found in the new one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement, Rewriting, differences


def test_what_is_put_in_at_an_edge_belongs_to_no_passage() -> None:
    made = Rewriting("一二三四", [Replacement(1, 1, "ab"), Replacement(3, 3, "cd")])
    assert made.text == "一ab二三cd四"
    inner, outer = made.span(Span(1, 3)), made.span(Span(0, 4))
    assert inner is not None and inner.of(made.text) == "二三"
    assert outer is not None and outer.of(made.text) == made.text


def test_a_passage_keeps_what_was_not_replaced_of_it() -> None:
    made = Rewriting("一二三四五", [Replacement(1, 3, "abc")])
    assert [span and span.of(made.text) for span in (made.span(Span(0, 2)), made.span(Span(2, 5)))] == ["一", "四五"]
    whole = made.span(Span(1, 3))
    assert whole is not None and whole.of(made.text) == "abc"
    assert Rewriting("一二三", [Replacement(1, 2, "")]).span(Span(1, 2)) is None


def test_replacements_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Rewriting("一二三", [Replacement(0, 2, ""), Replacement(1, 3, "")])


@given(st.text("一二ab\n", max_size=40), st.text("一二ab\n", max_size=40))
def test_the_differences_of_two_texts_make_one_the_other(old: str, new: str) -> None:
    made = Rewriting(old, differences(old, new))
    assert made.text == new
    places = [made.position(at) for at in range(len(old) + 1)]
    assert places == sorted(places) and all(0 <= place <= len(new) for place in places)


def test_a_passage_keeps_something_unless_all_of_it_was_replaced() -> None:
    made = Rewriting("一二三四五", [Replacement(1, 2, "a"), Replacement(2, 3, ""), Replacement(4, 4, "b")])
    kept = {span: made.keeps(Span(*span)) for span in ((0, 2), (1, 2), (1, 3), (1, 4), (2, 3), (3, 5))}
    assert kept == {(0, 2): True, (1, 2): False, (1, 3): False, (1, 4): True, (2, 3): False, (3, 5): True}
