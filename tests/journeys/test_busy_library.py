"""Another program writes to the library for long: the window goes on, and stores what is incidental later."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

import making
from desktop import Desktop
from reader.actions import Act
from reader.storage import articles
from reader.storage.library import create


@pytest.fixture
def desktop(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """Two articles, of which the first is open."""
    made = create(tmp_path / "library.reader")
    for number in range(2):
        making.add(made.db, f"第{number}篇\n第一段說的是民生問題。")
    made.close()
    return start()


def test_an_article_opens_at_once_and_is_marked_as_read_later(desktop: Desktop) -> None:
    first = desktop.window.view.article
    with making.another_writer(desktop.program.session.path):
        began = time.monotonic()
        desktop.press("J", desktop.window.view.pane)
        assert time.monotonic() - began < 0.4
        assert desktop.window.view.article not in (None, first)
        assert desktop.window.notice.words == "" and [row.read for row in desktop.rows()].count(True) == 1
    desktop.wait(lambda: all(row.read for row in desktop.rows()))
    assert articles.last_read(desktop.program.session.db) == desktop.window.view.article


def test_a_highlight_waits_shortly_and_its_passage_stays_selected(desktop: Desktop) -> None:
    desktop.drag_over("民生")
    with making.another_writer(desktop.program.session.path):
        began = time.monotonic()
        desktop.press("H", desktop.window.view.pane)
        assert 0.4 < time.monotonic() - began < 1.5
        assert "is being written by another program" in desktop.window.notice.words
    assert desktop.window.view.pane.textCursor().hasSelection()
    desktop.press("H", desktop.window.view.pane)
    assert len(desktop.stored()) == 1


def test_the_star_stays_as_it_was_where_it_could_not_be_given(desktop: Desktop) -> None:
    star = desktop.window.commands[Act.STAR]
    with making.another_writer(desktop.program.session.path):
        star.trigger()
        assert "is being written by another program" in desktop.window.notice.words and not star.isChecked()
    star.trigger()
    assert star.isChecked() and desktop.program.session.counts()["starred"] == 1


def test_what_was_put_off_is_stored_when_the_window_closes(desktop: Desktop) -> None:
    with making.another_writer(desktop.program.session.path):
        desktop.press("J", desktop.window.view.pane)
    assert desktop.window.settle() == ""
    assert all(row.read for row in desktop.rows())
