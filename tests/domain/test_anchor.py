"""Highlights are found again in a text that was corrected, read in another way, or replaced."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.alignment import align
from reader.domain.anchor import ADJUSTED, EXACT, ORPHAN, REVIEW, Placed, reanchor
from reader.domain.highlight import Span

NEWS = """张术平在高新区实地调研
　　本报讯（记者王大鹏）昨天上午，市委书记张术平带领有关部门负责人，到高新区实地调研重点项目建设情况。
　　在蓝色智谷项目现场，张术平详细了解了项目规划、建设进度和招商情况，要求加快工程进度，确保按期投产。
　　张术平强调，高新区要牢固树立质量第一的理念，推动产业向价值链高端迈进，努力培育新的增长点。
　　下午，他还看望了坚守在一线的工人，并与他们亲切交谈。"""


def placed(old: str, new: str, *quotes: str) -> list[Placed]:
    spans = [Span(old.index(quote), old.index(quote) + len(quote)) for quote in quotes]
    found = reanchor(old, new, spans)
    assert found is not None
    return found


def words(new: str, found: Placed) -> str:
    assert found.span is not None
    return found.span.of(new)


def test_words_that_were_not_touched_are_where_they_were_put() -> None:
    new = NEWS.replace("昨天上午，", "").replace("确保按期投产", "确保今年年底之前按期投产")
    for quote in ("市委书记张术平", "加快工程进度，", "质量第一的理念"):
        (found,) = placed(NEWS, new, quote)
        assert (words(new, found), found.state) == (quote, EXACT)


def test_words_that_were_changed_a_little_are_adjusted_and_what_changed_is_in_them() -> None:
    new = NEWS.replace("价值链高端", "价值链的中高端")
    (found,) = placed(NEWS, new, "推动产业向价值链高端迈进")
    assert (words(new, found), found.state) == ("推动产业向价值链的中高端迈进", ADJUSTED)
    assert 0.7 < found.similarity < 1


def test_a_word_that_was_corrected_at_the_end_stays_in_a_highlight_and_other_words_in_its_place_do_not() -> None:
    for before, after, kept in (
        ("理念", "口号", "牢固树立质量第一的口号"),
        ("第一的理念", "取胜这样做", "牢固树立质量"),
    ):
        new = NEWS.replace(before, after)
        (found,) = placed(NEWS, new, "牢固树立质量第一的理念")
        assert words(new, found) == kept


def test_words_that_were_changed_much_are_to_be_looked_at() -> None:
    new = NEWS.replace("推动产业向价值链高端迈进", "推动产业链价值提升并迈出步子")
    (found,) = placed(NEWS, new, "推动产业向价值链高端迈进")
    assert found.state == REVIEW and 0.5 <= found.similarity < 0.75


def test_words_that_are_gone_are_nowhere_and_not_where_the_same_word_stands_for_something_else() -> None:
    lines = NEWS.split("\n")
    new = "\n".join([*lines[:3], *lines[4:]])
    gone, short = placed(NEWS, new, "牢固树立质量第一的理念", "要")
    assert gone == Placed(None, 0.0, ORPHAN)
    start = NEWS.index("高新区要") + 3
    found = reanchor(NEWS, new, [Span(start, start + 1)])
    assert found is not None and found[0].state in (ORPHAN, REVIEW)
    assert short.state == EXACT  # the one before it, which is still there


def test_a_paragraph_that_moved_takes_its_highlights_along() -> None:
    lines = NEWS.split("\n")
    new = "\n".join([lines[0], lines[3], lines[1], lines[2], lines[4]])
    for quote in ("质量第一", "蓝色智谷项目", "高新区要"):
        (found,) = placed(NEWS, new, quote)
        assert (words(new, found), found.state) == (quote, EXACT)


def test_a_copy_that_stayed_is_not_taken_for_a_paragraph_that_moved() -> None:
    filler = [f"第{number}段说的是完全不同的事情，与其他各段没有关系。" for number in "一二三四五六"]
    fine, other = "拒不改正的，处五千元以上五万元以下罚款。", "拒不改正的，处一万元以上五万元以下罚款。"
    old = "\n".join([fine, *filler[:3], other, *filler[3:]])
    new = "\n".join([*filler[:3], other, *filler[3:], fine])
    (found,) = placed(old, new, "元以上五万元")
    assert found.span == Span(new.rindex("元以上五万元"), new.rindex("元以上五万元") + 6)


def test_which_of_two_same_paragraphs_moved_is_left_to_the_analyst_where_the_other_one_went() -> None:
    lines = NEWS.split("\n")
    same = "二〇一八年五月二十四日本市人民代表大会常务委员会第四次会议《关于修改部分地方性法规的决定》修正"
    old = "\n".join([lines[0], same, *lines[1:3], same, *lines[3:]])
    moved = "\n".join([*lines[:4], same, lines[4]])
    stayed = "\n".join([lines[0], same, *lines[1:]])
    quotes = [Span(start + 12, start + 12 + size) for start in (old.index(same), old.rindex(same)) for size in (8, 30)]
    found = reanchor(old, moved, quotes)
    assert found is not None and {each.state for each in found} <= {REVIEW, ORPHAN}
    assert REVIEW in {each.state for each in found}
    found = reanchor(old, stayed, quotes)
    assert found is not None and [each.state for each in found[:2]] == [EXACT, EXACT]
    assert {each.state for each in found[2:]} <= {REVIEW, ORPHAN}


def test_a_paragraph_that_is_gone_is_not_taken_for_the_next_one_that_reads_much_the_same() -> None:
    fine = "违反本条例第{}规定，未按照要求报告的，由市或者区环境保护部门责令改正，处{}元以下罚款。"
    old = "\n".join(("由通信管理部门吊销其许可证。", fine.format("五条", "五千"), fine.format("六条", "一万")))
    new = "\n".join(("由通信管理部门吊销其许可证。", fine.format("六条", "一万")))
    across, inside = placed(old, new, "可证。\n违反本条例第五条规定，未按", "违反本条例第五条规定，未按照要求报告的")
    assert across.state in (REVIEW, ORPHAN) and inside.state in (REVIEW, ORPHAN)


def test_paragraphs_that_repeat_one_another_but_for_a_name_are_told_apart_when_one_moved() -> None:
    said = "第{}号主席令：全国人民代表大会常务委员会关于修改《{}法》的决定已于本日通过，现予公布，自公布之日起施行。"
    old = [said.format(*each) for each in zip("五六七八", ("海洋", "草原", "统计", "广告"), strict=True)]
    moved = [*old[1:], old[0]]
    new = "\n".join(line.replace("本日", "今天") for line in moved)
    for at, line in enumerate(old):
        start = sum(len(each) + 1 for each in old[:at]) + line.index("自公布")
        found = reanchor("\n".join(old), new, [Span(start, start + 8)])
        there = sum(len(each) + 1 for each in moved[: moved.index(line)]) + line.index("自公布")
        assert found is not None and found[0].span == Span(there, there + 8), line


def test_what_stands_again_and_again_goes_with_the_paragraph_beside_it() -> None:
    edited = "（视频编辑：张双玲 文字编辑：冯思谣）"
    lines = NEWS.split("\n")[1:4]
    old = "\n".join(part for line in lines for part in (line, edited))
    new = "\n".join(part for line in (lines[0], lines[2], lines[1]) for part in (line, edited))
    second = old.index(edited, old.index(lines[1]))
    found = reanchor(old, new, [Span(second + 6, second + 9)])
    assert found is not None and found[0] == Placed(Span(len(new) - 13, len(new) - 10), 1.0, EXACT)


def test_better_ends_take_in_no_words_of_another_paragraph() -> None:
    lines = [
        *("第八条 港口岸线使用期限届满需要续期使用的，续期最长不得超过一年。", "第九条 港口岸线使用人应当缴纳使用费。"),
        *("第十条 港口总体规划确定的港区内，不得新建影响港口的设施。", "第十一条 码头应当符合规定。"),
    ]
    old, new = "\n".join(lines), "\n".join([lines[0], *lines[2:], lines[1]])
    (found,) = placed(old, new, "续期最长不得超过一年。\n第九条 港口岸")
    assert words(new, found).rstrip() == "续期最长不得超过一年。"


@pytest.mark.parametrize("changed", [str, lambda text: text.replace("　", "").replace("\n", "\n\n")])
def test_the_form_of_characters_does_not_count(changed: object) -> None:
    assert callable(changed)
    new = changed(NEWS.replace("张", "張").replace("区", "區").replace("，", ",").replace("质", "質"))
    (found,) = placed(NEWS, new, "高新区要牢固树立质量第一的理念，推动产业")
    assert (words(new, found), found.similarity) == ("高新區要牢固树立質量第一的理念,推动产业", 1.0)


def test_readings_that_went_or_came_take_no_highlight_along() -> None:
    printed = NEWS.replace("质", "质(zhì)").replace("量", "量(liàng)").replace("高", "高（gāo）")
    (out,) = placed(printed, NEWS, "牢固树立质(zhì)量(liàng)第一")
    assert words(NEWS, out) == "牢固树立质量第一"
    (back,) = placed(NEWS, printed, "树立质量")
    assert words(printed, back) == "树立质(zhì)量(liàng)"


def test_a_highlight_that_was_torn_apart_is_where_most_of_it_is() -> None:
    lines = NEWS.split("\n")
    new = "\n".join([lines[0], lines[1], lines[4], lines[3], lines[2]])
    quote = "推动产业向价值链高端迈进，努力培育新的增长点。\n　　下午"
    (found,) = placed(NEWS, new, quote)
    assert words(new, found).startswith("推动产业向价值链高端迈进") and found.state == ADJUSTED


@given(st.text("一二三四ab\n", max_size=60), st.text("一二三四ab\n", max_size=60))
def test_what_two_texts_have_in_common_is_the_same_in_both(old: str, new: str) -> None:
    found = align(old, new)
    assert found is not None
    for run in found.runs:
        assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]
    for runs in (found.runs, found.reversed().runs):
        assert all(one.old + one.size <= other.old for one, other in pairwise(runs))
    spans = [Span(start, start + 1 + start % 5) for start in range(max(0, len(old) - 6))]
    for each in reanchor(old, new, spans) or []:
        assert each.span is None or each.span.end <= len(new)
        assert (each.span is None) == (each.state == ORPHAN)


def test_the_same_text_changes_nothing() -> None:
    spans = [Span(0, 5), Span(20, 60), Span(0, len(NEWS))]
    assert reanchor(NEWS, NEWS, spans) == [Placed(span, 1.0, EXACT) for span in spans]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * 400_000, "b" * 400_000),
        ("a\n" * 200_000, "\na" * 200_000),
        ("ab" * 200_000, "ba" * 200_000 + "a"),
        ("".join(Random(1).choices("一二", k=400_000)), "".join(Random(2).choices("一二", k=400_000))),
    ],
)
def test_texts_that_were_made_to_be_slow_end(old: str, new: str) -> None:
    began = time.process_time()
    spans = [Span(at, at + 30) for at in range(0, len(old) - 30, 4_000)]
    assert len(reanchor(old, new, spans) or []) == len(spans)
    assert time.process_time() - began < 20  # by the square of the length it would be hours


def test_it_stops_when_it_is_cancelled() -> None:
    assert reanchor(NEWS, NEWS[5:], [Span(0, 5)], lambda: True) is None


def test_nothing_is_compared_where_there_is_nothing_to_place() -> None:
    assert reanchor(NEWS, NEWS[5:], [], lambda: pytest.fail("compared")) == []
