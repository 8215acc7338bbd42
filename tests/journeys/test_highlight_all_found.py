"""All that is searched for is highlighted at once, after it was said how much that is; words, sentences, paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.highlight import Span
from reader.services import highlighting, tagging
from reader.storage import highlights, tags
from reader.widgets import highlight_all_dialog
from reader.widgets.rows_view import RowsView
from reader.widgets.tag_picker import TagPicker

TEXT = "第{}題\n港口擴建了。“我們去港口。”他說！別的。"


@pytest.fixture
def searching(start: Callable[[], Desktop]) -> Desktop:
    """Three articles with two hits each; the first one is not listed."""
    desktop = start()
    for number in (1, 2, 3):
        making.add(desktop.program.session.db, TEXT.format(number), published=f"2020-03-0{number}")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    desktop.type("港口 -第1", "searchBox")
    desktop.wait(lambda: len(desktop.rows()) == 2 and not desktop.window.listing.model.searching)
    return desktop


def said(desktop: Desktop) -> str:
    label = desktop.control("highlightAllSaid")
    assert isinstance(label, QLabel)
    return label.text()


def quotes(desktop: Desktop, article: int) -> list[str]:
    return [each.quote for each in highlights.of_article(desktop.program.session.db, article)]


def test_the_words_in_the_open_article(searching: Desktop) -> None:
    searching.press("Ctrl+Shift+H")
    searching.wait(lambda: said(searching) == "2 passages in 1 article:")
    searching.press("Return")
    assert quotes(searching, 3) == ["港口", "港口"] and quotes(searching, 2) == []
    assert searching.window.notice.words == "2 passages highlighted."
    searching.press("Ctrl+Shift+H")
    searching.wait(lambda: said(searching) == "2 passages in 1 article:")
    searching.press("Return")
    assert searching.window.notice.words == "These words are highlighted like that already."
    searching.press("Ctrl+Z", searching.window.view.pane)
    assert quotes(searching, 3) == []


def test_the_sentences_in_all_that_are_listed_with_a_tag(searching: Desktop) -> None:
    searching.press("Ctrl+Shift+H")
    searching.click("allListed")
    searching.click("allSentences")
    searching.wait(lambda: said(searching) == "4 passages in 2 articles:")
    searching.click("tagAllButton")
    searching.type("航運", "tagField")
    searching.press("Return", searching.control("tagField"))
    assert (
        quotes(searching, 2) == quotes(searching, 3) == ["港口擴建了。", "“我們去港口。”"]
        and quotes(searching, 1) == []
    )
    assert tags.tree(searching.program.session.db).find("航運") is not None
    searching.window.commands[Act.UNDO].trigger()
    assert quotes(searching, 2) == [] and tags.tree(searching.program.session.db).find("航運") is None


def test_its_tags_are_repeated_on_the_next_words(searching: Desktop) -> None:
    session = searching.program.session
    older, _ = session.perform(lambda db: tagging.add(db, "別的"))
    searching.window.marking.highlight(Span(0, 1), [older])
    searching.press("Ctrl+Shift+H")
    searching.wait(lambda: said(searching) == "2 passages in 1 article:")
    searching.click("tagAllButton")
    searching.type("航運", "tagField")
    searching.press("Return", searching.control("tagField"))
    searching.window.marking.same_tags(Span(0, 2), None)
    made, tag = highlights.of_article(session.db, 3)[0], session.tree().find("航運")
    assert tag is not None and (made.span, made.tags) == (Span(0, 2), (tag.id,))


def test_a_tag_that_all_passages_have_already_is_ticked_and_can_be_taken_off(searching: Desktop) -> None:
    for keys in ("Return", "Return"):
        searching.press("Ctrl+Shift+H")
        searching.wait(lambda: said(searching) == "2 passages in 1 article:")
        searching.click("tagAllButton")
        picker = searching.control("tagPicker")
        assert isinstance(picker, TagPicker)
        there = tags.tree(searching.program.session.db).find("航運")
        assert picker.on == ({there.id} if there else set())
        searching.type("航運", "tagField")
        searching.press(keys, searching.control("tagField"))
    assert [each.tags for each in highlights.of_article(searching.program.session.db, 3)] == [(), ()]


def test_the_paragraphs_of_the_whole_library_in_the_background(
    searching: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.widgets.attempts.AT_ONCE", 1)
    searching.press("Esc", searching.control("searchBox"))
    searching.type("港口", "searchBox")
    searching.press("Ctrl+Shift+H")
    searching.click("allLibrary")
    searching.click("allParagraphs")
    searching.wait(lambda: said(searching) == "3 passages in 3 articles:")
    searching.press("Return")
    searching.wait(lambda: quotes(searching, 1) == [TEXT.split("\n")[1]])


def test_what_cannot_be_is_said(searching: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighting, "MOST", 1)
    searching.press("Ctrl+Shift+H")
    searching.wait(lambda: said(searching).startswith("More than"))
    assert not searching.control("highlightAllButton").isEnabled()
    searching.press("Esc")
    searching.type("is:unread", "searchBox")
    searching.press("Ctrl+Shift+H")
    assert searching.window.notice.words == "Search for words first. Then all of them can be highlighted at once."


def test_where_and_how_much_is_chosen_by_keys_alone(searching: Desktop) -> None:
    searching.press("Ctrl+Shift+H")
    searching.press("Down")
    searching.press("Tab")
    searching.press("Down")
    searching.wait(lambda: said(searching) == "4 passages in 2 articles:")
    searching.press_until("Tab", "tagAllButton")
    searching.press("Space")
    searching.write("航運")
    searching.press("Return")
    assert quotes(searching, 2) == quotes(searching, 3) == ["港口擴建了。", "“我們去港口。”"]
    tag = tags.tree(searching.program.session.db).find("航運")
    assert tag is not None and tag.highlights == 4
    searching.press("Ctrl+Z")
    assert quotes(searching, 2) == []


def test_where_and_how_much_is_chosen_with_the_mouse(searching: Desktop) -> None:
    menus.click_bar(searching.window.menuBar(), "Edit", "Highlight all found...")
    searching.click("allLibrary")
    searching.click("allParagraphs")
    searching.wait(lambda: said(searching) == "2 passages in 2 articles:")
    searching.click("highlightAllButton")
    assert quotes(searching, 2) == [TEXT.split("\n")[1]]
    searching.click("buttonUNDO")
    assert quotes(searching, 2) == []


def listed(desktop: Desktop) -> list[str]:
    """The passages in the list, as they are read out."""
    shown = desktop.control("examples")
    assert isinstance(shown, RowsView)
    model = shown.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(spoken)) for row in range(model.rowCount())]


def test_the_passages_are_listed_with_the_titles_of_their_articles(
    searching: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching.press("Ctrl+Shift+H")
    searching.click("allListed")
    searching.click("allSentences")
    searching.wait(lambda: said(searching) == "4 passages in 2 articles:")
    assert listed(searching) == [
        f"{words}, 第{number}題" for number in (3, 2) for words in ("港口擴建了。", "“我們去港口。”")
    ]
    searching.press_until("Tab", "examples")
    searching.press("End")
    assert searching.control("examples").currentIndex().row() == 3  # type: ignore[attr-defined]
    searching.press("Esc")
    monkeypatch.setattr(highlighting, "EXAMPLES", 3)
    monkeypatch.setattr(highlight_all_dialog, "EXAMPLES", 3)
    searching.press("Ctrl+Shift+H")
    searching.click("allListed")
    searching.wait(lambda: said(searching) == "4 passages in 2 articles (the first 3):")
    assert len(listed(searching)) == 3


def test_where_the_open_article_has_none_those_that_are_listed_are_chosen(searching: Desktop) -> None:
    other = making.add(searching.program.session.db, "別的題\n別的。")
    searching.program.session.tell(EVERYTHING)
    searching.wait(lambda: not searching.window.listing.model.searching and searching.window.view.article == 3)
    searching.window.open_article(other)
    searching.press("Ctrl+Shift+H")
    searching.wait(lambda: said(searching) == "4 passages in 2 articles:")
    searching.wait(lambda: searching.focus() == "allListed")
    searching.click("allArticle")  # who chooses it himself sees that there is nothing
    searching.wait(lambda: said(searching) == "Nothing there to highlight.")
    assert searching.control("allArticle").isChecked()  # type: ignore[attr-defined]
