"""Whose a note is, and what becomes of one that two write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from reader.domain.correction import carried, refined
from reader.domain.rewriting import Replacement, Rewriting

TELLING = 4  # characters that two do not begin with by chance, as with the sign or the number of an item


class Owner(NamedTuple):
    """What has a note: a highlight, an article or a tag, with its id."""

    kind: Literal["highlight", "article", "tag"]
    id: int


def joined(note: str, more: str) -> str:
    """A note with another one below it, unless that is in it already."""
    if more in note:
        return note
    return f"{note}\n{more}" if note and note not in more else more


def with_other(there: str, given: str, note: str) -> str:
    """A note that was written from the one given, where another one may be there by now: then both are kept.

    What both went on with stands one below the other, and what they wrote at different places is where each wrote it.
    The whole of both is kept only where they changed the same words, or where hardly any are left.
    """
    if there in (given, note):
        return note
    if note == given:
        return there
    if note.startswith(given) and there.startswith(given):
        return given + _below(there.removeprefix(given), note.removeprefix(given))
    theirs, mine = (refined(given, [Replacement(0, len(given), words)]) for words in (there, note))
    made = carried(given, mine, there)
    if made is None or 2 * sum(each.end - each.start for each in theirs) > len(given):
        return joined(there, note)
    return Rewriting(there, made).text


def places_in(note: str, now: str, places: Iterable[int]) -> list[int]:
    """Where places of a note are, at their words, in what became of it, all in code points.

    What another one was put above ends as it did: its last line is told from one that begins alike by that.
    """
    made = Rewriting(note, refined(note, [Replacement(0, len(note), now)]))
    found = []
    for place in places:
        rest = note[note.rfind("\n", 0, place) + 1 :]
        below = rest and now.endswith(rest)
        found.append(len(now) - len(note) + place if below else made.position(place))
    return found


def _below(there: str, more: str) -> str:
    """What two went on with at the same place; only once if one of them began with all that the other one wrote.

    The white space at the end stays: whoever typed it goes on behind it.
    """
    short, long = sorted((there, more), key=len)
    telling = len(short.strip()) >= TELLING and any(map(str.isalnum, short))
    if there.strip() == more.strip() or (telling and long.strip().startswith(short.strip())):
        return long
    return f"{there}\n{more.lstrip()}"
