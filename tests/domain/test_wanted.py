"""The query language: what is meant, and what is said of what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.wanted import (
    LONGEST,
    Either,
    Every,
    Field,
    Near,
    QueryError,
    Wanted,
    Without,
    Words,
    parse,
    shown_words,
)

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("", None),
        (" \u3000", None),
        ("芯片 研发", Every((Words("芯片"), Words("研发")))),
        ("a AND b", Every((A, B))),
        ("a OR b c", Either((A, Every((B, C))))),
        ("(a OR b) c", Every((Either((A, B)), C))),
        ("（a OR b）c", Every((Either((A, B)), C))),
        ("a -b", Every((A, Without(B)))),
        ("a NOT b", Every((A, Without(B)))),
        ("-(a b)", Without(Every((A, B)))),
        ("a-b", Words("a-b")),
        ('"a b"', Words("a b", exact=True)),
        ("“a b”c", Every((Words("a b", exact=True), C))),
        ("「a b」", Words("a b", exact=True)),
        ('"a b', Words("a b", exact=True)),
        ("市長（zhǎng）说", Words("市長（zhǎng）说")),
        ("(市長(zhǎng)说)", Words("市長(zhǎng)说")),
        ("a)", Words("a)")),
        ("http://a.b/c", Words("http://a.b/c")),
        ("12:30", Words("12:30")),
        ("or and", Every((Words("or"), Words("and")))),
        ("a —— b", Every((A, B))),
        ("title:开发", Field("title", "开发")),
        ("标题：开发", Field("title", "开发")),
        ('TAG:"a b"', Field("tag", "a b", exact=True)),
        ("url:b.c", Field("address", "b.c")),
        ("source:=b.c", Field("source", "b.c", whole=True)),
        ('来源：＝"b c"', Field("source", "b c", exact=True, whole=True)),
        ("tag:=a/b", Field("tag", "a/b", whole=True)),
        ("title:=b", Field("title", "=b")),
        ("has:note", Field("has", "note")),
        ("有：筆記", Field("has", "note")),
        ("is:未读", Field("is", "unread")),
        ("是:Unread", Field("is", "unread")),
        ("date:2020", Field("date", "2020", last="2020")),
        ("date:2020-03..2020-06", Field("date", "2020-03", last="2020-06")),
        ("date:..2020年3月4日", Field("date", "", last="2020-03-04")),
        ("date:2020/3..", Field("date", "2020-03")),
        ("date:2020…2021", Field("date", "2020", last="2021")),
        ("date:…2013", Field("date", "", last="2013")),
        ("date:2020～2021", Field("date", "2020", last="2021")),
        ("date:2020-05..2020", Field("date", "2020-05", last="2020")),
        ("near(a b, 3)", Near((A, B), 3)),
        ("near(a，b)", Near((A, B))),
        ("near(a、b)", Near((A, B))),
        ('NEAR("a b" c 5)', Near((Words("a b", exact=True), C, Words("5")))),
        ("near", Words("near")),
    ],
)
def test_what_a_query_means(query: str, meant: Wanted | None) -> None:
    assert parse(query) == meant


@pytest.mark.parametrize(
    ("query", "place", "said"),
    [
        ("a OR", (2, 4), "OR at 3 has nothing to go with"),
        ("OR a", (0, 2), "OR at 1"),
        ("a AND", (2, 5), "AND at 3"),
        ("(a", (0, 1), "A bracket at 1 is not closed"),
        (") a", (0, 1), "A bracket at 1 closes what was not opened"),
        ("a (", (2, 3), "( at 3"),
        ("a -(", (3, 4), "( at 4"),
        ("title:", (0, 6), "title: at 1 has nothing behind it"),
        ('title:"', (0, 7), "title: at 1 has nothing behind it"),
        ('a -tag:" "', (3, 10), "tag: at 4 has nothing behind it"),
        ("a date:soon", (7, 11), "soon is no date"),
        ("date:2020-13", (5, 12), "2020-13 is no date"),
        ("date:..", (5, 7), "no date"),
        ("date:2020..2019", (5, 15), "no date"),
        ("date:2020-02-31", (5, 15), "no date"),
        ("date:0000", (5, 9), "no date"),
        ("has:foo", (4, 7), "has: cannot be foo. It can be: highlight, note"),
        ("near(a)", (0, 6), "two words in brackets"),
        ("near(a -b)", (0, 9), "two words in brackets and nothing else"),
        ("near(a OR b)", (0, 9), "two words in brackets and nothing else"),
        ("near(a title:b)", (0, 14), "two words in brackets and nothing else"),
        ("a NOT", (2, 5), "NOT at 3 has nothing behind it"),
        ("——", (0, 2), "no letter, digit or character"),
        ("title:——", (6, 8), "no letter"),
        ("a" * (LONGEST + 1), (LONGEST, LONGEST + 1), "at the most"),
        ("(" * 30 + "a" + ")" * 30, (20, 21), "within each other"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(query: str, place: tuple[int, int], said: str) -> None:
    with pytest.raises(QueryError) as found:
        parse(query)
    assert said in str(found.value) and (found.value.start, found.value.end) == place


PIECES = [
    "a",
    "中国",
    "OR",
    "AND",
    "NOT",
    "-",
    "(",
    ")",
    "（",
    '"',
    "“",
    "title:",
    "date:",
    "near(",
    ",",
    " ",
    "\0",
    "😀",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join))
def test_nothing_that_is_typed_raises_anything_else(query: str) -> None:
    try:
        found = parse(query)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(query)
    else:
        list(shown_words(found))


def test_what_an_article_must_lack_is_not_shown_in_it() -> None:
    found = parse("a (b OR title:c) -d tag:e near(f g)")
    assert list(shown_words(found)) == [A, B, Field("title", "c"), Near((Words("f"), Words("g")))]
