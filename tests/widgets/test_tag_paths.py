"""Paths of tags that are cut can still be told apart."""

from __future__ import annotations

from itertools import product

import pytest

from reader.widgets.tag_paths import MOST, shortened_path

LONG = "推動經濟社會發展全面綠色轉型與碳達峰碳中和目標任務落實情況跟蹤評估研究甲乙"
FAMILY = "\U0001f469\u200d\U0001f467"
TREE = (
    ("經濟", "政策", "民生", "外交", "科技"),
    ("高新區", f"{LONG}丙", f"{LONG}丁", "基礎設施"),
    ("會議", "數據", *(f"評論與爭議：Comments and disputes (2020–2{year})" for year in (4, 5))),
)


@pytest.mark.parametrize("most", [18, 24, MOST])
def test_siblings_and_cousins_stay_apart(most: int) -> None:
    paths = ["/".join(names) for names in product(*TREE)]
    shown = {shortened_path(path, most) for path in paths}
    assert len(shown) == len(paths) and all(len(path) <= most for path in shown)
    assert all(path.split("/")[0] in TREE[0] for path in shown)


def test_what_fits_is_not_cut_and_of_what_does_not_the_middle_goes() -> None:
    assert shortened_path("政策/經濟", 5) == "政策/經濟"
    assert shortened_path(f"政策/{LONG}丙/會議", 18) == "政策/推動經濟社會…研究甲乙丙/會議"
    assert shortened_path(LONG, 9) == "推動經濟…研究甲乙"
    assert shortened_path(LONG, 20, lambda words: 2 * len(words)) == "推動經濟社…研究甲乙"


def test_where_there_are_too_many_levels_the_first_and_the_last_ones_are_seen() -> None:
    assert shortened_path("甲/乙/丙/丁/戊/己/庚/辛", 10) == "甲/…/己/庚/辛"
    assert shortened_path("政策與法規/經濟", 6) == "政…規/經濟"
    assert shortened_path(f"{LONG}/{LONG}/會議", 9) == "推動…乙/…/會議"


def test_no_sign_is_cut_in_two_and_there_is_an_answer_for_hardly_any_room() -> None:
    assert shortened_path(FAMILY * 4, 8) == f"{FAMILY}…{FAMILY}"
    assert all(len(shortened_path(f"政策/{LONG}/會議", most)) <= most for most in range(1, 9))
