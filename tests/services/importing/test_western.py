"""Fields of pages in other languages than Chinese."""

from __future__ import annotations

import pytest

from reader.domain.article import Draft
from reader.services.importing.read import read

WORDS = "The council met on Monday to discuss the plan, which would cost three million and take two years to build."
OTHER = "Several members said that they would vote against it, because nobody had asked the people of the old town."


def page(under_title: str = "", head: str = "") -> Draft:
    markup = (
        f"<html lang=en><head><title>A plan for the old town</title>{head}</head><body><main>"
        f"<h1>A plan for the old town</h1>{under_title}<p>{WORDS}</p><p>{OTHER}</p><p>{WORDS} {OTHER}</p></main>"
    )
    return read(markup.encode(), "a.html")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Muster", "Anna Muster"),
        ("By\xa0Anna Muster and Ben J. Beispiel, Town Gazette", "Anna Muster, Ben J. Beispiel"),
        ("Von Anna Muster und Ben Beispiel", "Anna Muster, Ben Beispiel"),
        ("Posted by anna_m", "anna_m"),
        ("May 6, 2024 by Anna Muster", "Anna Muster"),
        ("Anna Muster - May 6, 2024", "Anna Muster"),
        ("Anna Muster \xa0 Town Gazette", "Anna Muster"),
        ("Photo by Anna Muster", ""),
        ("Town Gazette - May 6, 2024", ""),
    ],
)
def test_who_a_line_under_the_title_says_it_is_by(line: str, author: str) -> None:
    assert page(f"<div>{line}</div>").author == author


def test_what_is_declared_comes_before_what_is_shown() -> None:
    head = (
        '<meta property="og:site_name" content="Town Gazette">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished":'
        ' "2024-05-06T22:30:00Z", "author": {"@id": "#a"}},'
        ' {"@type": "Person", "@id": "#a", "name": "Anna Muster"}]}</script>'
    )
    found = page("<div>By Ben Beispiel</div><figcaption>The town on May 1, 2019</figcaption>", head)
    assert (found.author, found.source, found.published) == ("Anna Muster", "Town Gazette", "2024-05-06T22:30:00")


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("May 7, 2024 00:30", "2024-05-07T00:30"),  # by the clocks there
        ("May 7, 2024", "2024-05-07"),
        ("May 6, 2024", "2024-05-06T22:30:00"),
        ("May 1, 2019 10:00", "2024-05-06T22:30:00"),  # of something else
    ],
)
def test_a_time_is_that_of_the_place(shown: str, published: str) -> None:
    head = '<meta property="article:published_time" content="2024-05-06T22:30:00Z">'
    assert page(f"<div>{shown}</div>", head).published == published


def test_the_staff_and_the_site_are_no_authors() -> None:
    head = '<meta property="og:site_name" content="Town Gazette"><meta name="author" content="Town Gazette">'
    assert page("<div>By Editorial Staff</div>", head).author == ""


@pytest.mark.parametrize("day", ["February 31, 2024", "2024-02-30 10:00", "2024-13-01"])
def test_a_day_that_never_was_is_no_date(day: str) -> None:
    head = '<meta property="article:published_time" content="2024-03-01T22:30:00Z">'
    assert page(f"<div>{day}</div>", head).published == "2024-03-01T22:30:00"
    assert page(f"<div>{day}</div>").published == ""
