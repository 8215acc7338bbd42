"""The note of one highlight, or a note for many: in place of theirs, or below them."""

from __future__ import annotations

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


class NoteDialog(QDialog):
    """Ctrl+Enter keeps what was written."""

    def __init__(self, count: int, note: str, parent: QWidget) -> None:
        """`note` is there already: of the one highlight, or of all of them."""
        super().__init__(parent)
        self.setObjectName("noteDialog")
        self.setWindowTitle(self.tr("Note of %Ln highlight(s)", "", count))
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
        hint = QLabel(self.tr("Ctrl+Enter keeps it, Esc leaves."), self)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (self.field, self._below, self._instead, hint, buttons):
            column.addWidget(widget)
        self._below.setVisible(many)
        self._instead.setVisible(many)
        resize_within(self, QSize(460, 300))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def note(self) -> str:
        """What was written."""
        return self.field.note

    @property
    def below(self) -> bool:
        """Whether it goes below the notes that are there."""
        return self._below.isChecked()
