"""Links in notes: to articles and highlights of a library, and nowhere else.

Stored, a link is `[its words](reader:article/UID)`, as Markdown has them, so that a note can be read where nobody knows
of links. People are shown its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from reader.domain.text import one_line

Kind = Literal["article", "highlight"]
LONGEST = 60  # code points of the words of a link that is made
CUT = "…"
LINK = re.compile(
    r"\[([^\[\]\r\n]{1,400})\]\(reader:(article|highlight)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)"
)
TO_HIGHLIGHT = "](reader:highlight/"  # in each note with a link to one
BRACKETS = str.maketrans("[]", "［］")  # in the words of a link its end could not be told by others


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads."""

    kind: Kind
    uid: str


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a note; those of a link with where it leads."""

    words: str
    target: Target | None = None


def parts(note: str) -> Iterator[Part]:
    """A stored note as it is shown."""
    at = 0
    for found in LINK.finditer(note):
        if found.start() > at:
            yield Part(note[at : found.start()])
        yield Part(found[1], Target(cast(Kind, found[2]), found[3]))
        at = found.end()
    if at < len(note):
        yield Part(note[at:])


def readable(note: str) -> str:
    """The words of a stored note, without where its links lead."""
    return LINK.sub(r"\1", note) if "](reader:" in note else note


def following(note: str, heirs: Mapping[str, str]) -> str:
    """A stored note in which links to highlights that became one with others lead to those."""

    def led(found: re.Match[str]) -> str:
        words, kind, uid = found.groups()
        return written(words, Target("highlight", heirs[uid])) if kind == "highlight" and uid in heirs else found[0]

    return LINK.sub(led, note)


def link(words: str, target: Target) -> str:
    """A link as it is stored; long words are cut."""
    line = one_line(words).translate(BRACKETS) or target.kind
    if len(line) > LONGEST:
        line = line[: LONGEST - len(CUT)] + CUT
    return written(line, target)


def written(words: str, target: Target | None) -> str:
    """A part of a note as it is stored; where brackets or line breaks came into a link, it is none any more."""
    made = f"[{words}](reader:{target.kind}/{target.uid})" if target is not None else ""
    return made if LINK.fullmatch(made) else words
