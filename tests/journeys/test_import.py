"""Articles are dropped on the window, pasted, and imported from folders; the report says what became of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget

import making
from desktop import Desktop


def drop(desktop: Desktop, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, copy, left = desktop.window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, copy, data, left, none)
    QApplication.sendEvent(desktop.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desktop.window, QDropEvent(QPoint(middle).toPointF(), copy, data, left, none))


def test_the_starting_article_is_dropped_and_opens(start: Callable[[], Desktop], starting_article: Path) -> None:
    desktop = start()
    drop(desktop, starting_article)
    desktop.wait(lambda: len(desktop.rows()) == 1)
    desktop.wait(lambda: desktop.window.view.article is not None)
    [row] = desktop.rows()
    assert row.title.startswith("張術平在高新區實地調研現場辦公時強調")
    assert (row.source, row.published) == ("膠東在線", "2020-03-04T17:24:00")
    shown = desktop.window.view.pane.toPlainText()
    assert "舉報糾錯" not in shown and "A+A-" not in shown
    assert "Added:" in desktop.window.notice.words


def test_one_bad_file_costs_one_row_of_the_report(start: Callable[[], Desktop], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(making.TEXT, "utf-8")
    (folder / "same.txt").write_text(making.TEXT, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    desktop = start()
    drop(desktop, folder)
    desktop.wait(lambda: bool(desktop.window.notice.words))
    table, summary = desktop.control("importTable"), desktop.control("importSummary")
    assert isinstance(table, QTableWidget) and isinstance(summary, QLabel)
    assert summary.text() == "1 article added · 1 already there · 2 files failed"
    cells = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]  # type: ignore[union-attr]
    assert [cell[1] for cell in cells] == ["Failed", "Failed", "Added", "Already there"]
    assert cells[0][0] == "empty.txt" and "is empty, so there is nothing to import." in cells[0][2]
    assert cells[1][0] == "picture.txt" and "is a PNG picture" in cells[1][2]
    assert len(desktop.rows()) == 1


def test_text_is_pasted_and_found_again_as_a_duplicate(start: Callable[[], Desktop]) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText(making.TEXT)
    desktop.press("Ctrl+V", desktop.window.listing.view)
    desktop.wait(lambda: desktop.title() == "我市召開會議")
    desktop.press("Ctrl+V", desktop.window.view.pane)
    desktop.wait(lambda: desktop.window.notice.words == "This article is in the library already.")
    assert len(desktop.rows()) == 1


def test_an_empty_clipboard_says_so(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = start()
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)  # as it is before anything was copied
    desktop.press("Ctrl+V", desktop.window.view.pane)
    assert desktop.window.notice.words == "There is no text in the clipboard."


def test_an_import_is_taken_back_as_a_whole(start: Callable[[], Desktop], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(60)]
    for number, file in enumerate(files):
        file.write_text(f"第{number}篇文章的標題\n正文第{number}段，說的是民生問題，也說經濟發展。", "utf-8")
    desktop = start()
    drop(desktop, *files)
    desktop.wait(lambda: len(desktop.rows()) == 60)
    desktop.wait(lambda: not desktop.window.status.activity.busy)
    desktop.press("Ctrl+Z")
    desktop.wait(lambda: desktop.rows() == [])
    assert desktop.window.view.article is None
    desktop.press("Ctrl+Shift+Z")
    desktop.wait(lambda: len(desktop.rows()) == 60)
