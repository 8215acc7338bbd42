"""Documents of the Rich Text Format: their text; formatting and pictures stay behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.domain.errors import ImportFailed
from reader.services.importing.documents import Document, draft, person, plain_content
from reader.services.importing.fields import NO_FIELDS
from reader.services.importing.gate import DAMAGED
from reader.services.importing.given import Given, Part

BRACES = re.compile(r"\\[{}\\]|([{}])")
INFO = re.compile(r"\{\\(title|author)\b[ ]?((?:[^{}]|\\[{}]){1,2000})\}")
CODE_PAGE = re.compile(r"\\ansicpg\d+")
ENDLESS = re.compile(r"\\fonttbl[^;]{20000}")  # a table of fonts that the library would read for hours
FIELD_ENDS = re.compile(r"\|$")  # how the library ends a cell


def text_of(given: Given) -> Iterator[Part]:
    """The document. Raises ImportFailed if it has no text."""
    raw = given.data.decode("latin-1")
    if ENDLESS.search(raw):
        raise ImportFailed("damaged", DAMAGED, file=given.name)
    head = raw[:20_000]
    properties = {name: _plain("{\\rtf1" + _code_page(head) + "{" + value + "}}") for name, value in INFO.findall(head)}
    lines = [_row(line) for line in _plain(raw).split("\n")]
    document = Document(
        plain_content("\n".join(lines)),
        declared_title=properties.get("title", ""),
        declared=NO_FIELDS._replace(author=person(properties.get("author", ""))),
        warnings=("text-incomplete",) if _is_cut(raw) else (),
    )
    yield Part(draft(document, given, "application/rtf"))


def _plain(rtf: str) -> str:
    from striprtf.striprtf import rtf_to_text  # rarely needed

    # The space keeps the library from looking for links, which takes it very long in some texts.
    text: str = rtf_to_text(rtf.replace("{\\field{", "{\\field {"), errors="replace")  # type: ignore[no-untyped-call]
    # Characters beyond the first 65,536 are written as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _code_page(head: str) -> str:
    found = CODE_PAGE.search(head)
    return found[0] if found else ""


def _row(line: str) -> str:
    """The cells of a row of a table, parted by tabs and not by what the library puts behind each."""
    return "\t".join(cell.strip() for cell in line[:-1].split("|")) if FIELD_ENDS.search(line) else line


def _is_cut(rtf: str) -> bool:
    """Whether groups are left open; bytes of pictures may hold braces of their own."""
    if "\\bin" in rtf:
        return False
    depth = 0
    for brace in BRACES.finditer(rtf):
        if brace[1]:
            depth += 1 if brace[1] == "{" else -1
    return depth > 0
