"""The library is damaged by another program while the window shows it: a sentence says so, and the window goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.services import tagging
from reader.storage.library import create

# Writes first: what SQLite had read before would else be taken for what is there.
CUT = """
import os, sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("insert into analysts (uid, name) values ('u', 'other')")
other.execute("pragma wal_checkpoint(truncate)").fetchall()
other.close()
os.truncate(sys.argv[1], 4096)
"""


@pytest.fixture
def cut(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """A window with three articles, whose library was then cut."""
    made = create(tmp_path / "library.reader")
    for number in range(3):
        making.add(made.db, f"第{number}篇\n第一段說的是民生問題。")
    made.close()
    desktop = start()
    desktop.drag_over("民生")
    desktop.press("H", desktop.window.view.pane)
    subprocess.run([sys.executable, "-c", CUT, str(made.path)], check=True)
    return desktop


# What asks for a file or a folder, or leaves; the rest must answer.
LEFT_OUT = {
    *(Act.QUIT, Act.NEW_LIBRARY, Act.OPEN_LIBRARY, Act.IMPORT, Act.IMPORT_FOLDER, Act.ONLY_TEXT, Act.REPLACE_TEXT),
}


def test_another_article_is_asked_for(cut: Desktop) -> None:
    cut.press("J", cut.window.view.pane)
    cut.wait(lambda: "library.reader is damaged" in cut.window.notice.words)
    assert cut.window.view.article is None and cut.control("nothingOpen").isVisible()


def test_every_command_is_answered(cut: Desktop) -> None:
    for act in (act for act in Act if act not in LEFT_OUT):
        cut.window.commands[act].trigger()
        cut.wait(lambda: not cut.window.status.activity.busy)
        for dialog in cut.window.findChildren(QDialog):
            dialog.reject()
        cut.window.picker.close()
        cut.window.grab()
    cut.program.session.tell(EVERYTHING)
    cut.wait(lambda: "library.reader is damaged" in cut.window.notice.words)
    assert [cut.window.listing.model.rowCount(), cut.window.isVisible()] == [3, True]


def test_another_library_can_be_opened_instead(cut: Desktop, tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db)
    other.close()
    cut.window.library_wanted.emit(other.path)
    assert cut.window.windowTitle() == "other — Reader" and cut.title() == "我市召開會議"


def test_an_export_says_so(cut: Desktop, tmp_path: Path) -> None:
    cut.press("Ctrl+E", cut.window.view.pane)
    cut.wait(lambda: "library.reader is damaged" in cut.window.notice.words)
    assert not cut.window.findChildren(QDialog)


def test_an_import_says_so(cut: Desktop, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(making.TEXT, "utf-8")
    cut.window.collecting.import_paths([page])
    cut.wait(lambda: not cut.window.status.activity.busy)
    assert "library.reader is damaged" in cut.window.notice.words


DAMAGES = {
    "text": ("update texts set text = replace(text, '民', '氏') where article = 2", 'The text of "第1篇"'),
    "marks": ("""update texts set marks = '[[0, 3, "item", "q"]]' where article = 2""", 'The text of "第1篇"'),
    "no text": ("delete from texts where article = 2", 'The text of "第1篇"'),
    "span": ('update highlights set "start" = 5000, "end" = 6000 where article = 2', 'A highlight of "第1篇"'),
    "place": ("insert or replace into places values (2, -5, 'x')", ""),
    "title": ("update articles set title = cast(x'ff' as text) where id = 2", ""),
    "tag": ("update tags set parent = id", ""),
    "time": ("update steps set at = 'yesterday'", ""),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_one_damaged_value_is_told_and_all_else_is_there(
    start: Callable[[], Desktop], tmp_path: Path, name: str
) -> None:
    damage, words = DAMAGES[name]
    made = create(tmp_path / "library.reader")
    for number in range(3):
        article = making.add(made.db, f"第{number}篇\n第一段說的是民生問題。")
        tagging.highlight_with(made.db, article, 4, 9, ["政策"], note="", color="", analyst="")
    made.db.execute(damage)
    made.close()
    desktop = start()
    desktop.window.open_article(2)
    desktop.window.grab()
    desktop.wait(lambda: words in desktop.window.notice.words)
    desktop.window.commands[Act.HISTORY].trigger()
    for dialog in desktop.window.findChildren(QDialog):
        dialog.grab()
        dialog.reject()
    for number in (1, 3):
        desktop.window.open_article(number)
        assert desktop.title() == f"第{number - 1}篇" and desktop.window.view.article == number
