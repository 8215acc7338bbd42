"""A line above the text that says what was done, with buttons such as one to take it back; gone after a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

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

    def __init__(self, over: QWidget, below: QWidget) -> None:
        """`below` takes the focus when a notice goes that had it."""
        super().__init__(over)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._over, self._below = over, below
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
        self._label.setText(words)
        self._buttons = [(offer, self._button(offer, number)) for number, offer in enumerate(offers, start=1)]
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if len(words) > LONG else SHOWN_MS)
        self.said.emit(words)

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
                self._below.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _press(self, offer: Offer) -> None:
        self.hide()
        offer.do()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
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
        """The focus goes back to the text, and so does the room."""
        self.height_taken.emit(0)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._below.setFocus(Qt.FocusReason.OtherFocusReason)
