"""The tag tree is changed as wished, or the wish refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.tag import COLORS, LEVELS, NAME_LIMIT
from reader.services import applying, edits, tagging
from reader.services.checking import check
from reader.storage import highlights, journal, tags
from reader.storage.library import Library


@pytest.fixture
def db(library: Library) -> Database:
    """Tags 1 a, 2 a/b, 3 a/b/c, 4 d, 5 d/b; highlights 1 (tags 2 and 5), 2 (tag 3), 3 (tag 5)."""
    article = making.add(library.db)
    for path in ("a/b/c", "d/b"):
        tagging.add(library.db, path)
    for start, on in ((0, [2, 5]), (1, [3]), (2, [5])):
        edits.highlight(library.db, article, start, start + 3, tags=on)
    return library.db


def paths(db: Database) -> list[str]:
    tree = tags.tree(db)
    return [tree.path(tag.id) for tag in tree]


def tagged(db: Database) -> list[tuple[int, ...]]:
    return [each.tags for each in sorted(highlights.of_article(db, 1), key=lambda each: each.id)]


def test_a_path_is_made_with_the_parents_that_are_missing(db: Database) -> None:
    made, change = tagging.add(db, " a / x  y /\tz", "red")
    tree = tags.tree(db)
    assert tree.path(made) == "a/x y/z" and tree.by_id[made].color == "red"
    parent = tree.by_id[made].parent
    assert parent is not None and tree.by_id[parent].color == tree.by_id[1].color
    assert change.tags == {parent, made}


def test_a_name_has_one_form_however_it_was_typed(db: Database) -> None:
    made, _ = tagging.add(db, "cafe\u0301\u3000au\n lait")
    assert tags.tree(db).path(made) == "caf\u00e9 au lait"
    for typed in ("caf\u00e9  au lait", " cafe\u0301 au lait"):
        found = tags.tree(db).find(typed)
        assert found is not None and found.id == made
    tagging.add(db, "CAF\u00c9 au lait")  # which is another one
    made, _ = tagging.add(db, "x\0\x1b\ud800")
    assert tags.tree(db).path(made) == "x" + "\ufffd" * 3


def test_a_tree_may_be_as_deep_as_is_allowed_and_no_deeper(db: Database) -> None:
    bottom, _ = tagging.add(db, "/".join(f"deep {level}" for level in range(LEVELS - 2)))
    with pytest.raises(EditError, match="levels deep; a would stand deeper"):
        tagging.move(db, 1, bottom)
    tagging.move(db, 4, bottom)
    assert max(tags.tree(db).depth(tag.id) for tag in tags.tree(db)) == LEVELS - 1
    with pytest.raises(EditError, match="levels deep; c would stand deeper"):
        tagging.merge(db, 1, 4)


RACES: dict[str, tuple[Callable[[Database], object], Callable[[Database], object], str]] = {
    "added": (
        lambda other: tagging.add(other, "a/x"),
        lambda db: tagging.add(db, "a/x"),
        "There is a tag a/x already.",
    ),
    "name taken": (
        lambda other: tagging.add(other, "x"),
        lambda db: tagging.rename(db, 1, "x"),
        "There is a tag x already.",
    ),
    "parent deleted": (lambda other: tagging.delete(other, 4), lambda db: tagging.move(db, 2, 4), edits.TAG_GONE),
    "target deleted": (lambda other: tagging.delete(other, 5), lambda db: tagging.merge(db, 3, 5), edits.TAG_GONE),
    "target moved below": (
        lambda other: tagging.move(other, 4, 2),
        lambda db: tagging.merge(db, 2, 4),
        "a/b cannot be merged into itself or into a tag below itself.",
    ),
    "saved below a deleted one": (
        lambda other: tagging.delete(other, 4),
        lambda db: tagging.save(db, None, name="x", parent=4, color="red", digit="", description=""),
        edits.TAG_GONE,
    ),
}


@pytest.mark.parametrize("name", RACES)
def test_what_another_program_did_at_the_last_moment_counts(library: Library, db: Database, name: str) -> None:
    act, wish, sentence = RACES[name]
    making.before_next_transaction(library, act)
    with pytest.raises(EditError) as refused:
        wish(db)
    assert str(refused.value) == sentence
    assert check(db) == []


def test_new_tags_at_the_top_take_the_colour_that_is_used_least(library: Library) -> None:
    for number in range(len(COLORS)):
        tagging.add(library.db, f"tag {number}")
    assert sorted(tag.color for tag in tags.tree(library.db)) == sorted(COLORS)


def test_a_tag_moves_with_all_below_it(db: Database) -> None:
    tagging.move(db, 2, None)
    assert paths(db) == ["a", "b", "b/c", "d", "d/b"]
    tagging.rename(db, 2, "x")
    tagging.move(db, 2, 4)
    assert paths(db) == ["a", "d", "d/b", "d/x", "d/x/c"]


def test_merging_gives_highlights_and_children_to_the_other(db: Database) -> None:
    change = tagging.merge(db, 2, 5)
    assert paths(db) == ["a", "d", "d/b", "d/b/c"]
    assert tagged(db) == [(5,), (3,), (5,)]
    assert tags.tree(db).by_id[5].highlights == 2
    assert change.tags == {2, 3} and change.highlights == {1} and check(db) == []


def test_merging_merges_children_of_the_same_name_too(db: Database) -> None:
    before = paths(db), tagged(db)
    tagging.merge(db, 1, 4)
    assert paths(db) == ["d", "d/b", "d/b/c"]
    assert tagged(db) == [(5,), (3,), (5,)]  # not twice on the one that had both
    assert journal.history(db)[0].kind == "tag-merge" and check(db) == []
    edits.undo(db)
    assert (paths(db), tagged(db)) == before and check(db) == []


def test_a_child_named_as_its_parent_takes_the_place_of_that(db: Database) -> None:
    tagging.add(db, "d/b/b")
    tagging.merge(db, 5, 4)
    assert paths(db) == ["a", "a/b", "a/b/c", "d", "d/b"]
    assert tagged(db) == [(2, 4), (3,), (4,)]
    edits.undo(db)
    assert paths(db)[-1] == "d/b/b" and check(db) == []


def test_what_is_merged_has_an_heir_until_that_is_undone_also_where_children_have_the_same_name(db: Database) -> None:
    uids = {tag.id: tag.uid for tag in tags.tree(db)}
    heirs = {uids[1]: uids[4], uids[2]: uids[5]}
    tagging.merge(db, 1, 4)
    assert journal.heirs(db) == heirs
    edits.undo(db)
    assert journal.heirs(db) == {} and paths(db) == ["a", "a/b", "a/b/c", "d", "d/b"]
    edits.redo(db)
    tagging.delete(db, 4)
    assert journal.heirs(db) == heirs


def test_what_a_merged_tag_is_for_and_its_key_go_to_the_other_one(db: Database) -> None:
    for tag, words, digit in ((2, "first", "1"), (5, "second", "")):
        tagging.describe(db, tag, words)
        tagging.set_shortcut(db, tag, digit)
    tagging.merge(db, 2, 5)
    assert (tags.tree(db).by_id[5].description, tags.tree(db).by_id[5].shortcut) == ("second\nfirst", "1")
    tagging.set_shortcut(db, 3, "2")
    tagging.merge(db, 3, 5)
    assert tags.tree(db).by_id[5].shortcut == "1"
    edits.undo(db)
    assert tags.tree(db).by_id[3].shortcut == "2" and check(db) == []


def test_deleting_takes_all_below_and_keeps_the_highlights(db: Database) -> None:
    tagging.delete(db, 1)
    assert paths(db) == ["d", "d/b"] and tagged(db) == [(5,), (), (5,)] and check(db) == []
    assert journal.history(db)[0].count == 3


def test_a_digit_belongs_to_one_tag(db: Database) -> None:
    tagging.set_shortcut(db, 1, "1")
    tagging.set_shortcut(db, 2, "1")
    assert [tag.shortcut for tag in tags.tree(db)] == ["", "1", "", "", ""]
    tagging.set_shortcut(db, 2, "")
    assert tags.tree(db).by_shortcut("1") is None


def test_a_tag_is_edited_as_a_whole_in_one_step(db: Database) -> None:
    steps = len(journal.history(db))
    tagging.save(db, 2, name="B", parent=4, color="teal", digit="7", description="line\none")
    tag = tags.tree(db).by_id[2]
    assert (tag.name, tag.parent, tag.color, tag.shortcut, tag.description) == ("B", 4, "teal", "7", "line\none")
    assert len(journal.history(db)) == steps + 1
    made, _ = tagging.save(db, None, name="new", parent=2, color="", digit="8", description="")
    assert tags.tree(db).path(made) == "d/B/new" and len(journal.history(db)) == steps + 2
    assert not tagging.save(db, 2, name="B", parent=4, color="teal", digit="7", description="line\none")[1]


def test_what_was_not_changed_of_a_tag_stays_as_another_one_made_it_meanwhile(db: Database) -> None:
    given = tags.tree(db).by_id[2]
    tagging.save(db, 2, name="B", parent=4, color="teal", digit="7", description="theirs")
    steps = len(journal.history(db))
    as_given: dict[str, Any] = {"name": "b", "parent": 1, "color": given.color, "digit": "", "description": ""}
    tagging.save(db, 2, **as_given, exclusive=True, given=given)
    tag = tags.tree(db).by_id[2]
    assert (tag.name, tag.parent, tag.color, tag.shortcut, tag.description) == ("B", 4, "teal", "7", "theirs")
    assert tag.exclusive and journal.history(db)[0].detail == "d/B" and len(journal.history(db)) == steps + 1
    tagging.save(db, 2, **as_given | {"name": "mine", "description": "mine"}, exclusive=True, given=given)
    tag = tags.tree(db).by_id[2]
    assert (tag.name, tag.parent, tag.description) == ("mine", 4, "theirs\nmine")


def test_a_tag_is_edited_though_the_one_above_it_was_left_and_deleted_meanwhile(db: Database) -> None:
    given = tags.tree(db).by_id[2]
    tagging.move(db, 2, None)
    tagging.delete(db, 1)
    tagging.save(db, 2, name="b", parent=1, color="teal", digit="", description="", given=given)
    assert tags.tree(db).path(2) == "b" and tags.tree(db).by_id[2].color == "teal"


def test_a_new_tag_is_put_on_a_passage_or_a_highlight_in_one_step(db: Database) -> None:
    steps = len(journal.history(db))
    tag, highlight, change = tagging.add_and_apply(db, "new/one", 1, Span(7, 9), None, analyst="林")
    found = highlights.get(db, highlight)
    assert found is not None and (found.tags, found.span, found.analyst) == ((tag,), Span(7, 9), "林")
    assert change.highlights == {highlight} and tag in change.tags
    assert tagging.add_and_apply(db, "new/one", 1, None, highlight)[0] == tag
    assert len(journal.history(db)) == steps + 1  # the second wrote nothing
    with pytest.raises(EditError, match="Select a passage"):
        tagging.add_and_apply(db, "lost", 1, None, None)
    assert "lost" not in paths(db)


GONE = "was deleted meanwhile"
REFUSED: dict[str, tuple[Callable[[Database], Any], str]] = {
    "no name": (lambda db: tagging.add(db, " / "), "needs a name"),
    "a long name": (
        lambda db: tagging.add(db, "a/" + "x" * (NAME_LIMIT + 1)),
        "may have 200 characters; this one has 201",
    ),
    "a semicolon": (lambda db: tagging.rename(db, 1, "x; y"), "stands between tags in exported files"),
    "a name shown backwards": (lambda db: tagging.rename(db, 1, "\u202eevil"), "direction of writing"),
    "a path shown backwards": (lambda db: tagging.add(db, "x/\u2067y"), "direction of writing"),
    "what becomes a semicolon": (lambda db: tagging.add(db, "x\u037e y"), "stands between tags in exported files"),
    "too many levels": (lambda db: tagging.add(db, "x/" * (LEVELS + 1)), "Tags may stand 50 levels deep; x would"),
    "a slash": (lambda db: tagging.rename(db, 1, "x/y"), "separates parent and child"),
    "an empty new name": (lambda db: tagging.rename(db, 1, "\n "), "needs a name"),
    "a name that is there": (lambda db: tagging.add(db, "a/b"), "There is a tag a/b already"),
    "renamed to a sibling": (lambda db: tagging.rename(db, 1, "d"), "There is a tag d already"),
    "moved beside a namesake": (lambda db: tagging.move(db, 2, 4), "There is a tag d/b already"),
    "moved below itself": (lambda db: tagging.move(db, 1, 3), "cannot be moved into itself"),
    "moved into itself": (lambda db: tagging.move(db, 1, 1), "cannot be moved into itself"),
    "merged below itself": (lambda db: tagging.merge(db, 1, 2), "cannot be merged into itself"),
    "no colour": (lambda db: tagging.recolor(db, 1, "#fff"), "#fff is not a colour of tags"),
    "no digit": (lambda db: tagging.set_shortcut(db, 1, "12"), "a digit from 1 to 9"),
    "edited to a namesake": (
        lambda db: tagging.save(db, 2, name="b", parent=4, color="red", digit="1", description="x"),
        "There is a tag d/b already",
    ),
    "renamed after deletion": (lambda db: tagging.rename(db, 99, "x"), GONE),
    "moved under a deleted one": (lambda db: tagging.move(db, 1, 99), GONE),
    "deleted twice": (lambda db: tagging.delete(db, 99), GONE),
    "merged into a deleted one": (lambda db: tagging.merge(db, 1, 99), GONE),
    "coloured after deletion": (lambda db: tagging.recolor(db, 99, "red"), GONE),
    "a digit for a deleted one": (lambda db: tagging.set_shortcut(db, 99, "1"), GONE),
    "described after deletion": (lambda db: tagging.describe(db, 99, "x"), GONE),
    "edited after deletion": (
        lambda db: tagging.save(db, 99, name="x", parent=None, color="red", digit="", description=""),
        GONE,
    ),
    "a deleted one on a highlight": (lambda db: edits.tag_highlight(db, 1, 99), GONE),
    "a highlight with a deleted one": (lambda db: edits.highlight(db, 1, 9, 12, tags=[1, 99]), GONE),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wish_that_cannot_be_met_is_refused_and_changes_nothing(db: Database, name: str) -> None:
    wish, words = REFUSED[name]
    before = (paths(db), tagged(db), tags.tree(db).by_id, journal.history(db))
    with pytest.raises(EditError) as refused:
        wish(db)
    assert words in str(refused.value) and str(refused.value).endswith(".")
    assert (paths(db), tagged(db), tags.tree(db).by_id, journal.history(db)) == before


def test_names_that_differ_in_case_or_script_are_different(db: Database) -> None:
    for name in ("A", "Ａ", "發展", "发展"):
        tagging.add(db, name)
    assert len(tags.tree(db)) == 9


def test_the_tags_used_last_come_first(db: Database) -> None:
    edits.tag_highlight(db, 2, 4)
    assert tags.recent(db, 2) == [4, 5] and tags.recent(db, 0) == []


@pytest.mark.parametrize("into", [4, 1])
def test_a_tag_that_others_are_merged_into_was_used_when_they_were(db: Database, into: int) -> None:
    edits.tag_highlight(db, 2, 4)
    edits.tag_highlight(db, 1, 3)
    on, before = {each.id: each.tags for each in highlights.of_article(db, 1)}, tags.recent(db)
    for gone in (5, 2):
        tagging.merge(db, gone, into)
    assert tags.last_put_on(db)[-1] == tags.recent(db)[0] == 3
    for each in highlights.of_article(db, 1):
        assert each.tags == tuple(dict.fromkeys(into if tag in (2, 5) else tag for tag in on[each.id]))
    edits.undo(db)
    edits.undo(db)
    assert {each.id: each.tags for each in highlights.of_article(db, 1)} == on and tags.recent(db) == before


def test_a_tag_that_many_highlights_got_does_not_hide_what_was_used_before(db: Database) -> None:
    edits.tag_highlight(db, 2, 4)
    before = [tag for tag in tags.recent(db) if tag != 3]
    article = making.add(db, "長" * 1500)
    many = [(article, Span(at, at + 1), "長" * 1500) for at in range(1200)]
    with journal.step(db, "tag"):
        applying.put_on(db, highlights.add_all(db, many), [3])
    assert tags.recent(db) == [3, *before] and len(before) > 1


def test_a_path_with_wide_slashes_is_one_of_parents_and_children(db: Database) -> None:
    made, _ = tagging.add(db, "經濟／海洋")
    assert {"經濟", "經濟/海洋"} <= {*paths(db)}
    assert tagging.ensure(db, "經濟／海洋") == tagging.ensure(db, "經濟/海洋") == made


def test_a_tag_with_a_wide_slash_in_its_name_is_used_and_edited_as_it_is(db: Database) -> None:
    """Such tags were made before wide slashes parted names."""
    older = tags.add(db, "經濟／海洋", None, "red")
    assert tagging.ensure(db, "經濟／海洋") == older
    tagging.save(db, older, name="經濟／海洋", parent=None, color="blue", digit="", description="")
    assert tags.tree(db).by_id[older].color == "blue"
    below, _ = tagging.save(db, None, name="漁業", parent=older, color="blue", digit="", description="")
    assert tags.tree(db).path(below) == "經濟／海洋/漁業"
    made, _ = tagging.add(db, "經濟／海洋/漁業／捕撈")
    assert tags.tree(db).path(made) == "經濟／海洋/漁業/捕撈"
    made = tagging.ensure(db, "經濟／海洋／環保/沙灘")
    assert tags.tree(db).path(made) == "經濟／海洋/環保/沙灘" and "經濟" not in paths(db)
    with pytest.raises(EditError, match="may not contain"):
        tagging.rename(db, below, "漁業／捕撈")
