"""Tables of text: cells with commas, semicolons, tabs or bars between them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given
from reader.services.importing.rows import ABOVE, Row, Table, headers_in
from reader.services.importing.streams import lines

DELIMITERS = ",;\t|"
SAMPLE_LINES, SAMPLE = 200, 64_000  # lines and characters by which the delimiter is told
SAID = re.compile(r"\"?sep=(.)\"?[\r\n]*\Z")  # how Excel is told what stands between the cells
ALIKE = 0.8  # part of the rows of the sample that must have as many cells as most
RECORD_LIMIT = 20_000_000  # characters of a row: an article has half as many
FURTHER = 50  # lines of a record with a quotation mark too many among which its end is looked for
RETURNED = 200  # lines that a quotation took which are read again without it
OPEN = (
    "Row {row} of {file} opens a quotation in line {line} that is not closed, so it was left out."
    " Close it, or get the file anew if it was cut."
)
WIDE = "Row {row} of {file} has more than the {columns} cells of the others. Put quotation marks around its text."
_Record = list[str] | int  # cells, or the number of a line with a quotation that is not closed


def table(given: Given) -> Table:
    """The rows of a file; of one larger than its `data`, as it is read. Raises ImportFailed."""
    csv.field_size_limit(RECORD_LIMIT)  # the module's own is 131,072 characters
    found = lines(given)
    sample = list(itertools.islice(found.each, SAMPLE_LINES))
    said = SAID.match(sample[0]) if sample else None
    delimiter, width = delimiter_of("".join(sample[1 if said else 0 :])[:SAMPLE], given.name)
    delimiter = said[1] if said else delimiter
    records = _records(itertools.chain(sample[1 if said else 0 :], found.each), delimiter, width)
    first = list(itertools.islice(records, ABOVE))
    headers, begin = headers_in([record if isinstance(record, list) else [] for record in first])
    rows = _rows(headers, itertools.chain(first[begin:], records), given.name)
    return Table(headers, rows, "", found.encoding, found.guessed)


def delimiter_of(sample: str, name: str = "") -> tuple[str, int]:
    """What stands between the cells of a text that begins so, and how many cells a row has; 1 if it is no table."""
    best, most = "\t" if name.lower().endswith((".tsv", ".tab")) else ",", 1
    likely, rows = (best, most), 0  # where too many are unlike
    for delimiter in DELIMITERS:
        whole = sample[: sample.rfind("\n") + 1] or sample
        try:
            widths = [len(cells) for cells in csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter) if cells]
        except csv.Error:
            continue
        widths = widths[:-1] if len(widths) > 2 else widths  # the last one may be cut
        if not widths:
            continue
        width = max(set(widths), key=widths.count)
        if width > most and widths.count(width) >= ALIKE * len(widths):
            best, most = delimiter, width
        if width > 1 and widths[0] == width and widths.count(width) > max(rows, len(widths) // 2):
            likely, rows = (delimiter, width), widths.count(width)
    return (best, most) if most > 1 else likely


def _rows(headers: Sequence[str], records: Iterable[_Record], name: str) -> Iterator[Row]:
    width = len(headers)
    for number, record in enumerate(records, 1):
        if isinstance(record, int):
            yield Row(number, {}, ImportFailed("open-quotation", OPEN, file=name, row=number, line=record))
        elif not any(map(str.strip, record)):
            continue
        elif any(map(str.strip, record[width:])):
            yield Row(number, {}, ImportFailed("wide-row", WIDE, file=name, row=number, columns=width))
        else:
            yield Row(number, dict(itertools.zip_longest(headers, record[:width], fillvalue="")))


def _records(source: Iterator[str], delimiter: str, width: int) -> Iterator[_Record]:
    """The records of a text. Where a record is not quoted as it should be, its quotation marks were meant as such, or
    some within a quotation were not doubled: it is what is as wide as the others then.
    """
    taken = _Taken(source)
    reader = csv.reader(taken, delimiter=delimiter)
    while True:
        before = taken.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            taken.ran_out = True
        if not taken.ran_out:
            found = cells if '"' not in taken.lines[0] else _as_quoted(taken.lines, delimiter)
            if found is cells or len(found) == width:
                yield cells
            elif apart := _apart(taken.lines, delimiter, width):
                yield from apart
            elif found or width < 2:
                yield cells
            elif mended := _mended(taken, delimiter, width):
                yield mended
            elif len(taken.lines) == 1 or len(cells) == width:
                yield cells
            else:
                taken.keep(1 if len(taken.lines) <= RETURNED else len(taken.lines))
                yield before + 1
            continue
        opened = _opened(taken.lines)
        yield before + opened + 1
        yield from map(partial(_alone, delimiter=delimiter), taken.lines[opened + 1 :])
        reader = csv.reader(taken, delimiter=delimiter)


class _Taken:
    """The lines that the reader took for a record, and whether there were no more before it had enough."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._returned: list[str] = []  # the next one last
        self._count = self._size = 0
        self.lines: list[str] = []
        self.ran_out = False

    def begin(self) -> int:
        """Begin a record; how many lines come before it."""
        self.lines, self._size, self.ran_out = [], 0, False
        return self._count

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._next() if self._size <= RECORD_LIMIT else None
        if line is None:
            self.ran_out = bool(self.lines)
            raise StopIteration
        self._count += 1
        self._size += len(line)
        self.lines.append(line)
        return line

    def _next(self) -> str | None:
        return self._returned.pop() if self._returned else next(self._source, None)

    def keep(self, count: int) -> None:
        """Give back all lines but the first ones; they come again."""
        self._returned += reversed(self.lines[count:])
        self._count -= len(self.lines) - count
        del self.lines[count:]


def _opened(taken: Sequence[str]) -> int:
    """The line of those in which a quotation begins that none of them closes."""
    opened, is_open = 0, False
    for number, line in enumerate(taken):
        if line.count('"') % 2:
            is_open = not is_open
            opened = number if is_open else opened
    return opened


def _as_quoted(taken: Sequence[str], delimiter: str) -> list[str]:
    """The cells of a record that is quoted as it should be; none if it is not."""
    try:
        return next(csv.reader(taken, delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _apart(taken: Sequence[str], delimiter: str, width: int) -> list[list[str]]:
    """Each of several lines as a record, if all are as wide as that; else none."""
    found = [_alone(line, delimiter) for line in taken] if width > 1 and len(taken) > 1 else []
    return found if all(len(cells) == width for cells in found) else []


def _alone(line: str, delimiter: str) -> list[str]:
    """The cells of one line; where it is not quoted as it should be, its quotation marks are meant as such."""
    return _as_quoted([line], delimiter) or next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])


def _mended(taken: _Taken, delimiter: str, width: int) -> list[str]:
    """The record that begins where those lines do, none if it cannot be told; lines behind it come again.

    It ends where its quotations do; in the first line anyway, if that and the next one are as wide as the others.
    """
    had = len(taken.lines)
    if width < 2 or had > RETURNED:
        return []
    literal = _alone(taken.lines[0], delimiter)
    following = taken.lines[1] if had > 1 else next(taken, None)
    is_row = len(literal) == width and (following is None or len(_alone(following, delimiter)) == width)
    for count in range(1, 2 if is_row else FURTHER):
        if count > len(taken.lines) and next(taken, None) is None:
            break
        cells = _loosely("".join(taken.lines[:count]), delimiter)
        if cells and len(cells) == width:
            taken.keep(count)
            return cells
        if cells != []:
            break
    found = literal if len(literal) == width else []
    taken.keep(1 if found else had)
    return found


def _loosely(record: str, delimiter: str) -> list[str] | None:
    """The cells of a record whose quotations may hold quotation marks that are not doubled; [] if one of them is still
    open at its end, None if it is no record.

    Such a mark is one that stands neither behind nor before what is between cells.
    """
    edge = rf"{re.escape(delimiter)}\r\n"
    inside = rf'(?>[^"]|""|(?<![{edge}])"(?![{edge}]|\Z))*+'
    cell = re.compile(rf'"(?P<quoted>{inside})(?:"(?=[{edge}]|\Z)|(?P<open>\Z))|(?P<bare>[^{edge}]*)')
    cells: list[str] = []
    at = 0
    while found := cell.match(record, at):
        if found["open"] is not None:
            return []
        cells.append(found["quoted"].replace('""', '"') if found["bare"] is None else found["bare"])
        at = found.end() + 1
        if record[found.end() : at] != delimiter:
            break
    return cells if not record[at - 1 :].strip("\r\n") else None
