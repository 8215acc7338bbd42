"""All hits of what is looked for in an article are highlighted by one key, with tags too, as one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.highlight import Span
from reader.services import edits, tagging
from reader.storage import highlights, tags
from reader.widgets.tag_picker import TagPicker

TEXT = "會議的標題\n今天開會議😀。\n明天又开会议。"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, TEXT)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def look_for(reading: Desktop, words: str) -> None:
    reading.press("Ctrl+F", reading.window.view.pane)
    reading.type(words, "findField")


def quotes(reading: Desktop) -> list[str]:
    return [each.quote for each in reading.stored()]


def test_by_keys_before_the_hits_are_shown_and_taken_back_at_once(reading: Desktop) -> None:
    look_for(reading, "会议")
    reading.press("Alt+Return", reading.control("findField"))
    assert quotes(reading) == ["會議", "會議", "会议"]
    assert reading.window.notice.words == "3 passages highlighted."
    assert reading.control("findField").hasFocus() and reading.window.view.find_bar.count.text() == "1 of 3"
    reading.press("Alt+Return", reading.control("findField"))
    assert reading.window.notice.words == "These words are highlighted like that already."
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert quotes(reading) == []


def test_by_the_button_which_is_there_where_there_are_hits(reading: Desktop) -> None:
    look_for(reading, "天")
    button = reading.control("highlightHits")
    assert isinstance(button, QToolButton)
    reading.wait(button.isEnabled)
    reading.click("highlightHits")
    assert quotes(reading) == ["天", "天"]
    look_for(reading, "無此詞")
    reading.wait(lambda: not button.isEnabled())
    reading.press("Alt+Return", reading.control("findField"))
    assert quotes(reading) == ["天", "天"]


def test_with_a_tag_that_is_new_and_one_that_there_is(reading: Desktop) -> None:
    db = reading.program.session.db
    look_for(reading, "会议")
    reading.press("Alt+Shift+Return", reading.control("findField"))
    reading.type("Meeting", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    tree = tags.tree(db)
    made = highlights.of_article(db, 1)
    assert [[tree.path(tag) for tag in each.tags] for each in made] == [["Meeting"]] * 3
    assert reading.control("findField").hasFocus()
    reading.click("tagHits")
    reading.type("Me", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    assert [(each.id, each.tags) for each in highlights.of_article(db, 1)] == [(each.id, ()) for each in made]  # off
    for _ in range(2):
        reading.press("Ctrl+Z", reading.window.view.pane)
    assert quotes(reading) == [] and not list(tags.tree(db))


def test_a_tag_that_some_hits_have_goes_to_all_of_them_and_another_one_stays_where_it_is(reading: Desktop) -> None:
    db = reading.program.session.db
    look_for(reading, "会议")
    reading.press("Alt+Shift+Return", reading.control("findField"))
    reading.type("Meeting", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    made = highlights.of_article(db, 1)
    other, _ = tagging.add(db, "Other")
    edits.tag_highlight(db, made[0].id, other)
    meeting = made[0].tags[0]
    edits.tag_highlight(db, made[1].id, meeting, on=False)
    reading.program.session.tell(EVERYTHING)
    reading.click("tagHits")
    picker = reading.control("tagPicker")
    assert isinstance(picker, TagPicker) and picker.partly == {meeting, other} and picker.on == set()
    reading.type("Meet", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    assert [set(each.tags) for each in highlights.of_article(db, 1)] == [{meeting, other}, {meeting}, {meeting}]


def test_what_all_hits_got_is_repeated_on_the_next_words(reading: Desktop) -> None:
    db, pane = reading.program.session.db, reading.window.view.pane
    older, _ = tagging.add(db, "Older")
    reading.window.session.tell(EVERYTHING)
    reading.window.marking.highlight(Span(0, 1), [older])
    look_for(reading, "开会议")
    reading.press("Alt+Shift+Return", reading.control("findField"))
    reading.type("Meeting", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    reading.drag_over("明天")
    reading.press("R", pane)
    meeting = tags.tree(db).find("Meeting")
    assert meeting is not None
    assert {each.quote: each.tags for each in reading.stored()} == {
        "會": (older,),
        "開會議": (meeting.id,),
        "开会议": (meeting.id,),
        "明天": (meeting.id,),
    }


def test_leaving_the_picker_highlights_nothing(reading: Desktop) -> None:
    look_for(reading, "会议")
    reading.press("Alt+Shift+Return", reading.control("findField"))
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Escape)
    assert quotes(reading) == []
