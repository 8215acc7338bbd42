"""From bytes to characters: which encoding a file is in.

The order was measured on Chinese pages as scrapers leave them on disk (UTF-8 with the old declaration still
inside): byte order mark, strict UTF-8 over the whole file, the declared encoding, a detector, GB18030, and
cp1252 last.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reader.domain.errors import ImportFailed
from reader.services.importing.detect import detect, sample_of, senses_of, wide

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
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
NOT_OF_FILES = ("punycode", "unicode-escape", "raw-unicode-escape")  # codecs of names and of source text
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})""", re.IGNORECASE
)
HEAD = 4096  # bytes in which a declaration is looked for
BAD_DECLARED = 0.002  # part of the characters above ASCII that may be broken
CLEARLY = 0.4  # how much more sense another encoding must make than the declared one
ENOUGH_UTF8 = 10  # sound characters above ASCII for each broken place in a text taken for UTF-8,
FEW_UTF8 = 3  # and where there is but one such place
SAMPLE = 200_000  # bytes that are looked at for UTF-16
FEW_NULS = 0.25  # part of the bytes; in Latin text as UTF-16 it is about half of them, and Chinese is no UTF-8
REPLACEMENT = "\ufffd"
BROKEN = re.compile("\ufffd(?:[\x00-\x7f]?\ufffd){0,3}")  # what one wrong byte leaves of a character
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
        name = name_of(encoding)
        if name is None:
            raise ImportFailed("unknown-encoding", UNKNOWN, encoding=encoding)
        return _as(data, name)
    for bom, name in BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name)
    if (utf16 := _utf16(data)) is not None:
        return utf16
    return _utf8(data) or _declared(data) or _as(data, detect(data), guessed=True)


def name_of(label: str) -> str | None:
    """The encoding of text that a label means; None if there is none. `hex` and the like are no encodings of text."""
    try:
        name = codecs.lookup(label).name
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return None if name in NOT_OF_FILES else SUPERSETS.get(name, name)


def said_by_server(data: bytes, label: str) -> str:
    """The encoding that a server gave for a page, if the page is in it and does not say better itself; else empty."""
    name = name_of(label)
    marked = any(data.startswith(bom) for bom, _ in BOMS)
    return "" if name is None or marked or _utf8(data) or not _may_be(data, name) else name


def _as(data: bytes, name: str, *, guessed: bool = False) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text, name, guessed, lossy=REPLACEMENT in text)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: NUL bytes (of line ends, digits, Latin letters), and it reads as text one way round."""
    sample = data[:SAMPLE]
    nuls = sample.count(b"\0")
    if len(data) % 2 or not nuls:
        return None
    if nuls < FEW_NULS * len(sample) and _is_utf8(sample.replace(b"\0", b"")):
        return None  # some stray ones: two Latin letters make a Chinese character, too
    for name in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) - len(sample) % 2].decode(name, "replace")
        if len(PLAIN.findall(text)) > PLAIN_PART * len(text):
            return _as(data, name, guessed=True)
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether a text is UTF-8, but for a character that is cut at its end."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"  # in the middle of its last character
    if (joined := _with_surrogates(data)) is not None:
        return joined
    text = data.decode("utf-8", "replace")
    places = len(BROKEN.findall(text))
    # Text in a double-byte encoding is hardly ever valid UTF-8 by chance: most would be broken.
    enough = 1 if cut else places * (FEW_UTF8 if places == 1 else ENOUGH_UTF8)
    return Decoded(text, "utf-8", lossy=True) if wide(text) - text.count(REPLACEMENT) >= enough else None


def _with_surrogates(data: bytes) -> Decoded | None:
    """UTF-8 but for surrogates, as some programs write it: pairs of them are one character, lone ones lost."""
    try:
        units = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    except UnicodeDecodeError:
        return None
    text = units.decode("utf-16-le", "replace")
    return Decoded(text, "utf-8", lossy=REPLACEMENT in text)


def _declared(data: bytes) -> Decoded | None:
    """In the encoding that the page says, unless it is broken there or makes clearly more sense in another one."""
    for found in DECLARED.finditer(data[:HEAD]):
        name = name_of(found[1].decode("ascii"))
        if name is not None and _may_be(data, name):
            return _as(data, name)
    return None


def _may_be(data: bytes, name: str) -> bool:
    """Whether what is no UTF-8 may be in an encoding that it is said to be in."""
    if name.startswith("utf"):
        return False
    sample = sample_of(data)
    text = sample.decode(name, "replace")
    senses = senses_of(sample)
    return text.count(REPLACEMENT) <= BAD_DECLARED * wide(text) and max(senses.values()) < senses.get(name, 1) + CLEARLY
