"""Whose a note is, and what becomes of one that two write."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reader.domain.correction import carried, refined
from reader.domain.rewriting import Replacement, Rewriting


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


def _below(there: str, more: str) -> str:
    """What two went on with at the same place; only once if one of them began with all that the other one wrote."""
    if there.strip().startswith(more.strip()):
        return there
    return more if more.strip().startswith(there.strip()) else f"{there}\n{more.strip()}"
