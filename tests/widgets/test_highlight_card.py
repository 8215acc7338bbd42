"""The card of a highlight keeps its form, however many tags it has and whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.tag import COLORS
from reader.services import highlights_together, tagging

LONG = "一個非常長的標籤名稱，長到側欄裡怎麼也放不下，所以必須省略中間的部分才行"
NAMES = [LONG, "Parent/Child/Grandchild with a long name of its own", *(f"tag {number}" for number in range(10))]


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    started = Desktop(qtbot, tmp_path / "library.reader", tmp_path / "settings.ini")
    db = started.program.session.db
    making.add(db, making.TEXT)
    tagging.highlight_with(db, 1, 0, 3, NAMES, note="", color="", analyst="")
    tagging.highlight_with(db, 1, 4, 6, ["one"], note="", color="", analyst="")
    started.window.session.tell(EVERYTHING)
    started.window.open_last()
    started.window.resize(QSize(900, 600))
    yield started
    started.quit()


def inside(desktop: Desktop, widget: QWidget) -> bool:
    """Whether all of a control is in the window."""
    panel = desktop.window.panel
    return panel.rect().contains(widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft())))


def test_many_long_tags_leave_everything_in_its_place(desktop: Desktop) -> None:
    panel, pane = desktop.window.panel, desktop.window.view.pane
    places = []
    for _ in range(2):
        desktop.press("E", pane)
        assert inside(desktop, panel.card.note) and panel.card.note.height() >= 60
        for name in ("cardTag", "cardRemove"):
            assert inside(desktop, desktop.control(name))
        places.append([desktop.control(name).geometry() for name in ("noteField", "cardTag", "cardRemove")])
        assert panel.width() == places[0][0].width() + 28 and panel.view.height() > 40
    assert [each.size() for each in places[0]] == [each.size() for each in places[1]]


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_nothing_overlaps_where_there_is_little_room(desktop: Desktop, language: str) -> None:
    session, card, panel = desktop.program.session, desktop.window.panel.card, desktop.window.panel
    for start in (8, 12, 20):
        tagging.highlight_with(session.db, 1, start, start + 2, ["one"], note="", color="", analyst="王大鵬")
    session.tell(EVERYTHING)
    desktop.words.use(language)
    desktop.press("End", panel.view)
    for _ in range(2):  # then with a line more above the list
        desktop.wait(lambda: card.isVisible() and inside(desktop, desktop.control("cardRemove")))
        parts = [card.swatches, card.note, *(label for label in card.findChildren(QLabel) if "王" in label.text())]
        parts += [desktop.control(name) for name in ("cardTag", "cardRemove")]
        places = [part.geometry() for part in parts if part.isVisible()]
        assert len(places) == 5
        assert not [one for number, one in enumerate(places) for other in places[:number] if one.intersects(other)]
        assert card.note.height() >= 60 and panel.view.height() >= 30 and card.geometry().bottom() < panel.related.y()
        desktop.settings.whose = "王大鵬"


def test_as_many_tags_are_shown_as_there_is_room_for(desktop: Desktop) -> None:
    desktop.window.resize(QSize(900, 780))
    area, pane = desktop.window.panel.card.findChild(QWidget, "cardTags"), desktop.window.view.pane
    desktop.press("E", pane)
    height = area.findChildren(QAbstractButton)[0].parentWidget().height()
    desktop.wait(lambda: area.height() == 5 * height)
    desktop.press("E", pane)
    desktop.wait(lambda: area.height() == height)


def test_colours_are_large_enough_and_have_names(desktop: Desktop) -> None:
    desktop.press("E", desktop.window.view.pane)
    names = set()
    for name in ("none", *COLORS):
        swatch = desktop.control(f"swatch-{name}")
        assert isinstance(swatch, QAbstractButton) and inside(desktop, swatch)
        assert swatch.width() >= 28 and swatch.height() >= 28
        assert swatch.toolTip() and swatch.toolTip() == swatch.accessibleName()
        names.add(swatch.toolTip())
    assert len(names) == 1 + len(COLORS)


def test_a_button_keeps_the_focus_when_something_else_of_the_highlight_changes(desktop: Desktop) -> None:
    desktop.press("E", desktop.window.view.pane)
    area = desktop.window.panel.card.findChild(QWidget, "cardTags")
    take_off = area.findChildren(QAbstractButton)[0]
    assert take_off.isVisible()
    take_off.setFocus()
    desktop.window.session.perform(lambda db: highlights_together.set_colors(db, [1], "blue"))
    desktop.wait(lambda: desktop.control("swatch-blue").isChecked())  # type: ignore[attr-defined]
    assert take_off.hasFocus()
