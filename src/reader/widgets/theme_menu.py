"""The menu of themes, in the menu bar and behind a button of the toolbar."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader import theme
from reader.settings import Settings
from reader.widgets.key_words import without_key


class ThemeMenu(QMenu):
    """Ticks the theme that is set, also when it changes elsewhere."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("themeMenu")
        self._settings = settings
        group = QActionGroup(self)
        self._themes: dict[str, QAction] = {}
        for name in ("system", *theme.NAMES):
            action = QAction(self, checkable=True)
            action.setObjectName(f"theme-{name}")
            action.triggered.connect(lambda _checked=False, name=name: setattr(settings, "theme", name))
            group.addAction(action)
            self.addAction(action)
            self._themes[name] = action
        settings.changed.connect(self._tick)
        self._tick()
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setTitle(self.tr("&Theme"))
        self.setAccessibleName(without_key(self.title()))
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Sepia"), self.tr("Dark"))
        for action, each in zip(self._themes.values(), words, strict=True):
            action.setText(each)

    def _tick(self) -> None:
        self._themes.get(self._settings.theme, self._themes["system"]).setChecked(True)
