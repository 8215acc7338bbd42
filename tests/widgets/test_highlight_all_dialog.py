"""The dialog about all that is searched for: what it looked for before no longer matters to it."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader import theme
from reader.jobs import Job
from reader.services.highlighting import Extent, Passages
from reader.widgets.highlight_all_dialog import HighlightAllDialog, Where


def test_garbage_is_collected_also_while_what_is_not_wanted_any_more_runs(qtbot: QtBot) -> None:
    window, begun, dropped, ended, tidied = QWidget(), *(threading.Event() for _ in range(4))
    qtbot.addWidget(window)

    def look(where: Where, extent: Extent, job: Job) -> Passages:
        begun.set()
        assert dropped.wait(10)
        made: list[list[object]] = []
        for _ in range(100):
            made.extend([made] for _ in range(1_000))
            job.advance(1, 2)
            if tidied.wait(0.02):
                break
        ended.set()
        return Passages()

    def note(phase: str, _info: dict[str, int]) -> None:
        if dropped.is_set() and not ended.is_set():
            tidied.set()

    dialog = HighlightAllDialog("港口", look, "港口", theme.load("light"), window)
    assert begun.wait(10)
    dialog.reject()
    gc.callbacks.append(note)
    dropped.set()
    qtbot.waitUntil(ended.is_set)
    gc.callbacks.remove(note)
    qtbot.waitUntil(gc.isenabled)
    assert tidied.is_set()
