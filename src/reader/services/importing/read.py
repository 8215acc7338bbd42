"""From a file's bytes to a draft of an article, whatever the file is called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.domain.article import Draft, Original
from reader.domain.errors import ImportFailed
from reader.domain.text import clean
from reader.services.importing import html
from reader.services.importing.decode import decode
from reader.services.importing.drafts import PLAIN_TEXT, WHOLE_TEXT, from_page, from_text
from reader.services.importing.gate import ENCRYPTED
from reader.services.importing.given import SIZE_LIMIT

# First bytes of kinds of files that hold no plain text, https://en.wikipedia.org/wiki/List_of_file_signatures
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or video file"),
    (b"{\\rtf", "an RTF document"),
)
PROTECTED = "EncryptedPackage".encode("utf-16-le")  # what a .docx with a password is wrapped in
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table|meta|title)\b[^>]*>", re.IGNORECASE
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
CONTROL_PART, FEW_CONTROLS = 0.02, 4  # of the characters, and in however short a text: more of them is no text

EMPTY = "{file} is empty, so there is nothing to import."
TOO_BIG = "{file} is larger than {limit} MB. Split it into articles first."
NOT_TEXT = "{file} is {what}, which Reader cannot import. Save it as text or as a web page first."
BINARY = "{file} is not a text file. Save it as text or as a web page first."


def read(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    method: str = "",
    lift: bool | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> Draft:
    """Read a file's bytes; `name` is what it is called in sentences, the rest as in Given.

    Raises ImportFailed, saying why not.
    """
    if not data:
        raise ImportFailed("empty-file", EMPTY, file=name)
    if len(data) > SIZE_LIMIT:
        raise ImportFailed("too-big", TOO_BIG, file=name, limit=SIZE_LIMIT // 1_000_000)
    if data.startswith(b"\xd0\xcf\x11\xe0") and PROTECTED in data:
        raise ImportFailed("encrypted", ENCRYPTED, file=name)
    for signature, what in SIGNATURES:
        is_word = signature.isalpha() and len(signature) == 2  # with which a text may begin
        if data.startswith(signature) and (not is_word or b"\0" in data[:200]):
            raise ImportFailed("not-text", NOT_TEXT, file=name, what=what)
    found = decode(data, encoding)
    sample = found.text[:100_000]
    if len(CONTROLS.findall(sample)) > max(FEW_CONTROLS, CONTROL_PART * len(sample)):
        raise ImportFailed("binary", BINARY, file=name)
    warnings = (["encoding-guessed"] if found.guessed else []) + (["text-incomplete"] if found.lossy else [])
    text = clean(found.text)
    if is_markup(data, found.text):
        page = html.extract(text, name, method=method, beside=beside)
        return from_page(page, Original(name, data, "text/html", found.encoding, page.method), warnings, lift=lift)
    kept = method if method == WHOLE_TEXT else PLAIN_TEXT
    original = Original(name, data, "text/plain", found.encoding, kept)
    return from_text(text, original, warnings, lift=lift)


def is_markup(data: bytes, text: str) -> bool:
    """Whether a file is a web page: it begins with markup, or has the tags of one near its head."""
    head = text[:4096].lstrip().lower().encode("utf-8", "replace")
    if head.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<!--", b"<meta", b"<title")):
        return True
    return (head.startswith(b"<") and len(MARKUP.findall(head)) >= 1) or len(MARKUP.findall(head)) >= 4
