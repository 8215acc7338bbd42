"""Undo in a notice takes back what the notice says, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.services import edits, tagging
from reader.storage import articles, tags
from reader.storage.library import create, open_library
from reader.widgets.notice import Offer


@pytest.fixture
def trashed(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """Two articles, of which the first was just moved to the trash."""
    made = create(tmp_path / "library.reader")
    for title in ("甲篇", "乙篇"):
        making.add(made.db, f"{title}\n正文")
    made.close()
    desktop = start()
    desktop.window.listing.choose(1)
    desktop.press("Ctrl+Backspace", desktop.window.view.pane)
    assert desktop.window.notice.words == "Article moved to the trash: 甲篇"
    return desktop


def star_in_another_window(desktop: Desktop) -> None:
    with closing(desktop.program.session.library.connect()) as other:
        edits.set_starred(other, [2], True)


def test_what_another_window_did_meanwhile_is_not_taken_back_instead(trashed: Desktop) -> None:
    star_in_another_window(trashed)
    trashed.click("noticeButton")
    assert trashed.window.notice.words == "Something else was done since. Undo that first."
    counts = articles.counts(trashed.program.session.db)
    assert (counts["starred"], counts["trash"]) == (1, 1)


def test_the_notice_goes_once_something_else_was_done(trashed: Desktop) -> None:
    trashed.window.session.perform(lambda db: edits.mark_opened(db, 2))  # which is no step
    assert trashed.window.notice.words == "Article moved to the trash: 甲篇"
    star_in_another_window(trashed)
    trashed.program.session.look_for_changes()
    assert trashed.window.notice.words == ""


def test_it_says_what_was_done_here_also_if_another_window_was_as_quick(trashed: Desktop) -> None:
    session = trashed.program.session
    trashed.click("noticeButton")
    done: list[object] = []

    def quick() -> None:
        session.changed.disconnect(quick)
        done.append(star_in_another_window(trashed))

    session.changed.connect(quick)
    trashed.window.listing.choose(1)
    trashed.press("Ctrl+Backspace", trashed.window.view.pane)
    assert done and trashed.window.notice.words == "Article moved to the trash: 甲篇"


@pytest.mark.parametrize("key", ["Space", "Return"])
@pytest.mark.parametrize("name", ["readingPane", "articleList", "searchBox"])
def test_its_button_is_pressed_by_keys_and_the_focus_goes_back(trashed: Desktop, name: str, key: str) -> None:
    db, notice = trashed.program.session.db, trashed.window.notice
    trashed.press("F7", trashed.control(name))
    assert trashed.focus() == "noticeButton"
    trashed.press("F7")
    trashed.press(key)
    assert articles.counts(db)["trash"] == 0 and trashed.focus() == name
    trashed.press("Ctrl+Backspace", trashed.window.view.pane)
    trashed.press("F7", trashed.control(name))
    trashed.press("Esc")
    assert not notice.isVisible() and trashed.focus() == name and articles.counts(db)["trash"] == 1
    assert not trashed.window.commands[Act.NOTICE].isEnabled()


def test_the_menu_leads_to_its_button(trashed: Desktop) -> None:
    trashed.press("Alt+V", trashed.window.view.pane)
    menus.go("Go to the notice")
    assert trashed.focus() == "noticeButton"
    notice = trashed.window.notice
    notice.say("Said.", Offer("One", list), Offer("Two", list))
    assert trashed.focus() == "readingPane"
    notice.say("Said.")
    assert not trashed.window.commands[Act.NOTICE].isEnabled()


def test_another_sentence_stays(trashed: Desktop) -> None:
    trashed.window.view.pane.selectAll()
    trashed.press("7", trashed.window.view.pane)
    said = trashed.window.notice.words
    assert said.startswith("No tag has the key 7")
    star_in_another_window(trashed)
    trashed.program.session.look_for_changes()
    assert trashed.window.notice.words == said


def test_nothing_is_offered_any_more_in_another_library(trashed: Desktop, tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    for name in ("甲", "乙", "丙", "丁"):
        tagging.add(other.db, name)
    other.close()
    trashed.window.library_wanted.emit(other.path)
    assert trashed.window.windowTitle() == "other — Reader" and trashed.window.notice.words == ""
    with closing(open_library(other.path).db) as db:
        assert len(tags.tree(db)) == 4


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """A long article, with a word in every line."""
    desktop = start()
    making.add(desktop.program.session.db, "標題\n" + "\n".join(f"第{number}段說的是民生。" for number in range(200)))
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def test_the_notice_hides_no_text_and_the_caret_stays_in_view(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    height = pane.viewport().height()
    pane.setTextCursor(pane.cursorForPosition(QPoint(pane.viewport().width() // 2, height - 30)))
    at = pane.textCursor().position()
    window.notice.say("Said.")
    edge = window.notice.mapToGlobal(QPoint()).y()
    assert pane.viewport().mapToGlobal(pane.viewport().rect().bottomLeft()).y() < edge
    assert pane.viewport().mapToGlobal(pane.cursorRect().bottomLeft()).y() < edge
    assert pane.textCursor().position() == at
    window.notice.hide()
    assert pane.viewport().height() == height


def test_a_hit_is_never_behind_the_notice(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    reading.press("Ctrl+F", pane)
    reading.type("民生", "findField")
    reading.wait(lambda: window.view.find_bar.count.text() == "1 of 200")
    window.notice.say("Said.")
    for _ in range(40):
        reading.press("F3", window)
        assert pane.viewport().rect().contains(pane.cursorRect())


def test_the_lines_stay_on_the_screen_where_they_are_when_find_opens_and_closes(reading: Desktop) -> None:
    pane = reading.window.view.pane
    pane.verticalScrollBar().setValue(500)
    cursor = pane.cursorForPosition(QPoint(200, 200))

    def height() -> int:
        return pane.viewport().mapToGlobal(pane.cursorRect(cursor).topLeft()).y()

    before, place = height(), pane.place()
    reading.press("Ctrl+F", pane)
    reading.wait(reading.window.view.find_bar.isVisible)
    assert (height(), pane.place()) == (before, place)
    reading.press("Esc", reading.control("findField"))
    assert (height(), pane.place()) == (before, place)
