"""Saved searches and collections: made by keys, listed by a click, renamed, deleted and taken back, exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QRadioButton, QToolTip

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.models import dragged
from reader.models.tag_items import COUNT
from reader.services import edits, lists, tagging
from reader.storage import collections
from reader.widgets.sidebar import SCOPES


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """Five articles; the first two are about 煙臺, and have a highlight each."""
    desktop = start()
    db = desktop.program.session.db
    for number in range(1, 6):
        making.add(db, f"Title {number}\n{'煙臺的事。' if number < 3 else 'words'}", published=f"200{number}")
    for number in (1, 2):
        edits.highlight(db, number, 0, 5)
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def view(desktop: Desktop, name: str) -> QListView:
    found = desktop.control(name)
    assert isinstance(found, QListView)
    return found


def rows(desktop: Desktop, name: str) -> list[tuple[str, int | None]]:
    """The names and numbers of the sidebar's searches or collections."""
    section = {"searches": desktop.window.sidebar.saved, "collections": desktop.window.sidebar.collected}[name]
    indexes = [section.items.index(row) for row in range(section.items.rowCount())]
    assert section.view.isVisible() == bool(indexes)
    return [(index.data(), index.data(COUNT)) for index in indexes]


def titles(desktop: Desktop) -> list[str]:
    return sorted(row.title[-1] for row in desktop.rows())


def click(desktop: Desktop, name: str, row: int) -> None:
    found = view(desktop, name)
    place = found.visualRect(found.model().index(row, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)


def search(desktop: Desktop, query: str, found: int) -> None:
    desktop.window.search.setFocus()
    desktop.window.search.setText(query)
    desktop.wait(lambda: len(desktop.rows()) == found)


def save(desktop: Desktop, query: str, name: str) -> None:
    search(desktop, query, 2)
    desktop.press("Ctrl+S")
    desktop.type(name, "listName")
    desktop.press("Return", desktop.control("listName"))


def collect(desktop: Desktop, articles: list[int], name: str) -> None:
    """Put articles into the collection that typing this finds or makes, by keys."""
    listing = desktop.window.listing
    listing.view.setFocus()
    listing.view.select_rows(listing.model.positions_of(articles))
    desktop.press("C", listing.view)
    desktop.type(name, "collectionField")
    desktop.press("Return", desktop.control("collectionField"))


def problem(desktop: Desktop) -> str:
    label = desktop.control("problem")
    assert isinstance(label, QLabel)
    return label.text()


def ask_for_menu(desktop: Desktop, name: str) -> QMenu:
    found = view(desktop, name)
    middle = found.rect().center()
    QApplication.sendEvent(
        found, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, found.mapToGlobal(middle))
    )
    menu = desktop.control("listMenu")
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_a_search_is_saved_and_listed_again_with_its_number(reading: Desktop) -> None:
    assert not reading.window.commands[Act.SAVE_SEARCH].isEnabled() and rows(reading, "searches") == []
    save(reading, "烟台", "Yantai")
    reading.wait(lambda: rows(reading, "searches") == [("Yantai", 2)])
    assert view(reading, "searches").selectionModel().hasSelection()
    reading.window.search.empty()
    assert not view(reading, "searches").selectionModel().hasSelection() and len(reading.rows()) == 5
    click(reading, "searches", 0)
    reading.wait(lambda: titles(reading) == ["1", "2"])
    assert reading.window.search.text() == "烟台"


def test_a_collection_that_was_deleted_elsewhere_and_is_back_is_listed_again(reading: Desktop) -> None:
    collect(reading, [1, 2], "選讀")
    click(reading, "collections", 0)
    reading.wait(lambda: len(reading.rows()) == 2)
    session = reading.program.session
    with session.library.another() as db:
        lists.delete_collection(db, collections.every(db)[0].id)
    session.look_for_changes()
    reading.wait(lambda: reading.window.search.toolTip().startswith("There is no collection 選讀."))
    with session.library.another() as db:
        edits.undo(db)
    session.look_for_changes()
    reading.wait(lambda: not reading.window.search.toolTip() and len(reading.rows()) == 2)


def test_a_collection_is_made_from_the_menu(reading: Desktop) -> None:
    reading.window.commands[Act.NEW_COLLECTION].trigger()
    reading.type("選讀", "listName")
    reading.press("Return", reading.control("listName"))
    reading.wait(lambda: [name for name, _ in rows(reading, "collections")] == ["選讀"])


def test_the_number_follows_what_happens(reading: Desktop) -> None:
    save(reading, "烟台", "Yantai")
    collect(reading, [1, 2], "Both")
    reading.wait(lambda: (rows(reading, "searches"), rows(reading, "collections")) == ([("Yantai", 2)], [("Both", 2)]))
    reading.program.session.perform(lambda db: edits.trash(db, [2]))
    reading.wait(lambda: (rows(reading, "searches"), rows(reading, "collections")) == ([("Yantai", 1)], [("Both", 1)]))


def test_a_saved_search_is_changed_and_deleted_by_keys_and_comes_back(reading: Desktop) -> None:
    save(reading, "烟台", "Yantai")
    reading.press("F2", view(reading, "searches"))
    reading.type("Title 3", "listQuery")
    reading.press("Return", reading.control("listQuery"))
    reading.wait(lambda: titles(reading) == ["3"])
    assert reading.window.search.text() == "Title 3"
    reading.press("Del", view(reading, "searches"))
    assert rows(reading, "searches") == []
    undo = reading.window.commands[Act.UNDO]
    assert undo.text() == "Undo: Saved search deleted: Yantai"
    undo.trigger()
    reading.wait(lambda: rows(reading, "searches") == [("Yantai", 1)])


def test_a_search_that_is_saved_already_is_edited(reading: Desktop) -> None:
    save(reading, "烟台", "Yantai")
    reading.press("Ctrl+S", reading.window.search)
    field = reading.control("listName")
    assert isinstance(field, QLineEdit) and field.text() == "Yantai"
    reading.press("Escape", field)


def test_what_another_window_changes_of_a_collection_stays_where_its_dialog_changes_something_else(
    reading: Desktop,
) -> None:
    collect(reading, [1], "選讀")
    view(reading, "collections").setCurrentIndex(view(reading, "collections").model().index(0, 0))
    reading.press("F2", view(reading, "collections"))
    reading.elsewhere(lambda db: lists.change_collection(db, 1, "精讀", "別人的"))
    reading.type("我的", "listDescription")
    reading.press("Return", reading.control("listName"))
    [found] = collections.every(reading.program.session.db)
    assert (found.name, found.description) == ("精讀", "別人的\n我的")


def test_where_nothing_is_searched_for_the_button_leads_to_the_search_box(reading: Desktop) -> None:
    reading.click("searchesAdd")
    assert reading.window.notice.words == "There is nothing to save: type what is to be searched for."
    assert reading.window.search.hasFocus()


def test_a_name_that_is_taken_is_said_in_the_dialog(reading: Desktop) -> None:
    save(reading, "烟台", "Yantai")
    search(reading, "Title", 5)
    reading.press("Ctrl+S")
    reading.type("yantai", "listName")
    reading.press("Return", reading.control("listName"))
    assert problem(reading) == "There is a saved search Yantai already. Choose another name."
    reading.press("Escape", reading.control("listName"))
    assert len(rows(reading, "searches")) == 1


def test_articles_are_collected_and_taken_out_by_keys(reading: Desktop) -> None:
    collect(reading, [1, 4], "選讀")
    reading.wait(lambda: rows(reading, "collections") == [("選讀", 2)])
    collect(reading, [5], "选")  # which finds it
    reading.wait(lambda: rows(reading, "collections") == [("選讀", 3)])
    assert not reading.window.commands[Act.UNCOLLECT].isEnabled()
    click(reading, "collections", 0)
    reading.wait(lambda: titles(reading) == ["1", "4", "5"])
    listing = reading.window.listing
    listing.view.setFocus()
    listing.choose(4)
    reading.press("Shift+C", listing.view)
    reading.wait(lambda: titles(reading) == ["1", "5"])
    assert reading.window.commands[Act.UNDO].text() == "Undo: 1 article taken out of a collection: 選讀"
    reading.window.commands[Act.UNDO].trigger()
    reading.wait(lambda: titles(reading) == ["1", "4", "5"])


def test_what_is_in_it_already_is_said(reading: Desktop) -> None:
    collect(reading, [1], "x")
    collect(reading, [1], "x")
    assert reading.window.notice.words == "1 article is in the collection x already."


def test_a_collection_that_is_listed_is_renamed_deleted_and_comes_back(reading: Desktop) -> None:
    collect(reading, [1, 4], "選讀")
    click(reading, "collections", 0)
    reading.wait(lambda: titles(reading) == ["1", "4"])
    reading.press("F2", view(reading, "collections"))
    reading.type("New name", "listName")
    reading.press("Return", reading.control("listName"))
    reading.wait(lambda: reading.window.search.text() == 'in:"New name"' and not reading.window.listing.model.searching)
    assert titles(reading) == ["1", "4"] and view(reading, "collections").selectionModel().hasSelection()
    choose(ask_for_menu(reading, "collections"), "Delete")
    assert rows(reading, "collections") == [] and reading.window.search.text() == "" and len(reading.rows()) == 5
    reading.window.commands[Act.UNDO].trigger()
    reading.wait(lambda: rows(reading, "collections") == [("New name", 2)])


def test_a_saved_search_that_is_listed_follows_the_name_of_its_tag(reading: Desktop) -> None:
    session, window = reading.program.session, reading.window
    [tag, _] = session.perform(lambda db: tagging.add(db, "經濟"))
    session.perform(lambda db: edits.highlight(db, 1, 0, 1, tags=[tag]))
    session.perform(lambda db: lists.save_search(db, "a", "tag:经济"))
    click(reading, "searches", 0)
    reading.wait(lambda: titles(reading) == ["1"])
    session.perform(lambda db: tagging.rename(db, tag, "財經"))
    assert window.search.text() == "tag:財經"
    reading.wait(lambda: not window.listing.model.searching)
    assert titles(reading) == ["1"] and view(reading, "searches").selectionModel().hasSelection()
    window.commands[Act.UNDO].trigger()
    assert window.search.text() == "tag:经济"
    reading.wait(lambda: not window.listing.model.searching)
    assert titles(reading) == ["1"]


def test_all_articles_are_all_again_and_other_filters_choose_among_those_of_a_collection(reading: Desktop) -> None:
    collect(reading, [1, 4], "x")
    reading.program.session.perform(lambda db: edits.set_starred(db, [4], True))
    reading.window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    click(reading, "collections", 0)
    reading.wait(lambda: titles(reading) == ["1", "4"])
    reading.window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    reading.wait(lambda: titles(reading) == ["4"])
    reading.window.sidebar.scopes.setCurrentRow(0)
    reading.wait(lambda: len(reading.rows()) == 5)
    assert reading.window.search.text() == ""


def test_an_empty_collection_is_made_by_its_button(reading: Desktop) -> None:
    reading.click("collectionsAdd")
    reading.type("Empty", "listName")
    reading.press("Return", reading.control("listName"))
    assert rows(reading, "collections") == [("Empty", None)]
    click(reading, "collections", 0)
    reading.wait(lambda: reading.rows() == [])
    said = [each.text() for each in reading.window.listing.findChildren(QLabel) if each.isVisible()]
    assert any(words.startswith("Nothing is in this collection.") for words in said)


def test_what_is_listed_of_a_collection_is_what_the_export_is_about(reading: Desktop) -> None:
    collect(reading, [1, 4], "x")
    click(reading, "collections", 0)
    reading.wait(lambda: titles(reading) == ["1", "4"])
    choose(ask_for_menu(reading, "collections"), "Export highlights...")
    words = [each.text() for each in reading.control("exportDialog").findChildren(QRadioButton)]
    assert words == ["All highlights (2)", "Those of the articles in the list (1)"]
    reading.press("Escape", reading.control("exportDialog"))


def drop(desktop: Desktop, data: QMimeData, row: int) -> bool:
    """Drag over a collection, and let go; whether it takes that."""
    found = view(desktop, "collections")
    place = found.visualRect(found.model().index(row, 0)).center()
    way = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    moved = [kind(place, *way) for kind in (QDragEnterEvent, QDragMoveEvent)]
    for event in (*moved, QDropEvent(QPointF(place), *way)):
        QApplication.sendEvent(found.viewport(), event)
    return moved[-1].isAccepted()


def test_the_collection_that_would_take_articles_looks_so(reading: Desktop) -> None:
    db = reading.program.session.db
    for name in ("a", "b"):
        lists.make_collection(db, name)
    reading.program.session.tell(EVERYTHING)
    found = view(reading, "collections")
    listing = reading.window.listing
    listing.view.select_rows([0])
    data = dragged.packed(reading.program.session.path, listing.selected())
    before = found.viewport().grab().toImage()
    place = found.visualRect(found.model().index(1, 0)).center()
    way = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(found.viewport(), kind(place, *way))
    accent = reading.window.listing.rows.theme.accent
    ring = (
        found.viewport().grab().toImage().pixelColor(place.x(), found.visualRect(found.model().index(1, 0)).top() + 2)
    )
    assert ring.name().upper() == accent.upper()
    QApplication.sendEvent(found.viewport(), QDragLeaveEvent())
    assert found.viewport().grab().toImage() == before


def test_selected_articles_are_dragged_onto_a_collection(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    db = reading.program.session.db
    lists.make_collection(db, "x")
    reading.program.session.tell(EVERYTHING)
    taken: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: taken.append(drag.mimeData()) or drop(reading, taken[0], 0))
    listing = reading.window.listing
    listing.view.select_rows(listing.model.positions_of([1, 4]))
    rows = listing.view
    at = [rows.visualRect(rows.model().index(row, 0)).center() for row in listing.model.positions_of([4, 1])]
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    for place in (at[0] + QPoint(0, 5), at[1]):
        QTest.mouseMove(rows.viewport(), place)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    assert len(taken) == 1 and collections.among(db, 1, [1, 2, 3, 4, 5]) == {1, 4}
    assert reading.window.notice.words == "2 articles added to a collection: x"
    drop(reading, dragged.packed(tmp_path / "another.reader", [2]), 0)
    words = QMimeData()
    words.setText("2")
    assert not drop(reading, words, 0) and collections.among(db, 1, [1, 2, 3, 4, 5]) == {1, 4}


def test_a_tooltip_tells_all_of_a_name_and_takes_it_for_nothing_but_words(reading: Desktop) -> None:
    lists.make_collection(reading.program.session.db, "<img src='file:///dev/zero'>", "a < b\nc")
    reading.program.session.tell(EVERYTHING)
    found = view(reading, "collections")
    place = found.visualRect(found.model().index(0, 0)).center()
    QApplication.sendEvent(found.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, found.mapToGlobal(QPoint())))
    assert "&lt;img src=" in QToolTip.text() and "a &lt; b\nc" in QToolTip.text()


def test_more_than_fit_are_scrolled_to_and_leave_room_for_the_tags(reading: Desktop) -> None:
    for number in range(30):
        lists.make_collection(reading.program.session.db, f"c{number:02}")
    reading.program.session.tell(EVERYTHING)
    sidebar = reading.window.sidebar
    assert view(reading, "collections").height() <= sidebar.height() // 4
    reading.press("End", view(reading, "collections"))
    assert sidebar.collected.view.currentIndex().data() == "c29"
    reading.press("Return", view(reading, "collections"))
    reading.wait(lambda: reading.window.search.text() == 'in:"c29"')


def test_the_picker_is_walked_through_while_typing_goes_on(reading: Desktop) -> None:
    db = reading.program.session.db
    for name in ("Week 1", "Week 2"):
        lists.make_collection(db, name)
    reading.window.listing.view.setFocus()
    reading.window.listing.choose(3)
    reading.press("C", reading.window.listing.view)
    field = reading.control("collectionField")
    reading.type("week", "collectionField")
    reading.press("Down", field)
    reading.press("Return", field)
    found = {each.name: collections.among(db, each.id, [3]) for each in collections.every(db)}
    assert found == {"Week 1": set(), "Week 2": {3}}


def test_a_collection_is_completed_in_the_search_box(reading: Desktop) -> None:
    collect(reading, [1, 4], "“一带一路” 选读")
    reading.type("in:選", "searchBox")
    reading.control("completions")
    reading.press("Tab", reading.window.search)
    reading.wait(lambda: titles(reading) == ["1", "4"])
    assert reading.window.search.text() == "in:「“一带一路” 选读」 "
