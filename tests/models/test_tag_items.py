"""The tag tree as items: made again only when its shape changed, and always with the numbers of the library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import making
from reader.models.tag_items import COUNT, DESCRIPTION, DIGIT, HUE, PATH, TAG, TagItems
from reader.services import edits, tagging
from reader.session import Session
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
    assert [item.data(PATH) for item in items.all()] == ["a", "a/b", "c"]
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


def test_a_new_shape_is_announced_before_and_after(items: TagItems, session: Session, qtbot: QtBot) -> None:
    before: list[bool] = []
    items.rebuilding.connect(lambda: before.append(items.index_of(2).isValid()))
    with qtbot.waitSignals([items.rebuilding, items.rebuilt], order="strict"):
        session.perform(lambda db: tagging.move(db, 2, 3))
    assert before == [True] and items.index_of(2).parent() == items.index_of(3)
