"""What a page declares of itself: its meta elements, JSON-LD, and its address."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from reader.domain.text import one_line

LINKED_LIMIT = 200  # objects of one block of JSON-LD that are looked at
HEAD = 20_000  # characters of a page in which is noted where it was saved from
# As browsers write it, and SingleFile
SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<address>https?://\S+?)\s*(?:-->|\s)",
    re.IGNORECASE,
)
AUTHOR = 'a[rel~="author"], .author.vcard, .byline .author, [itemprop="author"] [itemprop="name"]'
ACCOUNT = "#js_name, #profileBt"  # who publishes a page of WeChat's; its other names are those of all its pages
PATH = re.compile(r"https?://[^/]+/.*[^/]$", re.IGNORECASE)  # more than the address of a site


def declarations(tree: LexborHTMLParser, markup: str) -> dict[str, str]:
    """What a page says, by the names it has there; "ld:" before those of JSON-LD, "rel:author" and
    "address" stand for its links, "account" for who posted it. "ld:organisation" is an author that is nobody.
    """
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = attributes.get("content")
        if name and value:
            found.setdefault(name.lower(), value.strip())
    articles, names = _linked_data(tree)
    for data in articles:
        for name in ("datePublished", "headline", "url"):
            if isinstance(data.get(name), str):
                found.setdefault(f"ld:{name.lower()}", data[name])
        authors = _as_list(data.get("author"))
        people = [each for each in authors if not _is_organisation(each, names)]
        others = [each for each in authors if each not in people]
        for name, each in (
            ("author", people),
            ("organisation", others),
            ("publisher", _as_list(data.get("publisher"))),
        ):
            found.setdefault(f"ld:{name}", ", ".join(filter(None, (_name(one, names) for one in each))))
    account = tree.css_first(ACCOUNT)
    found["account"] = one_line(account.text()) if account is not None else ""
    linked = (one_line(node.text()) for node in tree.css(AUTHOR)[:5])
    found["rel:author"] = next(filter(None, linked), "")
    found["address"] = _address(tree, markup, found)
    return found


def _address(tree: LexborHTMLParser, markup: str, metas: Mapping[str, str]) -> str:
    """The address of a page as it says, or as the browser wrote into it; "" if nobody knows."""
    saved = SAVED_FROM.search(markup[:HEAD])
    link = tree.css_first("link[rel=canonical]")
    base_node = tree.css_first("base[href]")
    base = (base_node.attributes.get("href") or "").strip() if base_node is not None else ""
    known = saved["address"] if saved is not None else base
    named = [metas.get("og:url", ""), (link.attributes.get("href") or "") if link is not None else ""]
    for each in filter(None, map(str.strip, named)):
        try:
            address = urljoin(known, each)
        except ValueError:
            continue
        if address.lower().startswith(("http://", "https://")):
            return address
    others = [saved["address"] if saved is not None else "", metas.get("ld:url", ""), base]
    return next((each for each in others if PATH.match(each)), saved["address"] if saved is not None else "")


def _linked_data(tree: LexborHTMLParser) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The JSON-LD objects that describe an article, and all that have a name, by their "@id"."""
    articles, names = [], {}
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
            if isinstance(each.get("@id"), str) and isinstance(each.get("name"), str):
                names[each["@id"]] = each
            if any(kind in _kinds(each) for kind in ("Article", "Posting")):
                articles.append(each)
    return articles, names


def _kinds(data: Mapping[str, Any]) -> str:
    return " ".join(str(kind) for kind in _as_list(data.get("@type")))


def _is_organisation(value: Any, names: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether an author is an office or a company, as an object says or the one that it refers to."""
    if not isinstance(value, dict):
        return False
    meant = names.get(str(value.get("@id")), {})
    return any(kind in _kinds(each) for each in (value, meant) for kind in ("Organization", "Corporation"))


def _name(value: Any, names: Mapping[str, Mapping[str, Any]]) -> str:
    """What somebody is called who is given by name, as an object, or by reference to one."""
    if isinstance(value, dict):
        value = value.get("name") or names.get(str(value.get("@id")), {}).get("name")
        value = value[0] if isinstance(value, list) and value else value
    return value.strip() if isinstance(value, str) else ""


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]
