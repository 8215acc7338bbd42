"""Tags: made in the picker, put on with a digit, changed in their dialog, taken off and deleted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.models.tag_items import TAG
from reader.services import edits, tagging
from reader.storage import tags


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def tags_of(desktop: Desktop) -> list[list[str]]:
    tree = desktop.program.session.tree()
    return [[tree.path(tag) for tag in highlight.tags] for highlight in desktop.stored()]


def tag_tree_at(desktop: Desktop, path: str) -> QWidget:
    """The tag tree, with a tag as the current one."""
    tree = desktop.window.sidebar.tags
    found = desktop.program.session.tree().find(path)
    assert found is not None
    tree.setCurrentIndex(desktop.window.sidebar.items.index_of(found.id))
    return tree


def pick(desktop: Desktop, words: str, keys: str = "Return") -> None:
    desktop.press("T", desktop.window.view.pane)
    desktop.wait(desktop.window.picker.isVisible)
    desktop.type(words, "tagField")
    desktop.press(keys, desktop.control("tagField"))


def test_a_new_tag_is_made_and_put_on_in_one_step(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    pick(reading, "政策/民生")
    assert not reading.window.picker.isVisible()
    assert tags_of(reading) == [["政策/民生"]]
    assert [tag.name for tag in reading.program.session.tree()] == ["政策", "民生"]
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert reading.stored() == [] and len(reading.program.session.tree()) == 0


@pytest.mark.parametrize("older", ["經濟／海洋", "民\u200b生"])
def test_a_tag_is_made_below_one_with_a_name_that_none_gets_any_more(reading: Desktop, older: str) -> None:
    session = reading.program.session
    session.perform(lambda db: (tags.add(db, older, None, "red"), EVERYTHING))
    reading.drag_over("民生問題")
    pick(reading, older, "Tab")
    field = reading.control("tagField")
    assert isinstance(field, QLineEdit)
    field.insert("漁業")
    assert reading.window.picker.list.model().index(0, 0).data() == f"Make the tag “{older}/漁業”"
    reading.press("Return", field)
    assert tags_of(reading) == [[f"{older}/漁業"]] and len(session.tree()) == 2


def test_several_tags_on_one_highlight_and_one_off_again(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    pick(reading, "甲", "Ctrl+Return")
    assert reading.window.picker.isVisible()
    reading.type("乙", "tagField")
    reading.press("Return", reading.control("tagField"))
    assert tags_of(reading) == [["甲", "乙"]]
    pick(reading, "甲")
    assert tags_of(reading) == [["乙"]]


def test_the_same_words_with_the_same_tag_again_stay_as_they_are(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    pick(reading, "政策")
    reading.drag_over("民生問題")
    pick(reading, "政策")
    assert not reading.window.picker.isVisible()
    assert tags_of(reading) == [["政策"]] and "already" in reading.window.notice.words
    pick(reading, "政策")  # of the chosen highlight
    assert tags_of(reading) == [[]]
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert tags_of(reading) == [["政策"]]


def test_a_digit_puts_the_tag_on_and_r_repeats_it(reading: Desktop) -> None:
    reading.press("Ctrl+Shift+T")
    reading.type("經濟", "tagName")
    key = reading.control("tagKey")
    assert isinstance(key, QComboBox)
    key.setCurrentIndex(key.findData("3"))
    reading.press("Return", reading.control("tagName"))
    reading.drag_over("民生")
    reading.press("3", reading.window.view.pane)
    assert tags_of(reading) == [["經濟"]]
    reading.drag_over("表情")
    reading.press("R", reading.window.view.pane)
    assert tags_of(reading) == [["經濟"], ["經濟"]]
    reading.press("7", reading.window.view.pane)
    assert "No tag has the key 7" in reading.window.notice.words


def test_r_says_that_there_is_no_tag_to_repeat(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生")
    reading.press("R", pane)
    assert reading.window.notice.words == "No tag was put on a highlight yet." and reading.stored() == []
    reading.press("H", pane)  # the words are still selected
    assert [each.quote for each in reading.stored()] == ["民生"]
    reading.window.notice.hide()
    reading.press("R", pane)
    assert reading.window.notice.words == "No tag was put on a highlight yet." and tags_of(reading) == [[]]


def test_an_exclusive_tag_says_whose_place_it_took(reading: Desktop) -> None:
    session = reading.program.session
    for path in ("立場/支持", "立場/反對"):
        session.perform(partial(tagging.add, path=path))
    reading.drag_over("民生")
    pick(reading, "反對")
    reading.press("Alt+Return", tag_tree_at(reading, "立場/支持"))
    reading.click("tagExclusive")
    reading.press("Return", reading.control("tagName"))
    pick(reading, "支持")
    assert tags_of(reading) == [["立場/支持"]]
    assert reading.window.notice.words == "支持 replaced 反對."
    reading.click("noticeButton")
    assert tags_of(reading) == [["立場/反對"]]


def test_r_repeats_all_tags_that_the_last_highlight_got_as_one_step(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生")
    pick(reading, "甲", "Ctrl+Return")
    for words, keys in (("乙", "Ctrl+Return"), ("丙", "Return")):
        reading.type(words, "tagField")
        reading.press(keys, reading.control("tagField"))
    pick(reading, "甲")  # off again
    reading.drag_over("表情")
    reading.press("R", pane)
    assert tags_of(reading) == [["乙", "丙"]] * 2
    reading.drag_over("English")
    reading.press("H", pane)
    reading.press("R", pane)
    assert tags_of(reading) == [["乙", "丙"]] * 3
    reading.press("Ctrl+Z", pane)
    assert tags_of(reading) == [["乙", "丙"], ["乙", "丙"], []]


def test_r_repeats_the_last_tags_also_after_a_restart(reading: Desktop, start: Callable[[], Desktop]) -> None:
    reading.drag_over("民生")
    pick(reading, "甲", "Ctrl+Return")
    reading.type("乙", "tagField")
    reading.press("Return", reading.control("tagField"))
    again = start()
    again.drag_over("表情")
    again.press("R", again.window.view.pane)
    assert tags_of(again) == [["甲", "乙"]] * 2


def test_pinyin_finds_tags_and_space_ticks_them_without_leaving(reading: Desktop) -> None:
    for path in ("高新區", "高新技術", "政策/民生"):
        reading.program.session.perform(partial(tagging.add, path=path))
    reading.drag_over("民生問題")
    reading.press("T", reading.window.view.pane)
    reading.wait(reading.window.picker.isVisible)
    field = reading.control("tagField")
    reading.type("gx", "tagField")
    for keys in ("Down", "Space", "Up", "Space", "Down", "Space"):
        reading.press(keys, field)
    reading.type("zhengcms", "tagField")
    reading.press("Return", field)
    assert tags_of(reading) == [["高新技術", "政策/民生"]] or tags_of(reading) == [["高新區", "政策/民生"]]


def test_a_click_ticks_and_the_picker_stays_as_it_is(reading: Desktop) -> None:
    for path in ("甲", "乙", "丙"):
        reading.program.session.perform(partial(tagging.add, path=path))
    reading.drag_over("民生")
    reading.press("T", reading.window.view.pane)
    picker = reading.window.picker
    reading.wait(picker.isVisible)
    for row in (1, 2, 1):
        place = picker.list.visualRect(picker.list.model().index(row, 0)).center()
        QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    third = picker.list.model().index(2, 0).data()
    assert picker.isVisible() and tags_of(reading) == [[third]]


def test_a_child_of_the_chosen_tag_is_made_in_place(reading: Desktop) -> None:
    reading.program.session.perform(partial(tagging.add, path="政策/民生"))
    reading.drag_over("民生")
    pick(reading, "msh", "Tab")
    field = reading.control("tagField")
    assert isinstance(field, QLineEdit) and field.text() == "政策/民生/"
    QTest.keyClicks(field, "x")
    reading.press("Up", field)  # from the first row to the last one, which makes it
    reading.press("Return", field)
    assert tags_of(reading) == [["政策/民生/x"]]


def test_enter_belongs_to_the_input_method_while_it_composes(reading: Desktop) -> None:
    reading.program.session.perform(partial(tagging.add, path="政策"))
    reading.drag_over("民生")
    reading.press("T", reading.window.view.pane)
    reading.wait(reading.window.picker.isVisible)
    field = reading.control("tagField")
    QApplication.sendEvent(field, QInputMethodEvent("zheng'ce", []))
    reading.press("Return", field)
    assert reading.window.picker.isVisible() and reading.stored() == []
    reading.type("政策", "tagField")
    reading.press("Return", field)
    assert tags_of(reading) == [["政策"]]


def test_r_begins_anew_with_a_highlight_that_takes_the_place_of_a_removed_one(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.drag_over("民生")
    pick(reading, "甲")
    reading.press("Del", pane)
    reading.drag_over("表情")
    reading.press("H", pane)
    pick(reading, "乙")
    reading.drag_over("English")
    reading.press("R", pane)
    assert tags_of(reading) == [["乙"], ["乙"]]


def test_r_means_no_tag_that_was_deleted_and_none_that_was_made_since(reading: Desktop) -> None:
    session = reading.program.session
    reading.drag_over("民生")
    pick(reading, "甲")
    [old] = session.tree()
    session.perform(lambda db: tagging.delete(db, old.id))
    session.perform(lambda db: tagging.add(db, "乙"))
    reading.drag_over("表情")
    used, _ = session.perform(lambda db: tagging.add(db, "丙"))
    session.perform(lambda db: edits.highlight(db, 1, 0, 2, tags=[used]))
    reading.press("R", reading.window.view.pane)
    assert tags_of(reading)[-1] == ["丙"]  # which was used last of those there are


def test_a_tag_that_another_window_made_just_now_is_no_trouble(reading: Desktop) -> None:
    with closing(reading.program.session.library.connect()) as other:
        tagging.highlight_with(other, 1, 0, 2, ["別處"], note="", color="", analyst="")
    reading.drag_over("民生")
    reading.wait(reading.window.view.selection_bar.isVisible)
    pick(reading, "甲")
    assert ["甲"] in tags_of(reading)


def test_a_name_that_is_taken_is_refused_in_the_dialog(reading: Desktop) -> None:
    for _ in range(2):
        reading.press("Ctrl+Shift+T")
        reading.type("經濟", "tagName")
        reading.press("Return", reading.control("tagName"))
    problem = reading.control("problem")
    assert isinstance(problem, QLabel) and problem.text() == "There is a tag 經濟 already."
    reading.press("Esc", reading.control("tagName"))
    assert len(reading.program.session.tree()) == 1


def test_rename_filter_and_delete_in_the_sidebar(reading: Desktop) -> None:
    making.add(reading.program.session.db, "另一篇\n沒有標籤。")
    reading.window.listing.model.reload()
    reading.drag_over("民生問題")
    pick(reading, "民生")
    tree = reading.window.sidebar.tags
    index = tree.model().index(0, 0)
    tree.setCurrentIndex(index)
    reading.press("Return", tree)
    assert len(reading.rows()) == 1
    reading.click("tagFilter")
    assert len(reading.rows()) == 2
    tree.setCurrentIndex(tree.model().index(0, 0))
    reading.press("F2", tree)
    reading.type("社會", "nameInPlace")
    reading.press("Return", reading.control("nameInPlace"))
    reading.wait(lambda: tags_of(reading) == [["社會"]])
    assert tree.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole) == "社會"
    tree.setCurrentIndex(tree.model().index(0, 0))
    assert tree.currentIndex().data(TAG) is not None
    reading.press("Del", tree)
    reading.press("Return", reading.control("deleteTags"))
    assert tags_of(reading) == [[]]
    reading.click("noticeButton")
    assert tags_of(reading) == [["社會"]]


def test_letters_typed_into_a_field_stay_letters(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    reading.type("hjk3", "searchBox")
    assert reading.stored() == []
    assert reading.control("searchBox").text() == "hjk3"  # type: ignore[attr-defined]


def test_a_name_that_no_tag_can_have_stays_to_be_mended(reading: Desktop) -> None:
    reading.drag_over("民生問題")
    pick(reading, "a" * 240)
    problem = reading.control("tagProblem")
    assert isinstance(problem, QLabel) and "200 characters; this one has 240" in problem.text()
    field = reading.control("tagField")
    assert isinstance(field, QLineEdit) and field.text() == "a" * 240
    reading.type("民生", "tagField")
    assert not problem.isVisible()
    reading.press("Return", field)
    assert not reading.window.picker.isVisible() and tags_of(reading) == [["民生"]]


@pytest.mark.parametrize("typed", ["eu", "ＥＵ", "歐盟/eu budget", "欧盟/EU Budget"])
def test_no_tag_is_offered_that_would_differ_in_form_only(reading: Desktop, typed: str) -> None:
    for path in ("EU", "歐盟/EU budget"):
        reading.program.session.perform(partial(tagging.add, path=path))
    reading.drag_over("民生")
    reading.press("T", reading.window.view.pane)
    reading.wait(reading.window.picker.isVisible)
    reading.type(typed, "tagField")
    model = reading.window.picker.list.model()
    assert not any(model.index(row, 0).data().startswith("Make") for row in range(model.rowCount()))
    reading.press("Return", reading.control("tagField"))
    assert len(reading.program.session.tree()) == 3 and len(tags_of(reading)[0]) == 1


@pytest.mark.parametrize("line", [1, 9, 17], ids=["top", "middle", "bottom"])
def test_the_picker_keeps_clear_of_the_passage_and_shows_whole_rows(reading: Desktop, line: int) -> None:
    session, pane, picker = reading.program.session, reading.window.view.pane, reading.window.picker
    for number in range(30):
        session.perform(partial(tagging.add, path=f"標籤{number}"))
    reading.window.open_article(making.add(session.db, "標題\n" + "很長的一段話。" * 200))
    cursor = pane.cursorForPosition(QPoint(pane.viewport().width() // 2, pane.viewport().height() * line // 18))
    cursor.setPosition(cursor.position() + 30, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    reading.press("T", pane)
    reading.wait(picker.isVisible)
    passage = pane.selection_rect().intersected(pane.viewport().rect())
    passage.moveTopLeft(pane.viewport().mapToGlobal(passage.topLeft()))
    frame = QMargins(2, 2, 2, 2)  # which the platform of the tests gives even popups
    assert not picker.geometry().intersects(passage)
    assert picker.screen().availableGeometry().contains(picker.geometry() - frame)
    assert picker.height() == picker.layout().totalHeightForWidth(picker.width())
    assert picker.list.viewport().height() % picker.list.sizeHintForRow(0) == 0


def test_the_picker_stands_beside_a_passage_that_leaves_little_room_below_and_above(reading: Desktop) -> None:
    for number in range(9):
        reading.program.session.perform(partial(tagging.add, path=f"標籤{number}"))
    picker = reading.window.picker
    space = picker.screen().availableGeometry()
    passage = QRect(space.left() + 20, space.center().y() - 150, 200, 300)
    picker.open_beside(passage, ())
    assert space.contains(picker.geometry()) and not picker.geometry().intersects(passage)
    assert picker.list.viewport().height() >= 8 * picker.list.sizeHintForRow(0)
    picker.close()
