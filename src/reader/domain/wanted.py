"""What is looked for: the query language of the search box, the lists and the command line.

    芯片 研发              both words, somewhere
    "exact phrase"        these words one after another, whole ones
    gov  20*              words that begin so; numbers only with a star
    -广告  NOT 广告         not this
    a OR b   ( ... )      either; brackets group
    title:开发  date:2020-03..2020-06  tag:发展  in:collection  has:note  is:unread  是:未读  ...
    source:=新华社          the whole of it, not only a part; so author, editor and the path of a tag
    near(经济 发展, 10)     both, with no more than ten characters or words between

Full-width brackets, colons and quotation marks do as well. Whatever else is typed is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

from reader.domain.errors import ReaderError
from reader.domain.field_names import CHOICES, FIELDS, by_alias
from reader.domain.folding import fold, table

LONGEST = 2_000  # characters of a query
DEEPEST = 20  # brackets within brackets
DISTANCE = 10  # of near() where none is given
TAGS = ("tag", "article-tag")  # the latter is one that an article has as a whole
WHOLE = ("source", "author", "editor", *TAGS)  # which can be asked for as a whole, with = behind the colon
EQUAL = "=＝"
NAMES = by_alias(FIELDS)
CHOSEN = {field: by_alias(names) for field, names in CHOICES.items()}

TOO_LONG = "A search can have {limit} characters at the most. Shorten it."
TOO_DEEP = "There are more than {limit} brackets within each other. Take some away."
NOT_CLOSED = "A bracket at {place} is not closed. Type ) where it ends."
NOT_OPENED = "A bracket at {place} closes what was not opened. Take it away."
NOTHING_BESIDE = "{word} at {place} has nothing to go with. Type a word on both sides of it, or take it away."
NOTHING_BEHIND = "{word} at {place} has nothing behind it. Type what it is to be."
NO_DATE = "{value} is no date. Write a year, a month or a day, such as 2020-03, or two with .. between."
NO_SUCH = "{name}: cannot be {value}. It can be: {choices}."
NOTHING_TO_FIND = "{words} has no letter, digit or character to search for. Type a word."
NO_NEAR = "near at {place} needs two words in brackets and nothing else, such as near(a b, 10)."


class QueryError(ReaderError):
    """A query that cannot be understood; `start` and `end` are the place of what is wrong in it, in code points."""

    def __init__(self, kind: str, sentence: str, start: int, end: int, **facts: str | int) -> None:
        super().__init__(kind, sentence, **facts)
        self.start, self.end = start, end


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after another; `exact`: in quotation marks, so that the last one is whole."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What a field must have in it, or be, or with `whole` be and nothing more.

    For dates, `value` is the first and `last` the last, "" for none.
    """

    name: str
    value: str
    exact: bool = False
    last: str = ""
    whole: bool = False
    place: tuple[int, int] = field(default=(0, 0), compare=False)  # in the query


@dataclass(frozen=True, slots=True)
class Near:
    """All of these words, with not more than `distance` index words between the first and the last."""

    parts: tuple[Words, ...]
    distance: int = DISTANCE


@dataclass(frozen=True, slots=True)
class Every:
    """All of it."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of it at least."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What is not so."""

    part: Wanted


Wanted = Words | Field | Near | Every | Either | Without

OPENING = '"“”„「『'
CLOSING = {'"': '"“”', "“": "”“", "”": "”“", "„": "“”", "「": "」", "『": "』"}
BRACKETS, CLOSED = "(（", ")）"
MINUS = "-－−"
NEAR = re.compile(r"near[(（]", re.IGNORECASE)
FIELD = re.compile(rf"({'|'.join(sorted(NAMES, key=len, reverse=True))})[:：]", re.IGNORECASE)
JOINING = {"AND", "OR", "NOT"}
RANGE = re.compile(r"\.{2,}|～|~")
DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a query: "(", ")", "-", "AND", "OR", or what is wanted."""

    kind: str
    start: int
    end: int
    wanted: Wanted | None = None


def parse(query: str) -> Wanted | None:
    """What a query means; None where nothing is typed. Raises QueryError."""
    if len(query) > LONGEST:
        raise QueryError("too-long", TOO_LONG, LONGEST, len(query), limit=LONGEST)
    tokens = list(_tokens(query))
    kept = [token for token in tokens if not isinstance(token.wanted, Words) or is_searchable(token.wanted.text)]
    if tokens and not kept:
        raise QueryError("nothing-to-find", NOTHING_TO_FIND, tokens[0].start, tokens[-1].end, words=query.strip())
    return _Parser(kept).whole() if kept else None


def is_searchable(text: str) -> bool:
    """Whether there is more than punctuation in it."""
    return table().run.search(fold(text)) is not None


def every(parts: Iterable[Wanted | None]) -> Wanted | None:
    """All of these, leaving out what is None; None if nothing is left."""
    found = tuple(part for part in parts if part is not None)
    return None if not found else found[0] if len(found) == 1 else Every(found)


def fields(wanted: Wanted | None) -> Iterator[Field]:
    """All fields that are asked for, or must not be so, in the order of their places."""
    if isinstance(wanted, Field):
        yield wanted
    elif isinstance(wanted, Without):
        yield from fields(wanted.part)
    elif isinstance(wanted, Every | Either):
        for part in wanted.parts:
            yield from fields(part)


def collections_in(wanted: Wanted | None) -> Iterator[Field]:
    """The collections that every article found is in, as they are named."""
    if isinstance(wanted, Field) and wanted.name == "in":
        yield wanted
    elif isinstance(wanted, Every):
        for part in wanted.parts:
            yield from collections_in(part)


def has_words(wanted: Wanted | None) -> bool:
    """Whether there is something to be marked in articles that are found."""
    return next(shown_words(wanted), None) is not None


def shown_words(wanted: Wanted | None) -> Iterator[Words | Near | Field]:
    """What is to be marked in an article that was found: words, near(...) and title:..., but not what it must lack."""
    if isinstance(wanted, Words | Near) or (isinstance(wanted, Field) and wanted.name == "title"):
        yield wanted
    elif isinstance(wanted, Every | Either):
        for part in wanted.parts:
            yield from shown_words(part)


class _Parser:
    """Recursive descent: either <- every ("OR" every)*, every <- one+, one <- "-" one | "(" either ")" | wanted."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Wanted:
        """All of the query."""
        first = self._tokens[0]
        found = _closes_nothing(first) if first.kind == ")" else self._either(first)
        if (token := self._next) is not None:  # only a bracket ends a query before its end
            _closes_nothing(token)
        return found

    @property
    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self, before: _Token) -> Wanted:
        parts = [self._every(before)]
        while (token := self._next) is not None and token.kind == "OR":
            self._at += 1
            parts.append(self._every(token))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _every(self, before: _Token) -> Wanted:
        parts: list[Wanted] = []
        while (token := self._next) is not None and token.kind not in (")", "OR"):
            self._at += 1
            if token.kind != "AND":
                parts.append(self._one(token))
            elif not parts or (after := self._next) is None or after.kind in (")", "OR", "AND"):
                raise _nothing_beside(token)
        if not parts:
            raise _nothing_beside(before)
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self, token: _Token) -> Wanted:
        if token.wanted is not None:
            return token.wanted
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("too-deep", TOO_DEEP, token.start, token.end, limit=DEEPEST)
        found = self._without(token) if token.kind == "-" else self._group(token)
        self._depth -= 1
        return found

    def _without(self, token: _Token) -> Wanted:
        after, place = self._next, token.start + 1
        if after is None or after.kind in (")", "AND", "OR"):
            word = "NOT" if token.end > token.start + 1 else "-"
            raise QueryError("nothing-behind", NOTHING_BEHIND, token.start, token.end, word=word, place=place)
        self._at += 1
        return Without(self._one(after))

    def _group(self, token: _Token) -> Wanted:
        found = self._either(token)
        if self._next is None:
            raise QueryError("not-closed", NOT_CLOSED, token.start, token.end, place=token.start + 1)
        self._at += 1
        return found


def _closes_nothing(token: _Token) -> NoReturn:
    raise QueryError("not-opened", NOT_OPENED, token.start, token.end, place=token.start + 1)


def _nothing_beside(token: _Token) -> QueryError:
    word, place = token.kind, token.start + 1
    return QueryError("nothing-beside", NOTHING_BESIDE, token.start, token.end, word=word, place=place)


def _tokens(query: str) -> Iterator[_Token]:
    at = depth = 0
    while at < len(query):
        if query[at].isspace():
            at += 1
            continue
        token = _token(query, at, depth)
        depth += (token.kind == "(") - (token.kind == ")")
        yield token
        at = token.end


def _token(query: str, at: int, depth: int) -> _Token:
    char = query[at]
    if char in BRACKETS:
        return _Token("(", at, at + 1)
    if char in CLOSED:
        return _Token(")", at, at + 1)
    if char in MINUS and at + 1 < len(query) and not query[at + 1].isspace():
        return _Token("-", at, at + 1)
    if found := NEAR.match(query, at):
        return _near(query, at, found.end())
    if found := FIELD.match(query, at):
        return _field(query, at, found.end(), NAMES[found[1].lower()], depth)
    text, end, exact = _value(query, at, depth)
    if text in JOINING and not exact:
        return _Token({"NOT": "-"}.get(text, text), at, end)
    return _Token("", at, end, Words(text, exact))


def _value(query: str, at: int, depth: int) -> tuple[str, int, bool]:
    """A word or what is in quotation marks, where it ends, and whether it is the latter."""
    if query[at] in OPENING:
        end = next((n for n in range(at + 1, len(query)) if query[n] in CLOSING[query[at]]), len(query))
        return query[at + 1 : end], min(end + 1, len(query)), True  # one that is still open ends where the query does
    end, inside = at, 0
    while end < len(query) and not query[end].isspace() and not (end > at and query[end] in OPENING):
        inside += query[end] in BRACKETS  # in the middle of a word it belongs to that: 市長(zhǎng)
        if query[end] in CLOSED:
            if not inside and depth:
                break
            inside -= inside > 0
        end += 1
    return query[at:end], end, False


def _near(query: str, at: int, inside: int) -> _Token:
    words: list[Words] = []
    end, distance = inside, DISTANCE
    while end < len(query) and query[end] not in CLOSED:
        if query[end].isspace() or query[end] in ",，、":
            end += 1
            continue
        text, end, exact = _value(query, end, 1)
        head, comma, tail = (text, "", "") if exact else _parted(text)
        if comma and head:
            words.append(Words(head))
            end -= len(tail) + 1
        elif text.isdecimal() and words and query[:end].rstrip(text).rstrip()[-1:] in ",，":
            distance = min(int(text[:4]), 1000)
        else:
            if not exact and (text in JOINING or text[0] in MINUS or FIELD.match(text)):
                raise QueryError("no-near", NO_NEAR, at, end, place=at + 1)
            words.append(Words(text, exact))
    words = [each for each in words if is_searchable(each.text)]
    if len(words) < 2:
        raise QueryError("no-near", NO_NEAR, at, end, place=at + 1)
    return _Token("", at, min(end + 1, len(query)), Near(tuple(words), distance))


def _parted(text: str) -> tuple[str, str, str]:
    found = re.search("[,，、]", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _field(query: str, at: int, inside: int, name: str, depth: int) -> _Token:
    whole = name in WHOLE and query[inside : inside + 1] in tuple(EQUAL)
    inside += whole
    if inside >= len(query) or query[inside].isspace() or query[inside] in CLOSED:
        word = query[at:inside]
        raise QueryError("nothing-behind", NOTHING_BEHIND, at, inside, word=word, place=at + 1)
    value, end, exact = _value(query, inside, depth)
    last = ""
    if not value.strip():
        raise QueryError("nothing-behind", NOTHING_BEHIND, at, end, word=query[at:inside], place=at + 1)
    if name == "title" and not is_searchable(value):
        raise QueryError("nothing-to-find", NOTHING_TO_FIND, inside, end, words=value)
    if name in ("date", "imported"):
        value, last = _dates(value, inside, end)
    elif name in CHOSEN:
        if value.lower() not in CHOSEN[name]:
            listed = ", ".join(CHOICES[name])
            raise QueryError("no-such", NO_SUCH, inside, end, name=name, value=value, choices=listed)
        value = CHOSEN[name][value.lower()]
    return _Token("", at, end, Field(name, value, exact, last, whole, (at, end)))


def _dates(value: str, start: int, end: int) -> tuple[str, str]:
    """The first and the last date of a range, "" for an open end; of one date, that one twice."""
    first, dots, last = RANGE.sub("..", unicodedata.normalize("NFKC", value), count=1).partition("..")
    found = [_date(each, value, start, end) if each else "" for each in (first, last if dots else first)]
    if not any(found) or (all(found) and found[0] > found[1] + "~"):  # the last one may be the beginning of the first
        raise QueryError("no-date", NO_DATE, start, end, value=value)
    return found[0], found[1]


def _date(written: str, value: str, start: int, end: int) -> str:
    found = DATE.fullmatch(written)
    numbers = [int(each) for each in found.groups() if each] if found else []
    try:
        date(*(numbers + [1, 1])[:3])
    except (ValueError, TypeError):
        raise QueryError("no-date", NO_DATE, start, end, value=value) from None
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
