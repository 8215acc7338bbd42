"""Tables in JSON: a list of objects, one of an object, an object a line, or a single one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from reader.domain.article import FIELDS
from reader.domain.errors import ImportFailed
from reader.services.importing.cells import Order
from reader.services.importing.columns import TEXT
from reader.services.importing.decode import decode
from reader.services.importing.given import Given
from reader.services.importing.rows import Row, Table
from reader.services.importing.streams import lines

SAMPLE = 20  # rows whose names are the headers; what others have besides is kept, too
DEPTH = 3  # objects around a list of objects
# What the original of a row calls how it was read, where neither its headers nor its cells alone say so.
COLUMNS, ORDER = "reader:columns", "reader:days"
SPACE = re.compile(r"[\s,]*")
BEGIN = re.compile(r"\s*\[\s*(?=\{)")

BROKEN_LINE = "Line {row} of {file} is broken, so it was left out. Get the file anew from where it came."
BROKEN_ROW = "{file} is broken in or behind row {row}; the rows before it were read. Get it anew from where it came."
BROKEN = "{file} is broken JSON, from line {line} on. Get it anew from where it came."
DEEP = "{file} is nested too deeply to be a table. Save its articles as a list of objects."
NO_ROWS = "{file} holds no list of objects, so there is no table in it. Save its articles as a list of objects."


def table_of_lines(given: Given) -> Table:
    """The objects of a file that has one in each line; of a file larger than its `data`, as it is read."""
    found = lines(given)
    return _table(_rows_of_lines(found.each, given.name), given.name, found.encoding, found.guessed)


def table(given: Given) -> Table:
    """The objects of a list, of a list within an object, or the only one. Raises ImportFailed."""
    found = decode(given.data, given.encoding or None)
    text = found.text.removeprefix("\ufeff")
    begin = BEGIN.match(text)
    rows = _elements(text, begin.end(), given.name) if begin else _inside(text, given.name)
    return _table(rows, given.name, found.encoding, found.guessed)


def _table(rows: Iterator[Row], name: str, encoding: str, guessed: bool) -> Table:
    first = list(islice(rows, SAMPLE))
    columns = [row.cells.pop(COLUMNS) for row in first if COLUMNS in row.cells]
    order: list[Order] = [row.cells.pop(ORDER) for row in first if row.cells.get(ORDER) in ("day", "month")]
    headers = tuple(dict.fromkeys(header for row in first for header in row.cells))
    if not headers:
        raise next((row.problem for row in first if row.problem), ImportFailed("no-rows", NO_ROWS, file=name))
    said = _columns(columns[0]) if columns else None
    return Table(headers, chain(first, rows), "", encoding, guessed, said, order[0] if order else "")


def _columns(told: object) -> dict[str, str] | None:
    """How a row says that it was read; None if it was written by another program."""
    if not isinstance(told, dict) or not all(field in (TEXT, *FIELDS) for field in told.values()):
        return None
    return told


def _rows_of_lines(found: Iterator[str], name: str) -> Iterator[Row]:
    for number, line in enumerate(found, 1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError):
            cells = None
        if isinstance(cells, dict):
            yield Row(number, cells)
        else:
            yield Row(number, {}, ImportFailed("broken-line", BROKEN_LINE, file=name, row=number))


def _elements(text: str, at: int, name: str) -> Iterator[Row]:
    """The objects of a list one by one, so that those before a broken one are read."""
    decoder, number = json.JSONDecoder(strict=False), 0
    while (at := SPACE.match(text, at).end()) < len(text) and text[at] != "]":  # type: ignore[union-attr]
        number += 1
        try:
            cells, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        if isinstance(cells, dict):
            yield Row(number, cells)
    else:
        if at < len(text):
            return
    yield Row(number, {}, ImportFailed("broken-row", BROKEN_ROW, file=name, row=number))


def _inside(text: str, name: str) -> Iterator[Row]:
    try:
        loaded = json.loads(text, strict=False)
    except RecursionError:
        raise ImportFailed("deep", DEEP, file=name) from None
    except json.JSONDecodeError as error:
        raise ImportFailed("broken-json", BROKEN, file=name, line=error.lineno) from error
    except ValueError as error:  # a number of thousands of digits
        raise ImportFailed("broken-json", BROKEN, file=name, line=1) from error
    found = _list_in(loaded, DEPTH)
    if found is None and isinstance(loaded, dict) and loaded:
        found = [loaded]
    yield from (Row(number, cells) for number, cells in enumerate(found or (), 1) if isinstance(cells, dict))


def _list_in(value: Any, depth: int) -> list[Any] | None:
    """The longest list of objects in an object that is nothing but what is around it."""
    if isinstance(value, list):
        return value if value and isinstance(value[0], dict) else None
    if not isinstance(value, dict) or not depth:
        return None
    found = [each for each in (_list_in(inner, depth - 1) for inner in value.values()) if each]
    return max(found, key=len, default=None)
