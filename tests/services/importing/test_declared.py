"""Where a page says it is from."""

from __future__ import annotations

import pytest

from reader.services.importing.read import read

WORDS = "The council met on Monday to discuss the plan, which would cost three million and take two years to build."
HERE = "https://news.example/2024/plan"


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{HERE}">',
        f'<meta property="og:url" content="{HERE}">',
        f'<base href="{HERE}">',
        '<base href="https://news.example/"><link rel="canonical" href="/2024/plan">',
        f"<!-- saved from url=(0030){HERE} -->",
        f"<!--\n Page saved with SingleFile \n url: {HERE} \n saved date: Mon May 06 2024\n-->",
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "url": "{HERE}"}}</script>',
    ],
)
def test_the_address_of_a_page(head: str) -> None:
    markup = f"<!doctype html>\n{head if head.startswith('<!--') else ''}<html><head><title>A plan</title>{head}</head>"
    assert read(f"{markup}<body><h1>A plan</h1><p>{WORDS}</p><p>{WORDS} Indeed.</p>".encode(), "a.html").url == HERE


@pytest.mark.parametrize("head", ["", '<base href="https://news.example/">', '<link rel="canonical" href="/plan">'])
def test_a_page_that_does_not_say_where_it_is_from(head: str) -> None:
    assert read(f"<html><head>{head}<title>A</title></head><body><p>{WORDS}</p>".encode(), "a.html").url == ""
