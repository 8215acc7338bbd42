"""What the table is narrowed down by, beside what it is asked for already."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.highlight_filters import NOBODY, Filters
from reader.domain.highlight_query import HighlightQuery, TagTerm
from reader.domain.query import ArticleQuery


def test_nothing_is_no_filter() -> None:
    assert not Filters() and not Filters(any_tag=True) and Filters(untagged=True) and Filters(noted=False)
    query = HighlightQuery(ArticleQuery(scope="starred", since="2020"), analysts=frozenset({"林"}))
    assert Filters().narrow(query) == query


def test_all_of_it_comes_to_what_is_asked_already() -> None:
    query = HighlightQuery(ArticleQuery(since="2020", until="2021"), tagged=((1,),), analysts=frozenset({"林", "王"}))
    asked = Filters(
        (TagTerm(3),), noted=True, review=True, analysts=frozenset({"王", "李"}), since="2019", until="2020-05"
    )
    found = asked.narrow(query)
    assert (found.articles.since, found.articles.until) == ("2020", "2020-05")
    assert (found.tags, found.tagged, found.noted) == ((TagTerm(3),), ((1,),), True)
    assert (found.states, found.analysts, found.untagged) == ({"adjusted", "review", "orphan"}, {"王"}, None)
    assert replace(asked, analysts=frozenset({"李"})).narrow(query).analysts == NOBODY


def test_a_tag_is_asked_for_once() -> None:
    asked = Filters(untagged=True).with_term(TagTerm(1)).with_term(TagTerm(2))
    assert asked == Filters((TagTerm(1), TagTerm(2)))
    changed = asked.with_term(TagTerm(1, without=True))
    assert changed.tags == (TagTerm(1, without=True), TagTerm(2))
    assert changed.without_term(TagTerm(2)).tags == (TagTerm(1, without=True),)


def test_what_is_asked_of_highlights_is_asked_of_articles_where_that_can_be_said() -> None:
    one, other, no = TagTerm(1), TagTerm(2, below=False), TagTerm(3, without=True)
    own = replace(one, of_article=True), replace(other, of_article=True)
    fourth, fifth = TagTerm(4, of_article=True), TagTerm(5, of_article=True)
    assert Filters((one, other, no), any_tag=True).of_articles([], every=True) == Filters((*own, no), any_tag=True)
    assert Filters((one, no), noted=True).of_articles([4], every=False) == Filters((own[0], no, fourth), noted=True)
    assert Filters(any_tag=True).of_articles([4, 5], every=True) == Filters((fourth, fifth))
    assert Filters((no,)).of_articles([4, 5], every=False) == Filters((no, fourth, fifth), any_tag=True)
    assert Filters((one,), any_tag=True).of_articles([4], every=False) == Filters((own[0], fourth))
    assert Filters((one, other), any_tag=True).of_articles([4], every=False) is None
    assert Filters((one,)).of_articles([4, 5], every=False) is None


def test_a_tag_of_articles_stands_beside_the_same_one_of_highlights_and_beside_untagged_ones() -> None:
    of_article = TagTerm(1, of_article=True)
    assert Filters().with_term(TagTerm(1)).with_term(of_article).tags == (TagTerm(1), of_article)
    assert Filters().with_term(TagTerm(1)).with_term(of_article).with_untagged(True).tags == (of_article,)
    assert Filters(untagged=True).with_term(of_article) == Filters((of_article,), untagged=True)
    assert not HighlightQuery(tags=(of_article,)).of_highlights and HighlightQuery(tags=(TagTerm(1),)).of_highlights
