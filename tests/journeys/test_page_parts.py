"""What of the page is not in the text: folded under it, looked through, pulled in with a key or a click, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from desktop import Desktop
from reader import resources
from reader.domain.highlight import Span
from reader.services import edits
from reader.widgets.left_out_list import LeftOutList

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
    assert isinstance(found, LeftOutList)
    return found.lines


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
    assert isinstance(shown, LeftOutList) and shown.currentIndex().row() == 1  # for the next one
    [kept] = reading.stored()
    assert kept.quote == "海洋經濟" == kept.span.of(pane.page.article.text)
    assert "1 line of the page pulled in" in reading.window.notice.words
    reading.click("noticeButton")
    assert pane.page.article.text == before and left_out(reading) == lines
    assert reading.stored()[0].span == Span(at, at + 4)


def test_a_click_on_its_sign_pulls_a_line_in_and_one_button_all(reading: Desktop) -> None:
    reading.press("P", reading.window.view.pane)
    shown = reading.control("leftOut")
    assert isinstance(shown, LeftOutList)
    lines = left_out(reading)
    row = shown.visualRect(shown.model().index(2, 0))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 12, row.center().y()))
    assert left_out(reading) == lines[:2] + lines[3:]
    reading.click("pullAllIn")
    page = reading.window.view.pane.page
    assert page is not None and all(line in page.article.text for line in lines if "(" not in line)
    assert not reading.window.view.foot.isVisible()


def test_once_all_lines_are_in_the_text_keys_are_about_it(reading: Desktop) -> None:
    reading.press("P", reading.window.view.pane)
    reading.press("Ctrl+A")
    reading.press("Return")
    assert not reading.window.view.foot.isVisible()
    assert QApplication.focusWidget() is reading.window.view.pane


def test_escape_goes_back_to_the_text(reading: Desktop) -> None:
    pane = reading.window.view.pane
    bar = pane.verticalScrollBar()
    bar.setValue(40)
    reading.press("P", pane)
    assert QApplication.focusWidget() is reading.control("leftOut") and bar.value() > 40
    reading.press("Esc")
    assert QApplication.focusWidget() is pane and bar.value() == 40


def with_lines(start: Callable[[], Desktop], folder: Path, count: int, more: str = "") -> Desktop:
    """A page with a long text and so many lines beside it is open."""
    text = "".join(f"<p>正文第{number}段說的是民生問題，與會者各抒己見，討論十分熱烈。</p>" for number in range(60))
    beside = "".join(f"<li>留言{number}{more}</li>" for number in range(count))
    page = f"<html><head><title>標題在這裡</title></head><body><article><h1>標題在這裡</h1>{text}</article>"
    (folder / "a.html").write_text(f"<meta charset=utf-8>{page}<nav><ul>{beside}</ul></nav></body></html>", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([folder / "a.html"])
    desktop.wait(lambda: desktop.title() == "標題在這裡" and not desktop.window.status.activity.busy)
    return desktop


@pytest.fixture
def many(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    return with_lines(start, tmp_path, 80)


@pytest.mark.parametrize(("count", "said"), [(80, False), (20_001, True)])
def test_of_a_page_with_very_many_lines_it_is_said_that_there_are_more(
    start: Callable[[], Desktop], tmp_path: Path, count: int, said: bool
) -> None:
    desktop = with_lines(start, tmp_path, count)
    desktop.press("P", desktop.window.view.pane)
    words = [label.text() for label in desktop.window.view.foot.findChildren(QLabel) if label.isVisible()]
    assert any("The page has more lines than these" in each for each in words) is said


def test_very_many_lines_are_measured_while_one_stays_in_view(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = with_lines(start, tmp_path, 3_000, "說的是民生問題" * 6)
    pane = desktop.window.view.pane
    desktop.press("P", pane)
    shown = desktop.control("leftOut")
    assert isinstance(shown, LeftOutList) and not shown.is_measured
    desktop.press("End")
    QApplication.processEvents()
    top = shown.mapTo(pane.viewport(), shown.current_rect().topLeft()).y()
    desktop.press("Return")
    assert len(shown.lines) == 2_999
    desktop.wait(lambda: shown.is_measured)
    assert shown.height() - 4 == sum(shown.sizeHintForRow(row) for row in range(2_999))
    assert abs(shown.mapTo(pane.viewport(), shown.current_rect().topLeft()).y() - top) <= 1
    assert 0 <= top < pane.viewport().height()


def test_keys_are_about_the_lines(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("P", pane)
    shown = reading.control("leftOut")
    assert isinstance(shown, LeftOutList)
    for keys in ("Ctrl+A", "H", "1", "Ctrl+C"):
        reading.press(keys)
    assert not pane.textCursor().hasSelection() and not reading.stored()
    assert shown.selected_rows() == list(range(len(shown.lines)))
    assert QApplication.clipboard().text() == "\n".join(shown.lines)


def test_the_next_line_stands_where_the_one_was_that_was_pulled_in(many: Desktop) -> None:
    pane = many.window.view.pane
    bar = pane.verticalScrollBar()
    bar.setValue(300)
    read = pane.place()
    many.press("P", pane)
    shown = many.control("leftOut")
    assert isinstance(shown, LeftOutList)
    for _ in range(30):
        many.press("Down")
    wanted, top = shown.lines[31], shown.mapTo(pane.viewport(), shown.current_rect().topLeft()).y()
    assert 0 <= top < pane.viewport().height()
    many.press("Return")
    QApplication.processEvents()
    assert shown.lines[shown.currentIndex().row()] == wanted
    assert abs(shown.mapTo(pane.viewport(), shown.current_rect().topLeft()).y() - top) <= 1
    many.press("Esc")
    assert pane.place() == read


def test_how_far_the_article_is_read_does_not_count_what_stands_below_it(many: Desktop) -> None:
    pane = many.window.view.pane
    said = many.control("progress")
    assert isinstance(said, QLabel)
    end(many)
    assert said.text() == "100 %"
    many.press("P", pane)
    assert said.text() == "100 %"
    many.press("Esc")
    many.press("Ctrl+Home", pane)
    assert said.text() == "0 %"


def test_arrows_stay_within_the_lines(many: Desktop) -> None:
    pane = many.window.view.pane
    many.press("P", pane)
    before = pane.verticalScrollBar().value()
    many.press("Up")
    assert pane.verticalScrollBar().value() == before


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
