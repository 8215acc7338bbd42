"""The field in which the library is searched: it follows the typing, and says what cannot be understood."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from reader.icons import icon
from reader.session import Session
from reader.theme import Theme
from reader.widgets.completions import Completions
from reader.widgets.tips import plain

PAUSE_MS = 120  # after a keystroke
WIDTH, LEAST = 460, 200  # px


class SearchBox(QLineEdit):
    """Stands in the toolbar."""

    entered = Signal()  # somebody is about to type
    search_wanted = Signal(str)
    list_wanted = Signal()  # the focus is to go to what was found
    left = Signal()  # Escape: nothing is to be searched for
    problem_changed = Signal(str)  # "" if all is well

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(LEAST)
        self._icon = self.addAction(icon("mdi6.magnify", theme.secondary), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self._searched = ""
        self.textChanged.connect(self._timer.start)
        self.completions = Completions(self, session, theme)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH, super().sizeHint().height())

    def search_at_once(self) -> None:
        """Do not wait for more keystrokes."""
        if self._timer.isActive() or self.text() != self._searched:
            self._search()

    def empty(self) -> None:
        """Search for nothing, at once."""
        self.clear()
        self.search_at_once()

    def _search(self) -> None:
        self._timer.stop()
        self._searched = self.text()
        self.search_wanted.emit(self._searched)

    def show_problem(self, words: str) -> None:
        """Look as if something is wrong, and say what; empty words: all is well."""
        self.setToolTip(plain(words))
        self.setAccessibleDescription(words)
        self.setProperty("wrong", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)
        self.problem_changed.emit(words)

    @property
    def problem(self) -> str:
        """What is said to be wrong; "" if nothing is."""
        return self.accessibleDescription()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the theme's colour."""
        self.completions.set_theme(theme)
        self._icon.setIcon(icon("mdi6.magnify", theme.secondary))

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.completions.retranslate()
        self.setPlaceholderText(self.tr("Search articles, highlights, notes (Ctrl+K)"))
        self.setAccessibleName(self.tr("Search"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is about to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def event(self, event: QEvent) -> bool:
        """Tab may be meant for the completions."""
        tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        return (tab and self.completions.press(Qt.Key.Key_Tab)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go to what was found, Escape leaves; but first they are for the completions."""
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self.completions.press(event.key()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.search_at_once()
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.empty()
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.text().isdigit():
            event.ignore()  # a place to go to, at which there is nothing yet, and not to be searched for
        else:
            super().keyPressEvent(event)
