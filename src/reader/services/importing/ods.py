"""Tables in workbooks of LibreOffice and of other programs that write ODS."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.domain.errors import ImportFailed
from reader.services.importing import gate
from reader.services.importing.given import Given
from reader.services.importing.rows import ABOVE, Row, Table, headers_in, letter

if TYPE_CHECKING:
    from lxml import etree

PREFIX = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = (f"{PREFIX}{name}:1.0}}" for name in ("office", "text", "table"))
COLUMNS = 1_000  # of a row: empty ones are repeated up to the edge of the sheet
# What stands for characters in paragraphs, and what is no part of the text of a cell.
SIGNS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t", f"{TEXT}s": " "}
UNREAD = (f"{OFFICE}annotation",)


def tables(given: Given) -> Iterator[Table]:
    """The sheets that hold something. Raises ImportFailed: damaged, protected, too large."""
    with gate.opened(given) as archive:
        if b"encryption-data" in (archive.get("META-INF/manifest.xml") or b""):
            raise ImportFailed("encrypted", gate.ENCRYPTED, file=given.name)
        root = archive.xml("content.xml")
    if root is None:
        raise ImportFailed("damaged", gate.DAMAGED, file=given.name)
    sheets = list(root.iter(f"{TABLE}table"))
    for sheet in sheets:
        records = _records(sheet)
        first = list(itertools.islice(records, ABOVE))
        headers, begin = headers_in(first)
        if headers:
            title = sheet.get(f"{TABLE}name", "") if len(sheets) > 1 else ""
            yield Table(headers, _rows(headers, itertools.chain(first[begin:], records)), title)


def _rows(headers: Sequence[str], records: Iterator[list[str]]) -> Iterator[Row]:
    for number, record in enumerate(records, 1):
        if any(map(str.strip, record)):
            further = (letter(at) for at in range(len(headers), len(record)))
            yield Row(number, dict(itertools.zip_longest([*headers, *further], record, fillvalue="")))


def _records(sheet: etree._Element) -> Iterator[list[str]]:
    """The rows as words; empty ones that are repeated count once."""
    for row in sheet.iter(f"{TABLE}table-row"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            times = _count(cell, "number-columns-repeated")
            cells += [_words(cell)] * min(times, COLUMNS - len(cells))
        while cells and not cells[-1]:
            cells.pop()
        yield from itertools.repeat(cells, min(_count(row, "number-rows-repeated"), COLUMNS) if cells else 1)


def _count(element: etree._Element, name: str) -> int:
    said = element.get(f"{TABLE}{name}", "1")
    return int(said) if said.isdecimal() and len(said) < 9 else 1


def _words(cell: etree._Element) -> str:
    """A date as the file holds it, whatever it looks like; else the text, one line a paragraph."""
    if (day := cell.get(f"{OFFICE}date-value")) is not None:
        return str(day)
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iterchildren(f"{TEXT}p", f"{TEXT}h"))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in SIGNS:
            yield SIGNS[child.tag] * min(_spaces(child), COLUMNS)
        elif child.tag not in UNREAD:
            yield from _pieces(child)
        yield child.tail or ""


def _spaces(element: etree._Element) -> int:
    said = element.get(f"{TEXT}c", "1")
    return int(said) if said.isdecimal() and len(said) < 9 else 1
