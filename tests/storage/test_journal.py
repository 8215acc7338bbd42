"""Undo and redo of everything a person does, also after a restart, and steps that fail."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

import making
from reader.domain.change import Change
from reader.domain.errors import EditError, LibraryError
from reader.domain.highlight import Span
from reader.services import edits, tagging
from reader.services.checking import check
from reader.storage import articles, journal, tags, texts
from reader.storage.library import Library, create, open_library

# All that a person stores. Analysts are names that stay known; steps are the history itself.
TABLES = ("articles", "texts", "originals", "tags", "highlights", "highlight_tags", "tag_counts")


def rows(db: Database) -> dict[str, list[Any]]:
    """Everything stored, but the time at which an article went to the trash."""
    found = {name: sorted(map(repr, db.execute(f"select * from {name}"))) for name in TABLES}
    columns = [column.name for column in db.table("articles").columns if column.name != "trashed"]
    listed = ", ".join(columns)
    found["articles"] = sorted(map(repr, db.execute(f"select {listed}, trashed is null from articles")))
    return found


@pytest.fixture
def db(library: Library) -> Database:
    """Two articles, tags a, a/b and c with a shortcut, and a highlight with note and tags."""
    first, _ = making.add(library.db), making.add(library.db, "Second\nwords of the second article")
    for path in ("a/b", "c"):
        tagging.add(library.db, path)
    tagging.set_shortcut(library.db, 3, "1")
    edits.highlight(library.db, first, 0, 6, tags=[2, 3], note="n", color="red", analyst="林")
    edits.highlight(library.db, first, 3, 9, tags=[2])
    return library.db


EDITS: dict[str, Callable[[Database], Any]] = {
    "import": lambda db: making.add(db, "Third\nanother text"),
    "highlight": lambda db: edits.highlight(db, 1, 7, 10, tags=[1, 3], note="x", color="blue", analyst="王"),
    "highlight again": lambda db: edits.highlight(db, 1, 0, 6, tags=[1], note="other", color="green"),
    "remove-highlight": lambda db: edits.remove_highlights(db, [1, 2]),
    "tag": lambda db: edits.tag_highlight(db, 2, 3),
    "untag": lambda db: edits.tag_highlight(db, 1, 2, on=False),
    "note": lambda db: edits.set_note(db, 1, "一\n二\x00"),
    "color": lambda db: edits.set_highlight_color(db, 1, ""),
    "star": lambda db: edits.set_starred(db, [1, 2], True),
    "read": lambda db: edits.set_read(db, [1], True),
    "trash": lambda db: edits.trash(db, [1, 2]),
    "tag-add": lambda db: tagging.add(db, "a/new/newer", "red"),
    "tag-rename": lambda db: tagging.rename(db, 1, "A"),
    "tag-move": lambda db: tagging.move(db, 2, 3),
    "tag-color": lambda db: tagging.recolor(db, 1, "pink"),
    "tag-shortcut": lambda db: tagging.set_shortcut(db, 1, "1"),
    "tag-describe": lambda db: tagging.describe(db, 1, "about"),
    "tag-delete": lambda db: tagging.delete(db, 1),
    "tag-merge": lambda db: tagging.merge(db, 3, 2),
    "tag-apply": lambda db: tagging.add_and_apply(db, "fresh/one", 2, Span(0, 6), None, analyst="林"),
    "tag-apply to a highlight": lambda db: tagging.add_and_apply(db, "fresh", 1, None, 1),
    "highlight with new tags": lambda db: tagging.highlight_with(
        db, 2, 0, 3, ["x/y", "c"], note="", color="", analyst=""
    ),
    "tag-edit": lambda db: tagging.save(db, 2, name="B", parent=None, color="teal", digit="1", description="d"),
    "tag made in a dialog": lambda db: tagging.save(db, None, name="z", parent=1, color="", digit="4", description="d"),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_one_step_that_is_taken_back_and_done_again(db: Database, library: Library, name: str) -> None:
    before, steps = rows(db), len(journal.history(db))
    EDITS[name](db)
    after = rows(db)
    assert after != before
    assert len(journal.history(db)) == steps + 1
    for _ in range(2):
        undone = edits.undo(db)
        assert undone is not None
        step, change = undone
        assert change and step.kind.split(" ")[0] in journal.history(db)[0].kind
        if name == "import":  # an import that is taken back lies in the trash
            assert articles.counts(db)["trash"] == 1
        else:
            assert rows(db) == before
        redone = edits.redo(db)
        assert redone is not None and redone[0].id == step.id
        assert rows(db) == after
    assert check(db) == []


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_taken_back_after_a_restart(db: Database, library: Library, name: str) -> None:
    before = rows(db)
    EDITS[name](db)
    after = rows(db)
    library.close()
    for wanted, act in ((before, edits.undo), (after, edits.redo)):
        again = open_library(library.path)
        act(again.db)
        if name != "import" or act is edits.redo:
            assert rows(again.db) == wanted
        again.close()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_fails_late_changes_nothing(db: Database, name: str) -> None:
    before, history = rows(db), journal.history(db)
    with pytest.raises(RuntimeError, match="too late"), journal.step(db, "outer"):
        EDITS[name](db)
        raise RuntimeError("too late")
    assert rows(db) == before and journal.history(db) == history
    assert not db.conn.in_transaction
    edits.set_starred(db, [1], True)  # and the journal goes on recording
    edits.undo(db)
    assert rows(db) == before


def test_steps_inside_a_step_are_part_of_it(db: Database) -> None:
    before = rows(db)
    with journal.step(db, "both", detail="x" * 500, count=2, analyst="林") as step:
        inner = [edits.set_note(db, 1, "x"), edits.set_starred(db, [2], True)]
        with journal.step(db, "nothing"):
            pass
    assert inner[0].highlights == {1} and inner[0].articles == {1}
    assert inner[1].highlights == frozenset() and inner[1].articles == {2}
    assert step.change == inner[0] | inner[1]
    last = journal.history(db)[0]
    assert (last.kind, last.count, last.detail, last.analyst) == ("both", 2, "x" * 120, "林")
    edits.undo(db)
    assert rows(db) == before


def test_what_is_changed_twice_in_a_step_is_put_back_in_reverse(db: Database) -> None:
    before = rows(db)
    with journal.step(db, "swap"):
        tagging.rename(db, 1, "free")
        tagging.rename(db, 3, "a")
        tagging.rename(db, 1, "c")
        edits.set_note(db, 1, "one")
        edits.set_note(db, 1, "two")
        edits.remove_highlights(db, [1])
    after = rows(db)
    edits.undo(db)
    assert rows(db) == before
    edits.redo(db)
    assert rows(db) == after


def test_a_step_that_writes_nothing_leaves_no_entry_and_keeps_redo(db: Database) -> None:
    edits.set_starred(db, [1], True)
    edits.undo(db)
    history = journal.history(db)
    assert not edits.set_starred(db, [1], False)
    assert not edits.tag_highlight(db, 1, 2)
    assert not edits.set_note(db, 1, "n")
    with pytest.raises(EditError):
        edits.set_note(db, 99, "x")
    assert journal.history(db) == history
    assert edits.redo(db) is not None


def test_a_new_step_ends_what_could_be_done_again(db: Database) -> None:
    edits.set_starred(db, [1], True)
    edits.set_starred(db, [2], True)
    edits.undo(db)
    edits.undo(db)
    assert [each.undone for each in journal.history(db)[:2]] == [True, True]
    edits.set_note(db, 1, "new")
    assert journal.next_redo(db) is None and edits.redo(db) is None
    assert [each.kind for each in journal.history(db)][:2] == ["note", "highlight"]


def test_the_change_names_what_was_written(db: Database) -> None:
    highlight, change = edits.highlight(db, 2, 0, 6, tags=[3])
    assert change == Change(frozenset([2]), frozenset([highlight]), frozenset([3]), listed=False)
    assert edits.trash(db, [1]) == Change(frozenset([1]), listed=True)
    assert edits.set_starred(db, [1], True) == Change(frozenset([1]))
    assert tagging.rename(db, 1, "A") == Change(tags=frozenset([1]))
    undone = edits.undo(db)
    assert undone is not None and undone[1] == Change(tags=frozenset([1]))


def test_reading_on_is_no_step_and_undo_leaves_it(db: Database) -> None:
    history = journal.history(db)
    edits.set_starred(db, [1], True)
    edits.mark_opened(db, 1)
    articles.set_place(db, 1, 12)
    edits.undo(db)
    assert journal.history(db)[1:] == history
    row = articles.rows(db, [1])[1]
    assert row.read and not row.starred and articles.place(db, 1) == 12


def test_an_emptied_trash_takes_its_history_along_and_no_more(db: Database) -> None:
    edits.set_note(db, 1, "later")
    edits.highlight(db, 2, 0, 6, tags=[2])
    edits.trash(db, [1])
    edits.restore(db, [1])
    edits.trash(db, [1])
    edits.empty_trash(db)
    assert articles.get(db, 1) is None and texts.origin(db, 1) is None
    for table in ("texts", "originals", "places", "images", "highlights", "highlight_tags", "tag_counts"):
        assert db.execute(f"select count(*) from {table} where article = 1").fetchone()[0] == 0
    assert [(each.kind, each.detail) for each in journal.history(db)] == [
        ("highlight", "Second"),
        ("tag-shortcut", "c"),
        ("tag-add", "c"),
        ("tag-add", "a/b"),
        ("import", ""),
    ]
    while edits.undo(db):
        pass
    assert len(tags.tree(db)) == 0 and articles.counts(db) == dict.fromkeys(articles.SCOPES, 0) | {"trash": 1}
    while edits.redo(db):
        pass
    assert tags.tree(db).by_id[2].highlights == 1 and check(db) == []


def test_undo_sees_what_another_connection_did(db: Database, library: Library) -> None:
    before = rows(db)
    other = library.connect()
    edits.set_note(other, 1, "from elsewhere")
    undone = edits.undo(db)
    assert undone is not None and undone[0].kind == "note" and rows(db) == before
    assert edits.redo(other) is not None
    other.close()


def test_all_steps_after_one_are_taken_back_together_or_none(library: Library, db: Database) -> None:
    before, [latest, *_] = rows(db), journal.history(db)
    for name in ("highlight", "tag-merge", "trash"):
        EDITS[name](db)
    after = rows(db)

    def stop(done: int, total: int) -> None:
        if total != 2:  # the two articles are out of the trash by then
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        edits.undo_to(db, latest.id, advance=stop)
    assert rows(db) == after and not journal.history(db)[0].undone
    with pytest.raises(EditError, match="More was done since"):
        edits.undo_to(db, latest.id, 2)
    change = edits.undo_to(db, latest.id, 3)
    assert rows(db) == before and change.tags and change.highlights and change.articles and change.listed
    assert edits.undo_to(db, latest.id) == Change()
    for _ in range(3):
        edits.redo(db)
    assert rows(db) == after


def test_the_history_is_limited_newest_first(db: Database) -> None:
    for number in range(5):
        edits.set_note(db, 1, str(number))
    assert [each.kind for each in journal.history(db, 3)] == ["note"] * 3
    numbers = [each.id for each in journal.history(db)]
    assert numbers == sorted(numbers, reverse=True) and journal.history(db, 0) == []


# One random edit: its kind, and three numbers that choose what it is done to.
ONE = st.tuples(st.sampled_from(range(20)), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))


def perform(db: Database, kind: int, a: int, b: int, c: int) -> None:
    """Do something to what there is; impossible wishes are refused, and change nothing."""
    article, highlight, tag, other = a + 1, b + 1, a + 1, c + 1
    color = ["", "red", "blue"][c % 3]
    wishes: list[Callable[[], Any]] = [
        lambda: making.add(db, f"Title {a}\nwords {b}"),
        lambda: edits.highlight(db, article, b, b + 1 + c, tags=[tag, other]),
        lambda: edits.highlight(db, article, b, b + 1, note=str(c), color=color, analyst=str(a)),
        lambda: tagging.highlight_with(db, article, b, b + 2, [f"t{c}/u{a}"], note="", color=color, analyst=""),
        lambda: edits.remove_highlights(db, [highlight, article]),
        lambda: edits.tag_highlight(db, highlight, tag, on=c % 2 == 0),
        lambda: edits.set_note(db, highlight, str(c)),
        lambda: edits.set_highlight_color(db, highlight, color),
        lambda: edits.set_starred(db, [article, other], b % 2 == 0),
        lambda: edits.set_read(db, [article], b % 2 == 0),
        lambda: edits.trash(db, [article]),
        lambda: edits.restore(db, [article, other]),
        lambda: tagging.add(db, f"t{a}/u{b}"),
        lambda: tagging.rename(db, tag, f"t{b}"),
        lambda: tagging.move(db, tag, other if b % 2 else None),
        lambda: tagging.delete(db, tag),
        lambda: tagging.merge(db, tag, other),
        lambda: tagging.set_shortcut(db, tag, ["", "1", "2"][c % 3]),
        lambda: tagging.add_and_apply(db, f"t{c}", article, Span(b, b + 1), highlight if c % 2 else None),
        lambda: tagging.save(
            db, tag, name=f"t{b}", parent=None, color=color or "teal", digit=str(c or ""), description="d"
        ),
    ]
    try:
        wishes[kind]()
    except EditError:
        pass


def test_a_step_that_belongs_to_nothing_any_more_cannot_be_taken_back(library: Library, db: Database) -> None:
    edits.remove_highlights(db, [1])
    with closing(sqlite3.connect(library.path, isolation_level=None)) as foreign:  # which knows no foreign keys
        foreign.execute("delete from articles where id = 1")
    before = journal.history(db)
    with pytest.raises(EditError, match="This step cannot be taken back: what it belongs to is gone") as stuck:
        edits.undo(db)
    assert stuck.value.kind == "stuck" and journal.history(db) == before
    edits.set_starred(db, [2], True)  # and all else goes on


EVERYTHING_GONE = "articles where id in (select ? union select id from articles) --"
PLANTED = {
    "a statement as a table": f"update step_rows set name = '{EVERYTHING_GONE}', before = null, after = '{{}}'",
    "a statement as a column": """update step_rows set after = '{"note\\" = 1 --": 2}', before = after""",
    "another table": "update step_rows set name = 'texts', after = null, before = '{}'",
    "an article to delete": "update step_rows set name = 'articles', row = 2, before = null, after = '{}'",
    "an article to make": "update step_rows set name = 'articles', row = 9, before = '{}', after = null",
    "a list": "update step_rows set before = '[]', after = '[]'",
    "nothing": "update step_rows set before = null, after = null",
    "a row of letters": "update step_rows set row = 'x'",
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_planted_in_the_history_is_not_run(db: Database, name: str) -> None:
    edits.set_note(db, 1, "new")
    db.execute(PLANTED[name])
    before = rows(db)
    with pytest.raises(LibraryError, match="is damaged: a value in it is not what was stored"):
        edits.undo(db)
    assert rows(db) == before and not db.conn.in_transaction


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ONE, min_size=1, max_size=4), min_size=1, max_size=12))
def test_undoing_all_gives_back_the_rows_and_redoing_all_the_end(
    tmp_path_factory: pytest.TempPathFactory, groups: list[list[tuple[int, int, int, int]]]
) -> None:
    path: Path = tmp_path_factory.mktemp("library") / "a.reader"
    made = create(path)
    db = made.db
    db.execute("pragma synchronous = off")
    for number in range(6):
        making.add(db, f"Title {number}\nwords {number}")
    tagging.add(db, "t0/u0")
    edits.highlight(db, 1, 0, 5, tags=[1, 2])
    first = len([step for step in journal.history(db) if not step.undone])
    states = [rows(db)]
    for wishes in groups:
        with journal.step(db, "group"):  # each change of a step counts, also of one row again and again
            for wish in wishes:
                perform(db, *wish)
        if rows(db) != states[-1]:
            states.append(rows(db))
    assert check(db) == []
    assert len(journal.history(db)) >= first + len(states) - 1  # some groups end where they began
    imported = sum(articles.counts(db)[scope] for scope in ("all", "trash")) - 6
    for _ in range(len(journal.history(db)) - first):
        edits.undo(db)
    back = rows(db)
    for table in ("tags", "highlights", "highlight_tags", "tag_counts", *(() if imported else TABLES)):
        assert back[table] == states[0][table]
    assert articles.counts(db)["all"] == 6 and check(db) == []
    while edits.redo(db):
        pass
    assert rows(db) == states[-1] and check(db) == []
    made.close()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(ONE.filter(lambda one: one[0] > 0), st.sampled_from(["undo", "redo"])), max_size=40))
def test_any_way_back_and_forth_leads_to_the_rows_that_were_there(
    tmp_path_factory: pytest.TempPathFactory, wishes: list[tuple[int, int, int, int] | str]
) -> None:
    path: Path = tmp_path_factory.mktemp("library") / "a.reader"
    made = create(path)
    db, other = made.db, made.connect()
    for each in (db, other):
        each.execute("pragma synchronous = off")
    for number in range(4):
        making.add(db, f"Title {number}\nwords {number}")
    edits.highlight(db, 1, 0, 5, tags=[tagging.add(db, "t0/u0")[0]])
    states, at, first = [rows(db)], 0, len(journal.history(db))
    for number, wish in enumerate(wishes):
        on = other if number % 3 == 2 else db  # as another program does
        steps = journal.next_undo(on)
        if wish == "undo":
            if at:
                assert edits.undo(on) is not None
                at -= 1
        elif wish == "redo":
            assert (edits.redo(on) is not None) == (at + 1 < len(states))
            at = min(at + 1, len(states) - 1)
        else:
            perform(on, *wish)
            if journal.next_undo(on) != steps:
                states[at + 1 :] = [rows(on)]
                at += 1
        assert rows(db) == states[at]
    assert check(db) == [] and len(journal.history(db)) == first + len(states) - 1
    other.close()
    made.close()
