"""What is said in the middle of a list that has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout

BESIDE = 24  # px left and right of it


class NothingThere(QLabel):
    """One sentence over a view: what is listed there, and what to do."""

    def __init__(self, name: str, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(view.viewport())
        column.setContentsMargins(BESIDE, 0, BESIDE, 0)
        column.addWidget(self)
        self.hide()

    def say(self, words: str) -> None:
        """Say it; "" for nothing, where there are rows."""
        self.setText(words)
        self.setVisible(bool(words))
