"""Where words stand in a text, and how the index is asked for them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.hits import MOST, hits, hits_between, near, phrase, single
from reader.domain.wanted import Field, Near, Words, parse, shown_words

TEXT = """我市召開會議
开发区在新一輪高質(zhì)量發(fā)展中走在前列，12:30到B口，共３５％
他说ＣＡＦÉ和café；會議於2020年3月4日召開，v2018，Straße 5G网络与ﬁnance一起发展。市長（zhǎng）说：“好”。"""


def found(query: str, text: str = TEXT, title: int = 0) -> list[str]:
    return [span.of(text) for span in hits(text, shown_words(parse(query)), title)]


@pytest.mark.parametrize(
    ("query", "stands"),
    [
        ("高质量发展", ["高質(zhì)量發(fā)展"]),
        ("高質(zhì)量", ["高質(zhì)量"]),
        ("会议", ["會議", "會議"]),
        ("35", ["３５"]),
        ("cafe", ["ＣＡＦÉ", "café"]),
        ("caf", ["ＣＡＦ", "caf"]),
        ('"caf"', []),
        ("afe", []),
        ("2018", ["2018"]),
        ("018", []),
        ("201", []),
        ("201*", ["201"]),
        ("２０１＊", ["201"]),
        ('"201*"', ["201"]),
        ("v20", []),
        ("5g网*", ["5G网"]),
        ("strasse", ["Straße"]),
        ("5g网络", ["5G网络"]),
        ("finance", ["ﬁnance"]),
        ("市长说", ["市長（zhǎng）说"]),
        ("说，好", ["说：“好"]),
        ("说好", []),
        ("会议 -市长", ["會議", "會議"]),
        ("近 会", ["會", "會"]),
    ],
)
def test_words_are_found_in_any_form(query: str, stands: list[str]) -> None:
    assert found(query) == stands


def test_overlapping_words_become_one_hit() -> None:
    assert found("高质 高质量 质量") == ["高質(zhì)量"]


def test_accents_that_stand_by_themselves_are_of_the_hit() -> None:
    text = "un cafe\u0301 noir"
    assert found("cafe", text) == found("café", text) == found("cafe\u0301", text) == ["cafe\u0301"]


def test_no_hit_reaches_from_the_title_into_the_body() -> None:
    text = "發展\n一起"
    assert found("发展，一起", text) == [text]
    assert found("发展，一起", text, title=2) == []
    assert found("title:发展", "发展\n发展", title=2) == ["发展"]


def test_what_is_near() -> None:
    text = "经济一二三发展，又说发展。隔得很远的一个经济"
    assert found("near(经济 发展, 5)", text) == ["经济", "发展"]
    assert found("near(经济 发展, 2)", text) == []
    assert found("near(经济 没有)", text) == []
    assert found("near(中国 美国, 0)", "中国美国") == ["中国", "美国"]
    assert found("near(中国 美国, 10)", "中国一二三四五六七八九十美国") == ["中国", "美国"]
    assert found("near(中国 美国, 9)", "中国一二三四五六七八九十美国") == []


def test_between_words_is_nothing_but_what_is_in_no_word() -> None:
    assert found("İ20", "İ，20") == ["İ，20"] and found("İ20", "İカ20") == []
    assert found("a，b", "a・b") == ["a・b"] and found('"a b"', "a कि b") == []


def slowly(text: str, parts: tuple[str, ...], distance: int) -> set[int]:
    """Where words are that are near each other, by trying everything; each of them one character.

    Of the last pair of a run nothing counts but its beginning: so what is near is counted from there.
    """
    places = [[at for at, char in enumerate(text) if char == part] for part in parts]
    near_it = [each for each in itertools.product(*places) if max(each) - min(each) - 1 <= distance]
    return {at for each in near_it for at in each}


@given(st.text(alphabet="甲乙丙丁", max_size=30), st.integers(0, 4))
def test_near_is_what_trying_everything_finds(text: str, distance: int) -> None:
    wanted = Near((Words("甲"), Words("乙"), Words("丙")), distance)
    assert {span.start for span in hits(text, [wanted])} == slowly(text, ("甲", "乙", "丙"), distance)


def test_near_of_common_words_is_found_in_a_long_text() -> None:
    assert len(hits("的事情是这样" * 30_000, [Near((Words("的"), Words("是")))])) == 60_000


def test_how_the_index_is_asked() -> None:
    def asked(text: str, *, exact: bool = False) -> str | None:
        return phrase(Words(text, exact))

    assert asked("高质量发展") == '"高质 质量 量发 发展"'
    assert asked("2020年") == '"2020 年" *'
    assert asked("5G网络") == '"5 g 网络"'
    assert asked("Dev") == '"dev" *'
    assert asked("Dev", exact=True) == '"dev"' and asked("Dev*", exact=True) == '"dev" *'
    assert asked("G20") == '"g 20"' and asked("G20*") == '"g 20" *' and asked("2020-3") == '"2020 3"'
    assert asked('a"b') == '"a b" *'
    assert asked("——") is None
    assert near(Near((Words("经济"), Words("发")), 3)) == 'NEAR("经济" "发" *, 4)'
    assert near(Near((Words("经济"), Words("—")))) is None
    assert single(Words("煙")) == "烟" and single(Words("煙臺")) is None and single(Words("a")) is None


def test_a_word_that_stands_everywhere_is_marked_so_often_and_no_more() -> None:
    assert len(hits("的" * (MOST + 10), [Words("的")])) == MOST


def test_hits_of_a_part_are_those_of_its_paragraphs() -> None:
    text = "港口\n段落\n港口的港口\n段落\n港口"
    every = hits(text, [Words("港口")], 2)
    assert hits_between(text, [Words("港口")], 0, len(text), 2) == every
    assert hits_between(text, [Words("港口")], 8, 9, 2) == every[1:3]
    assert hits_between(text, [Words("港口")], 1, 4, 2) == every[:1]
    assert hits_between(text, [Field("title", "港口")], 1, len(text), 2) == every[:1]
