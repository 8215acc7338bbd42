"""Several tags are merged, moved, coloured and deleted as one step, and what that would change is told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.services import applying, edits, tagging, tags_together
from reader.services.checking import check
from reader.services.tags_together import Bearing, Merging
from reader.storage import highlights, journal, tags
from reader.storage.library import Library


@pytest.fixture
def db(library: Library) -> Database:
    """Tags 1 a, 2 a/b, 3 a/b/c, 4 d, 5 d/b; highlights 1 (tags 2 and 5), 2 (tag 3), 3 (tag 5); the article has 2."""
    article = making.add(library.db)
    for path in ("a/b/c", "d/b"):
        tagging.add(library.db, path)
    for start, on in ((0, [2, 5]), (1, [3]), (2, [5])):
        edits.highlight(library.db, article, start, start + 3, tags=on)
    with journal.step(library.db, "tag"):
        applying.put_on_articles(library.db, [article], [2], None)
    return library.db


def paths(db: Database) -> list[str]:
    tree = tags.tree(db)
    return [tree.path(tag.id) for tag in tree]


def tagged(db: Database) -> list[tuple[int, ...]]:
    return [each.tags for each in sorted(highlights.of_article(db, 1), key=lambda each: each.id)]


def test_what_has_tags_or_some_below_them_is_counted_once(db: Database) -> None:
    assert tags_together.bearing(db, [1]) == Bearing(highlights=2, only=1, articles=1, tags=3)
    assert tags_together.bearing(db, [5]) == Bearing(2, 1, 0, 1)
    assert tags_together.bearing(db, [1, 2, 5]) == Bearing(3, 3, 1, 4)


def test_what_merging_would_change_is_what_it_changes(db: Database) -> None:
    assert tags_together.merging(db, [2], 5) == Merging(1, 1, both=1, both_articles=0, children=1, namesakes=0)
    assert tags_together.merging(db, [1], 4) == Merging(0, 0, 0, 0, children=1, namesakes=1)
    assert tags_together.merging(db, [2, 3], 5) == Merging(2, 1, 1, 0, children=0, namesakes=0)


def test_several_tags_become_one(db: Database) -> None:
    before, steps = (paths(db), tagged(db)), len(journal.history(db))
    tags_together.merge(db, [2, 3, 5], 5)
    assert paths(db) == ["a", "d", "d/b"] and tagged(db) == [(5,), (5,), (5,)]
    assert len(journal.history(db)) == steps + 1 and check(db) == []
    edits.undo(db)
    assert (paths(db), tagged(db)) == before and check(db) == []


def test_those_below_another_one_go_with_it(db: Database) -> None:
    tags_together.move(db, [1, 3, 2], 5)
    assert paths(db) == ["d", "d/b", "d/b/a", "d/b/a/b", "d/b/a/b/c"]
    assert journal.history(db)[0].count == 1
    tags_together.delete(db, [5, 3])
    assert paths(db) == ["d"] and tagged(db) == [(), (), ()] and check(db) == []


def test_highlights_may_go_with_their_tags(db: Database) -> None:
    tags_together.delete(db, [2, 4], with_highlights=True)
    assert paths(db) == ["a"] and tagged(db) == [] and check(db) == []
    assert (journal.history(db)[0].kind, journal.history(db)[0].count) == ("tags-delete", 4)
    edits.undo(db)
    assert tagged(db) == [(2, 5), (3,), (5,)] and check(db) == []
    tagging.delete(db, 3, with_highlights=True)
    assert tagged(db) == [(2, 5), (5,)]


def test_several_get_a_colour_together(db: Database) -> None:
    tags_together.recolor(db, [1, 4], "teal")
    assert [tag.color == "teal" for tag in tags.tree(db)] == [True, False, False, True, False]
    assert journal.history(db)[0].count == 2


def test_highlights_get_and_lose_tags_together(db: Database) -> None:
    change = tags_together.retag(db, [1, 2, 3], put=[4], new=["new/one"], take=[5])
    made = tags.tree(db).find("new/one")
    assert made is not None and tagged(db) == [(2, 4, made.id), (3, 4, made.id), (4, made.id)]
    assert change.highlights == {1, 2, 3} and check(db) == []
    edits.undo(db)
    assert tagged(db) == [(2, 5), (3,), (5,)] and "new/one" not in paths(db)


REFUSED: dict[str, Callable[[Database], object]] = {
    "merged into itself alone": lambda db: tags_together.merge(db, [1], 1),
    "merged below one of them": lambda db: tags_together.merge(db, [4, 1], 3),
    "moved below one of them": lambda db: tags_together.move(db, [4, 1], 3),
    "one has the name of another": lambda db: tags_together.move(db, [2, 5], None),
    "one is gone": lambda db: tags_together.delete(db, [1, 99]),
    "something else would be deleted than was said": lambda db: tags_together.delete(db, [3], said=Bearing(0, 0, 0, 1)),
    "something else would be merged than was said": lambda db: tags_together.merge(
        db, [2], 5, said=Merging(1, 1, 0, 0, 1, 0)
    ),
    "no colour": lambda db: tags_together.recolor(db, [1, 2], "#fff"),
    "no such tag": lambda db: tags_together.retag(db, [1], put=[99]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_all_of_it_is_refused_or_nothing(db: Database, name: str) -> None:
    before = (paths(db), tagged(db), tags.tree(db).by_id, journal.history(db))
    with pytest.raises(EditError):
        REFUSED[name](db)
    assert (paths(db), tagged(db), tags.tree(db).by_id, journal.history(db)) == before


def test_siblings_stand_as_they_were_put(db: Database) -> None:
    tagging.add(db, "e")

    def by_hand() -> list[str]:
        return [tag.name for tag in tags.tree(db).children(None, "hand")]

    assert by_hand() == ["a", "d", "e"]
    tagging.arrange(db, None, [6, 1])
    assert by_hand() == ["e", "a", "d"] and journal.history(db)[0].kind == "tag-order"
    tagging.arrange(db, None, [6, 3, 1, 4])
    assert by_hand() == ["e", "c", "a", "d"] and journal.history(db)[0].kind == "tag-move"
    assert paths(db) == ["a", "a/b", "c", "d", "d/b", "e"]
    tagging.move(db, 6, 4)  # where it has no place yet, and is behind those that have
    tagging.arrange(db, 4, [5])
    assert [tag.name for tag in tags.tree(db).children(4, "hand")] == ["b", "e"]
    edits.undo(db)
    with pytest.raises(EditError, match="cannot be moved into itself"):
        tagging.arrange(db, 1, [2, 1])


def test_siblings_stand_by_how_often_they_are_used(db: Database) -> None:
    tree = tags.tree(db)
    assert [tag.id for tag in tree.walk("count")] == [1, 2, 3, 4, 5]
    assert [tag.id for tag in tree.children(None, "count", {1: 0, 4: 3})] == [4, 1]
