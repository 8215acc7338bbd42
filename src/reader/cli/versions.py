"""The versions of an article's text: listed, shown, restored, and one taken from a file."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.options import (
    PATH,
    VERSION,
    WORDS,
    analyst_option,
    json_option,
    print_json,
    print_row,
    print_text,
    require_article,
    with_library,
)
from reader.domain.article import Article
from reader.domain.errors import EditError
from reader.domain.highlight import State
from reader.services import describing, rereading
from reader.storage import highlights, texts
from reader.storage.library import Library

STATES: tuple[State, ...] = ("adjusted", "review", "orphan")


@click.command()
@click.argument("article", type=WORDS)
@click.argument("file", type=PATH)
@analyst_option
@json_option
@with_library()
def replace(library: Library, article: str, file: Path, analyst: str, as_json: bool) -> None:
    """Take the text of a file for an article; highlights are found again in it, or stay as orphans."""
    number = require_article(library, article).id
    read = rereading.replacement(library.db, number, file)
    if read is not None:
        rereading.take(library.db, read, analyst=analyst)
    _print_states(library, number, as_json)


@click.command()
@click.argument("article", type=WORDS)
@click.option("--restore", type=VERSION, metavar="N", help="Make this one the text again.")
@analyst_option
@json_option
@with_library()
def versions(library: Library, article: str, restore: int | None, analyst: str, as_json: bool) -> None:
    """List the versions of an article's text, the first one first; `reader show --version N` shows one."""
    number = require_article(library, article).id
    if restore is not None:
        rereading.restore(library.db, number, restore, analyst=analyst)
        _print_states(library, number, as_json)
        return
    current = texts.number(library.db, number)
    for made in texts.made(library.db, number):
        described = describing.version(made, made.number == current)
        if as_json:
            print_json(described)
        else:
            mark = "*" if described["current"] else ""
            print_row(made.number, mark, made.created, made.kind, made.characters, made.analyst)


def _print_states(library: Library, article: int, as_json: bool) -> None:
    """Which version an article has by now, and how many of its highlights are to be looked at."""
    counts = highlights.counts_by_state(library.db, article)
    described: dict[str, object] = {"article": article, "version": texts.number(library.db, article)}
    described |= {state: counts.get(state, 0) for state in STATES}
    if as_json:
        print_json(described)
    else:
        print_row(*(f"{name}: {value}" for name, value in described.items()))


def print_version(library: Library, article: Article, number: int, as_json: bool) -> None:
    """Print an older text of an article."""
    found = texts.version(library.db, article.id, number)
    if found is None:
        raise EditError("no-version", rereading.NO_VERSION, number=number)
    if as_json:
        print_json({"id": article.id, "uid": article.uid, "version": number, "text": found.text})
    else:
        print_text(found.text)


COMMANDS = (replace, versions)
