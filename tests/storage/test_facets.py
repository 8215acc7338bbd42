"""Sources, years and tags of the articles of a query are counted, the commonest of each."""

from __future__ import annotations

from collections import Counter

import pytest

import making
from reader.domain.completing import narrowed
from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import annotating, edits, tagging
from reader.storage import articles, facets, marked, tags
from reader.storage.library import Library


@pytest.fixture
def db(library: Library):  # type: ignore[no-untyped-def]
    for number in range(60):
        text = f"標題{number}\n煙臺" + "港口" * (number % 2)
        article = making.add(
            library.db,
            text,
            source=f"來源{number % 30 or ''}",
            published=f"{2000 + number % 25}-01-02" if number else "",
        )
        if number % 3 == 0:
            paths = ["經濟/海洋", "民生"] if number % 2 else ["經濟"]
            tagging.highlight_with(library.db, article, 0, 2, paths, note="", color="", analyst="")
    edits.trash(library.db, [7])
    return library.db


@pytest.mark.parametrize("query", ["", "港口", "煙台 -港口", "tag:民生", "無"])
def test_the_numbers_are_those_of_the_articles_listed(db, query: str) -> None:  # type: ignore[no-untyped-def]
    wanted = ArticleQuery(wanted=parse(query))
    listed = articles.rows(db, articles.ids(db, wanted)).values()
    found = facets.counts(db, wanted)
    sources = Counter(row.source for row in listed if row.source)
    assert dict(found["source"]).items() <= sources.items() and len(found["source"]) == min(20, len(sources))
    assert [count for _, count in found["source"]] == sorted(sources.values(), reverse=True)[:20]
    years = Counter(row.published[:4] for row in listed if row.published)
    assert found["year"] == sorted(years.items(), reverse=True)[:20]


def test_each_source_and_tag_lists_as_many_as_it_counts(db) -> None:  # type: ignore[no-untyped-def]
    tagging.add(db, "別的/經濟")
    tagging.highlight_with(db, 2, 0, 2, ["別的/經濟"], note="", color="", analyst="")
    making.add(db, "港口\n港口", source="来源1")  # the same in another script
    tree, found = tags.tree(db), facets.counts(db, ArticleQuery())
    for facet, names in (("source", dict(found["source"])), ("tag", {tree.path(int(t)): n for t, n in found["tag"]})):
        for name, count in names.items():
            listed = articles.ids(db, ArticleQuery(wanted=parse(narrowed("", facet, str(name)))))
            assert len(listed) == count, name
    assert len(articles.ids(db, ArticleQuery(wanted=parse("source:=来源01")))) == 0
    assert len(articles.ids(db, ArticleQuery(wanted=parse("source:=来源2")))) == 2, (
        "in any form where none is so written"
    )


@pytest.mark.parametrize("query", ["", "标题", "tag:經濟", "date:2003..", "無"])
def test_of_highlights_each_number_is_that_of_those_listed_then(db, query: str) -> None:  # type: ignore[no-untyped-def]
    tagging.highlight_with(db, 1, 3, 5, ["民生"], note="", color="", analyst="")
    tagging.highlight_with(db, 4, 3, 5, ["經濟", "經濟/海洋"], note="", color="", analyst="")
    annotating.tag_articles(db, [2, 3], new=["整篇"])
    tree, found = tags.tree(db), facets.of_highlights(db, HighlightQuery(wanted=parse(query)))
    named = {
        "source": dict(found["source"]),
        "date": dict(found["year"]),
        "tag": {tree.path(int(tag)): count for tag, count in found["tag"]},
    }
    for field, names in named.items():
        assert bool(names) == (query != "無") and "整篇" not in names
        for name, count in names.items():
            wanted = HighlightQuery(wanted=parse(narrowed(query, field, str(name))))
            assert marked.count(db, wanted) == count, name
    assert [count for _, count in found["source"]] == sorted(named["source"].values(), reverse=True)
    assert [year for year, _ in found["year"]] == sorted(named["date"], reverse=True)


def test_a_tag_counts_for_those_above_it(db) -> None:  # type: ignore[no-untyped-def]
    tree = tags.tree(db)
    found = {tree.path(int(tag)): count for tag, count in facets.counts(db, ArticleQuery())["tag"]}
    for path, count in found.items():
        assert count == len(articles.ids(db, ArticleQuery(wanted=parse(f"tag:{path}")))), path
    assert set(found) == {"經濟", "經濟/海洋", "民生"}
