"""Who made which highlights: the name is asked for once, whose are shown, colours by analyst."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QMenu

import making
import menus
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.tag import COLORS
from reader.services import edits
from reader.storage import analysts
from reader.widgets.analyst_dialog import AnalystDialog


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """One article is open, with a highlight of 林 and one of 陳."""
    desktop = start()
    db = desktop.program.session.db
    article = making.add(db, "title\nsome words of an article")
    edits.highlight(db, article, 6, 10, analyst="林")
    edits.highlight(db, article, 11, 16, analyst="陳")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def menu(desktop: Desktop) -> QMenu:
    found = desktop.window.findChild(QMenu, "analystMenu")
    assert found is not None
    found.aboutToShow.emit()
    return found


def choose(desktop: Desktop, name: str) -> None:
    found = menu(desktop).findChild(QAction, name) or desktop.window.findChild(QAction, name)
    assert found is not None, [each.objectName() for each in menu(desktop).actions()]
    found.trigger()


def shown(desktop: Desktop) -> list[str]:
    page = desktop.window.view.pane.page
    assert page is not None
    assert len(page.highlights) == desktop.window.panel.model.rowCount()
    return [each.analyst for each in page.highlights]


def hues(desktop: Desktop) -> list[tuple[str, ...]]:
    """The colours of each highlight in the text."""
    return [extent[2] for extent in desktop.window.view.pane.underlay.highlights.all.values()]


def test_whose_highlights_are_shown(reading: Desktop) -> None:
    assert shown(reading) == ["林", "陳"]
    choose(reading, "whose-陳")
    assert shown(reading) == ["陳"]
    choose(reading, "whose-mine")
    assert shown(reading) == []
    reading.window._settings.analyst = "林"
    assert shown(reading) == ["林"]
    reading.drag_over("article")
    reading.press("H", reading.window.view.pane)
    assert shown(reading) == ["林", "林"]
    choose(reading, "whose-all")
    assert shown(reading) == ["林", "陳", "林"]


def test_whose_are_shown_is_seen_and_what_is_not_shown_is_said(reading: Desktop) -> None:
    window = reading.window
    window._settings.analyst = "吳"
    choose(reading, "whose-陳")
    assert reading.control("whose").accessibleName() == "only those of 陳"
    reading.drag_over("article")
    reading.press("H", window.view.pane)
    assert shown(reading) == ["陳"] and window.notice.words == "Highlighted, and not shown: only those of 陳."
    reading.click("noticeButton")
    assert shown(reading) == ["林", "陳", "吳"] and not window.panel.whose.isVisible()
    choose(reading, "whose-陳")
    reading.click("whose")
    assert len(shown(reading)) == 3
    choose(reading, "whose-陳")
    reading.press("Ctrl+2")
    table = window.workspaces.pane.model
    reading.wait(lambda: table.count == 1 and not table.asked)
    reading.click("chip-whose")
    reading.wait(lambda: table.count == 3 and not table.asked)


def test_colours_by_analyst(reading: Desktop) -> None:
    pane = reading.window.view.pane
    hues = list(COLORS.values())
    choose(reading, "colorByAnalyst")
    assert [extent[2] for extent in pane.underlay.highlights.all.values()] == [(hues[0],), (hues[1],)]
    choose(reading, "colorByAnalyst")
    assert [extent[2] for extent in pane.underlay.highlights.all.values()] == [(hues[0],), (hues[0],)]


def test_the_name_is_asked_for_once(reading: Desktop) -> None:
    window = reading.window
    reading.drag_over("article")
    reading.press("H", window.view.pane)
    assert "name" in window.notice.words
    window.notice.findChild(type(window.notice._buttons[0][1])).click()
    dialog = window.findChild(AnalystDialog)
    assert dialog is not None
    name, claim = dialog.findChild(QLineEdit), dialog.findChild(QCheckBox)
    assert claim.text() == "1 highlight without a name is mine, too"
    name.setText("  王   芳 ")
    claim.setChecked(True)
    dialog.accept()
    assert window._settings.analyst == "王 芳"
    assert shown(reading) == ["林", "陳", "王 芳"]
    window.notice.hide()
    reading.drag_over("some")
    reading.press("H", window.view.pane)
    assert "Enter" not in window.notice.words
    for _ in range(2):
        reading.press("Ctrl+Z", window.view.pane)
    assert shown(reading) == ["林", "陳", ""]


def test_highlights_follow_a_name_that_was_typed_wrong(reading: Desktop) -> None:
    window = reading.window
    window._settings.analyst = "林"
    window.analysts.ask()
    assert not any(each.isVisible() for each in window.findChildren(QCheckBox, "claimFormer"))
    reading.control("analystName").setText("林芳")
    box = reading.control("claimFormer")
    assert isinstance(box, QCheckBox) and box.text() == "1 highlight of 林 is mine, too"
    reading.press("Space", box)
    reading.press("Return", reading.control("analystName"))
    assert shown(reading) == ["林芳", "陳"]
    assert window.notice.words == "Analyst of 1 highlight named: 林芳"
    reading.press("Ctrl+Z", window.view.pane)
    assert shown(reading) == ["林", "陳"]
    assert window.notice.words == "Undone: Analyst of 1 highlight named: 林芳. Your name stays 林芳."
    reading.press("Ctrl+Shift+Z", window.view.pane)
    assert shown(reading) == ["林芳", "陳"] and "stays" not in window.notice.words
    reading.press("Ctrl+Z", window.view.pane)
    reading.click("noticeButton")
    reading.type("林", "analystName")
    reading.press("Return", reading.control("analystName"))
    reading.drag_over("article")
    reading.press("H", window.view.pane)
    assert shown(reading) == ["林", "陳", "林"]
    window._settings.analyst = "吳"
    edit = partial(edits.claim_highlights, analyst="陳", of=["林"])
    window.attempts.do_and_say(edit)
    reading.click("noticeButton")
    assert window.notice.words.startswith("Undone") and "stays" not in window.notice.words


def test_a_name_is_the_one_that_highlights_get_whatever_was_pasted(reading: Desktop) -> None:
    window = reading.window
    window.analysts.ask()
    reading.control("analystName").setText("\u202e王\u3000芳\u2066 \x07")
    reading.press("Return", reading.control("analystName"))
    reading.drag_over("article")
    reading.press("H", window.view.pane)
    choose(reading, "whose-mine")
    assert shown(reading) == [window._settings.analyst] == ["王 芳 \ufffd"]


def test_an_endless_name_takes_no_more_room_than_others(reading: Desktop) -> None:
    window, name = reading.window, "x" * 3_000
    db, article = reading.program.session.db, window.view.article or 0
    _, change = edits.highlight(db, article, 0, 5, analyst=name)
    reading.program.session.tell(change)
    assert menu(reading).sizeHint().width() < 900
    reading.press("E", window.view.pane)
    assert window.panel.card.minimumSizeHint().width() <= window.panel.width()


def test_who_does_not_want_a_name_is_left_alone(reading: Desktop) -> None:
    window = reading.window
    reading.drag_over("article")
    reading.press("H", window.view.pane)
    window.notice.hide()
    reading.drag_over("title")
    reading.press("H", window.view.pane)
    assert window.notice.words == ""


def test_analysts_are_known_with_their_highlights(reading: Desktop) -> None:
    found = analysts.every(reading.program.session.db)
    assert [(each.name, each.highlights) for each in found] == [("林", 1), ("陳", 1)]


def test_whose_step_is_taken_back_is_said_of_others(reading: Desktop) -> None:
    reading.settings.analyst = "林"
    for keys, said in (
        ("Ctrl+Z", "Undone: Passage highlighted: words (陳)"),
        ("Ctrl+Z", "Undone: Passage highlighted: some"),
        ("Ctrl+Shift+Z", "Done again: Passage highlighted: some"),
        ("Ctrl+Shift+Z", "Done again: Passage highlighted: words (陳)"),
    ):
        reading.press(keys, reading.window.view.pane)
        assert reading.window.notice.words == said


def test_a_name_is_given_and_whose_are_shown_is_chosen_by_keys(reading: Desktop) -> None:
    window = reading.window
    window.view.pane.setFocus()
    reading.press("Alt+V")
    menus.go("Analysts", "My name...")
    reading.write("王芳")
    reading.press("Return")
    reading.select_by_keys("article")
    reading.press("H")
    assert shown(reading) == ["林", "陳", "王芳"]
    for entry, expected in (("Only mine", ["王芳"]), ("Only those of 陳", ["陳"]), ("Highlights of everybody", None)):
        reading.press("Alt+V")
        menus.go("Analysts", entry)
        assert shown(reading) == (expected or ["林", "陳", "王芳"])
    before = hues(reading)
    reading.press("Alt+V")
    menus.go("Analysts", "Colours by analyst")
    assert len(set(before)) == 1 and len(set(hues(reading))) == 3


def test_a_name_is_given_and_whose_are_shown_is_chosen_by_mouse(reading: Desktop) -> None:
    window = reading.window
    reading.drag_over("article")
    reading.wait(window.view.selection_bar.isVisible)
    reading.click("barHighlight")
    reading.click("noticeButton")
    reading.type("王芳", "analystName")
    reading.click("claim")
    box = reading.control("analystDialog").findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert shown(reading) == ["林", "陳", "王芳"]
    menus.click_bar(window.menuBar(), "View", "Analysts", "Only mine")
    assert shown(reading) == ["王芳"]
    reading.click("whose")
    assert shown(reading) == ["林", "陳", "王芳"]
    menus.click_bar(window.menuBar(), "View", "Analysts", "Colours by analyst")
    assert len(set(hues(reading))) == 3
