"""Saved searches go on asking for tags and collections that they ask for by name, when those get another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlite_utils import Database

from reader.domain.completing import quoted
from reader.domain.lists import Collection, key
from reader.domain.tag import SEPARATOR, TagTree, split_path
from reader.domain.wanted import TAGS, Field, QueryError, Wanted, fields, parse
from reader.storage import searches, tags
from reader.storage.finding import tags_meant

NOBODY: Mapping[int, int] = {}


def follow_collection(db: Database, before: Collection, after: Collection) -> None:
    """Let saved searches that ask for a collection by its name of before ask for it by that of after."""

    def put(query: str, wanted: Field) -> str | None:
        same = wanted.name == "in" and key(wanted.value) == key(before.name)
        return after.query if same else None

    _rewrite(db, put)


@contextmanager
def following_tags(db: Database, before: TagTree, heirs: Mapping[int, int] = NOBODY) -> Iterator[None]:
    """Within a step that gives tags other names or places, let saved searches mean the same ones after it.

    `before` is the tree as it is, `heirs` are those in the places of tags that go. A search that would still find all
    of them stays as it is.
    """
    yield
    if not any(field.name in TAGS for search in searches.every(db) for field in fields(_parsed(search.query))):
        return  # which is quicker to know than the whole tree
    after = tags.tree(db)
    there = {tag.id: tag.id for tag in before if tag.id in after.by_id} | dict(heirs)

    def put(query: str, wanted: Field) -> str | None:
        if wanted.name not in TAGS:
            return None
        meant = {there[tag] for tag in tags_meant(before, wanted) if tag in there}
        if meant <= set(tags_meant(after, wanted)):
            return None
        name = query[slice(*wanted.place)].replace("：", ":").partition(":")[0]
        parts = [f"{name}:{_value(after, tag, wanted)}" for tag in sorted(meant)]
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    _rewrite(db, put)


def _value(tree: TagTree, tag: int, wanted: Field) -> str:
    """As many names from the end of a path as mean no other tag, but not fewer than there were; else the whole path."""
    path = split_path(tree.path(tag))
    ends = (SEPARATOR.join(path[-count:]) for count in range(len(split_path(wanted.value)), len(path) + 1))
    means_it = (end for end in ends if not wanted.whole and tags_meant(tree, Field("tag", end)) == [tag])
    end = next(means_it, "")
    return quoted(end) if end else "=" + quoted(tree.path(tag))


def _rewrite(db: Database, put: Callable[[str, Field], str | None]) -> None:
    """Put something else in the place of fields of the saved searches; None: leave one as it is."""
    for search in searches.every(db):
        query = search.query
        for field in reversed([*fields(_parsed(query))]):
            if (other := put(search.query, field)) is not None:
                query = query[: field.place[0]] + other + query[field.place[1] :]
        if query != search.query and _parsed(query) is not None:  # it may have become too long
            searches.update(db, search.id, search.name, query)


def _parsed(query: str) -> Wanted | None:
    try:
        return parse(query)
    except QueryError:  # which is stored as it is
        return None
