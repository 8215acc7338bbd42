"""The panel beside the text: filtered, walked through and emptied by keys, which stay there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import tagging
from reader.widgets import attempts

SENTENCES = 60


@pytest.fixture
def marked(start: Callable[[], Desktop]) -> Desktop:
    """A long article; the number of each sentence is highlighted, every third with a tag, every fourth with a note."""
    desktop = start()
    db = desktop.program.session.db
    text = "標題\n" + "\n".join(f"第{number:02}句。" * 12 for number in range(SENTENCES))
    article = making.add(db, text)
    for number in range(SENTENCES):
        at = text.index(f"{number:02}句")
        tagging.highlight_with(
            db,
            article,
            at,
            at + 2,
            ["三"] if number % 3 == 0 else [],
            note="四" if number % 4 == 0 else "",
            color="",
            analyst="",
        )
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def chosen(desktop: Desktop) -> tuple[str, str]:
    """The quote of the card, and of the highlight that is chosen in the text."""
    panel, pane = desktop.window.panel, desktop.window.view.pane
    quotes = {each.id: each.quote for each in desktop.stored()}
    return quotes.get(panel.card.highlight or 0, ""), quotes.get(pane.underlay.selected or 0, "")


def test_arrows_go_through_the_passages_and_the_focus_stays(marked: Desktop) -> None:
    view, pane = marked.window.panel.view, marked.window.view.pane
    marked.press("Home", view)
    marked.press("End", view)
    assert chosen(marked) == ("59", "59") and pane.place() > 0
    marked.press("Up", view)
    assert chosen(marked) == ("58", "58") and view.hasFocus()
    marked.press("Return", view)
    assert marked.control("noteField").hasFocus()


def test_the_chosen_row_stays_in_view_where_its_card_takes_the_room(marked: Desktop) -> None:
    panel, view = marked.window.panel, marked.window.panel.view
    marked.window.resize(1024, 600)
    last = panel.model.index(view.rowAt(view.viewport().height() - 1))
    view.setCurrentIndex(last)
    marked.wait(lambda: panel.card.isVisible() and view.viewport().rect().contains(view.visualRect(last)))


def test_words_tags_and_notes_are_filtered_for(marked: Desktop) -> None:
    panel = marked.window.panel
    title = marked.control("highlightsTitle")
    assert isinstance(title, QLabel) and title.text().endswith(f"  {SENTENCES}")
    for words, count in (("三", 20), ("四", 15), ("三 四", 5), ("17", 1), ("nothing", 0)):
        marked.type(words, "highlightFilter")
        assert panel.model.rowCount() == count and title.text().endswith(f"  {count} / {SENTENCES}"), words
    assert [label.text() for label in panel.findChildren(QLabel) if "matches" in label.text() and label.isVisible()]
    field = marked.control("highlightFilter")
    assert field.hasFocus()
    marked.press("Esc", field)
    assert panel.model.rowCount() == SENTENCES and field.hasFocus()
    marked.type("17", "highlightFilter")
    marked.press("Down", field)
    assert panel.view.hasFocus() and chosen(marked) == ("17", "17")


def test_whoever_removes_one_here_goes_on_to_the_next(marked: Desktop) -> None:
    panel = marked.window.panel
    marked.press("Home", panel.view)
    marked.press("Down", panel.view)
    marked.press("Del", panel.view)
    assert chosen(marked) == ("02", "02") and panel.view.hasFocus()
    marked.press("End", panel.view)
    marked.press("Shift+Up", panel.view)
    marked.press("Del", panel.view)
    assert chosen(marked) == ("57", "57") and panel.model.rowCount() == SENTENCES - 3
    marked.press("Ctrl+Z", panel.view)
    marked.press("Ctrl+Z", panel.view)
    assert panel.model.rowCount() == SENTENCES and panel.view.hasFocus()


def test_very_many_are_removed_in_the_background(marked: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", SENTENCES - 1)
    panel = marked.window.panel
    panel.view.selectAll()
    marked.press("Del", panel.view)
    assert panel.model.rowCount() == SENTENCES
    marked.wait(lambda: marked.window.notice.words == f"{SENTENCES} highlights removed.")
    assert panel.model.rowCount() == 0
    marked.click("noticeButton")
    marked.wait(lambda: panel.model.rowCount() == SENTENCES)
    assert [len(each.tags) for each in marked.stored()] == [1, 0, 0] * (SENTENCES // 3)
