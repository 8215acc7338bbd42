"""The name of who sits here."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QWidget

from reader.domain.text import one_line
from reader.widgets.forms import lay_out

LONGEST = 100  # characters


class AnalystDialog(QDialog):
    """Asks for it, and whether highlights without a name are theirs."""

    def __init__(self, name: str, unnamed: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("analystDialog")
        self.setWindowTitle(self.tr("Who highlights"))
        self._name = QLineEdit(name, self)
        self._name.setObjectName("analystName")
        self._name.setMaxLength(LONGEST)
        hint = QLabel(self.tr("Stands beside the highlights that you make, here and in what you export."), self)
        hint.setWordWrap(True)
        self._claim = QCheckBox(self.tr("%Ln highlight(s) without a name are mine, too", "", unnamed), self)
        self._claim.setObjectName("claim")
        self._claim.setVisible(unnamed > 0)
        lay_out(self, [(self.tr("&Name"), self._name)], hint, self._claim)
        self._name.setFocus()

    @property
    def name(self) -> str:
        """What was typed, as it is stored."""
        return one_line(self._name.text())

    @property
    def claims(self) -> bool:
        """Whether highlights without a name are theirs."""
        return self._claim.isChecked()
