"""A text too long for one article as several, of which each ends with a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.domain.article import Draft, Mark, Original
from reader.domain.text import clean
from reader.services.importing.decode import decode
from reader.services.importing.drafts import PARAGRAPH_LIMIT, TEXT_LIMIT, WHOLE_TEXT
from reader.services.importing.given import Given, Part
from reader.services.importing.glosses import lift
from reader.services.importing.read import is_markup, read

BREAK = re.compile("\n")
SPARE = 2_000  # code points left for the title of a volume


def volumes(given: Given) -> Iterator[Part]:
    """The articles of a text; none if it is a page. Those behind the first bear its title, numbered, and its fields.

    The original of each is its own text.
    """
    found = decode(given.data, given.encoding or None)
    if is_markup(given.data, found.text):
        return
    warnings = ("encoding-guessed",) * found.guessed + ("text-incomplete",) * found.lossy
    pieces = _pieces(clean(found.text))
    first = read(next(pieces).encode(), _name(given, 1), encoding="utf-8", method=given.method, lift=given.lift)
    yield Part(replace(first, warnings=(*warnings, *first.warnings)), "1")
    for number, piece in enumerate(pieces, 2):
        yield Part(replace(_following(first, piece, given, number), warnings=warnings), str(number))


def _following(first: Draft, piece: str, given: Given, number: int) -> Draft:
    """All of a volume, which need not be taken apart any more."""
    title = f"{first.title} ({number})" if first.title else ""
    text = f"{title}\n{piece}" if title else piece
    lifted = lift(text, always=given.lift if given.lift is not None or not first.glosses else True)
    return replace(
        first,
        text=lifted.text,
        original=Original(_name(given, number), text.encode(), "text/plain", "utf-8", WHOLE_TEXT),
        title=title,
        marks=(Mark(0, len(title), "title"),) if title else (),
        glosses=lifted.glosses,
        left_out=(),
    )


def _name(given: Given, number: int) -> str:
    return f"{given.name}/{number}"


def _pieces(text: str) -> Iterator[str]:
    """Pieces within the limits; cut where a paragraph ends, or within one that is longer than an article."""
    start = 0
    while start < len(text):
        end = min(start + TEXT_LIMIT - SPARE, len(text))
        if end < len(text):
            end = max(text.rfind("\n", start + 1, end), 0) or end
        if text.count("\n", start, end) >= PARAGRAPH_LIMIT - 1:
            end = next(islice(BREAK.finditer(text, start, end), PARAGRAPH_LIMIT - 2, None)).start()
        if piece := text[start:end].strip("\n"):
            yield piece
        start = end + (text[end : end + 1] == "\n")
