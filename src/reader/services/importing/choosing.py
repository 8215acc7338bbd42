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
SURE = 0.95  # likeness of two candidates from which the third is not asked
HIDDEN = 0.5  # part of what the others found that must be seen, else the page waits for a script to show it
MUCH = 200  # letters that are more than a notice
CHINESE = 0.3  # Chinese characters to letters
# Pages in other languages than Chinese are what trafilatura is made for, and so it is asked first.
TRUST = {True: {OWN: 0.05}, False: {TRAFILATURA: 0.2}}
ORDER = {True: (READABILITY, TRAFILATURA), False: (TRAFILATURA, READABILITY)}
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
        sample = "".join(self.flat[number] for number in own)
        self.chinese = len(HAN.findall(sample)) > CHINESE * len(sample)

    def waits_for(self, name: str, text: str) -> bool:
        """Whether most of what an extractor found is not to be seen, and the rest is not what our own rules found."""
        seen = sum(self.weights[number] for number in self.choices[name])
        lost = len(text) > MUCH and seen < HIDDEN * len(letters(text))
        return lost and likeness(self.choices[OWN], self.choices[name], self.weights) < HIDDEN

    def agrees(self, name: str) -> float:
        """How much like the other choices, at the most, this one is; 1 if there is no other."""
        others = [other for each, other in self.choices.items() if each != name and other]
        return max((likeness(self.choices[name], other, self.weights) for other in others), default=1.0)


def body_of(tree: LexborHTMLParser, root: LexborNode, pictures: Pictures, method: str, *, alone: bool) -> Body:
    """The body of a page by one of METHODS or, if that is "", by agreement. `alone`: only our own rules are asked."""
    within = densest(root)
    everything = content(root, pictures, within=within)
    page = _Page(everything.paragraphs)
    if method == WHOLE:
        return Body(everything, list(range(len(page.flat))), WHOLE, 1.0, page.chinese)
    asked: Sequence[str] = ORDER[page.chinese] if not method else (method,)
    if alone or method == OWN or len(page.flat) > MANY:
        asked = ()
    texts = _texts(page, asked, tree.html or "")
    if texts and all(page.waits_for(name, text) for name, text in texts.items()):
        everything = content(root, pictures, within=within, unseen=True)
        page = _Page(everything.paragraphs)
        for name, text in texts.items():
            page.choices[name] = chosen(page.flat, text)
    held = {name: choice for name, choice in page.choices.items() if choice}
    best = method if method in held else most_agreed(held or page.choices, page.weights, TRUST[page.chinese])
    return Body(everything, sorted(page.choices[best]), best, page.agrees(best), page.chinese)


def _texts(page: _Page, asked: Sequence[str], markup: str) -> dict[str, str]:
    """What the others found, up to the one that says the same as our own rules."""
    texts: dict[str, str] = {}
    for name in asked:
        texts[name] = OTHERS[name](markup)
        page.choices[name] = chosen(page.flat, texts[name])
        if likeness(page.choices[OWN], page.choices[name], page.weights) >= SURE:
            break
    return texts


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
