"""A note at the place of what it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.widgets.note_field import ENTER, NoteField

SIZE = QSize(440, 260)  # px
GAP = 4  # px to what it is about
# Is given the note, and the one that it was begun from; answers with what is wrong, or nothing.
Store = Callable[[str, str], str]


class NotePopup(QFrame):
    """A click beside it, Escape, Ctrl+Enter and the button store the note; it stays open where that cannot be done."""

    link_wanted = Signal(object)  # a links.Target, after the note was stored

    def __init__(self, about: str, note: str, store: Store, parent: QWidget) -> None:
        """`about`: the words that say whose note it is."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("notePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Note"))
        self._begun, self._store = note, store
        title = QLabel(self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        room = SIZE.width() - 40
        title.setText(self.fontMetrics().elidedText(" ".join(about.split()), Qt.TextElideMode.ElideMiddle, room))
        title.setAccessibleName(about)
        self.field = NoteField(self)
        self.field.setObjectName("noteHere")
        self.field.setPlaceholderText(self.tr("Note"))
        self.field.setAccessibleName(self.tr("Note on {about}").format(about=about))
        self.field.show_note(note)
        self._problem = QLabel(self)
        self._problem.setObjectName("noteHereProblem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        hint = QLabel(self.tr("Esc keeps it. Links are copied with Shift+L, pasted here and followed with Ctrl+Enter."))
        hint.setWordWrap(True)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        done = QPushButton(self.tr("Keep"), self)
        done.setObjectName("keepNote")
        done.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        for widget in (title, self.field, self._problem):
            column.addWidget(widget)
        column.addLayout(below)
        self.field.link_wanted.connect(self._follow)
        self.resize(SIZE)

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

    def _keep(self) -> bool:
        note = self.field.note
        problem = self._store(note, self._begun) if note != self._begun else ""
        if not problem:
            self._begun = note
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        return not problem

    def closeEvent(self, event: QCloseEvent) -> None:
        """Also when somebody clicked beside it, what was typed is not lost."""
        if self._keep():
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter keep what was typed, as everywhere in notes."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and control):
            self.close()
        else:
            super().keyPressEvent(event)
