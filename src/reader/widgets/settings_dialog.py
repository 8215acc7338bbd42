"""The settings; each holds as soon as it is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import languages, theme
from reader.domain.text import one_line
from reader.settings import Settings
from reader.widgets.citation_settings import CitationSettings
from reader.widgets.fitting import TallForm, below_form, resize_within
from reader.widgets.import_settings import ImportSettings
from reader.widgets.reading_settings import ReadingSettings, add_row, fill, keep_choice, show_choice

WIDTH = 480  # px at least


class SettingsDialog(QDialog):
    """Shows what is set, also when it changes elsewhere."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self._reading = ReadingSettings(settings)
        self.theme, self.language = QComboBox(), QComboBox()
        self.analyst, self.safe = QLineEdit(), QCheckBox()
        self.analyst.setMaxLength(100)
        self._import = ImportSettings(settings)
        self._citation = CitationSettings(settings)
        self._groups = [QGroupBox() for _ in range(6)]
        self._labels: list[QLabel] = []
        self._hint, self._safe_hint = QLabel(), QLabel()
        for hint in (self._hint, self._safe_hint):
            hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            hint.setWordWrap(True)
        self._restore = QPushButton()
        self._restore.setAutoDefault(False)
        self._lay_out()
        self.retranslate()
        resize_within(self, self.sizeHint().expandedTo(QSize(WIDTH, 0)))
        self._connect()
        settings.changed.connect(self._show)

    def _lay_out(self) -> None:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 8, 24, 8)
        reading, *others, citing, bringing = self._groups
        inner = ((reading, self._reading), (citing, self._citation), (bringing, self._import))
        for group, inside in inner:
            under = QVBoxLayout(group)
            under.setContentsMargins(0, 10, 0, 4)
            under.addWidget(inside)
        column.addWidget(reading)
        fields: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            (("theme", self.theme), ("language", self.language)),
            (("analyst", self.analyst), ("hint", self._hint)),
            (("safe", self.safe), ("safeHint", self._safe_hint)),
        )
        for group, widgets in zip(others, fields, strict=True):
            form = QFormLayout(group)
            form.setContentsMargins(0, 10, 0, 4)
            for name, widget in widgets:
                widget.setObjectName(f"setting-{name}")
                label = add_row(form, widget)
                if label.buddy() is widget:
                    self._labels.append(label)
            column.addWidget(group)
        column.addWidget(citing)
        column.addWidget(bringing)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        outer.addWidget(TallForm(held), 1)
        outer.addLayout(below_form(buttons))
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        keep_choice(self.theme, self._settings, "theme")
        keep_choice(self.language, self._settings, "language")
        self.safe.toggled.connect(lambda on: setattr(self._settings, "spreadsheet_safe", on))
        self.analyst.editingFinished.connect(self._keep_analyst)
        self._restore.clicked.connect(self._reading.restore)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setWindowTitle(self.tr("Settings"))
        titles = (
            *(self.tr("Reading"), self.tr("Appearance"), self.tr("Analyst"), self.tr("Export"), self.tr("Copying")),
            self.tr("Import"),
        )
        for group, title in zip(self._groups, titles, strict=True):
            group.setTitle(title)
        for label, each in zip(self._labels, (self.tr("&Theme"), self.tr("L&anguage"), self.tr("&Name")), strict=True):
            label.setText(each)
        self.safe.setText(self.tr("Safe for s&preadsheets"))
        self._hint.setText(self.tr("Stands beside the highlights that you make."))
        self._safe_hint.setText(self.tr("Puts ' before cells that a spreadsheet would run as a formula."))
        self.analyst.setAccessibleDescription(self._hint.text())
        self.safe.setAccessibleDescription(self._safe_hint.text())
        self._restore.setText(self.tr("Restore reading defaults"))
        self._reading.retranslate()
        self._citation.retranslate()
        self._import.retranslate()
        self._fill()
        self._show()

    def _fill(self) -> None:
        system = self.tr("As the system")
        named = zip((self.tr("Light"), self.tr("Sepia"), self.tr("Dark")), theme.NAMES, strict=True)
        fill(self.theme, [(system, "system"), *named])
        fill(self.language, [(system, ""), *((name, code) for code, name in languages.NAMES.items())])

    def _show(self) -> None:
        show_choice(self.theme, self._settings.theme)
        show_choice(self.language, self._settings.language)
        self.safe.setChecked(self._settings.spreadsheet_safe)
        if not self.analyst.hasFocus():
            self.analyst.setText(self._settings.analyst)

    def _keep_analyst(self) -> None:
        self._settings.analyst = one_line(self.analyst.text())

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen, perhaps here."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Keep the name that was typed, however the dialog is closed."""
        self._keep_analyst()
        self._import.keep()
        super().done(result)
