"""`reader search` and `reader index`."""

from __future__ import annotations

import click

from reader.cli.options import LIMIT, WORDS, json_option, print_json, print_row, with_library
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import describing, searching
from reader.storage import highlights, indexing
from reader.storage.finding import Place
from reader.storage.library import Library

UNFINISHED = (
    "The search index is not complete yet ({waiting} of {total} articles are missing), so some may not be found."
)


@click.command()
@click.argument("query", type=WORDS)
@click.option(
    "--in",
    "place",
    type=click.Choice(["articles", "highlights", "notes"]),
    default="articles",
    help="What is looked through.",
)
@click.option("--limit", type=LIMIT, help="At most so many.")
@click.option("--best", is_flag=True, help="Those first that fit best, instead of the newest.")
@json_option
@with_library()
def search(library: Library, query: str, place: Place, limit: int | None, best: bool, as_json: bool) -> None:
    """Find articles, highlights or notes; simplified or traditional, width, case and accents make no difference.

    All words are looked for; "..." is a phrase, - in front means without, OR either. Also title: source: author:
    editor: address: language: tag: analyst: in:COLLECTION date:2020-03..2020-06 imported: has:note is:unread
    near(a b, 10).
    """
    db, wanted = library.db, parse(query)
    if not library.read_only:
        indexing.index_rest(db)
    elif (waiting := indexing.waiting(db))[0]:
        click.echo(UNFINISHED.format(waiting=waiting[0], total=waiting[1]), err=True)
    if place == "articles":
        ids = searching.article_ids(db, wanted, ArticleQuery(sort="best" if best else "published"), limit)
        for found in describing.found_articles(db, ids, wanted):
            if as_json:
                print_json(found)
            else:
                print_row(found["article"], found["hits"], found["title"], found["snippet"])
        return
    ids = [] if wanted is None else highlights.search(db, wanted, place, limit)
    for each in describing.found_highlights(db, ids, wanted, place):
        if as_json:
            print_json(each)
        else:
            print_row(each["article"], each["highlight"], each["title"], each["snippet"])


@click.command()
@with_library()
def index(library: Library) -> None:
    """Make the search index anew."""
    indexing.start_over(library.db)
    indexing.index_rest(library.db)


COMMANDS = (search, index)
