"""Words keep 4.5:1 and marks 3:1 on every ground that they stand on, in every theme."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QTableView,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import theme
from reader.domain.tag import COLORS
from reader.settings import Settings
from reader.widgets.looks import Looks
from reader.widgets.row_painting import RING

GROUNDS = ("page", "panel", "hover", "selection")
LIT = ("hover", "selection")
Group, Role = QPalette.ColorGroup, QPalette.ColorRole


def contrast(first: QColor, second: QColor) -> float:
    """The contrast of two colours as WCAG 2 has it, 1 to 21."""
    dark, light = sorted(map(luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(params=theme.NAMES)
def shown(request: pytest.FixtureRequest) -> theme.Theme:
    return theme.load(request.param)


def test_words_can_be_read_on_every_ground(shown: theme.Theme) -> None:
    for kind, ground in itertools.product(("text", "secondary", "accent"), GROUNDS):
        behind = getattr(shown, ground)
        color = theme.words_color(shown, getattr(shown, kind), behind if ground in LIT else "")
        assert contrast(color, QColor(behind)) >= 4.5, (kind, ground)
    assert contrast(QColor(shown.text), QColor(shown.hit)) >= 4.5
    assert contrast(QColor(shown.on_accent), QColor(shown.accent)) >= 4.5


def test_marks_are_seen_on_every_ground(shown: theme.Theme) -> None:
    for ground in GROUNDS:
        assert contrast(QColor(shown.accent), QColor(getattr(shown, ground))) >= 3, ground
        assert contrast(QColor(shown.secondary), QColor(getattr(shown, ground))) >= 3, ground
    for hue in COLORS.values():
        assert contrast(theme.line_color(shown, hue), QColor(shown.page)) >= 3, hue


@pytest.mark.parametrize("role", [Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText])
def test_what_cannot_be_used_now_can_be_read(qapp: QApplication, shown: theme.Theme, role: Role) -> None:
    made = theme.palette(shown)
    for group, ground in itertools.product((Group.Active, Group.Inactive, Group.Disabled), (Role.Window, Role.Base)):
        assert contrast(made.color(group, role), made.color(ground)) >= 4.5, (group, ground)


def test_a_placeholder_in_a_field_is_no_paler_than_other_secondary_words(shown: theme.Theme) -> None:
    assert f"placeholder-text-color: {shown.secondary}" in theme.style_sheet(shown)


@pytest.fixture(params=["black", "white"])
def high(request: pytest.FixtureRequest) -> QPalette:
    """The colours of a desktop with high contrast."""
    page, text, chosen, on_chosen = {
        "black": ("#000000", "#ffffff", "#1aebff", "#000000"),
        "white": ("#ffffff", "#000000", "#37006e", "#ffffff"),
    }[request.param]
    made = QPalette(QColor(text), QColor(page), QColor(text), QColor(page), QColor(text), QColor(text), QColor(page))
    made.setColor(Role.Base, QColor(page))
    made.setColor(Role.Window, QColor(page))
    made.setColor(Role.Highlight, QColor(chosen))
    made.setColor(Role.HighlightedText, QColor(on_chosen))
    return made


def test_high_contrast_uses_the_colours_of_the_desktop(
    qapp: QApplication, high: QPalette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.theme = "sepia"
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    monkeypatch.setattr(theme, "system_palette", lambda: high)
    looks = Looks(settings)
    made = looks.theme
    for role in (Role.Window, Role.WindowText, Role.Base, Role.Text, Role.Highlight, Role.HighlightedText):
        assert QApplication.palette().color(role) == high.color(role), role
    assert theme.tint(made, list(COLORS.values())) == high.color(Role.Base)  # underlines only
    assert all(theme.line_color(made, hue) == high.color(Role.Text) for hue in COLORS.values())
    assert contrast(theme.words_color(made, made.secondary, made.selection), QColor(made.selection)) >= 7
    assert contrast(QColor(made.text), QColor(made.hit)) >= 4.5
    monkeypatch.undo()
    settings.theme = "light"
    assert looks.theme == theme.load("light")


def test_a_radio_button_has_a_dot_where_a_check_box_has_a_tick(qapp: QApplication, shown: theme.Theme) -> None:
    button = QRadioButton()
    button.setStyleSheet(theme.style_sheet(shown))
    button.setChecked(True)
    button.resize(button.sizeHint())
    seen, middle = button.grab().toImage(), button.height() // 2
    colors = [seen.pixelColor(x, middle).name().upper() for x in range(16)]
    assert colors[8] == shown.accent and colors[3] == shown.page


def test_buttons_of_dialogs_have_words_only(qapp: QApplication) -> None:
    class Pictured(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *others: object) -> int:
            wanted = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
            return 1 if wanted else super().styleHint(hint, *others)  # type: ignore[call-overload, no-any-return]

    parent, style = QWidget(), Pictured("Fusion")
    parent.setStyle(style)
    parent.setStyleSheet(theme.style_sheet(theme.load("light")))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save, parent)
    box.ensurePolished()
    assert not box.style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, box)


def test_the_ring_of_a_table_in_a_dialog_takes_the_room_that_its_edge_had(qapp: QApplication) -> None:
    parent = QDialog()
    parent.setStyleSheet(theme.style_sheet(theme.load("light")))
    for view in (QTableView(parent), QTableWidget(1, 1, parent), QTreeWidget(parent)):
        view.ensurePolished()
        assert view.frameWidth() == RING


@pytest.mark.parametrize("kind", [QTableWidget, QTreeWidget])
def test_between_two_scroll_bars_there_is_the_ground_of_the_list(
    qtbot: QtBot, shown: theme.Theme, kind: type[QAbstractScrollArea]
) -> None:
    view = kind()
    qtbot.addWidget(view)
    view.setStyleSheet(theme.style_sheet(shown))
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.resize(200, 200)
    picture = view.grab().toImage()
    assert {picture.pixelColor(200 - at, 200 - at).name() for at in range(1, 12)} == {shown.panel.lower()}
