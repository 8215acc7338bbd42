"""The table of highlights itself: its columns, its keys, and that all stays where it was when it is read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from reader.models.grouped_rows import Key
from reader.models.marked_table import QUOTE, Index, MarkedTable
from reader.settings import Settings
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.group_heading import GroupHeading
from reader.widgets.marked_cells import FOLDING, MarkedCells, heading_height, row_height
from reader.widgets.marked_header import MarkedHeader
from reader.widgets.rows_view import WholeRows

ASIDE = 110  # px that Left and Right scroll
Keys, Flag, Hint = Qt.Key, QItemSelectionModel.SelectionFlag, QAbstractItemView.ScrollHint


@dataclass(slots=True)
class _Seen:
    """What was chosen; the current row and the first on the screen, by key; px of that above the edge."""

    chosen: list[Key] | frozenset[int]  # the keys of rows; or the ids of all highlights that there were
    current: Key | None
    row: int
    seen: bool  # whether that was in view
    beside: list[Key]  # what may take its place, the best first
    first: Key | None
    above: int


class MarkedView(WholeRows):
    """Says what is wished for; letters are commands, and look for no row."""

    opened = Signal(int)  # the row of a highlight that is to be read

    def __init__(self, model: MarkedTable, cells: MarkedCells, settings: Settings) -> None:
        super().__init__("markedTable")
        self._table = model
        self.heading = GroupHeading(self, model, cells)
        self._restoring = False
        self._following = False  # what takes the place of the current row is opened, as something was done to that
        self._before = _Seen([], None, 0, False, [], None, 0)
        self._way = model.way
        self._gone: set[int] = set()  # highlights that were chosen until they left, if nothing was chosen since
        self._asked = model.query.question  # when they did
        self.setItemDelegate(cells)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit()
        model.modelAboutToBeReset.connect(self._remember)  # before the view itself hears of it
        self.setModel(model)
        self.heading.fold_wanted.connect(self._fold_heading)
        self.heading.chosen.connect(lambda row: self.setCurrentIndex(model.index(row, QUOTE)))
        model.dataChanged.connect(self.heading.update)
        model.modelReset.connect(self._on_reset)
        model.counted.connect(self._on_counted)
        self.header = MarkedHeader(model, settings, self)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().setSelectionModel(QItemSelectionModel(model, self.verticalHeader()))
        KeyFocus(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The quote follows."""
        super().resizeEvent(event)
        self.header.fit()
        self.heading.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What lies over the rows stays."""
        super().scrollContentsBy(dx, dy)
        self.heading.place()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = Hint.EnsureVisible) -> None:
        """A row that comes into view at the upper edge stands below the heading of its group."""
        super().scrollTo(index, hint)
        hidden = self._height_above(index.row()) - self.rowViewportPosition(index.row()) if index.isValid() else 0
        if hidden > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - hidden)

    def _height_above(self, row: int) -> int:
        """What the heading of its group takes above a row at the upper edge, px."""
        heading = self._table.rows.heading_row(row)
        return 0 if heading in (None, row) else self.rowHeight(heading)

    # ---- rows

    def _remember(self) -> None:
        rows, table = self.selected_rows(), self._table.rows
        every = len(rows) == len(table) and rows
        chosen = frozenset(table.ids) if every else table.keys_of(rows)
        upper = self.heading.lower_edge
        current, first = self.currentIndex().row(), self.rowAt(upper)
        keys = [table.keys_of([row])[0] if 0 <= row < len(table) else None for row in (current, first)]
        above = upper - self.rowViewportPosition(first) if first > 0 else 0
        middle = self.rowViewportPosition(current) + self.rowHeight(current) // 2
        seen = upper <= middle < self.viewport().height()
        beside = [] if every else self._beside(current, rows)
        self._before = _Seen(chosen, keys[0], current, seen, beside, keys[1], above)

    def _on_reset(self) -> None:
        """What is still listed is chosen as it was, and stands where it stood."""
        before, table = self._before, self._table.rows
        self._fit()
        self._restoring = True
        try:
            chosen = self._rows_again(before.chosen)
            back = self._come_back(chosen)
            current, gone = self._row_again(before.current), False
            if current is None and before.row >= 0 and len(table):
                current, gone = self._instead(before), True
            if back:
                chosen, current = back, back[0]
            if current is not None:
                self.selectionModel().setCurrentIndex(self._table.index(current, QUOTE), Flag.NoUpdate)
            chosen = chosen or ([current] if current is not None else [])
            # A folded group is all that is in it: where nobody chose it, the next Del is not to take that away.
            self.select_rows([row for row in chosen if not gone or table.heads(row) is None])
            self._scroll_back(before)
        finally:
            self._restoring = False
        self.heading.place()
        if current is not None and ((gone and self._following) or (back and self.hasFocus())):
            self.opened.emit(current)

    def _on_counted(self) -> None:
        """What was done to the rows is seen by now; also where none left, and they are not reset."""
        if not self._table.asked:
            self._following = False

    def follow(self) -> None:
        """Open what takes the place of the current row, if that leaves by what is done to the rows now."""
        self._following = True

    def forget_following(self) -> None:
        """Nothing was done to the rows: where one leaves later, somebody else did that."""
        self._following = False

    def _beside(self, current: int, rows: list[int]) -> list[Key]:
        """What is not chosen below and above the current row; first what is in its group, but its heading."""
        if current < 0:
            return []
        table, chosen = self._table.rows, set(rows)
        nearest = (
            next((row for row in some if row not in chosen), None)
            for some in (range(current + 1, len(table)), range(current - 1, -1, -1))
        )
        group = table.group(current)
        keys = [key for row in nearest if row is not None for key in table.keys_of([row])]
        return sorted(keys, key=lambda key: not key[1] or (group is not None and key[0] != group.key))

    def _instead(self, before: _Seen) -> int:
        """The row that takes the place of the current one, which is gone."""
        again = (self._row_again(key) for key in before.beside)
        return next((row for row in again if row is not None), min(before.row, len(self._table.rows) - 1))

    def _scroll_back(self, before: _Seen) -> None:
        """The first row stands where it stood, and is seen below the heading of its group, which it may have now.

        In another order, or put together by something else, it may have other rows beside it: a current row that was in
        view is in view again.
        """
        way, self._way = self._way, self._table.way
        row = self.currentIndex().row()
        if way != self._way and before.seen and row >= 0:
            self.scroll_so(row, (self.rowHeight(row) - self.viewport().height()) // 2)
            return
        first = self._row_again(before.first) or 0
        folded = before.first is not None and before.first[1] and self._table.rows.heads(first) is not None
        self.scroll_so(first, 0 if folded else before.above - self._height_above(first))

    def show_row(self, row: int) -> None:
        """Let a row be the chosen one, in view, without opening it."""
        self._restoring = True
        index = self._table.index(row, QUOTE)
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self.select_rows([row])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._restoring = False

    def _come_back(self, chosen: list[int]) -> list[int]:
        """The rows of what was chosen until it left, if it is listed again, as after Undo."""
        asked = self._table.query.question
        if self._asked != asked:  # what is not asked for any more has not gone
            self._gone, self._asked = set(), asked
            return []
        if not chosen:
            self._gone.update(_highlights_of(self._before.chosen))
        back = self._gone.intersection(self._table.rows.ids) if self._gone else set()
        self._gone -= back
        return self._table.rows.first_rows(back) if back else []

    def forget_gone(self) -> None:
        """Choose nothing again that left: the same ids are others from here on."""
        self._gone.clear()

    def chosen_count(self) -> int:
        """How many highlights are chosen, each once."""
        if not self._table.rows.groups:
            return self.selected_count()
        return len(self._table.rows.ids_of(self.selected_rows()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Where somebody chooses something else, that is what is chosen."""
        super().selectionChanged(selected, deselected)
        self.heading.update()
        if not self._restoring:
            self._gone.clear()

    def _rows_again(self, keys: list[Key] | frozenset[int]) -> list[int]:
        rows = self._table.rows
        return rows.rows_with(keys) if isinstance(keys, frozenset) else rows.rows_again(keys)

    def _row_again(self, key: Key | None) -> int | None:
        return next(iter(self._table.rows.rows_again([] if key is None else [key])), None)

    def _fit(self) -> None:
        """Make all rows alike high, but for the headings."""
        high, low, rows = row_height(self.font()), heading_height(self.font()), self.verticalHeader()
        self.verticalScrollBar().setSingleStep(high // 2)
        rows.setUpdatesEnabled(False)  # else Qt works out where each stands, by all rows above it
        rows.blockSignals(True)
        for each in (low, high):  # Qt gives it to rows that have another one only where it is not the same as before
            rows.setDefaultSectionSize(each)
        for row in self._table.rows.headings:
            rows.resizeSection(row, low)
        rows.blockSignals(False)
        rows.setUpdatesEnabled(True)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A highlight that somebody goes to is opened."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._restoring and current.row() != previous.row():
            self.opened.emit(current.row())

    # ---- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign of a heading folds its group."""
        row = self.rowAt(round(event.position().y()))
        if row >= 0 and event.position().x() < FOLDING and self._fold_heading(row):
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click on the rest of it."""
        row = self.rowAt(round(event.position().y()))
        if row < 0 or not self._fold_heading(row):
            super().mouseDoubleClickEvent(event)

    def _fold_heading(self, row: int) -> bool:
        heading = self._table.heading(row)
        if heading is not None:
            self._table.fold(row, not heading.folded)
        return heading is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, or folds a group, as Left and Right do."""
        row, key = self.currentIndex().row(), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Keys.Key_Return, Keys.Key_Enter, Keys.Key_Space) and row >= 0 and plain:
            if not self._fold_heading(row):
                self.opened.emit(row)
        elif key in (Keys.Key_Left, Keys.Key_Right) and plain and row >= 0:
            self._go_aside(row, out=key == Keys.Key_Left)
        else:
            super().keyPressEvent(event)

    def _go_aside(self, row: int, *, out: bool) -> None:
        """Left goes to the heading of a group, and folds it there; Right unfolds it. Without groups they scroll."""
        heading = self._table.rows.heading_row(row)
        if heading is None:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (-1 if out else 1) * ASIDE)
        elif row != heading and out:
            self.setCurrentIndex(self._table.index(heading, QUOTE))
        elif row == heading:
            self._table.fold(row, out)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)


def _highlights_of(keys: list[Key] | frozenset[int]) -> Iterable[int]:
    return keys if isinstance(keys, frozenset) else (highlight for _, highlight in keys)
