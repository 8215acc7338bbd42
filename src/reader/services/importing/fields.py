"""Source, time, author and editor: from what a page shows, then from what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.domain.text import one_line
from reader.services.importing import lines as roles
from reader.services.importing.dates import date_in

NOT_A_PERSON = re.compile(
    r"网|報|报|社|在线|频道|编辑|综合|科技|新闻|财经|admin|author|http|www|news|\.[a-z]{2,4}$|staff|editor|redaktion|rédaction"
    r"|redacción|\bteam\b|gmbh|e\.\s?v\.|最新|文章|消息$|发布$|發布$|总台|總台|电视台|電視台",
    re.IGNORECASE,
)
HOST = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
EDGE = 3  # paragraphs at the ends of the body where a page may keep its fields
BEHIND = 14  # lines behind the body that may hold them, under buttons
SHORT = 60  # characters of such a paragraph
REACH = 12  # lines behind the title among which its fields are
DATE_METAS = (
    *("article:published_time", "og:published_time", "og:time", "publishdate", "pubdate", "publish_date"),
    *("datepublished", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date"),
    *("weibo:article:create_at", "og:release_date", "dcterms.created"),
)
SOURCE_METAS = ("contentsource", "source", "mediaid", "og:article:source")
AUTHOR_METAS = (
    *("author", "article:author", "dc.creator", "parsely-author", "og:article:author", "byl", "sailthru.author"),
)


class Fields(NamedTuple):
    """What is known of an article beside its text; empty where nothing is."""

    source: str
    author: str
    editor: str
    published: str
    url: str


NO_FIELDS = Fields("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Around:
    """The lines of a page that may hold fields, as they came."""

    shown: Sequence[str]  # between title and body, and some above the title
    tail: Sequence[str]  # behind the body
    body: Sequence[str]  # the paragraphs of the body
    behind: Sequence[str] = ()  # further lines behind the body
    seen: Sequence[str] = ()  # all of the page

    @property
    def edges(self) -> list[str]:
        """The short paragraphs at both ends of the body, and what is behind it."""
        ends = [*self.body[:EDGE], *self.body[-EDGE:], *self.behind]
        return [text for text in ends if len(text) < SHORT]

    @property
    def openings(self) -> list[str]:
        """How the first paragraphs with words begin."""
        return [text.strip()[:80] for text in self.body if text.strip("\ufffc \u3000\n")][:EDGE]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands on a page: its lines, which of them are the title and the body, and which were cut off
    the ends of that.
    """

    texts: Sequence[str]
    at: int | None
    body: Sequence[int]
    cut: Sequence[int]

    def around(self) -> Around:
        """The lines that may hold fields."""
        cut = [self.texts[number] for number in self.cut]
        body = [self.texts[number] for number in self.body]
        last = self.body[-1] + 1 if self.body else len(self.texts)
        behind = self.texts[last : last + BEHIND]
        return Around([*self._around_title(), *cut], [*cut, *self._editors_behind()], body, behind, self.texts)

    def _around_title(self) -> list[str]:
        """The lines from the title to the body, and some before."""
        at, begin = self.at, self.body[0] if self.body else len(self.texts)
        if at is None or at > begin:
            return [*self.texts[max(0, begin - 8) : begin]]
        return [*self.texts[at + 1 : min(begin, at + REACH)], *self.texts[max(0, at - 3) : at]]

    def _editors_behind(self) -> list[str]:
        """The lines right behind the body that name an editor."""
        behind = self.texts[self.body[-1] + 1 : self.body[-1] + 7] if self.body else ()
        return [each for each in behind if len(each) < 80 and roles.EDITOR_LINE.search(roles.fold(each))]


def fields_around(lines: Around, metas: Mapping[str, str]) -> Fields:
    """What the lines around an article say, and what its page declares."""
    source = _source(lines, metas)
    authors = [*_authors(lines, source, metas)]
    author = next((each for each in authors if not roles.ORGANISATION.fullmatch(roles.fold(each))), "")
    if not source:
        organisations = [each for each in authors if each != author and roles.ORGANISATION.fullmatch(roles.fold(each))]
        source = next(iter(organisations), metas.get("ld:organisation", ""))
    named = [line for line in (*lines.tail, *lines.shown) if roles.EDITOR_LINE.search(roles.fold(line))]
    editor = first_of(named, roles.EDITOR) or first_of(lines.edges, roles.EDITOR_FIELD)
    editor = editor or first_of([line[-40:] for line in lines.body[-EDGE:]], roles.EDITED)
    address = metas.get("address") or _address(lines.shown)
    published = _published(lines, metas)
    url = address if address[:4] == "http" else ""
    return Fields(one_line(source), one_line(author), one_line(editor), published, url)


def _address(shown: Sequence[str]) -> str:
    return next((found[0] for line in shown if (found := roles.ADDRESS.search(line))), "")


def flat(text: str) -> str:
    """The letters of a text, folded, to compare titles by."""
    return re.sub(r"\W", "", roles.fold(text)).lower()


def _published(lines: Around, metas: Mapping[str, str]) -> str:
    """The time that the page shows; what it declares only adds seconds or hours to the same one."""
    dated, declared = shown_date(lines), declared_date(metas)
    return declared if declared.startswith(dated) else dated


def shown_date(lines: Around) -> str:
    """The time under the title, else one at an end of the body that says what it is."""
    dated = next((found[0] for line in lines.shown if len(line) < 200 and (found := _date_in(line))), "")
    if dated:
        return dated
    said = (line for line in lines.edges if roles.DATED.search(roles.fold(line)))
    return next((found[0] for line in said if (found := _date_in(line))), "")


def declared_date(metas: Mapping[str, str], names: Sequence[str] = ("ld:datepublished", *DATE_METAS)) -> str:
    """The time that a page says it was published at, under one of these names."""
    return next((found[0] for name in names if (found := _date_in(metas.get(name, "")))), "")


def _source(lines: Around, metas: Mapping[str, str]) -> str:
    found = first_of(lines.shown, roles.SOURCE) or first_of(lines.edges, roles.SOURCE)
    for line in () if found else lines.shown:
        if len(line) < 80 and (dated := _date_in(line)):
            found = found or (metas.get("account", "") or roles.bare_source(line, dated))
    beside = [line.strip() for line in _beside_date(lines.shown)]
    if not found:
        found = next((line for line in beside if roles.MEDIUM.fullmatch(roles.fold(line))), "")
    if not found:
        found = next((match["source"] for line in beside if (match := roles.SIGNED.fullmatch(line))), "")
    declared = (metas.get(name, "") for name in (*SOURCE_METAS, "account", "og:site_name"))
    return found or next((each for each in declared if each and not roles.NOBODY.fullmatch(roles.fold(each))), "")


def _authors(lines: Around, source: str, metas: Mapping[str, str]) -> Iterator[str]:
    """Who may have written it, the likeliest first; among them are publishers and offices."""
    shown = lines.shown
    kinds = (roles.REPORTING, roles.AUTHOR, roles.BYLINE, roles.REPORTER)
    yield from filter(None, (first_of(shown, kind) for kind in kinds))
    beside = [line.strip() for line in _beside_date(shown)]
    yield from (match["author"] for line in beside if (match := roles.SIGNED.fullmatch(line)))
    for line in shown:
        if len(line) < SHORT and (dated := _date_in(line)) and (found := roles.bare_authors(line, dated)):
            yield found
    for name in ("ld:author", *AUTHOR_METAS):
        each = metas.get(name, "")
        if each and (is_person(each, source, metas) or roles.ORGANISATION.fullmatch(roles.fold(each))):
            yield each
    openings = (roles.REPORTED, roles.REPORTING, roles.AGENCY)
    yield from filter(None, (first_of(lines.openings, kind) for kind in openings))
    yield from filter(None, [first_of(lines.edges[-EDGE:], roles.WRITTEN)])


def is_person(name: str, source: str, metas: Mapping[str, str]) -> bool:
    """Whether that is somebody, and not the site or its staff."""
    known = {flat(each) for each in (source, metas.get("og:site_name", "")) if each}
    host = HOST.match(metas.get("address", ""))
    of_site = flat(name) in known or (len(flat(name)) > 4 and host is not None and flat(name) in flat(host[1]))
    nobody = NOT_A_PERSON.search(name) or roles.NOBODY.fullmatch(roles.fold(name))
    return len(name) <= 60 and not nobody and not of_site


def _beside_date(shown: Sequence[str]) -> list[str]:
    """The lines right before and behind the first one with a date."""
    at = next((number for number, line in enumerate(shown) if len(line) < SHORT and _date_in(line)), None)
    return [] if at is None else [*shown[max(0, at - 1) : at], *shown[at + 1 : at + 2]]


def first_of(shown: Sequence[str], pattern: re.Pattern[str]) -> str:
    """The value in the first line that matches."""
    for raw in shown:
        if len(raw) < 200 and (found := pattern.search(roles.fold(raw))):
            start, end = found.span("value")
            if said := roles.value(raw[start:end]):
                return said
    return ""


def _date_in(line: str) -> tuple[str, int, int] | None:
    return date_in(roles.fold(line))
