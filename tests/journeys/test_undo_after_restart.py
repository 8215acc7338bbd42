"""Undo and redo reach back over a restart, and to what the command line did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

import making
from desktop import Desktop
from reader.cli import main
from reader.services import edits
from reader.storage.connection import transaction
from reader.widgets import attempts


def reading(start: Callable[[], Desktop]) -> Desktop:
    """A window in which the article of a new library is open."""
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def test_steps_of_the_last_session_are_taken_back_and_done_again(start: Callable[[], Desktop]) -> None:
    desktop = reading(start)
    for words in ("民生", "表情"):
        desktop.drag_over(words)
        desktop.press("H", desktop.window.view.pane)
    again = start()
    assert [each.quote for each in again.stored()] == ["民生", "表情"]
    again.press("Ctrl+Z", again.window.view.pane)
    assert [each.quote for each in again.stored()] == ["民生"]
    assert again.window.notice.words == "Undone: Passage highlighted: 表情"
    third = start()
    third.press("Ctrl+Shift+Z", third.window.view.pane)
    assert [each.quote for each in third.stored()] == ["民生", "表情"]


def test_what_the_command_line_did_shows_and_is_taken_back(start: Callable[[], Desktop]) -> None:
    desktop = reading(start)
    article = desktop.window.view.article
    assert article is not None
    path = str(desktop.program.session.path)
    assert main(["highlight", "-l", path, str(article), "0", "4", "--tag", "市政"]) == 0
    desktop.wait(lambda: desktop.window.panel.model.rowCount() == 1)
    desktop.press("Ctrl+Z", desktop.window.view.pane)
    desktop.wait(lambda: desktop.window.panel.model.rowCount() == 0)
    assert desktop.stored() == []


def test_the_history_takes_back_several_steps_at_once(start: Callable[[], Desktop]) -> None:
    desktop = reading(start)
    for words in ("民生", "表情", "English"):
        desktop.drag_over(words)
        desktop.press("H", desktop.window.view.pane)
    desktop.press("Ctrl+H", desktop.window.view.pane)
    table = desktop.control("historyTable")
    table.selectRow(1)  # type: ignore[attr-defined]
    desktop.click("undoToHere")
    assert [each.quote for each in desktop.stored()] == ["民生"]
    desktop.wait(desktop.control("redoStep").isEnabled)
    desktop.click("redoStep")
    assert [each.quote for each in desktop.stored()] == ["民生", "表情"]


def test_keys_alone_go_back_to_a_step_and_on_again(start: Callable[[], Desktop]) -> None:
    desktop = reading(start)
    desktop.window.view.pane.setFocus()
    for words in ("民生", "表情", "English"):
        desktop.select_by_keys(words)
        desktop.press("H")
    desktop.press("Ctrl+H")
    desktop.press("Down")
    desktop.press("Alt+U")
    desktop.wait(lambda: [each.quote for each in desktop.stored()] == ["民生"])
    for quotes in (["民生", "表情"], ["民生", "表情", "English"]):
        desktop.wait(desktop.control("redoStep").isEnabled)
        desktop.press("Alt+R")
        desktop.wait(lambda quotes=quotes: [each.quote for each in desktop.stored()] == quotes)
    desktop.press("Esc")
    desktop.press("Ctrl+Z")
    assert len(desktop.stored()) == 2


def test_the_history_takes_back_no_more_than_it_says(start: Callable[[], Desktop]) -> None:
    desktop = reading(start)
    desktop.drag_over("民生")
    desktop.press("H", desktop.window.view.pane)
    desktop.press("Ctrl+H", desktop.window.view.pane)
    with desktop.program.session.library.another() as other:
        edits.highlight(other, 1, 0, 2, note="別人的", analyst="王")
    desktop.click("undoToHere")
    assert [each.quote for each in desktop.stored()] == ["我市", "民生"]
    assert desktop.window.notice.words.startswith("More was done since")
    undo = desktop.control("undoToHere")
    assert isinstance(undo, QPushButton)
    desktop.wait(lambda: "2 steps" in undo.text())
    desktop.click("undoToHere")
    assert desktop.stored() == []


def test_undo_and_redo_are_about_what_they_say_and_not_about_what_others_did_since(
    start: Callable[[], Desktop],
) -> None:
    desktop = reading(start)
    session, pane, article = desktop.program.session, desktop.window.view.pane, desktop.window.view.article
    assert article is not None
    session.perform(lambda db: edits.highlight(db, article, 0, 2))
    with session.library.another() as other:
        edits.highlight(other, article, 2, 4, analyst="王")
        desktop.press("Ctrl+Z", pane)
        assert len(desktop.stored()) == 2
        said = desktop.window.notice.words
        assert said.startswith("Something else was done since: Passage highlighted: ")
        desktop.press("Ctrl+Z", pane)
        assert [each.analyst for each in desktop.stored()] == [""]
        desktop.press("Ctrl+Z", pane)
        desktop.press("Ctrl+Shift+Z", pane)
        assert len(desktop.stored()) == 1 and desktop.window.notice.words.startswith("Done again: ")


def test_what_a_long_undo_was_meant_for_is_taken_back_or_nothing(
    start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = reading(start)
    session, pane, article = desktop.program.session, desktop.window.view.pane, desktop.window.view.article
    assert article is not None
    session.perform(lambda db: edits.highlight(db, article, 0, 2))
    monkeypatch.setattr(attempts, "AT_ONCE", 0)
    with making.another_writer(session.path):
        desktop.press("Ctrl+Z", pane)
        monkeypatch.setattr(attempts, "AT_ONCE", 1_000)
    desktop.wait(lambda: desktop.window.notice.words.startswith("Undone: "))
    assert not desktop.stored()
    session.perform(lambda db: edits.highlight(db, article, 0, 2))
    monkeypatch.setattr(attempts, "AT_ONCE", 0)
    with session.library.another() as other, transaction(other):
        desktop.press("Ctrl+Z", pane)
        edits.highlight(other, article, 2, 4, analyst="王")
    desktop.wait(lambda: desktop.window.notice.words == "Something else was done since. Undo that first.")
    assert len(desktop.stored()) == 2
