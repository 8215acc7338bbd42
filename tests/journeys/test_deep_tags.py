"""Tags three levels deep, with names as long as headings of a report, can be told apart wherever they are named."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QTableWidget, QToolTip

import making
import menus
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import tagging

LONG = "推動經濟社會發展全面綠色轉型與碳達峰碳中和目標任務落實情況跟蹤評估研究甲乙"
PATHS = [
    "/".join(names)
    for names in product(
        ("經濟", "政策", "民生"), (f"{LONG}丙", f"{LONG}丁"), ("會議", "評論：Comments and disputes (2020–24)")
    )
]


@pytest.fixture
def deep(start: Callable[[], Desktop]) -> Desktop:
    """A passage has all the tags, which have one colour, and is the current one of the table."""
    desktop = start()
    session = desktop.program.session
    making.add(session.db, making.TEXT)
    for path in PATHS:
        tagging.add(session.db, path)
    for name in {each for path in PATHS for each in path.split("/")}:
        session.db.execute("update tags set color = 'teal' where name = ?", [name])
    tagging.highlight_with(session.db, 1, 0, 3, PATHS, note="", color="", analyst="")
    session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def test_rows_of_the_picker_differ_and_tell_the_whole_path(deep: Desktop) -> None:
    deep.press("E", deep.window.view.pane)
    deep.press("T")
    deep.write(PATHS[0].rpartition("/")[2])
    found = deep.control("tagMatches")
    assert isinstance(found, QListView)
    rows = [found.visualRect(found.model().index(row, 0)) for row in range(3)]
    found.setCurrentIndex(found.model().index(found.model().rowCount() - 1, 0))
    pictures = [found.viewport().grab(row).toImage() for row in rows]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])
    at = rows[0].center()
    QApplication.sendEvent(found.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, found.viewport().mapToGlobal(at)))
    assert any(path in QToolTip.text() for path in PATHS)


def test_the_menus_of_tags_name_each_otherwise(deep: Desktop) -> None:
    deep.press("Ctrl+2")
    view = deep.window.workspaces.pane.view
    deep.wait(lambda: view.model().rowCount() == 1)
    view.setFocus()
    view.selectRow(0)
    deep.press("Shift+F10")
    menu = menus.opened()
    replace = next(each.menu() for each in menu.actions() if each.text() == "Replace tag")
    assert replace is not None
    said = [each.text() for each in replace.actions()]
    assert len(set(said)) == len(PATHS) == len(said)
    assert replace.toolTipsVisible() and all(
        any(path in each.toolTip() for path in PATHS) for each in replace.actions()
    )
    menu.close()


def test_the_whole_path_of_a_tag_is_said_before_it_is_deleted(deep: Desktop) -> None:
    tag = deep.program.session.tree().find(PATHS[1])
    assert tag is not None
    deep.window.tagging.delete([tag.id])
    said = [label.text() for label in deep.control("tagDeletion").findChildren(QLabel)]
    assert said[0].startswith(f"{PATHS[1]}\n")
    deep.press("Escape")


def test_steps_of_tags_name_each_otherwise(deep: Desktop) -> None:
    for path in PATHS:
        tag = deep.program.session.tree().find(path)
        assert tag is not None
        deep.window.tagging.set_key(tag.id, "7")
    deep.press("Ctrl+H")
    table = deep.control("historyTable")
    assert isinstance(table, QTableWidget)
    items = [table.item(row, 1) for row in range(len(PATHS))]
    assert len({item.text() for item in items if item is not None}) == len(PATHS)
    assert [path in item.toolTip() for item, path in zip(items, PATHS[::-1], strict=True) if item is not None] == [
        True
    ] * len(PATHS)
    deep.press("Escape")
