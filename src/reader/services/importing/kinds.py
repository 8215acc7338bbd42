"""What kind of file some bytes are, by what they hold; the name decides only where the bytes leave it open."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from typing import Literal

from reader.services.importing.columns import TEXT, fields_called
from reader.services.importing.decode import decode
from reader.services.importing.gate import BROKEN
from reader.services.importing.given import HEAD, Given

Kind = Literal[
    "text", "page", "mhtml", "pdf", "docx", "odt", "epub", "rtf", "markdown", "mail",
    "csv", "xlsx", "ods", "json", "jsonl", "feed", "warc", "zip",
]  # fmt: skip
MIME_HEAD = re.compile(rb"\A(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.IGNORECASE)
OBJECT = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
# Fields at the head of messages.
NAMED = re.compile(
    rb"^(from|to|subject|date|received|return-path|message-id|mime-version|content-type|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
ARCHIVES: dict[str, Kind] = {"docx": "docx", "xlsx": "xlsx", "epub": "epub", "odt": "odt", "ods": "ods"}
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
TABLES = ("txt", "text", "dat", "")  # endings of files that may be tables or anything
ROW_HEAD = re.compile(r"[^\t,;|\n]{1,30}(?:[\t,;|][^\t,;|\n]{1,30}){1,60}\n")
SAVED = re.compile(rb"^from:\s*<?\"?saved by", re.IGNORECASE | re.MULTILINE)
# Behind what may stand before the first element: declarations, comments, instructions; none is looked at twice.
FEED = re.compile(
    rb"\s*+(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*+)*+<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]",
    re.DOTALL,
)


def kind_of(given: Given) -> Kind:
    """The kind of a file; "text" where nothing else is certain, also for what is no text."""
    head, suffix = given.data[:4096], given.name.rpartition(".")[2].lower()
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(given, suffix)
    if head.startswith(b"WARC/1.") or _is_packed_warc(head):
        return "warc"
    if FEED.match(head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return "feed"
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if json := _of_json(given, suffix):
        return json
    if suffix in ("csv", "tsv", "tab") or (suffix in TABLES and _is_table(given)):
        return "csv"
    if MIME_HEAD.match(head) and (said := NAMED.findall(head)):
        return _of_message(given.data, {name.lower() for name in said}, suffix)
    return "markdown" if suffix in ("md", "markdown") else "text"


def _of_json(given: Given, suffix: str) -> Kind | None:
    """JSON or lines of it: what begins as such, by the name also what does not."""
    head = given.data[:HEAD].removeprefix(codecs.BOM_UTF8)
    if b"\0" in head[:4]:
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    if suffix in ("jsonl", "ndjson"):
        return "jsonl"
    if not (OBJECT.match(head) or suffix == "json"):
        return None
    first, ended, rest = head.strip().partition(b"\n")
    lines = ended and first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
    return "jsonl" if lines else "json"


def _is_table(given: Given) -> bool:
    """Whether a text begins with the headers of a table of articles: its text and another field."""
    text = decode(given.data[:2048], given.encoding or None).text.removeprefix("\ufeff").replace("\r\n", "\n")
    first = ROW_HEAD.match(text)
    if first is None:
        return False
    fields = {field for header in re.split(r"[\t,;|]", first[0].strip()) for field in fields_called(header)}
    return TEXT in fields and len(fields) > 1


def _of_message(data: bytes, said: set[bytes], suffix: str) -> Kind:
    """A letter, or a page in the form of one, which has no receiver and begins with what it is a page of."""
    if suffix in ("mht", "mhtml") or b"snapshot-content-location" in said or SAVED.search(data[:4096]):
        return "mhtml"
    if suffix == "eml" or (b"from" in said and said & {b"date", b"received", b"message-id", b"mime-version"}):
        return "mail"
    return "mhtml" if b"content-type" in said and b"multipart/related" in data[:4096].lower() else "text"


def _is_packed_warc(head: bytes) -> bool:
    try:
        return head[:2] == b"\x1f\x8b" and zlib.decompressobj(wbits=31).decompress(head, 16).startswith(b"WARC/1.")
    except zlib.error:
        return False


def _of_archive(given: Given, suffix: str) -> Kind:
    try:
        with given.stream() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            said = archive.open("mimetype").read(100) if {"mimetype", "content.xml"} <= names else b""
    except BROKEN:  # damaged, which the reader of its kind will say
        return ARCHIVES.get(suffix, "zip")
    if any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "META-INF/container.xml" in names:
        return "epub"
    if said.startswith(SPREADSHEET):
        return "ods"
    return "odt" if "content.xml" in names else "zip"
