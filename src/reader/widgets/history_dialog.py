"""Everything that changed the library, newest first; any of it can be taken back from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from sqlite_utils import Database

from reader.domain.change import Step, Steps
from reader.domain.folding import fold
from reader.jobs import Job, Stopped
from reader.languages import moment
from reader.models.background import Background
from reader.session import Session
from reader.storage import journal
from reader.widgets.fitting import resize_within
from reader.widgets.nothing_there import NothingThere
from reader.widgets.step_words import shortened, words
from reader.widgets.tips import escaped

PAGE = 300  # steps read at once; more when somebody scrolls to the last of them
TYPING_MS = 200
CACHE_KB = 4_000  # of the library in memory


class HistoryDialog(QDialog):
    """Shows the steps, and says up to which one they are to be taken back.

    `article` and `highlight` are those at hand, whose steps alone can be shown.
    """

    undo_to_wanted = Signal(int, int)  # the step that is to be the newest one, 0: none; how many are taken back
    redo_wanted = Signal()
    _found = Signal(object, object)  # the Job, and what lists the steps that it found

    def __init__(
        self, session: Session, parent: QWidget, article: int | None = None, highlight: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History"))
        self._session = session
        self._steps: list[Step] = []
        self._back = 0  # how many steps the button says that it takes back
        self._more = True  # there may be steps before the last one that is listed
        self._background = Background(session, CACHE_KB, self)
        self.of, self.by, self.filter = QComboBox(self), QComboBox(self), QLineEdit(self)
        self._offer(article, highlight)
        self.table = _table(self)
        self._nothing = NothingThere("noSteps", self.table)
        self.table.setAccessibleName(self.tr("History"))
        self.table.setHorizontalHeaderLabels([self.tr("Time"), self.tr("What"), self.tr("Analyst")])
        self._soon = QTimer(self, singleShot=True)  # many steps taken back at once: the list is read once
        self._typed = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._undo = QPushButton(self)
        self._undo.setObjectName("undoToHere")
        self._undo.setToolTip(self.tr("Takes back the chosen step and all that came after it."))
        self._redo = QPushButton(self.tr("&Redo"), self)
        self._redo.setObjectName("redoStep")
        self._lay_out()
        self._connect()
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, article: int | None, highlight: int | None) -> None:
        """Offer whose steps can be shown."""
        self.of.setObjectName("historyOf")
        self.of.setAccessibleName(self.tr("Steps of"))
        self.of.addItem(self.tr("The whole library"), Steps())
        if article is not None:
            self.of.addItem(self.tr("This article"), Steps(article=article))
            if highlight is not None:
                self.of.addItem(self.tr("This highlight"), Steps(article=article, highlight=highlight))
        self.by.setObjectName("historyBy")
        self.by.setAccessibleName(self.tr("Analyst"))
        self.by.addItem(self.tr("Everybody"), None)
        for name in self._session.read(journal.signers, []):
            self.by.addItem(shortened(name), name)
        self.filter.setObjectName("historyFilter")
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self._undo, self._redo):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        for field in (self.of, self.by):
            line.addWidget(field)
        line.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(QLabel(self.tr("Everything that changed the library, newest first."), self))
        column.addLayout(line)
        for widget in (self.table, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(720, 560))

    def _connect(self) -> None:
        self._undo.clicked.connect(self._undo_to_here)
        self._redo.clicked.connect(self.redo_wanted)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.verticalScrollBar().valueChanged.connect(self._read_on)
        for field in (self.of, self.by):
            field.currentIndexChanged.connect(self.refresh)
        self.filter.textChanged.connect(lambda: self._typed.start())
        for timer in (self._soon, self._typed):
            timer.timeout.connect(self.refresh)
        self._found.connect(self._on_found)
        self.finished.connect(self._background.stop)
        self._session.changed.connect(self._on_changed)  # a method, which goes with the dialog

    def _on_changed(self) -> None:
        self._soon.start()

    def refresh(self) -> None:
        """Read the steps again; the chosen one stays chosen."""
        self._ask(max(PAGE, len(self._steps)), None)

    def _read_on(self, value: int) -> None:
        if self._more and value >= self.table.verticalScrollBar().maximum() - 1:
            self._ask(PAGE, self._steps[-1].id)

    def _ask(self, count: int, before: int | None) -> None:
        """List so many steps that came before this one, None: the latest. What is typed is looked for meanwhile."""
        self._background.cancel()
        self._more = False  # until it is known
        which = replace(self.of.currentData(), analyst=self.by.currentData())
        ask = partial(journal.history, limit=count, which=which, before=before)
        show = partial(self._list, count, before)
        if is_shown := self._filter():
            self._background.start(partial(self._look, ask, is_shown, show), self._session.failed.emit)
        else:
            show(self._session.read(ask, []))

    def _look(
        self,
        ask: Callable[..., list[Step]],
        is_shown: Callable[[Step], bool],
        show: Callable[[list[Step]], None],
        db: Database,
        job: Job,
    ) -> None:
        def shown(step: Step) -> bool:
            if job.cancelled:
                raise Stopped
            return is_shown(step)

        self._found.emit(job, partial(show, ask(db, shown=shown)))

    def _on_found(self, job: Job, show: Callable[[], None]) -> None:
        if not job.cancelled:  # by now
            show()

    def _list(self, count: int, before: int | None, found: list[Step]) -> None:
        """List the steps found, after the others or in their place."""
        row = max(0, self.table.currentRow())
        chosen = self._steps[row].id if row < len(self._steps) else None
        first = len(self._steps) if before is not None else 0
        self._steps[first:] = found
        self._more = len(found) == count
        with QSignalBlocker(self.table.verticalScrollBar()):
            self.table.setRowCount(len(self._steps))
            for number, step in enumerate(found, start=first):
                self._fill(number, step)
        if before is None and self._steps:
            ids = [step.id for step in self._steps]
            self.table.selectRow(ids.index(chosen) if chosen in ids else min(row, len(ids) - 1))
        self._nothing.say("" if self._steps else self._why_none())
        self._enable()

    def _why_none(self) -> str:
        if self.filter.text().strip() or self.of.currentIndex() or self.by.currentIndex():
            return self.tr("No step matches.")
        return self.tr("Nothing was done yet. What changes the library stands here, and can be taken back.")

    def _filter(self) -> Callable[[Step], bool] | None:
        """Whether all that is typed is in what is said of a step, or in the whole of its detail; None for nothing."""
        typed = [fold(word) for word in self.filter.text().split()]
        said: dict[tuple[str, int, bool], str] = {}

        def is_shown(step: Step) -> bool:
            alike = step.kind, step.count, step.undone
            if alike not in said:
                said[alike] = fold(self._said(replace(step, detail="")))
            held = f"{said[alike]}\n{fold(step.detail)}"
            return all(word in held for word in typed)

        return is_shown if typed else None

    def _said(self, step: Step) -> str:
        return self.tr("{step} (undone)").format(step=words(step)) if step.undone else words(step)

    def _fill(self, row: int, step: Step) -> None:
        for column, text in enumerate((moment(step.at), self._said(step), step.analyst)):
            item = QTableWidgetItem(text)
            font = item.font()
            font.setStrikeOut(step.undone and column == 1)
            item.setFont(font)
            item.setToolTip(escaped(step.detail) if column == 1 and step.detail not in text else "")
            if step.undone:
                item.setForeground(self.palette().placeholderText())
            self.table.setItem(row, column, item)

    def _chosen(self) -> Step | None:
        row = self.table.currentRow()
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def _undo_to_here(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.undo_to_wanted.emit(chosen.id - 1, self._back)
            self._soon.start()  # where others have done something since, it is to be seen

    def _enable(self) -> None:
        """Say how many steps would be taken back: those of the whole library that came later, too."""
        chosen = self._chosen()
        possible = chosen is not None and not chosen.undone
        back = self._session.read(lambda db: journal.count_after(db, chosen.id - 1), 1) if possible and chosen else 1
        self._back = back
        listed = sum(not step.undone for step in self._steps[: self.table.currentRow() + 1])
        if not possible:
            said = self.tr("&Undo")
        elif back > listed:  # others are taken back too, which is to be no surprise
            said = self.tr("&Undo down to here (%Ln step(s) of the whole library)", "", back)
        else:
            said = self.tr("&Undo down to here (%Ln step(s))", "", back)
        self._undo.setText(said)
        self._undo.setEnabled(possible)
        self._redo.setEnabled(self._session.next_redo() is not None)


def _table(parent: QWidget) -> QTableWidget:
    """An empty table for the steps, of which one row is chosen at a time."""
    made = QTableWidget(0, 3, parent)
    made.setObjectName("historyTable")
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    made.horizontalHeader().setHighlightSections(False)
    made.setColumnWidth(0, 150)
    made.setColumnWidth(2, 120)
    return made
