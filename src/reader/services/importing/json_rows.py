"""Tables in JSON: a list of objects, one of an object, an object a line, or a single one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from reader.domain.article import FIELDS
from reader.domain.errors import ImportFailed
from reader.services.importing.cells import NAMES, Order, address_of
from reader.services.importing.columns import TEXT, fields_called
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
END = re.compile(r"\]\s*+(?:,\s*+)?(?:\[|\Z)")  # of a list, where another one may begin

BROKEN_LINE = "Line {row} of {file} is broken, so it was left out. Get the file anew from where it came."
BROKEN_ROW = "{file} is broken in or behind row {row}; the rows before it were read. Get it anew from where it came."
BROKEN = "{file} is broken JSON, from line {line} on. Get it anew from where it came."
DEEP = "{file} is nested too deeply to be a table. Save its articles as a list of objects."
NO_OBJECT = "Row {row} of {file} is a word or a number where there should be an object, so it was left out."
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
            cells = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            cells = None
        if isinstance(cells, dict):
            yield Row(number, unwrapped(cells))
        else:
            yield Row(number, {}, ImportFailed("broken-line", BROKEN_LINE, file=name, row=number))


def _elements(text: str, at: int, name: str) -> Iterator[Row]:
    """The objects of a list, or of several one behind the other, one by one, so that those before damage are read."""
    decoder, number, ended = json.JSONDecoder(strict=False), 0, False
    while (at := SPACE.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        if text[at] == "]":
            if (end := END.match(text, at)) is None:
                break
            at, ended = end.end(), end[0][-1:] != "["
            continue
        try:
            cells, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        number += 1
        yield _row(number, cells, name)
    if not ended:
        yield Row(number + 1, {}, ImportFailed("broken-row", BROKEN_ROW, file=name, row=number + 1))


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
    yield from (_row(number, cells, name) for number, cells in enumerate(found or (), 1))


def _row(number: int, cells: Any, name: str) -> Row:
    if isinstance(cells, dict):
        return Row(number, unwrapped(cells))
    return Row(number, {}, ImportFailed("no-object", NO_OBJECT, file=name, row=number))


def _list_in(value: Any, depth: int) -> list[Any] | None:
    """The longest list of objects in an object, of articles if there are any; the object itself if it is one."""
    if isinstance(value, list):
        return value if any(isinstance(each, dict) for each in value) else None
    if not isinstance(value, dict) or not depth:
        return None
    if COLUMNS in value:
        return [value]
    found = [each for each in (_list_in(inner, depth - 1) for inner in value.values()) if each]
    best = max(found, key=lambda each: (_has_text(each), len(each)), default=None)
    says = _fields(value)
    if TEXT in says and (best is None or "title" in says or not _has_text(best)):
        return [value]
    return best


def unwrapped(cells: dict[str, Any], depth: int = DEPTH) -> dict[str, Any]:
    """A row without what is just around the article in it: {"id": 7, "article": {"title": ..., "content": ...}}."""
    if not depth or COLUMNS in cells or TEXT in _fields(cells):
        return cells
    inner = {name: unwrapped(each, depth - 1) for name, each in cells.items() if isinstance(each, dict)}
    name = next((name for name, each in inner.items() if len(_fields(each) & {TEXT, "title"}) > 1), None)
    if name is None:
        return cells
    article = inner[name]
    around = {
        f"{name}.{each}" if each in article and article[each] != said else each: said for each, said in cells.items()
    }
    around.pop(name, None)
    return article | around


def _has_text(rows: list[Any]) -> bool:
    return any(isinstance(each, dict) and TEXT in _fields(unwrapped(each)) for each in rows[:SAMPLE])


def _fields(cells: dict[str, Any]) -> set[str]:
    """The fields of an article that an object has by name, with words in them."""
    called = ((said, _called(name)) for name, said in cells.items())
    return {field for said, those in called if those and _are_words(said) for field in those}


@lru_cache(1_000)
def _called(name: str) -> tuple[str, ...]:
    return tuple(fields_called(name))


def _are_words(value: Any) -> bool:
    return any(map(_is_word, value)) if isinstance(value, list) else _is_word(value)


def _is_word(value: Any) -> bool:
    if isinstance(value, dict):  # one that stands for a word, and is no article
        named = {field for name, said in value.items() if isinstance(said, str) for field in _called(name)}
        return any(isinstance(value.get(name), str) for name in NAMES) and not named >= {TEXT, "title"}
    return isinstance(value, str) and bool(value.strip()) and not address_of(value)
