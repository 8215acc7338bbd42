"""The list model holds every id and reads only the rows that were looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import making
from reader.domain.change import EVERYTHING, Change
from reader.domain.query import ArticleQuery
from reader.models.article_list import PAGE, ROW, ArticleList
from reader.services import edits
from reader.session import Session
from reader.storage.connection import transaction
from reader.storage.library import Library

MANY = 3 * PAGE
OLDEST_FIRST = ArticleQuery(sort="imported", descending=False)


@pytest.fixture
def session(library: Library, qapp: QApplication) -> Iterator[Session]:
    with transaction(library.db):
        for number in range(1, MANY + 1):
            making.add(library.db, f"title {number}\nwords")
    made = Session(library)
    yield made
    made.close()


@pytest.fixture
def listed(session: Session) -> ArticleList:
    return ArticleList(session, OLDEST_FIRST, session)


def asked(session: Session) -> list[str]:
    """From now on: every question about rows."""
    said: list[str] = []
    session.db.conn.set_trace_callback(lambda what: said.append(what) if what.startswith("select id, title") else None)
    return said


def test_a_row_is_read_with_its_page_once(session: Session, listed: ArticleList) -> None:
    said = asked(session)
    assert [listed.row(row).title for row in range(PAGE)] == [f"title {row + 1}" for row in range(PAGE)]  # type: ignore[union-attr]
    assert listed.index(MANY - 1).data(ROW).title == listed.index(MANY - 1).data() == f"title {MANY}"
    assert len(said) == 2 and listed.rowCount() == MANY


def test_rows_are_found_by_article(listed: ArticleList) -> None:
    assert listed.id_at(0) == 1 and listed.id_at(MANY) is None and listed.id_at(-1) is None
    assert listed.position_of(7) == 6 and listed.position_of(MANY + 1) is None and listed.position_of(None) is None
    assert listed.positions_of([9, 3, 5, 10_000]) == [2, 4, 8]


def test_a_change_reads_only_the_rows_it_names(session: Session, listed: ArticleList, qtbot: QtBot) -> None:
    assert listed.row(0) and listed.row(PAGE)
    said = asked(session)
    with qtbot.waitSignal(listed.dataChanged) as changed:
        session.perform(lambda db: edits.set_starred(db, [2], True))
    assert changed.args[0].row() == 1
    found = listed.row(1)
    assert found is not None and found.starred and len(said) == 2  # the title for the history, and the page


def test_a_reading_that_finds_the_same_resets_nothing(session: Session, listed: ArticleList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(listed.modelReset), qtbot.waitSignal(listed.dataChanged):
        session.tell(EVERYTHING)
    with qtbot.waitSignal(listed.modelReset):
        session.perform(lambda db: edits.trash(db, [3]))
    assert listed.position_of(3) is None and listed.gone(3) and not listed.gone(4)


def test_what_is_read_stays_in_its_scope_over_readings_and_what_is_trashed_does_not(
    session: Session, listed: ArticleList
) -> None:
    listed.set_query(ArticleQuery(scope="unread", sort="imported", descending=False))
    session.perform(lambda db: edits.set_read(db, [1, 2], True))
    session.perform(lambda db: edits.trash(db, [2]))
    session.tell(EVERYTHING)
    assert listed.ids[:2] == [1, 3]
    listed.set_query(ArticleQuery(scope="unread", sort="imported", descending=False))
    assert listed.ids[:2] == [3, 4]


def test_what_was_never_listed_does_not_come_in(session: Session, listed: ArticleList) -> None:
    listed.set_query(ArticleQuery(scope="starred"))
    session.perform(lambda db: edits.set_read(db, [5], True))
    session.tell(Change(listed=True))
    assert listed.rowCount() == 0
