"""The lines of a page that stand at the ends of its body and are none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.services.importing import lines as roles
from reader.services.importing.blocks import Paragraph
from reader.services.importing.dates import date_in
from reader.services.importing.density import LINKED

HEAD = 12  # paragraphs of a body among which lines of the page may be
LONG = 40  # characters of a sentence that begins the article
SHORT = 60  # characters of a line that gives fields
BEHIND = 6  # paragraphs behind the body that tell whether its last lines are the foot of the site
ENOUGH = 200  # characters of an article that others may follow
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
    kept = _up_to_end(paragraphs, numbers, folded, _head(folded, roles.fold(title).replace(" ", "")))
    if kept:
        last = numbers[kept[-1]] + 1
        behind = [roles.fold(each.text).strip() for each in paragraphs[last : last + BEHIND]]
        kept = kept[: roles.without_foot([*(folded[index] for index in kept), *behind])]
    while kept and _is_tail(paragraphs[numbers[kept[-1]]], folded[kept[-1]], strict):
        kept.pop()
    body = {numbers[index] for index in kept}
    return sorted(body), [number for number in numbers if number not in body]


def _up_to_end(paragraphs: Sequence[Paragraph], numbers: Sequence[int], folded: Sequence[str], at: int) -> list[int]:
    """The places in the body up to a line that ends articles, or a heading of others between its paragraphs."""
    total = sum(len(paragraphs[number].text) for number in numbers) or 1
    passed, kept = 0, list[int]()
    while at < len(numbers):
        if passed > TAIL * total and roles.is_end(folded[at]):
            behind = _behind_line(paragraphs, numbers, folded, at)
            if behind is None:
                break
            at = behind
        between = paragraphs[numbers[at - 1] + 1 : numbers[at] + 1] if kept else ()
        if passed > ENOUGH and any(_is_other(each) for each in between) and _are_single(numbers[at + 1 :]):
            break
        passed += len(paragraphs[numbers[at]].text)
        kept.append(at)
        at += 1
    return kept


def _behind_line(paragraphs: Sequence[Paragraph], numbers: Sequence[int], folded: Sequence[str], at: int) -> int | None:
    """Where an article goes on at a line that looks like its end: a subheading, an advertisement, a box of links."""
    following = [roles.is_prose(folded[index]) for index in range(at + 1, min(at + 3, len(numbers)))]
    if roles.may_go_on(folded[at], following):
        return at + 1 if roles.is_control(folded[at]) else at
    return _behind_box(paragraphs, numbers, folded, at)


def _behind_box(paragraphs: Sequence[Paragraph], numbers: Sequence[int], folded: Sequence[str], at: int) -> int | None:
    """Where an article goes on behind a box of links to others: with two paragraphs, one right behind the other."""
    if not roles.OTHERS.search(folded[at]):
        return None
    says = [
        roles.is_prose(folded[index]) and paragraphs[numbers[index]].linked <= LINKED * len(folded[index])
        for index in range(at, len(numbers))
    ]
    for index, (one, other) in enumerate(pairwise(says), start=at):
        if one and other and numbers[index + 1] == numbers[index] + 1:
            return index
    return None


def _are_single(numbers: Sequence[int]) -> bool:
    """Whether paragraphs stand apart, as the beginnings of other articles do, and not behind each other."""
    return len(numbers) > 1 and all(other - one > 1 for one, other in pairwise(numbers))


def _is_other(paragraph: Paragraph) -> bool:
    """Whether what follows a heading are other articles."""
    line = roles.fold(paragraph.text).strip()
    return any(kind == "heading" for kind, _ in paragraph.whole) and roles.OTHERS.search(line) is not None


def _head(folded: Sequence[str], title: str) -> int:
    """How many lines stand before the body: the title, its fields, buttons."""
    first = 0
    for index, line in enumerate(folded[:HEAD]):
        same = line.replace(" ", "") == title
        if not same and (roles.is_sentence(line) or (roles.is_prose(line) and len(line) > LONG)):
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
        or roles.LABELLED.match(line) is not None
    )


def _is_tail(paragraph: Paragraph, line: str, strict: bool) -> bool:
    linked = paragraph.linked > (ALL if strict else LINKED) * max(1, len(paragraph.text))
    if linked and not roles.is_prose(line) and not (strict and ADDRESS.search(line)):
        return True
    return (
        roles.is_control(line)
        or roles.LABELLED.match(line) is not None
        or (roles.END.search(line) is not None and len(line) < SHORT)
    )
