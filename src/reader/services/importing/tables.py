"""Tables of articles: one in each row, its fields in columns that are told by their headers or by what they hold.

Every column that is no field stays with the article as a named field of its own.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from reader.domain.article import Draft, Original
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services import exporting, writing
from reader.services.importing import delimited, json_rows, ods, workbook
from reader.services.importing.bodies import Known, from_body, is_markup, plain_words
from reader.services.importing.cells import address_of, everything, order_of, time_of, words
from reader.services.importing.columns import TEXT, guess
from reader.services.importing.given import Columns, Given, Part
from reader.services.importing.kinds import Kind, kind_of
from reader.services.importing.rows import Row, Table

KINDS: frozenset[Kind] = frozenset({"csv", "xlsx", "ods", "json", "jsonl"})
LEFT_OUT = ""  # what Columns call a column that is not wanted
PREVIEW = 20  # rows by which columns are guessed, and which are shown to choose them
METHOD = "row of a table"
REPLACEMENT = "\ufffd"
HIGHLIGHTS = {"quote", "prefix", "suffix"}  # columns of an export of highlights

NO_COLUMNS = (
    "In the table {file} no column is known to hold the text of articles. Choose the columns when you import it,"
    " or name that column 正文 or text. Its columns are: {columns}."
)
OF_HIGHLIGHTS = "{file} is a table of highlights that Reader exported, not of articles. Import the articles themselves."
NO_TEXT = "Row {row} of {file} holds no text, so it was left out."
NO_ROWS = "The table {file} has headers but no rows, so there is nothing to import."


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a table, as words, and what its columns are taken for. `rows` have a cell for each header."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Columns
    encoding: str


def preview(given: Given) -> Preview:
    """What a person needs to see of a table to choose its columns. Raises ImportFailed, also where it is none."""
    found = next((table for table in _tables(given) if table.headers), None)
    if found is None:
        raise ImportFailed("no-rows", NO_ROWS, file=given.name)
    first = [row.cells for row in itertools.islice(found.rows, PREVIEW) if not row.problem]
    shown = tuple(tuple(words(cells.get(header)) for header in found.headers) for cells in first)
    return Preview(found.headers, shown, _columns(given, found, first), found.encoding)


def read(given: Given) -> Iterator[Part]:
    """An article for each row, or why there is none. Raises ImportFailed where nothing (more) can be read."""
    refused: ImportFailed | None = None
    read_any = False
    for table in _tables(given):
        try:
            for part in _of_table(given, table):
                read_any = True
                yield part
        except ImportFailed as error:
            if error.kind != "no-columns":
                raise
            refused = refused or error  # a sheet of something else beside that of the articles
    if not read_any:
        raise refused or ImportFailed("no-rows", NO_ROWS, file=given.name)


def _tables(given: Given) -> Iterator[Table]:
    kind: Kind = kind_of(given)
    if kind == "xlsx":
        yield from workbook.tables(given)
    elif kind == "ods":
        yield from ods.tables(given)
    elif kind == "json":
        yield json_rows.table(given)
    elif kind == "jsonl":
        yield json_rows.table_of_lines(given)
    else:
        yield delimited.table(given)


def _columns(given: Given, table: Table, first: Sequence[Mapping[str, object]]) -> Columns:
    """What a person chose for a table of these headers or for some of them; the others are what they look like."""
    headers = table.headers
    if headers in given.columns:
        return given.columns[headers]
    if table.columns is not None:
        return table.columns
    named: set[str] = set()
    chosen: dict[str, str] = {}
    for some in sorted((each for each in given.columns if set(each) <= set(headers)), key=len):
        named |= set(some)
        chosen |= given.columns[some]
    guessed = guess([header for header in headers if header not in named], first)
    return chosen | {header: field for header, field in guessed.items() if field not in chosen.values()}


def _of_table(given: Given, table: Table) -> Iterator[Part]:
    first = list(itertools.islice(table.rows, PREVIEW))
    columns = _columns(given, table, [row.cells for row in first if not row.problem])
    names = {name.removeprefix(writing.GUARD) for name in table.headers}
    if names >= HIGHLIGHTS and not any(TEXT in chosen.values() for chosen in given.columns.values()):
        raise ImportFailed("highlights", OF_HIGHLIGHTS, file=given.name)
    if TEXT not in columns.values():
        shown = ", ".join(map(one_line, table.headers))
        raise ImportFailed("no-columns", NO_COLUMNS, file=given.name, columns=shown)
    reading = _Reading(given, table, columns, first)
    for row in itertools.chain(first, table.rows):
        label = f"{table.name} {row.number}".strip()
        try:
            yield Part(row.problem or reading.draft(row), label)
        except ImportFailed as error:
            yield Part(error, label)


class _Reading:
    """How the rows of a table become articles."""

    def __init__(self, given: Given, table: Table, columns: Columns, first: Sequence[Row]) -> None:
        self._given = given
        self._table = table
        self._columns = columns
        self._by_field: dict[str, list[str]] = {}
        for header, field in columns.items():
            self._by_field.setdefault(field, []).append(header)
        days = (row.cells.get(header) for row in first for header in self._by_field.get("published", ()))
        self._order = table.order or order_of(days)
        self._told: dict[str, Any] = {} if guess(table.headers, ()) == columns else {json_rows.COLUMNS: dict(columns)}
        # Our own tables have a ' before what a spreadsheet would run; in others one may be meant.
        ours = all(name in exporting.COLUMNS or name.startswith(exporting.TAG_COLUMN) for name in table.headers)
        self._plain = writing.plain if ours else str

    def draft(self, row: Row) -> Draft:
        """The article of a row. Raises ImportFailed if it has no text."""
        cells = {header: self._plain(value) if isinstance(value, str) else value for header, value in row.cells.items()}
        texts = (words(cells.get(header), "\n") for header in self._by_field[TEXT])
        body = clean("\n".join(filter(None, texts))).strip("\n")
        if not body.strip():
            raise ImportFailed("no-text", NO_TEXT, file=self._given.name, row=row.number)
        read = {each.name: self._field(cells, each.name) for each in fields(Known)}
        known = Known(**{field: said for field, (_, said) in read.items()})
        warnings = ["encoding-guessed"] if self._table.guessed else []
        if any(REPLACEMENT in value for value in cells.values() if isinstance(value, str)):
            warnings.append("text-incomplete")
        draft = from_body(body, known, self._original(row), warnings, markup=is_markup(body), lift=self._given.lift)
        return replace(draft, attributes=self._attributes(cells, {header for header, _ in read.values()}))

    def _time(self, value: object) -> str:
        return time_of(value, self._order)

    def _meaning(self, field: str) -> Callable[[object], str]:
        """How the cells of a field are read; they say nothing of it where that gives nothing."""
        return {"title": _title, "published": self._time, "url": address_of}.get(field, _words)

    def _field(self, cells: Mapping[str, object], field: str) -> tuple[str, str]:
        """The first column that says something of a field, and what it says; both empty where none does."""
        meaning = self._meaning(field)
        said = ((header, meaning(cells.get(header))) for header in self._by_field.get(field, ()))
        return next((each for each in said if each[1]), ("", ""))

    def _attributes(self, cells: Mapping[str, object], used: Collection[str]) -> tuple[tuple[str, str], ...]:
        """What is in no text and no field: also what is not what its column is taken for, or what a field has already.

        `used`: the columns that gave a field.
        """
        found: list[tuple[str, str]] = []
        for header, value in cells.items():
            kept = header not in used and self._columns.get(header) not in (TEXT, LEFT_OUT)
            if kept and (said := clean(everything(value)).strip()):
                found.append((one_line(header), said))
        return tuple(found)

    def _original(self, row: Row) -> Original:
        """The row by itself, with all the headers, so that it is read again as it was as a part of the table."""
        cells: dict[str, Any] = dict.fromkeys(self._table.headers) | row.cells | self._told
        if any(isinstance(value, list | dict) for value in row.cells.values()):  # which might be taken for rows
            cells[json_rows.COLUMNS] = dict(self._columns)
        days = [row.cells.get(header) for header in self._by_field.get("published", ())]
        if self._order and any(not time_of(day) and self._time(day) for day in days):
            cells[json_rows.ORDER] = self._order
        data = json.dumps(cells, ensure_ascii=False, default=words).encode("utf-8", "surrogatepass")
        return Original(self._given.name, data, "application/json", "utf-8", METHOD)


def _words(value: object) -> str:
    return words(value).strip()


def _title(value: object) -> str:
    """A title as words; searches leave tags round what they found in it."""
    said = _words(value)
    return plain_words(said) if is_markup(said) else said
