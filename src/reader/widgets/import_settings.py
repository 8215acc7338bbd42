"""What is set about imports: whether the network may be used, and a folder whose files are imported by themselves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.settings import Settings
from reader.widgets import file_dialogs
from reader.widgets.reading_settings import add_row


class ImportSettings(QWidget):
    """Each holds as soon as it is changed, and shows what is set, also when it changes elsewhere."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.web, self.deep, self.folder = QCheckBox(), QCheckBox(), QLineEdit()
        self._choose, self._hint = QPushButton(), QLabel()
        for widget, name in ((self.web, "web"), (self.deep, "watchedDeep"), (self.folder, "watched")):
            widget.setObjectName(f"setting-{name}")
        self._choose.setObjectName("chooseWatched")
        self._choose.setAutoDefault(False)
        self.folder.setClearButtonEnabled(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        add_row(form, self.web)
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        line.addWidget(self._choose)
        self._label = add_row(form, held)
        self._label.setBuddy(self.folder)
        add_row(form, self.deep)
        add_row(form, self._hint)
        self.web.toggled.connect(lambda on: setattr(settings, "web_allowed", on))
        self.deep.toggled.connect(lambda on: setattr(settings, "watched_deep", on))
        self.folder.editingFinished.connect(self.keep)
        self._choose.clicked.connect(self._ask)
        settings.changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.web.setText(self.tr("Allow import from &web addresses"))
        self._label.setText(self.tr("Watched fol&der"))
        self.folder.setPlaceholderText(self.tr("none"))
        self.folder.setAccessibleName(self.tr("Watched folder"))  # Qt takes it from no label but one beside it
        self._choose.setText(self.tr("Ch&oose..."))
        self.deep.setText(self.tr("With folders &below it"))
        self._show()

    def keep(self) -> None:
        """Keep the folder that was typed."""
        words = self.folder.text().strip()
        self._settings.watched = str(Path(words).expanduser().absolute()) if words else ""

    def _ask(self) -> None:
        found = file_dialogs.folder_to_open(self, self.tr("Watched folder"), self._settings.watched or str(Path.home()))
        if found is not None:
            self._settings.watched = str(found)

    def _show(self) -> None:
        folder = self._settings.watched
        self.web.setChecked(self._settings.web_allowed)
        self.deep.setChecked(self._settings.watched_deep)
        self.deep.setEnabled(bool(folder))
        if not self.folder.hasFocus() or QDir.fromNativeSeparators(self.folder.text()) != folder:
            self.folder.setText(QDir.toNativeSeparators(folder))
        if folder and not Path(folder).is_dir():
            said = self.tr("This folder is not there now; Reader looks for it again and again.")
        else:
            said = self.tr("New files in it are imported while Reader runs. None is moved or deleted.")
        self._hint.setText(said)
        self.folder.setAccessibleDescription(said)
