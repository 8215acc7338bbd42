"""Highlights go out as CSV: of all articles, or of those on the screen."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton

import making
from desktop import Desktop
from reader.domain.query import ArticleQuery
from reader.services.exporting import COLUMNS, plain
from reader.widgets.export_dialog import ExportWish


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, source="甲報", published="2024-01-02T03:04:05")
    making.add(desktop.program.session.db, "=HYPERLINK 另一篇\n=1+1 是公式。", source="乙報", published="2024-01-01")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.drag_over("民生問題")
    desktop.press("H", desktop.window.view.pane)
    desktop.press("J", desktop.window.view.pane)
    desktop.drag_over("=1+1")
    desktop.press("H", desktop.window.view.pane)
    return desktop


def read(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def export(desktop: Desktop, target: Path, radio: str, *, safe: bool) -> None:
    desktop.press("Ctrl+E", desktop.window.view.pane)
    which, check = desktop.control(radio), desktop.control("exportSafe")
    assert isinstance(which, QRadioButton) and isinstance(check, QCheckBox)
    which.setChecked(True)
    check.setChecked(safe)
    desktop.type(str(target), "exportFile")
    desktop.click("exportNow")
    desktop.wait(lambda: target.exists() and "written to" in desktop.window.notice.words)


def test_all_highlights_safe_for_spreadsheets(reading: Desktop, tmp_path: Path) -> None:
    target = tmp_path / "found.csv"
    export(reading, target, "exportAll", safe=True)
    rows = read(target)
    assert tuple(rows[0]) == COLUMNS
    assert [row["quote"] for row in rows] == ["民生問題", "'=1+1"]
    assert [plain(row["title"]) for row in rows] == ["我市召開會議", "=HYPERLINK 另一篇"]
    assert [row["published"] for row in rows] == ["2024-01-02T03:04:05", "2024-01-01"]
    assert reading.window.notice.words == "2 rows written to found.csv."


def test_those_on_the_screen_raw(reading: Desktop, tmp_path: Path) -> None:
    target = tmp_path / "listed.csv"
    reading.type("乙報", "articleFilter")
    reading.wait(lambda: len(reading.rows()) == 1)
    export(reading, target, "exportListed", safe=False)
    assert [row["quote"] for row in read(target)] == ["=1+1"]


def test_a_place_that_cannot_be_written_is_named(reading: Desktop, tmp_path: Path) -> None:
    reading.press("Ctrl+E", reading.window.view.pane)
    reading.type(str(tmp_path / "nowhere" / "found.csv"), "exportFile")
    reading.click("exportNow")
    reading.wait(lambda: "does not exist. Choose another one." in reading.window.notice.words)


def test_each_notice_names_its_own_file(reading: Desktop, tmp_path: Path) -> None:
    window, said = reading.window, list[str]()
    window.status.activity.idle.connect(lambda: said.append(window.notice.words))
    for name in ("first.csv", "second.csv"):  # the second waits for the first
        window.collecting.export(ExportWish(tmp_path / name, False, True, False, False, None), ArticleQuery())
    reading.wait(lambda: len(said) == 2)
    assert said == ["2 rows written to first.csv.", "2 rows written to second.csv."]


def test_a_file_that_would_be_replaced_is_announced(reading: Desktop, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("old")
    reading.press("Ctrl+E", reading.window.view.pane)
    button = reading.control("exportNow")
    assert isinstance(button, QPushButton) and button.text() == "Export"
    reading.type(str(there.with_suffix("")), "exportFile")
    assert button.text() == "Replace"
    reading.type(str(tmp_path / "new"), "exportFile")
    assert button.text() == "Export"
    reading.type("/", "exportFile")
    reading.click("exportNow")
    reading.wait(lambda: "is a folder" in reading.window.notice.words)
    assert there.read_text() == "old"
