"""Letters (.eml) and pages that a browser saved in one file (MHTML): both are MIME messages."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from itertools import chain

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services.importing.blocks import Content
from reader.services.importing.decode import Decoded, decode, name_of
from reader.services.importing.documents import Document, content_of, draft, joined, plain_content
from reader.services.importing.drafts import BLANK
from reader.services.importing.fields import Fields
from reader.services.importing.gate import DAMAGED, NESTING, TOO_MANY
from reader.services.importing.given import Given, Part
from reader.services.importing.read import read

# What the parser says of a message that was cut.
CUT = ("CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "InvalidBase64PaddingDefect")
HEADER = 20_000  # characters of a field that are read
PARTS = 2_000  # of one message that are looked at
LETTER = "message/rfc822"
FLOWED = re.compile(r"(?<!^--) \n(?!>)", re.MULTILINE)
MARKUP = ("text/html", "application/xhtml+xml")
ADDRESSES = ("Snapshot-Content-Location", "Content-Location")
EAST_ASIAN = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949")
HAN = re.compile("[\u3400-\u9fff]")
# Attachments that may be articles; of others only the name is kept.
READABLE = (
    *("txt", "md", "markdown", "html", "htm", "mht", "mhtml", "eml", "pdf", "docx", "odt", "rtf", "epub"),
    *("csv", "tsv", "xlsx", "ods", "json", "jsonl", "zip"),
)


def letter(given: Given, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    """The text of a letter, then the documents attached to it. Raises ImportFailed if it has neither."""
    message = _parsed(given)
    leaves = _leaves(message)
    texts = _texts(message)
    attached = [each for each in leaves if each not in texts and _called(each)]
    readable = [each for each in attached if _suffix(each) in READABLE and given.nesting < NESTING]
    if any(_payload(each).strip() for each in texts) or not readable:
        others = [_described(each) for each in attached if each not in readable]
        others += [_described(each) for each in leaves if each not in texts and _is_unknown(each)]
        yield Part(_letter(given, message, texts, others))
    for each in readable:
        label = _called(each)
        yield from (
            replace(part, label=f"{label}/{part.label}" if part.label else label)
            for part in _parts(given.inner(label, _payload(each), encoding="", method=""), parts)
        )


def _letter(given: Given, message: Message, texts: list[Message], others: list[str]) -> Draft:
    """The article of a letter with these texts, one below the other. Raises ImportFailed if they are empty."""
    read_as = [(each, _decoded(given, each)) for each in texts]
    if not any(decoded.text.strip() for _, decoded in read_as):
        cut = _is_cut_anywhere(message)
        raise ImportFailed("damaged" if cut else "blank-file", DAMAGED if cut else BLANK, file=given.name)
    pictures = _pictures(_leaves(message), "")
    contents = [_content(part, decoded, given.name, pictures) for part, decoded in read_as]
    encoding = next((decoded.encoding for _, decoded in read_as if not decoded.text.isascii()), "utf-8")
    document = Document(
        joined(contents),
        title=_header(message, "Subject", encoding),
        known=Fields("", _sender(message, encoding), "", _time(message), ""),
        attributes=_named((name, _header(message, name, encoding)) for name in ("From", "To", "Cc")),
        warnings=("text-incomplete",) if _is_cut_anywhere(message) else (),
        left_out=tuple(others),
    )
    return draft(document, given, LETTER, encoding)


def _content(part: Message, decoded: Decoded, name: str, pictures: Mapping[str, bytes]) -> Content:
    if part.get_content_type() in MARKUP:
        return content_of(clean(decoded.text), name, pictures)
    return plain_content(_unbroken(decoded.text, part))


def page(given: Given) -> Iterator[Part]:
    """The page in an MHTML file, with the pictures that came along. Raises ImportFailed if there is none."""
    message = _parsed(given)
    leaves = _leaves(message)
    html = next((each for each in leaves if each.get_content_type() in MARKUP), None)
    if html is None or not _payload(html):
        raise ImportFailed("damaged", DAMAGED, file=given.name)
    address = next((each for name in ADDRESSES if (each := _header(message, name) or _header(html, name))), "")
    found = read(
        _payload(html),
        given.name,
        encoding=given.encoding or None,
        method=given.method,
        lift=given.lift,
        beside=_pictures(leaves, address),
    )
    cut = ["text-incomplete"] if _is_cut_anywhere(message) else []
    yield Part(
        replace(
            found,
            original=replace(found.original, data=given.data, media_type="multipart/related"),
            url=address if address.startswith(("http://", "https://")) else found.url,
            attributes=(*found.attributes, *_named([("Saved", _time(message))])),
            warnings=tuple(dict.fromkeys([*found.warnings, *cut])),
        )
    )


def _parsed(given: Given) -> Message:
    """The message. Raises ImportFailed if it has more parts, or more in one another, than the parser can take."""
    if given.data.count(b"\n--") > 4 * PARTS:
        raise ImportFailed("too-many", TOO_MANY, file=given.name, limit=f"{PARTS:,}")
    # Not the newer policy: it needs gigabytes for some headers, and trips over others.
    try:
        return BytesParser(policy=email.policy.compat32).parsebytes(given.data)
    except RecursionError:  # parts within parts, hundreds of them
        raise ImportFailed("damaged", DAMAGED, file=given.name) from None


def _leaves(message: Message) -> list[Message]:
    """The parts of a message that have no parts; a letter within it is one."""
    return [part for part in _all(message) if not _inner(part) or (part is not message and _is_letter(part))]


def _all(message: Message) -> list[Message]:
    """A message and its parts, in order, without those of letters within it."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < PARTS:
        part = waiting.pop()
        found.append(part)
        if part is message or not _is_letter(part):
            waiting += reversed(_inner(part))
    return found


def _inner(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _is_letter(part: Message) -> bool:
    return part.get_content_type() == LETTER


def _texts(message: Message) -> list[Message]:
    """The parts that are the text, in order; of those that say the same the best: formatted, unless it was cut."""
    found: dict[int, list[Message]] = {}
    for part in reversed(_all(message)):  # those within a part before it: they may be hundreds deep
        inner = [found.get(id(each), []) for each in _inner(part)]
        if _is_letter(part) and part is not message:
            found[id(part)] = []
        elif part.get_content_type() == "multipart/alternative":
            found[id(part)] = max(filter(None, inner), key=_worth, default=[])
        elif inner:
            found[id(part)] = list(chain.from_iterable(inner))
        else:
            is_text = part.get_content_type() in ("text/plain", *MARKUP) and not part.get_filename()
            found[id(part)] = [part] if is_text else []
    return found[id(message)]


def _worth(texts: list[Message]) -> tuple[bool, bool]:
    return not any(map(_is_cut, texts)), any(each.get_content_type() in MARKUP for each in texts)


def _is_unknown(part: Message) -> bool:
    """Whether it is a nameless part of a kind that is neither text nor a picture, such as an invitation."""
    kind = part.get_content_type()
    return not (_called(part) or kind in ("text/plain", *MARKUP) or kind.startswith(("image/", "multipart/")))


def _payload(part: Message) -> bytes:
    if _is_letter(part):
        return next((each.as_bytes() for each in _inner(part)), b"")
    data = part.get_payload(decode=True)  # which is when it is found to be cut
    return data if isinstance(data, bytes) else b""


def _is_cut(part: Message) -> bool:
    if not part.is_multipart():
        _payload(part)
    return any(type(defect).__name__ in CUT for defect in part.defects)


def _is_cut_anywhere(message: Message) -> bool:
    return any(map(_is_cut, _all(message)))


def _decoded(given: Given, part: Message) -> Decoded:
    """In the encoding that was asked for, else that the message names, unless the text is broken in it."""
    data = _payload(part)
    if given.encoding:
        return decode(data, given.encoding)
    name = name_of(part.get_content_charset() or "")
    if name is not None:
        found = decode(data, name)
        if not found.lossy:
            return found
    return decode(data)


def _pictures(leaves: list[Message], base: str) -> dict[str, bytes]:
    """The pictures in a message, by the addresses that its page may name them by, which is at `base`."""
    folder = base.rpartition("/")[0] + "/"
    found: dict[str, bytes] = {}
    for part in leaves:
        if part.get_content_maintype() != "image":
            continue
        data, location = _payload(part), _header(part, "Content-Location")
        if identity := _header(part, "Content-ID"):
            found[f"cid:{identity.strip('<>')}"] = data
        if location:
            found[location] = found[location.removeprefix(folder)] = data
    return found


def _header(part: Message, name: str, encoding: str = "") -> str:
    return _words(next((value for each, value in part.raw_items() if each.lower() == name.lower()), ""), encoding)


def _words(raw: str, encoding: str = "") -> str:
    """What a field says, whether its characters are written as the rules want or just as bytes of some encoding.

    Those are likely in the `encoding` of the text, if that is one of East Asia; by few bytes it can hardly be told.
    """
    raw = raw[:HEADER]
    if not raw.isascii():
        data = raw.encode("utf-8", "surrogateescape")
        found = decode(data)
        if encoding in EAST_ASIAN and not (found.encoding == "utf-8" and HAN.search(found.text)):
            found = decode(data, encoding)
        raw = found.text
    try:
        return one_line("".join(_word(*each) for each in decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        return one_line(raw)


def _word(said: str | bytes, charset: str | None) -> str:
    if isinstance(said, str):
        return said
    return said.decode(name_of(charset or "") or "raw-unicode-escape", "replace")


def _sender(message: Message, encoding: str) -> str:
    """Who wrote a letter: a name, else an address."""
    name, address = parseaddr(_header(message, "From", encoding))
    return one_line(name or address)


def _time(message: Message) -> str:
    """When it was sent, as its sender's clock showed; empty if it does not say."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).replace(tzinfo=None).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError):
        return ""


def _named(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in pairs if value)


def _called(part: Message) -> str:
    """The name of an attachment: of its file, or what a letter is about; empty if it has none."""
    if _is_letter(part):
        subject = next((_header(each, "Subject") for each in _inner(part)), "")
        return f"{subject or 'letter'}.eml"
    return _words(part.get_filename() or "")


def _suffix(part: Message) -> str:
    return _called(part).rpartition(".")[2].lower()


def _described(part: Message) -> str:
    return f"{_called(part) or part.get_content_type()} ({max(1, len(_payload(part)) // 1000):,} kB)"


def _unbroken(text: str, body: Message) -> str:
    """A text whose lines were broken so that programs can tell: those that end with a space go on (RFC 3676)."""
    if body.get_param("format", "") != "flowed":
        return text
    between = "" if body.get_param("delsp", "") == "yes" else " "
    return FLOWED.sub(between, text.replace("\r\n", "\n"))


def _parts(given: Given, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    """What is in an attachment; one that cannot be read is a part that says why."""
    try:
        yield from parts(given)
    except ImportFailed as error:
        yield Part(error)
