"""The languages of the window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader import resources

NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}


def chosen(setting: str) -> str:
    """The language to show: the one set, else the first of the system's that we have, else English."""
    if setting in NAMES:
        return setting
    for name in QLocale.system().uiLanguages():
        locale = QLocale(name)
        if locale.language() == QLocale.Language.English:
            return "en"
        if locale.language() == QLocale.Language.Chinese:
            hant = locale.script() == QLocale.Script.TraditionalChineseScript
            return "zh_TW" if hant else "zh_CN"
    return "en"


def listed(parts: Iterable[str]) -> str:
    """Words one after another, as the language of the window parts them."""
    return QCoreApplication.translate("Lists", ", ").join(parts)


def chinese() -> Literal["simplified", "traditional"] | None:
    """The script of the window's language; None where that is not Chinese."""
    locale = QLocale()
    if locale.language() != QLocale.Language.Chinese:
        return None
    return "traditional" if locale.script() == QLocale.Script.TraditionalChineseScript else "simplified"


def moment(stored: str) -> str:
    """A time as it is stored, ISO 8601 with its offset, to the minute as it was here; written as all dates are."""
    try:
        return datetime.fromisoformat(stored).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # in a damaged library it may be none
        return stored


class Languages:
    """Installs the translators of one language in place of those of another."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.current = ""

    def use(self, code: str) -> None:
        """Switch to "en", "zh_CN" or "zh_TW". Widgets get a LanguageChange event."""
        if code == self.current:
            return
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []
        self.current = code
        QLocale.setDefault(QLocale(code))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (f"{qt_folder}/qtbase_{code}.qm", str(resources.path(f"i18n/reader_{code}.qm"))):
            translator = QTranslator(self._app)
            if translator.load(file):
                self._app.installTranslator(translator)
                self._installed.append(translator)
