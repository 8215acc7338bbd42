"""A long list is narrowed down by what its articles have in common, which then stands in the search box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import tagging


@pytest.fixture
def listed(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    db = desktop.program.session.db
    for day, source in ((1, "膠東 在線"), (2, "臨海在線"), (3, "臨海在線")):
        article = making.add(db, f"標題{day}\n正文", source=source, published=f"202{day}-03-01")
    tagging.highlight_with(db, article, 0, 2, ["經濟/海洋"], note="", color="", analyst="林")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def column(desktop: Desktop, facet: str) -> QTreeWidget:
    found = desktop.control(f"facet-{facet}")
    assert isinstance(found, QTreeWidget)
    return found


def counts(desktop: Desktop, facet: str) -> list[tuple[str, str]]:
    rows = column(desktop, facet)
    items = [rows.topLevelItem(row) for row in range(rows.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def test_what_is_chosen_is_a_condition_in_the_box(listed: Desktop) -> None:
    listed.click("narrowButton")
    listed.wait(lambda: counts(listed, "source") == [("臨海在線", "2"), ("膠東 在線", "1")])
    assert counts(listed, "year") == [("2023", "1"), ("2022", "1"), ("2021", "1")]
    assert counts(listed, "tag") == [("經濟", "1"), ("經濟/海洋", "1")]
    rows = column(listed, "source")
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.topLevelItem(1)).center())  # type: ignore[arg-type]
    assert listed.window.search.text() == 'source:="膠東 在線"'
    listed.wait(lambda: len(listed.rows()) == 1)


def test_what_was_searched_for_stays_searched_for(listed: Desktop) -> None:
    listed.type("標題1 OR 標題3", "searchBox")
    listed.wait(lambda: len(listed.rows()) == 2)
    listed.click("narrowButton")
    listed.wait(lambda: counts(listed, "year") == [("2023", "1"), ("2021", "1")])
    listed.press("Right", column(listed, "source"))
    listed.press("Down", column(listed, "year"))
    listed.press("Return", column(listed, "year"))
    assert listed.window.search.text() == "(標題1 OR 標題3) date:2021"
    listed.wait(lambda: [row.title for row in listed.rows()] == ["標題1"])


def test_what_is_listed_is_narrowed_where_what_is_typed_cannot_be_understood(listed: Desktop) -> None:
    listed.type("標題1 OR 標題3", "searchBox")
    listed.wait(lambda: len(listed.rows()) == 2)
    listed.type("標題1 OR 標題3 date:soon", "searchBox")
    listed.click("narrowButton")
    listed.wait(lambda: counts(listed, "year") == [("2023", "1"), ("2021", "1")])
    listed.press("Right", column(listed, "source"))
    listed.press("Return", column(listed, "year"))
    assert listed.window.search.text() == "(標題1 OR 標題3) date:2023"


def test_a_tag_that_is_not_there_narrows_what_is_listed_and_is_waited_for_by_nobody(listed: Desktop) -> None:
    listed.type("標題1 OR 標題3", "searchBox")
    listed.wait(lambda: len(listed.rows()) == 2)
    listed.type("tag:nothing", "searchBox")
    listed.window.search.search_at_once()
    listed.click("narrowButton")  # while it is looked for
    listed.wait(lambda: [counts(listed, facet) for facet in ("source", "year", "tag")] == [[("None", "")]] * 3)
    listed.press("Esc", column(listed, "source"))
    listed.wait(lambda: not listed.window.listing.model.searching)
    listed.click("narrowButton")
    listed.wait(lambda: counts(listed, "year") == [("2023", "1"), ("2021", "1")])
    listed.press("Right", column(listed, "source"))
    listed.press("Return", column(listed, "year"))
    assert listed.window.search.text() == "(標題1 OR 標題3) date:2023"


def test_keys_lead_there_too_also_from_the_text_alone(listed: Desktop) -> None:
    listed.press("F11", listed.window.view.pane)
    listed.press("Ctrl+Shift+F", listed.window.view.pane)
    listed.wait(lambda: counts(listed, "source") == [("臨海在線", "2"), ("膠東 在線", "1")])
    button = listed.control("narrowButton")
    assert button.toolTip() == "Narrow down by source, year or tag (Ctrl+Shift+F)"
    listed.press("Return", column(listed, "source"))
    listed.wait(lambda: len(listed.rows()) == 2)


def test_rows_of_every_script_stand_on_one_line(listed: Desktop) -> None:
    listed.click("narrowButton")
    listed.wait(lambda: len(counts(listed, "tag")) == 2)
    items = [(rows, rows.topLevelItem(1)) for rows in (column(listed, "source"), column(listed, "year"))]
    places = [rows.visualItemRect(item) for rows, item in items if item is not None]
    assert places[0].top() == places[1].top() > 0 and places[0].height() == places[1].height()


def test_escape_leaves_all_as_it_is(listed: Desktop) -> None:
    listed.click("narrowButton")
    listed.wait(lambda: len(counts(listed, "source")) == 2)
    listed.press("Esc", column(listed, "source"))
    assert not listed.window.search.text() and len(listed.rows()) == 3
