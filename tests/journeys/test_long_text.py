"""The text of a long article, or of one with very many highlights, is changed while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest

import making
from desktop import Desktop
from reader.domain.rewriting import Replacement
from reader.jobs import Job
from reader.services import amending, edits
from reader.storage import articles, connection, texts
from reader.widgets import attempts, going_on, reviewing
from reader.widgets.text_editor import TextEditor

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段要求落實責任。"
TYPED = f"新{TEXT}"
BUSY = "is being written by another program"


@pytest.fixture
def reading(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Two articles that count as long, of which the first is open."""
    monkeypatch.setattr(reviewing, "LONG", 0)
    desktop = start()
    session = desktop.program.session
    article, _ = making.add(session.db, TEXT), making.add(session.db, "另一篇文章\n正文在這裡。")
    at = TEXT.index("民生問題")
    session.perform(partial(edits.highlight, article=article, start=at, end=at + 4))
    desktop.window.listing.model.reload()
    desktop.window.listing.choose(article)
    return desktop


def type_something(desktop: Desktop) -> TextEditor:
    desktop.press("F4", desktop.window.view.pane)
    editor = desktop.control("textEditor")
    assert isinstance(editor, TextEditor)
    desktop.type("新", "textEditor")
    desktop.wait(lambda: [each.text for each in unsaved(desktop)] == [TYPED])
    return editor


def unsaved(desktop: Desktop) -> list[texts.Unsaved]:
    return texts.unsaved(desktop.program.session.db, 1)


def stored(desktop: Desktop) -> str:
    found = articles.get(desktop.program.session.db, 1)
    assert found is not None
    return found.text


def count(desktop: Desktop) -> str:
    return str(desktop.control("correctionCount").property("text"))


def test_a_correction_is_saved_beside_the_window_in_which_nothing_is_typed_meanwhile(reading: Desktop) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        assert count(reading) == "Saving..." and reading.window.status.activity.isVisible()
        for keys in ("Ctrl+Return", "Esc", "Ctrl+Z", "Return", "x"):
            reading.press(keys, editor)
        assert editor.correction.text == TYPED and stored(reading) == TEXT
    reading.wait(lambda: reading.window.notice.words.startswith("Text corrected: "))
    assert stored(reading) == TYPED and reading.window.view.pane.isVisible()
    assert reading.window.view.pane.toPlainText().startswith("新") and not unsaved(reading)
    reading.press("F4", reading.window.view.pane)
    assert count(reading) == "Nothing changed yet" and not editor.isReadOnly()


def test_a_correction_that_is_called_off_is_still_there_to_be_gone_on_with(reading: Desktop) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.click("cancelJob")
    reading.wait(lambda: reading.window.notice.words == "Stopped; nothing was changed.")
    assert editor.isVisible() and count(reading) == "1 change" and stored(reading) == TEXT
    reading.type("更", "textEditor")
    reading.press("Ctrl+Return", editor)
    reading.wait(lambda: stored(reading) == f"新更{TEXT}")


def test_a_correction_outlives_a_window_that_is_closed_before_it_is_saved(
    reading: Desktop, start: Callable[[], Desktop]
) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.window.close()
        assert reading.window.isVisible()
        reading.window.close()  # whoever does not want to wait
        assert not reading.window.isVisible()
        reading.window.status.activity.cancel()
    again = start()
    assert again.window.notice.words == "A correction of this text was not saved."
    assert stored(again) == TEXT and [each.text for each in unsaved(again)] == [TYPED]


def test_a_window_that_is_closed_while_a_correction_is_saved_closes_once_it_is(reading: Desktop) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.window.close()
        assert reading.window.notice.words == "Something is still being stored. The window closes once it is."
    reading.wait(lambda: not reading.window.isVisible())
    assert stored(reading) == TYPED and not unsaved(reading)


def test_why_a_correction_could_not_be_saved_is_said_and_the_window_stays(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, "busy_timeout = 100"))
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.window.close()
        reading.wait(lambda: BUSY in reading.window.notice.words)
        assert editor.isVisible() and not editor.isReadOnly() and reading.window.isVisible()
        reading.press("Ctrl+Return", editor)
        reading.window.find_article(2)
        reading.window.find_article(1)
        reading.wait(lambda: "A correction of this text was not saved." in reading.window.notice.words)
        assert BUSY in reading.window.notice.words
    assert stored(reading) == TEXT and [each.text for each in unsaved(reading)] == [TYPED]


def test_whoever_types_elsewhere_while_a_correction_is_saved_goes_on_there(reading: Desktop) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.window.search.setFocus()
        reading.type("民", "searchBox")
    reading.wait(lambda: stored(reading) == TYPED and reading.window.view.pane.isVisible())
    assert reading.window.search.hasFocus()


def test_a_correction_is_saved_while_articles_are_imported(reading: Desktop) -> None:
    """Nobody waits for a job that may take many minutes, or stops it who means another one."""
    editor, activity, go_on = type_something(reading), reading.window.status.activity, threading.Event()
    long = Job(lambda _job: go_on.wait())
    activity.start(long, "Importing {done} of {total}")
    reading.press("Ctrl+Return", editor)
    reading.wait(lambda: stored(reading) == TYPED and reading.window.view.pane.isVisible())
    assert activity.busy and activity.isVisible()
    go_on.set()
    reading.wait(lambda: not activity.busy)
    assert not long.cancelled


def test_another_article_is_read_while_a_correction_is_saved(reading: Desktop) -> None:
    editor = type_something(reading)
    with making.another_writer(reading.program.session.path):
        reading.press("Ctrl+Return", editor)
        reading.window.find_article(2)
        assert reading.window.view.pane.isVisible()
        reading.window.find_article(1)
        assert "not saved" not in reading.window.notice.words
        reading.press("F4", reading.window.view.pane)
        assert reading.window.notice.words == "The correction of this text is still being saved."
        assert not editor.isVisible()
    reading.wait(lambda: reading.window.view.pane.toPlainText().startswith("新"))
    assert not unsaved(reading)
    reading.press("F4", reading.window.view.pane)
    assert editor.isVisible() and editor.correction.text == TYPED


def test_an_older_text_is_restored_beside_the_window(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.elsewhere(lambda db: amending.correct(db, 1, TEXT, [Replacement(0, 0, "新")]))
    reading.press("Ctrl+Shift+V", pane)
    reading.press("Down", reading.control("versionList"))
    reading.press("Ctrl+Return", reading.control("versionList"))
    assert reading.window.status.activity.isVisible() and stored(reading) == TYPED
    reading.wait(lambda: reading.window.notice.words.startswith("Older text restored: "))
    assert pane.toPlainText() == TEXT and len(reading.stored()) == 1
    reading.press("Esc", reading.control("versionList"))
    reading.press("Ctrl+Z", pane)
    reading.wait(lambda: stored(reading) == TYPED)


def test_undo_of_highlights_that_moved_with_their_text_is_done_beside_the_window(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.elsewhere(lambda db: amending.correct(db, 1, TEXT, [Replacement(0, 0, "新")]))
    monkeypatch.setattr(attempts, "AT_ONCE", 3)  # rows: an article, and a highlight that counts for three
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert reading.window.status.activity.isVisible() and stored(reading) == TYPED
    reading.wait(lambda: reading.window.view.pane.toPlainText() == TEXT)
    reading.wait(lambda: reading.window.notice.words.startswith("Undone: "))


def test_it_is_found_out_beside_the_window_how_to_go_on_with_a_correction(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(going_on, "LONG", 0)
    editor = type_something(reading)
    pane = reading.window.view.pane
    reading.window.find_article(2)
    reading.window.find_article(1)
    reading.press("F4", pane)
    assert pane.isVisible()
    reading.window.find_article(2)
    reading.settle()
    assert pane.isVisible() and reading.window.view.article == 2
    reading.window.find_article(1)
    reading.press("F4", pane)
    reading.press("F4", pane)
    reading.wait(editor.isVisible)
    assert editor.correction.text == TYPED and count(reading) == "1 change"
    reading.press("Ctrl+Return", editor)
    reading.wait(lambda: stored(reading) == TYPED)


def test_a_correction_that_is_dropped_while_it_is_found_out_how_to_go_on_does_not_come_back(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(going_on, "LONG", 0)
    editor = type_something(reading)
    reading.window.find_article(2)
    reading.window.find_article(1)
    reading.press("F4", reading.window.view.pane)
    reading.click("noticeButton2")
    assert not unsaved(reading)
    reading.wait(editor.isVisible)
    assert editor.correction.text == TEXT and not unsaved(reading)
