"""The settings; each holds as soon as it is changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QFontDatabase, QPalette
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
from reader.models.typography import SIZES
from reader.settings import Settings

LABEL_WIDTH, TARGET = 130, 28  # px
LINE_HEIGHTS = (0.0, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 2.0, 2.2, 2.5)  # times the size; 0: by the script
MEASURES = (20, 24, 28, 32, 34, 36, 38, 40, 42, 46, 50, 60)  # Han characters a line
NAMES = (
    *("family", "size", "lineHeight", "measure", "indent", "justified", "glosses"),
    *("theme", "language", "analyst", "hint", "safe", "safeHint"),
)  # of the fields, from top to bottom
FREE = ("family", "size", "line_height", "measure")  # may hold what the lists here do not offer
READING = ("family", "size", "line_height", "measure", "indent", "justified", "glosses")


class SettingsDialog(QDialog):
    """Shows what is set, also when it changes elsewhere."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self.family, self.size_box, self.line_height, self.measure = (QComboBox() for _ in range(4))
        self.indent, self.justified, self.safe = QCheckBox(), QCheckBox(), QCheckBox()
        self.glosses, self.theme, self.language = QComboBox(), QComboBox(), QComboBox()
        self.analyst = QLineEdit()
        self.analyst.setMaxLength(100)
        self._groups = [QGroupBox() for _ in range(4)]
        self._labels: list[QLabel] = []
        self._hint, self._safe_hint = QLabel(), QLabel()
        for hint in (self._hint, self._safe_hint):
            hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            hint.setWordWrap(True)
        self._restore = QPushButton()
        self._restore.setAutoDefault(False)
        self._lay_out()
        self.retranslate()
        self._connect()
        settings.changed.connect(self._show)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 16)
        fields: tuple[tuple[QWidget, ...], ...] = (
            (self.family, self.size_box, self.line_height, self.measure, self.indent, self.justified, self.glosses),
            (self.theme, self.language),
            (self.analyst, self._hint),
            (self.safe, self._safe_hint),
        )
        names = iter(NAMES)
        for group, widgets in zip(self._groups, fields, strict=True):
            form = QFormLayout(group)
            form.setContentsMargins(0, 10, 0, 4)
            for widget in widgets:
                widget.setObjectName(f"setting-{next(names)}")
                label = QLabel()
                label.setMinimumWidth(LABEL_WIDTH)
                form.addRow(label, widget)
                if isinstance(widget, QCheckBox):
                    widget.setMinimumHeight(TARGET)
                elif not isinstance(widget, QLabel):
                    label.setBuddy(widget)
                    self._labels.append(label)
            column.addWidget(group)
        column.addSpacing(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(480)

    def _boxes(self) -> tuple[tuple[QComboBox, str], ...]:
        """The lists, each with the name of its setting."""
        return (
            (self.family, "family"),
            (self.size_box, "size"),
            (self.line_height, "line_height"),
            (self.measure, "measure"),
            (self.glosses, "glosses"),
            (self.theme, "theme"),
            (self.language, "language"),
        )

    def _connect(self) -> None:
        for box, name in self._boxes():
            box.setMaxVisibleItems(len(SIZES))
            box.activated.connect(lambda _index, box=box, name=name: setattr(self._settings, name, box.currentData()))
        for check, name in ((self.indent, "indent"), (self.justified, "justified"), (self.safe, "spreadsheet_safe")):
            check.toggled.connect(lambda on, name=name: setattr(self._settings, name, on))
        self.analyst.editingFinished.connect(self._keep_analyst)
        self._restore.clicked.connect(self._restore_reading)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setWindowTitle(self.tr("Settings"))
        titles = (self.tr("Reading"), self.tr("Appearance"), self.tr("You"), self.tr("Export"))
        for group, title in zip(self._groups, titles, strict=True):
            group.setTitle(title)
        words = (
            *(self.tr("&Font"), self.tr("&Size"), self.tr("Line &height"), self.tr("Characters a &line")),
            *(self.tr("&Readings in brackets"), self.tr("&Theme"), self.tr("L&anguage"), self.tr("&Name")),
        )
        for label, each in zip(self._labels, words, strict=True):
            label.setText(each)
        self.indent.setText(self.tr("&Indent the first line of Chinese paragraphs"))
        self.justified.setText(self.tr("&Justify lines"))
        self.safe.setText(self.tr("Safe for s&preadsheets"))
        self._hint.setText(self.tr("Stands beside the highlights that you make."))
        self._safe_hint.setText(self.tr("Puts ' before cells that a spreadsheet would run as a formula."))
        self.analyst.setAccessibleDescription(self._hint.text())
        self.safe.setAccessibleDescription(self._safe_hint.text())
        self._restore.setText(self.tr("Restore reading defaults"))
        self._fill()
        self._show()

    def _fill(self) -> None:
        system = self.tr("As the system")
        families = [name for name in QFontDatabase.families() if not name.startswith(".")]
        choices: dict[QComboBox, Sequence[tuple[str, object]]] = {
            self.family: [(self.tr("Serif"), "serif"), (self.tr("Sans serif"), "sans")]
            + [(name, name) for name in families],
            self.size_box: [(self.tr("{points} pt").format(points=size), float(size)) for size in SIZES],
            self.line_height: [
                (f"{height:g}" if height else self.tr("As the script needs it"), height) for height in LINE_HEIGHTS
            ],
            self.measure: [(str(measure), measure) for measure in MEASURES],
            self.glosses: [(self.tr("Hidden"), "hidden"), (self.tr("Above the characters"), "ruby")],
            self.theme: [(system, "system")]
            + list(zip((self.tr("Light"), self.tr("Sepia"), self.tr("Dark")), theme.NAMES, strict=True)),
            self.language: [(system, "")] + [(name, code) for code, name in languages.NAMES.items()],
        }
        for box, items in choices.items():
            with QSignalBlocker(box):
                box.clear()
                for words, value in items:
                    box.addItem(words, value)

    def _show(self) -> None:
        settings = self._settings
        for box, name in self._boxes():
            value = getattr(settings, name)
            if box.findData(value) < 0 and name in FREE:
                box.addItem(value if isinstance(value, str) else f"{value:g}", value)
            box.setCurrentIndex(max(0, box.findData(value)))
        for check, on in (
            (self.indent, settings.indent),
            (self.justified, settings.justified),
            (self.safe, settings.spreadsheet_safe),
        ):
            check.setChecked(on)
        if not self.analyst.hasFocus():
            self.analyst.setText(settings.analyst)

    def _keep_analyst(self) -> None:
        self._settings.analyst = " ".join(self.analyst.text().split())

    def _restore_reading(self) -> None:
        for name in READING:
            setattr(self._settings, name, getattr(Settings, name).default)

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen, perhaps here."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Keep the name that was typed, however the dialog is closed."""
        self._keep_analyst()
        super().done(result)
