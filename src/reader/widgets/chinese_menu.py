"""The menu that says how Chinese is shown: in which characters, and where readings stand. What is stored stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.actions import Act
from reader.settings import Settings
from reader.widgets.commands import Commands
from reader.widgets.key_words import without_key

SCRIPTS = ("published", "simplified", "traditional")
GLOSSES = ("hidden", "ruby", "printed")


def script_words() -> tuple[str, ...]:
    """What the scripts are called."""
    return (
        QCoreApplication.translate("ChineseMenu", "As published"),
        QCoreApplication.translate("ChineseMenu", "All simplified"),
        QCoreApplication.translate("ChineseMenu", "All traditional"),
    )


def gloss_words() -> tuple[str, ...]:
    """Where readings stand."""
    return (
        QCoreApplication.translate("ChineseMenu", "Readings hidden"),
        QCoreApplication.translate("ChineseMenu", "Readings above the characters"),
        QCoreApplication.translate("ChineseMenu", "Readings in brackets, as printed"),
    )


class ChineseMenu(QMenu):
    """Ticks what is set, also when it changes elsewhere; keys go from one choice to the next."""

    turned = Signal(str)  # by a key, to what these words say: in many texts that is not to be seen

    def __init__(self, settings: Settings, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chineseMenu")
        self._settings = settings
        self._choices = {"script": self._add("script", SCRIPTS)}
        self.addSeparator()
        self._choices["glosses"] = self._add("glosses", GLOSSES)
        commands.connect_all(
            {Act.SCRIPT: lambda: self.next("script", SCRIPTS), Act.GLOSSES: lambda: self.next("glosses", GLOSSES)}
        )
        settings.changed.connect(self._tick)
        self._tick()
        self.retranslate()

    def _add(self, name: str, values: Sequence[str]) -> dict[str, QAction]:
        group = QActionGroup(self)
        found = {}
        for value in values:
            action = QAction(self, checkable=True)
            action.setObjectName(f"{name}-{value}")
            action.triggered.connect(lambda _checked=False, value=value: setattr(self._settings, name, value))
            group.addAction(action)
            self.addAction(action)
            found[value] = action
        return found

    def next(self, name: str, values: Sequence[str]) -> None:
        """Set the next one of what there is to choose from."""
        now = getattr(self._settings, name)
        at = values.index(now) if now in values else 0
        value = values[(at + 1) % len(values)]
        setattr(self._settings, name, value)
        self.turned.emit(self.tr("Chinese text: {view}").format(view=self._choices[name][value].text()))

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setTitle(self.tr("C&hinese text"))
        self.setAccessibleName(without_key(self.title()))
        for name, words in (("script", script_words()), ("glosses", gloss_words())):
            for action, each in zip(self._choices[name].values(), words, strict=True):
                action.setText(each)

    def _tick(self) -> None:
        for name, actions in self._choices.items():
            actions.get(getattr(self._settings, name), next(iter(actions.values()))).setChecked(True)
