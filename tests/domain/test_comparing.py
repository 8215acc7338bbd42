"""Paragraphs of two texts beside one another, and what differs in them."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.comparing import LONG, PIECE, Amount, Pair, amount, compare

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


SENTENCE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def long_text(length: int, seed: int = 1) -> str:
    """One paragraph, with the end of a sentence now and then."""
    chosen = random.Random(seed)
    return "".join("。" if at % 40 == 39 else chosen.choice(SENTENCE) for at in range(length))


def together(pairs: list[Pair], side: str) -> str:
    return "".join(getattr(each, side) or "" for each in pairs)


def test_a_very_long_paragraph_is_compared_in_pieces_and_soon() -> None:
    left = long_text(300_000)
    right = left[:100_000] + "民生" + left[100_003:200_000] + left[200_200:]
    begun = time.monotonic()
    pairs = compare(left, right)
    assert time.monotonic() - begun < 10  # 50 s as a whole
    assert (together(pairs, "left"), together(pairs, "right")) == (left, right)
    assert max(len(each.left or "") for each in pairs) <= 2 * PIECE
    differing = [each for each in pairs if each.differs]
    assert len(differing) == 2 and "民生" in (differing[0].right or "")
    assert all((each.left or "").endswith("。") for each in pairs if not each.differs)


def test_long_paragraphs_that_have_nothing_in_common_are_cut_too() -> None:
    left, right = "春" * 50_000, "秋" * (3 * LONG)
    pairs = compare(left, right)
    assert (together(pairs, "left"), together(pairs, "right")) == (left, right)
    assert max(len(each.left or each.right or "") for each in pairs) <= PIECE and all(each.differs for each in pairs)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 9_000), st.text(max_size=5))))
def test_whatever_is_changed_in_it_the_pieces_are_the_paragraph(seed: int, edits: list[tuple[int, int, str]]) -> None:
    left = right = long_text(20_000, seed)
    for at, size, words in edits[:4]:
        right = right[:at] + words.replace("\n", "") + right[at + size :]
    pairs = compare(left, right)
    shown = "".join(line for line in right.split("\n") if line.strip())
    assert (together(pairs, "left"), together(pairs, "right")) == (left, shown)


def test_how_much_was_changed_is_counted_by_places_and_characters() -> None:
    old = "第一段說的是民生問題。\n第二段要求落實責任，加強管護。"
    assert amount(old, old) == Amount(0, 0, 0)
    assert amount(old, old.replace("民生", "經濟與民生").replace("，加強管護", "")) == Amount(2, 3, 5)
    assert amount(old, old.replace("\n", "")) == Amount(1, 0, 1)
    assert amount("", "甲乙") == Amount(1, 2, 0)
