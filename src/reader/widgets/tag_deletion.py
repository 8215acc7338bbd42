"""What is to become of the highlights and articles of tags that are deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.services.tags_together import Bearing
from reader.session import Session

WIDTH = 460  # px


@dataclass(frozen=True, slots=True)
class Deletion:
    """Tags that are to be deleted: in words, what has them, and whether there is another tag."""

    words: str
    bearing: Bearing
    may_give: bool


class TagDeletion(QDialog):
    """They stay, go to another tag, or are deleted too. Enter deletes the tags as is chosen; at first: they stay.

    `look` tells what is to be deleted, also after something changed; None once the tags are gone. Who deletes is given
    the Bearing that was said.
    """

    keeping_wanted = Signal(object)
    giving_wanted = Signal()
    deleting_wanted = Signal(object)

    def __init__(self, session: Session, found: Deletion, look: Callable[[], Deletion | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tagDeletion")
        self.setWindowTitle(self.tr("Delete tags"))
        self._look, self._said = look, found.bearing
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._keep = QRadioButton(self)
        self._keep.setObjectName("keepHighlights")
        self._give = QRadioButton(self.tr("&Give them to another tag..."), self)
        self._give.setObjectName("giveHighlights")
        self._delete = QRadioButton(self)
        self._delete.setObjectName("deleteHighlights")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        delete = buttons.addButton(self.tr("&Delete"), QDialogButtonBox.ButtonRole.AcceptRole)
        delete.setObjectName("deleteTags")
        delete.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (self._words, self._keep, self._give, self._delete):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setFixedWidth(WIDTH)
        self._keep.setChecked(True)
        self._show(found)
        session.changed.connect(self._on_changed)  # a method, which goes with the dialog

    def _show(self, found: Deletion) -> None:
        """Say what has the tags; what can no longer be done with it is not chosen any more."""
        self._said = found.bearing
        self._words.setText(found.words)
        self._keep.setText(self._keeping(found.bearing))
        self._delete.setText(self.tr("Delete %Ln &highlight(s) too", "", found.bearing.highlights))
        for choice, offered in ((self._give, found.may_give), (self._delete, found.bearing.highlights > 0)):
            choice.setVisible(offered)
            if choice.isChecked() and not offered:
                self._keep.setChecked(True)

    def _on_changed(self) -> None:
        if self.isVisible():
            found = self._look()
            if found is None:
                self.reject()
            else:
                self._show(found)

    def _keeping(self, bearing: Bearing) -> str:
        words = self.tr("&Keep them without it")
        if bearing.only:
            words += self.tr("; %Ln highlight(s) then have no tag", "", bearing.only)
        return words

    def accept(self) -> None:
        """Close, and say what was chosen."""
        super().accept()
        if self._give.isChecked():
            self.giving_wanted.emit()
        elif self._delete.isChecked():
            self.deleting_wanted.emit(self._said)
        else:
            self.keeping_wanted.emit(self._said)
