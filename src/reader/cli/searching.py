"""`reader search` and `reader index`."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from sqlite_utils import Database

from reader.cli.options import (
    LIMIT,
    PATH,
    WORDS,
    complete_index,
    json_option,
    print_json,
    print_row,
    search_option,
    wanted_of,
    with_library,
)
from reader.domain.query import ArticleQuery, Sort
from reader.domain.wanted import Wanted
from reader.services import concordance, describing, searching
from reader.storage import indexing
from reader.storage.failures import is_of_index
from reader.storage.finding import Place
from reader.storage.library import Library

NO_MORE = "There are no more than {most} lines, those of the newest articles."
NOTHING_WANTED = "Missing argument QUERY, or the name of a saved search: --search NAME."
NOT_TOGETHER = "--output goes with --context, and that with neither --best nor --in."


@click.command()
@click.argument("query", default="", type=WORDS)
@search_option
@click.option(
    "--in",
    "place",
    type=click.Choice(["articles", "highlights", "notes"]),
    default="articles",
    help="What is looked through.",
)
@click.option("--limit", type=LIMIT, help="At most so many.")
@click.option("--best", is_flag=True, help="Those first that fit best, instead of the newest.")
@click.option(
    "--context", "in_context", is_flag=True, help="A line for each hit: what is before it, it, what is behind it."
)
@click.option("-o", "--output", type=PATH, help="With --context: the CSV file to write the lines to.")
@json_option
@with_library()
def search(
    library: Library,
    query: str,
    saved: str,
    place: Place,
    limit: int | None,
    best: bool,
    in_context: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """Find articles, highlights or notes; simplified or traditional, width, case and accents make no difference.

    All words are looked for; "..." is a phrase, - in front means without, OR either. Words of letters may go on;
    numbers do with a star, 20*. Also title: source: author: editor: address: language: tag: article-tag: analyst:
    in:COLLECTION date:2020-03..2020-06 imported: has:note is:unread near(a b, 10), or in Chinese, such as 是:未读;
    source:=NAME means the whole name.
    """
    if not query and not saved:
        raise click.UsageError(NOTHING_WANTED)
    db, wanted = library.db, wanted_of(library, query, saved)
    complete_index(library)
    if in_context or output is not None:
        if not in_context or best or place != "articles":
            raise click.UsageError(NOT_TOGETHER)
        _print_context(library, wanted, limit, output, as_json)
        return
    sort: Sort = "best" if best else "published"
    try:
        found = _found(db, wanted, place, sort, limit)
    except sqlite3.DatabaseError as error:
        if library.read_only or not is_of_index(error):
            raise
        _make_anew(library)
        found = _found(db, wanted, place, sort, limit)
    for each in found:
        if as_json:
            print_json(each)
        else:
            print_row(*_row(each, place))


def _found(
    db: Database, wanted: Wanted | None, place: Place, sort: Sort, limit: int | None
) -> Iterator[dict[str, Any]]:
    """What is found in a place, described. What is wrong with the query, or the index, is raised before the first."""
    if place == "notes":
        return describing.found_notes(db, searching.note_owners(db, wanted, limit), wanted)
    if place == "highlights":
        return describing.found_highlights(db, searching.ids(db, wanted, place, sort, limit), wanted)
    return describing.found_articles(db, searching.ids(db, wanted, "articles", sort, limit), wanted)


def _row(found: dict[str, Any], place: Place) -> tuple[object, ...]:
    if place == "articles":
        return found["article"], found["hits"], found["title"], found["snippet"]
    of = found["highlight"] or ("" if place == "highlights" or found["tag"] is None else found["tag"])
    return found["article"] or "", of, found["title"], found["snippet"]


def _print_context(
    library: Library, wanted: Wanted | None, limit: int | None, output: Path | None, as_json: bool
) -> None:
    """Print a line for each hit, the newest article first, or write all of them to a file and print how many."""
    every = itertools.chain.from_iterable(concordance.lines(library.db, ArticleQuery(wanted=wanted)))
    found, count = itertools.islice(every, limit), 0
    if output is not None:
        count = concordance.export_csv(library.path, output, list(found)) or 0
        if as_json:
            print_json({"path": str(output), "rows": count})
        else:
            print_row(count, output)
    for line in found:  # which none is left of, if there is a file
        count += 1
        if as_json:
            print_json(describing.line(line))
        else:
            print_row(line.article, line.left, line.hit, line.right, line.title)
    if count == concordance.MOST:
        click.echo(NO_MORE.format(most=count), err=True)


@click.command()
@with_library()
def index(library: Library) -> None:
    """Make the search index anew."""
    _make_anew(library)


def _make_anew(library: Library) -> None:
    indexing.start_over(library.db)
    indexing.index_rest(library.db)


COMMANDS = (search, index)
