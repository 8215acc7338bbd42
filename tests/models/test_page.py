"""The open article: searched one to one, kept over changes of its highlights, coloured by its tags."""

from __future__ import annotations

import pytest

import making
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, Tag, TagTree
from reader.models.page import MONSTER, Hues, find, place_in, words_about

TREE = TagTree([Tag(1, "u1", "甲", None, "red"), Tag(2, "u2", "乙", 1, "teal")])


def marked(number: int, start: int, end: int, *tags: int, color: str = "", note: str = "") -> Highlight:
    return Highlight(number, f"u{number}", 1, Span(start, end), "quote", color, note, "", "", "", tags)


@pytest.mark.parametrize(
    ("text", "query", "wanted"),
    [
        ("Word WORD wörd", "word", [(0, 4), (5, 9), (10, 14)]),
        ("ＡＢＣ abc", "ABC", [(0, 3), (4, 7)]),
        ("😀表情😀表情", "表情", [(1, 3), (4, 6)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("anything", "", []),
        ("İstanbul", "istanbul", [(0, 8)]),
        ("le cafe\u0301, cafés", "café", [(3, 8), (10, 14)]),
        ("a👨\u200d👩\u200d👧 👩", "👩", [(7, 8)]),
    ],
)
def test_hits_are_found_at_their_code_points(text: str, query: str, wanted: list[tuple[int, int]]) -> None:
    assert find(making.page(text), query) == [Span(*span) for span in wanted]


def test_what_follows_from_the_text_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    page = making.page("字" * (MONSTER + 1))
    units, folded = page.units, page.folded
    other = page.with_highlights([marked(1, 0, 2)], TREE)
    assert other.units is units and other.folded is folded and other.seams == page.seams != ()
    assert other.highlights and not page.highlights


def test_changed_highlights_go_to_their_place_in_the_text() -> None:
    page = making.page("text of an article").with_highlights([marked(1, 0, 4), marked(3, 8, 10)], TREE)
    page = page.with_changed({2, 3}, [marked(2, 0, 6)], TREE)
    assert [each.id for each in page.highlights] == [2, 1]  # the longer first, and 3 was removed


def test_a_colour_chosen_by_hand_wins_and_each_tag_gives_its_own() -> None:
    hues = Hues(TREE)
    assert hues.of(marked(1, 0, 1, 1, 2)) == (COLORS["red"], COLORS["teal"])
    assert hues.of(marked(1, 0, 1, 1, color="blue")) == (COLORS["blue"],)
    assert hues.of(marked(1, 0, 1)) == hues.of(marked(1, 0, 1, 99)) == (COLORS["yellow"],)


def test_tags_and_notes_are_told_of_those_asked_for() -> None:
    page = making.page("text").with_highlights([marked(1, 0, 1, 2, note="note"), marked(2, 1, 2, note="other")], TREE)
    assert words_about(page, {1}) == "甲/乙\nnote"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "標題\n第一段。\n第二段。\n第三段。",
            "標題\n第一段。\n第二段。\n第三段。\n又一段。",
            "第三",
        ),  # more behind it
        ("標題\n第一段。\n第二段。", "新的標題\n插進來的。\n第一段。\n第二段。", "二段"),
        ("標題\n甲。\n插進來的。\n第一段。\n第二段。", "標題\n第一段。\n第二段。", "第二"),
        ("甲\n同樣的。\n乙\n同樣的。\n丙", "甲甲\n同樣的。\n乙\n同樣的。\n丙", "丙"),
    ],
)
def test_a_place_stays_at_its_words_in_another_version(old: str, new: str, words: str) -> None:
    assert place_in(old, new, old.rindex(words)) == new.rindex(words)


def test_a_place_whose_paragraph_is_gone_lies_within_the_text() -> None:
    for place in range(len("標題\n甲乙丙\n丁") + 1):
        assert 0 <= place_in("標題\n甲乙丙\n丁", "戊", place) <= 1
