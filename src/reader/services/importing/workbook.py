"""Tables in workbooks of Excel and of what else writes XLSX."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.domain.errors import ImportFailed
from reader.services.importing import gate
from reader.services.importing.given import Given
from reader.services.importing.rows import ABOVE, Row, Table, headers_in, letter

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet


def tables(given: Given) -> Iterator[Table]:
    """The sheets that are shown and hold something. Raises ImportFailed, also while their rows are read."""
    import openpyxl  # takes 150 ms, which the start of the program has not to spare

    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")  # of styles and the like
    with gate.opened(given) as archive:
        for member in archive.members:  # each is whole, and together they are not too large
            data = archive.read(member)
            if member.filename.endswith((".xml", ".rels")):
                gate.refuse_entities(data, given.name)
    with _damaged(given.name), given.stream() as stream:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in shown:
            yield from _table(sheet, sheet.title if len(shown) > 1 else "", given.name)


@contextmanager
def _damaged(name: str) -> Iterator[None]:
    """Take whatever the library meets in a file that is not as it should be for what it is."""
    try:
        yield
    except ImportFailed:
        raise
    except Exception as error:
        raise ImportFailed("damaged", gate.DAMAGED, file=name) from error


def _table(sheet: ReadOnlyWorksheet, title: str, name: str) -> Iterator[Table]:
    sheet.reset_dimensions()  # some programs write wrong ones
    records = iter(sheet.iter_rows(values_only=True))
    first = list(itertools.islice(records, ABOVE))
    headers, begin = headers_in(first)
    if headers:
        yield Table(headers, _rows(headers, itertools.chain(first[begin:], records), name), title)


def _rows(headers: Sequence[str], records: Iterator[tuple[object, ...]], name: str) -> Iterator[Row]:
    with _damaged(name):
        for number, record in enumerate(records, 1):
            if any(cell is not None and str(cell).strip() for cell in record):
                further = (letter(at) for at in range(len(headers), len(record)))
                cells = itertools.zip_longest([*headers, *further], map(_plain, record))
                yield Row(number, dict(cells))


def _plain(cell: object) -> object:
    if isinstance(cell, str) and "_x" in cell:
        from openpyxl.utils.escape import unescape  # is loaded, since the workbook was

        return unescape(cell)  # _x000D_ and the like
    return cell
