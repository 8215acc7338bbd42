"""A line above the text that says what was done, with a button to take it back; gone after a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SHOWN_MS = 6000
LONG_MS = 12_000  # for sentences of more than LONG characters
LONG = 60
MARGIN = 20  # px to the edge of the window's middle
WIDTH = 640  # px at most


class Notice(QFrame):
    """Floats over the lower edge of a widget."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._over = over
        self._do: Callable[[], object] | None = None
        self._label = QLabel(self)
        self._label.setObjectName("noticeWords")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName("noticeButton")
        self._button.setFlat(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys for it are those of the command itself
        self._button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 6, 6)
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty while hidden."""
        return self._label.text() if self.isVisible() else ""

    def say(self, words: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button that calls `do`."""
        self._label.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._do = do
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if len(words) > LONG else SHOWN_MS)

    def withdraw(self, do: Callable[[], object]) -> None:
        """Hide the sentence whose button calls `do`, if it is still there."""
        if self._do is do:
            self._do = None
            self.hide()

    def _press(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _place(self) -> None:
        metrics = self.fontMetrics()
        beside = 40 + (self._button.sizeHint().width() if self._button.isVisibleTo(self) else 0)
        wanted = metrics.horizontalAdvance(self._label.text()) + beside + 16
        width = min(wanted, WIDTH, self._over.width() - 2 * MARGIN)
        self.setFixedWidth(max(120, width))
        self._label.setMinimumHeight(self._label.heightForWidth(max(60, width - beside)))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the widget below changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
