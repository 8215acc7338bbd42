"""One form for searching: what is folded together, and the way back."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.domain import folding
from reader.domain.folding import cut, cut_with_characters, fold, fold_with_offsets, table

SAMPLE = """开发区在新一輪高質(zhì)量發(fā)展中走在前列，中午12:30到地铁站B口……共３５％
他强调，要以ＣＡＦÉ和café为例；會議於2020年3月4日在煙臺召開，Straße 5G网络与ﬁnance一起发展。
干部下乡，乾隆年間。𠮷野家的學\u200b習材料。市長（zhǎng）说：“好”。हिन्दी مُحَمَّد สวัสดี きゃが ｶﾞ 한국어 葛\U000e0100"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("發展", "发展"),
        ("頭髮", "头发"),
        ("乾隆", "干隆"),
        ("裡裏", "里里"),
        ("ＡＢＣ１２", "abc12"),
        ("Café", "CAFE"),
        ("Straße", "STRASSE"),
        ("ﬁn", "fin"),
        ("質(zhì)量", "质量"),
        ("市長（zhǎng）说", "市长说"),
        ("質（Zhì）量", "质量"),
        ("愛（Ài）好", "爱好"),
        ("學\u200b習", "学习"),
        ("葛\U000e0100", "葛"),
        ("مُحَمَّد", "محمد"),
        ("ё", "е"),
        ("ｶ", "カ"),
        ("a\u3000b\u00a0c", "a b c"),
        ("⻓沙", "长沙"),
        ("⼈⺠", "人民"),
    ],
)
def test_forms_of_one_thing_are_folded_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("か", "が"), ("已", "己"), ("质(a)", "质"), ("हिन्दी", "हनुद"), ("研", "硏")]
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_simplified_text_is_hardly_changed() -> None:
    everyday = [
        bytes([high, low]).decode("gb2312", "ignore") for high in range(0xB0, 0xF7) for low in range(0xA1, 0xFE)
    ]
    assert sum(fold(char) != char for char in filter(None, everyday)) < 20


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.one_of(st.sampled_from(SAMPLE), st.characters(exclude_categories=["Cs"]))))
def test_each_folded_character_leads_back_to_where_it_came_from(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    for position, char in enumerate(folded):
        start, end = offsets.span(position, position + 1) if offsets else (position, position + 1)
        assert char in fold(text[start:end])


@pytest.mark.parametrize(("text", "place"), [("20℃\u00ad。", (2, 3)), ("㈱\u200b的", (0, 1)), ("aﬁ\u0301b", (1, 2))])
def test_what_became_several_is_not_mixed_up_with_what_vanished(text: str, place: tuple[int, int]) -> None:
    folded, offsets = fold_with_offsets(text)
    assert offsets is not None
    whole = fold(text[slice(*place)])
    at = folded.index(whole)
    assert {offsets.span(position, position + 1) for position in range(at, at + len(whole))} == {place}


def test_signs_between_names_are_in_no_word() -> None:
    assert cut("唐納德・川普") == cut("唐納德·川普")


def test_unparted_scripts_become_pairs_and_words_stay_whole() -> None:
    assert cut("高質量發展 v2018 5G网络") == "高质 质量 量发 发展 展 v 2018 5 g 网络 络"
    assert cut("हिन्दी Straße") == "हिन्दी strasse"
    assert cut("สวัสดี").split()[0] == "สว"
    assert cut("——、。") == ""


def test_the_distinct_characters() -> None:
    assert cut_with_characters("開發開发 abc 12") == (cut("開發開发 abc 12"), "发 开")


def test_the_table_is_whole() -> None:
    known = json.loads(resources.text("data/folding.json"))
    assert len(known["from"]) == len(known["to"]) == len(set(known["from"])) > 9000
    assert not set(known["many"]) & set(known["from"])
    assert all(unicodedata.category(char).startswith("M") for char in known["marks"])
    assert table().uneven.search("ﬁ")


@pytest.mark.parametrize("piece", [1, 7, 40])
@pytest.mark.parametrize("text", [SAMPLE * 3, "開發區，" * 60, "\u200b" * 20 + " " + SAMPLE, "質(zhì)" * 30])
def test_a_long_text_is_folded_in_pieces_to_the_same(text: str, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, way = fold_with_offsets(text)
    monkeypatch.setattr(folding, "PIECE", piece)
    parted, back = fold_with_offsets(text)
    assert parted == whole and (way is None) == (back is None)
    if way is not None and back is not None:
        assert [back.at(each) for each in range(len(whole))] == [way.at(each) for each in range(len(whole))]
        assert sorted(set(back.folded)) == list(back.folded)
