"""From the first start to the exported table, with mouse and keys alone; and back the next day."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit

from desktop import Desktop
from modal import answering


def choose(desktop: Desktop, path: Path, act: Callable[[], None]) -> None:
    """Name a file in the dialog that an act opens, and press Enter."""

    def fill(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    answering(QFileDialog, fill)
    act()


def test_an_analyst_imports_reads_marks_and_takes_the_findings_out(
    start: Callable[[], Desktop], starting_article: Path, tmp_path: Path
) -> None:
    desktop = start()
    choose(desktop, starting_article, lambda: desktop.click("importButton"))
    desktop.wait(lambda: desktop.title().startswith("張術平在高新區實地調研"))
    desktop.drag_over("實地調研")  # in the title
    desktop.press("H", desktop.window.view.pane)
    desktop.drag_over("煙臺市委書記")
    desktop.press("T", desktop.window.view.pane)
    desktop.type("人物/書記", "tagField")
    desktop.press("Return", desktop.control("tagField"))
    desktop.wait(lambda: len(desktop.stored()) == 2)
    desktop.press("N", desktop.window.view.pane)
    note = desktop.control("noteField")
    assert isinstance(note, QPlainTextEdit)
    QTest.keyClicks(note, "compare")
    desktop.press("Esc", note)
    for _ in range(2):
        desktop.click("buttonLARGER")
    size = desktop.window.view.pane.typography.size
    before = [(each.quote, each.note) for each in desktop.stored()]
    assert before == [("實地調研", ""), ("煙臺市委書記", "compare")]

    again = start()
    assert [(each.quote, each.note) for each in again.stored()] == before
    assert again.window.view.pane.typography.size == size == 18
    again.press("Ctrl+E", again.window.view.pane)
    field = again.control("exportFile")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, str(tmp_path / "found.csv"))
    again.click("exportNow")
    again.wait((tmp_path / "found.csv").exists)
    with (tmp_path / "found.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["quote"], row["tags"], row["note"], row["source"]) for row in rows] == [
        ("實地調研", "", "", "膠東在線"),
        ("煙臺市委書記", "人物/書記", "compare", "膠東在線"),
    ]


def test_an_import_is_stopped_by_its_button_and_what_was_stored_stays(
    start: Callable[[], Desktop], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1_500):
        text = f"第{number}篇文章的標題\n" + f"正文第{number}段，說的是民生問題，也說經濟發展。\n" * 60
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    desktop = start()
    answering(QFileDialog, lambda dialog: (dialog.selectFile(str(folder)), QTest.keyClick(dialog, Qt.Key.Key_Return)))
    desktop.press("Ctrl+Shift+I", desktop.window.listing.view)
    desktop.wait(lambda: len(desktop.rows()) > 0)
    desktop.click("cancelJob")
    desktop.wait(lambda: not desktop.window.status.activity.busy)
    count = len(desktop.rows())
    assert 0 < count < 1_500
    assert f"{1_500 - count} files left out as you stopped" in desktop.window.notice.words.replace(",", "")
    desktop.press("Ctrl+Z", desktop.window.listing.view)
    desktop.wait(lambda: desktop.rows() == [])
