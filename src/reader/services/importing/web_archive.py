"""WARC files, which crawlers and web archives write: each page that was answered is an article."""

from __future__ import annotations

import io
import mmap
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.cells import address_of
from reader.services.importing.decode import said_by_server
from reader.services.importing.given import SIZE_LIMIT, Given, Part

GZIP = b"\x1f\x8b\x08"
CHUNK = 16_384  # bytes that are unpacked at a time: what comes out of sound ones before a damaged one is kept
START = re.compile(rb"WARC/1\.\d\r?\n")
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
HEAD_LIMIT = 64_000  # bytes of a record before its content
TYPES = ("html", "pdf")  # what pages are: scripts, pictures and the like are left out
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

BROKEN_RECORD = "Record {record} of {file} is damaged, so it was left out. Get the file anew from where it came."
NO_PAGES = "In the web archive {file} there is no page."
TOO_LARGE = "{file} is too large for the memory of this computer. Split it first."

Record = tuple[bytes, bool]  # its bytes, and whether they are all


def read(given: Given, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    """The pages of a web archive. A damaged record costs itself only. Raises ImportFailed if there is none."""
    found_any = False
    for number, (record, whole) in enumerate(_records(_bytes_of(given)), 1):
        try:
            page = _page(given, record)
        except Exception:  # whatever the library meets in a record that is not as it should be
            found_any = True
            yield Part(ImportFailed("broken-record", BROKEN_RECORD, file=given.name, record=number), str(number))
            continue
        if page is not None:
            found_any = True
            yield from _parts_of(*page, whole, parts)
    if not found_any:
        raise ImportFailed("no-pages", NO_PAGES, file=given.name)


def _bytes_of(given: Given) -> bytes | mmap.mmap:
    """All the bytes; those of a large file stay where they are, and the system takes them back in time."""
    if given.is_whole or given.path is None:
        return given.data
    try:
        with given.path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError, OverflowError) as error:
        raise ImportFailed("too-large", TOO_LARGE, file=given.name) from error


def _records(data: bytes | mmap.mmap) -> Iterator[Record]:
    """The records of a file that may be damaged; in packed ones each is a member of its own."""
    if data[:3] != GZIP:
        yield from _split(data, True)
        return
    at = 0
    while 0 <= at < len(data):
        content, whole, at = _unpacked(data, at)
        yield from _split(content, whole) if START.match(content) else [(b"", False)]


def _unpacked(data: bytes | mmap.mmap, at: int) -> tuple[bytes, bool, int]:
    """What a member holds, whether that is all of it, and where the next one begins, -1 if nowhere.

    Of one that is cut it is the beginning; of one that is damaged nothing, since what is unpacked of it makes no sense.
    """
    unpacking, found, size, begun = zlib.decompressobj(wbits=31), [], 0, at
    try:
        while not unpacking.eof and at < len(data):
            piece = unpacking.decompress(data[at : at + CHUNK])
            at += CHUNK
            size += len(piece)
            if size <= SIZE_LIMIT:  # what is larger is no page
                found.append(piece)
    except zlib.error:
        return b"", False, data.find(GZIP, begun + 1)
    if unpacking.eof:
        return b"".join(found), size <= SIZE_LIMIT, min(at, len(data)) - len(unpacking.unused_data)
    return b"".join(found), False, data.find(GZIP, begun + 1)


def _split(data: bytes | mmap.mmap, whole: bool) -> Iterator[Record]:
    """The records that stand one behind the other, by the lengths they give; behind damage from the next one on."""
    at = 0
    while found := START.search(data, at):
        head = HEAD_END.search(data, found.end(), found.end() + HEAD_LIMIT)
        length = LENGTH.search(data, found.start(), head.end()) if head else None
        if head is None or length is None:
            at = found.end()
            yield b"", False
            continue
        at = head.end() + int(length[1])
        sound = at <= len(data) and not data[at : at + 2].strip()
        if not sound:
            following = START.search(data, head.end())
            at = min(at, following.start() if following else len(data))
        yield data[found.start() : min(at, found.start() + SIZE_LIMIT)], whole and sound


def _page(given: Given, record: bytes) -> tuple[Given, str] | None:
    """The page in a record, and its address; None where it holds anything else. Raises what the library does."""
    from warcio.archiveiterator import ArchiveIterator  # takes 30 ms, which the start of the program has not to spare

    found = next(iter(ArchiveIterator(io.BytesIO(record))))
    if found.rec_type not in ("response", "resource"):
        return None
    http = found.http_headers
    if http is not None and not str(http.get_statuscode()).startswith("2"):
        return None
    said = str((http or found.rec_headers).get_header("Content-Type") or "html").lower()
    data = found.content_stream().read(SIZE_LIMIT) if any(kind in said for kind in TYPES) else b""
    if not data:
        return None
    charset = CHARSET.search(said)
    encoding = given.encoding or (said_by_server(data, charset[1]) if charset else "")
    address = str(found.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return given.inner(address, data, encoding=encoding), address


def _parts_of(page: Given, address: str, whole: bool, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    try:
        for part in parts(page):
            if isinstance(part.found, Draft):
                draft = replace(part.found, url=address_of(address) or part.found.url)
                part = replace(part, found=draft if whole else _incomplete(draft))
            yield replace(part, label=address)
    except ImportFailed as error:
        yield Part(error, address)


def _incomplete(draft: Draft) -> Draft:
    return replace(draft, warnings=tuple(dict.fromkeys([*draft.warnings, "text-incomplete"])))
