"""Paragraphs of two texts beside one another, and what differs in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.comparing import Pair, compare

TEXTS = st.lists(st.text(alphabet="甲乙丙丁 ab", max_size=8), max_size=8).map("\n".join)


def test_a_changed_word_is_found_in_its_paragraph() -> None:
    left = "標題\n第一段說的是民生問題。\n第二段說的是經濟。"
    right = "標題\n第一段說的是民生大計。\n第二段說的是經濟。"
    same, changed, last = compare(left, right)
    assert not same.differs and not last.differs
    assert [changed.left[a:b] for a, b in changed.left_only] == ["問題"]  # type: ignore[index]
    assert [changed.right[a:b] for a, b in changed.right_only] == ["大計"]  # type: ignore[index]


def test_a_dropped_paragraph_stands_alone_and_the_others_stay_together() -> None:
    left = "頭條\n第一段說的是民生問題。\n第二段說的是經濟發展。\n第三段說的是環境保護。"
    right = "另一個標題\n第一段說的是民生問題！\n第三段說的是環境保護。"
    pairs = [(pair.left, pair.right) for pair in compare(left, right)]
    assert ("第一段說的是民生問題。", "第一段說的是民生問題！") in pairs
    assert ("第二段說的是經濟發展。", None) in pairs
    assert ("第三段說的是環境保護。", "第三段說的是環境保護。") in pairs


def test_white_space_alone_is_no_difference_between_paragraphs_that_belong_together() -> None:
    assert compare("甲  乙", "甲 乙") == [Pair("甲  乙", "甲 乙")]


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_is_there_once_and_in_order(left: str, right: str) -> None:
    pairs = compare(left, right)
    assert [pair.left for pair in pairs if pair.left is not None] == [each for each in left.split("\n") if each.strip()]
    assert [pair.right for pair in pairs if pair.right is not None] == [
        each for each in right.split("\n") if each.strip()
    ]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(pair.differs for pair in compare(text, text))
