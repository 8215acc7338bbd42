"""The handles of the chosen highlight, in long texts and at the edges of the view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import making
from pulling import grab, pull, send
from reader import theme
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import Tag, TagTree
from reader.models.page import Page
from reader.widgets.handles import Handles
from reader.widgets.reading_pane import ReadingPane

TEXT = "標題\n" + "第一段說的是民生😀問題，第二句說的是經濟發展。\n" * 400
TREE = TagTree([Tag(1, "1", "紅", None, "red"), Tag(2, "2", "藍", None, "blue")])


def highlight(number: int, start: int, end: int) -> Highlight:
    return Highlight(number, str(number), 1, Span(start, end), "", "", "", "", "", "", (1 + number % 2,))


@pytest.fixture
def handles(qapp: QApplication) -> Iterator[Handles]:
    qapp.setCursorFlashTime(0)
    pane = ReadingPane(theme.load("light"))
    pane.resize(600, 500)
    made = Handles(pane)
    pane.show()
    many = tuple(highlight(n, 3 + 7 * n, 20 + 9 * n) for n in range(200))
    pane.show_page(Page(making.page(TEXT).article, many, TREE))
    qapp.processEvents()
    yield made
    pane.close()
    pane.deleteLater()


def span_of(handles: Handles, number: int) -> Span:
    """Where a highlight is shown."""
    page = handles.pane.page
    assert page is not None
    start, end, _ = handles.pane.underlay.highlights.all[number]
    return Span(page.units.to_points(start), page.units.to_points(end))


def picture(handles: Handles) -> QImage:
    for _ in range(3):
        QApplication.processEvents()
    return handles.pane.grab().toImage()


def test_they_stand_at_the_chosen_one_and_scroll_with_the_text(handles: Handles) -> None:
    assert handles.start.isHidden() and handles.end.isHidden()
    handles.pane.select_highlight(2)
    before = handles.start.pos(), handles.end.pos()
    assert handles.start.isVisible() and handles.end.isVisible()
    handles.pane.verticalScrollBar().setValue(20)
    assert (handles.start.pos(), handles.end.pos()) == tuple(each - QPoint(0, 20) for each in before)
    bar = handles.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert handles.start.isHidden() and handles.end.isHidden()
    bar.setValue(0)
    assert (handles.start.pos(), handles.end.pos()) == before
    handles.pane.select_highlight(None)
    assert handles.start.isHidden() and handles.end.isHidden()


def test_an_end_at_the_end_of_a_line_has_its_handle_there(handles: Handles) -> None:
    line = handles.pane.document().findBlockByNumber(1).layout().lineAt(0)
    assert handles.pane.page is not None
    end = handles.pane.page.units.to_points(3 + line.textLength())
    handles.pane.set_page(handles.pane.page.with_highlights([highlight(1, 4, end)], TREE))
    handles.pane.select_highlight(1)
    assert handles.end.x() > handles.pane.viewport().width() // 2
    assert abs(handles.end.y() - handles.start.y()) < 60


def test_what_is_repainted_while_dragging_is_as_if_painted_as_a_whole(handles: Handles) -> None:
    handles.pane.select_highlight(7)
    begin = grab(handles.end)
    for step in range(1, 30):
        send(handles.end, QEvent.Type.MouseMove, begin + QPoint(step * 53 % 300 - 150, step * 31 % 260 - 120))
        parts = picture(handles)
        handles.pane.viewport().update()
        assert picture(handles) == parts, step
    handles.cancel()
    assert span_of(handles, 7) == Span(52, 83)


def test_at_the_lower_edge_the_text_scrolls_on_as_long_as_the_handle_is_held(handles: Handles, qtbot: QtBot) -> None:
    resized = QSignalSpy(handles.resized)
    handles.pane.select_highlight(2)
    bar, view = handles.pane.verticalScrollBar(), handles.pane.viewport()
    begin = grab(handles.end)
    send(handles.end, QEvent.Type.MouseMove, QPoint(200, view.height() + 30))
    qtbot.waitUntil(lambda: bar.value() > 400, timeout=10_000)
    send(handles.end, QEvent.Type.MouseMove, QPoint(200, view.height() // 2))
    stopped = bar.value()
    qtbot.wait(100)
    assert bar.value() <= stopped + 60
    send(handles.end, QEvent.Type.MouseButtonRelease, QPoint(200, view.height() // 2))
    assert resized.count() == 1 and resized.at(0)[0] == 2
    span = resized.at(0)[1]
    assert isinstance(span, Span) and span.start == 17 and span.end > 250
    assert begin != QPoint()


def test_a_highlight_that_goes_while_it_is_dragged_is_let_go_of(handles: Handles) -> None:
    resized = QSignalSpy(handles.resized)
    handles.pane.select_highlight(2)
    pull(handles.end, QPoint(60, 0), drop=False)
    assert handles.dragging and handles.pane.page is not None
    handles.pane.set_page(handles.pane.page.with_highlights([], TREE))
    assert not handles.dragging
    send(handles.end, QEvent.Type.MouseButtonRelease, QPoint(300, 100))
    assert resized.count() == 0


def test_a_right_click_on_a_handle_is_about_the_highlight(handles: Handles, qtbot: QtBot) -> None:
    handles.pane.select_highlight(2)
    middle = handles.start.rect().center()
    reason, at = QContextMenuEvent.Reason.Mouse, handles.start.mapToGlobal(middle)
    with qtbot.waitSignal(handles.pane.menu_wanted) as wanted:
        QApplication.sendEvent(handles.start, QContextMenuEvent(reason, middle, at))
    assert wanted.args == [at] and handles.pane.underlay.selected == 2


def test_an_emoji_is_taken_as_a_whole(handles: Handles) -> None:
    assert handles.pane.page is not None
    at = TEXT.index("😀")
    handles.pane.set_page(handles.pane.page.with_highlights([highlight(1, at - 2, at)], TREE))
    handles.pane.select_highlight(1)
    begin = grab(handles.end)
    ends = set()
    for step in range(60):
        send(handles.end, QEvent.Type.MouseMove, begin + QPoint(step, 0))
        ends.add(span_of(handles, 1).of(TEXT))
    handles.cancel()
    assert {"民生", "民生😀", "民生😀問"} <= ends and all(each.encode() for each in ends)
