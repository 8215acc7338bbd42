"""Feeds: each item of RSS or Atom is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.domain.article import Draft, Original
from reader.domain.errors import ImportFailed
from reader.domain.text import one_line
from reader.services.importing import gate
from reader.services.importing.bodies import Known, from_body, is_markup, plain_words
from reader.services.importing.cells import address_of, time_of
from reader.services.importing.decode import decode
from reader.services.importing.given import Given, Part

METHOD = "item of a feed"
XML = '<?xml version="1.0" encoding="utf-8"?>'
DECLARATION = re.compile(r"\A\s*+<\?xml\b[^>]*+>")
ITEMS = ("item", "entry")
# Tags, but for those within what is no markup. A tag: whether it closes, its name, whether it closes itself.
TOKEN = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<[?!][^>]*>|<(/?)([\w:.-]+)[^<>]*?(/?)>", re.DOTALL)
CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\Z")

NO_ITEMS = "The feed {file} has no items, so there is nothing to import."
NO_TEXT = "Item {item} of {file} holds no text, so it was left out."
CUT = "{file} ends in the middle of item {item}, so that one was left out. Get it anew from where it came."


def read(given: Given) -> Iterator[Part]:
    """An article for each item, or why there is none. Raises ImportFailed where nothing, or nothing more, can be read.

    Items are read one by one, each with what the feed says above them, as the original of each will be read again.
    """
    gate.refuse_entities(given.data, given.name)
    found = decode(given.data, given.encoding or None)
    text = DECLARATION.sub("", found.text.removeprefix("\ufeff"), count=1)
    number = 0
    for number, single in enumerate(_singles(text), 1):
        if single is None:
            yield Part(ImportFailed("cut-feed", CUT, file=given.name, item=number), str(number))
            continue
        try:
            draft = _draft(given, single, number, ["encoding-guessed"] if found.guessed else [])
            yield Part(draft, draft.title or str(number))
        except ImportFailed as error:
            yield Part(error, str(number))
    if not number:
        raise ImportFailed("no-items", NO_ITEMS, file=given.name)


def _singles(text: str) -> Iterator[str | None]:
    """For each item a feed of its own that has just this one; None for one that is cut."""
    above: list[str] = []  # elements that are open around the items
    head: str | None = None
    begun, depth = 0, 0
    for token in TOKEN.finditer(text):
        closes, name, closes_itself = token.groups()
        if not name or closes_itself:
            continue
        if name.rpartition(":")[2] in ITEMS:
            if not closes:
                head = text[: token.start()] if head is None else head
                begun = token.start() if not depth else begun
            depth = max(0, depth + (-1 if closes else 1))
            if closes and not depth:
                yield f"{XML}{head}{text[begun : token.end()]}" + "".join(f"</{each}>" for each in reversed(above))
        elif head is None and not closes:
            above.append(name)
        elif head is None and name in above:
            del above[above.index(name) :]
    if depth:
        yield None


def _draft(given: Given, single: str, number: int, warnings: list[str]) -> Draft:
    import feedparser  # takes 60 ms, which the start of the program has not to spare

    data = single.encode("utf-8", "replace")
    # Bytes in a file: a string would be taken for the address of a feed, and fetched, or for the name of a file.
    told = {"content-type": "application/xml; charset=utf-8"}
    feed = feedparser.parse(io.BytesIO(data), response_headers=told, resolve_relative_uris=False, sanitize_html=False)
    item: dict[str, Any] = feed.entries[0] if feed.entries else {}
    body, markup, whole = _body(item)
    if not body.strip():
        raise ImportFailed("no-text", NO_TEXT, file=given.name, item=number)
    known = Known(
        title=_plain(item.get("title_detail")),
        source=_plain(item.get("source", {}).get("title_detail"))
        or item.get("source", {}).get("title", "")
        or _plain(feed.feed.get("title_detail")),
        author=_author(item) or _author(feed.feed),
        published=time_of(item.get("published") or item.get("updated")),
        url=address_of(item.get("feedburner_origlink") or item.get("link")),
        language=item.get("language") or feed.feed.get("language") or "",
    )
    warnings += [] if whole else ["text-incomplete"]
    draft = from_body(
        body,
        known,
        Original(given.name, data, "application/xml", "utf-8", METHOD),
        warnings,
        markup=markup,
        lift=given.lift,
    )
    tags = "; ".join(dict.fromkeys(filter(None, (one_line(tag.get("term") or "") for tag in item.get("tags", ())))))
    return replace(draft, attributes=(("category", tags),) if tags else ())


def _body(item: dict[str, Any]) -> tuple[str, bool, bool]:
    """The text of an item, whether it is markup, and whether it is all of it; a summary often is not."""
    contents = [each for each in item.get("content", ()) if each.get("value", "").strip()]
    best = max(contents, key=lambda each: len(each["value"]), default=None) or item.get("summary_detail") or {}
    body = str(best.get("value", ""))
    markup = "html" in str(best.get("type", "")) or is_markup(body)
    return body, markup, bool(contents) or not CUT_SHORT.search(plain_words(body) if markup else body)


def _plain(detail: dict[str, Any] | None) -> str:
    """A title as words; feeds may have markup in them."""
    value = str((detail or {}).get("value", ""))
    return plain_words(value) if "html" in str((detail or {}).get("type", "")) else value


def _author(item: dict[str, Any]) -> str:
    people = [person.get("name", "") for person in item.get("authors", ())]
    return "; ".join(filter(None, people)) or str(item.get("author", ""))
