"""The keyboard reaches every control of the window, from left to right, and it shows where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import making
from desktop import Desktop
from reader import theme
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.settings import Settings
from reader.widgets.looks import Looks
from reader.widgets.swatches import Swatches

ALIKE = 12  # px by which what stands in one line may stand higher
PANES = ("scopes", "articleList", "readingPane", "highlightList")


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    started = Desktop(qtbot, tmp_path / "library.reader", tmp_path / "settings.ini")
    making.add(started.program.session.db, making.TEXT)
    started.window.session.tell(EVERYTHING)
    started.window.open_last()
    started.drag_over("會議")
    started.press("H", started.window.view.pane)
    yield started
    started.quit()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def accented(widget: QWidget) -> int:
    """How many pixels of a widget have the colour of the focus."""
    image: QImage = widget.grab().toImage()
    accent = QColor(widget.palette().accent().color()).rgb()
    return sum(image.pixel(x, y) == accent for x in range(image.width()) for y in range(0, image.height(), 3))


def test_f6_walks_from_pane_to_pane_and_back(desktop: Desktop) -> None:
    desktop.window.view.pane.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(focus(), Qt.Key.Key_F6)
        seen.append(focus().objectName())
    assert seen == ["highlightList", "scopes", "articleList", "readingPane"]
    QTest.keyClick(focus(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focus().objectName() == "articleList"
    desktop.press("F9")
    desktop.press("F6", desktop.window.panel.view)
    assert focus().objectName() == "articleList"


def test_f6_comes_to_the_button_of_an_empty_list(desktop: Desktop) -> None:
    desktop.press("Ctrl+Backspace", desktop.window.listing.view)
    desktop.window.sidebar.scopes.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_F6)
    assert focus().objectName() == "importButton"


def test_f6_goes_past_the_text_where_no_article_is_open(desktop: Desktop) -> None:
    desktop.press("Ctrl+Backspace", desktop.window.listing.view)
    assert desktop.window.view.article is None
    desktop.control("importButton").setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_F6)
    assert focus().objectName() == "highlightList"


@pytest.mark.parametrize("name", PANES)
def test_a_pane_with_the_focus_has_a_ring(desktop: Desktop, name: str) -> None:
    pane = desktop.control(name)

    def ringed() -> bool:
        desktop.window.panel.filter.setFocus()
        before = accented(pane)
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.qWait(50)
        return accented(pane) > before + 100

    desktop.wait(ringed)  # again, where something else took the focus meanwhile


def control(kind: str) -> QWidget:
    made: dict[str, Callable[[], QWidget]] = {
        "tool": QToolButton,
        "push": lambda: QPushButton("words", autoDefault=False),
        "flat": lambda: QPushButton("words", flat=True, autoDefault=False),
        "default": lambda: QPushButton("words", default=True),
        "line": QLineEdit,
        "lines": QPlainTextEdit,
        "combo": QComboBox,
        "check": lambda: QCheckBox("words"),
        "checked": lambda: QCheckBox("words", checked=True),
        "radio": lambda: QRadioButton("words"),
        "colours": Swatches,
        "table": lambda: QTableWidget(2, 2),
        "tree": QTreeWidget,
    }
    return made[kind]()


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize(
    "kind",
    [
        "tool",
        "push",
        "flat",
        "default",
        "line",
        "lines",
        "combo",
        "check",
        "checked",
        "radio",
        "colours",
        "table",
        "tree",
    ],
)
def test_every_kind_of_control_shows_the_focus(qtbot: QtBot, tmp_path: Path, kind: str, name: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.theme = name
    looks = Looks(settings)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    other, tested = QPushButton("other"), control(kind)
    column.addWidget(tested)
    column.addWidget(other)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    other.setFocus()
    QTest.qWait(10)
    before = tested.grab().toImage()
    target = tested if tested.focusPolicy() & Qt.FocusPolicy.TabFocus else tested.findChildren(QAbstractButton)[0]
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(10)
    after = tested.grab().toImage()
    ring = {QColor(looks.theme.accent).rgb(), QColor(looks.theme.text).rgb()}
    spots = [(x, y) for x in range(after.width()) for y in range(after.height())]
    assert sum(after.pixel(*at) in ring and before.pixel(*at) != after.pixel(*at) for at in spots) >= 12


def test_the_mouse_needs_no_ring_until_a_key_is_used(desktop: Desktop) -> None:
    view = desktop.window.listing.view
    desktop.window.panel.filter.setFocus()
    before = accented(view)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())
    assert view.hasFocus() and accented(view) == before
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert accented(view) > before + 100


def test_the_ring_round_the_text_goes_with_the_next_key(desktop: Desktop) -> None:
    pane = desktop.window.view.pane
    desktop.window.panel.filter.setFocus()
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    assert desktop.control("focusRing").isVisible()
    desktop.press("End")
    with pytest.raises(AssertionError):
        desktop.control("focusRing")


def test_tab_reaches_every_control_from_left_to_right(desktop: Desktop) -> None:
    window = desktop.window
    window.notice.hide()  # whose buttons stand over the text and come last
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    wanted -= set(window.panel.card.swatches.buttons[1:])  # arrows go on from the first
    window.search.setFocus()
    seen = [focus()]
    for _ in range(60):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if focus() is seen[0]:
            break
        seen.append(focus())
    assert {widget.objectName() for widget in wanted - set(seen)} == set()
    assert len(seen) == len(set(seen))
    assert seen.pop(0) is window.search
    lefts = [widget.mapTo(window, widget.rect().topLeft()).x() for widget in seen]
    bounds = [pane.mapTo(window, pane.rect().topRight()).x() for pane in (window.sidebar, window.listing, window.view)]
    columns = [sum(left > bound for bound in bounds) for left in lefts]
    assert columns == sorted(columns)


DIALOGS = (
    *(Act.SETTINGS, Act.SHORTCUTS, Act.ABOUT, Act.HISTORY, Act.EXPORT, Act.DETAILS, Act.NEW_TAG, Act.READ_AGAIN),
    *(Act.REPORT_ERROR, Act.IMPORT_WEB, Act.HIGHLIGHT_ALL, Act.SAVE_SEARCH, Act.NEW_COLLECTION),
)


@pytest.mark.parametrize("act", DIALOGS)
def test_tab_goes_down_through_a_dialog(desktop: Desktop, act: Act) -> None:
    desktop.type("民生", "searchBox")
    desktop.wait(lambda: not desktop.window.listing.model.searching)
    desktop.window.commands[act].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desktop.wait(dialog.isActiveWindow)
    seen = list[QWidget]()
    while focus() not in seen:
        seen.append(focus())
        desktop.press("Tab")
    tops = [widget.mapTo(dialog, QPoint()).y() for widget in seen]
    first = next(place for place, top in enumerate(tops) if top < min(tops) + ALIKE)
    tops = tops[first:] + tops[:first]
    assert all(below > above - ALIKE for above, below in pairwise(tops))
    dialog.close()


def test_the_colours_are_one_stop_of_tab_from_where_arrows_walk(desktop: Desktop) -> None:
    card = desktop.window.panel.card
    card.swatches.buttons[0].setFocus()
    for key, name in ((Qt.Key.Key_Right, "yellow"), (Qt.Key.Key_Down, "teal"), (Qt.Key.Key_Left, "blue")):
        QTest.keyClick(focus(), key)
        assert focus().objectName() == f"swatch-{name}"
    assert desktop.stored()[0].color == ""
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert desktop.stored()[0].color == "blue"
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is card.note
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert focus().objectName() == "swatch-blue"
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert focus() is desktop.window.panel.view


def test_the_buttons_of_a_notice_are_reached_and_the_notice_waits(desktop: Desktop) -> None:
    notice = desktop.window.notice
    desktop.press("Ctrl+Backspace", desktop.window.listing.view)
    button = desktop.control("noticeButton")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    notice._timer.timeout.emit()
    assert notice.words
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert notice.words.startswith("Undone") and focus() is desktop.window.view.pane
