"""Tables of text: cells with commas, semicolons, tabs or bars between them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given
from reader.services.importing.rows import ABOVE, Row, Table, headers_in
from reader.services.importing.streams import lines

DELIMITERS = ",;\t|"
SAMPLE_LINES, SAMPLE = 200, 64_000  # lines and characters by which the delimiter is told
SAID = re.compile(r"\"?sep=(.)\"?[\r\n]*\Z")  # how Excel is told what stands between the cells
ALIKE = 0.8  # part of the rows of the sample that must have as many cells as most
RECORD_LIMIT = 20_000_000  # characters of a row: an article has half as many
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
    return best, most


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
    """The records of a text. One of several lines that is not quoted as it should be or not as wide as the others,
    while each of its lines is, is those: there a quotation mark was meant as such.
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
            apart = _apart(taken.lines, delimiter, width) if len(taken.lines) > 1 else []
            yield from apart if apart and not _is_sound(taken.lines, delimiter, width) else [cells]
            continue
        opened = _opened(taken.lines)
        yield before + opened + 1
        yield from _apart(taken.lines[opened + 1 :], delimiter, width)
        reader = csv.reader(taken, delimiter=delimiter)


class _Taken:
    """The lines that the reader took for a record, and whether there were no more before it had enough."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
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
        line = next(self._source, None) if self._size <= RECORD_LIMIT else None
        if line is None:
            self.ran_out = bool(self.lines)
            raise StopIteration
        self._count += 1
        self._size += len(line)
        self.lines.append(line)
        return line


def _opened(taken: Sequence[str]) -> int:
    """The line of those in which a quotation begins that none of them closes."""
    opened, is_open = 0, False
    for number, line in enumerate(taken):
        if line.count('"') % 2:
            is_open = not is_open
            opened = number if is_open else opened
    return opened


def _is_sound(taken: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether a record of several lines is quoted as it should be, and as wide as that."""
    try:
        return [len(cells) for cells in csv.reader(taken, delimiter=delimiter, strict=True)] == [width]
    except csv.Error:
        return False


def _apart(taken: Sequence[str], delimiter: str, width: int) -> list[_Record]:
    """Each line as a record, if all are as wide as that; else none."""
    found: list[_Record] = [*csv.reader(taken, delimiter=delimiter, quoting=csv.QUOTE_NONE)] if width > 1 else []
    return found if all(isinstance(cells, list) and len(cells) == width for cells in found) else []
