"""The findings as a CSV file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TextIO

from sqlite_utils import Database

from reader.domain.errors import ExportError
from reader.domain.highlight_query import GroupBy, HighlightQuery
from reader.domain.tag import BETWEEN, DEFAULT_COLOR, TagTree
from reader.services.writing import write_csv
from reader.storage import indexing, marked, tags, whole_articles
from reader.storage.article_tags import ArticleTag
from reader.storage.connection import path_of, snapshot
from reader.storage.highlights import Finding

# Names and order are stable for ever: scripts and other programs read them.
COLUMNS = (
    "highlight_id",
    "article_id",
    "title",
    "source",
    "published",
    "url",
    "tags",
    "quote",
    "note",
    "prefix",
    "suffix",
    "start",
    "end",
    "color",
    "analyst",
    "created_at",
    "updated_at",
)
Row = tuple[dict[str, str], tuple[int, ...]]  # the cells by their columns, and the tags
BETWEEN_TAGS = f"{BETWEEN} "
TAG_COLUMN = "tag:"  # begins the name of a 0/1 column

NO_COLUMNS = "No column was chosen. The columns are: {columns}."
COLUMN_TWICE = "The column {name} was chosen twice. Leave one of them out."
NO_COLUMN = "There is no column {name}. The columns are: {columns}."


def export_csv(
    db: Database,
    target: Path | TextIO,
    query: HighlightQuery,
    *,
    by: GroupBy | None = None,
    columns: Sequence[str] | None = None,
    spreadsheet_safe: bool = True,
    row_per_tag: bool = False,
    column_per_tag: bool = False,
    with_articles: bool = False,
    advance: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write the highlights meant, in their order; how many rows that were, None if cancelled.

    `by` puts them together, each where it comes first. `row_per_tag` gives a highlight one row for each of its tags,
    `column_per_tag` adds a 0/1 column for each tag there is, `with_articles` rows without a quote for those of whole
    articles, and for their notes. Raises ExportError, or QueryError; then, and if cancelled, an older file stays.
    """
    chosen = _known(COLUMNS if columns is None else columns)
    if query.wanted is not None or query.articles.wanted is not None:
        indexing.complete(db)
    with snapshot(db):
        tree = tags.tree(db)
        paths = {tag.id: tree.path(tag.id) for tag in tree}
        tag_columns = [*paths] if column_per_tag else []
        total = marked.count(db, query) + (len(whole_articles.ids(db, query)) if with_articles else 0)

        def going_on(written: int) -> bool:
            advance(min(written, total), total)
            return not cancelled()

        headers = [*chosen, *(TAG_COLUMN + paths[tag] for tag in tag_columns)]
        with closing(_found(db, query, tree, paths, by, with_articles)) as found:
            rows = itertools.chain([headers], _rows(found, paths, chosen, tag_columns, row_per_tag))
            written = write_csv(path_of(db), target, rows, spreadsheet_safe=spreadsheet_safe, advance=going_on)
    if written is not None:
        advance(total, total)
    return written


def _known(columns: Sequence[str]) -> Sequence[str]:
    for name in columns:
        if name not in COLUMNS:
            raise ExportError("no-column", NO_COLUMN, name=name, columns=", ".join(COLUMNS))
    if not columns:
        raise ExportError("no-columns", NO_COLUMNS, columns=", ".join(COLUMNS))
    for name in columns:
        if columns.count(name) > 1:
            raise ExportError("column-twice", COLUMN_TWICE, name=name)
    return columns


def _rows(
    found: Iterable[Row],
    paths: Mapping[int, str],
    chosen: Sequence[str],
    tag_columns: Sequence[int],
    row_per_tag: bool,
) -> Iterator[list[str]]:
    """What was found as it is written."""
    for cells, own in found:
        flags = ["1" if tag in own else "0" for tag in tag_columns]
        if not row_per_tag:
            yield [cells[name] for name in chosen] + flags
            continue
        for tag in own or (None,):
            cells["tags"] = paths.get(tag, "") if tag is not None else ""
            yield [cells[name] for name in chosen] + flags


def _found(
    db: Database, query: HighlightQuery, tree: TagTree, paths: Mapping[int, str], by: GroupBy | None, articles: bool
) -> Generator[Row, None, None]:
    """What is to be written. To be closed before the library is, also where it is not gone through to its end."""
    for finding in marked.findings(db, query, by):
        yield _cells(finding, tree, paths), finding.highlight.tags
    if articles:
        yield from _of_articles(db, query, tree, paths)


def _of_articles(db: Database, query: HighlightQuery, tree: TagTree, paths: Mapping[int, str]) -> Iterator[Row]:
    """For each article the tags that one analyst put on it; its note is in the first of these rows."""
    for whole in whole_articles.findings(db, query):
        note, noted = whole.note, whole.noted
        by = {tag.analyst: [one for one in whole.tags if one.analyst == tag.analyst] for tag in whole.tags}
        for analyst, on in (by or {"": list[ArticleTag]()}).items():
            known = [each.tag for each in on if each.tag in paths]
            yield (
                {
                    "highlight_id": "",
                    "article_id": whole.uid,
                    "title": whole.title,
                    "source": whole.source,
                    "published": whole.published,
                    "url": whole.url,
                    "tags": BETWEEN_TAGS.join(paths[tag] for tag in known),
                    "note": note,
                    **dict.fromkeys(("quote", "prefix", "suffix", "start", "end"), ""),
                    "color": tree.by_id[known[0]].color if known else "",
                    "analyst": analyst,
                    "created_at": min((each.created for each in on), default=noted),
                    "updated_at": max([*(each.created for each in on), *([noted] if note else [])]),
                },
                tuple(known),
            )
            note = ""


def _cells(finding: Finding, tree: TagTree, paths: Mapping[int, str]) -> dict[str, str]:
    highlight = finding.highlight
    known = [tag for tag in highlight.tags if tag in paths]
    placed = highlight.state != "orphan"  # whose words are no longer in the text
    color = highlight.color or (tree.by_id[known[0]].color if known else DEFAULT_COLOR)
    return {
        "highlight_id": highlight.uid,
        "article_id": finding.article_uid,
        "title": finding.title,
        "source": finding.source,
        "published": finding.published,
        "url": finding.url,
        "tags": BETWEEN_TAGS.join(paths[tag] for tag in known),
        "quote": highlight.quote,
        "note": highlight.note,
        "prefix": finding.prefix,
        "suffix": finding.suffix,
        "start": str(highlight.span.start) if placed else "",
        "end": str(highlight.span.end) if placed else "",
        "color": color,
        "analyst": highlight.analyst,
        "created_at": highlight.created,
        "updated_at": highlight.updated,
    }
