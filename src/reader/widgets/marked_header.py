"""The header of the table of highlights: which columns are shown, how wide, in which order, and what sorts the rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from reader.domain.highlight_query import HighlightSort
from reader.models.marked_table import COLUMNS, QUOTE, SORTS, MarkedTable
from reader.settings import Settings

# At first, and where there is little room; px.
WIDTHS = {
    "context": (260, 110),
    "tags": (110, 80),
    "note": (90, 46),
    "title": (120, 66),
    "source": (74, 52),
    "published": (92, 86),
}
WIDTH = 110, 74  # of the others
LEAST_QUOTE, LEAST, MOST = 148, 44, 2_000  # px
SHOWN = ("quote", "tags", "note", "title", "source", "published")  # at first


class MarkedHeader(QHeaderView):
    """Remembers all of it in the settings; the quote has the room that the other columns leave.

    Where that would be too little, those give way that have the width that they had at first.
    """

    menu_wanted = Signal(QPoint)  # of the columns; on the screen
    sort_wanted = Signal(str, bool)  # the HighlightSort, and whether it goes downwards

    def __init__(self, model: MarkedTable, settings: Settings, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._settings, self._table = settings, table
        self._sort: tuple[HighlightSort, bool] = "published", True
        self._table_model = model
        self._widths: list[int] = [_width(name) for name in COLUMNS]  # as far as there is room
        self._fitting = False
        self.setModel(model)
        self.setSelectionModel(QItemSelectionModel(model, self))  # Qt would look whether every row is chosen
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(LEAST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.mapToGlobal(at)))
        self.sectionClicked.connect(self.sort_by)
        self._restore()
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self._keep())

    def shown(self) -> list[int]:
        """The columns that are shown, from left to right."""
        return [column for column in self._order() if not self.isSectionHidden(column)]

    def show_columns(self, columns: Iterable[int]) -> None:
        """Show these columns, in this order; the others are put away, but for the quote."""
        wanted = [*columns]
        wanted += [] if QUOTE in wanted else [QUOTE]
        for at, column in enumerate([*wanted, *(each for each in range(len(COLUMNS)) if each not in wanted)]):
            self.moveSection(self.visualIndex(column), at)
            self.setSectionHidden(column, column not in wanted)
        self.fit()
        self._keep()

    def show_sort(self, sort: HighlightSort, descending: bool) -> None:
        """Mark the column by which the rows are sorted."""
        self._sort = sort, descending
        column = next((at for at, each in SORTS.items() if each == sort), -1)
        self._table_model.marked = column, "▾" if descending else "▴"
        self.viewport().update()

    def sort_by(self, column: int) -> None:
        """Wish for the rows to be sorted by a column, or the other way round if they are."""
        sort, descending = self._sort
        if column in SORTS:
            # Times first the latest, words from the first on; a second click turns that round.
            again = SORTS[column] == sort
            self.sort_wanted.emit(SORTS[column], not descending if again else column > COLUMNS.index("source"))

    def fit(self) -> None:
        """Give the quote what is left."""
        widths = {column: self._widths[column] for column in self.shown() if column != QUOTE}
        room = self._table.viewport().width()
        missing = max(0, LEAST_QUOTE + sum(widths.values()) - room)
        spare = {at: each - _least(COLUMNS[at]) for at, each in widths.items() if each == _width(COLUMNS[at])}
        given = min(1.0, missing / max(1, sum(spare.values())))
        widths |= {column: widths[column] - ceil(given * each) for column, each in spare.items()}
        widths[QUOTE] = max(LEAST_QUOTE, room - sum(widths.values()))
        self._fitting = True
        for column, width in widths.items():
            self.resizeSection(column, width)
        self._fitting = False

    def _order(self) -> list[int]:
        return [self.logicalIndex(at) for at in range(len(COLUMNS))]

    def _kept(self) -> list[tuple[str, int, bool]]:
        try:
            stored = json.loads(self._settings.marked_columns or "[]")
            found = [(str(name), int(width), bool(shown)) for name, width, shown in stored]
        except (ValueError, TypeError):  # somebody wrote something else into the file
            return []
        return [each for each in {each[0]: each for each in found}.values() if each[0] in COLUMNS]

    def _restore(self) -> None:
        kept = self._kept()
        known = [name for name, _, _ in kept]
        kept += [(name, _width(name), not known and name in SHOWN) for name in COLUMNS if name not in known]
        for place, (name, width, shown) in enumerate(kept):
            column = COLUMNS.index(name)
            self.moveSection(self.visualIndex(column), place)
            self._widths[column] = max(LEAST, min(width, MOST))
            self.setSectionHidden(column, not shown and column != QUOTE)

    def _keep(self) -> None:
        stored = [(COLUMNS[each], self._widths[each], not self.isSectionHidden(each)) for each in self._order()]
        self._settings.marked_columns = json.dumps(stored)

    def _on_resized(self, column: int, before: int, width: int) -> None:
        if column != QUOTE and before and width and not self._fitting:  # 0: it is put away
            self._widths[column] = width
            self.fit()
            self._keep()


def _width(name: str) -> int:
    return WIDTHS.get(name, WIDTH)[0]


def _least(name: str) -> int:
    return WIDTHS.get(name, WIDTH)[1]
