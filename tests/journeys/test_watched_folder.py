"""New files of a folder come in by themselves while Reader runs, each once, and none is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QTableView

from desktop import Desktop
from reader.domain.query import ArticleQuery
from reader.storage.library import create, open_library
from reader.widgets import columns_dialog, folder_watch

TEXT = "第{number}篇文章的標題\n正文第{number}段，說的是民生問題，也說經濟發展。"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for seconds here."""
    monkeypatch.setattr(folder_watch, "SETTLE_MS", 60)
    monkeypatch.setattr(folder_watch, "AGAIN_MS", 120)


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types as a question comes."""
    monkeypatch.setattr(columns_dialog, "REST_MS", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "incoming"
    made.mkdir()
    return made


def write(path: Path, number: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.format(number=number), "utf-8")


def watch(desktop: Desktop, folder: Path, answer: str) -> list[str]:
    """Have a folder watched; the answer to the question about what is in it. What the question says."""
    said = desktop.answer(lambda box: press(box, answer))
    desktop.settings.watched = str(folder)
    desktop.wait(lambda: bool(said))
    return said


def press(box: QMessageBox, words: str) -> None:
    next(each for each in box.buttons() if each.text() == words).click()


def a_while(desktop: Desktop, milliseconds: int = 600) -> None:
    """Time for several looks."""
    over: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: over.append(True))
    desktop.wait(lambda: bool(over))


def test_new_files_come_in_and_stay_where_they_are(start: Callable[[], Desktop], folder: Path) -> None:
    desktop = start()
    desktop.settings.watched = str(folder)
    a_while(desktop)
    write(folder / "1.txt", 1)
    desktop.wait(lambda: len(desktop.rows()) == 1)
    write(folder / "below" / "2.txt", 2)
    desktop.wait(lambda: len(desktop.rows()) == 2)
    assert sorted(path.name for path in folder.rglob("*.txt")) == ["1.txt", "2.txt"]


def test_what_is_in_a_folder_already_comes_in_only_if_it_is_meant(start: Callable[[], Desktop], folder: Path) -> None:
    write(folder / "1.txt", 1)
    write(folder / "2.txt", 2)
    desktop = start()
    said = watch(desktop, folder, "Only new ones")
    assert said == ["2 files are in the watched folder incoming already. Import them too?"]
    a_while(desktop)
    assert desktop.rows() == []
    write(folder / "3.txt", 3)
    desktop.wait(lambda: [row.title for row in desktop.rows()] == ["第3篇文章的標題"])
    desktop = start()  # it is not asked again
    a_while(desktop)
    assert len(desktop.rows()) == 1 and QApplication.activeModalWidget() is None


def test_all_that_is_in_a_folder_comes_in_where_that_is_wanted(start: Callable[[], Desktop], folder: Path) -> None:
    write(folder / "1.txt", 1)
    desktop = start()
    assert watch(desktop, folder, "Import them")[0].startswith("1 file is in the watched folder")
    desktop.wait(lambda: len(desktop.rows()) == 1)


def test_a_question_that_was_not_answered_is_asked_again(start: Callable[[], Desktop], folder: Path) -> None:
    write(folder / "1.txt", 1)
    desktop = start()
    desktop.settings.watched = str(folder)
    desktop.wait(lambda: QApplication.activeModalWidget() is not None)
    session = desktop.program.session
    here = session.path
    session.switch(create(here.with_name("other.reader")), ArticleQuery())
    other = desktop.answer(lambda box: press(box, "Only new ones"))  # each library has its own
    desktop.wait(lambda: bool(other))
    session.switch(open_library(here), ArticleQuery())
    said = desktop.answer(lambda box: press(box, "Import them"))
    desktop.wait(lambda: len(desktop.rows()) == 1)
    assert said


def test_what_is_hidden_or_still_comes_is_left(start: Callable[[], Desktop], folder: Path) -> None:
    for name in (".hidden.txt", "page.html.crdownload", "page.txt.part", "page.tmp", "~$page.docx"):
        write(folder / name, 1)
    desktop = start()
    desktop.settings.watched = str(folder)
    a_while(desktop)
    assert desktop.rows() == [] and desktop.window.notice.words == ""
    (folder / "page.txt.part").rename(folder / "page.txt")
    desktop.wait(lambda: len(desktop.rows()) == 1)


def test_folders_below_only_where_that_is_set(start: Callable[[], Desktop], folder: Path) -> None:
    write(folder / "below" / "2.txt", 2)
    desktop = start()
    desktop.settings.watched_deep = False
    desktop.settings.watched = str(folder)
    a_while(desktop)
    assert desktop.rows() == []
    said = desktop.answer(lambda box: press(box, "Import them"))
    desktop.settings.watched_deep = True
    desktop.wait(lambda: len(desktop.rows()) == 1)
    assert said


def test_an_article_in_the_trash_does_not_come_back(start: Callable[[], Desktop], folder: Path) -> None:
    write(folder / "1.txt", 1)
    desktop = start()
    watch(desktop, folder, "Import them")
    desktop.wait(lambda: len(desktop.rows()) == 1)
    a_while(desktop)
    desktop.press("Del", desktop.window.listing.view)
    a_while(desktop)
    assert desktop.rows() == []
    desktop = start()
    a_while(desktop)
    assert desktop.rows() == []
    write(folder / "1.txt", 3)  # another text under the same name
    desktop.wait(lambda: [row.title for row in desktop.rows()] == ["第3篇文章的標題"])


def test_a_failure_is_told_once(start: Callable[[], Desktop], folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    desktop = start()
    watch(desktop, folder, "Import them")
    desktop.wait(lambda: desktop.window.notice.words == "0 articles added, 1 file failed.")
    desktop.window.notice.hide()
    a_while(desktop)
    assert desktop.window.notice.words == ""


def test_a_folder_that_is_not_there_is_looked_for_again(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    desktop.settings.watched = str(tmp_path / "drive")
    a_while(desktop, 300)
    said = desktop.answer(lambda box: press(box, "Import them"))  # a drive that is plugged in may be full
    write(tmp_path / "drive" / "1.txt", 1)
    desktop.wait(lambda: len(desktop.rows()) == 1)
    assert said
    desktop.settings.watched = ""
    write(tmp_path / "drive" / "2.txt", 2)
    a_while(desktop)
    assert len(desktop.rows()) == 1


def test_of_a_table_whose_columns_are_not_known_it_is_told(start: Callable[[], Desktop], folder: Path) -> None:
    desktop = start()
    desktop.settings.watched = str(folder)
    a_while(desktop)
    rows = "编号,名称,说明\n1,第一篇,这是第一篇文章的正文，说的是民生。\n2,第二篇,这是第二篇文章的正文，说的是经济。\n"
    (folder / "a.csv").write_text(rows.replace("说明", "正文"), "utf-8")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added, columns of 1 table guessed.")
    desktop.click("noticeButton2")
    table = desktop.control("importTable")
    assert isinstance(table, QTableView) and table.model().index(0, 3).data().endswith("(columns guessed)")
    assert desktop.control("chooseColumns").isEnabled()
    desktop.press("Esc", table)
    desktop.window.notice.hide()
    (folder / "b.csv").write_text(rows.replace("篇", "章").replace("说明", "正文").replace("名称", "名"), "utf-8")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added, columns of 1 table guessed.")
    desktop.click("noticeButton")
    desktop.wait(lambda: QApplication.activeModalWidget() is not None)
    box = desktop.control("column-名")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("source"))
    desktop.click("importColumns")
    desktop.wait(lambda: [row.source for row in desktop.rows()].count("第一章") == 1)
    assert len(desktop.rows()) == 4  # in place of those that were guessed
    desktop.coming("importReport").close()
    (folder / "c.csv").write_text(rows.replace("篇", "回").replace("说明", "正文").replace("名称", "名"), "utf-8")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added.")
