"""Which paragraphs of a page are its body: three extractors are asked, and what they agree on most is taken.

Each fails on some pages, mostly on others than the rest: lists of links, comments, galleries, posts without
punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.services.importing import candidates
from reader.services.importing.agreement import chosen, letters, likeness, most_agreed
from reader.services.importing.blocks import Content, Paragraph, content
from reader.services.importing.density import densest
from reader.services.importing.images import Pictures

OWN, READABILITY, TRAFILATURA, WHOLE = METHODS = ("own rules", "readability", "trafilatura", "whole page")
OTHERS: Mapping[str, Callable[[str], str]] = {
    READABILITY: candidates.readability,
    TRAFILATURA: candidates.trafilatura,
}
MANY = 20_000  # paragraphs of a page that only our own rules are asked about
SAMPLE = 200  # paragraphs that say what a page taken as a whole is written in
SURE = 0.95  # likeness of two candidates from which the third is not asked
MUCH = 200  # letters of a body that nothing more is looked for behind
LITTLE, MORE = 60, 3  # letters of a body at the least that waits for a script, and times those of what is shown
CHINESE = 0.3  # Chinese characters to letters
# Pages in other languages than Chinese are what trafilatura is made for, and so it is asked first.
TRUST = {True: {OWN: 0.05}, False: {TRAFILATURA: 0.2}}
ORDER = {True: (READABILITY, TRAFILATURA), False: (TRAFILATURA, READABILITY)}
READING = re.compile("<(/?)(rt|rp)\\b[^<>]*>")  # which is not in our paragraphs
HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of a page, the numbers of those that are its body, and which of METHODS said so.

    `agreed`: how much the others said the same, 0 to 1. `chinese`: what the page is written in.
    """

    everything: Content
    numbers: list[int]
    method: str
    agreed: float
    chinese: bool


@dataclass(slots=True)
class _Page:
    """The paragraphs of a page as letters, and which of them each extractor chose."""

    paragraphs: Sequence[Paragraph]
    flat: list[str] = field(init=False)
    weights: list[int] = field(init=False)
    choices: dict[str, frozenset[int]] = field(init=False)
    chinese: bool = field(init=False)

    def __post_init__(self) -> None:
        self.flat = [letters(each.text) for each in self.paragraphs]
        self.weights = [len(each) for each in self.flat]
        own = [number for number, each in enumerate(self.paragraphs) if each.within and self.flat[number]]
        self.choices = {OWN: frozenset(own)}
        sample = "".join(self.flat[number] for number in own) or "".join(self.flat)
        self.chinese = _is_chinese(sample)

    @property
    def own(self) -> int:
        """The letters of the body by our own rules."""
        return sum(self.weights[number] for number in self.choices[OWN])

    def agrees(self, name: str) -> float:
        """How much like the other choices, at the most, this one is; 1 if there is no other."""
        others = [other for each, other in self.choices.items() if each != name and other]
        return max((likeness(self.choices[name], other, self.weights) for other in others), default=1.0)


def _is_chinese(sample: str) -> bool:
    return len(HAN.findall(sample)) > CHINESE * len(sample)


def body_of(tree: LexborHTMLParser, root: LexborNode, pictures: Pictures, method: str, *, alone: bool) -> Body:
    """The body of a page by one of METHODS, else by agreement. `alone`: only our own rules are asked."""
    method = method if method in METHODS else ""
    if method == WHOLE:
        everything = content(root, pictures)
        numbers = list(range(len(everything.paragraphs)))
        sample = "".join(letters(each.text) for each in everything.paragraphs[:SAMPLE])
        return Body(everything, numbers, WHOLE, 1.0, _is_chinese(sample))
    everything = content(root, pictures, within=densest(root))
    page = _Page(everything.paragraphs)
    if page.own < MUCH and len(page.flat) <= MANY:
        everything, page = _unhidden(root, pictures, everything, page)
    asked: Sequence[str] = ORDER[page.chinese] if not method else (method,)
    if alone or method == OWN or len(page.flat) > MANY:
        asked = ()
    markup = _without_readings(tree.html or "")
    for name in asked:
        page.choices[name] = chosen(page.flat, OTHERS[name](markup))
        if likeness(page.choices[OWN], page.choices[name], page.weights) >= SURE:
            break  # the third would change nothing
    held = {name: choice for name, choice in page.choices.items() if choice}
    best = method if method in held else most_agreed(held or page.choices, page.weights, TRUST[page.chinese])
    return Body(everything, sorted(page.choices[best]), best, page.agrees(best), page.chinese)


def _without_readings(markup: str) -> str:
    """A page without what stands above its characters, in one walk: scripts may hold as many of these tags as fit."""
    kept, end = list[str](), 0
    opened: re.Match[str] | None = None
    for tag in READING.finditer(markup):
        if opened is None and not tag[1]:
            opened = tag
        elif opened is not None and tag[1] and tag[2] == opened[2]:
            kept.append(markup[end : opened.start()])
            end, opened = tag.end(), None
    return "".join([*kept, markup[end:]])


def _unhidden(root: LexborNode, pictures: Pictures, seen: Content, page: _Page) -> tuple[Content, _Page]:
    """A page that shows hardly anything, with what a script would show on it, if that is much more."""
    everything = content(root, pictures, within=densest(root, unseen=True), unseen=True)
    waiting = _Page(everything.paragraphs)
    return (everything, waiting) if waiting.own > max(LITTLE, MORE * page.own) else (seen, page)


def with_pictures(paragraphs: Sequence[Paragraph], body: Sequence[int]) -> list[int]:
    """The paragraphs of a body, and the pictures between them, right before the first, or behind one within our own."""
    numbers: list[int] = []
    waiting: list[int] = []  # pictures behind the last paragraph with words
    chosen_ones, beside = frozenset(body), True
    for number, each in enumerate([*paragraphs, Paragraph(".")]):
        if each.is_picture:
            waiting.append(number)
            continue
        if number in chosen_ones:
            numbers += [*(waiting if beside else ()), number]
        elif beside and numbers:
            numbers += [picture for picture in waiting if paragraphs[picture].within]
        beside, waiting = number in chosen_ones or not numbers, []
    return numbers
