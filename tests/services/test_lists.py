"""Saved searches and collections are made, changed and deleted as wished, or the wish refused in a sentence."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight_query import HighlightQuery
from reader.domain.lists import Collection, SavedSearch
from reader.domain.query import ArticleQuery
from reader.domain.tag import NAME_LIMIT
from reader.domain.wanted import QueryError, collections_in, parse
from reader.services import edits, exporting, lists
from reader.services.checking import check
from reader.storage import articles, collections, journal, searches
from reader.storage.library import Library


@pytest.fixture
def db(library: Library) -> Database:
    """Articles 1 to 3, each with a highlight; the collection 1 選 with article 1; the saved search 1."""
    for number in range(1, 4):
        making.add(library.db, f"Title {number}\nwords")
        edits.highlight(library.db, number, 0, 7)
    lists.put_in(library.db, lists.make_collection(library.db, "選", "why")[0], [1])
    lists.save_search(library.db, "Titles", "title  OR\n words")
    return library.db


def listed(db: Database, name: str) -> list[int]:
    """The articles of a collection, found as a click on it does."""
    [found] = [each for each in collections.every(db) if each.name == name]
    return articles.ids(db, ArticleQuery(wanted=parse(found.query), sort="imported", descending=False))


def test_a_search_is_kept_under_its_name(db: Database) -> None:
    [found] = searches.every(db)
    assert (found.name, found.query) == ("Titles", "title OR words") and len(found.uid) == 36
    change = lists.change_search(db, found.id, " All  titles ", "title")
    assert change.lists and not change.articles
    assert searches.every(db) == [SavedSearch(found.id, found.uid, "All titles", "title")]
    assert lists.delete_search(db, found.id).lists and searches.every(db) == []


def test_articles_are_put_in_and_taken_out(db: Database) -> None:
    change = lists.put_in(db, 1, [1, 2, 3, 2])
    assert change.lists and change.articles == {2, 3} and not change.listed
    assert listed(db, "選") == [1, 2, 3]
    assert journal.history(db)[0].count == 2
    assert not lists.put_in(db, 1, [3])  # it is there: nothing to take back
    lists.take_out(db, 1, [1, 3])
    assert listed(db, "選") == [2] and collections.counts(db) == {1: 1}
    edits.trash(db, [2])
    assert listed(db, "選") == [] and collections.counts(db) == {}


def test_a_collection_is_renamed_and_deleted_but_not_its_articles(db: Database) -> None:
    [before] = collections.every(db)
    lists.change_collection(db, 1, "精選", "one\ntwo")
    assert collections.every(db) == [Collection(1, before.uid, "精選", "one\ntwo")] and listed(db, "精選") == [1]
    lists.delete_collection(db, 1)
    assert collections.every(db) == [] and articles.counts(db)["all"] == 3


def test_what_was_not_changed_of_a_list_stays_as_another_one_made_it_meanwhile(db: Database) -> None:
    [collection], [search] = collections.every(db), searches.every(db)
    lists.change_collection(db, 1, "theirs", "theirs")
    lists.change_collection(db, 1, collection.name, "mine", given=collection)
    lists.change_search(db, search.id, "theirs", "theirs")
    lists.change_search(db, search.id, "mine", search.query, given=search)
    [collection], [search] = collections.every(db), searches.every(db)
    assert (collection.name, collection.description) == ("theirs", "theirs\nmine")
    assert (search.name, search.query) == ("mine", "theirs")


def test_saved_searches_follow_the_name_of_a_collection(db: Database) -> None:
    queries = {"a": "-in:选 (a OR 文集：「選」) title:in:選", "b": "in:选集 in"}
    for name, query in queries.items():
        lists.save_search(db, name, query)
    db.execute("insert into searches (uid, name, query) values ('u', 'broken', 'in:選 (')")

    def stored() -> dict[str, str]:
        return {each.name: each.query for each in searches.every(db)} | {"Titles": ""}

    before = {"Titles": "", "broken": "in:選 ("} | queries
    lists.change_collection(db, 1, "選", "only described")
    assert stored() == before
    lists.change_collection(db, 1, "New “name”", "")
    assert stored() == before | {"a": '-in:"New name" (a OR in:"New name") title:in:選'}
    edits.undo(db)
    assert stored() == before


def test_each_is_one_step_that_is_taken_back_and_done_again(db: Database) -> None:
    def state() -> list[Any]:
        held = [collections.among(db, number, [1, 2, 3]) for number in (1, 2)]
        return [searches.every(db), collections.every(db), held]

    states, kinds = [state()], list[str]()
    for edit in (
        lambda: lists.put_in(db, 1, [2, 3]),
        lambda: lists.put_in_new(db, "New", [3, 1]),
        lambda: lists.take_out(db, 1, [1]),
        lambda: lists.change_collection(db, 1, "Other", ""),
        lambda: lists.delete_collection(db, 1),
        lambda: lists.save_search(db, "x", "y"),
        lambda: lists.change_search(db, 1, "z", "y"),
        lambda: lists.delete_search(db, 1),
    ):
        edit()
        states.append(state())
        kinds.append(journal.history(db)[0].kind)
    assert kinds == [
        *("collect", "collect", "uncollect", "collection-edit"),
        *("collection-delete", "search-save", "search-edit", "search-delete"),
    ]
    for before in states[-2::-1]:
        undone = edits.undo(db)
        assert undone is not None and undone[1].lists and state() == before
    for after in states[1:]:
        assert edits.redo(db) is not None and state() == after
    assert check(db) == []


def test_articles_that_are_destroyed_leave_their_collections_and_their_steps(db: Database) -> None:
    lists.put_in(db, 1, [2])
    edits.trash(db, [1, 2])
    edits.empty_trash(db)
    lists.delete_collection(db, 1)
    while edits.undo(db) is not None:
        assert check(db) == []
    assert collections.every(db) == []


@pytest.mark.parametrize(
    "name", ["“一带一路”报道", 'a "b" c', "「甲」“乙”『丙』", "x -y OR (z) in:選", "  a \u3000 b ", "1) 2", "＂full＂"]
)
def test_whatever_its_name_a_collection_is_found_by_it(db: Database, name: str) -> None:
    lists.put_in_new(db, name, [2])
    found = next(each for each in collections.every(db) if each.id == 2)
    [wanted] = collections_in(parse(found.query))
    assert collections.named(db, wanted) == [found] and listed(db, found.name) == [2]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (lambda db: lists.save_search(db, " \n", "x"), "needs a name"),
        (lambda db: lists.make_collection(db, "“”"), "needs a name"),
        (lambda db: lists.make_collection(db, "a\u202eb"), "direction"),
        (lambda db: lists.make_collection(db, "x" * (NAME_LIMIT + 1)), "201"),
        (lambda db: lists.save_search(db, "ＴＩＴＬＥＳ", "x"), "saved search Titles already"),
        (lambda db: lists.make_collection(db, "选"), "collection 選 already"),
        (lambda db: lists.put_in_new(db, "“選”", [1]), "collection 選 already"),
        (lambda db: lists.save_search(db, "x", " \n"), "nothing to save"),
        (lambda db: lists.change_search(db, 9, "x", "y"), "deleted meanwhile"),
        (lambda db: lists.delete_search(db, 9), "deleted meanwhile"),
        (lambda db: lists.change_collection(db, 9, "x", ""), "deleted meanwhile"),
        (lambda db: lists.delete_collection(db, 9), "deleted meanwhile"),
        (lambda db: lists.put_in(db, 9, [1]), "deleted meanwhile"),
        (lambda db: lists.take_out(db, 9, [1]), "deleted meanwhile"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    db: Database, wish: Callable[[Database], Any], said: str
) -> None:
    before = journal.history(db)
    with pytest.raises(EditError, match=said):
        wish(db)
    assert journal.history(db) == before
    assert [each.name for each in collections.every(db)] == ["選"] and len(searches.every(db)) == 1


def test_a_query_that_makes_no_sense_is_not_kept(db: Database) -> None:
    with pytest.raises(QueryError, match="not closed"):
        lists.save_search(db, "x", "(y")


def test_a_name_may_be_written_otherwise_by_whoever_has_it(db: Database) -> None:
    lists.change_collection(db, 1, "选", "")
    lists.change_search(db, 1, "TITLES", "x")
    assert (collections.every(db)[0].name, searches.every(db)[0].name) == ("选", "TITLES")


def test_what_is_exported_of_a_collection_are_the_highlights_of_its_articles(db: Database, tmp_path: Path) -> None:
    lists.put_in(db, 1, [3])
    target = tmp_path / "out.csv"
    for query, expected in (("in:選", {"Title 3", "Title 1"}), ("in:選 -3", {"Title 1"})):
        wanted = ArticleQuery(wanted=parse(query), sort="best")
        assert exporting.export_csv(db, target, HighlightQuery(wanted)) == len(expected)
        with target.open(encoding="utf-8-sig", newline="") as file:
            assert {row["title"] for row in csv.DictReader(file)} == expected
