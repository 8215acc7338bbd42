"""The names of tags beside the lines in which their highlights begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import making
from reader import theme
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import Tag, TagTree
from reader.models.page import Page
from reader.widgets.margin_names import LEAST
from reader.widgets.reading_pane import ReadingPane

TEXT = "標題\n" + "第一段說的是民生問題，第二句說的是經濟發展。" * 12 + "\n末段"
TREE = TagTree([Tag(1, "1", "民生", None, "red"), Tag(2, "2", "教育", 1, "blue")])


def highlight(number: int, start: int, end: int, *tags: int) -> Highlight:
    return Highlight(number, str(number), 1, Span(start, end), "", "", "", "", "", "", tags)


@pytest.fixture
def pane(qapp: QApplication) -> Iterator[ReadingPane]:
    made = ReadingPane(theme.load("light"))
    made.resize(1000, 600)
    made.set_typography(replace(made.typography, measure=20))
    made.show()
    made.show_page(Page(making.page(TEXT).article, (highlight(1, 3, 200, 1), highlight(2, 5, 8, 2, 1)), TREE))
    yield made
    made.close()


def words(pane: ReadingPane) -> list[tuple[str, tuple[int, ...]]]:
    assert pane.page is not None
    return [(each.words, each.highlights) for each in pane.names._within(pane.viewport().rect(), pane.page)]


def test_they_stand_where_a_highlight_begins_and_not_where_it_goes_on(pane: ReadingPane) -> None:
    assert words(pane) == [("民生", (1,)), ("教育, 民生", (2,))]
    assert pane.names.room >= LEAST


def test_what_has_no_room_is_counted_and_the_chosen_one_comes_first(pane: ReadingPane) -> None:
    assert pane.page is not None
    many = [highlight(number, 3, 3 + number, 1 + number % 2) for number in range(1, 8)]
    pane.set_page(pane.page.with_highlights(many, TREE))
    shown = words(pane)
    assert [each for _, highlights in shown for each in highlights] == [7, 6, 5, 4, 3, 2, 1]
    assert shown[-1][0].endswith(f" +{7 - len(shown)}")
    pane.select_highlight(3)
    assert words(pane)[0] == ("教育", (3,))


def test_a_click_on_a_name_chooses_the_highlight(pane: ReadingPane) -> None:
    assert pane.page is not None
    first = next(pane.names._within(pane.viewport().rect(), pane.page))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=first.place.center().toPoint())
    assert pane.underlay.selected == 1


def test_there_are_none_without_room_or_wish_and_without_tags(pane: ReadingPane) -> None:
    assert pane.page is not None
    pane.set_typography(replace(pane.typography, tag_names=False))
    assert pane.names.room == 0 and pane.names.at(QPoint(30, 100), pane.page) == []
    pane.set_typography(replace(pane.typography, tag_names=True))
    assert pane.names.room > 0
    pane.resize(400, 600)
    assert pane.names.room == 0
    pane.resize(1000, 600)
    pane.set_page(pane.page.with_highlights([highlight(1, 3, 9)], TREE))
    assert words(pane) == []
