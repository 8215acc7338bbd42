"""Whatever an imported page, a file name, a tag, an analyst or a note says: nothing is read and nobody is contacted."""

from __future__ import annotations

import html
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop import Desktop
from modal import answering
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.services import edits, lists, tagging
from reader.settings import Settings
from reader.widgets import file_dialogs
from reader.widgets.library_choice import LibraryChoice
from traps import Bait

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify tells which files are opened")
SHORT = "<img src=bait.png>"  # a name of a file, of a tag: it may hold no slash, but leads into the working folder
PAGE = """<html><head><title>{words}</title><base href="{address}/">
<link rel="stylesheet" href="{folder}/bait.css"><link rel="icon" href="bait.png">
<script src="{folder}/bait.js"></script>
<style>@import url("file://{folder}/bait.css"); body {{ background: url({address}/a.png); }}</style>
<meta http-equiv="refresh" content="0; url={address}/b"><meta name="author" content="{words}">
<meta property="og:site_name" content="{words}"></head>
<body background="{folder}/bait.png"><h1>{words}</h1><p>來源：{words} 2024-05-06</p>
<iframe src="file://{folder}/bait.html"></iframe><object data="{folder}/bait.html"></object>
<p>正文說的是{words}民生問題，<a href="{address}/c"><img src="{folder}/bait.png" alt="圖"></a>還有經濟發展。</p>
<p><img src="bait.png"><img src="{address}/d.png" srcset="{address}/e.png 2x"></p>
<video poster="{address}/f.png"></video>
<table><tr><td>{words}</td><td style="background: url({folder}/bait.png)">格</td></tr></table></body></html>"""


@pytest.fixture
def bait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bait]:
    """The working folder is full of bait, so that relative names lead there."""
    (tmp_path / "bait").mkdir()
    made = Bait(tmp_path / "bait")
    monkeypatch.chdir(made.folder)
    yield made
    made.close()


@pytest.fixture
def words(bait: Bait) -> str:
    """Markup that Qt would read files and addresses for, if it were shown as such."""
    file = bait.folder / "bait.png"
    return (
        f'{SHORT}<img src="{file}"><img src="file://{file}"><img src="{bait.address}/x.png">'
        f'<link rel="stylesheet" href="{bait.folder}/bait.css"><body background="bait.png">標'
    )


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, bait: Bait, words: str) -> Iterator[Desktop]:
    """A library in which everything that can have a name has that one."""
    started = Desktop(qtbot, tmp_path / f"{SHORT}.reader", tmp_path / "settings.ini")
    started.settings.analyst = words
    page = tmp_path / f"{SHORT}.html"
    page.write_text(PAGE.format(words=html.escape(words), address=bait.address, folder=bait.folder), "utf-8")
    started.window.collecting.import_paths([page])
    started.wait(lambda: len(started.rows()) == 1 and bool(started.title()))
    db = started.program.session.db
    for path in (SHORT, f"{SHORT}甲/{SHORT}乙"):
        tag, _ = tagging.add(db, path)
        tagging.describe(db, tag, words)
        tagging.set_shortcut(db, tag, "1")
    length = len(words) + 10
    tagging.highlight_with(db, 1, 0, length, [SHORT, f"{SHORT}甲"], note=words, color="", analyst=words)
    edits.set_fields(db, 1, dict.fromkeys(("source", "author", "editor", "url"), words))
    started.program.session.tell(EVERYTHING)
    started.window.reading.step(1)
    yield started
    started.quit()


def hover_over_everything(desktop: Desktop) -> None:
    """Ask each widget that is to be seen, and each row of each list, for its tooltip; the text at many places."""
    for widget in [each for top in QApplication.topLevelWidgets() for each in [top, *top.findChildren(QWidget)]]:
        if not isValid(widget) or not widget.isVisible():  # a tooltip goes when the next one comes
            continue
        target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        places = [target.rect().center()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            rows = range(min(20, widget.model().rowCount()))
            places = [widget.visualRect(widget.model().index(row, 0)).center() for row in rows]
        elif isinstance(widget, QAbstractScrollArea):
            places = [QPoint(x, y) for x in range(20, target.width(), 60) for y in range(10, target.height(), 30)]
        for place in places:
            QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place)))
    settle()
    QToolTip.hideText()


def settle() -> None:
    """Lay out and paint what has changed."""
    for _ in range(3):
        QApplication.processEvents()


def see(desktop: Desktop) -> None:
    """Have all that is to be seen painted, and look at it closely; close what opened."""
    settle()
    for top in QApplication.topLevelWidgets():
        if isValid(top) and top.isVisible():
            top.grab()
    hover_over_everything(desktop)
    for top in QApplication.topLevelWidgets():
        if isValid(top) and top.isVisible() and isinstance(top, QDialog | QMenu):
            top.close()
    settle()


def test_the_trap_springs(bait: Bait, words: str, qtbot: QtBot) -> None:
    """Else the tests below would see nothing."""
    label = QLabel(words)
    qtbot.addWidget(label)
    label.show()
    label.grab()
    assert "bait.png" in bait.taken() and bait.taken() == []
    socket.create_connection(("127.0.0.1", int(bait.address.rpartition(":")[2]))).close()
    assert bait.taken() == [bait.address]


def test_the_window_with_everything_in_it(desktop: Desktop, bait: Bait, words: str) -> None:
    window = desktop.window
    assert SHORT in window.windowTitle() and desktop.title().startswith(SHORT)
    assert window.panel.card.isVisible() and len(window.panel.card.findChildren(QToolButton)) >= 2  # to take tags off
    see(desktop)
    for keys in ("Ctrl++", "Ctrl+F", "T"):
        desktop.press(keys, window.view.pane)
        see(desktop)
    assert window.picker.isVisible()
    window.picker.close()
    for theme in ("dark", "sepia"):
        desktop.settings.theme = theme
        see(desktop)
    assert bait.taken() == []


DIALOGS: dict[str, Callable[[Desktop], object]] = {
    "article": lambda desktop: desktop.window.correcting.details(),
    "tag": lambda desktop: desktop.window.tagging.edit(2),
    "new tag": lambda desktop: desktop.window.tagging.new(2),
    "tag menu": lambda desktop: desktop.window.tagging.menu([2], QPoint(100, 100)),
    "history": lambda desktop: desktop.window.dialogs.history(),
    "settings": lambda desktop: desktop.window.dialogs.settings(),
    "about": lambda desktop: desktop.window.dialogs.about(),
    "export": lambda desktop: desktop.window.commands[Act.EXPORT].trigger(),
    "undo": lambda desktop: desktop.window.commands[Act.UNDO].trigger(),
    "delete": lambda desktop: desktop.window.tagging.delete([2]),
    "merge": lambda desktop: desktop.window.tagging.ask_into_what_to_merge([2]),
    "move": lambda desktop: desktop.window.tagging.ask_where_to_move([2]),
    "trash": lambda desktop: desktop.window.commands[Act.TRASH].trigger(),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_what_opens_over_it(desktop: Desktop, bait: Bait, name: str) -> None:
    before = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    DIALOGS[name](desktop)
    settle()
    opened = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top not in before]
    assert opened or desktop.window.notice.words
    see(desktop)
    assert bait.taken() == []


@pytest.fixture
def searching(desktop: Desktop, words: str) -> Desktop:
    """Something is searched for, and there is a saved search and a collection of that name."""
    db = desktop.program.session.db
    lists.put_in_new(db, SHORT, [1])
    lists.change_collection(db, 1, SHORT, words)
    lists.save_search(db, SHORT, "民生")
    desktop.program.session.tell(EVERYTHING)
    desktop.type("民生", "searchBox")
    model = desktop.window.listing.model
    desktop.wait(lambda: model.query.wanted is not None and not model.searching)
    return desktop


@pytest.mark.parametrize("typed", ["source:", "author:", "in:", "tag:", "analyst:"])
def test_what_can_be_completed(searching: Desktop, bait: Bait, typed: str) -> None:
    searching.type(typed, "searchBox")
    searching.wait(searching.window.search.completions.isVisible)
    see(searching)
    assert bait.taken() == []


def test_a_search_that_is_wrong(searching: Desktop, bait: Bait, words: str) -> None:
    searching.type(f'tag:"{SHORT}x"', "searchBox")
    searching.wait(lambda: SHORT in searching.control("listed").text())  # type: ignore[attr-defined]
    see(searching)
    assert bait.taken() == []


SEARCHED: dict[str, Act] = {
    "narrow": Act.NARROW,
    "context": Act.CONTEXT,
    "all": Act.HIGHLIGHT_ALL,
    "save": Act.SAVE_SEARCH,
}


@pytest.mark.parametrize("name", SEARCHED)
def test_what_opens_over_what_is_found(searching: Desktop, bait: Bait, name: str) -> None:
    before = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    searching.window.commands[SEARCHED[name]].trigger()
    QTest.qWait(300)  # until it is counted and read
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible() and top not in before]
    see(searching)
    assert bait.taken() == []


@pytest.mark.parametrize("place", [Act.FOUND_HIGHLIGHTS, Act.FOUND_NOTES])
def test_what_is_found_in_highlights_and_notes(searching: Desktop, bait: Bait, place: Act) -> None:
    searching.type("img", "searchBox")
    searching.wait(lambda: not searching.window.listing.model.searching)
    searching.window.commands[place].trigger()
    searching.wait(lambda: searching.window.places.pane.view.model().rowCount() > 0)
    see(searching)
    assert bait.taken() == []


def test_an_export_that_cannot_be_and_one_that_can(desktop: Desktop, bait: Bait, words: str, tmp_path: Path) -> None:
    desktop.window.commands[Act.EXPORT].trigger()
    desktop.type(words, "exportFile")
    see(desktop)
    desktop.window.commands[Act.EXPORT].trigger()
    desktop.type(str(tmp_path / SHORT), "exportFile")
    desktop.click("exportNow")
    desktop.wait(lambda: SHORT in desktop.window.notice.words)
    see(desktop)
    assert bait.taken() == []


def test_what_is_pasted_or_fails(desktop: Desktop, bait: Bait, words: str, tmp_path: Path) -> None:
    data = QMimeData()
    data.setHtml(PAGE.format(words=words, address=bait.address, folder=bait.folder))
    QGuiApplication.clipboard().setMimeData(data)
    desktop.window.commands[Act.PASTE].trigger()
    desktop.wait(lambda: len(desktop.rows()) == 2)
    see(desktop)
    broken = [tmp_path / f"{SHORT}{number}.html" for number in range(3)]
    for path in broken:
        path.touch()
    desktop.window.collecting.import_paths(broken)
    desktop.wait(lambda: "3 files" in desktop.window.notice.words)
    desktop.click("noticeButton")
    assert any(isinstance(top, QDialog) and top.isVisible() for top in QApplication.topLevelWidgets())
    see(desktop)
    assert bait.taken() == []


def test_a_library_that_is_refused_by_that_name(qtbot: QtBot, bait: Bait, tmp_path: Path) -> None:
    path, seen = tmp_path / f"{SHORT}.reader", list[str]()
    path.write_text("no library")

    def look(box: QMessageBox) -> None:
        box.grab()
        seen.append(box.text())
        box.reject()

    answering(QMessageBox, look)
    assert LibraryChoice(Settings(tmp_path / "settings.ini")).open(path) is None
    assert SHORT in seen[0] and bait.taken() == []


def test_a_dialog_for_files_that_lists_the_bait_itself(qtbot: QtBot, bait: Bait) -> None:
    def look(dialog: QFileDialog) -> None:
        dialog.grab()
        dialog.reject()

    def lists_all(dialog: QFileDialog) -> bool:
        view = dialog.findChildren(QTreeView)[0]
        model, root = view.model(), view.rootIndex()
        kinds = [model.index(row, 2, root).data() for row in range(model.rowCount(root))]
        return len(kinds) == len(list(bait.folder.iterdir())) and all(kinds)

    answering(QFileDialog, look, lists_all)
    assert file_dialogs.files_to_open(None, "Import files", str(bait.folder), "All files (*)") == []
    assert bait.taken() == []
