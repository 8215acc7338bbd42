"""The report of an import: looked through by kind, opened from, tried again, kept as a table; all by keys."""

from __future__ import annotations

import csv
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QTableView, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import making
from desktop import Desktop
from modal import answering
from reader.services import edits
from reader.services.importing.outcome import Outcome
from reader.widgets.import_report import ImportReport


@pytest.fixture
def reported(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """The report of an import of four files is open."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(making.TEXT, "utf-8")
    (folder / "same.txt").write_text(making.TEXT, "utf-8")
    (folder / "other.txt").write_text("另一篇文章的標題\n正文說的是民生問題，一段又一段。", "utf-8")
    (folder / "late.txt").write_bytes(b"")
    desktop = start()
    desktop.window.collecting.import_paths([folder])
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added, 1 already there, 1 file failed.")
    desktop.click("noticeButton")
    return desktop


def cells(desktop: Desktop) -> list[tuple[str, ...]]:
    table = desktop.control("importTable")
    assert isinstance(table, QTableView)
    model = table.model()
    return [tuple(str(model.index(row, column).data()) for column in (0, 2, 3)) for row in range(model.rowCount())]


def test_rows_are_shown_by_what_became_of_them(reported: Desktop) -> None:
    chips = [each for each in reported.control("importReport").findChildren(QToolButton) if each.isVisible()]
    assert [chip.text() for chip in chips] == ["All 4", "Failed 1", "Added 2", "Already there 1"]
    reported.press("Shift+Tab", reported.control("importTable"))
    assert QApplication.focusWidget() is chips[0]
    reported.press("Right")
    assert cells(reported) == [("late.txt", "Failed", "late.txt is empty, so there is nothing to import.")]
    reported.press("Right")
    reported.press("Right")
    assert cells(reported) == [("same.txt", "Already there", "我市召開會議 (same file)")]
    reported.press("Left")
    reported.press("Tab")
    reported.press("Down")
    reported.press("Return")
    assert reported.title() == cells(reported)[1][2]
    assert reported.control("importReport").isVisible()


def test_what_failed_is_tried_again_in_the_same_report(reported: Desktop, tmp_path: Path) -> None:
    (tmp_path / "articles" / "late.txt").write_text("第三篇文章的標題\n現在這裡有正文了，說的是經濟發展。", "utf-8")
    reported.click("tryAgain")
    reported.wait(lambda: reported.window.notice.words == "Added: 第三篇文章的標題")
    assert [row[1] for row in cells(reported)] == ["Added", "Added", "Added", "Already there"]
    assert len(reported.rows()) == 3 and not reported.control("tryAgain").isEnabled()
    reported.window.attempts.replaying.undo()
    assert len(reported.rows()) == 2  # the first import stays


def test_parts_of_a_file_that_is_tried_again_are_listed_once(start: Callable[[], Desktop], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        archive.writestr("good.txt", making.TEXT)
        archive.writestr("bad.txt", b"")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "many.zip"])
    desktop.wait(lambda: "1 part of a file failed" in desktop.window.notice.words)
    desktop.click("noticeButton")
    for _ in range(2):
        older = desktop.control("importReport")
        desktop.click("tryAgain")
        desktop.wait(lambda older=older: not (isValid(older) and older.isVisible()))  # type: ignore[misc]
        assert [row[1] for row in cells(desktop)] == ["Failed", "Already there"]


def test_the_rows_that_are_shown_are_kept_as_a_table(reported: Desktop, tmp_path: Path) -> None:
    target = tmp_path / "report.csv"

    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(tmp_path / "report"))
        dialog.accept()

    reported.click("chip-failed")
    answering(QFileDialog, name)
    reported.click("saveReport")
    reported.wait(lambda: reported.window.notice.words == "1 row written to report.csv.")
    with target.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["path"], row["status"]) == (str(tmp_path / "articles" / "late.txt"), "failed")


def test_seventy_thousand_rows_are_there_at_once(qtbot: QtBot) -> None:
    outcomes = [
        Outcome(f"/a/{number}.txt", "added" if number % 2 else "duplicate", number, title="標題")
        for number in range(70_000)
    ]
    begun = time.process_time()
    report = ImportReport(outcomes, 0, None)  # type: ignore[arg-type]
    qtbot.addWidget(report)
    report.show()
    chip = report.findChild(QToolButton, "chip-duplicate")
    assert chip is not None
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert report.table.model().rowCount() == 35_000
    assert time.process_time() - begun < 2


def test_an_import_that_was_undone_says_so_and_opens_in_the_trash(reported: Desktop) -> None:
    summary = reported.control("importSummary")
    assert isinstance(summary, QLabel)
    reported.window.attempts.replaying.undo()
    assert summary.text().endswith("1 file failed. 2 of these articles are in the trash now.")
    assert cells(reported)[1] == ("good.txt", "Added", "我市召開會議 (in the trash)")
    reported.press("Down", reported.control("importTable"))
    reported.click("openArticle")
    assert reported.title() == "我市召開會議" and reported.window.listing.shows_trash
    reported.window.attempts.replaying.redo()
    assert "trash" not in summary.text() and cells(reported)[1][2] == "我市召開會議"
    reported.window.attempts.replaying.undo()
    reported.program.session.perform(edits.empty_trash)
    assert cells(reported)[1][2].endswith("(deleted for good)") and not reported.control("openArticle").isEnabled()


def test_a_long_title_takes_two_lines_and_what_is_said_after_it_is_seen(
    start: Callable[[], Desktop], tmp_path: Path
) -> None:
    title = "關於進一步推動區域高質量發展的若干意見以及有關問題的說明" * 6
    body = "".join(f"第{number}段說的是民生問題，也說經濟發展與交通。" for number in range(40))
    (tmp_path / "1.md").write_text(f"# {title}\n\n{body}", "utf-8")
    (tmp_path / "2.md").write_text(f"# 重複：{title}\n\n{body}最後一句是新的。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "1.md", tmp_path / "2.md"])
    desktop.wait(lambda: desktop.window.notice.words != "")
    desktop.window.reporting.report()
    table = desktop.control("importTable")
    assert isinstance(table, QTableView)
    line = table.fontMetrics().lineSpacing()
    desktop.wait(lambda: line < table.rowHeight(0) < 4 * line and table.rowHeight(1) < 4 * line)
    whole, reprint = (table.model().index(row, 3) for row in (0, 1))
    assert whole.data() == title and title in whole.data(Qt.ItemDataRole.ToolTipRole)
    assert reprint.data().endswith(f" (a reprint of {title[:23]}…)")
    assert f"(a reprint of {title})" in reprint.data(Qt.ItemDataRole.ToolTipRole)
