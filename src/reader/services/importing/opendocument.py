"""Documents of LibreOffice and of other programs that write .odt."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from reader.domain.errors import ImportFailed
from reader.domain.text import one_line
from reader.services.importing import gate
from reader.services.importing.documents import Document, content_of, draft, person
from reader.services.importing.fields import NO_FIELDS
from reader.services.importing.given import Given, Part
from reader.services.importing.images import IMAGE_LIMIT

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, OFFICE = f"{{{PREFIX}text:1.0}}", f"{{{PREFIX}style:1.0}}", f"{{{PREFIX}office:1.0}}"
TABLE, DRAW, META = f"{{{PREFIX}table:1.0}}", f"{{{PREFIX}drawing:1.0}}", f"{{{PREFIX}meta:1.0}}"
SVG, FONT = f"{{{PREFIX}svg-compatible:1.0}}", f"{{{PREFIX}xsl-fo-compatible:1.0}}"
LINK, DUBLIN = "{http://www.w3.org/1999/xlink}href", "{http://purl.org/dc/elements/1.1/}"
PLAIN = {
    f"{TEXT}list": "ul",
    f"{TEXT}list-item": "li",
    f"{TEXT}list-header": "li",
    f"{TABLE}table": "table",
    f"{TABLE}table-row": "tr",
    f"{TABLE}table-cell": "td",
    f"{DRAW}text-box": "div",
}
# What is no text of the document: what was deleted, remarks, forms, readings of characters, descriptions of pictures.
UNREAD = frozenset(
    [
        *(f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}ruby-text"),
        *(f"{TEXT}sequence-decls", f"{SVG}title", f"{SVG}desc"),
    ]
)
SIGNS = {f"{TEXT}line-break": "<br>", f"{TEXT}tab": "\t"}
SPACE, SPACES = "\ue0f3", 200  # for one that counts, since a page has but one between words; and so many at once
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}
PROPERTIES = {
    f"{DUBLIN}title": "title",
    f"{META}initial-creator": "author",
    f"{DUBLIN}subject": "Subject",
    f"{META}keyword": "Keywords",
    f"{META}creation-date": "Created",
    f"{DUBLIN}date": "Modified",
}


def document(given: Given) -> Iterator[Part]:
    """The document. Raises ImportFailed: damaged, protected, too large, or without text."""
    with gate.opened(given) as archive:
        if b"encryption-data" in (archive.get("META-INF/manifest.xml") or b""):
            raise ImportFailed("encrypted", gate.ENCRYPTED, file=given.name)
        root = archive.xml("content.xml")
        styles = archive.xml("styles.xml")
        if root is None or (body := root.find(f"{OFFICE}body")) is None:
            raise ImportFailed("damaged", gate.DAMAGED, file=given.name)
        markup = _Markup(archive, _styles(root, styles)).of(body)
        properties = _properties(archive.xml("meta.xml"))
    content = content_of(markup, given.name)
    for paragraph in content.paragraphs:
        paragraph.text = paragraph.text.replace(SPACE, " ")
    made = Document(
        content,
        declared_title=properties.pop("title", ""),
        declared=NO_FIELDS._replace(author=person(properties.pop("author", ""))),
        attributes=tuple(properties.items()),
    )
    yield Part(draft(made, given, MEDIA_TYPE))


def _properties(root: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in () if root is None else root.iter(*PROPERTIES):
        if value := one_line(element.text or ""):
            name = PROPERTIES[element.tag]
            found[name] = f"{found[name]}, {value}" if name in found and name == "Keywords" else value
    return found


def _styles(*roots: etree._Element | None) -> dict[str, tuple[str, ...]]:
    """For each style of paragraphs and words the elements of a page that stand for it."""
    parents: dict[str, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for style in (style for root in roots if root is not None for style in root.iter(f"{STYLE}style")):
        name = style.get(f"{STYLE}name", "")
        parents[name] = style.get(f"{STYLE}parent-style-name", "")
        properties = style.find(f"{STYLE}text-properties")
        if style.get(f"{STYLE}family") == "text" and properties is not None:
            bold = properties.get(f"{FONT}font-weight") in ("bold", "600", "700", "800", "900")
            italic = properties.get(f"{FONT}font-style") in ("italic", "oblique")
            found[name] = (*(["b"] if bold else []), *(["i"] if italic else []))
    for name, parent in {**parents, "Title": "", "Quotations": ""}.items():
        if "Title" in (name, parent):
            found[name] = ("h1",)
        elif "Quotations" in (name, parent):
            found[name] = ("blockquote", "p")
    return found


class _Markup:
    """Writes the elements of a document as those of a page."""

    def __init__(self, archive: gate.Archive, styles: dict[str, tuple[str, ...]]) -> None:
        self._archive = archive
        self._styles = styles
        self._notes: list[str] = []

    def of(self, body: etree._Element) -> str:
        return f"<body>{self._inside(body)}{''.join(self._notes)}</body>"

    def _inside(self, element: etree._Element) -> str:
        parts = [escape(element.text or "")]
        for child in element:  # the parser allows no more than 256 levels
            if isinstance(child.tag, str) and child.tag not in UNREAD:
                parts.append(self._element(child))
            parts.append(escape(child.tail or ""))
        return "".join(parts)

    def _element(self, element: etree._Element) -> str:
        tag = element.tag
        if tag in SIGNS:
            return SIGNS[tag]
        if tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            return SPACE * (min(int(count), SPACES) if count.isdecimal() else 1)
        if tag == f"{TEXT}note":
            return self._note(element)
        if tag == f"{DRAW}image":
            return self._picture(element)
        inside = self._inside(element)
        if tag == f"{TEXT}h":
            level = element.get(f"{TEXT}outline-level", "1")
            return f"<h{level}>{inside}</h{level}>" if level in "123456" else f"<h6>{inside}</h6>"
        if tag == f"{TEXT}a":
            return f'<a href="{escape(element.get(LINK, ""))}">{inside}</a>'
        names = (PLAIN[tag],) if tag in PLAIN else self._styles.get(element.get(f"{TEXT}style-name", ""), ())
        if tag == f"{TEXT}p" and not names:
            names = ("p",)
        return "".join(f"<{name}>" for name in names) + inside + "".join(f"</{name}>" for name in reversed(names))

    def _note(self, note: etree._Element) -> str:
        """The sign of a note; its text comes at the end of the document."""
        sign = escape(note.findtext(f"{TEXT}note-citation") or str(len(self._notes) + 1))
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            self._notes.append(f"<div>[{sign}] {self._inside(body).removeprefix('<p>')}</div>")
        return f"[{sign}]"

    def _picture(self, image: etree._Element) -> str:
        name = image.get(LINK, "").removeprefix("./")
        kind = PICTURES.get(name.rpartition(".")[2].lower())
        data = self._archive.get(name) if kind else None
        frame = image.getparent()
        alt = "" if frame is None else one_line(frame.findtext(f"{SVG}title") or frame.findtext(f"{SVG}desc") or "")
        source = ""
        if data and len(data) <= IMAGE_LIMIT:
            source = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
        return f'<img src="{source}" alt="{escape(alt)}">'
