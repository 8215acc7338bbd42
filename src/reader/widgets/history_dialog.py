"""Everything that changed the library, newest first; any of it can be taken back from here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.change import Step
from reader.languages import moment
from reader.session import Session
from reader.storage import journal
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import words

SHOWN = 1000  # steps


class HistoryDialog(QDialog):
    """Shows the steps, and says up to which one they are to be taken back."""

    undo_to_wanted = Signal(int)  # the step that is to be the newest one; 0: none
    redo_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History"))
        self._session = session
        self._steps: list[Step] = []
        intro = QLabel(self.tr("Everything that changed the library, newest first."), self)
        self.table = _table(self)
        self.table.setAccessibleName(self.tr("History"))
        self.table.setHorizontalHeaderLabels([self.tr("Time"), self.tr("What"), self.tr("Analyst")])
        self._soon = QTimer(self)  # many steps taken back at once: the list is read once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._undo = QPushButton(self.tr("&Undo down to here"), self)
        self._undo.setObjectName("undoToHere")
        self._undo.setToolTip(self.tr("Takes back the chosen step and all that came after it."))
        self._redo = QPushButton(self.tr("&Redo"), self)
        self._redo.setObjectName("redoStep")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self._undo, self._redo):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (intro, self.table, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(680, 520))
        self._undo.clicked.connect(self._undo_to_here)
        self._redo.clicked.connect(self.redo_wanted)
        self.table.itemSelectionChanged.connect(self._enable)
        session.changed.connect(self._refresh_soon)
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh_soon(self) -> None:
        self._soon.start()

    def refresh(self) -> None:
        """Read the steps again; the chosen one stays chosen."""
        row = max(0, self.table.currentRow())
        chosen = self._steps[row].id if row < len(self._steps) else None
        self._steps = self._session.read(lambda db: journal.history(db, SHOWN), [])
        self.table.setRowCount(len(self._steps))
        for number, step in enumerate(self._steps):
            self._fill(number, step)
        if self._steps:
            ids = [step.id for step in self._steps]
            self.table.selectRow(ids.index(chosen) if chosen in ids else min(row, len(ids) - 1))
        self._enable()

    def _fill(self, row: int, step: Step) -> None:
        said = words(step)
        if step.undone:
            said = self.tr("{step} (undone)").format(step=said)
        for column, text in enumerate((moment(step.at), said, step.analyst)):
            item = QTableWidgetItem(text)
            font = item.font()
            font.setStrikeOut(step.undone and column == 1)
            item.setFont(font)
            if step.undone:
                item.setForeground(self.palette().placeholderText())
            self.table.setItem(row, column, item)

    def _undo_to_here(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._steps):
            self.undo_to_wanted.emit(self._steps[row].id - 1)

    def _enable(self) -> None:
        row = self.table.currentRow()
        chosen = self._steps[row] if 0 <= row < len(self._steps) else None
        self._undo.setEnabled(chosen is not None and not chosen.undone)
        self._redo.setEnabled(any(step.undone for step in self._steps))


def _table(parent: QWidget) -> QTableWidget:
    """An empty table for the steps, of which one row is chosen at a time."""
    made = QTableWidget(0, 3, parent)
    made.setObjectName("historyTable")
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    made.horizontalHeader().setHighlightSections(False)
    made.setColumnWidth(0, 150)
    made.setColumnWidth(2, 120)
    return made
