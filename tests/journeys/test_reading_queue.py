"""Reading through a pile by keys: unread, started, done; and copying a passage with its citation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.storage import highlights
from reader.widgets.settings_dialog import SettingsDialog


@pytest.fixture
def pile(start: Callable[[], Desktop]) -> Desktop:
    """Five articles, of which the newest is open."""
    desktop = start()
    for day in range(1, 6):
        text = f"article {day}\nwords of it"
        making.add(desktop.program.session.db, text, source="膠東在線", published=f"2020-03-{day:02}")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def counts(desktop: Desktop) -> tuple[int, int, int]:
    found = desktop.program.session.counts()
    return found["unread"], found["started"], found["done"]


def test_done_with_one_after_the_other(pile: Desktop) -> None:
    window = pile.window
    assert (pile.title(), counts(pile)) == ("article 5", (4, 1, 0))
    for day, expected in ((4, (3, 1, 1)), (3, (2, 1, 2)), (2, (1, 1, 3)), (1, (0, 1, 4))):
        pile.press("D", window.view.pane)
        assert (pile.title(), counts(pile)) == (f"article {day}", expected)
    pile.press("D", window.view.pane)
    assert (pile.title(), counts(pile)) == ("article 1", (0, 0, 5))
    assert "5 done (100 %)" in window.status.findChild(QLabel, "counts").text()
    pile.press("Ctrl+Z", window.view.pane)
    assert counts(pile) == (0, 1, 4)


def test_what_is_done_is_not_done_by_the_same_key(pile: Desktop) -> None:
    pile.press("D", pile.window.view.pane)
    pile.press("K", pile.window.view.pane)
    assert pile.title() == "article 5"
    pile.press("D", pile.window.view.pane)
    assert (pile.title(), counts(pile)) == ("article 5", (3, 2, 0))
    pile.press("D", pile.window.view.pane)
    for _ in range(2):
        pile.press("K", pile.window.view.pane)
    assert (pile.title(), counts(pile)[2]) == ("article 5", 1)
    pile.press("U", pile.window.view.pane)
    assert counts(pile)[2] == 0  # what is unread is not done


def test_the_next_unread_one(pile: Desktop) -> None:
    window = pile.window
    pile.press("J", window.view.pane)
    pile.press("J", window.view.pane)
    pile.press("U", window.view.pane)  # article 3 is unread again
    pile.press("Shift+N", window.view.pane)
    assert pile.title() == "article 2"
    pile.press("N", window.view.pane)  # nothing is selected of which there could be a note
    assert pile.title() == "article 1"
    pile.press("N", window.view.pane)
    assert pile.title() == "article 3"  # from the top again
    pile.press("N", window.view.pane)
    assert pile.title() == "article 3"
    assert "read" in window.notice.words


def test_n_writes_a_note_where_something_is_selected(pile: Desktop) -> None:
    window = pile.window
    pile.drag_over("words")
    pile.press("N", window.view.pane)
    assert pile.title() == "article 5"
    assert len(highlights.of_article(pile.program.session.db, window.view.article or 0)) == 1


def test_scopes_list_what_is_begun_and_what_is_done(pile: Desktop) -> None:
    window = pile.window
    scopes = window.sidebar.scopes
    names = [scopes.item(row).text() for row in range(scopes.count()) if not scopes.isRowHidden(row)]
    assert "Started" in names and "Done" not in names
    pile.press("D", window.view.pane)
    names = [scopes.item(row).text() for row in range(scopes.count())]
    assert not scopes.isRowHidden(names.index("Done"))
    scopes.setCurrentRow(names.index("Done"))
    assert [row.title for row in pile.rows()] == ["article 5"]
    scopes.setCurrentRow(names.index("Started"))
    assert [row.title for row in pile.rows()] == ["article 4"]


def test_several_are_done_at_once(pile: Desktop) -> None:
    window = pile.window
    window.listing.view.setFocus()
    for _ in range(2):
        pile.press("Shift+Down", window.listing.view)
    pile.press("D", window.listing.view)
    assert counts(pile)[2] == 3
    assert pile.program.session.next_undo().kind == "done"  # type: ignore[union-attr]


def test_a_passage_is_copied_with_its_citation(pile: Desktop) -> None:
    window = pile.window
    pile.drag_over("words")
    pile.press("Ctrl+Shift+C", window.view.pane)
    assert QGuiApplication.clipboard().text() == "“words” (“article 5”, 膠東在線, 2020-03-05)"
    pile.press("H", window.view.pane)
    window.view.pane.clear_selection()
    pile.program.window._settings.citation = "markdown"
    window.commands[Act.COPY_CITED].trigger()
    assert QGuiApplication.clipboard().text() == "> words\n>\n> — article 5, 膠東在線, 2020-03-05"


def test_nothing_to_copy_is_told(pile: Desktop) -> None:
    pile.window.view.pane.clear_selection()
    pile.window.commands[Act.COPY_CITED].trigger()
    assert "Select" in pile.window.notice.words


def test_a_pattern_of_ones_own(pile: Desktop) -> None:
    window = pile.window
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    choice, own = dialog.findChild(QComboBox, "setting-citation"), dialog.findChild(QPlainTextEdit)
    assert own.isReadOnly()
    choice.setCurrentIndex(choice.findData("own"))
    choice.activated.emit(choice.currentIndex())
    assert not own.isReadOnly()
    own.setPlainText("{title}: {quote}")
    dialog.close()
    pile.drag_over("words")
    pile.press("Ctrl+Shift+C", window.view.pane)
    assert QGuiApplication.clipboard().text() == "article 5: words"


def test_a_pile_is_read_through_with_the_mouse(pile: Desktop) -> None:
    window = pile.window
    pile.click("articleNEXT_ARTICLE")
    assert (pile.title(), counts(pile)) == ("article 4", (3, 2, 0))
    pile.click("articleMore")
    menus.click("Done with this article")
    assert (pile.title(), counts(pile)) == ("article 3", (2, 2, 1))
    assert "1 done (20 %)" in window.status.findChild(QLabel, "counts").text()
    menus.click_bar(window.menuBar(), "Article", "Next unread article")
    assert pile.title() == "article 2"
    pile.drag_over("words")
    begin, _ = pile.ends_of("words")
    menus.right_click(window.view.pane.viewport(), begin + QPoint(8, 0))
    menus.click("Copy with citation")
    assert QGuiApplication.clipboard().text() == "“words” (“article 2”, 膠東在線, 2020-03-02)"
    menus.click_bar(window.menuBar(), "View", "Only the text")
    assert not window.sidebar.isVisible() and not window.listing.isVisible()
