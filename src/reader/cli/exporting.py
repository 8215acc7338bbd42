"""`reader export`: highlights as a file, narrowed down as the table of the window is."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TextIO

import click

from reader.cli.options import (
    PATH,
    WORDS,
    F,
    filters,
    json_option,
    print_json,
    print_row,
    query_of,
    require_tag,
    with_library,
)
from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import HighlightQuery, TagTerm
from reader.domain.text import one_line
from reader.services import exporting, reports
from reader.storage.library import Library

STANDARD_OUTPUT = ("-", "/dev/stdout")  # what is there already, such as a log, is never replaced
NO_FORMAT = "There is no export format for {file}. Choose a name that ends in .csv."


def of_highlights(command: F) -> F:
    """The options that choose among the highlights of the articles that are meant."""

    @click.option(
        "--not-tag",
        "refused",
        multiple=True,
        type=WORDS,
        metavar="PATH",
        help="Without this tag, or one below; repeatable.",
    )
    @click.option("--untagged", is_flag=True, help="Only those without a tag.")
    @click.option("--review", is_flag=True, help="Only those that need review since their text was changed.")
    @click.option("--noted/--not-noted", default=None, help="Only those with a note, or without one.")
    @click.option(
        "--analyst",
        "analysts",
        multiple=True,
        type=one_line,
        metavar="NAME",
        help="Made by this one; repeatable, an empty name means nobody.",
    )
    @functools.wraps(command)
    def run(library: Library, *, refused: tuple[str, ...], analysts: tuple[str, ...], **options: Any) -> Any:
        kinds = {name: options.pop(name) for name in ("untagged", "review", "noted")}
        terms = tuple(TagTerm(require_tag(library, path), without=True) for path in refused)
        asked = Filters(terms, analysts=frozenset(analysts), **kinds)
        return command(library, asked=asked, **options)

    return run  # type: ignore[return-value]


@click.command()
@click.option("-o", "--output", required=True, type=PATH, help="The file to write; - for the standard output.")
@click.option("--format", "format_", type=click.Choice(["csv"]), help="Else guessed from the file's name.")
@filters
@click.option("--columns", metavar="NAMES", help="Only these columns, in this order; commas between.")
@click.option("--raw", is_flag=True, help="No ' before cells that a spreadsheet would run.")
@click.option("--row-per-tag", is_flag=True, help="One row for each tag of a highlight.")
@click.option("--column-per-tag", is_flag=True, help="Also a 0/1 column for each tag.")
@click.option(
    "--articles/--no-articles",
    "with_articles",
    default=True,
    help="Also rows without a quote for tags and notes of whole articles (the default), or not.",
)
@click.option("--reported", is_flag=True, help="Instead the articles of which an error was reported.")
@json_option
@with_library()
@of_highlights
def export(
    library: Library,
    output: Path,
    format_: str | None,
    columns: str | None,
    raw: bool,
    row_per_tag: bool,
    column_per_tag: bool,
    with_articles: bool,
    reported: bool,
    as_json: bool,
    asked: Filters,
    **conditions: Any,
) -> None:
    """Write highlights to a file; with --tag, those that have the tags."""
    to_output = str(output) in STANDARD_OUTPUT
    if format_ is None and output.suffix.lower() != ".csv" and not to_output:
        raise click.UsageError(NO_FORMAT.format(file=output))
    query = query_of(library, **conditions)
    chosen = None if columns is None else [name.strip() for name in columns.split(",") if name.strip()]
    with _standard_output() if to_output else nullcontext(output) as target:
        if reported:
            rows: int | None = reports.export_reported(library.db, target, spreadsheet_safe=not raw)
        else:
            rows = exporting.export_csv(
                library.db,
                target,
                asked.narrow(HighlightQuery(query, tagged=query.tags)),
                columns=chosen,
                spreadsheet_safe=not raw,
                row_per_tag=row_per_tag,
                column_per_tag=column_per_tag,
                with_articles=with_articles,
            )
    if as_json and not to_output:
        print_json({"path": str(output), "rows": rows})
    elif not to_output:
        print_row(rows, output)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """The standard output for a file: with a byte order mark, and line ends as they are written."""
    sys.stdout.flush()
    file = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8-sig", newline="")
    try:
        yield file
        file.flush()
    finally:
        file.detach()


COMMANDS = (export,)
