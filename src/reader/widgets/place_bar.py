"""Three buttons above the list while something is searched for: articles, highlights and notes, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from reader.actions import Act
from reader.storage.finding import Place

ACTS: dict[Place, Act] = {
    "articles": Act.FOUND_ARTICLES,
    "highlights": Act.FOUND_HIGHLIGHTS,
    "notes": Act.FOUND_NOTES,
}
SMALL = 0.88  # times the size of other words, where there is no room


class PlaceBar(QWidget):
    """One of them is down: what is listed. Where there is no room, the numbers stand below the words."""

    chosen = Signal(str)  # the Place

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("placeBar")
        self._counts: dict[Place, int] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 2, 4)
        line.setSpacing(2)
        self.buttons: dict[Place, QToolButton] = {}
        for place in ACTS:
            button = QToolButton(self)
            button.setObjectName(f"found-{place}")
            button.setCheckable(True)
            button.setMinimumWidth(1)  # the list may be made narrower than the words of one line
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for the numbers beside the words, or no more."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        words: dict[Place, str] = {
            "articles": self.tr("Articles"),
            "highlights": self.tr("Highlights"),
            "notes": self.tr("Notes"),
        }
        for narrow in (False, True):
            self._set_narrow(narrow)
            for place, button in self.buttons.items():
                count, between = self._counts.get(place), "\n" if narrow else " "
                button.setText(words[place] if count is None else f"{words[place]}{between}{count:,}")
            if sum(button.sizeHint().width() for button in self.buttons.values()) <= self._room():
                break
        for place, button in self.buttons.items():
            button.setAccessibleName(button.text().replace("\n", " "))
            button.setToolTip(f"{ACTS[place].text} ({ACTS[place].value.keys[0]})")

    def _set_narrow(self, narrow: bool) -> None:
        """Take smaller letters, nearer to each other, or not."""
        if narrow == self.property("narrow"):
            return
        self.setProperty("narrow", narrow)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * (SMALL if narrow else 1))
        for button in self.buttons.values():
            button.setFont(font)
            button.style().unpolish(button)
            button.style().polish(button)

    def _room(self) -> int:
        """For the buttons, px."""
        line = self.layout()
        assert line is not None
        aside = line.contentsMargins()
        return self.width() - aside.left() - aside.right() - (len(self.buttons) - 1) * line.spacing()
