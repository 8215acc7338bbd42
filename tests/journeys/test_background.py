"""What is done in the background, one after the other: what became of each is said, also where others come after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlite_utils import Database

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING, Change
from reader.domain.errors import EditError
from reader.services import edits
from reader.storage.journal import STUCK, Advance, silently

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
    desktop.qtbot.wait(50)
    assert window.isVisible() and "cannot be taken back" in window.notice.words
    assert window.notice.words.endswith("Article starred: 我市召開會議")
    desktop.click("noticeButton")
    assert not done(desktop) and window.notice.words.startswith("Undone: ")


def test_it_is_said_once_where_nothing_else_is_said(desktop: Desktop) -> None:
    said = list[str]()
    desktop.window.notice.said.connect(said.append)
    desktop.window.attempts.do_to_many(fail, MANY, say=True)
    desktop.window.attempts.do_to_many(partial(edits.set_starred, ids=[1], starred=True), MANY, say=False)
    desktop.wait(lambda: done(desktop))
    desktop.qtbot.wait(50)
    assert len(said) == 1
