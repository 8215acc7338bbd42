"""The first start with the articles that come with the program: they arrive in the window, and can be worked with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import Desktop
from reader import resources
from reader.services import locations


@pytest.fixture
def samples(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """The program as `dev.py run` starts it, in a home of its own, and before anything has arrived."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    if not locations.sample_library().is_relative_to(tmp_path):
        pytest.skip("the system names another place for libraries")
    desktop = Desktop(qtbot, locations.sample_library(), tmp_path / "settings.ini")
    assert desktop.rows() == []
    desktop.program.import_samples()
    yield desktop
    desktop.quit()


def test_they_arrive_in_the_window_and_one_is_open(samples: Desktop) -> None:
    count = len(list(resources.path("samples").iterdir()))
    assert samples.window.status.activity.isVisible()  # it is the ordinary import, seen and to be stopped
    samples.wait(lambda: samples.window.notice.words == f"{count} articles added.")
    assert len(samples.rows()) == count and samples.title()
    assert samples.settings.import_folder == "" and samples.settings.library == ""
    samples.press("J", samples.window.view.pane)
    samples.press("Ctrl+A", samples.window.view.pane)
    samples.press("H", samples.window.view.pane)
    assert len(samples.stored()) == 1
    samples.program.import_samples()  # as at the next start
    assert not samples.window.status.activity.busy
