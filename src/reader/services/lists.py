"""Saved searches and collections: each function is one transaction from its first look on, and one undo step.

All raise EditError where a name cannot be had, or where what is meant is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.lists import Collection, SavedSearch, key
from reader.domain.query import ArticleQuery
from reader.domain.tag import DIRECTIONS, NAME_LIMIT, tidy
from reader.domain.text import clean, one_line
from reader.domain.wanted import QueryError, parse
from reader.services import edits, renaming
from reader.storage import articles, collections, journal, searches
from reader.storage.journal import Advance, silently, transactional

NO_NAME = "A saved search or a collection needs a name."
LONG_NAME = "The name of a search or a collection may have {limit} characters; this one has {length}."
DIRECTION = "A name may not contain invisible marks of the direction of writing. Type it instead of pasting it."
SEARCH_TAKEN = "There is a saved search {name} already. Choose another name."
COLLECTION_TAKEN = "There is a collection {name} already. Choose another name."
NOTHING_SEARCHED = "There is nothing to save: type what is to be searched for."
SEARCH_GONE = "This saved search was deleted meanwhile."
COLLECTION_GONE = "This collection was deleted meanwhile. Choose another one."


@transactional
def save_search(db: Database, name: str, query: str) -> tuple[int, Change]:
    """Keep a query under a name; its id, and the change. Raises QueryError where it makes no sense."""
    name, query = _name(name), _query(query)
    _free_for_search(searches.every(db), name)
    with journal.step(db, "search-save", detail=name) as step:
        made = searches.add(db, name, query)
    return made, step.change


@transactional
def change_search(db: Database, search: int, name: str, query: str, *, given: SavedSearch | None = None) -> Change:
    """Give a saved search another name, or let it look for something else. Raises QueryError as `save_search`.

    What is as in the one `given`, from which this was begun, stays as it is by now.
    """
    name, query, there = _name(name), _query(query), searches.every(db)
    found = _search(there, search)
    if given is not None:
        name = found.name if name == given.name else name
        query = found.query if query == given.query else query
    _free_for_search(there, name, search)
    with journal.step(db, "search-edit", detail=name) as step:
        searches.update(db, search, name, query)
    return step.change


@transactional
def delete_search(db: Database, search: int) -> Change:
    """Delete a saved search; the articles that it finds stay."""
    with journal.step(db, "search-delete", detail=_search(searches.every(db), search).name) as step:
        searches.delete(db, search)
    return step.change


@transactional
def make_collection(db: Database, name: str, description: str = "") -> tuple[int, Change]:
    """Make an empty collection; its id, and the change."""
    name = _name(name)
    _free_for_collection(collections.every(db), name)
    with journal.step(db, "collection-add", detail=name) as step:
        made = collections.add(db, name, clean(description))
    return made, step.change


@transactional
def change_collection(
    db: Database, collection: int, name: str, description: str, *, given: Collection | None = None
) -> Change:
    """Give a collection another name, also in the saved searches that ask for it, or say otherwise what it is for.

    What is as in the one `given`, from which this was begun, stays as it is by now; of two new descriptions both.
    """
    name, there = _name(name), collections.every(db)
    found = _collection(there, collection)
    wanted = replace(found, name=name, description=clean(description))
    if given is not None:
        wanted = edits.by_now(wanted, given, found)
    _free_for_collection(there, wanted.name, collection)
    with journal.step(db, "collection-edit", detail=wanted.name) as step:
        collections.update(db, collection, wanted.name, wanted.description)
        if wanted.name != found.name:
            renaming.follow_collection(db, found, wanted)
    return step.change


@transactional
def delete_collection(db: Database, collection: int) -> Change:
    """Delete a collection; its articles stay in the library."""
    found = _collection(collections.every(db), collection)
    with journal.step(db, "collection-delete", detail=found.name) as step:
        collections.delete(db, collection)
    return step.change


@transactional
def put_in(db: Database, collection: int, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Add articles to a collection; `advance(done, total)` is told how far it is, and may stop it by raising."""
    found = _collection(collections.every(db), collection)
    new = set(ids) - collections.among(db, collection, ids)
    with journal.step(db, "collect", detail=found.name, count=len(new)) as step:
        collections.put_in(db, collection, [each for each in ids if each in new], advance=advance)
    return step.change


@transactional
def put_in_new(db: Database, name: str, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Make a collection with articles in it, as one undo step. `advance` as for `put_in`."""
    with journal.step(db, "collect", detail=_name(name), count=len(ids)) as step:
        made, _ = make_collection(db, name)
        put_in(db, made, ids, advance=advance)
    return step.change


@transactional
def take_out(db: Database, collection: int, ids: Sequence[int], *, advance: Advance = silently) -> Change:
    """Take articles out of a collection. `advance` as for `put_in`."""
    found = _collection(collections.every(db), collection)
    there = collections.among(db, collection, ids)
    with journal.step(db, "uncollect", detail=found.name, count=len(there)) as step:
        collections.take_out(db, collection, [each for each in ids if each in there], advance=advance)
    return step.change


def search_counts(db: Database, *, advance: Advance = silently) -> dict[int, int | None]:
    """How many articles each saved search finds, by its id; None where it cannot be understood any more.

    `advance(done, total)` is told how many are counted, and may stop it by raising.
    """
    found, every = dict[int, int | None](), searches.every(db)
    for search in every:
        try:
            found[search.id] = articles.count(db, ArticleQuery(wanted=parse(search.query)))
        except QueryError:  # such as for a tag that was deleted
            found[search.id] = None
        advance(len(found), len(every))
    return found


def _name(name: str) -> str:
    name = tidy(name)
    if not key(name):
        raise EditError("no-name", NO_NAME)
    if any(char in DIRECTIONS for char in name):
        raise EditError("direction", DIRECTION)
    if len(name) > NAME_LIMIT:
        raise EditError("long-name", LONG_NAME, limit=NAME_LIMIT, length=len(name))
    return name


def _query(query: str) -> str:
    query = one_line(query)
    if parse(query) is None:
        raise EditError("nothing-searched", NOTHING_SEARCHED)
    return query


def _free_for_search(there: Iterable[SavedSearch], name: str, search: int = 0) -> None:
    for other in there:
        if key(other.name) == key(name) and other.id != search:
            raise EditError("taken", SEARCH_TAKEN, name=other.name)


def _free_for_collection(there: Iterable[Collection], name: str, collection: int = 0) -> None:
    for other in there:
        if key(other.name) == key(name) and other.id != collection:
            raise EditError("taken", COLLECTION_TAKEN, name=other.name)


def _search(there: Iterable[SavedSearch], search: int) -> SavedSearch:
    found = next((each for each in there if each.id == search), None)
    if found is None:
        raise EditError("search-gone", SEARCH_GONE)
    return found


def _collection(there: Iterable[Collection], collection: int) -> Collection:
    found = next((each for each in there if each.id == collection), None)
    if found is None:
        raise EditError("collection-gone", COLLECTION_GONE)
    return found
