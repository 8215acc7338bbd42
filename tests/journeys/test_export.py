"""Highlights go out as CSV: of all articles or of those on the screen, in the columns and the file that are wanted."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QMessageBox, QRadioButton

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.services.exporting import COLUMNS
from reader.services.writing import plain
from reader.widgets.export_dialog import ExportWish
from reader.widgets.sidebar import SCOPES


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


def export(desktop: Desktop, target: Path, radio: str, *, safe: bool, at: Path | None = None) -> None:
    """Fill in the dialog, and wait until the file is there: `at`, if its name is understood in another way."""
    written = at or target
    desktop.press("Ctrl+E", desktop.window.view.pane)
    which, check = desktop.control(radio), desktop.control("exportSafe")
    assert isinstance(which, QRadioButton) and isinstance(check, QCheckBox)
    which.setChecked(True)
    check.setChecked(safe)
    desktop.type(str(target), "exportFile")
    desktop.click("exportNow")
    desktop.wait(lambda: written.exists() and f"written to {written.name}" in desktop.window.notice.words)


def test_those_of_selected_articles_are_offered_and_meant_where_several_are(reading: Desktop, tmp_path: Path) -> None:
    making.add(reading.program.session.db, "第三篇\n沒有標註。", published="2024-01-03")
    reading.program.session.tell(EVERYTHING)
    listing = reading.window.listing
    target = tmp_path / "found.csv"
    reading.press("Home", listing.view)
    reading.press("Shift+Down", listing.view)
    reading.press("Ctrl+E", listing.view)
    selected = reading.control("exportSelected")
    assert isinstance(selected, QRadioButton) and selected.isChecked()
    assert selected.text() == "Those of the selected articles (1)"
    reading.type(str(target), "exportFile")
    reading.click("exportNow")
    reading.wait(target.exists)
    assert [row["source"] for row in read(target)] == ["甲報"]
    reading.press("Home", listing.view)
    reading.press("Ctrl+E", listing.view)
    every, selected = reading.control("exportAll"), reading.control("exportSelected")
    assert isinstance(every, QRadioButton) and isinstance(selected, QRadioButton)
    assert every.isChecked() and selected.text() == "Those of the selected articles (0)"


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
    reading.type("来源:乙報", "searchBox")
    reading.wait(lambda: len(reading.rows()) == 1)
    export(reading, target, "exportListed", safe=False)
    assert [row["quote"] for row in read(target)] == ["=1+1"]


def state(desktop: Desktop) -> str:
    label = desktop.control("exportState")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{folder}/nowhere/found.csv", "does not exist. Choose another one."),
        ("{folder}", "is a folder. Give a file name."),
        (" ", "is a folder. Give a file name."),
        ("{folder}/library.reader", "is a library, which an export would destroy."),
        ("~nobody-of-this-name/found.csv", "There is no home folder ~nobody-of-this-name on this computer."),
        ("{folder}/" + "長" * 90, "This name is too long for a file."),
        ("{folder}/" + "x" * 254, "This name is too long for a file."),
        ("{folder}/fifo.csv", "is no file that could be replaced"),
    ],
    ids=["no folder", "folder", "nothing", "library", "no home", "long Chinese name", "long with suffix", "device"],
)
def test_what_stands_in_the_way_is_said_at_once_and_the_dialog_stays(
    reading: Desktop, tmp_path: Path, words: str, said: str
) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo.csv")
    reading.press("Ctrl+E", reading.window.view.pane)
    reading.type(words.format(folder=tmp_path), "exportFile")
    assert said in state(reading)
    before = sorted(tmp_path.iterdir())
    reading.click("exportNow")
    assert reading.control("exportDialog").isVisible() and said in state(reading)
    field = reading.control("exportFile")
    assert field.window().focusWidget() is field and said in field.accessibleDescription()
    assert sorted(tmp_path.iterdir()) == before
    reading.type(str(tmp_path / "found"), "exportFile")
    assert state(reading) == ""
    reading.click("exportNow")
    reading.wait((tmp_path / "found.csv").exists)


def test_a_home_that_is_there_and_a_bare_name_are_understood(
    reading: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    export(reading, Path("~/found.csv"), "exportAll", safe=True, at=tmp_path / "found.csv")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    export(reading, Path("bare"), "exportAll", safe=True, at=tmp_path / "bare.csv")


def columns(desktop: Desktop) -> QListWidget:
    found = desktop.control("exportColumns")
    assert isinstance(found, QListWidget)
    return found


def test_columns_are_ordered_and_left_out_by_keys(reading: Desktop, tmp_path: Path) -> None:
    reading.press("Ctrl+E", reading.window.view.pane)
    shown = columns(reading)
    assert "Alt+Up" in shown.accessibleDescription()
    for keys in ("Alt+Up", "Down", "Alt+Up", "Alt+Up", "Home", "Alt+Down", "Alt+Down", "End", "Alt+Down", "Space"):
        reading.press(keys, shown)
    reading.type(str(tmp_path / "found.csv"), "exportFile")
    reading.click("exportNow")
    reading.wait((tmp_path / "found.csv").exists)
    assert tuple(read(tmp_path / "found.csv")[0]) == (COLUMNS[0], COLUMNS[2], COLUMNS[1], *COLUMNS[3:-1])


def test_columns_are_ordered_by_buttons_that_say_what_they_do(reading: Desktop, tmp_path: Path) -> None:
    reading.press("Ctrl+E", reading.window.view.pane)
    shown = columns(reading)
    up, down = reading.control("columnUp"), reading.control("columnDown")
    assert [each.accessibleName() for each in (up, down)] == ["Move column up", "Move column down"]
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    reading.click("columnDown")
    assert [shown.item(row).text() for row in range(3)] == [COLUMNS[1], COLUMNS[0], COLUMNS[2]]
    assert shown.currentItem().text() == COLUMNS[0] and up.isEnabled()
    shown.setCurrentRow(shown.count() - 1)
    assert (up.isEnabled(), down.isEnabled()) == (True, False)
    reading.click("columnUp")
    assert shown.item(shown.count() - 2).text() == COLUMNS[-1]


def test_without_a_column_nothing_is_written(reading: Desktop, tmp_path: Path) -> None:
    reading.press("Ctrl+E", reading.window.view.pane)
    shown = columns(reading)
    reading.type(str(tmp_path / "found.csv"), "exportFile")
    for row in range(shown.count()):
        shown.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert state(reading) == "Tick at least one column."
    reading.click("exportNow")
    assert reading.control("exportDialog").isVisible() and shown.window().focusWidget() is shown
    reading.press("Space", shown)
    assert state(reading) == ""


def test_each_notice_names_its_own_file(reading: Desktop, tmp_path: Path) -> None:
    window, said = reading.window, list[str]()
    window.status.activity.idle.connect(lambda: said.append(window.notice.words))
    for name in ("first.csv", "second.csv"):  # the second waits for the first
        window.exporting.export(
            ExportWish(tmp_path / name, "all", True, False, False, None), HighlightQuery(ArticleQuery())
        )
    reading.wait(lambda: len(said) == 2)
    assert said == ["2 rows written to first.csv.", "2 rows written to second.csv."]


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
def test_a_written_file_is_shown_in_its_folder(
    reading: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    (tmp_path / "gdbus").write_text(f'#!/bin/sh\necho "$@" > "{told}"\n')
    (tmp_path / "gdbus").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    export(reading, tmp_path / "found.csv", "exportAll", safe=True)
    reading.click("noticeButton")
    reading.wait(lambda: told.exists() and f"{tmp_path}/found.csv" in told.read_text())


def press_button(words: str) -> Callable[[QMessageBox], None]:
    def press(box: QMessageBox) -> None:
        [button] = [each for each in box.buttons() if each.text() == words]
        button.click()

    return press


def test_a_file_that_is_there_is_replaced_only_after_asking_once(reading: Desktop, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("old")
    reading.press("Ctrl+E", reading.window.view.pane)
    reading.type(str(there.with_suffix("")), "exportFile")
    assert state(reading) == "There is a file of this name."
    said = reading.answer(lambda box: reading.press("Return", box.defaultButton()))
    reading.click("exportNow")
    reading.wait(lambda: bool(said))
    assert said == ["There is a file there.csv already."]
    field = reading.control("exportFile")
    reading.wait(lambda: QApplication.activeModalWidget() is field.window())
    assert field.window().focusWidget() is field and there.read_text() == "old"
    said = reading.answer(press_button("Replace"))
    reading.click("exportNow")
    reading.wait(lambda: bool(said) and reading.window.notice.words == "2 rows written to there.csv.")
    assert len(read(there)) == 2


def test_the_name_that_is_offered_is_free(reading: Desktop, tmp_path: Path) -> None:
    reading.settings.export_folder = str(tmp_path)
    for name in ("highlights.csv", "highlights 2.csv", "highlights 3.csv"):
        reading.press("Ctrl+E", reading.window.view.pane)
        reading.press("Return", reading.control("exportFile"))
        reading.wait((tmp_path / name).exists)
        reading.wait(lambda name=name: name in reading.window.notice.words)  # type: ignore[misc]


def test_in_the_trash_all_others_are_exported_unless_the_trash_is_chosen(reading: Desktop) -> None:
    reading.press("Del", reading.window.listing.view)
    for scope, chosen in (("trash", "exportAll"), ("unread", "exportListed")):
        reading.window.sidebar.scopes.setCurrentRow(SCOPES.index(scope))
        reading.press("Ctrl+E", reading.window.listing.view)
        which = reading.control(chosen)
        assert isinstance(which, QRadioButton) and which.isChecked()
        reading.press("Esc", which)
