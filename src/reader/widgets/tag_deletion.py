"""What is to become of the highlights and articles of tags that are deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.services.tags_together import Bearing

WIDTH = 460  # px


class TagDeletion(QDialog):
    """They stay, go to another tag, or are deleted too. Enter deletes the tags as is chosen; at first: they stay.

    `said` names the tags, `may_give` tells whether there is another tag.
    """

    keeping_wanted = Signal()
    giving_wanted = Signal()
    deleting_wanted = Signal()

    def __init__(self, said: str, bearing: Bearing, may_give: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tagDeletion")
        self.setWindowTitle(self.tr("Delete tags"))
        words = QLabel(said, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._keep = QRadioButton(self._keeping(bearing), self)
        self._keep.setObjectName("keepHighlights")
        self._keep.setChecked(True)
        self._give = QRadioButton(self.tr("&Give them to another tag..."), self)
        self._give.setObjectName("giveHighlights")
        self._give.setVisible(may_give)
        self._delete = QRadioButton(self.tr("Delete %Ln &highlight(s) too", "", bearing.highlights), self)
        self._delete.setObjectName("deleteHighlights")
        self._delete.setVisible(bearing.highlights > 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        delete = buttons.addButton(self.tr("&Delete"), QDialogButtonBox.ButtonRole.AcceptRole)
        delete.setObjectName("deleteTags")
        delete.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (words, self._keep, self._give, self._delete):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setFixedWidth(WIDTH)

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
            self.deleting_wanted.emit()
        else:
            self.keeping_wanted.emit()
