"""Rows of a list that stay where they are though what the list is of does not find them any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def with_staying(before: Sequence[int], found: Sequence[int], staying: Collection[int]) -> list[int]:
    """What is found, and those of before that stay, each behind the one of before that it stood behind.

    `staying` are some of `before`, and none of `found`.
    """
    there, last = set(found), 0  # of both; 0 is no id, and so what stands before the first
    behind: dict[int, list[int]] = {}
    for each in before:
        if each in there:
            last = each
        elif each in staying:
            behind.setdefault(last, []).append(each)
    return [*behind.get(0, ()), *(row for each in found for row in (each, *behind.get(each, ())))]
