"""The lines of a page that stand at the ends of its body and are none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.services.importing import lines as roles
from reader.services.importing.blocks import Paragraph
from reader.services.importing.dates import date_in
from reader.services.importing.density import LINKED

HEAD = 12  # paragraphs of a body among which lines of the page may be
LONG = 40  # characters of a sentence that begins the article
SHORT = 60  # characters of a line that gives fields
ALL = 0.9  # part of a paragraph within links that is all of it
ADDRESS = re.compile(r"://|\bwww\.")
TAIL = 0.35  # part of the body after which an end marker ends it


def trimmed(
    paragraphs: Sequence[Paragraph], numbers: Sequence[int], title: str, *, strict: bool
) -> tuple[list[int], list[int]]:
    """The paragraphs of the body without the lines of the page at its head and tail, and those.

    `strict`: at the tail only those that are nothing but links.
    """
    folded = [roles.fold(paragraphs[number].text).strip() for number in numbers]
    first = _head(folded, roles.fold(title).replace(" ", ""))
    total = sum(len(paragraphs[number].text) for number in numbers) or 1
    passed, last = 0, len(numbers)
    for index in range(first, len(numbers)):
        if passed > TAIL * total and roles.is_end(folded[index]):
            last = index
            break
        passed += len(paragraphs[numbers[index]].text)
    while last > first and _is_tail(paragraphs[numbers[last - 1]], folded[last - 1], strict):
        last -= 1
    return list(numbers[first:last]), [*numbers[:first], *numbers[last:]]


def _head(folded: Sequence[str], title: str) -> int:
    """How many lines stand before the body: the title, its fields, buttons."""
    first = 0
    for index, line in enumerate(folded[:HEAD]):
        same = line.replace(" ", "") == title
        if roles.is_prose(line) and len(line) > LONG and not same:
            break
        if same or _is_furniture(line):
            first = index + 1
    return first


def _is_furniture(line: str) -> bool:
    return (
        roles.is_control(line)
        or (len(line) < SHORT and date_in(line) is not None and roles.RESOLVED.search(line) is None)
        or (roles.SOURCE.match(line) is not None and len(line) < SHORT)
        or roles.BYLINE.match(line) is not None
    )


def _is_tail(paragraph: Paragraph, line: str, strict: bool) -> bool:
    linked = paragraph.linked > (ALL if strict else LINKED) * max(1, len(paragraph.text))
    if linked and not roles.is_prose(line) and not (strict and ADDRESS.search(line)):
        return True
    return roles.is_control(line) or (roles.END.search(line) is not None and len(line) < SHORT)
