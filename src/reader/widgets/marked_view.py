"""The table of highlights itself: its columns, its keys, and that all stays where it was when it is read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from reader.models.grouped_rows import Key
from reader.models.marked_table import COLUMNS, QUOTE, Index, MarkedTable
from reader.settings import Settings
from reader.widgets.commands import DIGITS
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.marked_cells import MarkedCells, heading_height, row_height
from reader.widgets.marked_header import MarkedHeader
from reader.widgets.menu_place import menu_place
from reader.widgets.rows_view import ranges

ASIDE = 110  # px that Left and Right scroll
KEPT = 20_000  # chosen rows that stay chosen over another reading, unless all are
FOLDING = 26  # px at the left of a heading, where a click folds
Move = QAbstractItemView.CursorAction
Keys, Flag = Qt.Key, QItemSelectionModel.SelectionFlag


@dataclass(slots=True)
class _Seen:
    """What was chosen, None for all; the current row and the first on the screen, by key; px of that above the edge."""

    chosen: list[Key] | None
    current: Key | None
    row: int
    first: Key | None
    above: int
    grouped: bool = False


class MarkedView(QTableView):
    """Says what is wished for; letters are commands, and look for no row."""

    opened = Signal(int)  # the row of a highlight that is to be read
    menu_wanted = Signal(QPoint)  # on the screen
    pressed_key = Signal(str)  # one of those that mean something: "T", "N", "Del", "Ctrl+C", a digit

    def __init__(self, model: MarkedTable, cells: MarkedCells, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("markedTable")
        self._table = model
        self._restoring = False
        self._before = _Seen([], None, 0, None, 0)
        self.setItemDelegate(cells)
        self._look_like_rows()
        model.modelAboutToBeReset.connect(self._remember)  # before the view itself hears of it
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        self.header = MarkedHeader(model, settings, self)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().setSelectionModel(QItemSelectionModel(model, self.verticalHeader()))
        for keys in ("T", "N", "Del", "Ctrl+C", *DIGITS):
            act = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetShortcut)
            act.activated.connect(lambda keys=keys: self.pressed_key.emit(keys))
        KeyFocus(self)

    def _look_like_rows(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # so that none is measured
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The quote follows."""
        super().resizeEvent(event)
        self.header.fit()

    # ---- rows

    def chosen(self) -> list[int]:
        """The rows that are chosen, from top to bottom."""
        ranges = self.selectionModel().selection().toList()  # not its indexes, of which there may be a million
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def choose(self, rows: Iterable[int]) -> None:
        """Let these rows, in ascending order, be the chosen ones; the current one stays."""
        found, last = QItemSelection(), len(COLUMNS) - 1
        for first, end in ranges(rows):
            found.append(QItemSelectionRange(self._table.index(first, 0), self._table.index(end, last)))
        self.selectionModel().select(found, Flag.ClearAndSelect)

    def _remember(self) -> None:
        rows, table = self.chosen(), self._table.rows
        chosen = None if len(rows) == len(table) and rows else [table.key_of(row) for row in rows[:KEPT]]
        current, first = self.currentIndex().row(), self.rowAt(0)
        keys = [table.key_of(row) if 0 <= row < len(table) else None for row in (current, first)]
        above = -self.rowViewportPosition(first) if first > 0 else 0
        self._before = _Seen(chosen, keys[0], current, keys[1], above, bool(table.groups))

    def _on_reset(self) -> None:
        """What is still listed is chosen as it was, and stands where it stood."""
        before, table = self._before, self._table.rows
        self._fit_headings()
        self._restoring = True
        try:
            every = range(len(table)) if before.chosen is None else self._rows_again(before.chosen)
            current = next(iter(self._rows_again([before.current] if before.current else [])), None)
            if current is None and before.row >= 0 and len(table):  # it is gone: the one in its place
                current = min(before.row, len(table) - 1)
            if current is not None:
                self.selectionModel().setCurrentIndex(self._table.index(current, QUOTE), Flag.NoUpdate)
            self.choose(every or ([current] if current is not None else []))
            self._scroll_back(next(iter(table.rows_of([before.first] if before.first else [])), 0), before.above)
        finally:
            self._restoring = False

    def show_row(self, row: int) -> None:
        """Let a row be the chosen one, in view, without opening it."""
        self._restoring = True
        index = self._table.index(row, QUOTE)
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self.choose([row])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._restoring = False

    def _rows_again(self, keys: list[Key]) -> list[int]:
        """Where they are now; put together by something else, the first row of each highlight."""
        table = self._table.rows
        found = table.rows_of(keys)
        if keys and not found and bool(table.groups) != self._before.grouped:
            found = table.first_rows(highlight for _, highlight in keys if highlight)
        return found

    def _scroll_back(self, row: int, above: int) -> None:
        self.executeDelayedItemsLayout()  # after a reset the bar still goes as far as the rows before did
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) + above if row >= 0 else 0)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        self.verticalScrollBar().setSingleStep(row_height(self.font()) // 2)

    def _fit_headings(self) -> None:
        height, rows = heading_height(self.font()), self.verticalHeader()
        rows.setUpdatesEnabled(False)  # else Qt works out where each stands, by all rows above it
        rows.blockSignals(True)
        for row in self._table.rows.headings:
            rows.resizeSection(row, height)
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

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not to the first and last column."""
        ends = {Move.MoveHome: 0, Move.MoveEnd: len(self._table.rows) - 1}
        if action in ends:
            return self._table.index(ends[action], QUOTE)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: it would read a hundred thousand rows for a letter."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, where there is a row."""
        index, place = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(place)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self._fit_headings()
        super().changeEvent(event)
