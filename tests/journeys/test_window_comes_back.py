"""The window comes back as it was left: its size, its panes, what was put away, and always where it can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING


def test_size_panes_and_order_are_there_again(start: Callable[[], Desktop]) -> None:
    desktop = start()
    window = desktop.window
    window.resize(900, 690)
    desktop.press("F10", window.view.pane)
    window.desk.setSizes([160, 240, 497, 0])
    sizes, size = window.desk.sizes()[:2], window.size()
    assert sizes == [160, 240]
    again = start().window
    assert (again.size(), again.desk.sizes()[:2]) == (size, sizes)
    assert not again.panel.isVisible() and again.sidebar.isVisible()


def test_the_language_is_there_again(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.press("Ctrl+,", desktop.window.view.pane)
    box = desktop.control("setting-language")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("zh_TW"))
    box.activated.emit(box.currentIndex())
    assert start().window.menus.all()[0].title() == "檔案(&F)"


def test_a_window_that_was_on_a_screen_that_is_gone_can_be_seen(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.window.move(QPoint(6000, 4000))
    window = start().window
    seen = window.screen().availableGeometry().intersected(window.frameGeometry())
    assert seen.width() > 400 and seen.height() > 300


def test_closing_with_only_the_text_keeps_the_size_from_before(start: Callable[[], Desktop]) -> None:
    desktop = start()
    making.add(desktop.program.session.db, making.TEXT)
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    desktop.window.resize(900, 640)
    size = desktop.window.size()
    desktop.press("F11", desktop.window.view.pane)
    window = start().window
    assert not window.isFullScreen() and window.panel.isVisible() and window.sidebar.isVisible()
    assert window.size() == size


def test_nothing_is_left_of_a_window_that_was_closed(start: Callable[[], Desktop]) -> None:
    start()
    once = len(QApplication.allWidgets())
    start()
    assert len(QApplication.allWidgets()) == once
