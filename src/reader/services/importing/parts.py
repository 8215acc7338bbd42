"""The articles of a file: one, or as many as a book has chapters, a table rows, an archive files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing import (
    archive,
    documents,
    epub,
    feeds,
    mail,
    markdown,
    opendocument,
    pdf,
    rtf,
    tables,
    web_archive,
    word,
)
from reader.services.importing.given import SIZE_LIMIT, Given, Part
from reader.services.importing.kinds import Kind, kind_of
from reader.services.importing.read import EMPTY, TOO_BIG, read
from reader.services.importing.volumes import volumes

# Kinds that are one document, or rows of their own.
READERS: Mapping[Kind, Callable[[Given], Iterator[Part]]] = {
    "csv": tables.read,
    "feed": feeds.read,
    "xlsx": tables.read,
    "ods": tables.read,
    "json": tables.read,
    "jsonl": tables.read,
    "docx": word.document,
    "odt": opendocument.document,
    "epub": epub.chapters,
    "rtf": rtf.text_of,
    "markdown": markdown.article,
    "mhtml": mail.page,
    "pdf": pdf.document,
}
# Kinds that hold files of other kinds, which are read by what they are given.
CONTAINERS: Mapping[Kind, Callable[[Given, Callable[[Given], Iterator[Part]]], Iterator[Part]]] = {
    "mail": mail.letter,
    "warc": web_archive.read,
    "zip": archive.read,
}
STREAMED: frozenset[Kind] = frozenset({"csv", "jsonl", "warc", "zip"})  # a file may be larger than SIZE_LIMIT


def parts(given: Given) -> Iterator[Part]:
    """Read a file, part by part. Raises ImportFailed where nothing, or nothing more, can be read."""
    for part in _parts(given):
        if given.address and isinstance(part.found, Draft) and not (part.label and part.found.url):
            part = replace(part, found=replace(part.found, url=given.address))
        yield part


def _parts(given: Given) -> Iterator[Part]:
    if not given.data:
        raise ImportFailed("empty-file", EMPTY, file=given.name)
    kind = kind_of(given)
    if not given.is_whole and kind not in STREAMED:
        raise ImportFailed("too-big", TOO_BIG, file=given.name, limit=SIZE_LIMIT // 1_000_000)
    if kind in CONTAINERS:
        yield from CONTAINERS[kind](given, parts)
    elif kind in READERS:
        yield from READERS[kind](given)
    elif given.method == documents.DOCUMENT:
        yield Part(documents.whole(given))
    else:
        yield from _article(given)


def _article(given: Given) -> Iterator[Part]:
    """A text or a page; of a text that is too long for one article several."""
    encoding = given.encoding or None
    try:
        found = read(
            given.data, given.name, encoding=encoding, method=given.method, lift=given.lift, beside=given.beside
        )
    except ImportFailed as error:
        if error.kind != "too-long":
            raise
        refused = ImportFailed(error.kind, error.sentence, **error.facts)  # which holds nothing of the text any more
    else:
        yield Part(found)
        return
    several = volumes(given)
    if (volume := next(several, None)) is None:
        raise refused
    yield volume
    yield from several
