"""From bytes to characters: which encoding a file is in.

The order was measured on Chinese pages as scrapers leave them on disk (UTF-8 with the old declaration still
inside): byte order mark, strict UTF-8 over the whole file, the declared encoding, a detector, GB18030, and
cp1252 last.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reader.domain.errors import ImportFailed

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The Encoding Standard's supersets (https://encoding.spec.whatwg.org/#names-and-labels), for labels seen on pages.
SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312_80": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
HEAD = 4096  # bytes in which a declaration is looked for
BAD_UTF8 = 0.02  # part of the characters that may be broken in a text taken for UTF-8
BAD_DECLARED = 0.002
SAMPLE = 200_000  # bytes the detector reads
REPLACEMENT = "\ufffd"
CODECS = ("gb18030", "big5hkscs", "cp932", "cp949", "cp1252", "cp1251")
PLAIN = re.compile("[\t\n\r -~\u00a0-\u024f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
PLAIN_PART = 0.9  # of the characters, for a text to be taken for UTF-16

UNKNOWN = "{encoding} is not an encoding that Reader knows. Leave it out, or use a name such as gb18030 or big5."


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they came in, and whether it is only likely (`guessed`) or some were lost."""

    text: str
    encoding: str
    guessed: bool = False
    lossy: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The characters of a file. A given encoding overrides the rule; raises ImportFailed if it is unknown."""
    if encoding:
        try:
            name = codecs.lookup(encoding).name
        except LookupError:
            raise ImportFailed("unknown-encoding", UNKNOWN, encoding=encoding) from None
        return _as(data, name)
    for bom, name in BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name)
    if (wide := _utf16(data)) is not None:
        return wide
    return _utf8(data) or _declared(data) or _detected(data)


def _as(data: bytes, name: str, *, guessed: bool = False) -> Decoded:
    name = SUPERSETS.get(name, name)
    text = data.decode(name, "replace")
    return Decoded(text, name, guessed, lossy=REPLACEMENT in text)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: NUL bytes (of line ends, digits, Latin letters), and it reads as text one way round."""
    sample = data[:SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) - len(sample) % 2].decode(name, "replace")
        if len(PLAIN.findall(text)) > PLAIN_PART * len(text):
            return _as(data, name, guessed=True)
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if (joined := _with_surrogates(data)) is not None:
            return joined
        if error.start < len(data) - 3:
            text = data.decode("utf-8", "replace")
            bad = text.count(REPLACEMENT)
            wide = sum(char > "\x7f" for char in text) - bad
            # Text in a double-byte encoding is hardly ever valid UTF-8 by chance: most would be broken.
            if bad > max(1, BAD_UTF8 * len(text)) or wide < 10 * bad:
                return None
            return Decoded(text, "utf-8", lossy=True)
        text = data[: error.start].decode("utf-8") + REPLACEMENT  # cut in the middle of its last character
        wide = any(char > "\x7f" for char in text[:-1])
        return Decoded(text, "utf-8", lossy=True) if wide else None


def _with_surrogates(data: bytes) -> Decoded | None:
    """UTF-8 but for surrogates, as some programs write it: pairs of them are one character, lone ones lost."""
    try:
        units = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    except UnicodeDecodeError:
        return None
    text = units.decode("utf-16-le", "replace")
    return Decoded(text, "utf-8", lossy=REPLACEMENT in text)


def _declared(data: bytes) -> Decoded | None:
    head = data[:HEAD]
    if b"<" not in head:
        return None
    for found in DECLARED.finditer(head):
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
        except LookupError:
            continue
        if name.startswith("utf"):
            continue  # it was tried
        decoded = _as(data, name)
        if decoded.text.count(REPLACEMENT) <= BAD_DECLARED * len(decoded.text):
            return decoded
    return None


def _detected(data: bytes) -> Decoded:
    best = from_bytes(data[:SAMPLE], cp_isolation=list(CODECS)).best()
    names = [codecs.lookup(best.encoding).name] if best is not None else []
    for name in [*names, "gb18030"]:
        decoded = _as(data, name, guessed=True)
        if decoded.text.count(REPLACEMENT) <= BAD_UTF8 * len(decoded.text):
            return decoded
    return _as(data, "cp1252", guessed=True)
