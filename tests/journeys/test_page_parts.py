"""What of the page is not in the text: folded under it, looked through, pulled in with a key or a click, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton

from desktop import Desktop
from reader import resources
from reader.domain.highlight import Span
from reader.services import edits

SAMPLE = "luyu-coastal-district.txt"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """A scraped page is open."""
    desktop = start()
    desktop.window.collecting.import_paths([resources.path("samples") / SAMPLE])
    desktop.wait(lambda: desktop.window.view.article is not None and not desktop.window.status.activity.busy)
    return desktop


def left_out(desktop: Desktop) -> list[str]:
    found = desktop.control("leftOut")
    assert isinstance(found, QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def end(desktop: Desktop) -> None:
    bar = desktop.window.view.pane.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
        QApplication.processEvents()


def test_the_lines_are_folded_under_the_end_of_the_text(reading: Desktop) -> None:
    pane = reading.window.view.pane
    fold = reading.control("foldLeftOut")
    assert isinstance(fold, QToolButton)
    assert fold.mapTo(pane.viewport(), QPoint()).y() > pane.viewport().height()  # it disturbs nobody who reads
    end(reading)
    last = pane.cursorForPosition(QPoint(pane.viewport().width() // 2, pane.viewport().height() - 1))
    assert last.atBlockEnd() or last.block() == pane.document().lastBlock()
    assert 0 < fold.mapTo(pane.viewport(), QPoint()).y() < pane.viewport().height()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    original = (resources.path("samples") / SAMPLE).read_text("utf-8")
    assert "A+A- |舉報糾錯" in left_out(reading)
    assert all(line in original for line in left_out(reading))
    assert fold.text() == f"Page parts left out ({len(left_out(reading))})"


def test_a_line_is_pulled_in_by_keys_and_taken_back(reading: Desktop) -> None:
    pane, session = reading.window.view.pane, reading.program.session
    assert pane.page is not None
    before, article = pane.page.article.text, pane.page.article.id
    at = before.index("海洋經濟")
    session.perform(lambda db: edits.highlight(db, article, at, at + 4))
    reading.press("P", pane)
    lines = left_out(reading)
    reading.press("Down")
    reading.press("Return")
    assert pane.page.article.text != before and lines[1] in pane.page.article.text.split("\n")
    assert left_out(reading) == lines[:1] + lines[2:]  # it stays open
    shown = reading.control("leftOut")
    assert isinstance(shown, QListWidget) and shown.currentRow() == 1  # for the next one
    [kept] = reading.stored()
    assert kept.quote == "海洋經濟" == kept.span.of(pane.page.article.text)
    assert "1 line of the page pulled in" in reading.window.notice.words
    reading.click("noticeButton")
    assert pane.page.article.text == before and left_out(reading) == lines
    assert reading.stored()[0].span == Span(at, at + 4)


def test_a_click_on_its_sign_pulls_a_line_in_and_one_button_all(reading: Desktop) -> None:
    reading.press("P", reading.window.view.pane)
    shown = reading.control("leftOut")
    assert isinstance(shown, QListWidget)
    lines = left_out(reading)
    row = shown.visualItemRect(shown.item(2))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 12, row.center().y()))
    assert left_out(reading) == lines[:2] + lines[3:]
    reading.click("pullAllIn")
    page = reading.window.view.pane.page
    assert page is not None and all(line in page.article.text for line in lines if "(" not in line)
    assert not reading.window.view.foot.isVisible()


def test_escape_goes_back_to_the_text(reading: Desktop) -> None:
    pane = reading.window.view.pane
    bar = pane.verticalScrollBar()
    bar.setValue(40)
    reading.press("P", pane)
    assert QApplication.focusWidget() is reading.control("leftOut") and bar.value() > 40
    reading.press("Esc")
    assert QApplication.focusWidget() is pane and bar.value() == 40


def test_tab_does_not_take_the_text_away(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("Tab", pane)
    assert pane.verticalScrollBar().value() == 0
    assert not reading.window.view.foot.isAncestorOf(QApplication.focusWidget())
    end(reading)
    reading.press("Tab", pane)
    assert QApplication.focusWidget() is reading.control("foldLeftOut")


def test_of_an_article_that_has_no_such_lines_that_is_said(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("標題在這裡\n正文說的是民生問題。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "a.txt"])
    desktop.wait(lambda: desktop.title() == "標題在這裡")
    assert not desktop.window.view.foot.isVisible()
    desktop.press("P", desktop.window.view.pane)
    assert desktop.window.notice.words == "No part of the page was left out of this article."
