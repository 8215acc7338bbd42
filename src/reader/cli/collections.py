"""The commands `reader collection ...`: articles put together under a name, listed by the query `in:NAME`."""

from __future__ import annotations

import click

from reader.cli.options import (
    WORDS,
    json_option,
    library_option,
    print_json,
    print_row,
    require_article,
    with_library,
)
from reader.domain.errors import EditError
from reader.domain.lists import Collection, key
from reader.services import describing, lists
from reader.storage import collections
from reader.storage.library import Library

NO_COLLECTION = "There is no collection {name}. All collections: reader collection list."


@click.group()
@library_option
def collection() -> None:
    """List and change collections of articles. `reader list --query 'in:"NAME"'` lists what is in one."""


@collection.command("list")
@json_option
@with_library()
def list_(library: Library, as_json: bool) -> None:
    """List all collections."""
    for each in collections.every(library.db):
        _print(library, each, as_json)


@collection.command()
@click.argument("name", type=WORDS)
@click.argument("articles", nargs=-1, type=WORDS)
@json_option
@with_library(create=True)
def add(library: Library, name: str, articles: tuple[str, ...], as_json: bool) -> None:
    """Add articles to the collection NAME, which is made if it is missing."""
    ids = [require_article(library, article).id for article in articles]
    there = _find(library, name)
    if there is not None:
        lists.put_in(library.db, there.id, ids)
    else:
        lists.put_in_new(library.db, name, ids)
    _print(library, _require(library, name), as_json)


@collection.command()
@click.argument("name", type=WORDS)
@click.argument("articles", nargs=-1, required=True, type=WORDS)
@json_option
@with_library()
def remove(library: Library, name: str, articles: tuple[str, ...], as_json: bool) -> None:
    """Take articles out of the collection NAME; they stay in the library."""
    there = _require(library, name)
    lists.take_out(library.db, there.id, [require_article(library, article).id for article in articles])
    _print(library, there, as_json)


@collection.command()
@click.argument("name", type=WORDS)
@click.argument("new", type=WORDS)
@json_option
@with_library()
def rename(library: Library, name: str, new: str, as_json: bool) -> None:
    """Give the collection NAME another name, also in the saved searches that ask for it."""
    there = _require(library, name)
    lists.change_collection(library.db, there.id, new, there.description)
    _print(library, _require(library, new), as_json)


@collection.command()
@click.argument("name", type=WORDS)
@json_option
@with_library()
def delete(library: Library, name: str, as_json: bool) -> None:
    """Delete the collection NAME; its articles stay in the library."""
    there = _require(library, name)
    described = describing.collection(library.db, there)
    lists.delete_collection(library.db, there.id)
    if as_json:
        print_json(described)
    else:
        print_row("deleted", there.name)


def _find(library: Library, name: str) -> Collection | None:
    return next((each for each in collections.every(library.db) if key(each.name) == key(name)), None)


def _require(library: Library, name: str) -> Collection:
    found = _find(library, name)
    if found is None:
        raise EditError("no-collection", NO_COLLECTION, name=name)
    return found


def _print(library: Library, found: Collection, as_json: bool) -> None:
    described = describing.collection(library.db, found)
    if as_json:
        print_json(described)
    else:
        print_row(described["name"], described["articles"])
