"""Texts in Markdown, with the fields that many programs write above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.domain.article import is_time
from reader.domain.text import clean, one_line
from reader.services.importing.dates import date_in
from reader.services.importing.decode import decode
from reader.services.importing.documents import Document, content_of, draft
from reader.services.importing.drafts import check_length
from reader.services.importing.fields import Fields
from reader.services.importing.given import Given, Part

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# A line of the front matter. It is YAML, of which these lines need next to nothing.
FIELD = re.compile(r"([\w -]{1,40}):[ \t]*(.*)")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
NAMES = {
    "title": ("title", "标题", "標題", "题目", "題目"),
    "source": ("source", "publication", "site", "来源", "來源", "媒体", "媒體"),
    "author": ("author", "authors", "by", "作者"),
    "editor": ("editor", "编辑", "編輯"),
    "published": ("date", "published", "pubdate", "created", "日期", "时间", "時間", "发布时间", "發布時間"),
    "url": ("url", "link", "source_url", "网址", "網址", "链接", "連結"),
}


def article(given: Given) -> Iterator[Part]:
    """The text. Raises ImportFailed if there is none."""
    from markdown_it import MarkdownIt  # rarely needed

    decoded = decode(given.data, given.encoding or None)
    text = clean(decoded.text)
    check_length(text, given.name)
    front = FRONT.match(text)
    values = _values(front[1]) if front else {}
    body = text[front.end() :] if front else text
    known = {field: next((values.pop(name) for name in names if name in values), "") for field, names in NAMES.items()}
    markup = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    source, url = known["source"], known["url"]
    if source.startswith(("http://", "https://")):  # where some programs put the address
        source, url = "", url or source
    document = Document(
        content_of(markup, given.name),
        title=known["title"],
        known=Fields(source, known["author"], known["editor"], _time(known["published"]), url),
        attributes=tuple(values.items()),
        warnings=(*(["encoding-guessed"] if decoded.guessed else []), *(["text-incomplete"] if decoded.lossy else [])),
    )
    yield Part(draft(document, given, "text/markdown", decoded.encoding))


def _values(front: str) -> dict[str, str]:
    """The fields of a front matter: one a line, or a name and a list below it."""
    found: dict[str, str] = {}
    last = ""
    for line in front.split("\n"):
        field, item = FIELD.fullmatch(line), ITEM.fullmatch(line)
        if field:
            last = field[1].strip().lower()
            found[last] = _value(field[2])
        elif item and last:
            found[last] = ", ".join(filter(None, (found[last], _value(item[1]))))
    return {name: value for name, value in found.items() if value}


def _value(written: str) -> str:
    written = one_line(written)
    if written.startswith("[") and written.endswith("]"):
        return ", ".join(filter(None, map(_value, written[1:-1].split(","))))
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written


def _time(written: str) -> str:
    if is_time(written):
        return written
    found = date_in(written)
    return found[0] if found else ""
