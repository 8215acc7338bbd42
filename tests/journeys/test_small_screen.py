"""On a screen of 900 x 600, its title bars included, every window is there as a whole."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.query import ArticleQuery
from reader.models.marked_table import TAGS
from reader.models.tag_items import COUNT
from reader.services import lists, tagging, versions
from reader.storage import articles
from reader.widgets import fitting
from reader.widgets.desk import LEAST
from reader.widgets.sidebar import SCOPES

SCREEN = QSize(900, 560)  # what a title bar leaves
OPENING = (
    *(Act.SETTINGS, Act.SHORTCUTS, Act.ABOUT, Act.HISTORY, Act.EXPORT, Act.DETAILS, Act.NEW_TAG),
    *(Act.READ_AGAIN, Act.REPORT_ERROR, Act.IMPORT_WEB),
)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_dialog_fits(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr(fitting, "room_for", lambda window: SCREEN)
    desktop = start()
    desktop.words.use(language)
    making.add(desktop.program.session.db, "很長的標題" * 400 + "\n內容。")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    for act in OPENING:
        desktop.window.commands[act].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        for button in dialog.findChildren(QPushButton, "licences"):
            button.click()
            further = QApplication.activeModalWidget()
            assert isinstance(further, QDialog) and further is not dialog
            assert further.size().boundedTo(SCREEN) == further.size()
            further.reject()
        needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        assert dialog.size().boundedTo(SCREEN) == dialog.size(), act
        assert needed.boundedTo(SCREEN) == needed, act
        dialog.reject()


def test_the_window_fits(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "room_for", lambda window: SCREEN)
    window = start().window
    assert window.size() == window.minimumSize() == SCREEN


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_what_the_sidebar_names_is_read_as_a_whole(start: Callable[[], Desktop], language: str) -> None:
    desktop = start()
    desktop.words.use(language)
    db = desktop.program.session.db
    for number in range(12):
        making.add(db, f"第{number}個標題\n內容{number}。")
    desktop.program.session.perform(lambda db: versions.report_error(db, articles.ids(db, ArticleQuery()), ""))
    scopes = desktop.window.sidebar.scopes
    assert scopes.item(SCOPES.index("reported")).data(COUNT) == 12
    painted = []
    for width in (LEAST[0], 2 * LEAST[0]):
        scopes.setFixedWidth(width)
        painted.append(scopes.viewport().grab().toImage())
    for row in range(scopes.count()):
        item = scopes.item(row)
        words = scopes.visualItemRect(item)
        words.setLeft(40)
        words.setWidth(scopes.fontMetrics().horizontalAdvance(item.text()))
        assert painted[0].copy(words) == painted[1].copy(words), item.text()


def test_short_names_on_the_fourth_level_of_tags_are_read_as_a_whole(start: Callable[[], Desktop]) -> None:
    desktop = start()
    db = desktop.program.session.db
    article = making.add(db, "標題\n內容")
    for path in ("一/二/三/ab1", "一/二/三/ab2"):
        tagging.highlight_with(db, article, 3, 5, [path], note="", color="", analyst="")
    desktop.program.session.tell(EVERYTHING)
    tree = desktop.window.sidebar.tags
    tree.setFixedWidth(LEAST[0] - 14)  # as beside a scroll bar
    row = tree.model().index(0, 0)
    desktop.wait(lambda: bool(row.data(COUNT)))
    while tree.model().rowCount(row):
        row = tree.model().index(0, 0, row)
    seen = tree.viewport().grab().toImage()
    one, other = (seen.copy(tree.visualRect(each)) for each in (row, row.siblingAtRow(1)))
    assert one != other  # which differ in their last sign


def test_no_chip_of_a_tag_is_cut_to_nothing(start: Callable[[], Desktop]) -> None:
    desktop = start()
    db = desktop.program.session.db
    article = making.add(db, "標題\n內容")
    for place, second in ((3, "town"), (4, "townships")):  # in letters that every font has
        paths = ["harbours", second, "farm"]
        tagging.highlight_with(db, article, place, place + 1, paths, note="", color="", analyst="")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    desktop.press("Ctrl+2")
    table = desktop.window.workspaces.pane
    desktop.wait(lambda: table.model.count == 2 and not table.model.asked)
    table.view.clearSelection()
    table.view.header.resizeSection(TAGS, 80)
    seen = table.view.viewport().grab().toImage()

    def colours(row: int) -> int:
        """How many points of the second line of chips are coloured."""
        cell = table.view.visualRect(table.model.index(row, TAGS))
        cell.setTop(cell.center().y() + 2)
        places = itertools.product(range(cell.left(), cell.right()), range(cell.top(), cell.bottom()))
        return sum(seen.pixelColor(*place).hslSaturation() > 100 for place in places)

    assert colours(0) > 0 and colours(1) == 0  # which is counted behind "+"


def test_the_parts_of_the_sidebar_keep_off_each_other(
    start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "room_for", lambda window: SCREEN)
    desktop = start()
    for number in range(6):
        desktop.program.session.perform(lambda db, number=number: lists.save_search(db, f"s{number}", "x")[1])
        desktop.program.session.perform(lambda db, number=number: lists.make_collection(db, f"c{number}")[1])
    sidebar = desktop.window.sidebar
    parts = (sidebar.scopes, sidebar.tagged, sidebar.saved, sidebar.collected)
    desktop.wait(lambda: sidebar.collected.view.isVisible())
    desktop.wait(lambda: sidebar.collected.geometry().bottom() < sidebar.height())
    pairs = list(itertools.pairwise(parts))
    desktop.wait(lambda: all(above.geometry().bottom() < below.geometry().top() for above, below in pairs))
    for part in (sidebar.saved, sidebar.collected):
        assert part.view.geometry().bottom() < part.height()


def test_settings_that_are_cut_scroll_and_those_that_are_not_do_not(
    start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = start()
    for height, scrolls in ((1200, False), (560, True)):
        monkeypatch.setattr(fitting, "room_for", lambda window, height=height: QSize(900, height))
        desktop.window.commands[Act.SETTINGS].trigger()
        area = desktop.control("settingsDialog").findChild(QScrollArea)
        assert area is not None and (area.verticalScrollBar().maximum() > 0) == scrolls
        desktop.press("Esc", area.window())
