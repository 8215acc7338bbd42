"""The list of articles: sorted by the menu, filtered, in its scopes, and steady whatever happens around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QMenu, QTableView

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import annotating, edits
from reader.widgets.sidebar import SCOPES

TITLES = ("banana", "Apple", "cherry", "Date", "elder", "Fig")
MANY = 60


@pytest.fixture
def listed(start: Callable[[], Desktop]) -> Desktop:
    """Articles of one day each, the last the newest; that one is open."""
    desktop = start()
    for day, title in enumerate(TITLES, 1):
        making.add(desktop.program.session.db, f"{title}\nwords of {title}", published=f"2020-03-0{day}")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def titles(desktop: Desktop) -> list[str]:
    return [row.title for row in desktop.rows()]


def selected(desktop: Desktop) -> list[str]:
    chosen = desktop.window.listing.selected()
    return [row.title for row in desktop.rows() if row.id in chosen]


def view(desktop: Desktop) -> QTableView:
    found = desktop.control("articleList")
    assert isinstance(found, QTableView)
    return found


def click(desktop: Desktop, title: str, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click the row of an article."""
    rows = view(desktop)
    place = rows.visualRect(rows.model().index(titles(desktop).index(title), 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, key, place)


def scope(desktop: Desktop, name: str) -> None:
    """Click All, Unread, Starred or Trash."""
    scopes = desktop.control("scopes")
    assert isinstance(scopes, QListWidget)
    [item] = scopes.findItems(name, Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(scopes.viewport(), Qt.MouseButton.LeftButton, pos=scopes.visualItemRect(item).center())


def order(desktop: Desktop, words: str) -> QAction:
    """An entry of View > Sort articles by."""
    [menu] = [
        action.menu()
        for each in desktop.window.menus.all()
        for action in each.actions()
        if action.text() == "S&ort articles by"
    ]
    assert isinstance(menu, QMenu)
    return next(action for action in menu.actions() if action.text() == words)


def test_it_is_sorted_by_the_menu_and_turned_around_by_choosing_again(
    listed: Desktop, start: Callable[[], Desktop]
) -> None:
    assert titles(listed) == list(reversed(TITLES)) and order(listed, "Date").isChecked()
    order(listed, "Title").trigger()
    assert titles(listed) == sorted(TITLES, key=str.casefold)
    assert order(listed, "Title").isChecked() and not order(listed, "Date").isChecked()
    order(listed, "Title").trigger()
    assert titles(listed) == sorted(TITLES, key=str.casefold, reverse=True)
    assert listed.control("sortButton").toolTip() == "Order of the list: Title, Descending"
    again = start()
    assert titles(again) == sorted(TITLES, key=str.casefold, reverse=True)
    assert order(again, "Title").isChecked() and order(again, "Descending").isChecked()


def test_what_is_selected_stays_selected_over_sorting_filtering_and_changes_of_others(listed: Desktop) -> None:
    click(listed, "cherry")
    click(listed, "elder", Qt.KeyboardModifier.ControlModifier)
    order(listed, "Title").trigger()
    assert selected(listed) == ["cherry", "elder"] and listed.title() == "elder"
    listed.elsewhere(lambda db: making.add(db, "Aubergine\nnew", published="2020-04-01"))
    assert len(titles(listed)) == 7 and selected(listed) == ["cherry", "elder"]
    listed.type("cherry OR elder OR Fig", "searchBox")
    listed.wait(lambda: len(titles(listed)) == 3)
    assert selected(listed) == ["cherry", "elder"] and listed.title() == "elder"
    assert view(listed).currentIndex().row() == titles(listed).index("elder")


def test_after_the_trash_the_next_one_is_current(listed: Desktop) -> None:
    click(listed, "elder")
    click(listed, "cherry", Qt.KeyboardModifier.ShiftModifier)
    listed.press("Ctrl+Del", view(listed))
    assert titles(listed) == ["Fig", "Apple", "banana"]
    assert listed.title() == "Apple" and selected(listed) == ["Apple"]
    click(listed, "banana")
    listed.press("Ctrl+Del", view(listed))
    assert listed.title() == "Apple" and selected(listed) == ["Apple"]
    listed.press("Ctrl+Z", view(listed))
    listed.press("Ctrl+Z", view(listed))
    assert titles(listed) == list(reversed(TITLES)) and listed.title() == "Apple"


def test_what_is_read_stays_with_the_unread_until_they_are_chosen_anew(listed: Desktop) -> None:
    scope(listed, "Unread")
    assert titles(listed) == list(reversed(TITLES))[1:]
    click(listed, "cherry")
    order(listed, "Title").trigger()
    listed.elsewhere(lambda db: edits.set_starred(db, [1], True))
    assert "cherry" in titles(listed) and listed.title() == "cherry"
    listed.press("U", view(listed))
    listed.press("U", view(listed))
    assert selected(listed) == ["cherry"]
    listed.press("Return", listed.control("scopes"))
    assert titles(listed) == ["Apple", "banana", "Date", "elder"]
    click(listed, "Date")
    assert len(titles(listed)) == 4
    scope(listed, "Unread")
    assert titles(listed) == ["Apple", "banana", "elder"]


def test_a_star_taken_away_is_given_back_with_the_same_key(listed: Desktop) -> None:
    for title in ("cherry", "Date"):
        click(listed, title)
        listed.press("S", view(listed))
    scope(listed, "Starred")
    click(listed, "Date")
    listed.press("S", view(listed))
    assert titles(listed) == ["Date", "cherry"] and [row.starred for row in listed.rows()] == [False, True]
    assert listed.title() == "Date"
    listed.press("S", view(listed))
    assert [row.starred for row in listed.rows()] == [True, True]
    listed.press("S", view(listed))
    listed.elsewhere(lambda db: edits.set_read(db, [2], True))
    listed.press("Ctrl+Z", view(listed))
    listed.press("Ctrl+Z", view(listed))
    assert [row.starred for row in listed.rows()] == [True, True] and listed.title() == "Date"


def test_the_open_article_stays_though_another_window_takes_its_star(listed: Desktop) -> None:
    for title in ("cherry", "Date"):
        click(listed, title)
        listed.press("S", view(listed))
    scope(listed, "Starred")
    click(listed, "cherry")
    listed.elsewhere(lambda db: edits.set_starred(db, [3], False))
    assert titles(listed) == ["Date", "cherry"] and selected(listed) == ["cherry"]
    listed.press("K", view(listed))
    assert listed.title() == "Date"


def test_the_first_row_on_the_screen_stays_there_when_others_come(listed: Desktop) -> None:
    for number in range(MANY):
        making.add(listed.program.session.db, f"old {number}\nwords", published=f"2019-01-{number % 28 + 1:02}")
    listed.program.session.tell(EVERYTHING)
    rows = view(listed)
    listed.wait(lambda: rows.verticalScrollBar().maximum() > 0)
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum() // 2)

    def first() -> tuple[str, int]:
        row = rows.rowAt(0)
        return titles(listed)[row], rows.rowViewportPosition(row)

    before = first()
    listed.elsewhere(lambda db: making.add(db, "new\nwords", published="2020-04-01"))
    assert len(titles(listed)) == MANY + 7 and first() == before
    rows.scrollToTop()
    listed.elsewhere(lambda db: making.add(db, "newer\nwords", published="2020-04-02"))
    assert first() == ("newer", 0)


def test_the_unread_are_counted_where_all_of_them_are_listed(listed: Desktop) -> None:
    def counts() -> str:
        label = listed.control("counts")
        assert isinstance(label, QLabel)
        return label.text()

    session, window = listed.program.session, listed.window
    ids = [row.id for row in listed.rows()]
    session.perform(lambda db: edits.set_read(db, ids, False))
    whole = f"{len(ids)} articles  ·  {len(ids)} unread"
    assert counts() == whole
    session.perform(lambda db: edits.trash(db, ids[:1]))
    window.sidebar.scopes.setCurrentRow(SCOPES.index("trash"))
    listed.wait(lambda: counts() == "1 article")
    window.sidebar.scopes.setCurrentRow(1)
    listed.wait(lambda: counts().endswith(f"  ·  {session.counts()['unread']} unread"))
    listed.type(listed.rows()[0].title, "searchBox")
    listed.wait(lambda: "unread" not in counts())


def test_what_is_read_stays_among_the_unread_searched_for_until_they_are_searched_for_anew(listed: Desktop) -> None:
    def said() -> str:
        label = listed.control("listed")
        assert isinstance(label, QLabel)
        return label.text()

    listed.type("is:unread", "searchBox")
    listed.wait(lambda: titles(listed) == list(reversed(TITLES))[1:])
    assert said() == "5 articles"
    click(listed, "cherry")
    listed.wait(lambda: said() == "4 articles  ·  1 kept")
    assert titles(listed) == list(reversed(TITLES))[1:] and selected(listed) == ["cherry"]
    listed.press("J", view(listed))
    listed.wait(lambda: said() == "3 articles  ·  2 kept")
    assert titles(listed) == list(reversed(TITLES))[1:] and selected(listed) == ["Apple"]
    listed.press("U", view(listed))
    listed.wait(lambda: said() == "4 articles  ·  1 kept")
    listed.type("is:unread OR is:starred", "searchBox")
    listed.wait(lambda: said() == "4 articles")
    assert titles(listed) == ["elder", "Date", "Apple", "banana"] and listed.title() == "Apple"


def test_the_open_article_stays_among_those_with_a_tag_until_another_is_opened(listed: Desktop) -> None:
    session = listed.program.session
    session.perform(lambda db: annotating.tag_articles(db, [1, 2, 3], new=["x"]))
    listed.type("tag:x", "searchBox")
    listed.wait(lambda: len(titles(listed)) == 3)
    click(listed, "banana")
    [tag] = session.tree()
    session.perform(lambda db: annotating.tag_articles(db, [1, 2], take=[tag.id]))
    listed.wait(lambda: titles(listed) == ["cherry", "banana"])
    listed.press("K", view(listed))
    listed.wait(lambda: titles(listed) == ["cherry"])


def test_how_many_there_are_is_said_from_the_start(listed: Desktop, start: Callable[[], Desktop]) -> None:
    again = start()
    said = again.control("listed")
    assert isinstance(said, QLabel) and said.text() == f"{len(TITLES)} articles"
