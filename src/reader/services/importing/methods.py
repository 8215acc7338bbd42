"""The ways in which an original can be read, for those who want another one than was chosen."""

from __future__ import annotations

from reader.services.importing import choosing, documents, drafts

TEXT = (drafts.PLAIN_TEXT, drafts.WHOLE_TEXT)
PAGE = choosing.METHODS
DOCUMENT = (documents.DOCUMENT, documents.PLAIN)
# Tables, feeds and their like say what is what and are read in one way.
BY_TYPE = {
    "text/plain": TEXT,
    "text/html": PAGE,
    "application/xhtml+xml": DOCUMENT,
    "multipart/related": PAGE,
    "application/pdf": DOCUMENT,
    "application/rtf": DOCUMENT,
    "application/vnd.oasis.opendocument.text": DOCUMENT,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": DOCUMENT,
    "text/markdown": DOCUMENT,
    "message/rfc822": DOCUMENT,
}


def methods_of(media_type: str) -> tuple[str, ...]:
    """What may be asked for as `Given.method` with an original of this type; nothing if there is no choice."""
    return BY_TYPE.get(media_type, ())
