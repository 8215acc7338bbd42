"""Documents of the Rich Text Format: their text and notes; formatting, pictures and what is hidden stay behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
# Notes, and what is hidden or was deleted, of which the library knows nothing
UNKNOWN = re.compile(r"\\(?:footnote|v|deleted)(?![a-z])")
TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'[0-9a-f]{2}|\\[^a-z]|[^\\{}]+|.", re.IGNORECASE | re.DOTALL)
# Words that stand for characters
CHARACTER = re.compile(r"u|tab|line|chftn|bullet|e[mn]dash|(?:e[mn]|qm)space|[lr](?:dbl)?quote")


def text_of(given: Given) -> Iterator[Part]:
    """The document. Raises ImportFailed if it has no text."""
    raw = given.data.decode("latin-1")
    if ENDLESS.search(raw):
        raise ImportFailed("damaged", DAMAGED, file=given.name)
    head = raw[:20_000]
    properties = {name: _plain("{\\rtf1" + _code_page(head) + "{" + value + "}}") for name, value in INFO.findall(head)}
    readable = _Rewriting().of(raw) if UNKNOWN.search(raw) else raw
    lines = [_row(line) for line in _plain(readable).split("\n")]
    document = Document(
        plain_content("\n".join(lines)),
        declared_title=properties.get("title", ""),
        declared=NO_FIELDS._replace(author=person(properties.get("author", ""))),
        warnings=("text-incomplete",) if _is_cut(raw) else (),
    )
    yield Part(draft(document, given, "application/rtf"))


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends: how characters are shown, and the note they are in, by its place in the list."""

    hidden: frozenset[str] = frozenset()
    font: str = ""
    note: int | None = None


@dataclass(slots=True)
class _Rewriting:
    """A document without what is hidden in it, and with its notes at its end."""

    _text: list[str] = field(default_factory=list)
    _notes: list[list[str]] = field(default_factory=list)
    _signs: list[int] = field(default_factory=list)  # where those of the notes are in the text
    _states: list[_State] = field(default_factory=lambda: [_State()])

    def of(self, raw: str) -> str:
        at = 0
        while token := TOKEN.match(raw, at):
            at = token.end()
            word, number = token[1], token[2] or ""
            if word == "bin":  # so many bytes of a picture, whatever they look like
                at += max(0, int(number or 0))
                self._put(raw[token.start() : at])
            elif token[0] == "{":
                self._put("{")
                self._states.append(self._states[-1])
            elif token[0] == "}":
                if len(self._states) < 3:
                    break  # the document ends
                self._states.pop()
                self._put("}")
            elif word:
                self._word(token[0], word, number)
            elif not self._states[-1].hidden:
                self._put(token[0])
        notes = [*self._numbered()]
        return "".join([*self._text, *notes, "}"])

    def _word(self, written: str, word: str, number: str) -> None:
        state = self._states[-1]
        if word in ("v", "deleted"):
            hidden = state.hidden - {word} if number == "0" else state.hidden | {word}
            self._states[-1] = replace(state, hidden=hidden)
        elif word == "footnote" and state.note is None and not state.hidden:
            self._begin_note()
        elif not (state.hidden and CHARACTER.fullmatch(word)):
            if word == "plain":
                self._states[-1] = replace(state, hidden=frozenset())
            elif word == "f":
                self._states[-1] = replace(state, font=number)
            self._put(written)

    def _begin_note(self) -> None:
        """What follows goes into a note, to the end of the group."""
        state = self._states[-1]
        if self._text[-1:] == ["\\*"]:
            self._text.pop()  # which says that old programs may pass over the group
        self._signs.append(len(self._text))
        self._text.append("")
        self._notes.append([f"\\f{state.font} " if state.font else ""])
        self._states[-1] = replace(state, note=len(self._notes) - 1)

    def _put(self, written: str) -> None:
        note = self._states[-1].note
        (self._text if note is None else self._notes[note]).append(written)

    def _numbered(self) -> Iterator[str]:
        """The notes, behind their numbers where the program would put these."""
        number = 0
        for sign, note in zip(self._signs, self._notes, strict=True):
            shown = ""
            if any(each.startswith("\\chftn") for each in note):
                number += 1
                shown = self._text[sign] = f"[{number}]"
            yield "\\par {" + shown + " " + "".join(note) + "}"


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
