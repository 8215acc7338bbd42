"""What the program is, in which version, and under which licences its parts stand."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
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

ICON = 64  # px
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = QPushButton(self.tr("&Copy"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.facts.text()))
        licences = QPushButton(self.tr("&Licences"), self)
        licences.setObjectName("licences")
        licences.clicked.connect(self._show_licences)
        for button in (copy, licences):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(10)
        for widget in (name, what, self.facts):
            words.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setMinimumWidth(520)

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
        path = resources.path(LICENCES)
        dialog = QDialog(self)
        dialog.setObjectName("licencesDialog")
        dialog.setWindowTitle(self.tr("Licences"))
        text = QPlainTextEdit(path.read_text("utf-8") if path.exists() else "", dialog)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(text)
        column.addWidget(buttons)
        dialog.resize(720, 560)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
