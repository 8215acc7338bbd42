"""The note of one highlight, or a note for many: in place of theirs, or below them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.widgets.fitting import resize_within
from reader.widgets.note_field import NoteField
from reader.widgets.problem import Problem

# Is given the note, the one that it was begun from, and whether it goes below those that are there; answers with what
# is wrong, or nothing.
Store = Callable[[str, str, bool], str]


class NoteDialog(QDialog):
    """Ctrl+Enter and Escape keep what was written, Cancel does not. It stays open where that cannot be stored."""

    def __init__(self, count: int, note: str, store: Store, parent: QWidget) -> None:
        """`note` is there already: of the one highlight, or of all of them."""
        super().__init__(parent)
        self._begun, self._store = note, store
        self.setObjectName("noteDialog")
        self.setWindowTitle(self.tr("Note on %Ln highlight(s)", "", count))
        self.field = NoteField(self)
        self.field.show_note(note)
        self.field.setObjectName("noteOfMany")
        self.field.setAccessibleName(self.tr("Note"))
        self.field.selectAll()
        self._below = QRadioButton(self.tr("&Below the notes that are there"), self)
        self._below.setObjectName("noteBelow")
        self._instead = QRadioButton(self.tr("&In their place"), self)
        self._instead.setObjectName("noteInstead")
        many = count > 1
        (self._below if many and not note else self._instead).setChecked(True)
        self._problem = Problem("noteOfManyProblem", self)
        hint = QLabel(self.tr("Ctrl+Enter and Esc keep it."), self)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self._drop)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (self.field, self._below, self._instead, self._problem, hint, buttons):
            column.addWidget(widget)
        self._below.setVisible(many)
        self._instead.setVisible(many)
        resize_within(self, QSize(460, 300))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> str:
        """Store what was typed, if anything was; why that cannot be done, else empty."""
        return self._try_to_store() if self.field.note != self._begun else ""

    def accept(self) -> None:
        """Close once the note is stored; say why it cannot be."""
        if not self._try_to_store():
            super().accept()

    def reject(self) -> None:
        """Escape keeps what was typed, as everywhere in notes."""
        if not self.keep():
            super().reject()

    def _drop(self) -> None:
        super().reject()

    def _try_to_store(self) -> str:
        note = self.field.note
        problem = self._store(note, self._begun, self._below.isChecked())
        if not problem:
            self._begun = note
        self._problem.show_problem(problem)
        return problem
