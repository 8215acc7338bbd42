"""The settings hold as soon as they are chosen, show what is set elsewhere, and change language while open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import theme
from reader.languages import NAMES, Languages
from reader.models.typography import SIZES
from reader.settings import Settings
from reader.widgets.reading_settings import READING
from reader.widgets.settings_dialog import SettingsDialog

CHOICES = [
    ("family", "family", "sans"),
    ("size", "size", 22.0),
    ("lineHeight", "line_height", 2.0),
    ("measure", "measure", 50),
    ("glosses", "glosses", "ruby"),
    ("script", "script", "traditional"),
    ("theme", "theme", "dark"),
    ("citation", "citation", "markdown"),
    ("language", "language", "zh_TW"),
]
CHECKS = [
    *[("indent", "indent"), ("justified", "justified"), ("tagNames", "tag_names")],
    *[("safe", "spreadsheet_safe"), ("web", "web_allowed")],
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> Iterator[SettingsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SettingsDialog(settings, window)
    made.open()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


@pytest.fixture
def words() -> Iterator[Languages]:
    app = QApplication.instance()
    assert app is not None
    made = Languages(app)
    made.use("en")
    yield made
    made.use("en")


def box(dialog: SettingsDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, f"setting-{name}")
    assert isinstance(found, QComboBox)
    return found


def check(dialog: SettingsDialog, name: str) -> QCheckBox:
    found = dialog.findChild(QCheckBox, f"setting-{name}")
    assert isinstance(found, QCheckBox)
    return found


def choose(box: QComboBox, value: object) -> None:
    """Go to an entry with the arrow keys, as somebody without a mouse does."""
    wanted = box.findData(value)
    assert wanted >= 0, value
    while box.currentIndex() != wanted:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


@pytest.mark.parametrize(("field", "name", "value"), CHOICES)
def test_a_choice_holds_at_once_and_is_remembered(
    dialog: SettingsDialog, settings: Settings, tmp_path: Path, field: str, name: str, value: object
) -> None:
    assert getattr(settings, name) != value
    choose(box(dialog, field), value)
    assert getattr(settings, name) == value
    settings.store.sync()
    assert getattr(Settings(tmp_path / "settings.ini"), name) == value


@pytest.mark.parametrize(("field", "name"), CHECKS)
def test_a_tick_holds_at_once(dialog: SettingsDialog, settings: Settings, field: str, name: str) -> None:
    before = getattr(settings, name)
    assert check(dialog, field).isChecked() == before
    QTest.keyClick(check(dialog, field), Qt.Key.Key_Space)
    assert getattr(settings, name) is not before


def test_every_size_theme_and_language_can_be_chosen(dialog: SettingsDialog) -> None:
    def held(name: str) -> list[object]:
        return [box(dialog, name).itemData(row) for row in range(box(dialog, name).count())]

    assert held("size") == list(SIZES)
    assert held("theme") == ["system", *theme.NAMES]
    assert held("language") == ["", *NAMES]
    assert [box(dialog, "language").itemText(row) for row in range(1, 4)] == list(NAMES.values())


def test_the_name_is_kept_when_the_dialog_is_left_with_esc(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.analyst.setFocus()
    dialog.analyst.insert("\u202e")  # pasted, which turns the direction
    QTest.keyClicks(dialog.analyst, "  Wang   Li ")
    QTest.keyClick(dialog.analyst, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert settings.analyst == "Wang Li"


def test_what_is_set_elsewhere_is_shown(dialog: SettingsDialog, settings: Settings) -> None:
    settings.size = 28.0
    settings.justified = True
    settings.theme = "sepia"
    settings.analyst = "王"
    assert box(dialog, "size").currentData() == 28.0
    assert check(dialog, "justified").isChecked()
    assert box(dialog, "theme").currentData() == "sepia"
    assert dialog.analyst.text() == "王"


def test_what_the_lists_do_not_offer_is_shown_and_kept(dialog: SettingsDialog, settings: Settings) -> None:
    settings.family = "A font that is not installed"
    settings.measure = 39
    assert box(dialog, "family").currentText() == "A font that is not installed"
    assert box(dialog, "measure").currentText() == "39"
    settings.size = 22.0
    assert (settings.family, settings.measure) == ("A font that is not installed", 39)


def test_restoring_touches_only_how_text_is_set(dialog: SettingsDialog, settings: Settings) -> None:
    for field, name, value in CHOICES:
        choose(box(dialog, field), value)
        assert getattr(settings, name) == value
    settings.analyst = "王"
    restore = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Restore reading defaults")
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    for name in READING:
        assert getattr(settings, name) == getattr(Settings, name).default, name
    assert box(dialog, "size").currentData() == Settings.size.default
    assert (settings.theme, settings.language, settings.analyst) == ("dark", "zh_TW", "王")


def test_the_language_changes_while_the_dialog_is_open(
    dialog: SettingsDialog, settings: Settings, words: Languages, qtbot: QtBot
) -> None:
    settings.changed.connect(lambda name: words.use(settings.language) if name == "language" else None)
    assert dialog.windowTitle() == "Settings"
    choose(box(dialog, "size"), 22.0)
    choose(box(dialog, "language"), "zh_TW")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "設定")
    assert box(dialog, "theme").itemText(0) == "跟隨系統"
    assert box(dialog, "language").currentText() == "繁體中文"
    assert (box(dialog, "size").currentData(), settings.size) == (22.0, 22.0)
    choose(box(dialog, "language"), "en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")


@pytest.mark.parametrize("code", NAMES)
def test_no_key_opens_two_fields(dialog: SettingsDialog, words: Languages, qtbot: QtBot, code: str) -> None:
    words.use(code)
    qtbot.waitUntil(lambda: dialog.windowTitle() == {"en": "Settings", "zh_CN": "设置", "zh_TW": "設定"}[code])
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    texts += [ticked.text() for ticked in dialog.findChildren(QCheckBox)]
    keys = [text[text.index("&") + 1].upper() for text in texts]
    assert len(keys) == len(CHOICES) + len(CHECKS) + 4
    assert len(set(keys)) == len(keys), texts
