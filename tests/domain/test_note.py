"""What becomes of a note that two write at once."""

from __future__ import annotations

import pytest

from reader.domain.note import with_other


@pytest.mark.parametrize(
    ("given", "there", "note", "kept"),
    [
        ("原來的", "原來的", "原來的甲", "原來的甲"),
        ("原來的", "原來的乙", "原來的", "原來的乙"),
        ("", "乙", "甲", "乙\n甲"),
        ("原來的", "原來的，乙", "原來的甲", "原來的，乙\n甲"),
        (
            "原來的",
            "原來的，有的",
            "原來的的",
            "原來的，有的\n的",
        ),  # what was typed is in it, but nobody typed it there
        ("原來的", "原來的甲乙", "原來的甲", "原來的甲乙"),
        ("一二三四五六", "一二三四五六|乙", "甲一二三四五六", "甲一二三四五六|乙"),
        ("一二三四五六", "一二三五六", "一二三四五六甲", "一二三五六甲"),
        ("一二三四五六", "一二乙四五六", "一二甲四五六", "一二乙四五六\n一二甲四五六"),
        ("一二三四五六", "別的", "一二三四五六甲", "別的\n一二三四五六甲"),
    ],
)
def test_what_two_wrote_is_kept_once(given: str, there: str, note: str, kept: str) -> None:
    assert with_other(there, given, note) == kept


def test_a_note_that_two_go_on_with_for_long_does_not_double() -> None:
    mine = there = "原來的"
    for number in range(20):
        given = there
        there = with_other(f"{given}|{number}", given, f"x{mine}")
        mine = there
    assert there.count("原來的") == 1 and there.count("x") == 20 and there.count("|") == 20
