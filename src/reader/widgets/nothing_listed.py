"""What stands in place of the list of articles where it has none: why, and one button for what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.domain.query import ArticleQuery
from reader.domain.wanted import Field


class NothingListed(QWidget):
    """Says what to do, by what is asked for."""

    import_wanted = Signal()
    all_wanted = Signal()  # without the filters that nothing matches

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel(self)
        self._words.setObjectName("noArticles")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._import, self._all = QPushButton(self), QPushButton(self)
        self._import.setObjectName("importButton")
        self._all.setObjectName("showAll")
        self._import.clicked.connect(self.import_wanted)
        self._all.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 40)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button in self.buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """Of which one is shown at most."""
        return self._import, self._all

    def say(self, query: ArticleQuery) -> None:
        """Say why nothing is listed, in the window's language."""
        filtered = bool(query.wanted or query.tags)
        if isinstance(query.wanted, Field) and query.wanted.name == "in":
            words = self.tr("Nothing is in this collection. Select articles and press C to put them into one.")
        elif filtered:
            words = self.tr("No article matches.")
        elif query.scope == "unread":
            words = self.tr("Everything is read.")
        elif query.scope == "started":
            words = self.tr("No article is begun and not done.")
        elif query.scope == "done":
            words = self.tr("No article is done. Press D to mark one.")
        elif query.scope == "starred":
            words = self.tr("No article has a star. Press S to give one.")
        elif query.scope == "reported":
            words = self.tr("No error is reported any more.")
        elif query.scope == "trash":
            words = self.tr("The trash is empty.")
        else:
            words = self.tr("Drop articles here, or press Ctrl+O.")
        self._words.setText(words)
        self._import.setText(self.tr("Import files..."))
        self._all.setText(self.tr("Show all"))
        self._import.setVisible(query.scope == "all" and not filtered)
        self._all.setVisible(filtered)
