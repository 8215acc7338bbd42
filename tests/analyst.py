"""An analyst at work in a process of its own, which may be ended at any moment; and what must be found afterwards.

    python analyst.py WORK LIBRARY TIMES [PRAGMA ...]

does something TIMES times, and says the number of each time once that is stored.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

import making
from reader.domain.highlight import Span
from reader.domain.highlight_query import HighlightQuery
from reader.services import edits, exporting, tagging
from reader.storage import highlights, journal, tags
from reader.storage.library import create, open_library

TEXT = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))
LENGTH = 4  # characters of each highlight
ROWS = 300  # of the file that is exported
FOUND = "found.csv"  # beside the library


@dataclass(frozen=True, slots=True)
class Work:
    """A thing to do: what must be there before, doing it for the nth time, and counting how often it was done.

    Counting raises AssertionError where something was done by half.
    """

    prepare: Callable[[Database, int], None]
    do: Callable[[Database, int, Path], object]
    count: Callable[[Database, Path], int]


# ---- highlights with tags and a note, one step each


def _highlight(db: Database, number: int, folder: Path | None = None) -> None:
    start = number * LENGTH
    paths = [f"甲/{number}", "乙"]
    tagging.highlight_with(db, 1, start, start + LENGTH, paths, note=str(number), color="", analyst="林")


def _highlights(db: Database, folder: Path | None = None) -> int:
    found, tree = highlights.of_article(db, 1), tags.tree(db)
    for number, each in enumerate(found):
        assert (each.span.start, each.note, each.analyst) == (number * LENGTH, str(number), "林")
        assert {tree.path(tag) for tag in each.tags} - {f"丙/{number}"} == {f"甲/{number}", "乙"}
    return len(found)


def _prepare(db: Database, times: int) -> None:
    for number in range(times):
        _highlight(db, number)


# ---- new tags on them


def _tag(db: Database, number: int, folder: Path) -> None:
    tagging.add_and_apply(db, f"丙/{number}", 1, None, highlights.of_article(db, 1)[number].id)


def _tagged(db: Database, folder: Path) -> int:
    _highlights(db)
    tree = tags.tree(db)
    new = [tree.find(f"丙/{number}") for number in range(len(highlights.of_article(db, 1)))]
    made = [tag for tag in new if tag is not None]
    assert new[: len(made)] == made and all(tag.highlights == 1 for tag in made)
    return len(made)


# ---- taking back, doing again


def _take_back(db: Database, times: int) -> None:
    _prepare(db, times)
    for _ in range(times):
        edits.undo(db)


def _undone(db: Database, folder: Path) -> int:
    steps = journal.history(db)
    undone = sum(step.undone for step in steps if step.kind == "highlight")
    assert _highlights(db) == len([step for step in steps if step.kind == "highlight"]) - undone
    return undone


def _redone(db: Database, folder: Path) -> int:
    return sum(step.kind == "highlight" for step in journal.history(db)) - _undone(db, folder)


# ---- everything over the file of the time before, with another note in the first row


def _prepare_rows(db: Database, times: int) -> None:
    with journal.step(db, "highlight"):
        for number in range(ROWS):
            span = Span(number * LENGTH, (number + 1) * LENGTH)
            highlights.add(db, 1, span, TEXT, color="", note=str(number), analyst=None)


def _export(db: Database, number: int, folder: Path) -> None:
    edits.set_note(db, highlights.of_article(db, 1)[0].id, f"export {number}")
    exporting.export_csv(db, folder / FOUND, HighlightQuery())


def _exported(db: Database, folder: Path) -> int:
    if not (folder / FOUND).exists():
        return 0
    with (folder / FOUND).open(encoding="utf-8-sig", newline="") as file:
        first, *rows = csv.DictReader(file, strict=True)
    assert [row["note"] for row in rows] == [str(number) for number in range(1, ROWS)]
    assert all(row["quote"] == TEXT[int(row["start"]) : int(row["end"])] and row["updated_at"] for row in rows)
    return int(first["note"].removeprefix("export ")) + 1


WORKS = {
    "highlight": Work(lambda db, times: None, _highlight, _highlights),
    "tag": Work(_prepare, _tag, _tagged),
    "undo": Work(_prepare, lambda db, number, folder: edits.undo(db), _undone),
    "redo": Work(_take_back, lambda db, number, folder: edits.redo(db), _redone),
    "export": Work(_prepare_rows, _export, _exported),
}


def prepare(work: str, library: Path, times: int) -> None:
    """Make a library in which a work can be done so often."""
    made = create(library)
    making.add(made.db, TEXT)
    WORKS[work].prepare(made.db, times)
    made.close()


def main(work: str, library: str, times: str, *pragmas: str) -> None:
    """Do it, and say each time when it is done."""
    opened = open_library(Path(library))
    for pragma in pragmas:
        opened.db.execute(f"pragma {pragma}").fetchall()
    os.write(1, b"0\n")
    for number in range(int(times)):
        WORKS[work].do(opened.db, number, opened.path.parent)
        os.write(1, f"{number + 1}\n".encode())
    opened.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
