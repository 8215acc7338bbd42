"""A small window for the note of an error that is reported of articles."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.widgets.fitting import resize_within
from reader.widgets.key_words import native
from reader.widgets.problem import Problem


class ErrorDialog(QDialog):
    """`notes` are those of the reports that are there already, None among them if an article has none.

    Where they differ none is shown, and an empty note means that each stays. `store` is given the note; it answers
    with what is wrong, or nothing.
    """

    removed = Signal()  # the mark is to go

    def __init__(self, notes: Collection[str | None], count: int, store: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.setObjectName("errorDialog")
        self.setWindowTitle(self.tr("Report an error"))
        words = self.tr("What is wrong with %Ln article(s)? The note may be empty.", "", count)
        if len(notes) > 1:
            words += "\n" + self.tr("Notes that are there already stay unless another one is typed.")
        label = QLabel(words, self)
        label.setWordWrap(True)
        self._note = QPlainTextEdit((next(iter(notes), None) or "") if len(notes) == 1 else "", self)
        self._note.setObjectName("errorNote")
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.selectAll()
        self._problem = Problem("errorProblem", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        report = QPushButton(self.tr("&Report") if None in notes else self.tr("&Change note"), self)
        report.setObjectName("reportError")
        report.setDefault(True)
        report.setToolTip(native("Ctrl+Return"))
        buttons.addButton(report, QDialogButtonBox.ButtonRole.AcceptRole)
        if any(note is not None for note in notes):
            away = QPushButton(self.tr("&Take the mark away"), self)
            away.setObjectName("unreportError")
            away.setAutoDefault(False)
            away.clicked.connect(self._remove)
            buttons.addButton(away, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (label, self._note, self._problem, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(440, 220))
        self._note.setFocus()

    def accept(self) -> None:
        """Close once the errors are reported; say why they cannot be."""
        problem = self._store(self._note.toPlainText().strip())
        self._problem.show_problem(problem)
        if not problem:
            super().accept()

    def _remove(self) -> None:
        self.removed.emit()
        super().reject()
