"""Source, time, author and editor: from what a page shows, then from what it declares."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.domain.text import one_line
from reader.services.importing import lines as roles
from reader.services.importing.blocks import Content
from reader.services.importing.dates import date_in

NOT_A_PERSON = re.compile(
    r"网|報|报|社|在线|频道|编辑|综合|科技|新闻|财经|admin|author|http|www|news|\.[a-z]{2,4}$|staff|editor|redaktion|rédaction"
    r"|redacción|\bteam\b|gmbh|e\.\s?v\.|最新|文章|消息$",
    re.IGNORECASE,
)
HOST = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
EDGE = 3  # paragraphs at the ends of the body where a page may keep its fields
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

    @property
    def edges(self) -> list[str]:
        """The short paragraphs at both ends of the body, and what is behind it."""
        ends = [*self.body[:EDGE], *self.body[-EDGE:], *self.behind]
        return [text for text in ends if len(text) < SHORT]

    @property
    def openings(self) -> list[str]:
        """How the first paragraphs with words begin."""
        return [text.strip()[:80] for text in self.body if text.strip("\ufffc \u3000\n")][:EDGE]


def fields_of(everything: Content, body: Content, title: str, metas: Mapping[str, str], cut: Sequence[str]) -> Fields:
    """The fields of a web page. `cut`: the lines at the ends of the body that are no part of it."""
    shown = [*_around_title(everything, body, title), *cut]
    tail = [*cut, *_editor_lines_after(everything, body)]
    return fields_around(Around(shown, tail, [each.text for each in body.paragraphs]), metas)


def fields_around(lines: Around, metas: Mapping[str, str]) -> Fields:
    """What the lines around an article say, and what its page declares."""
    source = _source(lines, metas)
    author = _author(lines, source, metas)
    named = [line for line in (*lines.tail, *lines.shown) if roles.EDITOR_LINE.search(roles.fold(line))]
    editor = _first(named, roles.EDITOR) or _first(lines.edges, roles.EDITOR_FIELD)
    editor = editor or _first([line[-40:] for line in lines.body[-EDGE:]], roles.EDITED)
    address = metas.get("og:url") or metas.get("canonical") or _address(lines.shown)
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
    dated = next((found[0] for line in lines.shown if len(line) < 200 and (found := _date_in(line))), "")
    if not dated:
        said = (line for line in lines.edges if roles.DATED.search(roles.fold(line)))
        dated = next((found[0] for line in said if (found := _date_in(line))), "")
    names = ("ld:datepublished", "ld:datePublished", *DATE_METAS)
    declared = next((found[0] for name in names if (found := _date_in(metas.get(name, "")))), "")
    return declared if declared.startswith(dated) else dated


def _source(lines: Around, metas: Mapping[str, str]) -> str:
    found = _first(lines.shown, roles.SOURCE) or _first(lines.edges, roles.SOURCE)
    for line in () if found else lines.shown:
        if len(line) < 80 and (dated := _date_in(line)):
            found = found or roles.bare_source(line, dated)
    beside = [line.strip() for line in _beside_date(lines.shown)]
    if not found:
        found = next((line for line in beside if roles.MEDIUM.fullmatch(roles.fold(line))), "")
    if not found:
        found = next((match["source"] for line in beside if (match := roles.SIGNED.fullmatch(line))), "")
    declared = (metas[name] for name in (*SOURCE_METAS, "og:site_name") if metas.get(name))
    return found or next(declared, "")


def _author(lines: Around, source: str, metas: Mapping[str, str]) -> str:
    shown = lines.shown
    kinds = (roles.REPORTING, roles.AUTHOR, roles.BYLINE, roles.REPORTER)
    found = next((each for kind in kinds if (each := _first(shown, kind))), "")
    if not found:
        beside = [line.strip() for line in _beside_date(shown)]
        found = next((match["author"] for line in beside if (match := roles.SIGNED.fullmatch(line))), "")
    for line in () if found else shown:
        if len(line) < SHORT and (dated := _date_in(line)):
            found = found or roles.bare_authors(line, dated)
    if found:
        return found
    declared = [metas.get("ld:author", ""), *(metas.get(name, "") for name in AUTHOR_METAS)]
    found = next((each for each in declared if each and _is_person(each, source, metas)), "")
    for kind in () if found else (roles.REPORTED, roles.REPORTING, roles.AGENCY):
        found = found or _first(lines.openings, kind)
    return found or _first(lines.edges[-EDGE:], roles.WRITTEN)


def _is_person(name: str, source: str, metas: Mapping[str, str]) -> bool:
    known = {flat(each) for each in (source, metas.get("og:site_name", "")) if each}
    host = HOST.match(metas.get("og:url") or metas.get("canonical") or "")
    of_site = flat(name) in known or (len(flat(name)) > 4 and host is not None and flat(name) in flat(host[1]))
    return len(name) <= 60 and not NOT_A_PERSON.search(name) and not of_site


def _beside_date(shown: Sequence[str]) -> list[str]:
    """The lines right before and behind the first one with a date."""
    at = next((number for number, line in enumerate(shown) if len(line) < SHORT and _date_in(line)), None)
    return [] if at is None else [*shown[max(0, at - 1) : at], *shown[at + 1 : at + 2]]


def beside_body(everything: Content, body: Content, title: str) -> tuple[list[str], list[str]]:
    """The lines from the title to the body, and those right behind the body's element that name an editor."""
    texts, at, begin = _places(everything, body, title)
    between = [] if at is None else texts[at + 1 : min(begin, at + REACH)]
    return between, _editor_lines_after(everything, body)


def _editor_lines_after(everything: Content, body: Content) -> list[str]:
    texts = [each.text for each in everything.paragraphs]
    last = body.paragraphs[-1].text if body.paragraphs else ""
    if last not in texts:
        return []
    at = len(texts) - texts[::-1].index(last)
    return [each for each in texts[at : at + 6] if len(each) < 80 and roles.EDITOR_LINE.search(roles.fold(each))]


def _around_title(everything: Content, body: Content, title: str) -> list[str]:
    """The lines from the title to the body, and some before."""
    texts, at, begin = _places(everything, body, title)
    if at is None:
        return texts[max(0, begin - 8) : begin]
    return texts[at + 1 : min(begin, at + REACH)] + texts[max(0, at - 3) : at]


def _places(everything: Content, body: Content, title: str) -> tuple[list[str], int | None, int]:
    """The lines of the page, which of them is the title, and which begins the body."""
    texts = [each.text for each in everything.paragraphs]
    plain = flat(title)
    at = next((i for i, text in enumerate(texts) if plain and flat(text) == plain), None)
    first = body.paragraphs[0].text if body.paragraphs else ""
    begin = next((i for i, text in enumerate(texts) if text == first and (at is None or i > at)), len(texts))
    return texts, at, begin


def _first(shown: Sequence[str], pattern: re.Pattern[str]) -> str:
    for raw in shown:
        if len(raw) < 200 and (found := pattern.search(roles.fold(raw))):
            start, end = found.span("value")
            return roles.value(raw[start:end])
    return ""


def _date_in(line: str) -> tuple[str, int, int] | None:
    return date_in(roles.fold(line))
