"""Quotes with their citations."""

from __future__ import annotations

import pytest

from reader.domain.article import Article
from reader.domain.citing import PATTERNS, cite, facts_of, pattern_for


def article(**fields: str) -> Article:
    known = dict.fromkeys(("title", "source", "author", "editor", "published", "url", "language"), "") | fields
    names = ("title", "source", "author", "editor", "published", "url", "language")
    text = fields.get("title", "") + "\n第一段。\n第二段。"
    return Article(1, "u", *(known[name] for name in names), "", True, False, False, text)


FULL = article(
    title="新区开工", source="膠東在線", author="王大鵬", published="2020-03-04T17:24:00", url="https://example.org/1"
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("simplified", "“开工”（王大鵬，《新区开工》，膠東在線，2020-03-04，https://example.org/1）"),
        ("traditional", "「开工」（王大鵬，〈新区开工〉，膠東在線，2020-03-04，https://example.org/1）"),
        ("western", "“开工” (王大鵬, “新区开工”, 膠東在線, 2020-03-04, https://example.org/1)"),
        ("markdown", "> 开工\n>\n> — 新区开工, 膠東在線, 2020-03-04, <https://example.org/1>"),
    ],
)
def test_patterns(name: str, said: str) -> None:
    assert cite(PATTERNS[name], facts_of(FULL, "开工")) == said


def test_what_is_not_known_takes_its_signs_along() -> None:
    known = facts_of(article(title="新区开工", published="2020-03"), "开工")

    assert cite(PATTERNS["simplified"], known) == "“开工”（《新区开工》，2020-03）"
    assert cite(PATTERNS["western"], known) == "“开工” (“新区开工”, 2020-03)"


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    assert cite("{title}", facts_of(article(), "x")) == "第一段。"


def test_a_quote_of_several_paragraphs_stays_a_quote() -> None:
    assert cite(PATTERNS["markdown"], {"quote": "甲\n乙", "title": "丙"}) == "> 甲\n> 乙\n>\n> — 丙"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{time}", "2020-03-04 17:24:00"),
        ("{note: }{tags}", "a"),
        ("{unknown} {", "{unknown} {"),
        ("{{quote}}", "{开工}"),
        ("", ""),
    ],
)
def test_other_patterns(pattern: str, said: str) -> None:
    assert cite(pattern, facts_of(FULL, "开工", tags="a")) == said


def test_facts_are_no_patterns() -> None:
    assert cite("{title}{, source}", {"title": "{source}", "source": "\\1{quote}"}) == "{source}, \\1{quote}"


def test_pictures_are_not_copied() -> None:
    assert cite("{quote}", {"quote": "甲\ufffc乙"}) == "甲乙"


@pytest.mark.parametrize(
    ("language", "name"),
    [("zh-Hant", "traditional"), ("zh-Hans", "simplified"), ("zh", "simplified"), ("en", "western"), ("", "western")],
)
def test_each_language_has_a_usual_pattern(language: str, name: str) -> None:
    assert pattern_for(language) == name
