"""Tables of what is doubtful: errors that were reported of articles, and what became of imported files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from sqlite_utils import Database

from reader.domain.article import doubts
from reader.services.importing.outcome import Outcome
from reader.services.writing import write_csv
from reader.storage import articles
from reader.storage.connection import path_of

REPORTED = ("article_id", "title", "source", "published", "url", "file", "error")
OUTCOMES = ("path", "part", "status", "article_id", "title", "same", "reprint_of", "doubts", "error")


def export_reported(db: Database, target: Path | TextIO, *, spreadsheet_safe: bool = True) -> int:
    """Write the articles of which an error was reported, with its note; how many. Raises ExportError."""
    rows: Iterator[Sequence[str]] = (row for part in ([REPORTED], articles.reported(db)) for row in part)
    return write_csv(path_of(db), target, rows, spreadsheet_safe=spreadsheet_safe) or 0


def export_outcomes(library: Path, target: Path | TextIO, outcomes: Iterable[Outcome]) -> int:
    """Write what became of files, a row for each article of them; how many. Raises ExportError."""
    rows = (row for part in ([OUTCOMES], map(_cells, outcomes)) for row in part)
    return write_csv(library, target, rows) or 0


def _cells(found: Outcome) -> Sequence[str]:
    told = "; ".join(doubts(found.warnings))
    return (
        *(found.path, found.part, found.status, found.uid, found.called),
        *(found.same, found.reprint_of, told, found.error),
    )
