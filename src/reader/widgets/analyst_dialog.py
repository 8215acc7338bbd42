"""The name of who sits here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QWidget

from reader.domain.text import one_line
from reader.widgets.forms import lay_out
from reader.widgets.step_words import shortened

LONGEST = 100  # characters


class AnalystDialog(QDialog):
    """Asks for it, and whether highlights without a name, or with the name that was there, are theirs."""

    def __init__(self, name: str, counts: Mapping[str, int], parent: QWidget) -> None:
        """`counts`: of the highlights without a name, "", and of those with the name that is there."""
        super().__init__(parent)
        self.setObjectName("analystDialog")
        self.setWindowTitle(self.tr("Who highlights"))
        self._name = QLineEdit(name, self)
        self._name.setObjectName("analystName")
        self._name.setMaxLength(LONGEST)
        hint = QLabel(self.tr("Stands beside the highlights that you make, here and in what you export."), self)
        hint.setWordWrap(True)
        unnamed, renamed = counts.get("", 0), counts.get(name, 0) if name else 0
        self._former, self._renamed = name, renamed
        self._claim = QCheckBox(self.tr("%Ln highlight(s) without a name are mine, too", "", unnamed), self)
        self._claim.setObjectName("claim")
        self._claim.setVisible(unnamed > 0)
        words = self.tr("%Ln highlight(s) of {name} are mine, too", "", renamed)
        self._rename = QCheckBox(words.format(name=shortened(name).replace("&", "&&")), self)
        self._rename.setObjectName("claimFormer")
        lay_out(self, [(self.tr("&Name"), self._name)], hint, self._claim, self._rename)
        self._name.textChanged.connect(self._offer)
        self._offer()
        self._name.setFocus()

    def _offer(self) -> None:
        """Another name may be another person, or the same one."""
        self._rename.setVisible(self._renamed > 0 and self.name not in ("", self._former))

    @property
    def name(self) -> str:
        """What was typed, as it is stored."""
        return one_line(self._name.text())

    @property
    def claimed(self) -> list[str]:
        """Of which names, "" being none, the highlights are theirs, too."""
        boxes = (("", self._claim), (self._former, self._rename))
        return [name for name, box in boxes if box.isVisibleTo(self) and box.isChecked()]
