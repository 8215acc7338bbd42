"""Tags are found by any part of their paths: characters of any form, pinyin, initials; the best first."""

from __future__ import annotations

import pytest

from reader.domain import characters
from reader.domain.tag import Tag, TagTree
from reader.domain.tag_finding import Fit, TagFinder

PATHS = (
    "政策",
    "政策/民生",
    "政策/民生/住房",
    "高新區",
    "綠色金融",
    "重慶",
    "音乐",
    "銀行",
    "女性",
    "軍隊 Army",
    "Economy",
    "Economy/green tech",
    "發展/高質量",
)


def finder(*paths: str) -> TagFinder:
    rows: dict[str, Tag] = {}
    for path in paths:
        above, _, name = path.rpartition("/")
        for missing in [above] if above and above not in rows else []:
            rows[missing] = Tag(len(rows) + 1, "", missing, None, "red")
        rows[path] = Tag(len(rows) + 1, "", name, rows[above].id if above else None, "red")
    return TagFinder(TagTree(rows.values()))


def found(typed: str) -> list[str]:
    return [tag.name for tag in finder(*PATHS).find(typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("高新區", "高新區"),
        ("高新区", "高新區"),
        ("新区", "高新區"),
        ("gxq", "高新區"),
        ("GXQ", "高新區"),
        ("gaoxinqu", "高新區"),
        ("gao xin qu", "高新區"),
        ("gaoxq", "高新區"),
        ("gaoxinq", "高新區"),
        ("gaoxi", "高新區"),
        ("xinqu", "高新區"),
        ("高xin", "高新區"),
        ("lvse", "綠色金融"),
        ("luse", "綠色金融"),
        ("lüse", "綠色金融"),
        ("nvxing", "女性"),
        ("chongqing", "重慶"),
        ("zhongqing", "重慶"),
        ("chq", "重慶"),
        ("yinyue", "音乐"),
        ("yinle", "音乐"),
        ("yinhang", "銀行"),
        ("yinxing", "銀行"),
        ("jdarmy", "軍隊 Army"),
        ("army jd", "軍隊 Army"),
        ("economy/gr", "green tech"),
        ("e/g", "green tech"),
        ("zc/ms/zf", "住房"),
        ("z/m/z", "住房"),
        ("政/住", "住房"),
        ("zcmszf", "住房"),
    ],
)
def test_what_is_typed_finds_the_tag_first(typed: str, name: str) -> None:
    assert found(typed)[:1] == [name]


@pytest.mark.parametrize("typed", ["gqx", "xyz", "高 民", "gaoxinquy", "aoxin", "//x", "政策政策"])
def test_what_fits_none_finds_none(typed: str) -> None:
    assert found(typed) == []


def test_nothing_typed_finds_all_the_recent_ones_first() -> None:
    tags = finder("b", "a", "c").find("  ", recent=[3, 1])
    assert [tag.name for tag in tags] == ["c", "b", "a"]


def test_the_better_it_fits_the_earlier_it_stands() -> None:
    names = ("x sheng", "身體", "shen", "ashen", "神", "new shen", "shenzhen", "a 身 b")
    order = [tag.name for tag in finder(*names).find("shen")]
    assert order == ["shen", "shenzhen", "new shen", "ashen", "神", "身體", "a 身 b", "x sheng"] or order == [
        "shen", "shenzhen", "new shen", "x sheng", "ashen", "神", "身體", "a 身 b",
    ]  # fmt: skip


def test_of_those_that_fit_alike_the_recent_ones_come_first() -> None:
    assert [tag.name for tag in finder("民主", "民政", "民生", "人民").find("民", recent=[4, 3])] == [
        "民生", "民政", "民主", "人民",
    ]  # fmt: skip


def test_a_name_fits_better_than_the_path_above_it() -> None:
    tags = finder("甲/人", "甲丙")
    assert [tag.name for tag in tags.find("甲")] == ["甲", "甲丙", "人"]
    assert [tag.name for tag in tags.find("甲", worst=Fit.SOUND_HOLDS)] == ["甲", "甲丙"]
    assert [tag.name for tag in tags.find("j")] == ["甲", "甲丙", "人"]


def test_readings_are_those_of_both_forms() -> None:
    assert characters.readings("區")[:1] == ["qū"] and "yuè" in characters.readings("樂")
    assert characters.readings("a") == [] and characters.readings("") == []
    known = characters.known()
    for char in "樂乐長重㐀":
        assert set(characters.readings(char)) == {each for each in known.readings(char) if each}
