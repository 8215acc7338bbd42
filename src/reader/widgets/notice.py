"""A line above the text that says what was done, with buttons such as one to take it back; gone after a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from reader.actions import Act
from reader.widgets.key_words import word

SHOWN_MS = 6000
LONG_MS = 12_000  # for sentences of more than LONG characters
LONG = 60
MARGIN = 12  # px to the edge of the window's middle
WIDTH = 640  # px at most


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a notice: its words, and what a press does."""

    words: str
    do: Callable[[], object]


class Notice(QFrame):
    """Floats over the lower edge of a widget; stays while the mouse is over it or a button of it has the focus."""

    height_taken = Signal(int)  # px of the lower edge that are behind it now
    said = Signal(str)
    offered = Signal(bool)  # whether there are buttons now

    def __init__(self, over: QWidget, below: QWidget) -> None:
        """`below` takes the focus when a notice goes that had it, unless somebody came from elsewhere by `enter`."""
        super().__init__(over)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._over, self._below = over, below
        self._from: QWidget | None = None
        self._buttons: list[tuple[Offer, QPushButton]] = []
        self._label = QLabel(self)
        self._label.setObjectName("noticeWords")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 6, 6, 6)
        self._line.addWidget(self._label, 1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty while hidden."""
        return self._label.text() if self.isVisible() else ""

    def say(self, words: str, *offers: Offer) -> None:
        """Show a sentence, with a button for each offer."""
        self._drop([button for _, button in self._buttons])
        self._from = None
        self._label.setText(words)
        self._buttons = [(offer, self._button(offer, number)) for number, offer in enumerate(offers, start=1)]
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if len(words) > LONG else SHOWN_MS)
        self.said.emit(words)
        self.offered.emit(bool(offers))

    def enter(self) -> None:
        """Give the focus to the first button, which has too little time for Tab; it goes back where it came from."""
        focus = QApplication.focusWidget()
        if self._buttons and self.isVisible() and not self._has(focus):
            self._from = focus
            self._buttons[0][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_before(self, words: str) -> None:
        """Show a sentence before the one that is there, whose buttons stay, unless that says it too."""
        if words not in self.words:
            offers = [offer for offer, _ in self._buttons] if self.words else []
            self.say(" ".join(filter(None, (words, self.words))), *offers)

    def withdraw(self, do: Callable[[], object]) -> None:
        """Take away the button that calls `do`, if it is still there, and the sentence if it has no other."""
        gone = [button for offer, button in self._buttons if offer.do is do]
        if not gone:
            return
        self._drop(gone)
        self._buttons = [each for each in self._buttons if each[1] not in gone]
        if self._buttons:
            self._place()
        else:
            self.hide()

    def _button(self, offer: Offer, number: int) -> QPushButton:
        button = QPushButton(offer.words, self)
        if number == 1:
            word(button, offer.words, Act.NOTICE.value.keys[0])
        button.setObjectName("noticeButton" if number == 1 else f"noticeButton{number}")
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        button.clicked.connect(lambda: self._press(offer))
        self._line.addWidget(button)
        button.show()
        return button

    def _drop(self, buttons: list[QPushButton]) -> None:
        for button in buttons:
            if button.hasFocus():
                self._leave_focus()
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _press(self, offer: Offer) -> None:
        self.hide()
        offer.do()

    def _leave(self) -> None:
        if self.underMouse() or self._has(QApplication.focusWidget()):
            self._timer.start(SHOWN_MS)
        else:
            self.hide()

    def _place(self) -> None:
        metrics = self.fontMetrics()
        beside = 40 + sum(button.sizeHint().width() + self._line.spacing() for _, button in self._buttons)
        wanted = metrics.horizontalAdvance(self._label.text()) + beside + 16
        width = min(wanted, WIDTH, self._over.width() - 2 * MARGIN)
        self.setFixedWidth(max(120, width))
        self._label.setFixedHeight(self._label.heightForWidth(max(60, width - beside)))  # Qt guesses more
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - MARGIN)
        self.height_taken.emit(self.height() + 2 * MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the widget below changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QEvent) -> None:
        """The focus goes back, and the room to the text."""
        self.height_taken.emit(0)
        self.offered.emit(False)
        if self._has(QApplication.focusWidget()):
            self._leave_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away, Enter presses the button that has the focus."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._has(focus):
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _has(self, focus: QWidget | None) -> bool:
        return focus is not None and self.isAncestorOf(focus)

    def _leave_focus(self) -> None:
        back = self._from if self._from is not None and isValid(self._from) else self._below
        (back if back.isVisible() else self._below).setFocus(Qt.FocusReason.OtherFocusReason)
