"""Several tags are merged, moved, coloured and deleted as one step, and what that would change is told before."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.tag import TagTree
from reader.services import annotating, applying, edits, lists, tagging, tags_together
from reader.services.checking import check
from reader.services.tags_together import Bearing, Merging
from reader.storage import highlights, journal, tags
from reader.storage.journal import Advance, silently
from reader.storage.library import Library

NONE = {"losing": 0, "losing_articles": 0}


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


def found(db: Database, path: str) -> int:
    tag = tags.tree(db).find(path)
    assert tag is not None
    return tag.id


def tagged(db: Database) -> list[tuple[int, ...]]:
    return [each.tags for each in sorted(highlights.of_article(db, 1), key=lambda each: each.id)]


def having(db: Database, owner: str) -> dict[int, set[int]]:
    """The tags of each highlight, or of each whole article, that has any."""
    on = defaultdict[int, set[int]](set)
    for each, tag in db.execute(f"select {owner}, tag from {owner}_tags").fetchall():
        on[each].add(tag)
    return on


def heir(db: Database, before: TagTree, after: TagTree, tag: int) -> int:
    """The tag itself, or the one that it became."""
    known, heirs = {each.uid: each.id for each in after}, journal.heirs(db)
    uid = before.by_id[tag].uid
    return known[uid if uid in known else heirs[uid]]


def test_what_has_tags_or_some_below_them_is_counted_once(db: Database) -> None:
    assert tags_together.bearing(db, [1]) == Bearing(highlights=2, only=1, articles=1, tags=3)
    assert tags_together.bearing(db, [5]) == Bearing(2, 1, 0, 1)
    assert tags_together.bearing(db, [1, 2, 5]) == Bearing(3, 3, 1, 4)


def test_what_merging_would_change_is_what_it_changes(db: Database) -> None:
    assert tags_together.merging(db, [2], 5) == Merging(1, 1, 1, 0, below=1, namesakes=0, **NONE)
    assert tags_together.merging(db, [1], 4) == Merging(0, 0, 0, 0, below=2, namesakes=1, **NONE)
    assert tags_together.merging(db, [2, 3], 5) == Merging(2, 1, 1, 0, below=0, namesakes=0, **NONE)


def test_namesakes_below_several_tags_are_told_of_at_every_level(db: Database) -> None:
    for path in ("e/b/c", "e/b/x", "f"):
        tagging.add(db, path)
    some, into = [found(db, "a"), found(db, "e")], found(db, "f")
    said = tags_together.merging(db, some, into)
    assert (said.below, said.namesakes) == (5, 2)
    tags_together.merge(db, some, into, said=said)
    assert paths(db) == ["d", "d/b", "f", "f/b", "f/b/c", "f/b/x"] and check(db) == []


def test_what_a_tag_would_take_off_is_told(db: Database) -> None:
    """Of highlights and of the article, on which a/b and d/b are, while s/q excludes its siblings."""
    for path in ("s/p", "s/q"):
        tagging.add(db, path)
    tagging.set_exclusive(db, found(db, "s/q"), True)
    edits.add_tags(db, 1, [found(db, "s/q")])
    edits.add_tags(db, 2, [found(db, "s/q")])
    with journal.step(db, "tag"):
        applying.put_on_articles(db, [1], [found(db, "s/q")], None)
    said = tags_together.merging(db, [2, 5], found(db, "s/p"))
    assert (said.highlights, said.losing, said.losing_articles) == (2, 1, 1)
    tags_together.merge(db, [2, 5], found(db, "s/p"), said=said)
    p, q = found(db, "s/p"), found(db, "s/q")
    assert tagged(db) == [(p,), (3, q), (p,)] and check(db) == []


@pytest.mark.parametrize("below", ["a", "z"])
def test_a_tag_that_is_merged_takes_no_namesake_of_its_own_along(db: Database, below: str) -> None:
    """Whichever of the tags comes first by name: d/b is merged, not the one that comes to its place."""
    tagging.add(db, f"{below}{below}/b")
    tags_together.merge(db, [5, found(db, below * 2)], 4)
    assert [path for path in paths(db) if path[0] == "d"] == ["d", "d/b"]
    edits.undo(db)
    edits.redo(db)
    assert check(db) == []


def test_tags_in_one_anothers_places_are_merged(db: Database) -> None:
    for path in ("g/x/y/1", "g/y/x/2"):
        tagging.add(db, path)
    tags_together.merge(db, [found(db, "g/x"), found(db, "g/y")], found(db, "g"))
    assert [path for path in paths(db) if path[0] == "g"] == ["g", "g/x", "g/x/2", "g/y", "g/y/1"]
    edits.undo(db)
    assert "g/x/y/1" in paths(db) and check(db) == []


@pytest.mark.parametrize("seed", range(60))
def test_what_is_told_of_any_merging_is_what_it_does(library: Library, seed: int) -> None:
    dice, db = random.Random(seed), library.db
    article, other = making.add(db), making.add(db, "另一篇。")
    for _ in range(dice.randint(4, 9)):
        with journal.step(db, "tag-add"):
            tagging.ensure(db, "/".join(dice.choices("xyz", k=dice.randint(1, 4))))
    every = [tag.id for tag in tags.tree(db)]
    most = min(4, len(every))
    for tag in dice.sample(every, len(every) // 3):
        tagging.set_exclusive(db, tag, True)
    for at in range(12):
        edits.highlight(db, article, at, at + 2, tags=dice.sample(every, dice.randint(0, most)))
    for each in (article, other):
        with journal.step(db, "tag"):
            applying.put_on_articles(db, [each], dice.sample(every, dice.randint(0, most)), None)
    some, into = dice.sample(every, dice.randint(1, min(3, most))), dice.choice(every)
    try:
        said = tags_together.merging(db, some, into)
    except EditError:
        return
    before, marks = tags.tree(db), (having(db, "highlight"), having(db, "article"))
    tags_together.merge(db, some, into, said=said)
    after, merged = tags.tree(db), {*some} - {into}
    assert len(before) - len(after) == len(merged) + said.namesakes
    assert said.below == len(before.with_all_children(merged) - merged)
    heirs = {tag: heir(db, before, after, tag) for tag in every}
    lost = [
        sum(now[each] != {heirs[tag] for tag in on} for each, on in then.items())
        for then, now in zip(marks, (having(db, "highlight"), having(db, "article")), strict=True)
    ]
    got = [sum(bool(on & merged) and into not in on for on in then.values()) for then in marks]
    assert lost == [said.losing, said.losing_articles]
    assert got == [said.highlights - said.both, said.articles - said.both_articles]
    assert check(db) == []
    edits.undo(db)
    assert tags.tree(db).by_id == before.by_id
    assert (having(db, "highlight"), having(db, "article")) == marks


def test_several_tags_become_one(db: Database) -> None:
    before, steps = (paths(db), tagged(db)), len(journal.history(db))
    tags_together.merge(db, [2, 3, 5], 5)
    assert paths(db) == ["a", "d", "d/b"] and tagged(db) == [(5,), (5,), (5,)]
    assert len(journal.history(db)) == steps + 1 and check(db) == []
    edits.undo(db)
    assert (paths(db), tagged(db)) == before and check(db) == []


@pytest.mark.parametrize("act", ["merge", "delete"])
def test_many_are_merged_or_deleted_in_parts_between_which_that_is_stopped(db: Database, act: str) -> None:
    article = making.add(db, "長" * 1500)
    edits.highlight_all(db, {article: [Span(at, at + 1) for at in range(1200)]}, tags=[2])
    annotating.tag_articles(db, [article], put=[2])
    before, said = (paths(db), tagged(db), tags.tree(db).by_id), list[tuple[int, int]]()

    def run(advance: Advance) -> None:
        if act == "merge":
            tags_together.merge(db, [2, 3], 5, advance=advance)
        else:
            tags_together.delete(db, [2, 5], advance=advance)

    def stop(done: int, total: int) -> None:
        said.append((done, total))
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(stop)
    assert len(said) > 3 and [done for done, _ in said] == sorted(done for done, _ in said)
    assert (paths(db), tagged(db), tags.tree(db).by_id) == before and check(db) == []
    run(silently)
    assert paths(db) != before[0] and check(db) == []
    edits.undo(db)
    assert (paths(db), tagged(db), tags.tree(db).by_id) == before and check(db) == []


def test_those_below_another_one_go_with_it(db: Database) -> None:
    tags_together.move(db, [1, 3, 2], 5)
    assert paths(db) == ["d", "d/b", "d/b/a", "d/b/a/b", "d/b/a/b/c"]
    assert journal.history(db)[0].count == 1
    tags_together.delete(db, [5, 3])
    assert paths(db) == ["d"] and tagged(db) == [(), (), ()] and check(db) == []


@pytest.mark.parametrize("seed", range(40))
def test_what_is_moved_together_stands_as_if_one_was_moved_after_the_other(library: Library, seed: int) -> None:
    dice, db = random.Random(seed), library.db
    for _ in range(12):
        with journal.step(db, "tag-add"):
            tagging.ensure(db, "/".join(dice.choices("uvwxyz", k=dice.randint(1, 9))))
    before = tags.tree(db)
    some, parent = dice.sample(list(before.by_id), 3), dice.choice([None, *before.by_id])
    acts: list[Callable[[Database], object]] = [
        lambda db: [tagging.move(db, tag, parent) for tag in before.topmost(some)],
        lambda db: tags_together.move(db, some, parent),
    ]
    ends = []
    for act in acts:
        with journal.step(db, "tag-move") as step:  # so that one undo takes all of it back
            try:
                act(db)
            except EditError as error:
                ends.append(error.kind)
            else:
                ends.append(paths(db))
        if step.change.tags:
            edits.undo(db)
        assert paths(db) == [before.path(tag.id) for tag in before]
    assert ends[0] == ends[1]


MANY: dict[str, Callable[[Database, list[int], int], object]] = {
    "moved": tags_together.move,
    "moved to a place between others": lambda db, some, parent: tagging.arrange(db, parent, some),
    "coloured": lambda db, some, _: tags_together.recolor(db, some, "teal"),
    "deleted": lambda db, some, _: tags_together.delete(db, some),
}


@pytest.mark.parametrize("name", MANY)
def test_the_tree_is_not_read_for_each_of_many_tags(db: Database, name: str) -> None:
    for each in range(30):
        tagging.add(db, f"many/{each}")
    some = [tag.id for tag in tags.tree(db).children(found(db, "many"))]
    lists.save_search(db, "s", "tag:many/7 民生")
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    MANY[name](db, some, 4)
    db.conn.set_trace_callback(None)
    assert sum(words.startswith(f"select {tags.COLUMNS}") for words in asked) <= 3
    assert check(db) == []


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
        db, [2], 5, said=Merging(1, 1, 0, 0, 1, 0, **NONE)
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
