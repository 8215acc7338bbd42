"""The history shows what changed the library, and says up to where it is to be taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import making
from reader.domain.change import Step
from reader.languages import Languages
from reader.services import edits
from reader.session import Session
from reader.storage import journal
from reader.storage.library import Library
from reader.widgets.history_dialog import PAGE, TYPING_MS, HistoryDialog

HOSTILE = "<b>我市</b>召開會議"


@pytest.fixture
def session(library: Library) -> Iterator[Session]:
    made = Session(library, "王")
    article = making.add(made.db, HOSTILE + "\n正文在這裡。")
    made.perform(lambda db: edits.set_starred(db, [article], True))
    made.perform(lambda db: edits.highlight(db, article, 0, len(HOSTILE), analyst=made.analyst))
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[HistoryDialog]:
    Languages(qapp).use("en")  # for the plural forms
    window = QWidget()
    qtbot.addWidget(window)
    made = HistoryDialog(session, window)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if isValid(made):
        made.close()


def column(dialog: HistoryDialog, number: int) -> list[str]:
    items = [dialog.table.item(row, number) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def button(dialog: HistoryDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_newest_step_is_first_with_its_words_and_analyst(dialog: HistoryDialog) -> None:
    assert column(dialog, 1) == [f"Passage highlighted: {HOSTILE}", f"Article starred: {HOSTILE}", "Article imported"]
    assert column(dialog, 2) == ["王", "王", "王"]
    assert all(column(dialog, 0))


def test_what_is_undone_says_so_and_can_only_be_done_again(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    assert button(dialog, "undoToHere").isEnabled()
    assert not button(dialog, "redoStep").isEnabled()
    session.perform(edits.undo)
    qtbot.waitUntil(lambda: column(dialog, 1)[0].endswith("(undone)"))
    item = dialog.table.item(0, 1)
    assert item is not None and item.font().strikeOut()
    assert not button(dialog, "undoToHere").isEnabled()
    with qtbot.waitSignal(dialog.redo_wanted):
        QTest.mouseClick(button(dialog, "redoStep"), Qt.MouseButton.LeftButton)
    session.perform(edits.redo)
    qtbot.waitUntil(lambda: not column(dialog, 1)[0].endswith("(undone)"))
    item = dialog.table.item(0, 1)
    assert item is not None and not item.font().strikeOut()
    assert button(dialog, "undoToHere").isEnabled() and not button(dialog, "redoStep").isEnabled()


def test_undoing_down_to_a_step_keeps_what_came_before_it(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    newest, starred, imported = journal.history(session.db)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.undo_to_wanted) as wanted:
        button(dialog, "undoToHere").click()
    assert wanted.args is not None
    kept, count = wanted.args
    assert imported.id <= kept < starred.id < newest.id and count == 2


def test_the_chosen_step_stays_chosen_when_another_one_comes(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    making.add(session.db, "另一篇\n正文")
    session.look_for_changes()
    session.perform(lambda db: edits.set_read(db, [1], True))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 5)
    assert column(dialog, 1)[dialog.table.currentRow()].startswith("Article starred")


def test_the_focus_stays_on_the_button_that_was_pressed(dialog: HistoryDialog, session: Session, qtbot: QtBot) -> None:
    dialog.redo_wanted.connect(lambda: session.perform(edits.redo))
    session.perform(edits.undo)
    session.perform(edits.undo)
    qtbot.waitUntil(lambda: button(dialog, "redoStep").isEnabled())
    button(dialog, "redoStep").setFocus()
    for undone in (1, 0):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=undone: sum(each.endswith("(undone)") for each in column(dialog, 1)) == left)


def test_many_steps_taken_back_at_once_are_read_once(dialog: HistoryDialog, session: Session, qtbot: QtBot) -> None:
    read = []
    dialog.table.model().dataChanged.connect(lambda *_: read.append(1))
    cells = dialog.table.rowCount() * dialog.table.columnCount()
    while session.next_undo() is not None:
        session.perform(edits.undo)
    assert read == []
    qtbot.waitUntil(lambda: all(each.endswith("(undone)") for each in column(dialog, 1)))
    assert len(read) <= cells


def test_an_empty_history_offers_nothing(qtbot: QtBot, library: Library) -> None:
    session, window = Session(library), QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(session, window)
    assert dialog.table.rowCount() == 0
    assert not button(dialog, "undoToHere").isEnabled() and not button(dialog, "redoStep").isEnabled()
    session.close()


def choose(dialog: HistoryDialog, name: str, words: str) -> None:
    found = dialog.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    found.setCurrentIndex(found.findText(words))


def test_the_steps_of_an_article_of_a_highlight_and_of_an_analyst(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    Languages(qapp).use("en")
    db = session.db
    other = making.add(db, "另一篇\n正文")
    session.analyst = "陳"
    second, _ = edits.highlight(db, other, 0, 2, analyst="陳")
    edits.highlight(db, other, 3, 5, analyst="陳")
    edits.set_note(db, second, "筆記")
    edits.remove_highlights(db, [second])
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(session, window, other, second)
    assert dialog.table.rowCount() == 8
    choose(dialog, "historyOf", "This article")
    kinds = [each.split(":")[0] for each in column(dialog, 1)]
    assert kinds == ["Highlight removed", "Note changed", *["Passage highlighted"] * 2, "Article imported"]
    choose(dialog, "historyOf", "This highlight")
    kinds = [each.split(":")[0] for each in column(dialog, 1)]
    assert kinds == ["Highlight removed", "Note changed", "Passage highlighted"]
    assert button(dialog, "undoToHere").text() == "&Undo down to here (1 step)"
    dialog.table.selectRow(2)  # another highlight was made since
    assert button(dialog, "undoToHere").text() == "&Undo down to here (4 steps of the whole library)"
    choose(dialog, "historyBy", "王")
    assert column(dialog, 1) == [] and not button(dialog, "undoToHere").isEnabled()
    choose(dialog, "historyOf", "The whole library")
    assert column(dialog, 2) == ["王"] * 4
    dialog.findChild(QLineEdit, "historyFilter").setText("我市")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("highlighted", ["Passage highlighted"]),
        ("ARTICLE", ["Article starred", "Article imported"]),
        ("召开会议 star", ["Article starred"]),
        ("imported undone", []),
        ("nothing", []),
    ],
)
def test_what_a_row_says_is_found_however_its_characters_are_written(
    dialog: HistoryDialog, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    dialog.findChild(QLineEdit, "historyFilter").setText(typed)
    qtbot.waitUntil(lambda: [each.split(":")[0] for each in column(dialog, 1)] == found)


def test_the_list_stays_until_what_was_typed_last_is_found(
    dialog: HistoryDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, going_on, history = list[str](), threading.Event(), journal.history

    def wait(*given: Any, **how: Any) -> list[Step]:
        asked.append(field.text())
        assert going_on.wait(10)
        return history(*given, **how)

    monkeypatch.setattr(journal, "history", wait)
    field, before = dialog.findChild(QLineEdit, "historyFilter"), column(dialog, 1)
    field.setText("imported")
    qtbot.waitUntil(lambda: asked == ["imported"])
    field.setText("starred")
    qtbot.wait(2 * TYPING_MS)
    assert column(dialog, 1) == before
    going_on.set()
    qtbot.waitUntil(lambda: column(dialog, 1) == [f"Article starred: {HOSTILE}"])
    assert asked == ["imported", "starred"]


def test_nothing_is_added_below_a_list_that_is_about_to_go(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for turn in range(PAGE):
        edits.set_starred(session.db, [1], turn % 2 == 1)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(session, window)
    dialog.open()
    asked, going_on, history = threading.Event(), threading.Event(), journal.history

    def wait(*given: Any, **how: Any) -> list[Step]:
        asked.set()
        assert going_on.wait(10)
        return history(*given, **how)

    monkeypatch.setattr(journal, "history", wait)
    dialog.findChild(QLineEdit, "historyFilter").setText("imported")
    qtbot.waitUntil(asked.is_set)
    QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    going_on.set()
    qtbot.waitUntil(lambda: column(dialog, 1) == ["Article imported"])


def test_it_says_how_many_steps_are_taken_back(dialog: HistoryDialog) -> None:
    assert button(dialog, "undoToHere").text() == "&Undo down to here (1 step)"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert button(dialog, "undoToHere").text() == "&Undo down to here (2 steps)"


def test_steps_of_long_ago_come_when_somebody_scrolls_to_them(qtbot: QtBot, session: Session) -> None:
    for turn in range(PAGE + 50):
        edits.set_starred(session.db, [1], turn % 2 == 1)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(session, window)
    dialog.open()
    assert dialog.table.rowCount() == PAGE
    QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == PAGE + 53)
    assert column(dialog, 1)[-1] == "Article imported"
    session.perform(edits.undo)
    qtbot.waitUntil(lambda: column(dialog, 1)[0].endswith("(undone)"))
    assert dialog.table.rowCount() == PAGE + 53


def test_a_change_after_it_was_closed_is_none_of_its_business(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
        dialog.deleteLater()
    with qtbot.captureExceptions() as caught:
        session.perform(edits.undo)
    assert caught == []
