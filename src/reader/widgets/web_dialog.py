"""The address of a page that is to be fetched: what will be asked for, and of whom, is said before."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.domain.errors import ImportFailed
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import error_words

LONGEST = 4_000  # characters of an address
SHOWN = 300  # of them in the sentence about it


class WebDialog(QDialog):
    """Begins with the given words, else with the address in the clipboard.

    Nothing is asked for before Fetch is pressed.
    """

    wanted = Signal(str)  # the address, as it was typed

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("webDialog")
        self.setWindowTitle(self.tr("Import from web address"))
        label = QLabel(self.tr("&Address"), self)
        self._address = QLineEdit(words or in_clipboard(), self)
        self._address.setObjectName("webAddress")
        self._address.setMaxLength(LONGEST)
        self._address.setPlaceholderText("https://")
        self._address.setClearButtonEnabled(True)
        label.setBuddy(self._address)
        self._said = QLabel(self)
        self._said.setObjectName("webSaid")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.setMinimumHeight(4 * self.fontMetrics().lineSpacing())  # so that nothing moves while one types
        only = QLabel(self.tr("No other command uses the network. It can be switched off in the settings."), self)
        only.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        only.setWordWrap(True)
        self._fetch = QPushButton(self.tr("&Fetch"), self)
        self._fetch.setObjectName("fetchPage")
        self._fetch.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._fetch, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (label, self._address, self._said, only, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(520, 230))
        self._address.textChanged.connect(self._judge)
        self._judge()
        self._address.setFocus()
        self._address.selectAll()

    def _judge(self) -> None:
        """Say which host is asked for what, or why this is no address."""
        address, said = "", self.tr("Type or paste the address of a page.")
        asking = self.tr(
            "Reader will ask {host} for this page, and for nothing else but where {host} says it has moved: {address}"
        )
        if self._address.text().strip():
            try:
                address = _meant(self._address.text())
                said = asking.format(host=urlsplit(address).hostname, address=address[:SHOWN])
            except ImportFailed as error:
                said = error_words(error)
        self._said.setText(said)
        self._address.setAccessibleDescription(said)
        self._fetch.setEnabled(bool(address))

    def accept(self) -> None:
        """Tell the address, if it is one."""
        if self._fetch.isEnabled():
            self.wanted.emit(self._address.text().strip())
            super().accept()


def _meant(words: str) -> str:
    from reader.services.importing.web import address_meant  # here: what it needs for the network is large

    return address_meant(words)


def in_clipboard() -> str:
    """The web address in the clipboard, if it holds just that."""
    return lone_address(QGuiApplication.clipboard().text())


def lone_address(words: str) -> str:
    """The web address in a text that is nothing else; empty if it is another text."""
    address = words.strip()
    begins = address.lower().startswith(("http://", "https://", "www."))
    if not begins or len(address) > LONGEST or len(address.split()) != 1:
        return ""
    try:
        _meant(address)
    except ImportFailed:
        return ""
    return address
