"""The pictures of a page: those that lie in the file or beside it, and the words for all others.

Nothing is fetched: a picture that is elsewhere keeps its place and its caption.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from selectolax.lexbor import LexborNode

from reader.domain.article import Image
from reader.domain.text import one_line

# What the window can show, by the first bytes. SVG is not among them: it is a program for drawing, and Qt needs
# minutes for some that fit into a kilobyte.
TYPES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
IMAGE_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp")
IMAGE_LIMIT = 20_000_000  # bytes of one picture
LONG = 200  # characters of a data: address that is set aside while a page is parsed
DATA = re.compile(rf"(?<=[\"'(=])data:[\w.+-]+/[\w.+-]+[;,][^\"'()\s<>]{{{LONG},}}", re.IGNORECASE)
SET_ASIDE = re.compile(r"data:,reader-(\d+)")
# Where pages that load pictures late keep the address meanwhile
LATE = (
    *("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-original-src", "data-lazyload", "data-url"),
    *("data-srcset", "data-lazy-srcset", "data-lazy", "data-echo", "data-hi-res-src"),
)
PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|bmp|avif|tiff?)(?:$|[!@_?])", re.IGNORECASE)
DOT = 3  # pixels of a side of a picture that only counts who looks
SPACER = 200  # bytes of a picture that only holds the place of a late one
CAPTION_LIMIT = 500  # characters
SIZE = re.compile(r"\s{0,9}(\d{1,9})(?:\.\d{0,9})?\s{0,9}(?:px)?\s{0,9}", re.IGNORECASE)
FIGURE_DEPTH = 5  # elements between a picture and its figure


def media_type(data: bytes) -> str:
    """The kind of a picture by its first bytes; "" for what the window does not show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((name for head, name in TYPES if data.startswith(head)), "")


def set_aside(markup: str) -> tuple[str, list[str]]:
    """A page with short words in place of its long data: addresses, and those, so that no parser walks through them."""
    if "data:" not in markup:
        return markup, []
    addresses: list[str] = []

    def short(found: re.Match[str]) -> str:
        addresses.append(found[0])
        return f"data:,reader-{len(addresses) - 1}"

    return DATA.sub(short, markup), addresses


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at its place in a page: its bytes, if they are at hand, or the caption of one that is elsewhere."""

    caption: str
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """Finds the pictures of a page: in files `beside` it, by their relative addresses, and `inside` it, set aside."""

    beside: Mapping[str, bytes] = field(default_factory=dict)
    inside: Sequence[str] = ()

    def shown(self, node: LexborNode) -> Shown | None:
        """What an img element shows; None if that is nothing for people, such as a counter of visits."""
        attributes = node.attributes
        if _is_dot(attributes):
            return None
        caption = _caption(node)
        late = [address for name in LATE if (address := (attributes.get(name) or "").strip())]
        source = (attributes.get("src") or "").strip()
        addresses = [source, *late, *_of_set(attributes.get("srcset") or ""), *_of_set(" ".join(late))]
        for address in filter(None, addresses):
            image = self._at(address, caption)
            if image is not None and not (late and len(image.data) < SPACER):
                return Shown(caption, image)
        sized = any(SIZE.fullmatch(attributes.get(side) or "") for side in ("width", "height"))
        if caption or late or (sized and addresses[0]) or PICTURE.search(_path(source)):
            return Shown(caption)
        return None

    def _at(self, address: str, caption: str) -> Image | None:
        found = SET_ASIDE.fullmatch(address)
        if found is not None:
            address = self.inside[int(found[1])] if int(found[1]) < len(self.inside) else ""
        name, data = "", b""
        if address[:5].lower() == "data:":
            data = _of_data(address)
        elif self.beside:
            name, data = self._of_file(address)
        kind = media_type(data)
        return Image(kind, data, caption, name) if kind and len(data) <= IMAGE_LIMIT else None

    def _of_file(self, address: str) -> tuple[str, bytes]:
        plain = address.replace("\\", "/").removeprefix("./")
        forms = (plain, unquote(plain), plain.partition("?")[0], unquote(plain.partition("?")[0]))
        return next(((form, self.beside[form]) for form in forms if form in self.beside), ("", b""))


def _path(address: str) -> str:
    """The path of an address, "" where it is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _is_dot(attributes: Mapping[str, str | None]) -> bool:
    sides = [SIZE.fullmatch(attributes.get(side) or "") for side in ("width", "height")]
    return all(side is not None and int(side[1]) <= DOT for side in sides)


def _caption(node: LexborNode) -> str:
    attributes = node.attributes
    words = one_line(attributes.get("alt") or "") or one_line(attributes.get("title") or "")
    around = node.parent
    for _ in range(FIGURE_DEPTH):
        if words or around is None:
            break
        if around.tag == "figure":
            below = around.css_first("figcaption")
            words = one_line(below.text()) if below is not None else ""
        around = around.parent
    return words[:CAPTION_LIMIT]


def _of_set(words: str) -> list[str]:
    """The addresses of a srcset."""
    parts = (part.split() for part in words.split(", "))
    return [part[0].rstrip(",") for part in parts if part]


def _of_data(address: str) -> bytes:
    """The bytes of a data: address; none where it is damaged or too long."""
    head, comma, body = address.partition(",")
    if not comma or len(body) > IMAGE_LIMIT * 4 // 3:
        return b""
    try:
        return base64.b64decode(unquote_to_bytes(body)) if ";base64" in head.lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return b""
