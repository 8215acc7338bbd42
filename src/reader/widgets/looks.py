"""Theme and typography from the settings, for the whole application."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import theme as themes
from reader.models.typography import Typography
from reader.settings import Settings
from reader.theme import Theme

TYPOGRAPHIC = frozenset(
    {"size", "family", "line_height", "indent", "measure", "justified", "glosses", "script", "tag_names"}
)


class Looks(QObject):
    """Knows the theme and typography that hold now, and tells when they change."""

    theme_changed = Signal(object)  # Theme
    typography_changed = Signal(object)  # Typography

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.theme: Theme = self._wanted()
        self._dress()
        settings.changed.connect(self._on_setting)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def typography(self) -> Typography:
        """How text is set."""
        settings = self._settings
        return Typography(
            size=settings.size,
            family=settings.family,
            line_height=settings.line_height,
            indent=settings.indent,
            measure=settings.measure,
            justified=settings.justified,
            glosses=settings.glosses,
            script=settings.script,
            tag_names=settings.tag_names,
        )

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            self._apply()
        elif name in TYPOGRAPHIC:
            self.typography_changed.emit(self.typography())

    def _wanted(self) -> Theme:
        """The theme that is set, unless the desktop asks for high contrast: then its own colours."""
        if themes.wants_contrast():
            return themes.contrast(themes.system_palette())
        return themes.chosen(self._settings.theme)

    def _apply(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self._dress()
            self.theme_changed.emit(wanted)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(themes.palette(self.theme))
            app.setStyleSheet(themes.style_sheet(self.theme))
