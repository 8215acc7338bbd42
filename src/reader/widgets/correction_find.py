"""Looking for words in a text while it is corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from reader.domain.folding import fold_with_offsets
from reader.models.page import places
from reader.widgets.text_editor import TextEditor

WIDTH = 420  # px


class CorrectionFind(QFrame):
    """Is there once it is asked for by Ctrl+F. Enter and F3 select the next place, with Shift the one before."""

    def __init__(self, editor: TextEditor, panel: QWidget) -> None:
        super().__init__(panel)
        self.setObjectName("correctionFind")
        self._editor = editor
        self.field, self._count = QLineEdit(self), QLabel(self)
        self.field.setObjectName("findInCorrection")
        self.field.setMaximumWidth(WIDTH)
        self._count.setObjectName("correctionHits")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.addWidget(self.field, 1)
        line.addWidget(self._count)
        line.addStretch()
        self.field.installEventFilter(self)
        for keys, act in (
            ("Ctrl+F", self.open),
            ("F3", lambda: self.step(1)),
            ("Shift+F3", lambda: self.step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), panel, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.field.textChanged.connect(lambda: self._count.clear())
        self.hide()

    def open(self) -> None:
        """Ask for words; those that are selected, if they are on one line, are proposed."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_field(self) -> None:
        """Go back to the text."""
        self.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (-1) place, round the ends; simplified and traditional are the same."""
        if self.isHidden() or not self.field.text():
            self.open()
            return
        text = self._editor.correction.text
        hits = places(text, *fold_with_offsets(text), self.field.text())
        if hits:
            starts, (first, last) = [hit.start for hit in hits], self._editor.selected()
            at = bisect_left(starts, first) - 1 if by < 0 else bisect_right(starts, first - (first == last))
            at %= len(hits)
            self._editor.select(hits[at].start, hits[at].end)
            self._bring_up()
            self._count.setText(self.tr("{number} of {total}").format(number=f"{at + 1:,}", total=f"{len(hits):,}"))
        else:
            self._count.setText(self.tr("Not found"))

    def _bring_up(self) -> None:
        """Scroll what is selected out of the lower third, where a notice may be over it."""
        line, height, bar = (
            self._editor.cursorRect(),
            self._editor.viewport().height(),
            self._editor.verticalScrollBar(),
        )
        if line.bottom() > height * 2 // 3:
            bar.setValue(bar.value() + line.top() - height // 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_field()
                return True
        return super().eventFilter(watched, event)
