"""Why something cannot be stored, said where it was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Problem(QLabel):
    """Not to be seen while nothing is wrong."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_problem(self, words: str) -> None:
        """Say what is wrong; nothing if nothing is."""
        self.setText(words)
        self.setVisible(bool(words))
