"""Which row is what, with and without groups, folded and not: against a list that is written out."""

from __future__ import annotations

import pytest

from reader.models.grouped_rows import GroupedRows, Key
from reader.storage import marked
from reader.storage.marked import Group


def groups(*some: tuple[int | None, list[int]]) -> list[Group]:
    every = sorted({each for _, ids in some for each in ids})
    return [Group(key, list(ids), marked.Places(every)) for key, ids in some]


PARTS: list[tuple[int | None, list[int]]] = [(7, [1, 2, 3]), (9, [3]), (None, [4, 5])]


def written_out(folded: set[int | None]) -> list[Key]:
    rows: list[Key] = []
    for key, ids in PARTS:
        rows += [(key, 0), *((key, each) for each in ids if key not in folded)]
    return rows


@pytest.mark.parametrize("folded", [set(), {7}, {9}, {None}, {7, None}, {7, 9, None}])
def test_each_row_is_what_it_is_written_out_to_be(folded: set[int | None]) -> None:
    rows = GroupedRows([1, 2, 3, 4, 5], groups(*PARTS), folded)
    expected = written_out(folded)
    assert rows.keys_of(range(len(rows))) == expected
    assert [rows.id_at(row) for row in range(len(rows))] == [each or None for _, each in expected]
    assert rows.headings == [row for row, (_, each) in enumerate(expected) if not each]
    assert rows.rows_again(expected[::-1]) == list(range(len(expected)))
    for row, (key, each) in enumerate(expected):
        heading = rows.heads(row)
        assert (heading.key if heading else "none") == ("none" if each else key)
        assert expected[rows.heading_row(row) or 0] == (key, 0)


def test_a_folded_group_stands_for_what_is_in_it_and_each_comes_once() -> None:
    rows = GroupedRows([1, 2, 3, 4, 5], groups(*PARTS), {7})
    assert rows.ids_of(range(len(rows))) == [1, 2, 3, 4, 5]
    assert rows.ids_of([0]) == [1, 2, 3]
    assert rows.fold(0, False) and not rows.fold(0, False)
    assert rows.ids_of([0]) == [] and rows.ids_of([2, 5]) == [2, 3]


def test_all_rows_of_some_highlights_are_found_with_the_headings_above_nothing_else() -> None:
    rows = GroupedRows([1, 2, 3, 4, 5], groups(*PARTS))
    every = written_out(set())
    assert rows.rows_with(frozenset({1, 2, 3, 4, 5})) == list(range(len(every)))
    some = frozenset({2, 4})
    whole = {key for key, ids in PARTS if some.issuperset(ids)}
    wanted = [row for row, (key, each) in enumerate(every) if each in some or (not each and key in whole)]
    assert rows.rows_with(some) == wanted
    assert GroupedRows([5, 3, 4]).rows_with(frozenset({4, 5, 9})) == [0, 2]


def test_what_had_keys_before_is_found_again_where_it_stands_now() -> None:
    every = written_out(set())
    rows = GroupedRows([1, 2, 3, 4, 5], groups(*PARTS))
    assert rows.rows_again(every) == list(range(len(every)))
    folded = GroupedRows([1, 2, 3, 4, 5], groups(*PARTS), {7})
    assert folded.rows_again([(7, 2), (None, 5)]) == [0, 5]  # the heading above what is folded away
    moved = GroupedRows([1, 2, 3, 4, 5], groups((7, [1, 3]), (9, [2, 3]), (None, [4, 5])))
    assert [moved.keys_of([row])[0] for row in moved.rows_again([(7, 2), (7, 3), (8, 9)])] == [(7, 3), (9, 2)]
    assert GroupedRows([5, 3, 4]).rows_again([(7, 3), (7, 0), (9, 5)]) == [0, 1]
    assert rows.rows_again([(None, 2), (None, 4)]) == [2, 7]


def test_without_groups_rows_are_the_highlights() -> None:
    rows = GroupedRows([5, 3, 4])
    assert rows.keys_of(range(3)) == [(None, 5), (None, 3), (None, 4)]
    assert rows.rows_again([(None, 4), (None, 9), (None, 5)]) == [0, 2]
    assert (rows.ids_of([0, 2]), rows.heading_row(1), rows.headings, len(GroupedRows())) == ([5, 4], None, [], 0)
    assert not rows.fold(0, True) and rows.like(GroupedRows([5, 3, 4])) and not rows.like(GroupedRows([5, 4, 3]))
