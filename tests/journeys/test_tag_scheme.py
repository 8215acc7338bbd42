"""An analyst makes a scheme of tags, uses it and puts it in order: with keys alone, and with the mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QListView, QToolButton, QToolTip, QTreeView

import making
import menus
from desktop import Desktop
from reader.domain.tag import Tag
from reader.models.marked_table import COLUMNS
from reader.models.tag_items import COUNT, PATH
from reader.services import annotating, tagging


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """An article is open, and the text has the focus."""
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.window.view.pane.setFocus()
    return desktop


@pytest.fixture
def tagged(reading: Desktop) -> Desktop:
    """Tags below two others; the last one used is on a passage and on the whole article."""
    session = reading.program.session
    for path in ("經濟/海洋", "經濟/農業", "安全/糧食"):
        session.perform(lambda db, path=path: tagging.add(db, path))
    tag = named(reading, "經濟/農業").id
    session.perform(lambda db: tagging.highlight_with(db, 1, 0, 2, ["經濟/農業"], note="", color="", analyst=""))
    session.perform(lambda db: annotating.tag_articles(db, [1], put=[tag]))
    return reading


def named(desktop: Desktop, path: str) -> Tag:
    found = desktop.program.session.tree().find(path)
    assert found is not None, path
    return found


def tree(desktop: Desktop) -> QTreeView:
    found = desktop.control("tagTree")
    assert isinstance(found, QTreeView)
    return found


def paths(desktop: Desktop) -> list[str]:
    """What can be seen of the tree, from top to bottom."""
    found, index = list[str](), tree(desktop).model().index(0, 0)
    while index.isValid():
        found.append(index.data(PATH))
        index = tree(desktop).indexBelow(index)
    return found


# ---- with keys


def go_to(desktop: Desktop, path: str) -> None:
    """Come to the tree with F6, and walk to a tag."""
    if desktop.focus() != "tagTree":
        desktop.press_until("F6", "scopes", "tagTree")
    if desktop.focus() == "scopes":
        desktop.press_until("Tab", "tagTree")
    desktop.press("Home")
    while tree(desktop).currentIndex().data(PATH) != path:
        before = tree(desktop).currentIndex()
        desktop.press("Down")
        assert tree(desktop).currentIndex() != before, path


def test_a_tag_is_made_with_all_that_it_has_and_one_below_it_by_keys(reading: Desktop) -> None:
    reading.press("Ctrl+Shift+T")
    reading.write("立場")
    reading.press("Tab")  # the parent
    reading.press("Tab")
    reading.press("Right")
    reading.press("Space")
    reading.press("Tab")
    reading.press("7")
    reading.press("Tab")
    reading.press("Space")
    reading.press("Tab")
    reading.write("誰支持，誰反對。")
    reading.press("Alt+N")
    reading.press("Return")
    made = named(reading, "立場")
    assert (made.color, made.shortcut, made.exclusive) == ("orange", "7", True)
    assert made.description == "誰支持，誰反對。"
    go_to(reading, "立場")
    reading.press("Shift+F10")
    menus.go("New tag below...")
    reading.write("支持")
    reading.press("Return")
    assert paths(reading) == ["立場", "立場/支持"]
    assert named(reading, "立場/支持").color == "orange"


def test_a_tag_has_its_new_name_everywhere_by_keys(tagged: Desktop) -> None:
    window = tagged.window
    go_to(tagged, "經濟/農業")
    tagged.press("Return")  # list its articles
    assert tree(tagged).currentIndex().data(COUNT) == 2  # a passage and the whole article
    tagged.press("F2")
    tagged.write("林業")
    tagged.press("Return")
    tagged.wait(lambda: "經濟/林業" in paths(tagged))
    assert tagged.control("tagFilter").text() == "Tag: 經濟/林業"  # type: ignore[attr-defined]
    assert [chip.text().strip() for chip in window.article_bar.tags.chips if chip.isVisible()] == ["林業"]
    tagged.press("Ctrl+2")
    table = window.workspaces.pane.model
    tagged.wait(lambda: table.count == 1 and not table.asked)
    assert table.words(0, COLUMNS.index("tags")) == "經濟/林業"


def test_tags_are_merged_after_a_look_at_what_that_changes_and_deleted_by_keys(tagged: Desktop) -> None:
    go_to(tagged, "經濟/農業")
    tagged.press("Ctrl+Shift+J")
    tagged.write("liangs")
    preview = tagged.control("tagPreview")
    assert isinstance(preview, QLabel)
    tagged.wait(lambda: preview.text().startswith("經濟/農業 is merged into 安全/糧食 and deleted."))
    tagged.press("Return")
    assert paths(tagged) == ["安全", "安全/糧食", "經濟", "經濟/海洋"]
    assert tagged.stored()[0].tags == (named(tagged, "安全/糧食").id,)
    go_to(tagged, "安全")
    tagged.press("Del")
    tagged.press("Return")  # on the button that has the focus
    assert paths(tagged) == ["經濟", "經濟/海洋"] and tagged.stored()[0].tags == ()
    tagged.press("Ctrl+Z")
    tagged.press("Ctrl+Z")
    assert paths(tagged) == ["安全", "安全/糧食", "經濟", "經濟/海洋", "經濟/農業"]


def test_several_are_selected_and_coloured_and_the_order_is_chosen_by_keys(tagged: Desktop) -> None:
    go_to(tagged, "經濟/海洋")
    tagged.press("Shift+Down")
    tagged.press("Shift+F10")
    menus.go("Colour", "Teal")
    assert [named(tagged, path).color for path in ("經濟/海洋", "經濟/農業")] == ["teal", "teal"]
    tagged.press_until("Shift+Tab", "tagOrder")
    menus.in_next(menus.go, "The most used first")
    tagged.press("Space")
    assert paths(tagged) == ["經濟", "經濟/農業", "經濟/海洋", "安全", "安全/糧食"]


def test_a_tag_that_is_exclusive_takes_the_place_of_its_sibling_by_keys(tagged: Desktop) -> None:
    go_to(tagged, "經濟/海洋")
    tagged.press("Shift+F10")
    menus.go("Never beside its siblings")
    tagged.press("4")
    tagged.select_by_keys("我市")
    tagged.press("4")
    assert tagged.stored()[0].tags == (named(tagged, "經濟/海洋").id,)
    assert tagged.window.notice.words == "海洋 replaced 農業."


def test_those_used_last_are_offered_first_and_another_one_is_found_by_its_initials_by_keys(tagged: Desktop) -> None:
    tagged.select_by_keys("民生")
    tagged.press("T")
    rows = tagged.control("tagMatches")
    assert isinstance(rows, QListView)
    assert rows.model().index(0, 0).data() == "農業"
    tagged.write("aqls")
    tagged.press("Ctrl+Return")
    tagged.press("Esc")
    assert [named(tagged, "安全/糧食").id] == list(tagged.stored()[1].tags)
    tagged.select_by_keys("表情")
    tagged.press("T")
    assert rows.model().index(0, 0).data() == "糧食"
    tagged.press("Return")
    assert tagged.stored()[2].tags == (named(tagged, "安全/糧食").id,)


# ---- with the mouse


def place(desktop: Desktop, path: str) -> QPoint:
    """Where a tag is in the tree."""
    return tree(desktop).visualRect(desktop.window.sidebar.items.index_of(named(desktop, path).id)).center()


def click(desktop: Desktop, path: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on a tag."""
    QTest.mouseClick(tree(desktop).viewport(), Qt.MouseButton.LeftButton, keys, place(desktop, path))


def choose(desktop: Desktop, path: str, *names: str) -> None:
    """Choose an entry of the menu of a tag."""
    menus.right_click(tree(desktop).viewport(), place(desktop, path))
    menus.click(*names)


def save(desktop: Desktop) -> None:
    """Click on the button that stores what the dialog says."""
    box = desktop.control("tagDialog").findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)


def click_match(desktop: Desktop, words: str) -> None:
    """Click on a tag among those that match, in a dialog or in the picker."""
    rows = desktop.control("tagMatches")
    assert isinstance(rows, QListView)
    found = [rows.model().index(row, 0) for row in range(rows.model().rowCount())]
    at = rows.visualRect(next(each for each in found if each.data() == words)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_tag_is_made_with_all_that_it_has_and_one_below_it_by_mouse(tagged: Desktop) -> None:
    tagged.click("newTag")
    tagged.type("立場", "tagName")
    tagged.click("tagParent")
    click_match(tagged, "安全")
    tagged.click("takeTag")
    tagged.click("swatch-pink")
    tagged.click("tagExclusive")
    save(tagged)
    made = named(tagged, "安全/立場")
    assert (made.color, made.exclusive) == ("pink", True)
    choose(tagged, "安全/立場", "Key", "7")
    assert named(tagged, "安全/立場").shortcut == "7"
    choose(tagged, "安全/立場", "New tag below...")
    tagged.type("支持", "tagName")
    save(tagged)
    assert named(tagged, "安全/立場/支持").color == "pink"


def test_what_a_tag_is_for_is_written_and_told_by_mouse(tagged: Desktop) -> None:
    choose(tagged, "經濟/海洋", "Edit...")
    tagged.type("漁業、航運", "tagDescription")
    save(tagged)
    assert named(tagged, "經濟/海洋").description == "漁業、航運"
    view, at = tree(tagged), place(tagged, "經濟/海洋")
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "漁業、航運" in QToolTip.text()
    QToolTip.hideText()


def test_tags_are_merged_after_a_look_at_what_that_changes_and_deleted_by_mouse(tagged: Desktop) -> None:
    choose(tagged, "經濟/農業", "Merge into...")
    click_match(tagged, "糧食")
    preview = tagged.control("tagPreview")
    assert isinstance(preview, QLabel)
    tagged.wait(lambda: preview.text().startswith("經濟/農業 is merged into 安全/糧食 and deleted."))
    tagged.click("takeTag")
    assert paths(tagged) == ["安全", "安全/糧食", "經濟", "經濟/海洋"]
    assert tagged.stored()[0].tags == (named(tagged, "安全/糧食").id,)
    choose(tagged, "安全", "Delete with 1 tag below it")
    tagged.click("deleteTags")
    assert paths(tagged) == ["經濟", "經濟/海洋"] and tagged.stored()[0].tags == ()
    tagged.click("buttonUNDO")
    tagged.click("buttonUNDO")
    assert paths(tagged) == ["安全", "安全/糧食", "經濟", "經濟/海洋", "經濟/農業"]


def test_several_are_selected_and_coloured_and_the_order_is_chosen_by_mouse(tagged: Desktop) -> None:
    click(tagged, "經濟/海洋")
    click(tagged, "經濟/農業", Qt.KeyboardModifier.ControlModifier)
    choose(tagged, "經濟/農業", "Colour", "Teal")
    assert [named(tagged, path).color for path in ("經濟/海洋", "經濟/農業")] == ["teal", "teal"]
    menus.in_next(menus.click, "The most used first")
    tagged.click("tagOrder")
    assert paths(tagged) == ["經濟", "經濟/農業", "經濟/海洋", "安全", "安全/糧食"]


def test_a_tag_has_its_new_name_everywhere_by_mouse(tagged: Desktop) -> None:
    click(tagged, "經濟/農業")
    assert tagged.control("tagFilter").text() == "Tag: 經濟/農業"  # type: ignore[attr-defined]
    tagged.click_on_text("我市")
    choose(tagged, "經濟/農業", "Rename")
    tagged.type("林業", "nameInPlace")
    tagged.click_on_text("民生")
    tagged.wait(lambda: "經濟/林業" in paths(tagged))
    assert tagged.control("tagFilter").text() == "Tag: 經濟/林業"  # type: ignore[attr-defined]
    tagged.click("workspace-highlights")
    table = tagged.window.workspaces.pane.model
    tagged.wait(lambda: table.count == 1 and not table.asked)
    assert table.words(0, COLUMNS.index("tags")) == "經濟/林業"


def test_those_used_last_are_at_the_selection_and_others_in_the_picker_by_mouse(tagged: Desktop) -> None:
    tagged.drag_over("民生")
    tagged.wait(tagged.window.view.selection_bar.isVisible)
    first = tagged.control("barChip1")
    assert isinstance(first, QToolButton) and first.text().strip() == "農業"
    tagged.click("barChip1")
    assert tagged.stored()[1].tags == (named(tagged, "經濟/農業").id,)
    tagged.drag_over("表情")
    tagged.wait(tagged.window.view.selection_bar.isVisible)
    tagged.click("barTag")
    click_match(tagged, "海洋")
    click_match(tagged, "糧食")
    tagged.control("tagPicker").close()
    assert set(tagged.stored()[2].tags) == {named(tagged, path).id for path in ("經濟/海洋", "安全/糧食")}


def test_a_tag_that_is_exclusive_takes_the_place_of_its_sibling_by_mouse(tagged: Desktop) -> None:
    choose(tagged, "經濟/海洋", "Never beside its siblings")
    tagged.click_on_text("我市")
    tagged.click("cardTag")
    click_match(tagged, "海洋")
    tagged.control("tagPicker").close()
    assert tagged.stored()[0].tags == (named(tagged, "經濟/海洋").id,)
    assert tagged.window.notice.words == "海洋 replaced 農業."
