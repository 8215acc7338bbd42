"""Settings: typed, with defaults, told of when they change, and kept in a file that anybody may have edited."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from reader.settings import Setting, Settings

EVERY = [name for name, each in vars(Settings).items() if isinstance(each, Setting)]
OTHERS: dict[type, object] = {str: "other 字", bool: False, int: 7, float: 2.5, QByteArray: QByteArray(b"\x00\xff")}


@pytest.fixture
def path(tmp_path: Path, qtbot: QtBot) -> Path:
    return tmp_path / "settings.ini"


@pytest.mark.parametrize("name", EVERY)
def test_each_has_a_default_and_comes_back_from_the_file_with_its_type(path: Path, name: str) -> None:
    settings = Settings(path)
    default = getattr(Settings, name).default
    assert getattr(settings, name) == default
    other = not default if isinstance(default, bool) else OTHERS[type(default)]
    setattr(settings, name, other)
    settings.store.sync()
    found = getattr(Settings(path), name)
    assert found == other and type(found) is type(default)


def test_only_a_change_is_told(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    with qtbot.assertNotEmitted(settings.changed):
        settings.measure = Settings.measure.default
    with qtbot.waitSignal(settings.changed) as told:
        settings.measure = 40
    assert told.args == ["measure"]


def test_nonsense_in_the_file_is_the_default(path: Path) -> None:
    path.write_text("[General]\nsort=colour\nsize=large\nmeasure=@Invalid()\n", "utf-8")
    settings = Settings(path)
    assert (settings.order.sort, settings.measure, settings.size) == ("published", 38, 14.0)
