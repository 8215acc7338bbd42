"""A small window for the note of an error that is reported of articles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.widgets.fitting import resize_within


class ErrorDialog(QDialog):
    """`note` is that of the report which is there already, None if there is none."""

    told = Signal(str)  # the note
    removed = Signal()  # the mark is to go

    def __init__(self, note: str | None, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("errorDialog")
        self.setWindowTitle(self.tr("Report an error"))
        words = self.tr("What is wrong with %Ln article(s)? The note may be empty.", "", count)
        label = QLabel(words, self)
        label.setWordWrap(True)
        self._note = QPlainTextEdit(note or "", self)
        self._note.setObjectName("errorNote")
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        report = QPushButton(self.tr("&Report") if note is None else self.tr("&Change note"), self)
        report.setObjectName("reportError")
        report.setDefault(True)
        report.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        buttons.addButton(report, QDialogButtonBox.ButtonRole.AcceptRole)
        if note is not None:
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
        for widget in (label, self._note, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(440, 220))
        self._note.setFocus()

    def accept(self) -> None:
        """Tell the note."""
        self.told.emit(self._note.toPlainText().strip())
        super().accept()

    def _remove(self) -> None:
        self.removed.emit()
        super().reject()
