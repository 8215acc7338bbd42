"""A condition of what is shown, as a small button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

CHIP_WIDTH = 220  # px at most


class Chip(QToolButton):
    """A condition; a click takes it away, or opens its menu. So do Enter and Space, and Del takes it away too."""

    removed = Signal()

    def __init__(self, name: str, words: str, picture: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("chip", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(picture)
        self.setIconSize(QSize(12, 12))
        self.setMaximumWidth(CHIP_WIDTH)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say what the condition is."""
        self.setToolTip(words)
        self.setAccessibleName(words)
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, CHIP_WIDTH - 44).replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes it away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
