"""Where the table of highlights is put together, the heading of a group stays in sight while its rows are scrolled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import making
import menus
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.highlight import Span
from reader.models.marked_table import QUOTE, Index
from reader.services import edits, tagging
from reader.widgets.group_heading import GroupHeading
from reader.widgets.marked_view import MarkedView

EACH = 40


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    """Three articles with forty highlights each, put together by article in the table."""
    made = start()
    db = made.program.session.db
    for number in (1, 2, 3):
        article = making.add(db, f"標題{number}\n" + "一二三四五六七八九十" * 5, published=f"2020-0{number}-04")
        edits.highlight_all(db, {article: [Span(at, at + 1) for at in range(4, 4 + EACH)]})
    made.program.session.tell(EVERYTHING)
    made.press("Ctrl+2")
    pane = made.window.workspaces.pane
    pane.group_by("article")
    made.wait(lambda: pane.model.rowCount() == 3 * (EACH + 1) and not pane.model.asked)
    return made


def view(desktop: Desktop) -> MarkedView:
    return desktop.window.workspaces.pane.view


def is_seen(desktop: Desktop, row: Index) -> bool:
    """Whether the row stands within the view from edge to edge."""
    rect = view(desktop).visualRect(row)
    return not rect.isEmpty() and rect.top() >= 0 and rect.bottom() < view(desktop).viewport().height()


def heading(desktop: Desktop) -> GroupHeading:
    return view(desktop).heading


def scroll_to(desktop: Desktop, row: int, above: int = 0) -> None:
    """Put a row at the upper edge, with so many px of it above that."""
    view(desktop).verticalScrollBar().setValue(view(desktop).verticalHeader().sectionPosition(row) + above)


def test_the_heading_stays_until_the_next_one_takes_its_place(desktop: Desktop) -> None:
    table = desktop.window.workspaces.pane.model
    scroll_to(desktop, 0)
    assert not heading(desktop).isVisible()
    scroll_to(desktop, 0, 3)
    assert heading(desktop).isVisible() and heading(desktop).y() == 0
    scroll_to(desktop, 20)
    assert heading(desktop).isVisible() and heading(desktop).height() == view(desktop).rowHeight(0)
    shown = view(desktop).grab().toImage()
    scroll_to(desktop, 0)
    assert shown.copy(0, 40, 200, 10) == view(desktop).grab().toImage().copy(0, 40, 200, 10)  # looks as its row does
    following = table.rows.headings[1]
    scroll_to(desktop, following, -10)
    assert heading(desktop).geometry().bottom() + 1 == 10  # it is pushed out
    scroll_to(desktop, following)
    assert not heading(desktop).isVisible()


def test_a_row_gone_to_is_not_below_it(desktop: Desktop) -> None:
    scroll_to(desktop, 20)
    view(desktop).setCurrentIndex(view(desktop).model().index(21, QUOTE))
    for row in range(20, 0, -1):
        desktop.press("Up", view(desktop))
        place = view(desktop).visualRect(view(desktop).currentIndex())
        assert view(desktop).currentIndex().row() == row and place.top() >= heading(desktop).lower_edge
    assert is_seen(desktop, view(desktop).model().index(0, QUOTE))  # the heading with its first row


def test_rows_stay_where_they_were_once_they_are_put_together(desktop: Desktop) -> None:
    pane = desktop.window.workspaces.pane
    pane.group_by("")
    desktop.wait(lambda: pane.model.rowCount() == 3 * EACH and not pane.model.asked)
    for first in (0, 25):
        scroll_to(desktop, first)
        highlight = pane.model.rows.id_at(first)
        pane.group_by("article")
        desktop.wait(lambda: pane.model.rowCount() == 3 * (EACH + 1) and not pane.model.asked)
        edge = heading(desktop).lower_edge
        high = edge or view(desktop).rowHeight(0)  # or the row of the heading itself is in sight
        assert pane.model.rows.id_at(view(desktop).rowAt(high)) == highlight
        pane.group_by("")
        desktop.wait(lambda: pane.model.rowCount() == 3 * EACH and not pane.model.asked)
        assert pane.model.rows.id_at(view(desktop).rowAt(0)) == highlight


def test_a_click_on_it_folds_the_group_or_goes_to_its_row(desktop: Desktop) -> None:
    table = desktop.window.workspaces.pane.model
    scroll_to(desktop, 60)
    QTest.mouseClick(heading(desktop), Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    assert view(desktop).currentIndex().row() == EACH + 1 and view(desktop).hasFocus()
    assert is_seen(desktop, view(desktop).currentIndex())
    scroll_to(desktop, 60, 5)
    QTest.mouseClick(heading(desktop), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert table.rows.heads(EACH + 1) is not None and table.rowCount() == 2 * EACH + 3
    assert view(desktop).rowAt(0) == EACH + 1 and not heading(desktop).isVisible()
    assert view(desktop).visualRect(table.index(EACH + 1, QUOTE)).top() == 0


def test_left_folds_the_group_from_a_row_of_it(desktop: Desktop) -> None:
    table = desktop.window.workspaces.pane.model
    scroll_to(desktop, 70)
    view(desktop).setCurrentIndex(table.index(72, QUOTE))
    desktop.press("Left", view(desktop))
    assert is_seen(desktop, table.index(EACH + 1, QUOTE))
    desktop.press("Left", view(desktop))
    assert table.rowCount() == 2 * EACH + 3
    assert is_seen(desktop, table.index(EACH + 1, QUOTE))


def test_del_at_the_end_of_a_group_takes_the_one_before_and_never_a_folded_group(desktop: Desktop) -> None:
    pane = desktop.window.workspaces.pane
    for row in (2, 1):
        pane.model.fold(pane.model.rows.headings[row], True)
    view(desktop).setFocus()
    view(desktop).show_row(EACH)  # the last one of the first group
    for left in (EACH - 1, EACH - 2, 0):
        desktop.press("Del", on=view(desktop))
        desktop.wait(lambda left=left: pane.model.count == 2 * EACH + left)  # type: ignore[misc]
        if left:
            assert view(desktop).selected_rows() == [left]
            view(desktop).select_rows([left] if left == EACH - 1 else range(1, EACH - 1))
    assert view(desktop).selected_rows() == [] and view(desktop).currentIndex().row() == 0
    desktop.press("Del", on=view(desktop))
    assert "Select highlights first" in desktop.window.notice.words
    assert pane.model.count == 2 * EACH


@pytest.mark.parametrize("key", ["T", "R", "N", "Del", "1", "Ctrl+C", "Ctrl+Shift+C", "Shift+L"])
def test_on_the_heading_of_a_group_that_is_open_keys_say_what_is_missing(desktop: Desktop, key: str) -> None:
    desktop.program.session.perform(lambda db: tagging.set_shortcut(db, tagging.add(db, "甲")[0], "1"))
    desktop.program.session.perform(lambda db: edits.add_tags(db, 1, [1]))
    desktop.press("Home", on=view(desktop))
    assert view(desktop).selected_rows() == [0]
    desktop.press(key, on=view(desktop))
    assert "Select highlights first" in desktop.window.notice.words


@pytest.mark.parametrize(
    ("keys", "entries"), [("Ctrl+Shift+G", ("group-month", "group-article")), ("Ctrl+Shift+S", ("sort-created",))]
)
def test_the_row_that_is_current_stays_in_view_in_another_order(
    desktop: Desktop, keys: str, entries: tuple[str, ...]
) -> None:
    table, rows = desktop.window.workspaces.pane.model, view(desktop)
    rows.header.sort_wanted.emit("published", False)  # months come from the latest on
    desktop.wait(lambda: not table.query.descending and not table.asked)
    scroll_to(desktop, table.rows.headings[2], -rows.viewport().height() + 2 * rows.rowHeight(1))
    rows.setCurrentIndex(table.index(table.rows.headings[2] + 1, QUOTE))
    current = table.rows.id_at(rows.currentIndex().row())
    for entry in entries:
        way = table.way
        desktop.press(keys, rows)
        menus.go(entry)
        desktop.wait(lambda way=way: table.way != way and not table.asked)
        assert table.rows.id_at(rows.currentIndex().row()) == current
        place = rows.visualRect(rows.currentIndex())
        assert heading(desktop).lower_edge <= place.top() and place.bottom() < rows.viewport().height()
