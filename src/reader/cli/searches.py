"""The commands `reader searches ...`: queries kept under a name, which `--search NAME` stands for elsewhere."""

from __future__ import annotations

from typing import Any

import click

from reader.cli.options import (
    WORDS,
    complete_index,
    json_option,
    library_option,
    print_json,
    print_row,
    require_search,
    with_library,
)
from reader.services import describing, lists
from reader.storage.library import Library


@click.group(invoke_without_command=True)
@library_option
@json_option
@click.pass_context
def searches(context: click.Context, as_json: bool) -> None:
    """List saved searches, or change them; `reader list --search NAME` lists what one finds."""
    if context.invoked_subcommand is None:
        context.invoke(list_, as_json=as_json)


@searches.command("list")
@json_option
@with_library()
def list_(library: Library, as_json: bool) -> None:
    """List all saved searches, with the number of articles that each finds."""
    complete_index(library)
    for found in describing.searches(library.db):
        _print(found, as_json)


@searches.command()
@click.argument("name", type=WORDS)
@click.argument("query", type=WORDS)
@json_option
@with_library(create=True)
def save(library: Library, name: str, query: str, as_json: bool) -> None:
    """Keep QUERY under NAME."""
    made, _ = lists.save_search(library.db, name, query)
    _print(_described(library, made), as_json)


@searches.command()
@click.argument("name", type=WORDS)
@click.argument("new", type=WORDS)
@json_option
@with_library()
def rename(library: Library, name: str, new: str, as_json: bool) -> None:
    """Give the saved search NAME another name."""
    found = require_search(library, name)
    lists.change_search(library.db, found.id, new, found.query)
    _print(_described(library, found.id), as_json)


@searches.command()
@click.argument("name", type=WORDS)
@json_option
@with_library()
def delete(library: Library, name: str, as_json: bool) -> None:
    """Delete the saved search NAME; the articles that it finds stay in the library."""
    found = require_search(library, name)
    described = _described(library, found.id)
    lists.delete_search(library.db, found.id)
    if as_json:
        print_json(described)
    else:
        print_row("deleted", found.name)


def _described(library: Library, search: int) -> dict[str, Any]:
    complete_index(library)
    return next(each for each in describing.searches(library.db) if each["id"] == search)


def _print(found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(found)
    else:
        print_row(found["name"], "" if found["articles"] is None else found["articles"], found["query"])
