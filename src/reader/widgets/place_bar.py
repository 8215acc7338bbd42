"""Three buttons above the list while something is searched for: articles, highlights and notes, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from reader.actions import Act
from reader.storage.finding import Place

ACTS: dict[Place, Act] = {
    "articles": Act.FOUND_ARTICLES,
    "highlights": Act.FOUND_HIGHLIGHTS,
    "notes": Act.FOUND_NOTES,
}


class PlaceBar(QWidget):
    """One of them is down: what is listed."""

    chosen = Signal(str)  # the Place

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Place, int] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 4)
        line.setSpacing(2)
        self.buttons: dict[Place, QToolButton] = {}
        for place in ACTS:
            button = QToolButton(self)
            button.setObjectName(f"found-{place}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            self._group.addButton(button)
            self.buttons[place] = button
            line.addWidget(button)
        line.addStretch(1)
        self.show_place("articles")
        self.retranslate()
        self.hide()

    def show_place(self, place: Place) -> None:
        """Let the button of a place be down."""
        self.buttons[place].setChecked(True)

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """Say how many there are of each."""
        self._counts = dict(counts)
        self._say()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._say()

    def _say(self) -> None:
        words: dict[Place, str] = {
            "articles": self.tr("Articles"),
            "highlights": self.tr("Highlights"),
            "notes": self.tr("Notes"),
        }
        for place, button in self.buttons.items():
            count = self._counts.get(place)
            button.setText(words[place] if count is None else f"{words[place]} {count:,}")
            button.setToolTip(f"{ACTS[place].text} ({ACTS[place].value.keys[0]})")
