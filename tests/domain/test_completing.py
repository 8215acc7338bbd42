"""What is offered where the caret stands in a query, and what the query is once it was taken."""

from __future__ import annotations

import pytest

from reader.domain.completing import Place, completed, field_choices, field_names, fitting, narrowed, place_of
from reader.domain.field_names import CHOICES, FIELDS
from reader.domain.wanted import Field, parse


@pytest.mark.parametrize(
    ("query", "field", "typed"),
    [
        ("ta", "", "ta"),
        ("經濟 ta", "", "ta"),
        ("-ta", "", "ta"),
        ("(ta", "", "ta"),
        ("", "", ""),
        ("經濟 ", "", ""),
        ("tag:", "tag", ""),
        ("标签：發", "tag", "發"),
        ("來源:“膠東 在", "source", "膠東 在"),
        ('source:"a b', "source", "a b"),
        ("-tag:a/b", "tag", "a/b"),
        ("DATE:20", "date", "20"),
        ("source:=膠", "source", "膠"),
        ("article-t", "", "article-t"),
        ("-article-t", "", "article-t"),
        ("經濟 -article-tag:=港", "article-tag", "港"),
    ],
)
def test_the_place_before_the_caret(query: str, field: str, typed: str) -> None:
    place = place_of(query, len(query))
    assert place is not None and (place.field, place.typed) == (field, typed)


@pytest.mark.parametrize("query", ['tag:"a b"', '"ta', "c++", "a:b c#"])
def test_where_nothing_is_to_be_offered(query: str) -> None:
    place = place_of(query, len(query))
    assert place is None or not place.typed


def test_names_of_fields_in_the_script_that_is_typed() -> None:
    assert field_names("ta") == [("tag", "tag")]
    assert field_names("标") == [("标题", "title"), ("标签", "tag")]
    assert field_names("標") == [("標題", "title"), ("標籤", "tag")]
    assert field_names("有") == field_names("zz") == []
    assert [name for name, _ in field_names("")] == list(FIELDS)
    assert field_names("meta-") == field_names("meta-t") == []
    assert field_names("article-") == [("article-tag", "article-tag")]


def test_who_reads_chinese_is_offered_chinese_names() -> None:
    names = field_names("", "simplified")
    assert names[:3] == [("标题", "title"), ("来源", "source"), ("作者", "author")]
    assert [name for _, name in names] == list(FIELDS)
    assert all(parse(f"{own}:2020") == parse(f"{name}:2020") for own, name in names if name not in ("has", "is"))
    assert ("匯入", "imported") in field_names("", "traditional")
    assert field_names("ta", "traditional") == [("標籤", "tag")]
    assert field_names("ly", "simplified") == field_names("laiyuan", "simplified") == [("来源", "source")]
    assert field_names("標", "simplified") == field_names("標")
    assert field_names("qq", "simplified") == []


def test_who_reads_chinese_is_offered_chinese_choices_and_may_type_any() -> None:
    for field, names in CHOICES.items():
        for script in ("simplified", "traditional", None):
            assert [parse(f"{field}:{own}") for own in field_choices(field, "", script)] == [  # type: ignore[arg-type]
                Field(field, name) for name in names
            ]
    assert field_choices("is", "", "simplified")[:3] == ["未读", "已读", "在读"]
    assert field_choices("is", "un", "traditional") == field_choices("is", "weidu", "traditional") == ["未讀"]
    assert field_choices("is", "已", "traditional") == ["已讀", "已加星", "已報錯"]
    assert field_choices("has", "标", "traditional") == field_choices("has", "标") == ["标注", "标签"]
    assert field_choices("has", "n") == ["note"]


def test_values_in_any_form_first_those_that_begin_so() -> None:
    assert fitting("发", ["区域发展", "發展", "民生"]) == ["發展", "区域发展"]
    assert len(fitting("", map(str, range(100)))) == 12


@pytest.mark.parametrize("value", ["膠東 在線", "a/b", "(甲)", "發展"])
def test_what_is_taken_is_the_value_and_nothing_else(value: str) -> None:
    query = "經濟 tag:x 民生"
    place = place_of(query, 8)
    assert place is not None
    made, caret = completed(query, place, value)
    wanted = parse(made)
    assert wanted is not None
    assert [part.value for part in wanted.parts if isinstance(part, Field)] == [value]  # type: ignore[union-attr]
    assert made[caret:] == "民生" and made.startswith("經濟 tag:")


def test_behind_a_name_its_value_is_typed() -> None:
    assert completed("經濟 ta", Place("", "ta", 3, 5), "tag") == ("經濟 tag:", 7)
    assert completed("date:20", Place("date", "20", 5, 7), "2020") == ("date:2020", 9)


@pytest.mark.parametrize(
    ("query", "made"),
    [
        ("", "tag:=發展"),
        ("經濟", "經濟 tag:=發展"),
        ("a OR b", "(a OR b) tag:=發展"),
        ("經濟 标签:=發展", "經濟 标签:=發展"),
        ("tag:=發展", "tag:=發展"),
        ("tag:發展", "tag:發展 tag:=發展"),
        ("date:x", "tag:=發展"),
        ('a "b c', 'a "b c" tag:=發展'),
        ("a -“b c", "a -“b c” tag:=發展"),
        ('a OR title:"b', '(a OR title:"b") tag:=發展'),
        ("near(a b", "near(a b) tag:=發展"),
        ("near(a 「b c", "near(a 「b c」) tag:=發展"),
    ],
)
def test_a_query_is_narrowed_once(query: str, made: str) -> None:
    assert narrowed(query, "tag", "發展") == made


@pytest.mark.parametrize("value", ['他說"是"的', "a b", "(甲)", "甲"])
def test_a_value_is_quoted_so_that_all_of_it_is_meant(value: str) -> None:
    found = parse(narrowed("", "source", value))
    assert isinstance(found, Field) and found.value == value


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("“一带一路”报道", "“一带一路”报道"),
        ('say "a b"', 'say "a b"'),
        ("“a” 「b」", "“a” 「b」"),
        ("“a” 「b」 『c』", "a 「b」 『c』"),
    ],
)
def test_a_value_with_quotation_marks_in_it_is_asked_for_as_a_whole(value: str, asked: str) -> None:
    query, caret = completed("source:", Place("source", "", 7, 7), value)
    wanted = parse(query)
    assert isinstance(wanted, Field) and wanted.value == asked and caret == len(query)
