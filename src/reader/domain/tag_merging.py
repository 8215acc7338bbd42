"""What becomes of the tree when tags are merged: worked out before, so that what is said of it is what is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from reader.domain.tag import TagTree


@dataclass(frozen=True, slots=True)
class MergedTags:
    """Tags that are merged into another one, with all that is below them.

    `places` are those below them, each with the names that lead to it from the other one afterwards. `heirs` are the
    tags that go, children before their parents, each with the one in its place: of several in one place one stays.
    `moved` are those that stay and get another parent.
    """

    places: dict[int, tuple[str, ...]]
    heirs: dict[int, int]
    moved: dict[int, int]

    def tree(self, before: TagTree) -> TagTree:
        """The tree that comes of it."""
        left = (each for each in before if each.id not in self.heirs)
        return TagTree(replace(each, parent=self.moved.get(each.id, each.parent)) for each in left)

    def rivals(self, before: TagTree) -> dict[int, set[int]]:
        """What comes off where a tag that stays takes the place of one that goes."""
        if not any(each.exclusive for each in before):  # which is quicker to know than the whole tree
            return {}
        after = self.tree(before)
        return {kept: after.rivals(kept) for kept in set(self.heirs.values())}

    def of(self, some: Iterable[int], rivals: dict[int, set[int]]) -> set[int]:
        """The tags of something that has these before."""
        on = set(some)
        for gone, kept in self.heirs.items():
            if gone in on:
                on -= rivals.get(kept, set()) if kept not in on else set()
                on = on - {gone} | {kept}
        return on


def merged(tree: TagTree, some: Collection[int], into: int) -> MergedTags:
    """What becomes of the tree when some tags are merged into another one, which is below none of them.

    Those below one of the tags go to the other one with their names; where there is one of that name, they are one.
    """
    places = {tag: tuple[str, ...]() for tag in (into, *some)}
    going = set(some)
    for each in tree:
        if each.id not in places and each.parent in places:
            places[each.id] = (*places[each.parent], each.name)
            going |= {each.id} if each.parent in going else set()
    order = [each.id for each in tree if each.id in going]
    kept = {place: tag for tag, place in places.items() if tag not in going}
    for tag in order:
        kept.setdefault(places[tag], tag)
    heirs = {tag: kept[places[tag]] for tag in reversed(order) if kept[places[tag]] != tag}
    parents = {tag: kept[places[tag][:-1]] for tag in order if tag not in heirs}
    return MergedTags(
        {tag: places[tag] for tag in order if tag not in some},
        heirs,
        {tag: parent for tag, parent in parents.items() if parent != tree.by_id[tag].parent},
    )
