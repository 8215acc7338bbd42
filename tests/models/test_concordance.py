"""Keyword in context as a table: read and sorted in the background, and left alone by what happens later."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

import making
from desktop import settle
from reader.domain.errors import LibraryError, ReaderError
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.jobs import wait_for_all
from reader.models.concordance import FIRST, HIT, LEFT, PUBLISHED, RIGHT, Concordance
from reader.services import concordance
from reader.services.concordance import By, Line
from reader.session import Session
from reader.storage import journal
from reader.storage.library import Library, create

MANY = 40  # articles, each with three hits


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    with journal.step(library.db, "import"):
        for number in range(MANY):
            making.add(
                library.db, f"第{number:02}号烟台丙\n甲煙臺乙\n乙烟台甲", published=f"2020-01-{number % 28 + 1:02}"
            )
    made = Session(library)
    yield made
    wait_for_all(10_000)
    made.close()


def table(session: Session, query: str = "烟台") -> Concordance:
    return Concordance(session, ArticleQuery(wanted=parse(query)), session)


def read(session: Session, qtbot: QtBot, query: str = "烟台") -> Concordance:
    made = table(session, query)
    qtbot.waitUntil(lambda: not made.busy)
    return made


def column(model: Concordance, number: int) -> list[object]:
    return [model.data(model.index(row, number)) for row in range(model.rowCount())]


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """When the lines after the first ones may come."""
    every, wanted = concordance.lines, threading.Event()

    def waiting(db: Database, query: ArticleQuery) -> Iterator[list[Line]]:
        for number, part in enumerate(every(db, query)):
            if number == FIRST // 3:
                assert wanted.wait(10)
            yield part

    monkeypatch.setattr(concordance, "lines", waiting)
    return wanted


def test_the_first_lines_come_before_the_others(session: Session, qtbot: QtBot, rest: threading.Event) -> None:
    model = table(session)
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert model.rowCount() == FIRST and model.busy
    rest.set()
    qtbot.waitUntil(lambda: model.whole)
    assert model.rowCount() == 3 * MANY and model.articles == MANY
    dates = column(model, PUBLISHED)
    assert dates == sorted(dates, reverse=True)  # type: ignore[type-var]


def test_lines_are_sorted_by_what_is_next_to_the_hit(session: Session, qtbot: QtBot) -> None:
    model = read(session, qtbot)
    with qtbot.waitSignal(model.modelReset):
        model.sort(RIGHT, Qt.SortOrder.AscendingOrder)
    behind = [str(words)[0] for words in column(model, RIGHT)]
    assert behind == ["丙"] * MANY + ["甲"] * MANY + ["乙"] * MANY  # bǐng, jiǎ, yǐ
    with qtbot.waitSignal(model.modelReset):
        model.sort(LEFT, Qt.SortOrder.DescendingOrder)
    assert [str(words)[-1] for words in column(model, LEFT)] == ["乙"] * MANY + ["甲"] * MANY + ["号"] * MANY
    with qtbot.waitSignal(model.modelReset):
        model.sort(PUBLISHED, Qt.SortOrder.DescendingOrder)
    assert [line.hit for line in model.lines()][:3] == ["烟台", "煙臺", "烟台"]


def test_an_order_that_is_wished_for_early_comes_once_all_is_read(
    session: Session, qtbot: QtBot, rest: threading.Event
) -> None:
    model = table(session)
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    with qtbot.assertNotEmitted(model.modelReset, wait=100):
        model.sort(HIT, Qt.SortOrder.DescendingOrder)
    rest.set()
    qtbot.waitUntil(lambda: not model.busy)
    assert len(set(column(model, HIT))) == 2 and str(model.line(0).right)[0] == "乙"


def test_of_two_orders_the_later_one_holds(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    model = read(session, qtbot)
    order, late = concordance.order, threading.Event()

    def slow(found: list[Line], by: By, *, descending: bool) -> list[int]:
        assert by == "right" or late.wait(10)
        return order(found, by, descending=descending)

    monkeypatch.setattr(concordance, "order", slow)
    model.sort(LEFT, Qt.SortOrder.DescendingOrder)
    model.sort(RIGHT)
    qtbot.waitUntil(lambda: not model.busy)
    late.set()
    wait_for_all(10_000)
    settle(qtbot, 20)
    assert str(model.line(0).right)[0] == "丙"


def test_lines_keep_their_numbers_in_every_order(session: Session, qtbot: QtBot) -> None:
    model = read(session, qtbot)
    line, number = model.line(7), model.number(7)
    with qtbot.waitSignal(model.modelReset):
        model.sort(RIGHT)
    [row] = model.rows({number})
    assert row != 7 and model.line(row) is line and model.lines([row]) == [line]


def test_it_ends_where_there_are_too_many(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "MOST", 50)
    monkeypatch.setattr("reader.models.concordance.MOST", 50)
    model = read(session, qtbot)
    assert model.rowCount() == 50 and model.full


def test_it_can_be_stopped(session: Session, qtbot: QtBot) -> None:
    model = table(session)
    model.stop()
    wait_for_all(10_000)
    settle(qtbot, 20)
    assert model.rowCount() < 3 * MANY and not model.whole


def test_a_failure_is_told(session: Session, qtbot: QtBot) -> None:
    session.library.path.rename(session.library.path.with_name("elsewhere"))
    model = table(session)
    with qtbot.waitSignal(model.failed) as failed:
        pass
    assert isinstance(failed.args[0], LibraryError) and not model.busy


def test_that_they_could_not_be_sorted_is_told_and_the_next_order_is_tried(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = read(session, qtbot)
    error = ReaderError("unexpected", "Something went wrong.")

    def fail(*_found: object, **_how: object) -> list[int]:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(concordance, "order", fail)
        with qtbot.waitSignal(model.failed) as failed:
            model.sort(RIGHT)
    assert failed.args == [error] and not model.busy and model.rowCount() == 3 * MANY
    with qtbot.waitSignal(model.modelReset):
        model.sort(RIGHT)
    assert str(model.line(0).right)[0] == "丙"


def test_it_lets_the_library_go(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.reader"
    made = create(path)
    making.add(made.db)
    session = Session(made)
    assert read(session, qtbot, "会议").rowCount() == 1
    wait_for_all(10_000)
    session.close()
    assert list(tmp_path.iterdir()) == [path]
