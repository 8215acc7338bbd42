"""A table, whatever file it comes from: its headers and its rows, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.domain.errors import ImportFailed
from reader.domain.text import one_line
from reader.services.importing.cells import Order
from reader.services.importing.dates import date_in
from reader.services.importing.given import Columns
from reader.services.importing.lines import fold

ABOVE = 10  # rows that may stand above the headers: a title, the day of an export
LONG_HEADER = 60  # characters; a longer cell is none of a row of headers


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, from 1, without the headers, and its cells by header; or why it cannot be read.

    A cell is text, or what a workbook or JSON holds: a number, a time, a list.
    """

    number: int
    cells: dict[str, Any]
    problem: ImportFailed | None = None


@dataclass(slots=True)
class Table:
    """`name`: the sheet, where a file has several. `encoding` was `guessed` if nothing says it.

    `columns`, and the `order` of its days: how the table was read of which this is a row that is read again.
    """

    headers: tuple[str, ...]
    rows: Iterator[Row]
    name: str = ""
    encoding: str = "utf-8"
    guessed: bool = False
    columns: Columns | None = None
    order: Order = ""


def headers_in(first: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], int]:
    """The headers of a table by its first rows, and how many of these come before its data.

    Without headers, the columns are called by letters, as in a spreadsheet.
    """
    width = max((len(_filled(cells)) for cells in first), default=0)
    enough = min(2, width)
    at = next((number for number, cells in enumerate(first[:ABOVE]) if len(_filled(cells)) >= enough), 0)
    names = [one_line(str(cell)) if cell is not None else "" for cell in first[at]] if first else []
    if any(map(_is_data, names)):
        return unique(letter(number) for number in range(len(names))), at
    while names and not names[-1]:
        names.pop()
    return unique(name or letter(number) for number, name in enumerate(names)), at + 1


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names, with a number behind each that was there before."""
    found: dict[str, None] = {}
    for name in names:
        called, number = name, 1
        while called in found:
            number += 1
            called = f"{name} ({number})"
        found[called] = None
    return tuple(found)


def letter(number: int) -> str:
    """What spreadsheets call a column, from 0: A, B, ... Z, AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _filled(cells: Sequence[object]) -> list[object]:
    return [cell for cell in cells if cell is not None and str(cell).strip()]


def _is_data(name: str) -> bool:
    return len(name) > LONG_HEADER or re.match("https?://", name) is not None or date_in(fold(name)) is not None
