"""`reader note` and `reader notes`."""

from __future__ import annotations

import click

from reader.cli.options import (
    LIMIT,
    WORDS,
    json_option,
    print_json,
    print_row,
    print_text,
    require_article,
    with_library,
)
from reader.domain import links
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.services import annotating, describing
from reader.storage import notes as stored
from reader.storage.library import Library


@click.command()
@click.argument("article", type=WORDS)
@click.argument("text", default=None, required=False, type=WORDS)
@json_option
@with_library()
def note(library: Library, article: str, text: str | None, as_json: bool) -> None:
    """Replace the note of a whole article, or show it; with '' there is none any more."""
    found = require_article(library, article)
    if text is not None:
        annotating.set_note(library.db, Owner("article", found.id), text)
    words = stored.of_article(library.db, found.id)
    if as_json:
        print_json({"article": found.id, "uid": found.uid, "note": words})
    elif words:
        print_text(links.readable(words))


@click.command()
@click.option("--limit", type=LIMIT, help="At most so many.")
@json_option
@with_library()
def notes(library: Library, limit: int | None, as_json: bool) -> None:
    """List all notes, of highlights, articles and tags, those changed last first."""
    owners = stored.search(library.db, ArticleQuery(limit=limit), newest=True)
    for each in describing.notes_of(library.db, owners):
        if as_json:
            print_json(each)
        else:
            print_row(each["of"], each["article"] or "", each["tag"] or each["title"], links.readable(each["note"]))


COMMANDS = (note, notes)
