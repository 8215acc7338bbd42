"""What becomes of a note that two write at once."""

from __future__ import annotations

import pytest

from reader.domain.note import places_in, with_other


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
        ("原來的", "原來的甲", "原來的甲", "原來的甲"),
        ("原來的", "原來的經濟形勢好", "原來的經濟形勢", "原來的經濟形勢好"),
        ("原來的", "原來的經濟形勢", "原來的經濟形勢好", "原來的經濟形勢好"),
        # What is only begun is not taken for what the other one began alike, and its last blank or line end stays.
        ("清單：\n", "清單：\n- 乙的", "清單：\n- ", "清單：\n- 乙的\n- "),
        ("清單：\n", "清單：\n1. 乙的", "清單：\n1", "清單：\n1. 乙的\n1"),
        ("alpha ", "alpha OTHER", "alpha beta ", "alpha OTHER\nbeta "),
        ("", "乙", "甲\n", "乙\n甲\n"),
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


@pytest.mark.parametrize(
    ("note", "now"),
    [
        ("清單：\n- |", "清單：\n- 乙的\n- |"),
        ("清單：\n1|", "清單：\n1. 乙的\n1|"),
        ("甲|乙", "丙\n甲|乙"),
        ("一\n二|三", "一\n二|三\n四"),
        ("一|二三", "一|二三四"),
        ("|", "|甲"),
    ],
)
def test_the_caret_stays_at_its_words(note: str, now: str) -> None:
    assert places_in(note.replace("|", ""), now.replace("|", ""), [note.index("|")]) == [now.index("|")]
