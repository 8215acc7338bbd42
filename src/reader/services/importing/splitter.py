"""Telling title, fields, body and page chrome apart in text without markup.

Every line gets a role; the result are line ranges of the text as it came, so that nothing is lost. Roles and
weights follow measurements on 39 Chinese pages reduced to bare text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.services.importing import lines as roles

# What a line adds to the run of lines that may be the body.
PROSE, LENGTH_LIMIT = 60, 400
SHORT, CONTROL, DATE, END = -14, -15, -60, -400
LITTLE_PROSE = 0.4  # part of all prose that the best run must hold, else everything is body
TITLE_REACH = 8  # lines above the field line among which the title is
TITLE_LIMIT = 120  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its place in the text, and its folded form."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Split:
    """Where things are: `title` and `body` are (start, end) ranges of whole lines, in code points."""

    title: tuple[int, int] | None
    body: tuple[tuple[int, int], ...]
    source: str = ""
    published: str = ""
    author: str = ""
    editor: str = ""
    url: str = ""
    sure: bool = True
    left_out: tuple[tuple[int, int], ...] = field(default=())


def split(text: str) -> Split:
    """Split canonical text into title, fields, body and what belongs to the page."""
    lines = _lines(text)
    if not lines:
        return Split(None, ())
    at = _field_line(lines)
    first, last = _best_run(lines, (at + 1) if at is not None else 0)
    prose = [index for index, line in enumerate(lines) if roles.is_prose(line.folded)]
    held = sum(first <= index < last for index in prose)
    if at is None or not prose or held < LITTLE_PROSE * len(prose):
        return _everything(text, lines, at)
    title = _title(lines, at, first)
    found = _fields(text, lines, at, first, last)
    used = set(range(first, last)) | ({title} if title is not None else set())
    return replace(
        found,
        title=None if title is None else _trimmed(text, lines[title]),
        body=tuple((line.start, line.end) for line in lines[first:last]),
        left_out=tuple((line.start, line.end) for index, line in enumerate(lines) if index not in used),
    )


def _lines(text: str) -> list[Line]:
    found, start = [], 0
    for raw in text.split("\n"):
        end = start + len(raw)
        if raw.strip():
            kept = end - (len(raw) - len(raw.rstrip()))
            found.append(Line(start, kept, roles.fold(text[start:kept])))
        start = end + 1
    return found


def _trimmed(text: str, line: Line) -> tuple[int, int]:
    raw = text[line.start : line.end]
    return line.start + len(raw) - len(raw.lstrip()), line.end


def _field_line(lines: Sequence[Line]) -> int | None:
    """The line with the date, and mostly the source, under the title."""
    first_prose = next(
        (i for i, line in enumerate(lines) if roles.is_prose(line.folded) and len(line.folded) > 60), None
    )
    best, best_score = None, 0.0
    for index, line in enumerate(lines):
        dated = roles.date_in(line.folded)
        sourced = roles.SOURCE.search(line.folded)
        if (dated is None and not sourced) or (roles.is_prose(line.folded) and len(line.folded) > 60):
            continue
        score = (3.0 if dated else 0.0) + (2.0 if dated and "T" in dated[0] else 0.0) + (2.0 if sourced else 0.0)
        score += 1.0 if len(line.folded) < 60 else -1.0
        if first_prose is not None:
            score -= min(3.0, abs(first_prose - index) * 0.3) + (3.0 if index > first_prose else 0.0)
        if score > best_score and score >= 2.0:
            best, best_score = index, score
    return best


def _best_run(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """The run of lines with the greatest sum of weights (Kadane's scan), then trimmed of controls at its ends."""
    best = (first, first, 0)
    start, total = first, 0
    for index in range(first, len(lines)):
        total += _weight(lines[index].folded)
        if total <= 0:
            start, total = index + 1, 0
        elif total > best[2]:
            best = (start, index + 1, total)
    low, high, _ = best
    while low > first and _is_subhead(lines[low - 1].folded):
        low -= 1
    while low < high and not roles.is_prose(lines[low].folded) and roles.is_control(lines[low].folded):
        low += 1
    return low, high


def _weight(line: str) -> int:
    if roles.END.search(line) and not (roles.is_prose(line) and len(line) > 80):
        return END
    if roles.is_control(line):
        return CONTROL
    if roles.is_prose(line):
        return PROSE + min(LENGTH_LIMIT, len(line.strip()))
    if roles.date_in(line) and len(line.strip()) < 40:
        return DATE
    return SHORT


def _is_subhead(line: str) -> bool:
    plain = not roles.is_control(line) and not roles.END.search(line) and roles.date_in(line) is None
    return (
        plain
        and not roles.SOURCE.search(line)
        and 2 <= len(line.strip()) <= 30
        and line.startswith(("一、", "　", "  "))
    )


def _title(lines: Sequence[Line], at: int, first: int) -> int | None:
    """The likeliest of the lines above the field line; else one between it and the body."""
    above = range(max(0, at - TITLE_REACH), at)
    candidates = [index for index in above if _may_be_title(lines[index].folded)]
    if not candidates:
        candidates = [index for index in range(at + 1, first) if _may_be_title(lines[index].folded)][:1]
    return max(candidates, key=lambda i: _title_score(lines[i].folded) + 0.6 * (i - at), default=None)


def _may_be_title(line: str) -> bool:
    stripped = line.strip()
    return (
        2 <= len(stripped) <= TITLE_LIMIT
        and not roles.is_control(line)
        and roles.ADDRESS.search(line) is None
        and (roles.date_in(line) is None or len(stripped) > 30)
    )


def _title_score(line: str) -> float:
    stripped = line.strip()
    score = min(len(stripped), 40) / 8
    if any(mark in stripped for mark in "><»›|"):
        score -= 3
    if stripped.endswith(("。", "，", "；")):
        score -= 2
    return score


def _fields(text: str, lines: Sequence[Line], at: int, first: int, last: int) -> Split:
    head = [line.folded for line in lines[max(0, at - 2) : first]]
    tail = [line.folded for line in lines[max(first, last - 1) : last + 6]]
    field_line = lines[at].folded
    dated = roles.date_in(field_line) or next(filter(None, map(roles.date_in, head)), None)
    found = Split(None, (), published=dated[0] if dated else "")

    def original(pattern_lines: Sequence[Line], name: str) -> str:
        pattern = getattr(roles, name)
        for line in pattern_lines:
            if match := pattern.search(line.folded):
                start, end = match.span("value")
                return roles.value(text[line.start + start : line.start + end])
        return ""

    around = [lines[at], *lines[max(0, at - 2) : first]]
    source = original(around, "SOURCE")
    if not source and dated is not None:
        source = roles.bare_source(text[lines[at].start : lines[at].end], dated)
    endings = list(lines[last : last + 6])
    if not source:
        source = original(endings, "SOURCE")
    author = original(around, "AUTHOR") or original(around, "BYLINE") or original(around, "REPORTER")
    if not author:
        opening, ending = lines[first : first + 1], lines[max(first, last - 1) : last]
        author = original(opening, "REPORTED") or original(ending, "WRITTEN")
    editor = original(endings, "EDITOR") if any(roles.EDITOR_LINE.search(each) for each in tail) else ""
    if not editor and any(roles.EDITOR_LINE.search(each) for each in head):
        editor = original(around, "EDITOR")
    address = next((match[0] for line in around if (match := roles.ADDRESS.search(text[line.start : line.end]))), "")
    return replace(found, source=source, author=author, editor=editor, url=address)


def _everything(text: str, lines: Sequence[Line], at: int | None) -> Split:
    """No page layout is seen: all of it is body, under a first line that looks like a title."""
    first = lines[0].folded.strip()
    headed = (
        len(lines) > 1 and len(first) <= 60 and not first.endswith(tuple("。，、；,;.!！")) and _may_be_title(first)
    )
    body = lines[1:] if headed else lines
    found = (
        _fields(text, lines, at, min(len(lines), at + 1), len(lines)) if at is not None and at < 4 else Split(None, ())
    )
    return replace(
        found,
        title=_trimmed(text, lines[0]) if headed else None,
        body=tuple((line.start, line.end) for line in body),
        sure=at is None and (headed or len(lines) == 1 or any(roles.is_prose(line.folded) for line in lines)),
    )
