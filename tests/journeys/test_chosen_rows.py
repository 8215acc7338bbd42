"""What is done to rows chosen in the table: keys and menus mean them while the focus is there; how many they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.services import edits, tagging
from reader.storage import highlights, tags
from reader.widgets.desk import LEAST

COUNT = 8


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    """One article with highlights of single characters; the table is shown, with the first three of them chosen."""
    made = start()
    db = made.program.session.db
    article = making.add(db, "標題\n" + "一二三四五六七八九十" * 3)
    for at in range(COUNT):
        edits.highlight(db, article, 3 + at, 4 + at)
    tagging.add(db, "港口")
    made.program.session.tell(EVERYTHING)
    made.window.open_last()
    made.press("Ctrl+2")
    table = made.window.workspaces.pane
    made.wait(lambda: table.model.count == COUNT and not table.model.asked)
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 0))
    for _ in range(2):
        made.press("Shift+Down", table.view)
    made.wait(lambda: made.window.view.pane.underlay.selected is not None)
    return made


def chosen(desktop: Desktop) -> list[int]:
    return desktop.window.workspaces.acts.chosen()


def tagged(desktop: Desktop) -> list[int]:
    """The highlights that have a tag."""
    return [each.id for each in desktop.stored() if each.tags]


def from_menu(desktop: Desktop, act: Act) -> None:
    """Choose an entry of the menu bar."""
    bar = desktop.window.menuBar()
    title = "Highlight" if act in (Act.TAG, Act.SAME_TAGS, Act.NOTE, Act.REMOVE) else "Edit"
    menus.click_bar(bar, title, act.text)


def test_an_entry_of_the_menu_does_to_the_chosen_rows_what_its_key_does(desktop: Desktop) -> None:
    some = chosen(desktop)
    assert len(some) == 3
    from_menu(desktop, Act.TAG)
    desktop.write("港口")
    desktop.press("Return")
    assert tagged(desktop) == some
    from_menu(desktop, Act.NOTE)
    desktop.write("again")
    desktop.press("Ctrl+Return")
    assert [each.id for each in desktop.stored() if each.note] == some
    from_menu(desktop, Act.COPY)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 3
    from_menu(desktop, Act.REMOVE)
    assert len(desktop.stored()) == COUNT - 3
    from_menu(desktop, Act.SELECT_ALL)
    desktop.wait(lambda: len(chosen(desktop)) == COUNT - 3)


def test_with_the_focus_in_the_text_they_mean_the_highlight_there_though_rows_are_chosen(desktop: Desktop) -> None:
    pane = desktop.window.view.pane
    pane.setFocus()
    from_menu(desktop, Act.REMOVE)
    assert len(desktop.stored()) == COUNT - 1


def test_in_the_search_box_they_mean_what_had_the_focus_before(desktop: Desktop) -> None:
    desktop.press("Ctrl+K")
    from_menu(desktop, Act.REMOVE)
    assert len(desktop.stored()) == COUNT - 3
    desktop.window.commands[Act.UNDO].trigger()
    desktop.press("Ctrl+1")
    desktop.press("Ctrl+K")  # the rows are out of sight, and not meant
    from_menu(desktop, Act.REMOVE)
    assert len(desktop.stored()) == COUNT - 1


def test_to_copy_and_to_select_all_mean_the_words_of_the_field_where_somebody_types(desktop: Desktop) -> None:
    window, board = desktop.window, QGuiApplication.clipboard()
    window.panel.card.edit_note()
    desktop.write("my own words")
    from_menu(desktop, Act.SELECT_ALL)
    from_menu(desktop, Act.COPY)
    assert board.text() == "my own words" and len(chosen(desktop)) == 3
    desktop.press("Ctrl+K")
    desktop.write("一")
    window.menuBar().setFocus()  # as its keys do
    for act in (Act.SELECT_ALL, Act.COPY):
        window.commands[act].trigger()
    assert board.text() == "一" and len(chosen(desktop)) == 3


def test_they_are_there_too_where_no_article_is_open(desktop: Desktop) -> None:
    desktop.window.open_article(None)
    assert desktop.window.commands[Act.REMOVE].isEnabled()
    desktop.press("Del", desktop.window.workspaces.pane.view)
    assert desktop.program.session.read(lambda db: len(highlights.of_article(db, 1)), 0) == COUNT - 3


def test_rows_chosen_in_the_panel_are_removed_by_the_menu_too(desktop: Desktop) -> None:
    desktop.press("Ctrl+1")
    panel = desktop.window.panel
    panel.view.setFocus()
    panel.view.selectAll()
    from_menu(desktop, Act.REMOVE)
    assert desktop.stored() == []


def test_the_last_tags_are_put_on_all_chosen_rows_as_one_step(desktop: Desktop) -> None:
    view, some = desktop.window.workspaces.pane.view, chosen(desktop)
    db = desktop.program.session.db
    desktop.press("R", view)
    assert desktop.window.notice.words == "No tag was put on a highlight yet." and tagged(desktop) == []
    port, new = tags.tree(db).find("港口"), "新/標籤"
    assert port is not None
    desktop.press("T", view)
    desktop.type(new, "tagField")
    desktop.press("Return", desktop.control("tagField"))
    desktop.press("Down", view)
    last = chosen(desktop)
    assert len(last) == 1
    desktop.press("R", view)
    made = tags.tree(db).find(new)
    assert made is not None and tagged(desktop) == [*some, *last]
    view.selectAll()
    before = desktop.program.session.next_undo()
    desktop.press("Shift+F10")
    menus.go("sameTagsMarked")
    assert [each.tags for each in desktop.stored()] == [(made.id,)] * COUNT
    desktop.press("R", view)
    assert desktop.window.notice.words == "8 highlights have these tags already."
    desktop.press("Ctrl+Z")
    assert desktop.program.session.next_undo() == before and tagged(desktop) == [*some, *last]


def test_what_a_digit_put_on_rows_is_repeated_in_the_text(desktop: Desktop) -> None:
    db = desktop.program.session.db
    port = tags.tree(db).find("港口")
    assert port is not None
    desktop.program.session.perform(lambda db: tagging.set_shortcut(db, port.id, "1"))
    desktop.press("1", desktop.window.workspaces.pane.view)
    desktop.select_by_keys("九")
    desktop.press("R", desktop.window.view.pane)
    assert [each.tags for each in desktop.stored() if each.quote == "九"] == [(port.id,)]


def test_the_last_tags_of_very_many_rows_are_put_on_in_the_background(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.widgets.attempts.AT_ONCE", 1)
    port = tags.tree(desktop.program.session.db).find("港口")
    assert port is not None
    desktop.program.session.perform(lambda db: edits.add_tags(db, 8, [port.id]))
    desktop.press("R", desktop.window.workspaces.pane.view)
    desktop.wait(lambda: tagged(desktop) == [*chosen(desktop), 8])


def test_links_to_all_chosen_rows_are_copied(desktop: Desktop) -> None:
    desktop.press("Shift+L", desktop.window.workspaces.pane.view)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 3


def shown(desktop: Desktop, name: str) -> str:
    label = desktop.control(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_it_is_said_how_many_highlights_are_selected_each_once(desktop: Desktop) -> None:
    table = desktop.window.workspaces.pane
    desktop.wait(lambda: shown(desktop, "counts") == "8 highlights, 3 selected")
    for keys in ("Shift+Down", "Shift+Down", "Shift+Up"):
        desktop.press(keys, table.view)
    desktop.wait(lambda: shown(desktop, "counts") == "8 highlights, 4 selected")
    desktop.press("Down", table.view)
    desktop.wait(lambda: shown(desktop, "counts") == "8 highlights")
    port = tags.tree(desktop.program.session.db).find("港口")
    new = desktop.program.session.perform(lambda db: tagging.add(db, "漁業"))[0]
    assert port is not None
    desktop.program.session.perform(lambda db: edits.add_tags(db, 1, [port.id, new]))
    table.group_by("tag")
    desktop.wait(lambda: len(table.model.rows) == COUNT + 1 + 3)  # one stands in two groups, and each has a heading
    desktop.press("Ctrl+A", table.view)
    desktop.wait(lambda: shown(desktop, "counts") == "8 highlights, 8 selected")


def test_it_is_said_how_many_articles_are_selected_and_the_header_stays_as_high(desktop: Desktop) -> None:
    for number in range(3):
        making.add(desktop.program.session.db, f"標題{number}\n內容")
    desktop.program.session.tell(EVERYTHING)
    desktop.press("Ctrl+1")
    listing, least = desktop.window.listing, min(LEAST)
    desktop.press("F9")
    desktop.press("F10")
    desktop.window.desk.setSizes([least, 2_000, least, least])
    high = listing.header.height()
    assert shown(desktop, "listed") == "4 articles"
    desktop.press("Ctrl+A", listing.view)
    desktop.wait(lambda: shown(desktop, "counts").startswith("4 articles, 4 selected"))
    desktop.wait(lambda: shown(desktop, "listed") == "4 articles, 4 selected")
    assert listing.header.height() == high
    desktop.window.desk.setSizes([least, least, 2_000, least])
    desktop.wait(lambda: shown(desktop, "listed") == "4 articles")
    assert listing.header.height() == high
