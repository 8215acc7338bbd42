"""The library is deleted, replaced or overwritten by another program while the window shows it: told, with ways out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

import making
from desktop import Desktop
from reader.services.checking import check
from reader.storage import articles
from reader.storage.library import create, open_library
from reader.widgets import file_dialogs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")


@pytest.fixture
def desktop(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """A window on a library of one article with a highlight; a copy of it, and another library, lie beside it."""
    made = create(tmp_path / "library.reader")
    making.add(made.db, "第一篇\n第一段說的是民生問題。")
    made.close()
    subprocess.run(["cp", made.path, tmp_path / "backup.reader"], check=True)
    other = create(tmp_path / "other.reader")
    making.add(other.db, "另一篇\n別的文章。")
    other.close()
    desktop = start()
    desktop.drag_over("民生")
    desktop.press("H", desktop.window.view.pane)
    return desktop


def press(desktop: Desktop, words: str) -> None:
    buttons = [each for each in desktop.window.notice.findChildren(QPushButton) if each.isVisible()]
    [wanted] = [each for each in buttons if each.text() == words]
    wanted.click()


def test_a_replaced_library_is_told_of_at_once_and_opened_again(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "other.reader").rename(tmp_path / "library.reader")
    desktop.wait(lambda: "Another file took the place of" in desktop.window.notice.words)
    desktop.drag_over("問題")
    desktop.press("H", desktop.window.view.pane)
    assert len(desktop.stored()) == 1 and "took the place" in desktop.window.notice.words
    press(desktop, "Open again")
    assert desktop.title() == "另一篇"


def test_what_was_deleted_can_be_kept(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"library.reader{suffix}").unlink(missing_ok=True)
    desktop.wait(lambda: "is not there any more" in desktop.window.notice.words)
    monkeypatch.setattr(file_dialogs, "file_to_write", lambda *_: tmp_path / "kept.reader")
    press(desktop, "Save a copy...")
    assert desktop.window.windowTitle() == "kept — Reader" and len(desktop.stored()) == 1
    desktop.drag_over("問題")
    desktop.press("H", desktop.window.view.pane)
    assert len(desktop.stored()) == 2


def test_a_copy_put_back_by_hand_is_opened_again(desktop: Desktop, tmp_path: Path) -> None:
    QTest.qWait(1100)  # the log goes into the file
    subprocess.run(["cp", tmp_path / "backup.reader", tmp_path / "library.reader"], check=True)
    desktop.wait(lambda: "was overwritten by another program" in desktop.window.notice.words)
    press(desktop, "Open again")
    assert desktop.stored() == []
    desktop.drag_over("問題")
    desktop.press("H", desktop.window.view.pane)
    assert len(desktop.stored()) == 1
    assert check(desktop.program.session.db) == []


def test_what_is_being_corrected_is_in_sight_until_it_is_dropped(desktop: Desktop, tmp_path: Path) -> None:
    QTest.qWait(1100)
    desktop.press("F4", desktop.window.view.pane)
    desktop.type("x", "textEditor")
    subprocess.run(["cp", tmp_path / "backup.reader", tmp_path / "library.reader"], check=True)
    desktop.wait(lambda: "was overwritten by another program" in desktop.window.notice.words)
    press(desktop, "Open again")
    assert "so this library stays open" in desktop.window.notice.words
    editor = desktop.control("textEditor")
    desktop.answer(lambda box: next(each for each in box.buttons() if each.text() == "Discard").click())
    desktop.press("Esc", editor)
    desktop.wait(lambda: not editor.isVisible())
    desktop.window.library_wanted.emit(tmp_path / "library.reader")
    assert desktop.stored() == [] and desktop.title() == "第一篇"
    desktop.drag_over("問題")
    desktop.press("H", desktop.window.view.pane)
    assert len(desktop.stored()) == 1


def test_closing_the_window_leaves_a_copy_put_back_by_hand_alone(desktop: Desktop, tmp_path: Path) -> None:
    QTest.qWait(1100)
    desktop.drag_over("問題")
    desktop.press("H", desktop.window.view.pane)
    subprocess.run(["cp", tmp_path / "backup.reader", tmp_path / "library.reader"], check=True)
    desktop.window.close()
    desktop.program.session.close()
    assert (tmp_path / "library.reader").read_bytes() == (tmp_path / "backup.reader").read_bytes()
    again = open_library(tmp_path / "library.reader")
    assert articles.counts(again.db)["all"] == 1
    again.close()
