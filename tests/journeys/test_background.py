"""What is done in the background, one after the other: what became of each is said, also where others come after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from sqlite_utils import Database

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING, Change
from reader.domain.errors import EditError
from reader.services import edits
from reader.storage.connection import numbers
from reader.storage.journal import STUCK, Advance, silently
from reader.widgets import wishes

MANY = 2_000  # rows that nobody waits for


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    made = start()
    making.add(made.program.session.db)
    made.program.session.tell(EVERYTHING)
    made.window.open_last()
    return made


def fail(_db: Database, *, advance: Advance = silently) -> Change:
    raise EditError("stuck", STUCK)


def done(desktop: Desktop) -> bool:
    return any(row.starred for row in desktop.rows())


@pytest.mark.parametrize("closing", [True, False])
def test_why_something_failed_stays_in_sight_where_something_else_is_done_after_it(
    desktop: Desktop, closing: bool
) -> None:
    window, star = desktop.window, partial(edits.set_starred, ids=[1], starred=True)
    window.attempts.do_to_many(fail, MANY, say=True)
    window.attempts.do_to_many(star, MANY, say=True)
    if closing:
        window.close()
        assert window.notice.words == "Something is still being stored. The window closes once it is."
    desktop.wait(lambda: done(desktop))
    desktop.settle()
    assert window.isVisible() and "cannot be taken back" in window.notice.words
    assert window.notice.words.endswith("Article starred: 我市召開會議")
    desktop.click("noticeButton")
    assert not done(desktop) and window.notice.words.startswith("Undone: ")


def test_what_a_job_wrote_is_told_of_once_it_has_ended(
    start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.session.WATCH_MS", 10)
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.program.session.tell(EVERYTHING)
    told, written, go_on = list[Change](), Event(), Event()
    desktop.program.session.changed.connect(told.append)

    def numbers_late(db: Database) -> list[int]:
        written.set()
        go_on.wait(10)
        return numbers(db)

    monkeypatch.setattr(wishes, "numbers", numbers_late)
    desktop.window.attempts.do_to_many(partial(edits.set_starred, ids=[1], starred=True), MANY, say=True)
    desktop.wait(written.is_set)
    desktop.qtbot.wait(100)
    assert told == []
    go_on.set()
    desktop.wait(lambda: done(desktop) and desktop.window.notice.words == "Article starred: 我市召開會議")
    assert [each.all for each in told] == [False]
    desktop.elsewhere(lambda db: edits.set_starred(db, [1], False))
    desktop.wait(lambda: not done(desktop))


def test_it_is_said_once_where_nothing_else_is_said(desktop: Desktop) -> None:
    said = list[str]()
    desktop.window.notice.said.connect(said.append)
    desktop.window.attempts.do_to_many(fail, MANY, say=True)
    desktop.window.attempts.do_to_many(partial(edits.set_starred, ids=[1], starred=True), MANY, say=False)
    desktop.wait(lambda: done(desktop))
    desktop.settle()
    assert len(said) == 1
