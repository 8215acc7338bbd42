"""The commands `reader tag ...`: the tag tree. Paths are written `parent/child`."""

from __future__ import annotations

import click

from reader.cli.options import (
    WORDS,
    analyst_option,
    json_option,
    library_option,
    print_json,
    print_row,
    require_article,
    require_tag,
    with_library,
)
from reader.domain.tag import ORDERS, Order
from reader.services import annotating, describing, tagging, tags_together
from reader.storage import tags
from reader.storage.library import Library

NO_DIGIT = "none"


@click.group()
@library_option
def tag() -> None:
    """List and change tags, written `parent/child`."""


@tag.command("list")
@click.option(
    "--sort", type=click.Choice(ORDERS), default="name", help="By name, by hand, by count, or recently used first."
)
@json_option
@with_library()
def list_(library: Library, sort: Order, as_json: bool) -> None:
    """List all tags."""
    if as_json:
        for described in describing.every_tag(library.db, sort):
            print_json(described)
        return
    tree = tags.tree(library.db)
    ranks = tree.lately(tags.recent(library.db)) if sort == "recent" else None
    for each in tree.walk(sort, ranks=ranks):
        print_row(tree.path(each.id), each.color, each.shortcut, each.highlights)


@tag.command()
@click.argument("path", type=WORDS)
@click.option(
    "--color", default="", type=WORDS, metavar="NAME", help="Else that of its parent, or one that is little used."
)
@json_option
@with_library(create=True)
def add(library: Library, path: str, color: str, as_json: bool) -> None:
    """Make a tag, with the parents that are missing."""
    made, _ = tagging.add(library.db, path, color)
    _print(library, made, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("name", type=WORDS)
@json_option
@with_library()
def rename(library: Library, path: str, name: str, as_json: bool) -> None:
    """Give a tag another name; it stays where it is in the tree."""
    found = require_tag(library, path)
    tagging.rename(library.db, found, name)
    _print(library, found, as_json)


@tag.command()
@click.argument("paths", type=WORDS, nargs=-1, required=True, metavar="PATH...")
@click.argument("into", type=WORDS)
@json_option
@with_library()
def merge(library: Library, paths: tuple[str, ...], into: str, as_json: bool) -> None:
    """Give all that has a tag PATH the tag INTO instead, and delete PATH.

    Highlights and whole articles get it; tags below PATH move below INTO, or are merged with one of their name there.
    What PATH is for is said of INTO as well, which gets its digit if it has none.
    """
    found, target = [require_tag(library, path) for path in paths], require_tag(library, into)
    tags_together.merge(library.db, found, target)
    _print(library, target, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("parent", default="", type=WORDS)
@json_option
@with_library()
def move(library: Library, path: str, parent: str, as_json: bool) -> None:
    """Put a tag under PARENT, or at the top if there is none."""
    found = require_tag(library, path)
    top = not parent.strip("/ ")
    tagging.move(library.db, found, None if top else require_tag(library, parent))
    _print(library, found, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.option("--with-highlights", is_flag=True, help="Delete the highlights that have one of them, too.")
@json_option
@with_library()
def delete(library: Library, path: str, with_highlights: bool, as_json: bool) -> None:
    """Delete a tag and those below it; their highlights stay, without it."""
    found = require_tag(library, path)
    described = describing.tag(library.db, found)
    tagging.delete(library.db, found, with_highlights=with_highlights)
    if as_json:
        print_json(described)
    else:
        print_row("deleted", described["path"])


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("color", type=WORDS)
@json_option
@with_library()
def color(library: Library, path: str, color: str, as_json: bool) -> None:
    """Give a tag another colour."""
    found = require_tag(library, path)
    tagging.recolor(library.db, found, color)
    _print(library, found, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("digit", default=NO_DIGIT, type=WORDS)
@json_option
@with_library()
def shortcut(library: Library, path: str, digit: str, as_json: bool) -> None:
    """Let a digit from 1 to 9 apply a tag; `none` takes it away. Another tag that had the digit loses it."""
    found = require_tag(library, path)
    tree = tags.tree(library.db)
    digit = "" if digit == NO_DIGIT else digit
    before = tree.by_shortcut(digit) if digit else None
    tagging.set_shortcut(library.db, found, digit)
    taken_from = "" if before is None or before.id == found else tree.path(before.id)
    _print(library, found, as_json, taken_from=taken_from)
    if taken_from and not as_json:
        print_row(f"{digit} was taken from {taken_from}")


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("text", type=WORDS)
@json_option
@with_library()
def describe(library: Library, path: str, text: str, as_json: bool) -> None:
    """Say what a tag is for."""
    found = require_tag(library, path)
    tagging.describe(library.db, found, text)
    _print(library, found, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("switch", type=click.Choice(["on", "off"]), default="on")
@json_option
@with_library()
def exclusive(library: Library, path: str, switch: str, as_json: bool) -> None:
    """Let a tag and its siblings take each other's place where they are put on; `off`: stand beside one another."""
    found = require_tag(library, path)
    tagging.set_exclusive(library.db, found, switch == "on")
    _print(library, found, as_json)


@tag.command()
@click.argument("paths", type=WORDS, nargs=-1, required=True, metavar="PATH...")
@json_option
@with_library()
def order(library: Library, paths: tuple[str, ...], as_json: bool) -> None:
    """Put siblings into this order by hand, those of them that are not named behind; see `list --sort hand`."""
    found = [require_tag(library, path) for path in paths]
    parents = {tags.tree(library.db).by_id[each].parent for each in found}
    if len(parents) > 1:
        raise click.UsageError("Tags that are put into an order stand under the same parent.")
    tagging.arrange(library.db, parents.pop(), list(dict.fromkeys(found)))
    for each in found:
        _print(library, each, as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("articles", nargs=-1, required=True, type=WORDS)
@analyst_option
@json_option
@with_library()
def put(library: Library, path: str, articles: tuple[str, ...], analyst: str, as_json: bool) -> None:
    """Put a tag, made if it is missing, on whole articles."""
    ids = [require_article(library, article).id for article in articles]
    annotating.tag_articles(library.db, ids, new=[path], analyst=analyst)
    _print(library, require_tag(library, path), as_json)


@tag.command()
@click.argument("path", type=WORDS)
@click.argument("articles", nargs=-1, required=True, type=WORDS)
@json_option
@with_library()
def take(library: Library, path: str, articles: tuple[str, ...], as_json: bool) -> None:
    """Take a tag off whole articles; it stays on the highlights in them."""
    found = require_tag(library, path)
    ids = [require_article(library, article).id for article in articles]
    annotating.tag_articles(library.db, ids, take=[found])
    _print(library, found, as_json)


def _print(library: Library, tag_id: int, as_json: bool, **more: str) -> None:
    described = describing.tag(library.db, tag_id)
    if as_json:
        print_json(described | more)
    else:
        having = described["highlights"] + described["articles"]
        print_row(described["path"], described["color"], described["shortcut"], having)
