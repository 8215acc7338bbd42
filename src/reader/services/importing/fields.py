"""Source, time, author and editor of a web page: from what it shows, then from what it declares."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.domain.text import clean
from reader.services.importing import lines as roles
from reader.services.importing.blocks import Content

NOT_A_PERSON = re.compile(
    r"网|報|报|社|在线|频道|编辑|综合|科技|新闻|财经|admin|author|http|www|news|\.com|\.net|staff|editor|最新|文章|消息$",
    re.IGNORECASE,
)
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


def fields_of(
    everything: Content, body: Content, title: str, metas: Mapping[str, str], cut: Sequence[str]
) -> tuple[str, str, str, str, str]:
    """Source, author, editor, published, address. `cut`: the lines at the ends of the body that are no part of it."""
    shown = [*_around_title(everything, body, title), *cut]
    edges = _edges(body)
    source = _source(shown, edges, metas)
    author = _author(shown, body, source, metas)
    tail = [*cut, *_editor_lines_after(everything, body)]
    editor = _first(tail, roles.EDITOR) or _first(shown, roles.EDITOR) or _first(edges, roles.EDITOR_FIELD)
    address = metas.get("og:url") or metas.get("canonical") or ""
    published = _published(shown, edges, metas)
    return one_line(source), one_line(author), one_line(editor), published, address if address[:4] == "http" else ""


def flat(text: str) -> str:
    """The letters of a text, folded, to compare titles by."""
    return re.sub(r"\W", "", roles.fold(text)).lower()


def one_line(text: str) -> str:
    """A text without line breaks and repeated spaces."""
    return " ".join(clean(text).split())


def _published(shown: Sequence[str], edges: Sequence[str], metas: Mapping[str, str]) -> str:
    """The time that the page shows; what it declares only adds seconds or hours to the same one."""
    dated = next((found[0] for line in shown if len(line) < 200 and (found := _date_in(line))), "")
    if not dated:
        dated = next(
            (found[0] for line in edges if roles.DATED.search(roles.fold(line)) and (found := _date_in(line))), ""
        )
    names = ("ld:datepublished", "ld:datePublished", *DATE_METAS)
    declared = next((found[0] for name in names if (found := _date_in(metas.get(name, "")))), "")
    return declared if declared.startswith(dated) else dated


def _source(shown: Sequence[str], edges: Sequence[str], metas: Mapping[str, str]) -> str:
    found = _first(shown, roles.SOURCE) or _first(edges, roles.SOURCE)
    for line in () if found else shown:
        if len(line) < 80 and (dated := _date_in(line)):
            found = found or roles.bare_source(line, dated)
    beside = [line.strip() for line in _beside_date(shown)]
    if not found:
        found = next((line for line in beside if roles.MEDIUM.fullmatch(roles.fold(line))), "")
    if not found:
        found = next((match["source"] for line in beside if (match := roles.SIGNED.fullmatch(line))), "")
    declared = (metas[name] for name in (*SOURCE_METAS, "og:site_name") if metas.get(name))
    return found or next(declared, "")


def _author(shown: Sequence[str], body: Content, source: str, metas: Mapping[str, str]) -> str:
    found = _first(shown, roles.AUTHOR) or _first(shown, roles.BYLINE) or _first(shown, roles.REPORTER)
    if not found:
        beside = [line.strip() for line in _beside_date(shown)]
        found = next((match["author"] for line in beside if (match := roles.SIGNED.fullmatch(line))), "")
    if found:
        return found
    declared = [metas.get("ld:author", ""), *(metas.get(name, "") for name in AUTHOR_METAS)]
    found = next((each for each in declared if each and _is_person(each, source, metas)), "")
    openings = [each.text.strip()[:80] for each in body.paragraphs if each.text.strip("\ufffc \u3000\n")][:EDGE]
    return found or _first(openings, roles.REPORTED) or _first(_edges(body)[-EDGE:], roles.WRITTEN)


def _is_person(name: str, source: str, metas: Mapping[str, str]) -> bool:
    known = {flat(each) for each in (source, metas.get("og:site_name", "")) if each}
    return len(name) <= 60 and not NOT_A_PERSON.search(name) and flat(name) not in known


def _edges(body: Content) -> list[str]:
    """The short paragraphs at both ends of the body."""
    texts = [each.text for each in body.paragraphs]
    return [text for text in [*texts[:EDGE], *texts[-EDGE:]] if len(text) < SHORT]


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
    return roles.date_in(roles.fold(line))
