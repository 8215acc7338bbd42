"""Choosing one tag, to move others below it or to merge them into it, with what that would change."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.session import Session
from reader.widgets.tag_search import TagSearch

WIDTH, ROWS = 460, 10  # px; rows that are seen at once
PAUSE_MS = 80  # after a step through the list, before it is counted what would change


class TagChooser(QDialog):
    """Typed and walked through as in the picker; Enter takes the current tag.

    `barred` are never offered; `none` is what the row for no tag says, if there is to be one; the tag `first` is
    the current one to begin with; `told` says what choosing the current row would change, "" if nothing is to be said.
    """

    chosen = Signal(object)  # the id of a tag, or None

    def __init__(
        self,
        session: Session,
        title: str,
        verb: str,
        parent: QWidget,
        *,
        barred: Collection[int],
        none: str = "",
        first: int | None = None,
        told: Callable[[int | None], str] = lambda _tag: "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tagChooser")
        self.setWindowTitle(title)
        self._told = told
        self._search = TagSearch(session, self, ticked=False)
        matches = self._search.matches
        matches.barred, matches.none, matches.may_make = barred, none, False
        self._search.field.setPlaceholderText(self.tr("Find a tag"))
        self._search.field.setAccessibleName(self.tr("Find a tag"))
        self._search.list.setAccessibleName(self.tr("Matching tags"))
        self._about = QLabel(self)
        self._about.setObjectName("tagPreview")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._take = self._lay_out(verb)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._tell)
        self._search.entered.connect(lambda row, _go_on: self._choose(row))
        self._search.list.doubleClicked.connect(lambda index: self._choose(index.row()))
        self._search.list.selectionModel().currentChanged.connect(lambda *_: self._timer.start())
        matches.modelReset.connect(self._timer.start)
        session.changed.connect(self._on_changed)  # a method, which goes with the dialog
        self._search.start()
        self._search.list.setFixedHeight(ROWS * max(1, self._search.list.sizeHintForRow(0)) + 4)
        if first is not None:
            self._search.go_to(first)
        self._search.field.setFocus()
        self._tell()

    def _lay_out(self, verb: str) -> QPushButton:
        """Put the parts below one another; the button that takes the tag."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("takeTag")
        buttons.accepted.connect(lambda: self._choose(self._search.row))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (self._search, self._about):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setFixedWidth(WIDTH)
        return take

    def _choose(self, row: int) -> None:
        if row >= 0:
            tag = self._search.matches.tag(row)
            self.accept()
            self.chosen.emit(tag.id if tag is not None else None)

    def _on_changed(self) -> None:
        """What choosing would change may be something else by now."""
        self._timer.start()

    def _tell(self) -> None:
        row = self._search.row
        tag = self._search.matches.tag(row)
        self._take.setEnabled(row >= 0)
        self._about.setText(self._told(tag.id if tag is not None else None) if row >= 0 else "")
        self._about.setVisible(bool(self._about.text()))
