"""The commands of `reader`, but those for tags."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reader.cli.options import (
    DONE,
    LIMIT,
    PARTLY,
    PATH,
    VERSION,
    WORDS,
    analyst_option,
    filters,
    json_option,
    print_json,
    print_row,
    print_text,
    query_of,
    require_article,
    shown,
    with_library,
)
from reader.cli.versions import print_version
from reader.domain import links
from reader.domain.article import FIELDS, doubts
from reader.domain.change import Step, Steps
from reader.domain.text import one_line
from reader.services import checking, describing, edits, rereading, reshaping, tagging, versions
from reader.services.importing import batch
from reader.services.importing.columns import TEXT
from reader.services.importing.decode import name_of
from reader.services.importing.gathering import gather
from reader.services.importing.given import Columns
from reader.services.importing.methods import methods_of
from reader.storage import articles, highlights, journal, tags, texts
from reader.storage.library import Library

NO_FILES = "There is no file in {paths} that can be imported."
LOOK_DEEPER = " With --recursive, folders in it are looked through too."
LEFT_OUT = "Files of other kinds were skipped: {count}."
NO_METHOD = "This article cannot be read by the method {method!r}. There are: {ways}."
ONLY_ENDS = "--resize moves the ends of a highlight and nothing else: leave out --tag, --note and --color."


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value and name_of(value) is None:
        raise click.BadParameter(f"{value!r} is no encoding that is known here, such as gb18030 or big5.")
    return value


def _columns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[tuple[str, ...], Columns]:
    chosen: dict[tuple[str, ...], Columns] = {}
    for value in values:
        header, said, field = value.rpartition("=")
        if not (header and said) or field not in ("", TEXT, *FIELDS):
            raise click.BadParameter(f"{value!r} is not HEADER=FIELD. The fields are: {', '.join((TEXT, *FIELDS))}.")
        chosen[(header,)] = {header: field} if field else {}
    return chosen


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--recursive", is_flag=True, help="Also what is in folders inside folders.")
@click.option("--encoding", metavar="NAME", callback=_encoding, help="The encoding of all these files, if it is known.")
@click.option("--source", default="", type=WORDS, metavar="TEXT", help="The source of all these articles.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADER=FIELD",
    callback=_columns,
    help="Which field a column of a table is: text, title, source ...; none if nothing follows the =. Repeatable.",
)
@analyst_option
@json_option
@with_library(create=True)
def import_(
    library: Library,
    paths: tuple[Path, ...],
    recursive: bool,
    encoding: str | None,
    source: str,
    columns: dict[tuple[str, ...], Columns],
    analyst: str,
    as_json: bool,
) -> int:
    """Read files and folders into the library."""
    found = gather(paths, recursive)
    if not found.files:
        words = NO_FILES.format(paths=", ".join(map(str, paths)))
        click.echo(shown(words if recursive else words + LOOK_DEEPER), err=True)
    outcomes = batch.import_files(
        library.db, found.files, encoding=encoding, source=source, columns=columns, analyst=analyst
    )
    if as_json:
        for outcome in outcomes:
            print_json(describing.outcome(outcome))
        if found.skipped:  # for which scripts know no status
            click.echo(LEFT_OUT.format(count=sum(each.files for each in found.skipped)), err=True)
    else:
        for outcome in outcomes + found.skipped:
            told = [", ".join(doubts(outcome.warnings))] if doubts(outcome.warnings) else []
            where = f"{outcome.path}#{outcome.part}" if outcome.part else outcome.path
            print_row(outcome.status, outcome.article or "", where, outcome.error or outcome.called, *told)
    return PARTLY if any(outcome.status == "failed" for outcome in outcomes) else DONE


@click.command("list")
@filters
@click.option("--reported", is_flag=True, help="Only those of which an error was reported.")
@json_option
@with_library()
def list_(library: Library, reported: bool, as_json: bool, **conditions: Any) -> None:
    """List articles, newest first."""
    query = query_of(library, **conditions)
    ids = articles.ids(library.db, replace(query, scope="reported") if reported else query)
    for row in describing.article_rows(library.db, ids):
        if as_json:
            print_json(row)
        else:
            print_row(row["id"], row["published"], row["source"], row["highlights"], row["title"])


@click.command()
@click.argument("article", type=WORDS)
@click.option("--version", type=VERSION, help="An older text of it; `reader versions` lists them.")
@json_option
@with_library()
def show(library: Library, article: str, version: int | None, as_json: bool) -> None:
    """Show one article, named by its id or uid."""
    stored = require_article(library, article)
    if version is not None:
        print_version(library, stored, version, as_json)
        return
    found = describing.article(library.db, stored)
    if as_json:
        print_json(found)
        return
    about = found | {"tags": "; ".join(found["tags"]), "note": links.readable(found["note"])}
    for name in ("title", "source", "published", "author", "editor", "url", "tags", "note"):
        if about[name]:
            print_row(f"{name}:", about[name])
    print_text(f"\n{found['body']}")
    for each in found["highlights"]:
        place = "[orphan]" if each["start"] is None else f"[{each['start']}:{each['end']}]"
        print_row(place, each["quote"], "; ".join(each["tags"]), links.readable(each["note"]))


@click.command()
@click.argument("article", type=WORDS)
@click.option("--encoding", metavar="NAME", callback=_encoding, help="The encoding of the file, if it is known.")
@click.option("--method", default="", type=WORDS, metavar="NAME", help="How to read it, such as 'plain text'.")
@click.option("--glosses/--no-glosses", "lift", default=None, help="Whether readings in brackets are lifted out.")
@json_option
@with_library()
def reread(library: Library, article: str, encoding: str | None, method: str, lift: bool | None, as_json: bool) -> None:
    """Read an article again from the file that was kept of it; highlights stay with their words.

    Those that have no place in the new text stay as orphans, with the words that they had.
    """
    number = require_article(library, article).id
    origin = texts.origin(library.db, number)
    ways = methods_of(origin.media_type) if origin is not None else ()
    if method and method not in ways:
        raise click.UsageError(NO_METHOD.format(method=method, ways=", ".join(ways) or "none but the usual one"))
    read = rereading.read_again(library.db, number, encoding=encoding or "", method=method, lift=lift)
    if read is not None:
        rereading.take(library.db, read)
    found = describing.article(library.db, require_article(library, article))
    if as_json:
        print_json(found)
    else:
        print_row(found["id"], found["original"]["encoding"], found["original"]["method"], found["title"])


@click.command()
@click.argument("article", type=WORDS)
@click.option("--note", default="", type=WORDS, metavar="TEXT", help="What is wrong.")
@click.option("--clear", is_flag=True, help="Take the mark away.")
@with_library()
def report(library: Library, article: str, note: str, clear: bool) -> None:
    """Mark an article as having an error; reader list --reported shows them, reader export --reported writes them."""
    versions.report_error(library.db, [require_article(library, article).id], None if clear else note)


@click.command()
@click.argument("article", type=WORDS)
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.option(
    "--tag", "tag_paths", multiple=True, type=WORDS, metavar="PATH", help="A tag, made if it is missing; repeatable."
)
@click.option("--note", default="", type=WORDS, metavar="TEXT")
@click.option("--color", default="", type=WORDS, metavar="NAME", help="Instead of the colour of the first tag.")
@click.option("--resize", default="", type=WORDS, metavar="HIGHLIGHT", help="Move the ends of this one (id or uid).")
@analyst_option
@json_option
@with_library()
def highlight(
    library: Library,
    article: str,
    start: int,
    end: int,
    tag_paths: tuple[str, ...],
    resize: str,
    as_json: bool,
    **words: str,
) -> None:
    """Highlight the characters START to END of an article (Unicode code points, END not included)."""
    number = require_article(library, article).id
    if resize:
        if tag_paths or words["note"] or words["color"]:
            raise click.UsageError(ONLY_ENDS)
        made = reshaping.resize_in(library.db, number, resize, start, end)
    else:
        made, _ = tagging.highlight_with(library.db, number, start, end, tag_paths, **words)
    found = highlights.get(library.db, made)
    assert found is not None
    described = describing.highlight(found, tags.tree(library.db))
    if as_json:
        print_json(described)
    else:
        print_row(described["id"], found.quote, "; ".join(described["tags"]), found.note)


@click.command()
@json_option
@with_library()
def undo(library: Library, as_json: bool) -> None:
    """Take back the latest step."""
    _print_replayed(edits.undo(library.db), "undone", as_json)


@click.command()
@json_option
@with_library()
def redo(library: Library, as_json: bool) -> None:
    """Do again what was taken back last."""
    _print_replayed(edits.redo(library.db), "redone", as_json)


def _print_replayed(answer: tuple[Step, Any] | None, word: str, as_json: bool) -> None:
    if as_json:
        step = None if answer is None else describing.step(answer[0]) | {"undone": word == "undone"}
        print_json({"step": step})
    elif answer is None:
        print(f"There is nothing to be {word}.")
    else:
        print_row(word, answer[0].kind, answer[0].detail)


@click.command()
@click.option("--limit", type=LIMIT, default=200, help="At most so many steps.")
@click.option("--article", help="Only what was done to this article: its number or uid.")
@click.option("--analyst", type=one_line, metavar="NAME", help="Only what this analyst did.")
@json_option
@with_library()
def history(library: Library, limit: int, article: str | None, analyst: str | None, as_json: bool) -> None:
    """List what was done, newest first."""
    which = Steps(None if article is None else require_article(library, article).id, analyst=analyst)
    for step in journal.history(library.db, limit, which):
        if as_json:
            print_json(describing.step(step))
        else:
            print_row(step.id, step.at, "undone" if step.undone else "done", step.kind, step.count, step.detail)


@click.command()
@json_option
@with_library()
def check(library: Library, as_json: bool) -> int:
    """Look whether everything in the library is as it was stored."""
    problems = checking.check(library.db)
    if as_json:
        found = [{"kind": each.kind, "article": each.article, "sentence": each.sentence} for each in problems]
        print_json({"ok": not problems, "problems": found})
    else:
        print_text("\n".join(each.sentence for each in problems) or "Everything is as it was stored.")
    return PARTLY if problems else DONE


COMMANDS = (import_, list_, show, highlight, reread, report, undo, redo, history, check)
