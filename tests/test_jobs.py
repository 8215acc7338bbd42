"""Work off the GUI thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.jobs import Job


@pytest.fixture
def collected_on() -> Iterator[set[threading.Thread]]:
    """The threads on which Python looked for cycles meanwhile."""
    found: set[threading.Thread] = set()
    note: Callable[[str, dict[str, int]], None] = lambda phase, info: found.add(threading.current_thread())  # noqa: E731
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_cycles_are_looked_for_on_the_gui_thread_only(qtbot: QtBot, collected_on: set[threading.Thread]) -> None:
    def work(job: Job) -> int:
        made: list[list[object]] = []
        for number in range(200_000):
            made.append([made])
            if number % 1000 == 0:
                job.advance(number, 200_000)
        return len(made)

    jobs = [Job(work), Job(work)]
    for job in jobs:
        job.start()
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled, timeout=30_000)
    assert collected_on == {threading.main_thread()}
