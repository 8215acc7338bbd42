"""What became of each file of an import, with the reason for each that failed or was skipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.models.import_rows import KINDS, ImportRows, Kind
from reader.services.importing.outcome import Outcome
from reader.widgets.fitting import resize_within
from reader.widgets.import_words import ImportWords
from reader.widgets.tab_order import order_tabs

MEASURED = 300  # rows
LINES = 2  # of a title; reasons are shown as a whole
PADDING = 4  # px round the words of a cell
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportReport(QDialog):
    """Failures first, then what is doubtful, then the rest. It leaves the window free to look at the articles."""

    article_wanted = Signal(int)
    again_wanted = Signal(list, tuple)  # the Paths of failed files, and the outcomes of all others
    columns_wanted = Signal(Path, tuple, tuple)  # of a table: its Path, the outcomes of others, its articles
    saving_wanted = Signal(list)  # the outcomes that are shown

    def __init__(self, outcomes: Sequence[Outcome], left: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = ImportWords(self)
        self._rows = ImportRows(outcomes, self._words.heads(), self._words.row, self)
        self._came = self._words.summary(outcomes, left)
        self._summary = QLabel(self._came, self)
        self._summary.setObjectName("importSummary")
        self._summary.setWordWrap(True)
        self.table = _table(self._rows, self)
        self.table.setAccessibleName(self.tr("Files"))
        self._settle = QTimer(self, singleShot=True, interval=0)  # until all columns have their widths
        self._settle.timeout.connect(self._fit_rows)
        self.table.horizontalHeader().sectionResized.connect(self._settle.start)
        self._rows.modelReset.connect(self._settle.start)
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda index: self._open(index.row()))
        self._open_it = self._button("openArticle", self.tr("&Open article"), self._open_current)
        self._again = self._button("tryAgain", self.tr("&Try again"), self._try_again)
        self._again.setToolTip(self.tr("Import the files that failed once more"))
        self._failed = self._rows.failed()
        self._again.setEnabled(bool(self._failed))
        self._choose = self._button("chooseColumns", self.tr("Choose col&umns..."), self._choose_again)
        self._choose.setToolTip(self.tr("Choose anew what the columns of this table hold, and import it so instead"))
        self._choose.setVisible(any(self._rows.table_at(row) for row in range(self._rows.rowCount())))
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._rows.modelReset.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(self._summary)
        column.addLayout(self._chips())
        column.addWidget(self.table)
        column.addWidget(self._buttons())
        order_tabs([*self.findChildren(QToolButton), self.table, self._open_it])
        resize_within(self, QSize(860, 500))
        self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_trashed(self, trashed: Mapping[int, bool]) -> None:
        """Say which of the articles are in the trash by now; those that are missing are gone."""
        self._rows.set_trashed(trashed)
        away = {each.article for each in self._rows.all if each.status == "added" and self._rows.place(each) == "trash"}
        self._summary.setText(self._words.since(self._came, len(away)))
        self._enable()
        self._settle.start()

    @property
    def articles(self) -> list[int]:
        """Those that are in its rows."""
        return [each.article for each in self._rows.all if each.article is not None]

    # ---- building

    def _chips(self) -> QHBoxLayout:
        """A button for each kind of outcome that there is; the arrow keys go from one to the next."""
        line = QHBoxLayout()
        line.setSpacing(2)
        group = QButtonGroup(self)
        kinds: list[Kind | None] = [None, *(kind for kind in KINDS if self._rows.count(kind))]
        for kind in kinds if len(kinds) > 2 else []:
            said = self.tr("All") if kind is None else self._words.result(kind)
            chip = QToolButton(self)
            chip.setObjectName(f"chip-{kind or 'all'}")
            chip.setText(self.tr("{kind} {count}").format(kind=said, count=f"{self._rows.count(kind):,}"))
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.toggled.connect(partial(self._on_chip, chip, kind))
            group.addButton(chip)
            line.addWidget(chip)
        if group.buttons():
            group.buttons()[0].setChecked(True)
        line.addStretch(1)
        return line

    def _on_chip(self, chip: QToolButton, kind: Kind | None, on: bool) -> None:
        # Tab stops at the one that is checked, as in every group.
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if on:
            self._rows.show(kind)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Return opens an article
        copy = self._button("copyReport", self.tr("&Copy"), self._copy)
        copy.setToolTip(self.tr("Copy the rows as text"))
        save = self._button("saveReport", self.tr("&Save as CSV..."), self._save)
        save.setToolTip(self.tr("Write the rows to a table for spreadsheets"))
        for button in (self._open_it, self._again, self._choose, copy, save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _fit_rows(self) -> None:
        """Show whole reasons, which are in the first rows; measuring thousands would take long."""
        for row in range(min(self._rows.rowCount(), MEASURED)):
            self.table.resizeRowToContents(row)

    # ---- what is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return opens the article of a row."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in ENTER:
                self._open_current()
                return True
        return super().eventFilter(watched, event)

    def _enable(self) -> None:
        row = self.table.currentIndex().row()
        self._open_it.setEnabled(row >= 0 and self._can_open(row))
        self._choose.setEnabled(row >= 0 and self._rows.table_at(row) is not None)

    def _open_current(self) -> None:
        if (row := self.table.currentIndex().row()) >= 0:
            self._open(row)

    def _can_open(self, row: int) -> bool:
        outcome = self._rows.at(row)
        return outcome.article is not None and self._rows.place(outcome) != "gone"

    def _open(self, row: int) -> None:
        if self._can_open(row):
            self.article_wanted.emit(self._rows.at(row).article)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._rows.text())

    def _save(self) -> None:
        self.saving_wanted.emit(list(self._rows.shown))

    def _try_again(self) -> None:
        self._again.setEnabled(False)
        self.again_wanted.emit(self._failed, self._rows.without(self._failed))

    def _choose_again(self) -> None:
        row = self.table.currentIndex().row()
        path = self._rows.table_at(row) if row >= 0 else None
        if path is not None:
            self.columns_wanted.emit(path, self._rows.without([path]), self._rows.added_of(path))


class _Cells(QStyledItemDelegate):
    """Titles take a few lines at the most; the style puts "…" at the end of the last one. The hint has all of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words, but for a title that is too long."""
        wanted = super().sizeHint(option, index)
        rows = index.model()
        if not isinstance(rows, ImportRows) or rows.at(index.row()).problem is not None:
            return wanted
        layout = QTextLayout(str(index.data()), option.font)
        layout.beginLayout()
        height = 2 * PADDING
        for line in (layout.createLine() for _ in range(LINES)):
            if line.isValid():
                line.setLineWidth(max(1, option.rect.width() - 4 * PADDING))
                height += ceil(line.height())
        layout.endLayout()
        return QSize(wanted.width(), min(wanted.height(), height))


def _table(rows: ImportRows, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setObjectName("importTable")
    table.setModel(rows)
    table.setItemDelegate(_Cells(table))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(rows.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate((220, 130, 110)):
        table.setColumnWidth(column, width)
    table.setColumnHidden(1, not any(each.part for each in rows.all))
    return table
