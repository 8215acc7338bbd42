"""Star, unread, trash: of the open article or of those selected, of very many too, and back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

import making
from desktop import Desktop
from reader import session
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.jobs import Job
from reader.services import edits
from reader.storage import articles, journal
from reader.widgets import attempts
from reader.widgets.sidebar import SCOPES

ARTICLES = 12
PATIENCE_S = 10


@pytest.fixture
def empty(start: Callable[[], Desktop]) -> Desktop:
    return start()


@pytest.fixture
def listed(empty: Desktop) -> Desktop:
    """The newest article is open, and the list has the focus."""
    for day in range(1, ARTICLES + 1):
        making.add(empty.program.session.db, f"article {day}\nwords", published=f"2020-03-{day:02}")
    empty.program.session.tell(EVERYTHING)
    empty.window.open_last()
    empty.window.listing.view.setFocus()
    return empty


def possible(desktop: Desktop) -> set[Act]:
    """Those of the commands about articles that can be chosen now."""
    acts = (Act.DETAILS, Act.STAR, Act.UNREAD, Act.TRASH, Act.RESTORE, Act.EMPTY_TRASH, Act.NEXT_ARTICLE, Act.HIGHLIGHT)
    return {act for act in acts if desktop.window.commands[act].isEnabled()}


OF_ONE = {Act.DETAILS, Act.STAR, Act.UNREAD, Act.TRASH, Act.NEXT_ARTICLE, Act.HIGHLIGHT}


def test_in_the_text_the_open_article_is_meant_and_in_the_list_those_selected(listed: Desktop) -> None:
    window = listed.window
    for _ in range(2):
        listed.press("Shift+Down", window.listing.view)
    assert len(window.listing.selected()) == 3
    listed.press("S", window.view.pane)
    assert [row.title for row in listed.rows() if row.starred] == [listed.title()] == ["article 10"]
    listed.press("S", window.listing.view)
    assert sum(row.starred for row in listed.rows()) == 3
    listed.press("Ctrl+Del", window.view.pane)
    assert len(listed.rows()) == ARTICLES - 1
    listed.press("Ctrl+Z", window.view.pane)
    listed.press("Ctrl+Z", window.view.pane)
    assert [row.title for row in listed.rows() if row.starred] == ["article 10"]


def test_the_open_article_is_meant_also_when_a_filter_hides_it(listed: Desktop) -> None:
    listed.type("nothing is named so", "searchBox")
    listed.wait(lambda: not listed.rows())
    listed.press("S", listed.window.view.pane)
    listed.click("showAll")
    assert [row.title for row in listed.rows() if row.starred] == ["article 12"]


def test_only_what_can_be_done_can_be_chosen(empty: Desktop) -> None:
    assert possible(empty) == set()
    making.add(empty.program.session.db)
    empty.program.session.tell(EVERYTHING)
    empty.window.open_last()
    assert possible(empty) == OF_ONE
    empty.press("Ctrl+Del", empty.window.view.pane)
    assert possible(empty) == {Act.EMPTY_TRASH}
    empty.window.sidebar.scopes.setCurrentRow(SCOPES.index("trash"))
    empty.press("J", empty.window.listing.view)
    assert possible(empty) == OF_ONE - {Act.TRASH} | {Act.RESTORE, Act.EMPTY_TRASH}
    empty.window.commands[Act.RESTORE].trigger()
    assert possible(empty) == set()


def test_very_many_are_changed_in_the_background_as_one_step(listed: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", ARTICLES - 1)
    window, activity = listed.window, listed.window.status.activity
    window.listing.view.selectAll()
    listed.press("Ctrl+Del", window.listing.view)
    assert activity.isVisible() and len(listed.rows()) == ARTICLES
    listed.wait(lambda: window.notice.words == f"{ARTICLES} articles moved to the trash.")
    assert not listed.rows()
    QTest.qWait(0)
    listed.click("noticeButton")
    listed.wait(lambda: window.notice.words.startswith("Undone"))
    assert len(listed.rows()) == ARTICLES
    listed.press("Ctrl+Shift+Z", window.listing.view)
    listed.wait(lambda: not listed.rows())


def test_what_is_being_taken_back_is_not_offered_again(listed: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", ARTICLES - 1)
    window, going_on = listed.window, threading.Event()
    window.listing.view.selectAll()
    listed.press("Ctrl+Del", window.listing.view)
    listed.wait(lambda: "moved" in window.notice.words)
    go_on = Job.go_on

    def wait(job: Job, done: int, total: int) -> None:
        assert going_on.wait(PATIENCE_S)
        go_on(job, done, total)

    monkeypatch.setattr(Job, "go_on", wait)
    listed.press("Ctrl+Z", window.listing.view)
    assert window.notice.words == ""
    going_on.set()
    listed.wait(lambda: window.notice.words.startswith("Undone"))


def test_reading_goes_on_meanwhile(listed: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", ARTICLES - 1)
    written, going_on = threading.Event(), threading.Event()
    go_on = Job.go_on

    def wait(job: Job, done: int, total: int) -> None:
        written.set()
        assert going_on.wait(PATIENCE_S)
        go_on(job, done, total)

    monkeypatch.setattr(Job, "go_on", wait)
    window = listed.window
    window.listing.view.selectAll()
    listed.press("S", window.listing.view)
    assert written.wait(PATIENCE_S)
    began = time.monotonic()
    listed.press("J", window.view.pane)
    assert listed.title() == "article 11" and time.monotonic() - began < PATIENCE_S / 5
    assert not window.notice.words and not listed.rows()[1].read
    began = time.monotonic()
    listed.press("U", window.view.pane)
    assert window.notice.words.startswith("What you wanted before is still being done.")
    assert time.monotonic() - began < session.PATIENCE_MS / 1000
    going_on.set()
    listed.wait(lambda: listed.rows()[1].read and all(row.starred for row in listed.rows()))


def test_the_trash_is_emptied_in_the_background_too(listed: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", 1)
    window, db = listed.window, listed.program.session.db
    listed.press("Shift+Down", window.listing.view)
    listed.press("Ctrl+Del", window.listing.view)
    listed.wait(lambda: len(listed.rows()) == ARTICLES - 2)
    said = listed.answer(lambda box: next(each for each in box.buttons() if each.text() == "Empty trash").click())
    window.commands[Act.EMPTY_TRASH].trigger()
    listed.wait(lambda: articles.counts(db)["trash"] == 0)
    assert said == ["Delete 2 articles in the trash for good?"]
    listed.wait(lambda: not window.commands[Act.EMPTY_TRASH].isEnabled())
    assert len(listed.rows()) == ARTICLES - 2


def test_what_comes_into_the_trash_while_it_is_asked_stays_there(listed: Desktop) -> None:
    window, db = listed.window, listed.program.session.db
    listed.press("Ctrl+Del", window.listing.view)
    window.commands[Act.EMPTY_TRASH].trigger()
    box = listed.control("emptyTrash")
    assert isinstance(box, QMessageBox) and box.text() == "Delete 1 article in the trash for good?"
    listed.elsewhere(lambda other: edits.trash(other, [1]))
    next(each for each in box.buttons() if each.text() == "Empty trash").click()
    assert articles.counts(db)["trash"] == 1 and articles.trashed(db, [1]) == {1: True}


def test_enter_in_the_list_goes_to_the_text(listed: Desktop) -> None:
    listed.press("Down", listed.window.listing.view)
    listed.press("Return", listed.window.listing.view)
    assert listed.window.view.pane.hasFocus() and listed.title() == "article 11"


def test_del_in_the_list_moves_to_the_trash(listed: Desktop) -> None:
    window = listed.window
    listed.press("Del", window.listing.view)
    assert len(listed.rows()) == ARTICLES - 1 and listed.title() == "article 11"
    assert window.notice.words == "Article moved to the trash: article 12"
    window.sidebar.scopes.setCurrentRow(SCOPES.index("trash"))
    listed.press("Del", window.listing.view)
    assert [row.title for row in listed.rows()] == ["article 12"]


def test_what_is_stopped_on_the_way_has_changed_nothing(listed: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", ARTICLES - 1)
    steps = count()
    go_on = Job.go_on

    def stop_at_once(job: Job, done: int, total: int) -> None:
        next(steps)
        job.cancel()
        go_on(job, done, total)

    monkeypatch.setattr(Job, "go_on", stop_at_once)
    window = listed.window
    window.listing.view.selectAll()
    listed.press("S", window.listing.view)
    listed.wait(lambda: window.notice.words == "Stopped; nothing was changed.")
    assert next(steps) == 1 and not any(row.starred for row in listed.rows())
    latest = journal.next_undo(listed.program.session.db)
    assert latest is not None and latest.kind == "import"
