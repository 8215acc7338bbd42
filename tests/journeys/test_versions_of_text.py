"""Older texts of an article are read, compared and restored; another file gives it another text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

import making
import menus
from desktop import Desktop, settle
from reader.domain.change import EVERYTHING
from reader.domain.rewriting import Replacement
from reader.jobs import wait_for_all
from reader.services import amending, edits
from reader.widgets import file_dialogs

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段要求落實責任，加強管護。\n最後參觀苗木基地。"


@pytest.fixture
def corrected(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    session = desktop.program.session
    article = making.add(session.db, TEXT)
    at = TEXT.index("民生問題")
    session.perform(partial(edits.highlight, article=article, start=at, end=at + 4))
    desktop.window.listing.model.reload()
    desktop.window.listing.choose(article)
    made = [Replacement(TEXT.index("民生"), TEXT.index("民生") + 2, "經濟")]
    session.perform(partial(amending.correct, article=article, given=TEXT, replacements=made, analyst="林"))
    return desktop


def versions(desktop: Desktop) -> list[str]:
    found = desktop.control("versionList")
    assert isinstance(found, QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def shown(desktop: Desktop, name: str) -> str:
    found = desktop.control(name)
    assert isinstance(found, QPlainTextEdit | QTextEdit)
    return found.toPlainText()


def test_an_older_text_is_read_compared_and_restored_by_keys(corrected: Desktop) -> None:
    pane = corrected.window.view.pane
    corrected.press("Ctrl+Shift+V", pane)
    latest, first = versions(corrected)
    assert latest.startswith("2. Text corrected (as it is)\n") and " · 林 · " in latest
    assert first.startswith("1. Imported\n")
    assert "經濟問題" in shown(corrected, "versionText")
    corrected.press("Down", corrected.control("versionList"))
    assert shown(corrected, "versionText") == TEXT
    corrected.press("Return", corrected.control("versionList"))
    corrected.wait(lambda: "民生問題" in shown(corrected, "comparisonText"))
    corrected.press("Esc", corrected.control("comparisonText"))
    corrected.press("Ctrl+Return", corrected.control("versionList"))
    assert pane.page is not None and pane.page.article.text == TEXT
    assert versions(corrected)[0].startswith("3. Older text restored (as it is)")
    corrected.press("Esc", corrected.control("versionList"))
    corrected.press("Ctrl+Z", pane)
    assert "經濟問題" in pane.page.article.text


def headed(desktop: Desktop) -> list[str]:
    """What stands above the texts that are compared."""
    found = desktop.control("comparison").findChildren(QLabel)
    return [label.text() for label in found if label.text().startswith(("Version", "The text"))]


@pytest.mark.parametrize("hands", ["keys", "mouse"])
def test_each_version_says_what_it_changed_against_the_one_before(corrected: Desktop, hands: str) -> None:
    session, pane = corrected.program.session, corrected.window.view.pane
    second = TEXT.replace("民生", "經濟")
    made = [Replacement(second.index("，加強管護"), second.index("。\n最後"), "")]
    article = corrected.window.view.article or 0
    session.perform(partial(amending.correct, article=article, given=second, replacements=made))
    corrected.press("Ctrl+Shift+V", pane)
    corrected.wait(lambda: versions(corrected)[1].endswith("\n1 place changed: +2 −2 characters"))
    assert versions(corrected)[0].endswith("\n1 place changed: +0 −5 characters")
    assert "changed" not in versions(corrected)[2]
    rows = corrected.control("versionList")
    assert isinstance(rows, QListWidget)
    if hands == "keys":
        corrected.press("Down", rows)
        corrected.press("Shift+Return", rows)
    else:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
        corrected.click("compareBefore")
    corrected.wait(lambda: "民生問題" in shown(corrected, "comparisonText"))
    assert headed(corrected) == ["Version 1", "Version 2"] and "加強管護" in shown(corrected, "comparisonText")
    corrected.press("Esc", corrected.control("comparisonText"))
    corrected.press("Home", rows)
    corrected.press("Shift+Return", rows)
    corrected.wait(lambda: "加強管護" in shown(corrected, "comparisonText"))
    assert headed(corrected) == ["Version 2", "The text as it is"]
    assert "民生" not in shown(corrected, "comparisonText")
    corrected.press("Esc", corrected.control("comparisonText"))
    corrected.press("End", rows)
    assert not corrected.control("compareBefore").isEnabled()


def test_what_could_not_be_counted_is_counted_the_next_time(corrected: Desktop, qtbot: QtBot) -> None:
    session, pane = corrected.program.session, corrected.window.view.pane
    path = session.path
    path.rename(path.with_name("elsewhere"))
    corrected.press("Ctrl+Shift+V", pane)
    assert wait_for_all(10_000)
    settle(qtbot, 20)
    path.with_name("elsewhere").rename(path)
    assert "changed" not in versions(corrected)[0]
    session.tell(EVERYTHING)
    corrected.wait(lambda: versions(corrected)[0].endswith("\n1 place changed: +2 −2 characters"))


def test_the_text_of_a_file_takes_the_place_and_highlights_are_found_in_it(
    corrected: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "better.txt"
    file.write_text(TEXT.replace("民生問題", "經濟與民生問題") + "\n又一段補充說明。", "utf-8")
    monkeypatch.setattr(file_dialogs, "file_to_open", lambda *_: file)
    corrected.window.versioning.replace()
    pane = corrected.window.view.pane
    corrected.wait(lambda: corrected.window.notice.words.startswith("Text replaced by that of a file: 我市召開會議"))
    assert "補充說明" in pane.toPlainText()
    assert len(corrected.stored()) == 1
    corrected.window.versioning.replace()
    corrected.wait(lambda: corrected.window.notice.words == "The file has the text that is there.")
    file.unlink()
    corrected.window.versioning.replace()
    corrected.wait(lambda: "better.txt" in corrected.window.notice.words)


def test_of_two_files_chosen_one_after_the_other_the_second_is_taken(
    corrected: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    pane, versioning = corrected.window.view.pane, corrected.window.versioning
    article, before = corrected.window.view.article or 0, corrected.program.session.next_undo()
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}\n{name}", "utf-8")
    versioning.replace_with(article, tmp_path / "first.txt")
    assert QThreadPool.globalInstance().waitForDone(10_000)  # its answer is on its way
    versioning.replace_with(article, tmp_path / "second.txt")
    corrected.wait(lambda: "second" in pane.toPlainText())
    corrected.press("Ctrl+Z", pane)
    assert corrected.program.session.next_undo() == before
    versioning.replace_with(article, tmp_path / "first.txt")
    assert QThreadPool.globalInstance().waitForDone(10_000)
    corrected.program.session.left.emit()  # and so is this one where another library is opened
    settle(qtbot, 50)
    assert corrected.program.session.next_undo() == before


def test_an_older_text_is_read_compared_and_restored_with_the_mouse(corrected: Desktop) -> None:
    window, pane = corrected.window, corrected.window.view.pane
    menus.click_bar(window.menuBar(), "Article", "Versions of the text...")
    rows = corrected.control("versionList")
    assert isinstance(rows, QListWidget)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    assert shown(corrected, "versionText") == TEXT
    corrected.click("compareVersion")
    corrected.wait(lambda: "民生問題" in shown(corrected, "comparisonText"))
    corrected.control("comparisonText").window().close()
    corrected.click("restoreVersion")
    assert pane.page is not None and pane.page.article.text == TEXT


@pytest.mark.parametrize("hands", ["keys", "mouse"])
def test_a_file_is_chosen_whose_text_takes_the_place(
    corrected: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: str
) -> None:
    file = tmp_path / "better.txt"
    file.write_text(TEXT.replace("苗木基地", "苗木與花卉基地"), "utf-8")
    monkeypatch.setattr(file_dialogs, "file_to_open", lambda *_: file)
    corrected.window.view.pane.setFocus()
    if hands == "keys":
        corrected.press("Alt+A")
        menus.go("Replace text with file...")
    else:
        menus.click_bar(corrected.window.menuBar(), "Article", "Replace text with file...")
    corrected.wait(lambda: "花卉" in corrected.window.view.pane.toPlainText())
    assert [each.quote for each in corrected.stored()] == ["民生問題"]
