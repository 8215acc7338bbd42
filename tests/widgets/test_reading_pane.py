"""A selection is reported in code points of the stored text, exactly; in short texts and in long ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from making import page
from reader import theme
from reader.domain.article import Mark
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, DEFAULT_COLOR, Tag, TagTree
from reader.models.page import Page, find
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.text_column import LONG
from unicode_texts import spans

TREE = TagTree([Tag(1, "1", "紅", None, "red"), Tag(2, "2", "藍", None, "blue")])
LONG_TEXT = "標題\n" + "第一段話說的是民生😀問題，第二段話說的是經濟發展。\n" * (LONG // 20)


def highlight(number: int, span: Span, *tags: int) -> Highlight:
    return Highlight(number, str(number), 1, span, "", "", "", "", "", "", tags)


@pytest.fixture(scope="module")
def pane(qapp: QApplication) -> ReadingPane:
    made = ReadingPane(theme.load("light"))
    made.resize(700, 600)
    made.show()
    qapp.processEvents()
    return made


@given(spans())
@settings(max_examples=200, deadline=None)
def test_what_is_selected_is_what_is_reported_and_copied(pane: ReadingPane, found: tuple[str, Span]) -> None:
    text, span = found
    pane.show_page(page(text))
    pane.select(span)
    assert pane.selection() == span
    assert pane.createMimeDataFromSelection().text() == span.of(text)


@given(spans())
@settings(max_examples=60, deadline=None)
def test_the_same_in_a_long_text(pane: ReadingPane, found: tuple[str, Span]) -> None:
    text, span = LONG_TEXT + found[0], Span(found[1].start + len(LONG_TEXT), found[1].end + len(LONG_TEXT))
    pane.show_page(page(text))
    pane.select(span)
    assert pane.selection() == span
    assert pane.createMimeDataFromSelection().text() == span.of(text)


@pytest.mark.parametrize(
    "text", ["短\n" + "一段話。" * 400 + "\n" + "另一段。" * 400, LONG_TEXT], ids=["short", "long"]
)
def test_the_first_visible_character_stays_over_sizes_widths_and_themes(pane: ReadingPane, text: str) -> None:
    pane.resize(700, 600)
    pane.show_page(page(text))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = pane.place()
    for _ in range(5):
        pane.larger()
        assert pane.place() == place
    for _ in range(5):
        pane.smaller()
        assert pane.place() == place
    pane.set_theme(theme.load("dark"))
    assert pane.place() == place
    pane.resize(560, 500)
    assert abs(pane.place() - place) < 60  # the line that holds it may begin elsewhere
    pane.resize(700, 600)
    pane.set_theme(theme.load("light"))


@pytest.mark.parametrize("text", ["標題\n" + "一段話。" * 2000, LONG_TEXT], ids=["short", "long"])
def test_a_place_is_opened_where_it_was_left(pane: ReadingPane, text: str) -> None:
    pane.show_page(page(text))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    place = pane.place()
    pane.show_page(page("另一篇"))
    pane.show_page(page(text), place)
    assert pane.place() == place


def test_highlights_are_painted_and_taken_away_again(pane: ReadingPane, qapp: QApplication) -> None:
    text = "標題在這裡\n正文有一段話說的是民生問題。"
    bare = Page(page(text).article, (), TREE)
    pane.show_page(bare)
    before = pane.viewport().grab().toImage()
    one = highlight(1, Span(6, 12), 1)
    pane.set_page(bare.with_highlights([one], TREE))
    first = pane.viewport().grab().toImage()
    assert first != before
    two = highlight(2, Span(9, 15), 2)
    pane.set_page(bare.with_highlights([one, two], TREE), {2})
    both = pane.viewport().grab().toImage()
    assert both != first
    pane.set_page(bare.with_highlights([one], TREE), {2})
    assert pane.viewport().grab().toImage() == first
    pane.set_page(bare)
    assert pane.viewport().grab().toImage() == before


def test_a_tag_of_another_color_repaints_its_highlights(pane: ReadingPane) -> None:
    text = "標題在這裡\n正文有一段話說的是民生問題。"
    one = highlight(1, Span(6, 12), 1)
    made = Page(page(text).article, (one,), TREE)
    pane.show_page(made)
    before = pane.viewport().grab().toImage()
    pane.set_page(made.with_highlights([one], TagTree([Tag(1, "1", "紅", None, "green")])))
    assert pane.viewport().grab().toImage() != before


def test_hits_fold_width_case_and_accents_and_keep_their_places() -> None:
    text = "Ａbc ABC àbc 民生 民生"
    assert [span.of(text) for span in find(text, "abc")] == ["Ａbc", "ABC", "àbc"]
    assert [span.start for span in find(text, "民生")] == [12, 15]
    assert find(text, "") == [] and find("", "x") == []


def test_every_color_of_tags_is_one(pane: ReadingPane) -> None:
    assert DEFAULT_COLOR in COLORS
    pane.show_page(page("標題\n正文"))
    assert pane.cursorForPosition(QPoint(5, 5)).position() >= 0


@pytest.mark.parametrize("text", ["標題\n" + "a" * 150_000, "a" * 30_000], ids=["long", "short"])
def test_letters_without_a_break_are_not_searched_for_words(pane: ReadingPane, text: str) -> None:
    """Qt's search for word boundaries takes time by the square of the length: a million letters, minutes."""
    for _ in range(2):
        pane.show_page(page(text))
        assert pane.document().defaultTextOption().wrapMode() == QTextOption.WrapMode.WrapAnywhere
        pane.show_page(page("標題\nordinary words"))
        assert pane.document().defaultTextOption().wrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.parametrize("paragraphs", [40, 4_000], ids=["short", "long"])
def test_a_click_on_a_link_says_where_it_leads_and_selects_nothing(pane: ReadingPane, paragraphs: int) -> None:
    text = "標題在這裡\n前面的字連結在這裡後面的字。\n" + "一段話。\n" * paragraphs + "完"
    pane.show_page(page(text, Mark(0, 5, "title"), Mark(10, 15, "link", "https://example.org/a")))
    clicked: list[str] = []
    pane.link_activated.connect(clicked.append)
    ends = [QTextCursor(pane.document()) for _ in range(2)]
    for cursor, at in zip(ends, (10, 15), strict=True):
        cursor.setPosition(at)
    left, right = (pane.cursorRect(cursor).center() for cursor in ends)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=(left + right) / 2)
    assert clicked == ["https://example.org/a"] and pane.selection() is None
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=left - QPoint(40, 0))
    assert len(clicked) == 1
    pane.link_activated.disconnect(clicked.append)
