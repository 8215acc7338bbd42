"""Texts in Markdown, with the fields that many programs write above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.domain.article import is_time
from reader.domain.text import clean, one_line
from reader.services.importing.dates import date_in
from reader.services.importing.decode import decode
from reader.services.importing.documents import Document, content_of, draft
from reader.services.importing.drafts import check_length
from reader.services.importing.fields import Fields
from reader.services.importing.given import Given, Part

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# A line of the front matter. It is YAML, of which these lines need next to nothing.
FIELD = re.compile(r"([\w -]{1,40}):[ \t]*(.*)")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
BLOCK = re.compile(
    r"([|>])[-+\d]{0,2}[ \t]*(?:#.*)?"
)  # in place of a value: it is in the lines below that are indented
# Where a note is, and the note: its first line, and those that go on with it
NOTE_SIGN, NOTE = re.compile(r"\[\^([^\[\]\s]{1,60})\]"), re.compile(r"\[\^([^\[\]\s]{1,60})\]:[ \t]*(.*)")
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
    decoded = decode(given.data, given.encoding or None)
    text = clean(decoded.text)
    check_length(text, given.name)
    front = FRONT.match(text)
    values = _values(front[1]) if front else {}
    body = text[front.end() :] if front else text
    known = {
        field: one_line(next((values.pop(name) for name in names if name in values), ""))
        for field, names in NAMES.items()
    }
    markup = _Markup().of(body)
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


class _Markup:
    """Writes a text as a page, its notes at the end, by the numbers that printed ones have."""

    def __init__(self) -> None:
        from markdown_it import MarkdownIt  # rarely needed

        self._notes: dict[str, str] = {}
        self._numbers: dict[str, int] = {}  # of the notes that the text has a sign of, in order
        self._markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._markdown.block.ruler.before("reference", "note", self._note, {"alt": ["paragraph", "reference"]})
        self._markdown.inline.ruler.before("link", "note_sign", self._sign)

    def of(self, body: str) -> str:
        written = [self._markdown.render(body)]
        done = set[str]()
        while left := [label for label in (*self._numbers, *self._notes) if label not in done]:  # notes have some, too
            label = left[0]
            done.add(label)
            number = self._numbers.setdefault(label, len(self._numbers) + 1)
            words = self._markdown.render(self._notes[label]).removeprefix("<p>")
            written.append(f"<div>[{number}] {words}</div>")
        return "".join(written)

    def _note(self, state: StateBlock, first: int, end: int, silent: bool) -> bool:
        """A rule of the parser: a note goes on to the next blank line, and behind it as far as it is indented."""
        found = NOTE.match(state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]])
        if found is None or state.is_code_block(first):
            return False
        if silent:
            return True
        lines, at = [found[2]], first + 1
        while at < end:
            line = state.getLines(at, at + 1, state.blkIndent + 4, False)
            indented = state.sCount[at] >= state.blkIndent + 4
            if not (indented or state.isEmpty(at)) and (not lines[-1].strip() or NOTE.match(line)):
                break
            lines.append(line)
            at += 1
        written = "\n".join(lines).strip()
        self._notes[found[1]] = f"{self._notes[found[1]]}\n\n{written}" if found[1] in self._notes else written
        state.line = at
        return True

    def _sign(self, state: StateInline, silent: bool) -> bool:
        """A rule of the parser: the sign of a note is its number."""
        found = NOTE_SIGN.match(state.src, state.pos)
        if found is None or found[1] not in self._notes:
            return False
        if not silent:
            state.push("text", "", 0).content = f"[{self._numbers.setdefault(found[1], len(self._numbers) + 1)}]"
        state.pos = found.end()
        return True


def _values(front: str) -> dict[str, str]:
    """The fields of a front matter: one a line, or a name and a list or some lines of text below it."""
    found: dict[str, str] = {}
    last = between = ""  # the field that may go on, and what its lines have between them, if it is a text
    for line in front.split("\n"):
        is_indented = line[:1] in (" ", "\t")
        if between and (is_indented or not line.strip()):
            found[last] += between + line.strip()
            continue
        between = ""
        field, item = FIELD.fullmatch(line), ITEM.fullmatch(line)
        if field:
            last = field[1].strip().lower()
            block = BLOCK.fullmatch(field[2])
            between = "" if block is None else {"|": "\n", ">": " "}[block[1]]
            found[last] = "" if block else _value(field[2])
        elif item and last:
            found[last] = ", ".join(filter(None, (found[last], _value(item[1]))))
        elif is_indented and last and line.strip():
            found[last] = f"{found[last]} {_value(line)}".strip()
    return {name: value.strip() for name, value in found.items() if value.strip()}


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
