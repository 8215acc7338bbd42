"""Reading: A+ and A- keep the place, the size and the place are remembered, words are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

import making
from desktop import Desktop

LONG = "我市召開會議\n" + "\n".join(f"第{number}段：" + "推動高質量發展，保障和改善民生。" * 12 for number in range(80))


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, LONG, published="2024-01-02")
    making.add(desktop.program.session.db, making.TEXT, published="2024-01-01")
    desktop.window.session.look_for_changes()
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.wait(lambda: desktop.title() == "我市召開會議")
    return desktop


def first_words(desktop: Desktop) -> str:
    pane = desktop.window.view.pane
    place = pane.place()
    return LONG[place : place + 6]


def test_the_buttons_change_the_size_and_the_first_line_stays(reading: Desktop) -> None:
    pane = reading.window.view.pane
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum() // 2)
    before, size = first_words(reading), pane.typography.size
    for _ in range(4):
        reading.click("buttonLARGER")
    assert pane.typography.size > size
    assert first_words(reading) == before
    for _ in range(4):
        reading.click("buttonSMALLER")
    assert pane.typography.size == size
    assert first_words(reading) == before
    assert reading.settings.size == size


def test_the_article_that_was_read_last_opens_again_also_if_it_is_short(
    reading: Desktop, start: Callable[[], Desktop]
) -> None:
    for article in (2, 1, 2):
        reading.window.listing.choose(article)
    again = start()
    assert again.window.view.article == 2
    again.window.listing.choose(1)
    again.window.listing.choose(2)
    again.window.listing.choose(1)
    assert start().window.view.article == 1


def test_keys_and_wheel_change_the_size_within_8_and_72(reading: Desktop) -> None:
    pane = reading.window.view.pane
    for _ in range(30):
        reading.press("Ctrl++", pane)
    assert pane.typography.size == 72
    for _ in range(30):
        reading.press("Ctrl+-", pane)
    assert pane.typography.size == 8
    reading.press("Ctrl+0", pane)
    assert pane.typography.size == 14
    middle = QPointF(pane.viewport().rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    control = Qt.KeyboardModifier.ControlModifier
    wheel = QWheelEvent(middle, middle, QPoint(), QPoint(0, 120), none, control, phase, False)
    QApplication.sendEvent(pane.viewport(), wheel)
    assert pane.typography.size == 16


def test_size_and_place_are_there_after_a_restart(reading: Desktop, start: Callable[[], Desktop]) -> None:
    pane = reading.window.view.pane
    reading.press("Ctrl++", pane)
    size = pane.typography.size
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum() // 3)
    before = first_words(reading)
    again = start()
    assert again.title() == "我市召開會議"
    assert again.window.view.pane.typography.size == size
    again.wait(lambda: first_words(again) == before)


def test_all_hits_are_counted_and_walked_through(reading: Desktop) -> None:
    reading.press("Ctrl+F", reading.window.view.pane)
    reading.type("第1", "findField")
    count = reading.control("findCount")
    assert isinstance(count, QLabel)
    reading.wait(lambda: count.text() == "1 of 11")
    reading.press("Return", reading.control("findField"))
    assert count.text() == "2 of 11"
    reading.press("Shift+F3", reading.window.view.pane)
    assert count.text() == "1 of 11"
    reading.type("無此詞", "findField")
    reading.wait(lambda: count.text() == "Not found")
    reading.press("Esc", reading.control("findField"))
    assert not reading.window.view.find_bar.isVisible()


def test_next_and_previous_article_by_key(reading: Desktop) -> None:
    reading.press("J", reading.window.view.pane)
    assert reading.window.view.pane.toPlainText() == making.TEXT
    assert [row.read for row in reading.rows()] == [True, True]
    reading.press("U", reading.window.view.pane)
    assert [row.read for row in reading.rows()] == [True, False]
    reading.press("K", reading.window.view.pane)
    assert reading.window.view.pane.toPlainText() == LONG


def test_star_trash_and_back(reading: Desktop) -> None:
    reading.press("S", reading.window.listing.view)
    assert [row.starred for row in reading.rows()] == [True, False]
    reading.press("Ctrl+Backspace", reading.window.listing.view)
    reading.wait(lambda: len(reading.rows()) == 1)
    assert reading.window.notice.words.startswith("Article moved to the trash")
    reading.click("noticeButton")
    reading.wait(lambda: len(reading.rows()) == 2)


def test_the_list_is_filtered_while_typing(reading: Desktop) -> None:
    making.add(reading.program.session.db, "港口吞吐量增長\n正文在這裡。", source="海港新聞網")
    reading.window.listing.model.reload()
    reading.type("來源：海港", "searchBox")
    reading.wait(lambda: [row.title for row in reading.rows()] == ["港口吞吐量增長"])
    reading.type("沒有", "searchBox")
    reading.wait(lambda: reading.rows() == [])
    assert reading.control("noArticles").text() == "No article matches."  # type: ignore[attr-defined]
    reading.press("Esc", reading.control("searchBox"))
    reading.wait(lambda: len(reading.rows()) == 3)
    reading.type("沒有", "searchBox")
    reading.wait(lambda: reading.rows() == [])
    reading.click("showAll")
    reading.wait(lambda: len(reading.rows()) == 3)
    assert not reading.control("searchBox").text()  # type: ignore[attr-defined]
