"""What a query asks of highlights by their tags is asked of articles as a whole."""

from __future__ import annotations

import pytest

from reader.domain.wanted import parse
from reader.domain.whole_tags import asked_of_articles, only_of_articles, tags_there


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("tag:港口", "article-tag:港口"),
        ("芯片 TAG:=a/b -tag:c", "芯片 article-tag:=a/b -tag:c"),
        ("(标签：港口 OR 標籤:“b c”) is:unread", "(文章标签：港口 OR 文章標籤:“b c”) is:unread"),
        ("-(tag:a -tag:b) article-tag:c", "-(tag:a -tag:b) article-tag:c"),
        ("港口", "港口"),
        ("tag:a date:soon", "tag:a date:soon"),
    ],
)
def test_tags_that_are_to_be_there_are_those_of_articles(query: str, asked: str) -> None:
    assert asked_of_articles(query) == asked == asked_of_articles(asked)


@pytest.mark.parametrize(
    ("query", "only", "count"),
    [
        ("article-tag:a 港口", "article-tag:a", 1),
        ("(article-tag:a OR article-tag:b) -article-tag:c tag:d", "(article-tag:a OR article-tag:b) -article-tag:c", 2),
        ("article-tag:a OR 港口", "", 1),
        ("tag:a", "", 0),
        ("", "", 0),
    ],
)
def test_what_asks_for_nothing_else(query: str, only: str, count: int) -> None:
    assert only_of_articles(parse(query)) == parse(only) and tags_there(parse(query)) == count
