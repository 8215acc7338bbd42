"""The numbers of saved searches and collections follow the library, without anybody waiting for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import making
from reader.domain.query import ArticleQuery
from reader.models.list_counts import ListCounts
from reader.models.list_items import ListItems
from reader.models.tag_items import COUNT
from reader.services import edits, lists, tagging
from reader.session import Session
from reader.storage import collections, searches
from reader.storage.library import Library, create


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    """Three articles; a saved search for the first, one for a tag of it, a collection of the others."""
    db = library.db
    for words in ("煙臺", "second", "third"):
        making.add(db, f"Title\n{words}")
    edits.highlight(db, 1, 0, 3, tags=[tagging.add(db, "t")[0]])
    lists.save_search(db, "a", "烟台")
    lists.save_search(db, "b", "tag:t")
    lists.put_in_new(db, "x", [2, 3])
    made = Session(library)
    yield made
    made.close()


class Sidebar:
    """Both models, as the sidebar has them."""

    def __init__(self, session: Session) -> None:
        self.saved = ListItems(session, searches.every, session)
        self.collected = ListItems(session, collections.every, session)
        self.counts = ListCounts(session, self.saved, self.collected, session)

    def numbers(self) -> list[list[int | None]]:
        return [[model.index(row).data(COUNT) for row in range(model.rowCount())] for model in self.models]

    @property
    def models(self) -> tuple[ListItems, ListItems]:
        return self.saved, self.collected


def test_they_are_counted_at_first_and_after_each_change(session: Session, qtbot: QtBot) -> None:
    side = Sidebar(session)
    assert side.numbers() == [[None, None], [None]]
    qtbot.waitUntil(lambda: side.numbers() == [[1, 1], [2]])
    session.perform(lambda db: edits.trash(db, [1, 2]))
    qtbot.waitUntil(lambda: side.numbers() == [[0, 0], [1]])
    session.perform(edits.undo)
    qtbot.waitUntil(lambda: side.numbers() == [[1, 1], [2]])


def test_what_cannot_be_understood_any_more_has_no_number(session: Session, qtbot: QtBot) -> None:
    side = Sidebar(session)
    qtbot.waitUntil(lambda: side.numbers() == [[1, 1], [2]])
    session.perform(lambda db: tagging.delete(db, 1))
    qtbot.waitUntil(lambda: side.numbers() == [[1, None], [2]])


def test_what_changes_while_it_is_counted_is_counted_once_more(session: Session, qtbot: QtBot) -> None:
    side = Sidebar(session)
    side.counts.count()
    session.perform(lambda db: lists.put_in(db, 1, [1]))
    side.counts.count()
    qtbot.waitUntil(lambda: side.numbers() == [[1, 1], [3]])


def test_the_numbers_of_a_library_that_was_left_are_not_said_of_another(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    side = Sidebar(session)
    other = create(tmp_path / "other.reader")
    making.add(other.db)
    lists.save_search(other.db, "of the other", "民生")
    side.counts.count()
    session.switch(other, ArticleQuery())
    qtbot.waitUntil(lambda: side.numbers() == [[1], []])
    assert side.saved.index(0).data() == "of the other"


def test_collections_take_articles_and_searches_do_not(session: Session) -> None:
    side = Sidebar(session)
    drop = Qt.ItemFlag.ItemIsDropEnabled
    flag = [bool(model.flags(model.index(0)) & drop) for model in side.models]
    assert flag == [False, True]
