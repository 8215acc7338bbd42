"""Every journey starts the program, perhaps more than once, on the same library and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import Desktop


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Desktop]]:
    """Starts the program, on the same library and settings each time; ends the one before."""
    running: list[Desktop] = []

    def again() -> Desktop:
        while running:
            running.pop().quit()
        running.append(Desktop(qtbot, tmp_path / "library.reader", tmp_path / "settings.ini"))
        return running[-1]

    yield again
    while running:
        running.pop().quit()
