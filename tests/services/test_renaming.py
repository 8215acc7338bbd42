"""Saved searches mean the same tags after these got other names and places, within the same step."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from reader.domain.wanted import LONGEST
from reader.services import lists, tagging
from reader.storage import journal, searches, tags
from reader.storage.library import Library


@pytest.fixture
def db(library: Library) -> Database:
    """Tags 1 經濟, 2 經濟/外貿, 3 政治, 4 政治/外貿, 5 政治/外貿/港口, 6 科技."""
    for path in ("經濟/外貿", "政治/外貿/港口", "科技"):
        tagging.add(library.db, path)
    return library.db


def kept(db: Database, query: str) -> int:
    return lists.save_search(db, f"search {len(searches.every(db))}", query)[0]


def query_of(db: Database, search: int) -> str:
    return next(each.query for each in searches.every(db) if each.id == search)


@pytest.mark.parametrize(
    ("query", "renamed"),
    [
        ("tag:经济", "tag:財經"),
        ("芯片 -(标签：经济 OR tag:科技) is:unread", "芯片 -(标签:財經 OR tag:科技) is:unread"),
        ("tag:經", "tag:財經"),
        ("-article-tag:经济 文章標籤:=經濟", "-article-tag:財經 文章標籤:=財經"),
        ('tag:"经济/外贸"', "tag:財經/外貿"),
        ("tag:外贸", "tag:外贸"),
        ("tag:科技", "tag:科技"),
        ("經濟 source:經濟", "經濟 source:經濟"),
    ],
)
def test_the_new_name_is_asked_for_and_the_old_one_after_undo(db: Database, query: str, renamed: str) -> None:
    search = kept(db, query)
    change = tagging.rename(db, 1, "財經")
    assert query_of(db, search) == renamed and change.lists == (renamed != query)
    journal.undo(db)
    assert query_of(db, search) == query and tags.tree(db).path(2) == "經濟/外貿"


def test_a_name_that_several_have_becomes_all_their_names(db: Database) -> None:
    search, path = kept(db, "-tag:外贸 港口"), kept(db, "tag:政治/外贸/港口")
    tagging.rename(db, 4, "進出 口")
    assert query_of(db, search) == '-(tag:外貿 OR tag:"進出 口") 港口'
    assert query_of(db, path) == 'tag:"政治/進出 口/港口"'


def test_a_whole_path_is_asked_for_where_its_end_would_mean_others_too(db: Database) -> None:
    search, whole = kept(db, "tag:科技"), kept(db, "tag:=经济")
    tagging.rename(db, 6, "外貿")
    assert query_of(db, search) == "tag:=外貿" and query_of(db, whole) == "tag:=经济"
    tagging.rename(db, 1, "財經")
    assert query_of(db, whole) == "tag:=財經"


def test_a_path_follows_a_tag_that_is_moved_and_a_name_alone_stays(db: Database) -> None:
    path, name = kept(db, "tag:政治/外贸"), kept(db, "tag:港口")
    tagging.move(db, 4, 6)
    assert query_of(db, path) == "tag:科技/外貿" and query_of(db, name) == "tag:港口"


def test_what_is_merged_is_asked_for_by_what_took_its_place(db: Database) -> None:
    one, below, moved = kept(db, "tag:政治"), kept(db, "tag:政治/外贸"), kept(db, "tag:政治/外贸/港口")
    tagging.merge(db, 3, 1)
    assert [query_of(db, each) for each in (one, below)] == ["tag:經濟", "tag:經濟/外貿"]
    assert query_of(db, moved) == "tag:經濟/外貿/港口"
    journal.undo(db)
    assert query_of(db, one) == "tag:政治"


def test_all_that_is_changed_of_a_tag_at_once_is_followed(db: Database) -> None:
    search = kept(db, "tag:政治/外贸")
    tagging.save(db, 4, name="通商", parent=1, color="red", digit="", description="")
    assert query_of(db, search) == "tag:經濟/通商"


def test_a_search_that_would_be_too_long_stays(db: Database) -> None:
    search = kept(db, f"tag:科技 {'長' * (LONGEST - 10)}")
    tagging.rename(db, 6, "科學技術與工程")
    assert query_of(db, search).startswith("tag:科技 ")
