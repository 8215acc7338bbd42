"""Letters (.eml) and pages that a browser saved in one file (MHTML): both are MIME messages."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services.importing.decode import Decoded, decode, name_of
from reader.services.importing.documents import Document, content_of, draft, plain_content
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
# Attachments that may be articles; of others only the name is kept.
READABLE = (
    *("txt", "md", "markdown", "html", "htm", "mht", "mhtml", "eml", "pdf", "docx", "odt", "rtf", "epub"),
    *("csv", "tsv", "xlsx", "json", "jsonl", "zip"),
)


def letter(given: Given, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    """The text of a letter, then the documents attached to it. Raises ImportFailed if it has no text."""
    message = _parsed(given)
    leaves = _leaves(message)
    bodies = [each for each in (_body(leaves, ("text/plain",)), _body(leaves, MARKUP)) if each is not None]
    if not bodies:
        raise ImportFailed("damaged", DAMAGED, file=given.name)
    # Its formatting is worth something, unless it was cut and the plain text was not.
    body = ([each for each in bodies if not _is_cut(each)] or bodies)[-1]
    attached = [each for each in leaves if each not in bodies and _called(each)]
    readable = [each for each in attached if _suffix(each) in READABLE and given.nesting < NESTING]
    data = _payload(body)
    decoded = decode(data, given.encoding) if given.encoding else _decoded(data, body.get_content_charset())
    document = Document(
        content_of(clean(decoded.text), given.name, _pictures(leaves, ""))
        if body.get_content_type() in MARKUP
        else plain_content(_unbroken(decoded.text, body)),
        title=_header(message, "Subject"),
        known=Fields("", _sender(message), "", _time(message), ""),
        attributes=_named((name, _header(message, name)) for name in ("From", "To", "Cc")),
        warnings=("text-incomplete",) if _is_cut_anywhere(message) else (),
        left_out=tuple(_described(each) for each in attached if each not in readable),
    )
    yield Part(draft(document, given, LETTER, decoded.encoding))
    for each in readable:
        label = _called(each)
        yield from (
            replace(part, label=f"{label}/{part.label}" if part.label else label)
            for part in _parts(given.inner(label, _payload(each), encoding="", method=""), parts)
        )


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


def _body(leaves: list[Message], kinds: tuple[str, ...]) -> Message | None:
    """The first part of a kind that is no attachment."""
    return next((each for each in leaves if each.get_content_type() in kinds and not each.get_filename()), None)


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


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """In the encoding that the message names, unless the text is broken in it."""
    name = name_of(encoding or "")
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


def _header(part: Message, name: str) -> str:
    return _words(next((value for each, value in part.raw_items() if each.lower() == name.lower()), ""))


def _words(raw: str) -> str:
    """What a field says, whether its characters are written as the rules want or just as bytes of some encoding."""
    raw = raw[:HEADER]
    if not raw.isascii():
        return one_line(decode(raw.encode("utf-8", "surrogateescape")).text)
    try:
        return one_line(str(make_header(decode_header(raw))))
    except (HeaderParseError, LookupError, ValueError):
        return one_line(raw)


def _sender(message: Message) -> str:
    """Who wrote a letter: a name, else an address."""
    name, address = parseaddr(_header(message, "From"))
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
    return f"{_called(part)} ({max(1, len(_payload(part)) // 1000):,} kB)"


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
