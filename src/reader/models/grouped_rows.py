"""The rows of a list of which parts may be put together: each group has a row of its own above it, to fold it by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from reader.storage.marked import Group

GroupKey = int | str | None
Key = tuple[GroupKey, int]  # of a row: that of its group, and the highlight; 0 is the heading of the group


class GroupedRows:
    """Which highlight is in which row. Without groups, each has one; else one in each of its groups."""

    def __init__(self, ids: Sequence[int] = (), groups: Sequence[Group] = (), folded: Iterable[GroupKey] = ()) -> None:
        self.ids, self.groups, self.folded = ids, groups, set(folded)
        self.headings: list[int] = []  # the rows of all
        self._last = 0
        self._count()

    def _count(self) -> None:
        sizes = (1 + (0 if each.key in self.folded else len(each)) for each in self.groups)
        *self.headings, self._last = accumulate(sizes, initial=0)

    def __len__(self) -> int:
        return self._last if self.groups else len(self.ids)

    def like(self, other: GroupedRows) -> bool:
        """Whether the same stands in the same rows."""
        own, theirs = ([(each.key, len(each)) for each in some.groups] for some in (self, other))
        return self.ids == other.ids and own == theirs

    def fold(self, row: int, folded: bool) -> bool:
        """Fold the group that a row belongs to, or show what is in it; whether that is another state."""
        group = self.group(row)
        if group is None or (group.key in self.folded) == folded:
            return False
        self.folded ^= {group.key}
        self._count()
        return True

    def fold_all(self, folded: bool) -> None:
        """Fold all groups, or show what is in each."""
        self.folded = {each.key for each in self.groups} if folded else set()
        self._count()

    def group(self, row: int) -> Group | None:
        """The group that a row belongs to."""
        number, _ = self._place(row)
        return None if number is None else self.groups[number]

    def heading_row(self, row: int) -> int | None:
        """The row of the heading above a row, or the row itself; None where nothing is grouped."""
        number, _ = self._place(row)
        return None if number is None else self.headings[number]

    def heading_after(self, row: int) -> int | None:
        """The row of the heading of the next group."""
        number = bisect_right(self.headings, row)
        return self.headings[number] if number < len(self.headings) else None

    def heads(self, row: int) -> Group | None:
        """The group whose heading is in a row, if that is what is there."""
        number, place = self._place(row)
        return self.groups[number] if number is not None and place < 0 else None

    def id_at(self, row: int) -> int | None:
        """The highlight in a row; None where there is a heading."""
        number, place = self._place(row)
        if number is None:
            return self.ids[place]
        return self.groups[number].ids[place] if place >= 0 else None

    def keys_of(self, rows: Iterable[int]) -> list[Key]:
        """What tells these rows, from top to bottom, from others, also in another order."""
        if not self.groups:
            return [(None, self.ids[row]) for row in rows]
        found: list[Key] = []
        start, end, group = 0, -1, self.groups[0]
        for row in rows:
            if row >= end:
                number = bisect_right(self.headings, row) - 1
                start, group = self.headings[number], self.groups[number]
                end = self.headings[number + 1] if number + 1 < len(self.headings) else self._last
            found.append((group.key, group.ids[row - start - 1] if row > start else 0))
        return found

    def first_rows(self, highlights: Iterable[int]) -> list[int]:
        """The first row of each of these highlights, from top to bottom; not of what is not listed, or folded away."""
        left, found = set(highlights), list[int]()
        if not self.groups:
            return [row for row, each in enumerate(self.ids) if each in left]
        for start, group in zip(self.headings, self.groups, strict=True):
            here = left.intersection(group.members) if left and group.key not in self.folded else set()
            if here:
                found += [start + 1 + at for at, each in enumerate(group.ids) if each in here]
                left -= here
        return found

    def rows_again(self, keys: Iterable[Key]) -> list[int]:
        """The rows of what had these keys before, from top to bottom.

        Of what is folded away that is the heading of its group; of a highlight that stands elsewhere now its first row.
        """
        wanted: dict[GroupKey, set[int]] = {}
        for group, highlight in keys:
            wanted.setdefault(group, set()).add(highlight)
        left = set().union(*wanted.values()) - {0}
        found = set[int]()
        for start, each in zip(self.headings, self.groups, strict=True):
            mine = wanted.get(each.key, set())
            here = mine.intersection(each.members) if mine else mine
            if 0 in mine or (here and each.key in self.folded):
                found.add(start)
            if here and each.key not in self.folded:
                found.update(start + 1 + at for at, highlight in enumerate(each.ids) if highlight in here)
            left -= here
        return sorted(found.union(self.first_rows(left) if left else ()))

    def rows_with(self, highlights: frozenset[int]) -> list[int]:
        """All rows of these highlights, from top to bottom, and the headings of groups in which there are no others."""
        if not self.groups:
            return [row for row, each in enumerate(self.ids) if each in highlights]
        found: list[int] = []
        for start, group in zip(self.headings, self.groups, strict=True):
            if highlights.issuperset(group.members):
                found.append(start)
            if group.key not in self.folded:
                found += [start + 1 + at for at, each in enumerate(group.ids) if each in highlights]
        return found

    def ids_of(self, rows: Iterable[int]) -> list[int]:
        """The highlights in these rows, each once; a folded group stands for all that is in it."""
        rows = list(rows)
        if len(rows) == len(self):
            return list(self.ids)
        return list(dict.fromkeys(self.listed(rows)))

    def listed(self, rows: Iterable[int]) -> list[int]:
        """The highlights as they stand in these rows; a folded group stands for all that is in it."""
        if not self.groups:
            return [self.ids[row] for row in rows]
        found: list[int] = []
        for row in rows:
            number, place = self._place(row)
            assert number is not None
            if place >= 0:
                found.append(self.groups[number].ids[place])
            elif self.groups[number].key in self.folded:
                found += self.groups[number].ids
        return found

    def _place(self, row: int) -> tuple[int | None, int]:
        """The number of the group that a row belongs to, and the place in it; -1 for the heading."""
        if not self.groups:
            return None, row
        number = bisect_right(self.headings, row) - 1
        return number, row - self.headings[number] - 1
