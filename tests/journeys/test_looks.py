"""Themes from the toolbar, and how text is set from Aa: seen at once, shown everywhere, and there after a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QToolButton

import making
from desktop import Desktop
from reader import theme
from reader.actions import Act
from reader.domain.change import EVERYTHING


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, making.TEXT, published="2024-01-02")
    making.add(desktop.program.session.db, "另一篇\n正文在這裡。", published="2024-01-01")
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def themes(desktop: Desktop) -> QMenu:
    """The menu behind the button of themes."""
    button = desktop.control("buttonTHEME")
    assert isinstance(button, QToolButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    return menu


def pick(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def page_color(desktop: Desktop) -> str:
    """What the text stands on."""
    view = desktop.window.view.pane.viewport()
    return view.grab().toImage().pixelColor(4, view.height() - 4).name().upper()


def test_a_theme_is_picked_in_the_toolbar_and_ticked_in_the_menu(
    reading: Desktop, start: Callable[[], Desktop]
) -> None:
    assert ticked(themes(reading)) == ["As the system"]
    for words, name in (("Dark", "dark"), ("Sepia", "sepia"), ("Light", "light"), ("Dark", "dark")):
        pick(themes(reading), words)
        assert page_color(reading) == theme.load(name).page
        assert ticked(themes(reading)) == [words]
    view = next(menu for menu in reading.window.menus.all() if menu.title() == "&View")
    assert "&Theme" in [action.text() for action in view.actions()]
    again = start()
    assert page_color(again) == theme.load("dark").page and ticked(themes(again)) == ["Dark"]


def test_aa_changes_how_text_is_set_while_it_is_open(reading: Desktop, start: Callable[[], Desktop]) -> None:
    pane = reading.window.view.pane
    pane.setFocus()
    reading.click("buttonTYPOGRAPHY")
    family, justified = reading.control("setting-family"), reading.control("setting-justified")
    assert isinstance(family, QComboBox) and isinstance(justified, QCheckBox) and family.hasFocus()
    QTest.keyClick(family, Qt.Key.Key_Down)
    assert pane.typography.family == "sans" and family.isVisible()
    QTest.keyClick(justified, Qt.Key.Key_Space)
    assert pane.typography.justified
    measure = reading.control("setting-measure")
    assert isinstance(measure, QComboBox)
    QTest.keyClick(measure, Qt.Key.Key_Up)
    assert pane.typography.measure == 36
    QTest.keyClick(measure, Qt.Key.Key_Escape)
    with pytest.raises(AssertionError):
        reading.control("setting-family")
    again = start().window.view.pane.typography
    assert (again.family, again.justified, again.measure) == ("sans", True, 36)


def test_the_bar_above_the_text_steps_and_stars(reading: Desktop) -> None:
    star = reading.control("articleSTAR")
    assert isinstance(star, QToolButton) and not star.isChecked() and "(S)" in star.toolTip()
    reading.click("articleSTAR")
    assert [row.starred for row in reading.rows()] == [True, False] and star.isChecked()
    reading.click("articleNEXT_ARTICLE")
    assert reading.title() == "另一篇" and not star.isChecked()
    reading.click("articlePREVIOUS_ARTICLE")
    assert reading.title() == "我市召開會議" and star.isChecked()
    reading.press("S", reading.window.view.pane)
    assert not star.isChecked() and not reading.window.commands[Act.STAR].isChecked()
