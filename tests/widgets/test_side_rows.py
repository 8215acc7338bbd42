"""The rows of the tag tree: one ground from the left edge on, with what folds them on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop import Desktop
from reader import theme
from reader.models.tag_items import COUNT, HUE, OWN
from reader.services import tagging
from reader.widgets.side_rows import SideRows
from reader.widgets.tag_tree import TagTreeView


@pytest.fixture(params=theme.NAMES)
def shown(request: pytest.FixtureRequest) -> theme.Theme:
    return theme.load(request.param)


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path, shown: theme.Theme) -> Iterator[TagTreeView]:
    """A tag with one below it that has a third below it; the upper two are selected."""
    desktop = Desktop(qtbot, tmp_path / "library.reader", tmp_path / "settings.ini")
    desktop.settings.theme = shown.name
    desktop.program.session.perform(partial(tagging.add, path="經濟/農業/稻米"))
    made = desktop.window.sidebar.tags
    desktop.wait(lambda: made.model().rowCount() == 1)
    first = made.model().index(0, 0)
    for index in (first, made.model().index(0, 0, first)):
        made.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    yield made
    desktop.quit()


def test_a_selected_row_is_one_piece_round_at_its_corners(view: TagTreeView, shown: theme.Theme) -> None:
    seen, index = view.viewport().grab().toImage(), view.model().index(0, 0)
    while index in view.selectedIndexes():
        row = view.visualRect(index)
        colors = {seen.pixelColor(x, row.top() + 6).name().upper() for x in range(8, row.left() + 20)}
        assert colors == {shown.selection.upper()}
        assert seen.pixelColor(0, row.top()).name().upper() == shown.panel.upper()
        index = view.indexBelow(index)


def picture(rows: SideRows, width: int, own: int, total: int) -> QImage:
    """A row of so many px, of a tag with these numbers."""
    model, image = QStandardItemModel(1, 1), QImage(width, 30, QImage.Format.Format_RGB32)
    index = model.index(0, 0)
    for role, value in ((Qt.ItemDataRole.DisplayRole, "基礎設施"), (HUE, "red"), (OWN, own), (COUNT, total)):
        model.setData(index, value, role)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    image.fill(rows.theme.panel)
    painter = QPainter(image)
    rows.paint(painter, option, index)
    painter.end()
    return image


def test_the_number_with_those_below_never_looks_like_one_of_its_own(qtbot: QtBot) -> None:
    rows, seen = SideRows(theme.load("light")), list[bool]()
    for width in range(80, 300, 5):
        for own in (0, 8):
            bare, both = picture(rows, width, 0, 0), picture(rows, width, own, 79)
            seen.append(both != bare)
            assert both == bare or both != picture(rows, width, 79, 79), (width, own)
    assert seen[-1] and not seen[0]


def test_what_folds_a_selected_row_is_seen_on_it(view: TagTreeView) -> None:
    def fold() -> QImage:
        row = view.visualRect(view.model().index(0, 0))
        return view.viewport().grab().toImage().copy(0, row.top(), row.left(), row.height())

    unfolded = fold()
    view.collapse(view.model().index(0, 0))
    assert fold() != unfolded
