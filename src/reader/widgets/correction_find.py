"""Looking for words in a text while it is corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reader.domain.folding import fold_with_offsets
from reader.models.page import places
from reader.widgets.text_editor import TextEditor

WIDTH = 180  # px


class CorrectionFind(QLineEdit):
    """Is there once it is asked for by Ctrl+F. Enter and F3 select the next place, with Shift the one before."""

    def __init__(self, editor: TextEditor, count: QLabel, panel: QWidget) -> None:
        super().__init__(panel)
        self.setObjectName("findInCorrection")
        self.setMaximumWidth(WIDTH)
        self._editor, self._count = editor, count
        self.installEventFilter(self)
        for keys, act in (
            ("Ctrl+F", self.open),
            ("F3", lambda: self.step(1)),
            ("Shift+F3", lambda: self.step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), panel, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.textChanged.connect(lambda: self._count.clear())
        self.hide()

    def open(self) -> None:
        """Ask for words; those that are selected, if they are on one line, are proposed."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.setText(selected)
        self.show()
        self._count.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_field(self) -> None:
        """Go back to the text."""
        self.hide()
        self._count.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (-1) place, round the ends; simplified and traditional are the same."""
        if self.isHidden() or not self.text():
            self.open()
            return
        hits = places(*fold_with_offsets(self._editor.correction.text), self.text())
        if hits:
            starts, (first, last) = [hit.start for hit in hits], self._editor.selected()
            at = bisect_left(starts, first) - 1 if by < 0 else bisect_right(starts, first - (first == last))
            at %= len(hits)
            self._editor.select(hits[at].start, hits[at].end)
            self._count.setText(self.tr("{number} of {total}").format(number=f"{at + 1:,}", total=f"{len(hits):,}"))
        else:
            self._count.setText(self.tr("Not found"))

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
