"""Where the ends of a highlight may stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtWidgets import QApplication

from reader import word_breaks
from reader.domain.highlight import Span
from reader.widgets.stops import between, signs, stepped, words
from unicode_texts import spans

FAMILY = "👨\u200d👩\u200d👧"
TEXT = f"前e\u0301\U00020bb7{FAMILY}高质(zhì)量后"
# After each of its signs; the reading in brackets belongs to its ideograph.
STOPS = [0, 1, 3, 4, 9, 10, 16, 17, 18]


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> None:
    """Qt parts texts."""


def test_no_end_stands_within_a_sign_or_a_reading() -> None:
    assert len(TEXT) == STOPS[-1]
    assert signs(TEXT, 5) == STOPS


@pytest.mark.parametrize("first", [False, True])
def test_each_end_goes_from_sign_to_sign_and_one_sign_is_left(first: bool) -> None:
    span = Span(0, 1) if not first else Span(17, 18)
    met = []
    for _ in range(20):
        span = stepped(TEXT, span, signs, -1 if first else 1, first=first)
        met.append(span.start if first else span.end)
    way = STOPS[-3::-1] if first else STOPS[2:]
    assert met[: len(way)] == way and set(met[len(way) :]) == {way[-1]}
    for _ in range(20):
        span = stepped(TEXT, span, signs, 1 if first else -1, first=first)
    assert span == (Span(17, 18) if first else Span(0, 1))


def test_by_words_an_end_stands_behind_one_and_a_start_before_one() -> None:
    text = "第一段。我们讨论经济发展，and the second quarter.\n第二段"
    span = Span(text.index("我"), text.index("讨"))
    ends = []
    for _ in range(6):
        span = stepped(text, span, words, 1, first=False)
        ends.append(text[: span.end])
    assert [each[-2:] for each in ends] == ["讨论", "经济", "发展", "nd", "he", "nd"]
    assert stepped(text, span, words, -1, first=False).of(text).endswith(" the")
    back = stepped(text, span, words, -1, first=True)
    assert text[back.start :].startswith(("段。", "第一段。", "一段。"))
    assert stepped(text, Span(0, 2), words, -1, first=True) == Span(0, 2)


def test_an_end_by_words_never_leaves_less_than_a_sign() -> None:
    text = "我们讨论"
    assert stepped(text, Span(1, 2), words, -1, first=False) == Span(1, 2)
    assert stepped(text, Span(2, 4), words, 1, first=True) == Span(2, 4)


def test_dragged_over_the_other_end_it_goes_on_from_there() -> None:
    text = "一二三四五"
    assert between(text, 2, 4, signs) == Span(2, 4)
    assert between(text, 2, 2, signs) is None
    assert between(text, 2, 0, signs) == Span(0, 2)
    assert between(TEXT, 4, 6, signs) is None  # nearer to the beginning of the family
    assert between(TEXT, 4, 8, signs) == Span(4, 9)
    assert between(TEXT, 0, 13, signs) in (Span(0, 10), Span(0, 16))


@given(spans())
def test_whatever_the_text_an_end_that_goes_on_and_back_is_where_a_sign_ends(found: tuple[str, Span]) -> None:
    text, span = found
    for first in (False, True):
        for stops in (signs, words):
            for step in (1, -1):
                moved = stepped(text, span, stops, step, first=first)
                assert 0 <= moved.start < moved.end <= len(text)
                assert (moved.end if first else moved.start) == (span.end if first else span.start)


def test_without_a_dictionary_of_words_it_goes_by_clauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_breaks, "words", lambda text, folder: [])
    text = "第一段，我们讨论；经济发展。"
    span = Span(text.index("讨"), text.index("论"))
    assert stepped(text, span, words, 1, first=False).of(text) == "讨论"
    assert stepped(text, span, words, -1, first=True).of(text) == "我们讨"
    assert stepped(text, Span(4, 8), words, 1, first=False).of(text) == "我们讨论；经济发展"
