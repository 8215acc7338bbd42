"""An error is reported of an article, seen wherever the article is, listed, exported and taken away."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QToolButton, QWidget

import making
from desktop import Desktop
from modal import answering
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.storage import articles
from reader.widgets.sidebar import SCOPES


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """Two articles, of which one is open."""
    desktop = start()
    for text in (making.TEXT, "另一篇\n正文在這裡。"):
        making.add(desktop.program.session.db, text)
    desktop.window.session.tell(EVERYTHING)
    desktop.window.find_article(1)
    return desktop


def report(desktop: Desktop, note: str, on: QWidget | None = None) -> None:
    desktop.press("Ctrl+Shift+E", on or desktop.window.view.pane)
    desktop.type(note, "errorNote")
    desktop.press("Ctrl+Return", desktop.control("errorNote"))


def scopes(desktop: Desktop) -> list[str]:
    shown = desktop.window.sidebar.scopes
    return [shown.item(row).text() for row in range(shown.count()) if not shown.isRowHidden(row)]


def test_a_reported_error_is_seen_and_taken_back(reading: Desktop) -> None:
    assert scopes(reading) == ["All", "Unread", "Started", "Starred", "Trash"]
    report(reading, "日期不對")
    assert scopes(reading) == ["All", "Unread", "Started", "Starred", "Errors", "Trash"]
    mark = reading.control("articleERROR")
    assert isinstance(mark, QToolButton) and "日期不對" in mark.toolTip() and mark.text() == "Error reported"
    assert [row.reported for row in reading.rows()] == [False, True]
    assert "Error reported" in reading.window.notice.words
    reading.click("noticeButton")
    assert not mark.isVisible() and scopes(reading) == ["All", "Unread", "Started", "Starred", "Trash"]


def test_the_note_is_changed_and_the_mark_taken_away(reading: Desktop) -> None:
    report(reading, "日期不對")
    reading.click("articleERROR")
    note = reading.control("errorNote")
    assert isinstance(note, QPlainTextEdit) and note.toPlainText() == "日期不對"
    reading.type("作者不對", "errorNote")
    reading.click("reportError")
    reading.click("articleERROR")
    assert isinstance(again := reading.control("errorNote"), QPlainTextEdit) and again.toPlainText() == "作者不對"
    reading.click("unreportError")
    assert not any(row.reported for row in reading.rows())
    assert not reading.window.article_bar.findChild(QToolButton, "articleERROR").isVisible()


def test_notes_that_are_there_stay_unless_another_one_is_typed(reading: Desktop) -> None:
    report(reading, "日期不對")
    reading.press("Ctrl+A", reading.window.listing.view)
    reading.press("Ctrl+Shift+E")
    note, label = reading.control("errorNote"), reading.control("errorDialog").findChild(QLabel)
    assert isinstance(note, QPlainTextEdit) and note.toPlainText() == ""
    assert isinstance(label, QLabel) and "Notes that are there already stay" in label.text()
    reading.press("Ctrl+Return", note)
    db = reading.program.session.db
    assert [articles.error_of(db, each) for each in (1, 2)] == ["日期不對", ""]
    reading.press("Ctrl+Shift+E", reading.window.listing.view)
    reading.type("作者不對", "errorNote")
    reading.click("reportError")
    assert articles.errors_of(db, [1, 2]) == {"作者不對"}
    reading.press("Ctrl+Shift+E", reading.window.listing.view)
    assert isinstance(same := reading.control("errorNote"), QPlainTextEdit) and same.toPlainText() == "作者不對"
    reading.click("unreportError")
    assert articles.errors_of(db, [1, 2]) == {None}


def test_an_error_of_very_many_articles_is_reported_in_the_background(reading: Desktop) -> None:
    db = reading.program.session.db
    for number in range(1_001):
        making.add(db, f"第{number}篇\n正文第{number}段。")
    reading.window.session.tell(EVERYTHING)
    reading.press("Ctrl+A", reading.window.listing.view)
    report(reading, "日期不對", reading.window.listing.view)
    assert reading.window.status.activity.busy
    reading.wait(lambda: not reading.window.status.activity.busy)
    assert articles.errors_of(db, range(1, 1_004)) == {"日期不對"}
    assert "Error reported" in reading.window.notice.words


def test_reported_errors_are_listed_and_exported(reading: Desktop, tmp_path: Path) -> None:
    commands = reading.window.commands
    assert not commands[Act.EXPORT_REPORTED].isEnabled()
    report(reading, "日期不對")
    reading.window.sidebar.scopes.setCurrentRow(SCOPES.index("reported"))
    assert [row.title for row in reading.rows()] == ["我市召開會議"]

    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(tmp_path / "errors.csv"))
        dialog.accept()

    answering(QFileDialog, name)
    commands[Act.EXPORT_REPORTED].trigger()
    reading.wait(lambda: reading.window.notice.words == "1 row written to errors.csv.")
    with (tmp_path / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["title"], row["error"]) == ("我市召開會議", "日期不對")
    reading.press("Ctrl+A", reading.window.listing.view)
    commands[Act.UNREPORT].trigger()
    assert [row.reported for row in reading.rows()] == [False]  # it stays until the list is chosen anew
    reading.window.session.tell(EVERYTHING)
    assert len(reading.rows()) == 1
    reading.window.sidebar.scopes.setCurrentRow(0)
    reading.window.sidebar.scopes.setCurrentRow(SCOPES.index("reported"))
    assert reading.rows() == []
    assert reading.window.commands[Act.EXPORT_REPORTED].isEnabled() is False


def test_a_note_that_cannot_be_stored_stays_open(reading: Desktop) -> None:
    reading.press("Ctrl+Shift+E", reading.window.view.pane)
    reading.type("日期不對", "errorNote")
    note = reading.control("errorNote")
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", note)
        assert note.isVisible()
        assert "is being written by another program" in reading.control("errorProblem").text()  # type: ignore[attr-defined]
    reading.press("Ctrl+Return", note)
    assert not note.isVisible() and [row.reported for row in reading.rows()] == [False, True]
