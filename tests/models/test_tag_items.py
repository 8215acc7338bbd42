"""The tag tree as items: made again only when its shape changed, and always with the numbers of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

import making
from reader.domain.highlight import Span
from reader.domain.tag import ORDERS
from reader.models.tag_items import COUNT, DESCRIPTION, DIGIT, HUE, OWN, PATH, TAG, TagItems
from reader.services import annotating, edits, reshaping, tagging
from reader.session import Session
from reader.storage import tags
from reader.storage.library import Library


@pytest.fixture
def session(library: Library, qapp: QApplication) -> Iterator[Session]:
    """Tags 1 a, 2 a/b and 3 c; a highlight with 2."""
    making.add(library.db)
    for path in ("a/b", "c"):
        tagging.add(library.db, path, "red")
    edits.highlight(library.db, 1, 0, 2, tags=[2])
    made = Session(library)
    yield made
    made.close()


@pytest.fixture
def items(session: Session) -> TagItems:
    return TagItems(session, session)


def test_items_stand_as_the_tags_do(items: TagItems) -> None:
    assert [index.data(PATH) for index in items.all()] == ["a", "a/b", "c"]
    below = items.index_of(2)
    assert below.parent() == items.index_of(1) and below.data() == "b" and below.data(TAG) == 2
    assert not items.index_of(9).isValid() and not items.index_of(None).isValid()


def test_what_is_not_its_shape_changes_in_place(items: TagItems, session: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(items.modelReset):
        session.perform(lambda db: tagging.recolor(db, 2, "teal"))
        session.perform(lambda db: tagging.set_shortcut(db, 2, "4"))
        session.perform(lambda db: tagging.describe(db, 2, "about"))
        session.perform(lambda db: edits.highlight(db, 1, 3, 5, tags=[2]))
        index = items.index_of(2)
        assert [index.data(role) for role in (HUE, DIGIT, DESCRIPTION, COUNT)] == ["teal", "4", "about", 2]
        session.perform(lambda db: edits.trash(db, [1]))
        assert items.index_of(2).data(COUNT) == 0


def test_what_is_known_of_a_tag_by_its_index_goes_where_it_goes(items: TagItems, session: Session) -> None:
    kept = QPersistentModelIndex(items.index_of(2))
    session.perform(lambda db: tagging.move(db, 2, 3))
    assert kept.data(PATH) == "c/b" and kept.parent() == items.index_of(3)
    session.perform(lambda db: tagging.add(db, "b"))
    assert [index.data(PATH) for index in items.all()] == ["a", "b", "c", "c/b"] and kept.row() == 0
    session.perform(lambda db: tagging.delete(db, 2))
    assert not kept.isValid()


def test_what_changes_no_tag_and_no_number_leaves_the_tree_as_it_is(
    items: TagItems, session: Session, qtbot: QtBot
) -> None:
    before = session.tree()
    with qtbot.assertNotEmitted(items.dataChanged), qtbot.assertNotEmitted(items.layoutChanged):
        session.perform(lambda db: reshaping.resize(db, 1, Span(0, 3)))
        session.perform(lambda db: edits.set_note(db, 1, "a note"))
        session.perform(lambda db: edits.set_highlight_color(db, 1, "teal"))
        session.perform(lambda db: edits.highlight(db, 1, 4, 5))
        assert session.tree() is before
    session.perform(lambda db: edits.tag_highlight(db, 2, 3))
    after = session.tree()
    assert after is not before and after.by_id[1] is before.by_id[1] and after.by_id[3].highlights == 1


def test_the_tree_after_each_change_is_the_one_that_would_be_read_anew(items: TagItems, session: Session) -> None:
    changes: list[Callable[[Database], object]] = [
        lambda db: edits.highlight(db, 1, 3, 5, tags=[3]),
        lambda db: tagging.add(db, "B/c/d"),
        lambda db: tagging.arrange(db, None, [3, 1, 4]),
        lambda db: tagging.recolor(db, 4, "pink"),
        lambda db: tagging.rename(db, 1, "Z"),
        lambda db: tagging.move(db, 2, 3),
        lambda db: tagging.set_shortcut(db, 2, "7"),
        lambda db: tagging.set_exclusive(db, 2, True),
        lambda db: edits.tag_highlight(db, 1, 5),
        lambda db: edits.trash(db, [1]),
        lambda db: tagging.merge(db, 5, 1),
        lambda db: edits.restore(db, [1]),
        lambda db: annotating.tag_articles(db, [1], put=[4]),
        lambda db: tagging.delete(db, 3),
        lambda db: edits.remove_highlights(db, [1]),
        *[edits.undo] * 8,
        edits.redo,
    ]
    for change in changes:
        session.perform(change)
        same_as_anew(session)
    with session.library.another() as other:
        edits.highlight(other, 1, 0, 1, tags=[tagging.add(other, "of another window")[0]])
    session.perform(lambda db: edits.highlight(db, 1, 1, 2))  # before it was looked for what others did
    same_as_anew(session)


def same_as_anew(session: Session) -> None:
    """Whether the tree that is known says all that one does that is read."""
    known, anew = session.tree(), tags.tree(session.db)
    assert known.by_id == anew.by_id
    ranks = known.lately(tags.recent(session.db))
    for order in ORDERS:
        assert list(known.walk(order, ranks=ranks)) == list(anew.walk(order, ranks=ranks))
    assert {tag: known.label(tag) for tag in known.by_id} == {tag: anew.label(tag) for tag in anew.by_id}


def test_numbers_are_of_what_is_below_too_each_counted_once(items: TagItems, session: Session, qtbot: QtBot) -> None:
    def numbers() -> list[tuple[int, int]]:
        return [(index.data(OWN), index.data(COUNT)) for index in items.all()]

    assert numbers() == [(0, 1), (1, 1), (0, 0)]
    session.perform(lambda db: edits.tag_highlight(db, 1, 1))
    qtbot.waitUntil(lambda: numbers() == [(1, 1), (1, 1), (0, 0)])
    session.perform(lambda db: edits.highlight(db, 1, 3, 5, tags=[1]))
    assert numbers() == [(2, 2), (1, 1), (0, 0)]  # at once
    session.perform(lambda db: tagging.move(db, 1, 3))
    qtbot.waitUntil(lambda: numbers() == [(0, 2), (2, 2), (1, 1)])
    session.perform(lambda db: edits.trash(db, [1]))
    qtbot.waitUntil(lambda: numbers() == [(0, 0)] * 3)
    session.perform(edits.undo)
    qtbot.waitUntil(lambda: numbers() == [(0, 2), (2, 2), (1, 1)])


def test_a_row_says_what_it_shows_by_signs_too(items: TagItems, session: Session) -> None:
    def said() -> list[object]:
        return [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in items.all()]

    assert said() == [
        "a, 0 of its own, 1 with those below it",
        "b, highlights and articles: 1",
        "c, highlights and articles: 0",
    ]
    session.perform(lambda db: tagging.set_shortcut(db, 2, "4"))
    session.perform(lambda db: tagging.set_exclusive(db, 2, True))
    session.perform(lambda db: tagging.describe(db, 2, "what it is for"))
    assert said()[1] == "b, highlights and articles: 1, key 4, never beside its siblings"
    assert items.index_of(2).data(DESCRIPTION) == "what it is for"


def test_a_filter_shows_what_fits_with_all_above_it(items: TagItems, session: Session) -> None:
    for path in ("政策/民生", "政策/民生/住房", "高新區"):
        session.perform(lambda db, path=path: tagging.add(db, path))
    items.filter("ms")
    assert [index.data(PATH) for index in items.all()] == ["政策", "政策/民生"] and items.best().data() == "民生"
    items.filter("gaoxq")
    assert [index.data(PATH) for index in items.all()] == ["高新區"]
    items.filter("zc/")
    assert [index.data(PATH) for index in items.all()] == ["政策", "政策/民生", "政策/民生/住房"]
    items.filter("nothing")
    assert not list(items.all()) and not items.best().isValid()
    items.filter(" ")
    assert len(list(items.all())) == 7


def test_siblings_stand_in_the_order_that_is_chosen(items: TagItems, session: Session) -> None:
    session.perform(lambda db: tagging.arrange(db, None, [3, 1]))
    kept = QPersistentModelIndex(items.index_of(1))
    for order, paths in (("hand", ["c", "a", "a/b"]), ("count", ["a", "a/b", "c"]), ("name", ["a", "a/b", "c"])):
        items.set_order(order)
        assert [index.data(PATH) for index in items.all()] == paths and kept.data(PATH) == "a"
    items.set_order("count")
    for start in (3, 6):
        session.perform(lambda db, start=start: edits.highlight(db, 1, start, start + 1, tags=[3]))
    assert [index.data(PATH) for index in items.all()] == ["c", "a", "a/b"]


def test_what_qt_expects_of_a_model_holds(items: TagItems, session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(items)
    session.perform(lambda db: tagging.move(db, 2, 3))
    items.filter("b")
    qtmodeltester.check(items)
