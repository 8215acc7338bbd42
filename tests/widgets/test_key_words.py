"""Keys are called the same in menus, in tooltips and in our own sentences."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.languages import Languages
from reader.widgets.key_words import native


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_keys_are_called_as_on_keyboards(qapp: QApplication, language: str) -> None:
    words = Languages(qapp)
    words.use(language)
    try:
        asked = ("Alt+Up", "Alt+Down", "Ctrl+Left", "Right", "Del", "Ctrl+Backspace", "Return", "Ctrl+Return")
        assert [native(keys) for keys in asked] == [
            *("Alt+↑", "Alt+↓", "Ctrl+←", "→", "Del", "Ctrl+Backspace", "Enter", "Ctrl+Enter")
        ]
    finally:
        words.use("en")
