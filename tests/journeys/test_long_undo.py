"""Undo and redo of steps that take long: each press means one more step, and none that others did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import edits, highlights_together
from reader.storage import journal
from reader.widgets import attempts

STEPS = 10
MANY = 3  # highlights that are changed by a step that is not waited for
BEFORE = MANY + 1  # steps, in which the article and its highlights came
COLORS = ("red", "blue", "green")


@pytest.fixture
def reading(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """An article with highlights, of which one and all in turn were given another colour."""
    monkeypatch.setattr(attempts, "AT_ONCE", 2 * journal.ALONE)
    desktop = start()
    session = desktop.program.session
    article = making.add(session.db)
    every = [edits.highlight(session.db, article, at, at + 1)[0] for at in range(MANY)]
    session.tell(EVERYTHING)
    desktop.window.open_last()
    for number in range(STEPS):
        some = every[:1] if number % 3 == 1 else every
        session.perform(partial(highlights_together.set_colors, ids=some, color=COLORS[number % 3]))
    return desktop


@contextmanager
def sentences(desktop: Desktop) -> Iterator[list[str]]:
    """What the notice says meanwhile."""
    said = list[str]()
    desktop.window.notice.said.connect(said.append)
    yield said
    desktop.window.notice.said.disconnect(said.append)


def colored(desktop: Desktop) -> int:
    """How many of the steps are done."""
    return journal.count_after(desktop.program.session.db, BEFORE)


def test_as_many_steps_as_presses_are_taken_back_and_done_again_each_once(reading: Desktop) -> None:
    pane = reading.window.view.pane
    for keys, word, left in (("Ctrl+Z", "Undone: ", 0), ("Ctrl+Shift+Z", "Done again: ", STEPS)):
        with sentences(reading) as said:
            for _ in range(STEPS):
                reading.press(keys, pane)
            reading.wait(lambda said=said: len(said) >= STEPS)
            reading.settle()
        assert len(said) == STEPS and all(each.startswith(word) for each in said)
        assert colored(reading) == left


def test_redo_that_is_pressed_while_the_only_undo_is_under_way_means_that(reading: Desktop) -> None:
    pane = reading.window.view.pane
    with sentences(reading) as said:
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
            reading.press(keys, pane)
        reading.wait(lambda: len(said) >= 3)
    assert [each.split(":")[0] for each in said] == ["Undone", "Done again", "Undone"]
    assert colored(reading) == STEPS - 1


def test_one_that_is_pressed_after_another_takes_that_back(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("Ctrl+Z", pane)
    reading.wait(lambda: reading.window.notice.words.startswith("Undone: "))
    with sentences(reading) as said:
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z"):
            reading.press(keys, pane)
        reading.wait(lambda: len(said) >= 3)
    assert colored(reading) == STEPS


def test_what_is_pressed_more_often_than_there_are_steps_says_nothing_untrue(reading: Desktop) -> None:
    session, pane = reading.program.session, reading.window.view.pane
    latest = session.next_undo()
    assert latest is not None
    session.perform(partial(edits.undo_to, step=BEFORE))
    for _ in range(2 * STEPS):
        reading.press("Ctrl+Shift+Z", pane)
    reading.wait(lambda: session.next_undo() == latest)
    reading.settle()
    assert reading.window.notice.words.startswith("Done again: ")


def test_what_others_did_meanwhile_is_not_taken_back_by_a_press_before(reading: Desktop) -> None:
    session, pane = reading.program.session, reading.window.view.pane

    def do_something_else() -> None:
        session.changed.disconnect(do_something_else)
        with session.library.another() as other:
            edits.set_starred(other, [1], True)

    session.changed.connect(do_something_else)
    for _ in range(3):
        reading.press("Ctrl+Z", pane)
    reading.wait(lambda: reading.window.notice.words.startswith("Something else was done since: Article starred"))
    reading.settle()
    latest = session.next_undo()
    assert latest is not None and latest.kind == "star"
    reading.press("Ctrl+Z", pane)
    assert colored(reading) == STEPS - 1


def test_stopping_one_stops_what_was_pressed_after_it(reading: Desktop) -> None:
    with making.another_writer(reading.program.session.path):
        for _ in range(3):
            reading.press("Ctrl+Z", reading.window.view.pane)
        reading.click("cancelJob")
    reading.wait(lambda: reading.window.notice.words == "Stopped; nothing was changed.")
    reading.settle()
    assert colored(reading) == STEPS


def test_a_press_after_going_back_to_a_step_means_that_step(reading: Desktop) -> None:
    replaying = reading.window.attempts.replaying
    replaying.undo_to(BEFORE + 5, STEPS)
    reading.press("Ctrl+Z", reading.window.view.pane)
    reading.wait(lambda: reading.window.notice.words.startswith("Undone: "))
    assert colored(reading) == 4
