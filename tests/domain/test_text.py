"""The canonical text: cleaning it, and counting it as Qt does, for any Unicode."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.article import Gloss, printed
from reader.domain.highlight import CONTEXT, Span
from reader.domain.text import Utf16Map, clean, digest, identity

# What has moved highlights in other programs: astral, joiners, accents, right to left, odd spaces and line ends.
ODD = (
    "\U00020bb7\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467e\u0301\u202e\u2067\u2069\u05d0\xa0\u3000\u2028\u2029"
    "\ufeff\ufffc\u200b\x00\x01\x08\t\n\x0b\x0c\r\x1f\x7f\x85\ud800\udfff\ufdd0\ufdd1\uffff\U0010ffff我市(）a "
)
ANY = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


@given(ANY)
@example("\r\ufeff\n")
@example("\ufeff\ufeffa\ufeff \ufeffb")
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(ANY)
def test_clean_text_can_be_stored_and_shown_faithfully(raw: str) -> None:
    text = clean(raw)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not set(text) & set("\x00\x01\x08\x0b\x0c\r\x1f\u2028\u2029\ufdd0\ufdd1")
    assert not text.startswith("\ufeff") and "\n\ufeff" not in text


@given(ANY.map(lambda raw: "".join(char for char in raw if char not in "\r\u2028\u2029\ufeff")))
def test_only_what_cannot_be_kept_is_changed_one_for_one(raw: str) -> None:
    text = clean(raw)
    assert len(text) == len(raw)
    assert all(new in (old, "\ufffd") for new, old in zip(text, raw, strict=True))


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("a\r\nb\rc\u2028d\u2029e\n\nf", "a\nb\nc\nd\ne\n\nf"),
        ("\ufeff標題\n\ufeff正文\ufeff字", "標題\n正文\ufeff字"),
        ("a\x00b\ud800c\ufdd0", "a\ufffdb\ufffdc\ufffd"),
        ("\xa0\u3000\u200be\u0301\tＡ", "\xa0\u3000\u200be\u0301\tＡ"),
    ],
)
def test_what_cleaning_does(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(ANY.map(clean))
def test_both_conversions_of_offsets_are_inverse(text: str) -> None:
    mapping = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = mapping.to_units(point)
        assert unit == units(text[:point])
        assert mapping.to_points(unit) == point
    assert mapping.to_units(len(text)) == units(text)


@given(ANY.map(clean))
def test_an_offset_inside_a_pair_is_that_of_its_character(text: str) -> None:
    mapping = Utf16Map(text)
    for point, char in enumerate(text):
        if char > "\uffff":
            assert mapping.to_points(mapping.to_units(point) + 1) == point


@given(ANY.map(clean).filter(lambda text: len(text) > 1), st.data())
def test_seams_take_a_unit_each_and_move_nothing(text: str, data: st.DataObject) -> None:
    seams = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    mapping = Utf16Map(text, seams)
    shown = "\n".join(text[start:end] for start, end in pairwise((0, *seams, len(text))))
    raw = shown.encode("utf-16-le")
    for point, char in enumerate(text):
        unit = mapping.to_units(point)
        assert raw[2 * unit : 2 * unit + 2 * units(char)].decode("utf-16-le") == char
        assert mapping.to_points(unit) == point
    for seam in seams:
        assert mapping.to_points(mapping.to_units(seam) - 1) == seam  # before the break is the same place
    assert mapping.to_units(len(text)) == units(shown)


@given(ANY.map(clean), st.data())
def test_a_selection_in_units_is_exactly_the_characters_selected(text: str, data: st.DataObject) -> None:
    raw, mapping = text.encode("utf-16-le"), Utf16Map(text)
    bounds = sorted(mapping.to_units(data.draw(st.integers(0, len(text)))) for _ in range(2))
    start, end = map(mapping.to_points, bounds)
    assert text[start:end] == raw[2 * bounds[0] : 2 * bounds[1]].decode("utf-16-le")


@given(ANY.map(clean), st.data())
def test_printed_puts_every_gloss_back(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8)))
    glosses = [Gloss(place, data.draw(st.sampled_from(["(shù)", "（zhǎng）", "x"]))) for place in places]
    whole = printed(text, reversed(glosses))
    assert len(whole) == len(text) + sum(len(gloss.text) for gloss in glosses)
    for gloss in reversed(glosses):  # each stands where it is said to, counting the glosses before it
        at = gloss.position + sum(len(each.text) for each in glosses if each.position < gloss.position)
        assert whole[at : at + len(gloss.text)] == gloss.text
        whole = whole[:at] + whole[at + len(gloss.text) :]
    assert whole == text


@given(ANY.map(clean).filter(bool), st.data())
def test_a_span_and_what_stands_around_it_are_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    around = span.before(text) + span.of(text) + span.after(text)
    assert around in text and len(span.before(text)) <= CONTEXT and len(span.after(text)) <= CONTEXT
    assert text[: span.start].endswith(span.before(text)) and text[span.end :].startswith(span.after(text))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 4)) and Span(0, 9).overlaps(Span(3, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))


def test_texts_that_differ_in_white_space_only_are_the_same() -> None:
    assert identity("一 二\n三\u3000\xa0") == identity("一二三") != identity("一二四")
    assert digest("一 二") != digest("一二")
