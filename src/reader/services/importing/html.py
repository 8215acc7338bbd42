"""From a web page to an article: which part is the body, and what its fields are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.domain.article import Image, Mark
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services.importing import lines as roles
from reader.services.importing.blocks import BLOCKS, OBJECT, Content, Paragraph, content, events
from reader.services.importing.dates import date_in
from reader.services.importing.fields import beside_body, fields_of, flat

DEPTH_LIMIT = 5_000  # levels; the parser's time grows with the square of them
LONG_TITLE = 12  # characters of a line that is the title though it is no heading
TITLE_LIMIT = 300  # characters
FREE = 80  # characters of a paragraph of links that are none
LITTLE = 60  # characters of a body that is hardly one
LINKED_LIMIT = 200  # objects of one block of JSON-LD that are looked at
LINKED = 0.4  # part of a paragraph within links that makes it navigation
TAIL = 0.35  # part of the body after which an end marker ends it
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
CLOSES_ITSELF = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "rt",
        "rp",
        "thead",
        "tbody",
        "tfoot",
    ]
)
TITLE_ENDS = re.compile(r"\s*[_|｜丨]\s*|\s+[-–—]\s+|\s*--\s*")
UNLIKELY = re.compile(
    r"comment|(?<!with-)(?<!with)(?<!has-)(?<!no-)sidebar|footer|related|recommend|share|social|copyright|breadcrumb|toolbar|advert|popup|hot-?news"
    r"|newsletter|subscribe|cookie|pagination|rank",
    re.IGNORECASE,
)
DEEP = "{file} is nested too deeply to be a page ({depth} levels). Save the page again from the browser."


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page. `title` is also the first paragraph of `text`, if there is one."""

    text: str
    marks: tuple[Mark, ...]
    images: tuple[Image, ...]
    title: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    left_out: tuple[str, ...] = ()  # lines around the body that are no part of it; not all of the page
    warnings: tuple[str, ...] = ()


def extract(markup: str, name: str) -> Page:
    """Read a page. Raises ImportFailed if it is nested too deeply to be one."""
    check_depth(markup, name)
    tree = LexborHTMLParser(markup)
    root = tree.body or tree.root
    if root is None:
        return Page("", (), ())
    metas = _metas(tree)
    found, everything = content(_body(root)), content(root)
    title = _title(tree, metas, [each.text for each in everything.paragraphs])
    found.paragraphs, cut = _trim(found.paragraphs, title)
    warnings: list[str] = []
    if sum(len(each.text) for each in found.paragraphs) < LITTLE:
        found, warnings = _rescue(found, everything, metas, title)
    fields = fields_of(everything, found, title, metas, cut)
    before, after = beside_body(everything, found, title)
    left_out = _left_out([*before, *cut, *after], found, title)
    if title:
        found.paragraphs.insert(0, Paragraph(title, [], [("title", "")]))
    text, marks = found.text_and_marks()
    html = tree.css_first("html")
    language = (html.attributes.get("lang") or "") if html else ""
    return Page(text, tuple(marks), tuple(found.images), title, *fields, language, left_out, tuple(warnings))


def check_depth(markup: str, name: str) -> None:
    """Raises ImportFailed if a page is nested more deeply than can be parsed in time."""
    depth = _depth(markup)
    if depth > DEPTH_LIMIT:
        raise ImportFailed("deep", DEEP, file=name, depth=depth)


def _depth(markup: str) -> int:
    depth = deepest = 0
    for found in TAG.finditer(markup):
        if found[2].lower() in CLOSES_ITSELF:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _body(root: LexborNode) -> LexborNode:
    """The element whose text, taken together, is most prose and least navigation.

    Each run of text counts for the elements around it: for, if it reads like sentences, against, if it is links,
    short lines, or stands in a part named like page furniture. The deepest element with the greatest sum wins.
    """
    scores: list[float] = [0.0]
    best, best_score = root, 0.0
    buffer, linked, links, unlikely = "", 0, 0, 0
    for node, opens in events(root):
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            buffer += text
            linked += len(text.strip()) if links else 0
            continue
        if tag == "a":
            links += 1 if opens else -1
        if tag not in BLOCKS and tag != "br":
            continue
        scores[-1] += _worth(buffer, linked, unlikely > 0)
        buffer, linked = "", 0
        named = tag in BLOCKS and node is not root and _is_unlikely(node)
        if opens and tag in BLOCKS:
            scores.append(0.0)
            unlikely += named
        elif not opens and tag in BLOCKS and len(scores) > 1:
            unlikely -= named
            score = scores.pop()
            if score > best_score and tag not in ("p", "li", "td", "tr", "h1", "h2", "h3"):
                best, best_score = node, score
            scores[-1] += score
    return best


def _is_unlikely(node: LexborNode) -> bool:
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return node.tag in ("footer", "aside") or (bool(UNLIKELY.search(named)) and "article" not in named.lower())


def _worth(raw: str, linked: int, unlikely: bool) -> float:
    text = " ".join(raw.split())
    if not text:
        return 0.0
    length = sum(2 if char > "\u2e80" else 1 for char in text) / 2
    line = roles.fold(text)
    if linked > LINKED * len(text):
        free = len(text) - linked  # of links; the people of an article may each have one, with more in it
        return free - 0.5 * linked if free > FREE and roles.is_prose(line) and not unlikely else -length
    if roles.is_prose(line) and not roles.END.search(line[:20]):
        return length * (0.2 if unlikely else 1.0)
    return -length * 0.5 if len(text) > 4 else -1.0


def _trim(paragraphs: list[Paragraph], title: str) -> tuple[list[Paragraph], list[str]]:
    """The body without the lines of the page at its head and tail, and those."""
    folded = [roles.fold(each.text) for each in paragraphs]
    first = 0
    same = roles.fold(title).replace(" ", "")
    for index in range(min(12, len(paragraphs))):
        line = folded[index].strip()
        if roles.is_prose(line) and len(line) > 40 and line.replace(" ", "") != same:
            break
        if line.replace(" ", "") == same or _is_furniture(line):
            first = index + 1
    total = sum(len(each.text) for each in paragraphs) or 1
    passed, last = 0, len(paragraphs)
    for index in range(first, len(paragraphs)):
        line = folded[index].strip()
        if passed > TAIL * total and roles.is_end(line):
            last = index
            break
        passed += len(paragraphs[index].text)
    while last > first and _is_tail(paragraphs[last - 1], folded[last - 1].strip()):
        last -= 1
    return paragraphs[first:last], [each.text for each in paragraphs[:first] + paragraphs[last:]]


def _is_furniture(line: str) -> bool:
    return (
        roles.is_control(line)
        or (len(line) < 60 and date_in(line) is not None and roles.RESOLVED.search(line) is None)
        or (roles.SOURCE.match(line) is not None and len(line) < 60)
        or roles.BYLINE.match(line) is not None
    )


def _is_tail(paragraph: Paragraph, line: str) -> bool:
    linked = paragraph.linked > LINKED * max(1, len(paragraph.text)) and not roles.is_prose(line)
    return linked or roles.is_control(line) or (roles.END.search(line) is not None and len(line) < 60)


def _rescue(found: Content, everything: Content, metas: dict[str, str], title: str) -> tuple[Content, list[str]]:
    """For a page with hardly a body: its description, else all that can be seen; marked as doubtful."""
    description = clean(metas.get("og:description") or metas.get("description") or "").strip()
    had = sum(len(each.text) for each in found.paragraphs)
    if len(description) > max(LITTLE, had) and description[:40] != title[:40]:
        return Content([Paragraph(part) for part in description.split("\n") if part.strip()], []), ["low-confidence"]
    if had >= 10:
        return found, ["low-confidence"]
    kept = [each for each in everything.paragraphs if each.text.strip() != title]
    return Content(kept, everything.images), ["not-an-article", "low-confidence"]


def _left_out(lines: list[str], body: Content, title: str) -> tuple[str, ...]:
    """The lines, each once, that are neither title nor body; after a rescue what was cut may be."""
    shown = {title, *(each.text for each in body.paragraphs)}
    words = (line.replace(OBJECT, "").strip(" \t") for line in lines if line not in shown)
    return tuple(dict.fromkeys(filter(None, words)))


def _title(tree: LexborHTMLParser, metas: dict[str, str], shown: Sequence[str]) -> str:
    """The longest heading or line that begins the window title, or the longest heading that it contains.

    Else the only first heading, if it is longer; else og:title, else the window title's first part.
    """
    node = tree.css_first("title")
    window = one_line(node.text() if node else "")[:TITLE_LIMIT]
    plain = flat(window)
    headings = [one_line(each.text()) for each in tree.css("h1, h2, h3")[:60]]
    contained = [each for each in headings if 4 <= len(each) <= 200 and flat(each) in plain]
    begins = [one_line(each) for each in shown if len(each) <= TITLE_LIMIT and plain.startswith(flat(each))]
    likely = contained + [each for each in begins if len(each) >= LONG_TITLE]
    if likely:
        return max(likely, key=lambda each: (plain.startswith(flat(each)), len(each)))
    first = [each for node in tree.css("h1") if (each := one_line(node.text()))]
    if len(first) == 1 and len(window) < len(first[0]) <= TITLE_LIMIT and len(TITLE_ENDS.split(first[0])) < 3:
        return first[0]  # the window bears the name of the site
    social = one_line(metas.get("og:title", ""))[:TITLE_LIMIT]
    if social and (not plain or flat(social)[:8] in plain or flat(TITLE_ENDS.split(social)[0]) in plain):
        return _without_site(social, metas)
    if window:
        return _without_site(window, metas)
    return next((each for each in headings if len(each) >= 4), social)


def _without_site(title: str, metas: dict[str, str]) -> str:
    site = metas.get("og:site_name", "")
    parts = [part for part in TITLE_ENDS.split(title) if part and part != site]
    return max(parts[:2], key=lambda part: (len(part) >= 8, part == parts[0], len(part)), default=title)


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = attributes.get("content")
        if name and value:
            found.setdefault(name.lower(), value.strip())
    for data in _linked_data(tree):
        for name in ("datePublished", "headline"):
            if isinstance(data.get(name), str):
                found.setdefault(f"ld:{name}", data[name])
        people = data.get("author")
        names = [each.get("name") if isinstance(each, dict) else each for each in _as_list(people)]
        found.setdefault("ld:author", ", ".join(each for each in names if isinstance(each, str)))
    link = tree.css_first("link[rel=canonical]")
    if link is not None and (link.attributes.get("href") or "").startswith("http"):
        found["canonical"] = str(link.attributes["href"])
    return found


def _linked_data(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            loaded = json.loads(node.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue = _as_list(loaded)
        for each in queue:  # which grows while it is walked through
            if not isinstance(each, dict):
                continue
            queue += _as_list(each.get("@graph"))[: max(0, LINKED_LIMIT - len(queue))]
            kinds = " ".join(str(kind) for kind in _as_list(each.get("@type")))
            if "Article" in kinds or "Posting" in kinds:
                yield each


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]
