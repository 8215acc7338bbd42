"""The characters of a file, a line at a time, in the encoding it is in."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from reader.domain.errors import ImportFailed
from reader.services.importing.decode import BOMS, decode
from reader.services.importing.given import HEAD, Given

CHUNK = 1 << 20  # bytes that are read at a time
LINE_LIMIT = 20_000_000  # characters of a line; an article has half as many
LONG_LINE = "{file} has a line of more than {limit} characters in it. Split it first."


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines as they end in the file, without a byte order mark; `guessed` if nothing says the encoding."""

    encoding: str
    guessed: bool
    each: Iterator[str]


def lines(given: Given) -> Lines:
    """The lines of a file of any size. Raises ImportFailed: an unknown encoding or, when it comes, a line too long."""
    if given.is_whole:
        found = decode(given.data, given.encoding or None)
        encoding, guessed = found.encoding, found.guessed
    else:
        encoding, guessed = _of_large(given)
    reading = io.TextIOWrapper(given.stream(), encoding, errors="replace", newline="")
    return Lines(encoding, guessed, _each(reading, given.name))


def _each(reading: TextIO, name: str) -> Iterator[str]:
    with reading:
        first = True
        while line := reading.readline(LINE_LIMIT):
            if len(line) == LINE_LIMIT and not line.endswith(("\n", "\r")):
                raise ImportFailed("long-line", LONG_LINE, file=name, limit=f"{LINE_LIMIT:,}")
            yield line.removeprefix("\ufeff") if first else line
            first = False


def _of_large(given: Given) -> tuple[str, bool]:
    """The encoding of a file that is not read as a whole, by all of it, if it may be UTF-8, else by a sample."""
    if given.encoding or any(given.data.startswith(bom) for bom, _ in BOMS) or b"\0" in given.data:
        found = decode(given.data, given.encoding or None)
        return found.encoding, found.guessed
    checking = codecs.getincrementaldecoder("utf-8")()
    with given.stream() as stream:
        while chunk := stream.read(CHUNK):
            try:
                checking.decode(chunk)
            except UnicodeDecodeError as error:
                # A sample from where the first characters above ASCII are that are no UTF-8.
                found = decode(given.data[:HEAD] + error.object[max(0, error.start - HEAD) : error.start + HEAD])
                return found.encoding, found.guessed
    return "utf-8", False
