"""The numbers of what was found stand beside the words, or below them where the list is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader import theme
from reader.widgets.place_bar import PlaceBar


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> PlaceBar:
    qapp.setStyleSheet(theme.style_sheet(theme.load("light")))
    made = PlaceBar()
    qtbot.addWidget(made)
    made.show_counts({"articles": 2099, "highlights": 12, "notes": 0})
    made.show()
    return made


def inside(button: QToolButton) -> int:
    """What the words of a button take, px."""
    return max(button.fontMetrics().horizontalAdvance(line) for line in button.text().split("\n"))


@pytest.mark.parametrize(("width", "said"), [(300, "Articles 2,099"), (185, "Articles\n2,099")])
def test_no_word_is_cut_however_narrow_the_list_is(bar: PlaceBar, width: int, said: str) -> None:
    for each in (300, width):
        bar.resize(each, bar.sizeHint().height())
    buttons = list(bar.buttons.values())
    assert buttons[0].text() == said and all(inside(button) <= button.width() for button in buttons)
    assert [button.accessibleName() for button in buttons] == ["Articles 2,099", "Highlights 12", "Notes 0"]
