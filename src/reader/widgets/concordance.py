"""The window of keyword in context: the hits of a search under one another, to be sorted, chosen and taken along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.errors import ReaderError
from reader.domain.query import ArticleQuery
from reader.models.concordance import HIT, LEFT, PUBLISHED, RIGHT, SOURCE, TITLE, Concordance
from reader.services.concordance import MOST, Line
from reader.session import Session
from reader.theme import Theme
from reader.widgets.concordance_cells import ConcordanceCells, row_height, width_of_hit
from reader.widgets.fitting import resize_within
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.key_words import native
from reader.widgets.menu_place import row_place
from reader.widgets.rows_view import selected_rows
from reader.widgets.step_words import error_words, shortened

WIDTHS = {TITLE: 190, SOURCE: 100, PUBLISHED: 96}  # px
HIT_WIDTHS = (44, 260)  # px at least and at most
MEASURED = 200  # lines whose hits are measured
KEPT = 1_000  # chosen lines that stay chosen in another order
Keys = Qt.Key
Index = QModelIndex | QPersistentModelIndex


class ConcordanceWindow(QDialog):
    """Leaves the main window free, and stays as the search was when it was opened."""

    line_wanted = Signal(object)  # the Line that is to be read in its article
    highlight_wanted = Signal(list)  # Lines
    tags_wanted = Signal(list, QRect)  # Lines, and the rectangle of the screen beside which tags are to be chosen
    saving_wanted = Signal(list)  # Lines

    def __init__(
        self, session: Session, query: ArticleQuery, searched: str, theme: Theme, parent: QWidget, missing: int = 0
    ) -> None:
        """`missing` articles are not in the search index, so that they are not found."""
        super().__init__(parent)
        self.setObjectName("concordance")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._searched, self._missing = searched, missing
        # Over a change of their order: the numbers of the lines that are chosen, None for all, and of the current one.
        self._chosen: tuple[set[int] | None, int] = (set(), -1)
        self.model = Concordance(session, query, self)
        self.count = QLabel(self)
        self.count.setObjectName("concordanceCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self._cells = ConcordanceCells(theme)
        self.table = _Table(self.model, self._cells, self)
        self.said = QLabel(self)
        self.said.setObjectName("concordanceSaid")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (self.count, self.table, self.said, self._buttons()):
            column.addWidget(widget)
        self._connect()
        resize_within(self, QSize(1240, 640))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._cells.theme = theme
        self.table.viewport().update()

    def say(self, words: str) -> None:
        """Say what was done with the lines."""
        self.said.setText(words)

    def retranslate(self) -> None:
        """Put its words into the window's language, but for what was done."""
        self.setWindowTitle(self.tr("Keyword in context"))
        self.table.setAccessibleName(self.tr("Hits"))
        heads = [
            *(self.tr("Left"), self.tr("Hit"), self.tr("Right")),
            *(self.tr("Article"), self.tr("Source"), self.tr("Date")),
        ]
        hint = self.tr("Sort by this column ({keys})")
        self.model.say_heads(heads, [hint.format(keys=native(f"Alt+{column + 1}")) for column in range(len(heads))])
        said = (
            (self.tr("&Open article"), self.tr("Enter")),
            (self.tr("&Highlight"), "H"),
            (self.tr("&Tag..."), "T"),
            (self.tr("&Copy"), native("Ctrl+C")),
            (self.tr("&Save as CSV..."), self.tr("Write all lines to a table for spreadsheets")),
        )
        for button, (words, about) in zip((*self._of_lines, self._save_all), said, strict=True):
            button.setText(words)
            button.setToolTip(about)
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen in the other window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ---- building

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self._of_lines = [
            self._button("openLine", self._open),
            self._button("highlightLines", self._highlight),
            self._button("tagLines", self._tag),
            self._button("copyLines", self._copy),
        ]
        self._save_all = self._button("saveLines", self._save)
        for button in (*self._of_lines, self._save_all):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _button(self, name: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)  # Return opens an article
        button.setEnabled(False)
        button.clicked.connect(do)
        return button

    def _connect(self) -> None:
        model, table = self.model, self.table
        model.grown.connect(self._say_count)
        model.failed.connect(self._on_failed)
        model.sorting.connect(self._keep_chosen)
        model.modelReset.connect(self._choose_again)
        model.rowsInserted.connect(self._on_rows)
        table.selectionModel().selectionChanged.connect(self._enable)
        table.opened.connect(self._open)
        table.copy_wanted.connect(self._copy)
        for key, do in (("H", self._highlight), ("T", self._tag)):
            QShortcut(QKeySequence(key), table, do, context=Qt.ShortcutContext.WidgetShortcut)
        for column in range(model.columnCount()):
            QShortcut(QKeySequence(f"Alt+{column + 1}"), self, lambda column=column: table.sort_by(column))
        self.finished.connect(model.stop)

    # ---- what is said

    def _say_count(self) -> None:
        model = self.model
        hits = self.tr("%Ln hit(s)", "", model.rowCount())
        articles = self.tr("%Ln article(s)", "", model.articles)
        words = self.tr("“{searched}”: {hits} in {articles}").format(
            searched=shortened(self._searched), hits=hits, articles=articles
        )
        if model.busy:
            words += " …"
        if model.whole and model.full:
            more = self.tr("No more than {most} are listed, those of the newest articles.")
            words = f"{words}\n{more.format(most=f'{MOST:,}')}"
        if self._missing:
            words += "\n" + self.tr("%Ln article(s) were not in the search index yet.", "", self._missing)
        self.count.setText(words)
        self._enable()

    def _on_failed(self, error: ReaderError) -> None:
        self.say(error_words(error))

    def _enable(self) -> None:
        chosen = self.table.selectionModel().hasSelection()
        for button in self._of_lines:
            button.setEnabled(chosen)
        self._save_all.setEnabled(self.model.whole and self.model.rowCount() > 0)

    # ---- rows

    def _on_rows(self) -> None:
        """The first lines tell how wide hits are; the first one is chosen."""
        if self.table.currentIndex().isValid():
            return
        hits = {line.hit for line in self.model.lines(range(min(MEASURED, self.model.rowCount())))}
        widest = max(width_of_hit(self.table.font(), hit) for hit in hits)
        self.table.setColumnWidth(HIT, max(HIT_WIDTHS[0], min(HIT_WIDTHS[1], widest)))
        flags = QItemSelectionModel.SelectionFlag
        # Not table.selectRow: that chooses nothing as long as somebody holds the keys that opened this.
        self.table.selectionModel().setCurrentIndex(self.model.index(0, LEFT), flags.ClearAndSelect | flags.Rows)

    def _keep_chosen(self) -> None:
        """What is chosen stays so in another order; the first line is chosen by itself, and again is the first then."""
        rows = self.table.chosen()
        if rows in ([], [0]):
            self._chosen = set(), -1
            return
        kept: set[int] | None = {self.model.number(row) for row in rows} if len(rows) <= KEPT else set()
        if len(rows) == self.model.rowCount():
            kept = None
        current = self.table.currentIndex()
        self._chosen = kept, self.model.number(current.row()) if current.isValid() else -1

    def _choose_again(self) -> None:
        numbers, current = self._chosen
        at = next(iter(self.model.rows({current})), 0)
        index = self.model.index(at, LEFT)
        chosen, last = QItemSelection(), self.model.columnCount() - 1
        ranges = (
            [(0, self.model.rowCount() - 1)] if numbers is None else [(row, row) for row in self.model.rows(numbers)]
        )
        for first, end in ranges or [(at, at)]:
            chosen.select(self.model.index(first, 0), self.model.index(end, last))
        selection = self.table.selectionModel()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._enable()

    # ---- what is done

    def _lines(self) -> list[Line]:
        return self.model.lines(self.table.chosen())

    def _open(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self.line_wanted.emit(self.model.line(current.row()))

    def _highlight(self) -> None:
        if lines := self._lines():
            self.highlight_wanted.emit(lines)

    def _tag(self) -> None:
        if lines := self._lines():
            hit = self.table.currentIndex().siblingAtColumn(HIT)
            self.tags_wanted.emit(lines, row_place(self.table, hit))

    def _copy(self) -> None:
        """Copy the chosen lines, their cells parted by tabs."""
        if lines := self._lines():
            rows = ([cell.replace("\t", " ") for cell in line.cells[: PUBLISHED + 1]] for line in lines)
            QGuiApplication.clipboard().setText("\n".join(map("\t".join, rows)))

    def _save(self) -> None:
        self.saving_wanted.emit(self.model.lines())


class _Table(QTableView):
    """Rows are chosen as a whole; letters are commands, and look for no row."""

    opened = Signal()
    copy_wanted = Signal()

    def __init__(self, model: Concordance, cells: ConcordanceCells, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("concordanceTable")
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # so that none is measured
        rows.setDefaultSectionSize(row_height(self.font()))
        for each in (rows, header):  # they would look at every row that is chosen, to tell whether all are
            each.setSelectionModel(QItemSelectionModel(model, each))
        for column in (LEFT, RIGHT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSortIndicator(PUBLISHED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.opened)
        KeyFocus(self)

    def chosen(self) -> list[int]:
        """The rows that are chosen, from top to bottom."""
        return selected_rows(self)

    def sort_by(self, column: int) -> None:
        """Sort by a column; the other way round where that is done already."""
        header, order = self.horizontalHeader(), Qt.SortOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == order.AscendingOrder
        self.sortByColumn(column, order.DescendingOrder if again else order.AscendingOrder)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring is round all of the row."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Nothing: it would read a hundred thousand rows for a letter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Copy copies lines."""
        if event.key() in (Keys.Key_Return, Keys.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)
