"""The size of the text, said for a moment after it changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

SHOWN_MS = 1000


class SizeLabel(QLabel):
    """Says the size of the text for a moment after it changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sizeLabel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._leave = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._leave.timeout.connect(self.hide)

    def say(self, size: float, width: int) -> None:
        """Show a size in points in the middle of so many pixels."""
        self.setText(f"{size:g} pt")
        self.adjustSize()
        self.move((width - self.width()) // 2, 16)
        self.show()
        self.raise_()
        self._leave.start()
