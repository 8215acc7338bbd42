"""The text editor with a bar above it that says what it is, how much was changed, and how to end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.theme import Theme
from reader.widgets.correction_find import CorrectionFind
from reader.widgets.flow import Flow
from reader.widgets.key_words import word
from reader.widgets.text_editor import TextEditor


class CorrectionPanel(QWidget):
    """Stands in the place of the text while that is corrected."""

    store_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("correctionPanel")
        self.editor = TextEditor(theme)
        bar = QFrame(self)
        bar.setObjectName("correctionBar")
        self._title = QLabel(bar)
        self._title.setObjectName("correctionTitle")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._count = QLabel(bar)
        self._count.setObjectName("correctionCount")
        self._store, self._leave = QPushButton(bar), QPushButton(bar)
        self._store.setObjectName("storeCorrection")
        self._leave.setObjectName("leaveCorrection")
        self.search = CorrectionFind(self.editor, self)
        self._lay_out(bar)
        self._store.clicked.connect(self.store_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self.editor.store_wanted.connect(self.store_wanted)
        self.editor.leave_wanted.connect(self.leave_wanted)
        self.editor.edited.connect(self._say)
        self.retranslate()

    def _lay_out(self, bar: QFrame) -> None:
        line = QHBoxLayout(bar)
        line.setContentsMargins(14, 6, 12, 6)
        said = Flow()
        said.addWidget(self._title)
        said.addWidget(self._count)
        middle = QVBoxLayout()  # of the height of the buttons
        middle.addStretch(1)
        middle.addLayout(said)
        middle.addStretch(1)
        line.addLayout(middle, 1)
        line.addWidget(self._store)
        line.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.search)
        column.addWidget(self.editor, 1)

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops: what ends it comes after the text."""
        return [self.search.field, self.editor, self._store, self._leave]

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._title.setText(self.tr("Correcting the text"))
        self.editor.setAccessibleName(self.tr("Text that is corrected"))
        self.search.field.setPlaceholderText(self.tr("Find in the text"))
        self.search.field.setAccessibleName(self.tr("Find in the text"))
        for button, words, keys in (
            (self._store, self.tr("Save"), "Ctrl+Return"),
            (self._leave, self.tr("Cancel"), "Esc"),
        ):
            word(button, words, keys)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.editor.set_theme(theme)

    def set_storing(self, storing: bool) -> None:
        """Let nothing be typed while it is being stored."""
        if storing != self.editor.isReadOnly():
            self.editor.setReadOnly(storing)
            self._leave.setEnabled(not storing)
            self._say()

    def _say(self) -> None:
        steps, storing = self.editor.correction.steps, self.editor.isReadOnly()
        changed = self.tr("%Ln change(s)", "", steps) if steps else self.tr("Nothing changed yet")
        self._count.setText(self.tr("Saving...") if storing else changed)
        self._store.setEnabled(steps > 0 and not storing)
