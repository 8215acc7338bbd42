"""All notes in the place of the list: found, opened, written, left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

import making
import menus
from desktop import Desktop
from reader.domain.note import Owner
from reader.models.found_highlights import FOUND
from reader.services import annotating, edits, tagging
from reader.services.searching import FoundNote


@pytest.fixture
def noted(start: Callable[[], Desktop]) -> Desktop:
    """Two articles: a note on the first, one on a highlight of the second, one on a tag."""
    desktop = start()
    session = desktop.program.session
    first = making.add(session.db, "標題一\n民生問題。", published="2021")
    second = making.add(session.db, "標題二\n" + "旁的。\n" * 40 + "民生問題。", published="2022")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    tag, _ = session.perform(lambda db: tagging.add(db, "政策"))
    session.perform(lambda db: edits.highlight(db, second, 4, 8, note="一段的筆記"))
    session.perform(lambda db: annotating.set_note(db, Owner("article", first), "整篇的筆記，高質量"))
    session.perform(lambda db: annotating.set_note(db, Owner("tag", tag), "標籤的筆記"))
    desktop.window.view.pane.setFocus()
    return desktop


def listed(desktop: Desktop) -> list[tuple[str, str]]:
    model = desktop.window.all_notes.pane.found.view.model()
    found = [model.index(row, 0).data(FOUND) for row in range(model.rowCount())]
    return sorted((each.owner.kind, each.note) for each in found if isinstance(each, FoundNote))


EVERY = [("article", "整篇的筆記，高質量"), ("highlight", "一段的筆記"), ("tag", "標籤的筆記")]


def row_of(desktop: Desktop, kind: str) -> int:
    model = desktop.window.all_notes.pane.found.view.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data(FOUND).owner.kind == kind)


def test_before_there_is_one_it_is_said_how_one_is_written(start: Callable[[], Desktop]) -> None:
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.press("Alt+4", desktop.window.view.pane)
    nothing = desktop.control("noteList").findChild(QLabel, "nothingFound")
    assert isinstance(nothing, QLabel)
    desktop.wait(nothing.isVisible)
    assert nothing.text().startswith("There are no notes yet.")
    assert "N " in nothing.text() and "Ctrl+Shift+M" in nothing.text()
    desktop.type("x", "notesFilter")
    desktop.wait(lambda: nothing.text() == "No note matches.")
    assert desktop.control("noteList").accessibleName() == "All notes"


def test_that_there_are_none_is_not_said_before_it_is_known(noted: Desktop) -> None:
    noted.press("Alt+4", noted.window.view.pane)
    nothing = noted.window.all_notes.pane.findChild(QLabel, "nothingFound")
    assert isinstance(nothing, QLabel) and not listed(noted) and not nothing.isVisible()
    noted.wait(lambda: listed(noted) == EVERY)
    assert not nothing.isVisible()


def test_they_are_listed_narrowed_down_and_left_by_keys(noted: Desktop) -> None:
    noted.press("Alt+4", noted.window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)
    title = noted.control("notesTitle")
    assert isinstance(title, QLabel) and title.text() == "Notes  3"
    noted.type("高质量", "notesFilter")
    noted.wait(lambda: listed(noted) == EVERY[:1])
    noted.type("(", "notesFilter")
    assert "(" in noted.control("notesProblem").text()  # type: ignore[attr-defined]
    noted.press("Esc", noted.control("notesFilter"))
    noted.wait(lambda: listed(noted) == EVERY)
    noted.press("Esc", noted.control("noteList"))
    assert not noted.window.all_notes.pane.isVisible() and noted.window.listing.view.isVisible()


def test_each_opens_what_it_is_about(noted: Desktop) -> None:
    window, view = noted.window, noted.window.all_notes.pane.found.view
    menus.click_bar(window.menuBar(), "View", "All notes")
    noted.wait(lambda: listed(noted) == EVERY)

    def click(kind: str) -> None:
        place = view.visualRect(view.model().index(row_of(noted, kind), 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click("article")
    assert window.view.article == 1
    click("highlight")
    assert window.view.article == 2 and window.panel.card.highlight == 1
    click("tag")
    assert window.sidebar.tags.currentIndex().isValid() and window.all_notes.pane.isVisible()
    noted.press("Return", view)
    assert window.view.pane.hasFocus()
    noted.click("notesClose")
    assert not window.all_notes.pane.isVisible()


@pytest.mark.parametrize("owner", [Owner("article", 1), Owner("highlight", 1), Owner("tag", 1)])
def test_each_is_written_in_place(noted: Desktop, owner: Owner) -> None:
    view, db = noted.window.all_notes.pane.found.view, noted.program.session.db
    noted.press("Alt+4", noted.window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)
    view.setCurrentIndex(view.model().index(row_of(noted, owner.kind), 0))
    noted.press("F2", view)
    noted.type("，再寫", "noteHere")
    noted.press("Esc", noted.control("noteHere"))
    assert annotating.note_of(db, owner).endswith("筆記，再寫") or annotating.note_of(db, owner).endswith("質量，再寫")
    noted.wait(lambda: any(note.endswith("，再寫") for _, note in listed(noted)))
    noted.press("Ctrl+Z", noted.window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)


@pytest.mark.parametrize("back", ["Esc", "Alt+4"])
def test_who_leaves_them_is_in_the_workspace_from_where_they_were_opened(noted: Desktop, back: str) -> None:
    window, notes = noted.window, noted.window.all_notes.pane
    for keys, before in (("Ctrl+2", window.workspaces.pane.view), ("Ctrl+1", window.listing.view)):
        noted.press(keys, window.view.pane)
        noted.press("Alt+4", before)
        noted.wait(lambda: listed(noted) == EVERY)
        noted.press(back, notes.found.view)
        assert not notes.isVisible() and QApplication.focusWidget() is before


@pytest.mark.parametrize("before", ["Ctrl+1", "Ctrl+2"])
def test_who_wants_to_read_has_the_articles_in_their_place(noted: Desktop, before: str) -> None:
    window, notes = noted.window, noted.window.all_notes.pane
    noted.press(before, window.view.pane)
    noted.press("Alt+4")
    noted.wait(lambda: listed(noted) == EVERY)
    noted.press("Ctrl+1", notes.found.view)
    assert not notes.isVisible() and QApplication.focusWidget() is window.listing.view
    noted.press("Alt+4")
    noted.wait(lambda: listed(noted) == EVERY)
    noted.press("Esc", notes.found.view)
    assert QApplication.focusWidget() is window.listing.view


@pytest.mark.parametrize("owner", [Owner("article", 1), Owner("highlight", 1), Owner("tag", 1)])
def test_what_is_typed_stays_where_its_owner_goes_meanwhile(noted: Desktop, owner: Owner) -> None:
    view = noted.window.all_notes.pane.found.view
    noted.press("Alt+4", noted.window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)
    view.setCurrentIndex(view.model().index(row_of(noted, owner.kind), 0))
    noted.press("F2", view)
    noted.type("，再寫", "noteHere")
    field = noted.control("noteHere")
    with noted.program.session.library.another() as other:
        if owner.kind == "article":
            edits.trash(other, [owner.id])
            edits.empty_trash(other)
        elif owner.kind == "highlight":
            edits.remove_highlights(other, [owner.id])
        else:
            tagging.delete(other, owner.id)
    noted.wait(lambda: len(listed(noted)) == 2)
    noted.press("Esc", field)
    assert field.isVisible() and "is gone by now" in noted.control("noteHereProblem").text()  # type: ignore[attr-defined]
    noted.click("discardNote")
    assert not field.isVisible()


def test_what_is_searched_for_or_chosen_takes_their_place(noted: Desktop) -> None:
    window = noted.window
    noted.press("Alt+4", window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)
    noted.type("民生", "searchBox")
    noted.wait(lambda: not window.all_notes.pane.isVisible())
    noted.press("Alt+3")
    pane = window.places.pane
    noted.wait(lambda: pane.isVisible() and pane.view.model().rowCount() == 0)
    noted.type("筆記", "searchBox")
    noted.wait(lambda: pane.view.model().rowCount() == 3)
    noted.press("Alt+4", pane.view)
    noted.wait(lambda: window.all_notes.pane.isVisible())
    noted.press("Alt+4", window.all_notes.pane.found.view)
    noted.wait(pane.isVisible)


def test_another_library_has_other_notes(noted: Desktop) -> None:
    noted.press("Alt+4", noted.window.view.pane)
    noted.wait(lambda: listed(noted) == EVERY)
    noted.program.session.left.emit()
    assert not noted.window.all_notes.pane.isVisible()
