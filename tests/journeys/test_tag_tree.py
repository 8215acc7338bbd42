"""The tag tree of the sidebar: changed by mouse, keys and menu, each change taken back; folded; long names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QToolTip, QTreeView, QWidget

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.models.tag_items import PATH, TAG
from reader.services import tagging

PATHS = ("經濟/海洋", "經濟/農業/稻米", "民生/農業")


@pytest.fixture
def tagged(start: Callable[[], Desktop]) -> Desktop:
    """An article with a highlight that has two of the tags."""
    desktop = start()
    db = desktop.program.session.db
    making.add(db)
    for path in PATHS:
        tagging.add(db, path)
    tagging.highlight_with(db, 1, 0, 2, ["經濟/農業", "民生/農業"], note="", color="", analyst="")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


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


def index_of(desktop: Desktop, path: str) -> QModelIndex:
    index = tree(desktop).model().index(0, 0)
    while index.data(PATH) != path:
        index = tree(desktop).indexBelow(index)
        assert index.isValid(), path
    return index


def go_to(desktop: Desktop, path: str) -> QTreeView:
    """Walk to a tag with the arrow keys."""
    view = tree(desktop)
    view.setFocus()
    desktop.press("Home", view)
    while view.currentIndex().data(PATH) != path:
        before = view.currentIndex()
        desktop.press("Down", view)
        assert view.currentIndex() != before, path
    return view


def ask_for_menu(view: QWidget) -> None:
    """The menu key: Qt names the middle of the widget, whatever is there."""
    middle = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, event)


def choose(desktop: Desktop, *words: str) -> None:
    """Choose an entry of the open menu, or of one of its menus."""
    menu = desktop.control("tagMenu")
    for word in words[:-1]:
        assert isinstance(menu, QMenu)
        menu = next(action.menu() for action in menu.actions() if action.text() == word)  # type: ignore[assignment]
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words[-1]).trigger()
    desktop.control("tagMenu").close()


def undone(desktop: Desktop) -> str:
    """What Edit > Undo says, and what is to be seen once it is done."""
    command = desktop.window.commands[Act.UNDO]
    said = command.text()
    command.trigger()
    return said


def test_a_name_that_a_sibling_has_offers_to_merge_the_two(tagged: Desktop) -> None:
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    tagged.type("海洋", "tagName")
    tagged.press("Return", tagged.control("tagName"))
    problem = tagged.control("problem")
    assert isinstance(problem, QLabel) and problem.text() == "There is a tag 經濟/海洋 already."
    tagged.click("mergeTags")
    assert paths(tagged) == ["民生", "民生/農業", "經濟", "經濟/海洋", "經濟/海洋/稻米"]
    assert undone(tagged) == "Undo: Tags merged: 經濟/農業 -> 經濟/海洋"
    assert paths(tagged) == ["民生", "民生/農業", "經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米"]


def test_the_offer_goes_with_the_name(tagged: Desktop) -> None:
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    tagged.type("海洋", "tagName")
    tagged.press("Return", tagged.control("tagName"))
    button = tagged.control("mergeTags")
    tagged.type("林業", "tagName")
    assert not button.isVisible()
    tagged.press("Return", tagged.control("tagName"))
    assert "經濟/林業" in paths(tagged)


def test_it_is_moved_in_its_dialog_recoloured_and_merged_in_its_menu(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟/農業"))
    choose(tagged, "Merge into", "民生/農業")
    [highlight] = tagged.stored()
    assert len(highlight.tags) == 1  # it had both
    assert paths(tagged) == ["民生", "民生/農業", "民生/農業/稻米", "經濟", "經濟/海洋"]
    assert undone(tagged).startswith("Undo: Tags merged")
    assert len(tagged.stored()[0].tags) == 2
    ask_for_menu(go_to(tagged, "經濟"))
    choose(tagged, "Colour", "Pink")
    found = tagged.program.session.tree().find("經濟")
    assert found is not None and found.color == "pink"
    assert undone(tagged) == "Undo: Colour of a tag changed: 經濟"
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    parents = tagged.control("tagParent")
    assert isinstance(parents, QComboBox) and parents.findText("經濟/農業/稻米") == -1  # not below itself
    parents.setCurrentIndex(0)
    tagged.press("Return", tagged.control("tagName"))
    assert "農業/稻米" in paths(tagged)
    assert undone(tagged).startswith("Undo: Tag changed")
    assert "經濟/農業/稻米" in paths(tagged)


def test_a_tag_dropped_where_there_is_one_of_its_name_may_be_merged(tagged: Desktop) -> None:
    tagged.window.sidebar.tags.moved.emit(index_of(tagged, "民生/農業").data(TAG), index_of(tagged, "經濟").data(TAG))
    assert tagged.window.notice.words == "There is a tag 經濟/農業 already."
    tagged.click("noticeButton")
    assert paths(tagged) == ["民生", "經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米"]
    assert len(tagged.stored()[0].tags) == 1
    tagged.window.sidebar.tags.moved.emit(index_of(tagged, "經濟").data(TAG), index_of(tagged, "經濟/農業").data(TAG))
    assert tagged.window.notice.words == "經濟 cannot be moved into itself or below itself."


def test_deleting_says_what_goes_along(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟"))
    choose(tagged, "Delete with 3 tags below it")
    assert tagged.window.notice.words == "Tag deleted with 3 tags below it: 經濟"
    assert paths(tagged) == ["民生", "民生/農業"] and len(tagged.stored()) == 1
    tagged.click("noticeButton")
    assert len(paths(tagged)) == 6
    tagged.press("Del", go_to(tagged, "經濟/海洋"))
    assert tagged.window.notice.words == "Tag deleted: 經濟/海洋"


def test_what_is_folded_stays_so_when_tags_come_and_after_a_restart(
    tagged: Desktop, start: Callable[[], Desktop]
) -> None:
    tagged.press("Left", go_to(tagged, "經濟/農業"))
    folded = ["民生", "民生/農業", "經濟", "經濟/海洋", "經濟/農業"]
    assert paths(tagged) == folded
    session = tagged.program.session
    session.perform(lambda db: tagging.add(db, "民生/住房"))
    assert paths(tagged) == ["民生", "民生/住房", *folded[1:]]
    assert tree(tagged).currentIndex().data(PATH) == "經濟/農業"
    again = start()
    assert paths(again) == ["民生", "民生/住房", *folded[1:]]
    again.press("Right", go_to(again, "經濟/農業"))
    assert paths(again)[-1] == "經濟/農業/稻米"


def test_a_list_that_is_filtered_by_a_tag_follows_what_becomes_of_it(tagged: Desktop) -> None:
    making.add(tagged.program.session.db, "另一篇\n沒有標籤。")
    tagged.program.session.tell(EVERYTHING)
    tagged.press("Return", go_to(tagged, "經濟/農業"))
    assert len(tagged.rows()) == 1
    tagged.press("F2", tree(tagged))
    tagged.type("農事", "tagName")
    tagged.press("Return", tagged.control("tagName"))
    assert tagged.control("tagFilter").text() == "Tag: 經濟/農事"  # type: ignore[attr-defined]
    assert tree(tagged).selectionModel().isSelected(index_of(tagged, "經濟/農事"))
    tagged.press("Del", tree(tagged))
    assert len(tagged.rows()) == 2
    assert not tagged.window.listing.findChild(QWidget, "tagFilter").isVisible()


def test_a_long_name_is_told_whole_and_as_characters(tagged: Desktop) -> None:
    name = "<img src=x>" + "長" * 40
    tagged.program.session.perform(lambda db: tagging.add(db, name))
    view = tree(tagged)
    place = view.visualRect(index_of(tagged, name)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    assert "&lt;img src=x&gt;" + "長" * 40 in QToolTip.text()
    QToolTip.hideText()


def test_the_menu_key_means_the_selected_articles(tagged: Desktop) -> None:
    rows = tagged.window.listing.view
    wanted: list[QPoint] = []
    rows.menu_wanted.connect(wanted.append)
    ask_for_menu(rows)
    row = rows.visualRect(rows.currentIndex())
    assert wanted == [rows.viewport().mapToGlobal(row.center())]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
