"""What the program is, in which version, and under which licences its parts stand."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

import PySide6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import __version__, resources
from reader.services import locations
from reader.widgets.fitting import resize_within

ICON = 64  # px
LICENCE_COLUMNS = 120  # characters
LICENCES = "licences/third-party.txt"


class AboutDialog(QDialog):
    """Shows the facts that a report of a problem needs, ready to be copied."""

    def __init__(self, library: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Reader"))
        picture = QLabel(self)
        picture.setPixmap(QIcon(str(resources.path("icons/app.svg"))).pixmap(ICON, ICON))
        name = QLabel(f"Reader {__version__}", self)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        name.setFont(font)
        what = QLabel(self.tr("For analysts who read articles: collect, highlight, tag, find, export."), self)
        what.setWordWrap(True)
        self.facts = QLabel(self._facts(library), self)
        self.facts.setObjectName("aboutFacts")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words = QVBoxLayout()
        words.setSpacing(10)
        for widget in (name, what, self.facts):
            words.addWidget(widget)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(self._buttons())
        self.setMinimumWidth(520)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._copy = QPushButton(self.tr("&Copy"), self)
        self._copy.setObjectName("copyFacts")
        self._copy.clicked.connect(self._copy_facts)
        licences = QPushButton(self.tr("&Licences"), self)
        licences.setObjectName("licences")
        licences.setEnabled(resources.path(LICENCES).is_file())
        licences.clicked.connect(self._show_licences)
        for button in (self._copy, licences):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy_facts(self) -> None:
        QGuiApplication.clipboard().setText(f"Reader {__version__}\n{self.facts.text()}")
        self._copy.setText(self.tr("Copied"))

    def _facts(self, library: Path) -> str:
        return "\n".join(
            (
                f"Python {platform.python_version()}, Qt {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
                platform.platform(),
                self.tr("Library: {path}").format(path=library),
                self.tr("Log: {path}").format(path=locations.log_folder()),
            )
        )

    def _show_licences(self) -> None:
        dialog = QDialog(self)
        dialog.setObjectName("licencesDialog")
        dialog.setWindowTitle(self.tr("Licences"))
        text = QPlainTextEdit(resources.text(LICENCES), dialog)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(text)
        column.addWidget(buttons)
        width = QFontMetrics(text.font()).horizontalAdvance("x" * LICENCE_COLUMNS) + 60
        resize_within(dialog, QSize(max(720, width), 560))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
