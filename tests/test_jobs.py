"""Work in the background: its answer, its errors, its progress and its end arrive where it was begun."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from reader.domain.errors import EditError
from reader.jobs import Job, wait_for_all


class Ear(QObject):
    """Keeps what a job says, and on which thread it was heard."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()
        job.progressed.connect(self._on_progress)
        job.finished.connect(self._on_answer)
        job.failed.connect(self._on_answer)
        job.stopped.connect(self._on_stopped)
        job.ended.connect(self._on_ended)

    def _on_progress(self, done: int, total: int) -> None:
        self._hear((done, total))

    def _on_answer(self, answer: object) -> None:
        self._hear(answer)

    def _on_stopped(self) -> None:
        self._hear("stopped")

    def _on_ended(self) -> None:
        self._hear("ended")

    def _hear(self, what: object) -> None:
        self.heard.append(what)
        self.threads.add(QThread.currentThread())


def done(qtbot: QtBot, job: Job) -> list[object]:
    """What a job said until its end; all of it on this thread."""
    ear = Ear(job)
    job.start()
    qtbot.waitUntil(lambda: "ended" in ear.heard)
    assert ear.threads == {QThread.currentThread()}
    return ear.heard


@pytest.mark.parametrize("fails", [False, True])
def test_of_one_that_was_dropped_nothing_is_heard_but_its_end(qtbot: QtBot, fails: bool) -> None:
    went_on = threading.Event()

    def work(job: Job) -> str:
        went_on.wait(10)
        job.advance(1, 2)
        if fails:
            raise EditError("stuck", "stuck")
        return "late"

    for drop_late in (False, True):
        went_on.clear()
        job = Job(work)
        ear = Ear(job)
        job.start()
        if not drop_late:
            job.drop()
        went_on.set()
        if drop_late:  # its answer is on its way
            QThreadPool.globalInstance().waitForDone(10_000)
            job.drop()
        qtbot.waitUntil(lambda ear=ear: "ended" in ear.heard)
        assert job.cancelled and [each for each in ear.heard if each != (1, 2)] == ["ended"]
        assert drop_late or (1, 2) not in ear.heard


def test_progress_and_answer_arrive_in_order(qtbot: QtBot) -> None:
    def work(job: Job) -> str:
        job.advance(1, 2)
        job.go_on(2, 2)
        return "answer"

    assert done(qtbot, Job(work)) == [(1, 2), (2, 2), "answer", "ended"]


def test_work_that_is_all_or_nothing_is_stopped_at_its_next_step(qtbot: QtBot) -> None:
    def work(job: Job) -> str:
        job.cancel()
        job.go_on(1, 2)
        return "answer"

    assert done(qtbot, Job(work)) == ["stopped", "ended"]


def test_an_error_for_the_user_arrives_as_it_is(qtbot: QtBot) -> None:
    error = EditError("no-name", "A tag needs a name.")

    def work(job: Job) -> None:
        raise error

    assert done(qtbot, Job(work)) == [error, "ended"]


@pytest.mark.logs("a job failed")
def test_a_bug_becomes_a_sentence_and_is_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        failed, ended = done(qtbot, Job(lambda job: 1 / 0))
    assert "Something went wrong inside Reader" in str(failed) and ended == "ended"
    assert "ZeroDivisionError" in caplog.text


def test_the_end_of_the_program_stops_what_runs_and_waits_for_it(qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        while not job.cancelled:
            QThread.msleep(1)

    job = Job(work)
    ear = Ear(job)
    job.start()
    assert wait_for_all(5_000)
    qtbot.waitUntil(lambda: "ended" in ear.heard)


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
