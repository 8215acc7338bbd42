"""From chosen paragraphs to canonical text, with all that belongs to places in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.domain.article import Gloss, Image, Mark
from reader.services.importing.blocks import Paragraph

SMALL = 300_000  # bytes of a picture that nothing is done about


@dataclass(slots=True)
class Assembled:
    """A text, what belongs to places in it, and where each paragraph begins; offsets are code points."""

    text: str
    starts: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    glosses: list[Gloss] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


def assemble(paragraphs: Sequence[Paragraph], images: Sequence[Image]) -> Assembled:
    """Put paragraphs together. `images` are those of the page; only the shown ones are kept, with new numbers."""
    made = Assembled("\n".join(paragraph.text for paragraph in paragraphs))
    start = 0
    for paragraph, following in pairwise([*paragraphs, Paragraph()]):
        end = start + len(paragraph.text)
        made.starts.append(start)
        for mark in paragraph.inline:
            if not paragraph.text[mark.start : mark.end].strip():
                continue  # bold white space
            value = mark.value
            if mark.kind == "image" and not value.startswith("?"):
                made.images.append(_fitted(images[int(value)]))
                value = str(len(made.images) - 1)
            elif mark.kind == "image" and value[1:] == following.text.strip():
                value = "?"  # its caption can be read below
            made.marks.append(Mark(start + mark.start, start + mark.end, mark.kind, value))
        made.marks += [Mark(start, end, kind, value) for kind, value in paragraph.whole if end > start]
        made.glosses += [Gloss(start + gloss.position, gloss.text) for gloss in paragraph.glosses]
        start = end + 1
    made.marks.sort()
    return made


def _fitted(image: Image) -> Image:
    """The picture, no larger than an article needs."""
    if len(image.data) <= SMALL:
        return image
    from reader import pictures  # here: it brings Qt along, which the command line and workers mostly do without

    return pictures.fitted(image)
