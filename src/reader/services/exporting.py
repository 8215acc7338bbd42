"""The findings as a CSV file that spreadsheets open correctly and that reads back exactly.

UTF-8 with byte order mark, CRLF, every field quoted. An old file is replaced only once the new one
is complete and on disk.
"""

from __future__ import annotations

import csv
import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from sqlite_utils import Database

from reader.domain.errors import ExportError
from reader.domain.query import ArticleQuery
from reader.domain.tag import BETWEEN, DEFAULT_COLOR, TagTree
from reader.storage import highlights, tags
from reader.storage.connection import is_part_of, path_of
from reader.storage.highlights import Finding
from reader.storage.library import SUFFIX

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
BETWEEN_TAGS = f"{BETWEEN} "
TAG_COLUMN = "tag:"  # begins the name of a 0/1 column
DANGEROUS = frozenset("=+-@\t\r＝＋－＠")  # a spreadsheet may run a cell that begins so
GUARD = "'"
STEP = 500  # rows between two reports of progress

NO_COLUMNS = "No column was chosen. The columns are: {columns}."
COLUMN_TWICE = "The column {name} was chosen twice. Leave one of them out."
NO_COLUMN = "There is no column {name}. The columns are: {columns}."
NO_HOME = "There is no home folder {folder} on this computer. Give another folder."
NO_FOLDER = "The folder of {file} does not exist. Choose another one."
IS_FOLDER = "{file} is a folder. Give a file name."
NO_FILE = "{file} is no file that could be replaced, but a device or the like. Give another name."
LONG_NAME = "This name is too long for a file. Give a shorter one."
NO_NAME = "This name holds characters that no file may have. Give another one."
NO_PERMISSION = "{file} may not be written, or another program has it open. Close it there or choose another folder."
FULL = "There is no space left for {file}. Free some space and try again; an older file of that name is unchanged."
IS_LIBRARY = "{file} is a library, which an export would destroy. Give another file name."
FAILED = "{file} could not be written: {why}."


def guarded(cell: str) -> str:
    """The cell with a `'` before it if a spreadsheet would run it, or if it looks as if it had one."""
    first = cell[:1]
    if first in DANGEROUS or (first == GUARD and cell.lstrip(GUARD)[:1] in DANGEROUS):
        return GUARD + cell
    return cell


def plain(cell: str) -> str:
    """The exact words of a guarded cell."""
    return cell[1:] if cell[:1] == GUARD and guarded(cell) != cell else cell


def target_of(words: str, folder: Path) -> Path:
    """The file that a person means: in this folder unless another is named, a CSV unless it has another suffix.

    Raises ExportError if there can be no such file.
    """
    named = Path(words.strip())
    try:
        target = folder / named.expanduser()
    except RuntimeError:
        raise ExportError("no-home", NO_HOME, folder=named.parts[0]) from None
    try:
        return target if target.suffix or target.is_dir() else target.with_name(f"{target.name}.csv")
    except OSError as error:
        raise _failure(error, target) from error


def free_target(target: Path) -> Path:
    """This file, or if there is one of that name, the first of "name 2.csv", "name 3.csv" and so on that is free."""
    found, number = target, 1
    while os.path.lexists(found):
        number += 1
        found = target.with_name(f"{target.stem} {number}{target.suffix}")
    return found


def check_target(library: Path, target: Path) -> None:
    """Raise ExportError if it can be seen beforehand that findings of this library cannot be written to this file."""
    try:
        if target.suffix.lower() == SUFFIX or is_part_of(library, target):
            raise ExportError("is-library", IS_LIBRARY, file=str(target))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        folder = _real(target).parent
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, "its folder does not exist")
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "its folder may not be written")
        if target.exists() and not target.is_file():
            raise ExportError("no-file", NO_FILE, file=str(target))
        if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
            raise PermissionError(errno.EACCES, "it may not be written")
    except OSError as error:
        raise _failure(error, target) from error
    except ValueError as error:
        raise ExportError("no-name", NO_NAME) from error


def export_csv(
    db: Database,
    target: Path | TextIO,
    query: ArticleQuery,
    *,
    highlights_tagged: Sequence[Sequence[int]] = (),
    columns: Sequence[str] | None = None,
    spreadsheet_safe: bool = True,
    row_per_tag: bool = False,
    column_per_tag: bool = False,
    advance: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write the highlights of the articles meant; how many rows that were, None if cancelled.

    With `highlights_tagged`, only highlights that have one tag of each of its groups. `row_per_tag` gives
    a highlight one row for each of its tags, `column_per_tag` adds a 0/1 column for each tag of the library.
    Raises ExportError; then, and if cancelled, an older file stays as it was. An open file is just written to.
    """
    chosen = _known(COLUMNS if columns is None else columns)
    if isinstance(target, Path):
        check_target(path_of(db), target)
    tree = tags.tree(db)
    tag_columns = [tag.id for tag in tree] if column_per_tag else []
    total = highlights.count(db, query)
    protect = guarded if spreadsheet_safe else str
    written = 0
    with _replacing(target) if isinstance(target, Path) else nullcontext((target, list)) as (file, keep):
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(map(protect, [*chosen, *(TAG_COLUMN + tree.path(tag) for tag in tag_columns)]))
        for cells in _rows(db, query, highlights_tagged, tree, chosen, tag_columns, row_per_tag):
            if written % STEP == 0:
                if cancelled():
                    return None
                advance(min(written, total), total)
            writer.writerow(map(protect, cells))
            written += 1
        keep()
    advance(total, total)
    return written


def _real(target: Path) -> Path:
    """Where a link leads; unlike Path.resolve, without raising where it leads to itself."""
    return Path(os.path.realpath(target))


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
    db: Database,
    query: ArticleQuery,
    highlights_tagged: Sequence[Sequence[int]],
    tree: TagTree,
    chosen: Sequence[str],
    tag_columns: Sequence[int],
    row_per_tag: bool,
) -> Iterator[list[str]]:
    paths = {tag.id: tree.path(tag.id) for tag in tree}
    for finding in highlights.findings(db, query, highlights_tagged):
        cells = _cells(finding, tree, paths)
        own = set(finding.highlight.tags)
        flags = ["1" if tag in own else "0" for tag in tag_columns]
        if not row_per_tag:
            yield [cells[name] for name in chosen] + flags
            continue
        for tag in finding.highlight.tags or (None,):
            cells["tags"] = paths.get(tag, "") if tag is not None else ""
            yield [cells[name] for name in chosen] + flags


def _cells(finding: Finding, tree: TagTree, paths: dict[int, str]) -> dict[str, str]:
    highlight = finding.highlight
    known = [tag for tag in highlight.tags if tag in paths]
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
        "start": str(highlight.span.start),
        "end": str(highlight.span.end),
        "color": color,
        "analyst": highlight.analyst,
        "created_at": highlight.created,
        "updated_at": highlight.updated,
    }


@contextmanager
def _replacing(target: Path) -> Iterator[tuple[TextIO, Callable[[], None]]]:
    """A file beside the target that takes its place at the end, if `keep` was called; else it is gone."""
    target = _real(target)  # a link stays a link
    partial = target.parent / f".{target.name[:40]}.{uuid.uuid4().hex[:8]}.part"
    wanted = []
    try:
        try:
            with partial.open("x", encoding="utf-8-sig", newline="") as file:
                yield file, lambda: wanted.append(True)
                file.flush()
                os.fsync(file.fileno())
            if wanted:
                _put_in_place(partial, target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(error, target) from error


def _put_in_place(partial: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, partial)
    partial.replace(target)
    if os.name == "posix":  # the new name, too, is to survive a power cut
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _failure(error: OSError, target: Path) -> ExportError:
    file = str(target)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ExportError("no-folder", NO_FOLDER, file=file)
    if isinstance(error, IsADirectoryError):
        return ExportError("is-folder", IS_FOLDER, file=file)
    if isinstance(error, PermissionError):
        return ExportError("no-permission", NO_PERMISSION, file=file)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError("full", FULL, file=file)
    if error.errno == errno.ENAMETOOLONG:
        return ExportError("long-name", LONG_NAME)
    return ExportError("unwritable", FAILED, file=file, why=error.strerror or str(error))
