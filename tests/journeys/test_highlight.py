"""Passages are highlighted with mouse and keyboard, in title and body, and show in the panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

import making
from desktop import Desktop
from reader.actions import Act
from reader.services import tagging


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def test_by_mouse_with_the_bar(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    reading.wait(reading.window.view.selection_bar.isVisible)
    reading.click("barHighlight")
    [highlight] = reading.stored()
    assert highlight.quote == "民生問題"
    assert not reading.window.view.selection_bar.isVisible()
    assert reading.window.panel.model.rowCount() == 1
    assert reading.window.panel.card.highlight == highlight.id


def test_by_keyboard_only_behind_an_emoji(reading: Desktop) -> None:
    pane = reading.window.view.pane
    pane.setFocus()
    cursor = pane.document().find("English")
    cursor.setPosition(cursor.selectionStart())
    pane.setTextCursor(cursor)
    reading.press("Ctrl+Shift+Right", pane)
    reading.press("H", pane)
    [highlight] = reading.stored()
    assert highlight.quote.strip() == "English"
    assert highlight.span.start == making.TEXT.index("English")


def test_the_bar_keeps_room_for_every_button_as_the_selection_grows(reading: Desktop) -> None:
    for name in ("民生", "教育"):
        reading.program.session.perform(partial(tagging.add, path=name))
    pane, bar = reading.window.view.pane, reading.window.view.selection_bar
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    widths = []
    for _ in range(3):
        reading.press("Shift+Right", pane)
        with reading.qtbot.waitSignal(pane.selection_settled):
            pass
        widths.append(bar.width())
        shown = [each for each in bar.findChildren(QToolButton) if not each.isHidden()]
        assert len(shown) == 6 and bar.isVisible()
        assert all(each.isVisible() and bar.rect().contains(each.geometry()) for each in shown)
    assert len(set(widths)) == 1


def test_in_the_title(reading: Desktop) -> None:
    pane = reading.window.view.pane
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(2):
        reading.press("Shift+Right", pane)
    reading.press("H", pane)
    [highlight] = reading.stored()
    assert (highlight.span.start, highlight.quote) == (0, "我市")


def test_overlapping_ones_are_chosen_one_after_the_other(reading: Desktop) -> None:
    for words in ("第一段說的是民生", "民生問題"):
        reading.drag_over(words)
        reading.press("H", reading.window.view.pane)
    first, second = (highlight.id for highlight in reading.stored())
    chosen = set()
    for _ in range(2):
        reading.click_on_text("生")
        chosen.add(reading.window.panel.card.highlight)
    assert chosen == {first, second}


def test_enter_opens_the_note_and_it_is_kept(reading: Desktop, start: Callable[[], Desktop]) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生問題")
    reading.press("H", pane)
    reading.press("Return", pane)
    note = reading.control("noteField")
    assert isinstance(note, QPlainTextEdit) and note.hasFocus()
    note.insertPlainText("核對\n第二行")
    reading.press("Esc", note)
    assert pane.hasFocus()
    assert reading.stored()[0].note == "核對\n第二行"
    again = start()
    assert again.stored()[0].note == "核對\n第二行"


def test_a_note_is_kept_when_the_window_closes(reading: Desktop, start: Callable[[], Desktop]) -> None:
    reading.drag_over("民生問題")
    reading.press("N", reading.window.view.pane)
    note = reading.control("noteField")
    assert isinstance(note, QPlainTextEdit)
    note.insertPlainText("還沒寫完")
    assert start().stored()[0].note == "還沒寫完"


def test_del_removes_it_and_undo_brings_it_back(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生問題")
    reading.press("H", pane)
    reading.press("Del", pane)
    assert reading.stored() == []
    assert reading.window.notice.words.startswith("Highlight removed")
    reading.click("noticeButton")
    assert [highlight.quote for highlight in reading.stored()] == ["民生問題"]


def test_e_walks_through_the_highlights(reading: Desktop) -> None:
    pane = reading.window.view.pane
    for words in ("民生", "表情"):
        reading.drag_over(words)
        reading.press("H", pane)
    first, second = (highlight.id for highlight in reading.stored())
    reading.press("E", pane)
    assert reading.window.panel.card.highlight == first
    reading.press("E", pane)
    assert reading.window.panel.card.highlight == second
    reading.press("Shift+E", pane)
    assert reading.window.panel.card.highlight == first


def test_commands_are_about_what_is_at_the_caret_once_keys_have_moved_it_away(reading: Desktop) -> None:
    pane, panel = reading.window.view.pane, reading.window.panel
    for words in ("民生問題", "English"):
        reading.drag_over(words)
        reading.press("H", pane)
    first, second = (each.id for each in reading.stored())
    reading.press("Ctrl+Home", pane)
    reading.press("E", pane)
    reading.press("Right", pane)
    assert pane.target() == (None, first) and panel.card.highlight == first
    for _ in range(4):
        reading.press("Right", pane)
    assert pane.target() == (None, None) and panel.card.isHidden()
    reading.press("Del", pane)
    assert len(reading.stored()) == 2
    cursor = pane.textCursor()
    cursor.setPosition(pane.document().find("English").selectionStart() - 1)
    pane.setTextCursor(cursor)
    reading.press("Right", pane)
    assert pane.target() == (None, second)
    reading.press("Tab", pane)
    assert panel.card.highlight == second
    reading.press("Del", pane)
    assert [each.id for each in reading.stored()] == [first]


def test_commands_are_about_what_was_found_and_no_more_about_the_highlight_that_was_chosen(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生問題")
    reading.press("H", pane)
    reading.press("E", pane)
    reading.press("Ctrl+F", pane)
    reading.type("English", "findField")
    reading.press("Return", reading.control("findField"))
    reading.press("Esc", reading.control("findField"))
    assert reading.focus() == "readingPane" and pane.underlay.selected is None
    reading.press("Del", pane)
    assert len(reading.stored()) == 1


def test_g_says_where_there_is_no_other_with_the_tag_and_e_where_there_is_none_at_all(reading: Desktop) -> None:
    pane, notice = reading.window.view.pane, reading.window.notice
    reading.press("E", pane)
    assert notice.words == "Nothing is highlighted in this article."
    first, second = (pane.toPlainText().index(words) for words in ("民生", "表情"))
    for at, path in ((first, "a"), (second, "b")):
        mark = partial(tagging.highlight_with, start=at, end=at + 2, paths=[path], note="", color="", analyst="")
        reading.window.session.perform(partial(mark, article=reading.window.view.article))
    reading.press("E", pane)
    reading.press("G", pane)
    assert notice.words == "No other highlight here has a tag of this one."
    reading.press("E", pane)
    assert reading.window.panel.card.highlight == reading.stored()[1].id


def test_copying_takes_the_stored_characters(reading: Desktop) -> None:
    reading.drag_over("第一段說的是民生問題")
    reading.press("Ctrl+C", reading.window.view.pane)
    assert QGuiApplication.clipboard().text() == "第一段說的是民生問題"


def test_copying_takes_the_chosen_highlight_where_nothing_is_selected(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    reading.press("H", reading.window.view.pane)
    for copy in (lambda: reading.press("Ctrl+C", reading.window.view.pane), reading.window.commands[Act.COPY].trigger):
        QGuiApplication.clipboard().clear()
        copy()
        assert QGuiApplication.clipboard().text() == "民生問題"
    assert reading.window.notice.words == "Highlight copied: 民生問題"


def test_all_is_selected_by_key_and_menu_but_in_the_list_the_key_means_articles(reading: Desktop) -> None:
    window, pane = reading.window, reading.window.view.pane
    reading.press("Ctrl+A", window.listing.view)
    assert not pane.textCursor().hasSelection()
    reading.press("Ctrl+A", pane)
    whole = pane.selection()
    assert whole is not None and whole.start == 0 and whole.end == len(pane.toPlainText())
    reading.press("Esc", pane)
    window.commands[Act.SELECT_ALL].trigger()
    assert pane.selection() == whole


def test_between_two_lines_the_mouse_selects_in_the_nearest_one(reading: Desktop) -> None:
    pane = reading.window.view.pane
    rect = pane.cursorRect(pane.document().find("民生問題"))
    left, right = reading.ends_of("民生問題")
    below = rect.bottom() + 3
    for edge in (left, right):
        edge.setY(below)
    reading.drag(left, right)
    reading.press("H", pane)
    assert [highlight.quote for highlight in reading.stored()] == ["民生問題"]


def test_a_click_on_a_highlight_shows_its_card_also_when_the_panel_was_put_away(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生問題")
    reading.press("H", pane)
    reading.press("Esc", pane)
    reading.press("F10", pane)
    assert not reading.window.panel.isVisible()
    reading.click_on_text("生問")
    assert reading.window.panel.card.isVisible()
