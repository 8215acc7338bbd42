"""From when to when: asks for two dates, each of which may be the beginning of one, or nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.domain.article import is_time


class DatesDialog(QDialog):
    """Says at once what is no date."""

    def __init__(self, since: str, until: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("datesDialog")
        self.setWindowTitle(self.tr("Date of the articles"))
        self.since, self.until = QLineEdit(since, self), QLineEdit(until, self)
        form = QFormLayout()
        for field, name, words in (
            (self.since, "datesSince", self.tr("&From")),
            (self.until, "datesUntil", self.tr("&To")),
        ):
            field.setObjectName(name)
            field.setPlaceholderText("2020-03-04")
            field.setMaxLength(19)
            field.textChanged.connect(self._judge)
            form.addRow(words, field)
        self._said = QLabel(self)
        self._said.setObjectName("datesSaid")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addLayout(form)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self.setMinimumWidth(340)
        self._judge()

    @property
    def dates(self) -> tuple[str, str]:
        """The first and the last, "" for an open end."""
        return self.since.text().strip(), self.until.text().strip()

    def _judge(self) -> None:
        first, last = self.dates
        wrong = next((each for each in (first, last) if each and not is_time(each)), "")
        said = self.tr("A year, a month or a day, such as 2020-03; nothing for an open end.")
        if wrong:
            said = self.tr("{value} is no date. Write a year, a month or a day, such as 2020-03.").format(value=wrong)
        elif first and last and first > last + "~":  # the last one may be the beginning of the first
            said = self.tr("The first date is later than the last one.")
            wrong = first
        self._said.setText(said)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)
