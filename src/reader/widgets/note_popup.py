"""A note at the place of what it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.widgets.note_field import AGAIN_MS, ENTER, NoteField
from reader.widgets.problem import Problem

SIZE = QSize(440, 260)  # px
GAP = 4  # px to what it is about
# Is given the note, and the one that it was begun from; answers with the note as it is then, and with what is wrong.
Store = Callable[[str, str], tuple[str, str]]


class NotePopup(QFrame):
    """Stores the note while it is typed, and at last by a click beside it, Escape, Ctrl+Enter or the button.

    Where that cannot be done it stays open, and can be closed without.
    """

    link_wanted = Signal(object)  # a links.Target, after the note was stored

    def __init__(self, about: str, note: str, store: Store, parent: QWidget) -> None:
        """`about`: the words that say whose note it is."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("notePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Note"))
        self._begun, self._store = note, store
        self.field = NoteField(self)
        self.field.setObjectName("noteHere")
        self.field.setPlaceholderText(self.tr("Note"))
        self.field.setAccessibleName(self.tr("Note on {about}").format(about=about))
        self.field.show_note(note)
        self._problem = Problem("noteHereProblem", self)
        self._discard = QPushButton(self.tr("Discard"), self)
        self._discard.setObjectName("discardNote")
        self._discard.clicked.connect(self.drop)
        self._discard.hide()
        self._lay_out(about)
        self.field.textChanged.connect(self.field.keep_soon)
        self.field.keep_wanted.connect(self.keep)
        self.field.link_wanted.connect(self._follow)
        self.resize(SIZE)

    def _lay_out(self, about: str) -> None:
        title = QLabel(self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        room = SIZE.width() - 40
        title.setText(self.fontMetrics().elidedText(" ".join(about.split()), Qt.TextElideMode.ElideMiddle, room))
        title.setAccessibleName(about)
        hint = QLabel(self.tr("Esc keeps it. Links are copied with Shift+L, pasted here and followed with Ctrl+Enter."))
        hint.setWordWrap(True)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        done = QPushButton(self.tr("Keep"), self)
        done.setObjectName("keepNote")
        done.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(self._discard)
        below.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        for widget in (title, self.field, self._problem):
            column.addWidget(widget)
        column.addLayout(below)

    def show_beside(self, rect: QRect) -> None:
        """Show below a rectangle of the screen, or above it if there is more room, ready to type."""
        space = (QGuiApplication.screenAt(rect.center()) or self.screen()).availableGeometry()
        below = rect.bottom() + GAP
        above = rect.top() - GAP - self.height()
        top = below if below + self.height() <= space.bottom() or above < space.top() else above
        left = max(space.left(), min(rect.left(), space.right() - self.width()))
        self.move(left, max(space.top(), min(top, space.bottom() - self.height())))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _follow(self, target: object) -> None:
        if self.close():
            self.link_wanted.emit(target)

    def keep(self) -> str:
        """Store what was typed, and show what another program wrote beside it; why that cannot be done, else empty."""
        self.field.kept()
        note = self.field.note
        stored, problem = self._store(note, self._begun) if note != self._begun else (note, "")
        if not problem:
            self._begun = stored
            if stored != note:
                self.field.show_again(stored)
        elif self.isVisible():
            self.field.keep_soon(AGAIN_MS)
        self._problem.show_problem(problem)
        self._discard.setVisible(bool(problem))
        return problem

    def drop(self) -> None:
        """Close without what could not be stored."""
        self._begun = self.field.note
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Also when somebody clicked beside it, what was typed is not lost."""
        if self.keep():
            event.ignore()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter keep what was typed, as everywhere in notes."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and control):
            self.close()
        else:
            super().keyPressEvent(event)
