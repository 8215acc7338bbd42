"""What could be typed on where the caret stands in a query: the name of a field, or one of its values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.field_names import CHOICES, FIELDS, Chinese, Names, by_alias, name_in
from reader.domain.folding import fold
from reader.domain.tag_finding import listener
from reader.domain.wanted import (
    BRACKETS,
    CLOSED,
    CLOSING,
    EQUAL,
    NAMES,
    OPENING,
    WHOLE,
    Either,
    Every,
    QueryError,
    Wanted,
    every,
    parse,
)

MOST = 12  # that are offered at once
BEFORE = r"(?:^|(?<=[\s(（\-－−]))"
_NAMES = "|".join(sorted(NAMES, key=len, reverse=True))
# A value that is being typed: in quotation marks it goes on until they are closed.
VALUE = re.compile(rf'{BEFORE}({_NAMES})[:：][{EQUAL}]?([{OPENING}][^"”“」』]*|[^\s{OPENING}]*)$', re.IGNORECASE)
WORD = re.compile(rf"{BEFORE}(?:[^\s\W]+-)?[^\s\W]*$")
QUOTED = re.compile(rf"[\s{OPENING}”」』{re.escape(BRACKETS + CLOSED)}]")
# What may close a query: its last quotation mark and the bracket of near(...) may be left out at its end.
ENDS = tuple(mark + bracket for bracket in ("", ")") for mark in ("", *'"”“」』'))


@dataclass(frozen=True, slots=True)
class Place:
    """What is being typed: of which field it is a value, "" for the name of one, and where it stands."""

    field: str
    typed: str
    start: int
    end: int


def place_of(query: str, caret: int) -> Place | None:
    """What is being typed before the caret; None if nothing could be offered there."""
    before = query[:caret]
    if found := VALUE.search(before):
        return Place(NAMES[found[1].lower()], found[2].lstrip(OPENING), found.start(2), caret)
    if found := WORD.search(before):
        return Place("", found[0], found.start(), caret)
    return None


def field_names(typed: str, chinese: Chinese | None = None) -> list[tuple[str, str]]:
    """The names of fields that begin so, each with the English one; all of those where nothing is typed.

    Who reads Chinese gets the Chinese names in that script, also for a part of the English one or for their pinyin.
    """
    return _begun(FIELDS, typed, chinese)


def field_choices(field: str, typed: str, chinese: Chinese | None = None) -> list[str]:
    """What a field can be of which there is only a choice, as far as it begins so; in the same way."""
    return [own for own, _ in _begun(CHOICES[field], typed, chinese)]


def _begun(names: Names, typed: str, chinese: Chinese | None) -> list[tuple[str, str]]:
    begun = typed.lower()
    if chinese is not None and begun.isascii():
        heard = listener(begun)
        return [
            (own, name)
            for name, own in ((name, name_in(names, name, chinese)) for name in names)
            if name.startswith(begun) or heard(own)
        ]
    if not typed:
        return [(name, name) for name in names]
    fitting = [(alias, name) for alias, name in by_alias(names).items() if alias.startswith(begun) and len(alias) > 1]
    first: dict[str, str] = {}
    for alias, name in fitting:  # of two Chinese names the one in the script that is typed, or that of the window
        if name not in first or chinese == "traditional":
            first[name] = alias
    return [(alias, name) for name, alias in first.items()]


def fitting(typed: str, values: Iterable[str]) -> list[str]:
    """Those values that have what is typed in them, in any form of its characters; first those that begin so."""
    wanted = fold(typed).strip()
    folded = [(value, fold(value)) for value in values]
    begun = [value for value, form in folded if form.startswith(wanted)]
    within = [value for value, form in folded if wanted in form and not form.startswith(wanted)]
    return (begun + within)[:MOST]


def completed(query: str, place: Place, value: str) -> tuple[str, int]:
    """The query with a name or a value in its place, and where the caret is then."""
    if not place.field:
        put = f"{value}:"
    else:
        put = quoted(value)
        put += "" if place.field in ("date", "imported") else " "  # a second date may follow
    rest = query[place.end :]
    return query[: place.start] + put + (rest.lstrip() if put.endswith(" ") else rest), place.start + len(put)


def quoted(value: str) -> str:
    """A value as it is typed: where it would end too early, in quotation marks of a kind that it has not in it.

    If it has all of them, without those in it.
    """
    if not QUOTED.search(value):
        return value
    for opening in '"「『':
        if not any(mark in value for mark in CLOSING[opening]):
            return f"{opening}{value}{CLOSING[opening][0]}"
    return '"' + "".join(char for char in value if char not in CLOSING['"']) + '"'


def narrowed(query: str, field: str, value: str) -> str:
    """A query that also wants this value of a field, the whole of it where that can be; the same if it does already."""
    condition, query = f"{field}:{'=' if field in WHOLE else ''}{quoted(value)}", query.strip()
    try:
        wanted = parse(query)
    except QueryError:  # what cannot be understood is not listed either
        wanted, query = None, ""
    parts = wanted.parts if isinstance(wanted, Every) else (wanted,)
    if parse(condition) in parts:
        return query
    for end in ENDS:
        closed = f"({query}{end})" if isinstance(wanted, Either) else query + end
        made = f"{closed} {condition}".strip()
        if _means(made, every((*parts, parse(condition)))):
            break
    return made


def _means(query: str, wanted: Wanted | None) -> bool:
    try:
        return parse(query) == wanted
    except QueryError:
        return False
