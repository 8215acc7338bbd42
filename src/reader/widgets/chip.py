"""A condition of what is shown, as a small button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reader.widgets.tag_paths import shortened_path
from reader.widgets.tips import plain

CHIP_WIDTH, CHIP_ROOM = 220, 176  # px at most of a chip, and of its words
ROOM = 4  # px right of a dot in one


class Chip(QToolButton):
    """A condition; a click takes it away, or opens its menu. So do Enter and Space, and Del takes it away too."""

    removed = Signal()

    def __init__(self, name: str, words: str, picture: QIcon, parent: QWidget, path: str = "") -> None:
        """`path` is that of a tag in the words, which is cut first where there is not room for all."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("chip", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(picture)
        self.setIconSize(QSize(12 + ROOM, 12))
        self.setMaximumWidth(CHIP_WIDTH)
        self.set_words(words, path)

    def set_words(self, words: str, path: str = "") -> None:
        """Say what the condition is, with the path of a tag in it or none."""
        self.setToolTip(plain(words))
        self.setAccessibleName(words)
        metrics = self.fontMetrics()
        if path:
            room = CHIP_ROOM - metrics.horizontalAdvance(words) + metrics.horizontalAdvance(path)
            words = words.replace(path, shortened_path(path, room, metrics.horizontalAdvance))
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, CHIP_ROOM).replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes it away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
