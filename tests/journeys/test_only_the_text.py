"""F11 leaves only the text; Escape and F11 bring everything back as it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import making
import menus
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import edits
from reader.widgets.notice import Offer

PARTS = ("sidebar", "highlightsPanel", "articleList", "articleBar", "toolbar")


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, making.TEXT)
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def shown(desktop: Desktop) -> list[str]:
    names = {widget.objectName() for widget in desktop.window.findChildren(object) if is_shown(widget)}
    return [name for name in PARTS if name in names]


def is_shown(widget: object) -> bool:
    return bool(getattr(widget, "isVisible", bool)())


def is_full(desktop: Desktop) -> bool:
    return bool(desktop.window.windowState() & Qt.WindowState.WindowFullScreen)


@pytest.mark.parametrize("back", ["F11", "Esc"])
def test_everything_comes_back_as_it_was(reading: Desktop, back: str) -> None:
    window, pane = reading.window, reading.window.view.pane
    window.resize(1100, 700)
    window.desk.setSizes([180, 260, 400, 257])
    before = (window.desk.sizes(), window.geometry())
    reading.press("F11", pane)
    assert shown(reading) == [] and is_full(reading) and pane.isVisible()
    reading.press(back, pane)
    assert shown(reading) == list(PARTS) and not is_full(reading)
    reading.wait(lambda: (window.desk.sizes(), window.geometry()) == before)


def test_a_pane_that_was_put_away_stays_away(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("F9", pane)
    reading.press("F11", pane)
    reading.press("F11", pane)
    assert shown(reading) == [name for name in PARTS if name != "sidebar"]


def test_escape_lets_go_of_one_thing_at_a_time(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    reading.press("F11", pane)
    reading.press("Ctrl+F", pane)
    reading.drag_over("會議")
    bar, selection = window.view.find_bar, window.view.selection_bar
    reading.wait(selection.isVisible)
    reading.press("Esc", pane)
    assert not selection.isVisible() and not pane.textCursor().hasSelection()
    assert bar.isVisible() and is_full(reading)
    reading.press("Esc", pane)
    assert not bar.isVisible() and is_full(reading)
    reading.press("Esc", pane)
    assert not is_full(reading)
    reading.press("Esc", pane)
    assert not is_full(reading)


def test_it_has_the_focus_and_escape_leaves_wherever_that_is(reading: Desktop) -> None:
    window = reading.window
    window.notice.say("words", Offer("act", list))
    for name in ("readingPane", "window"):
        reading.press("F11", window.listing.view)
        assert QApplication.focusWidget() is window.view.pane
        reading.press("Esc", reading.control(name))
        assert not is_full(reading)
    reading.press("F11", window.listing.view)
    reading.press("Esc", reading.control("noticeButton"))
    assert not window.notice.isVisible() and is_full(reading)
    reading.press("Esc")
    assert not is_full(reading)


def test_what_had_the_focus_gets_it_back(reading: Desktop) -> None:
    window = reading.window
    reading.press("F11", window.listing.view)
    reading.press("F11")
    assert QApplication.focusWidget() is window.listing.view
    reading.press("Ctrl+2")
    for back in ("F11", "Esc"):
        window.workspaces.pane.focus()
        reading.press("F11")
        assert QApplication.focusWidget() is window.view.pane
        reading.press(back)
        assert QApplication.focusWidget() is window.workspaces.pane.entry
    reading.press("F11")
    reading.press("Ctrl+1")
    assert QApplication.focusWidget() is window.listing.view and not is_full(reading)


def test_without_an_article_there_is_no_only_the_text(reading: Desktop) -> None:
    reading.press("F11", reading.window.view.pane)
    reading.program.session.perform(partial(edits.trash, ids=[reading.window.view.article or 0]))
    assert reading.window.view.article is None and not is_full(reading)
    reading.press("F11", reading.window.listing.view)
    assert not is_full(reading) and "toolbar" in shown(reading)


def test_notes_and_tags_are_written_on_passages_and_only_the_text_stays(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    reading.press("F11", pane)
    reading.select_by_keys("會議")
    place = pane.place()
    for words in ("筆記", "，續"):
        reading.press("N", pane)
        assert reading.focus() == "noteHere" and is_full(reading)
        reading.write(words)
        reading.press("Esc")
        assert reading.focus() == "readingPane" and is_full(reading) and shown(reading) == []
    [made] = reading.stored()
    assert (made.quote, made.note) == ("會議", "筆記，續")
    reading.press("T", pane)
    reading.write("民生")
    reading.press("Return")
    assert reading.focus() == "readingPane" and is_full(reading) and len(reading.stored()[0].tags) == 1
    assert pane.place() == place
    reading.press("F11", pane)
    reading.press("N", pane)
    assert reading.focus() == "noteField" and window.panel.card.note.note == "筆記，續"


def test_a_note_that_could_not_be_stored_is_seen_before_the_window_goes(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    reading.select_by_keys("會議")
    reading.press("N", pane)
    with making.another_writer(reading.program.session.path):
        reading.write("筆記")
        reading.press("F11", pane)
        window.close()
        reading.press("Esc", reading.control("unstored"))
        assert window.isVisible() and not is_full(reading) and reading.control("noteField").isVisible()


def test_the_mouse_comes_and_goes_too(reading: Desktop) -> None:
    view = reading.window.view.pane.viewport()
    menus.click_bar(reading.window.menuBar(), "View", "Only the text")
    assert shown(reading) == []
    menus.right_click(view, view.rect().center())
    menus.click("Only the text")
    assert shown(reading) == list(PARTS) and not is_full(reading)
