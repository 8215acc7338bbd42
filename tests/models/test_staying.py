"""What stays in a list though it is not found any more keeps its place among the others."""

from __future__ import annotations

import pytest

from reader.models.staying import with_staying


@pytest.mark.parametrize(
    ("before", "found", "staying", "listed"),
    [
        ([1, 2, 3], [1, 3], {2}, [1, 2, 3]),
        ([1, 2, 3], [2, 3], {1}, [1, 2, 3]),
        ([1, 2, 3], [], {1, 2}, [1, 2]),
        ([1, 2, 3, 4], [9, 4, 1], {2, 3}, [9, 4, 1, 2, 3]),
        ([1, 2], [2, 1, 5], set(), [2, 1, 5]),
    ],
)
def test_it_stands_behind_what_it_stood_behind(
    before: list[int], found: list[int], staying: set[int], listed: list[int]
) -> None:
    assert with_staying(before, found, staying) == listed
