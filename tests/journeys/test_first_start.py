"""The first start: an empty library says what to do next, in the language of the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING


def test_an_empty_library_says_what_to_do_next(start: Callable[[], Desktop]) -> None:
    desktop = start()
    said = desktop.control("noArticles")
    button = desktop.control("importButton")
    assert isinstance(said, QLabel) and said.text() == "Drop articles here, or press Ctrl+O."
    assert isinstance(button, QPushButton) and button.text() == "Import files..."
    assert desktop.window.windowTitle() == "library — Reader"


def test_the_first_article_can_be_worked_with_at_once(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.wait(desktop.control("importButton").hasFocus)
    making.add(desktop.program.session.db)
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    assert desktop.window.listing.view.hasFocus()
    desktop.press("S")
    assert [row.starred for row in desktop.rows()] == [True]


def test_every_command_has_words_and_stands_in_a_menu(start: Callable[[], Desktop]) -> None:
    window = start().window
    in_menus = {action for menu in window.menus.all() for action in menu.actions()}
    for act in Act:
        assert window.commands[act].text(), act
        assert window.commands[act] in in_menus, act


def test_keys_that_need_an_article_do_no_harm_without_one(start: Callable[[], Desktop]) -> None:
    desktop = start()
    for keys in ("H", "T", "N", "R", "Del", "E", "J", "K", "S", "U", "1", "Ctrl+F", "F3", "Ctrl+Z", "Ctrl+Backspace"):
        desktop.press(keys, desktop.window.listing.view)
    assert desktop.rows() == []
    assert not desktop.window.session.next_undo()
