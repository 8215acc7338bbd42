"""Documents of Word and of other programs that write .docx."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from reader.domain.errors import ImportFailed
from reader.domain.text import one_line
from reader.services.importing import gate
from reader.services.importing.documents import Document, content_of, draft, person
from reader.services.importing.fields import NO_FIELDS
from reader.services.importing.given import Given, Part
from reader.services.importing.html import TOO_LONG
from reader.services.importing.images import IMAGE_LIMIT, IMAGE_TYPES
from reader.services.importing.word_xml import known, with_readings

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAGS = 1_000_000  # of the XML; the library needs 400 bytes and 20 microseconds for each
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
BACK_FROM_NOTE = re.compile(r'\s*<a href="#(?:footnote|endnote)-ref-[^"]*">↑</a>')
PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}subject": "Subject",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords": "Keywords",
    "{http://purl.org/dc/terms/}created": "Created",
    "{http://purl.org/dc/terms/}modified": "Modified",
}


def document(given: Given) -> Iterator[Part]:
    """The document. Raises ImportFailed: damaged, protected, too large, or without text."""
    properties, data = _checked(given)
    content = content_of(BACK_FROM_NOTE.sub("", with_readings(_markup(data, given.name))), given.name)
    made = Document(
        content,
        declared_title=properties.pop("title", ""),
        declared=NO_FIELDS._replace(author=person(properties.pop("author", ""))),
        attributes=tuple(properties.items()),
    )
    yield Part(draft(made, given, MEDIA_TYPE))


def _checked(given: Given) -> tuple[dict[str, str], bytes]:
    """The properties of a document, and the document with all that is in it where the library looks for it.

    Raises ImportFailed unless every part is sound: a text must not lack one silently.
    """
    properties: dict[str, str] = {}
    written = {}
    tags = 0
    with gate.opened(given) as archive:
        for member in archive.members:
            data = archive.read(member)
            if not member.filename.endswith((".xml", ".rels")):
                continue
            tags += data.count(b"<")
            if tags > TAGS or len(data) > gate.XML_LIMIT:
                raise ImportFailed("too-long", TOO_LONG, file=given.name)
            gate.refuse_entities(data, given.name)
            changed = known(data, given.name) if member.filename.startswith("word/") else data
            if changed is not data:
                written[member.filename] = changed
            if member.filename == "docProps/core.xml":
                for element in gate.xml(data, given.name):
                    if (name := PROPERTIES.get(element.tag)) and (value := one_line(element.text or "")):
                        properties[name] = value
        return properties, _rewritten(archive, written) if written else given.data


def _rewritten(archive: gate.Archive, written: Mapping[str, bytes]) -> bytes:
    """The document with other bytes for some of its members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for member in archive.members:
            copy.writestr(member.filename, written.get(member.filename) or archive.read(member))
    return made.getvalue()


def _markup(data: bytes, name: str) -> str:
    import mammoth  # takes 60 ms, and few files need it

    logging.getLogger("mammoth").setLevel(logging.CRITICAL)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_picture),
            external_file_access=False,
        )
    except RecursionError:
        raise
    except Exception as error:  # whatever the library trips over is the document's
        raise ImportFailed("damaged", gate.DAMAGED, file=name) from error
    markup: str = made.value
    return markup


def _picture(image: Any) -> dict[str, str]:
    """A picture inside the file as an address that holds it; of others only the description stays."""
    import base64

    if image.content_type not in IMAGE_TYPES:
        return {}
    try:
        with image.open() as file:
            data = file.read(IMAGE_LIMIT + 1)
    except Exception:  # one that is elsewhere, and is not fetched
        return {}
    if len(data) > IMAGE_LIMIT:
        return {}
    return {"src": f"data:{image.content_type};base64,{base64.b64encode(data).decode('ascii')}"}
