"""Dialogs for files show what is there, answer with it, and look into nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from modal import answering
from reader.languages import Languages
from reader.storage.library import Library
from reader.widgets import file_dialogs

KINDS = "All files (*)"


def kinds(dialog: QFileDialog) -> dict[str, str]:
    """What the dialog shows in its folder: names and kinds. Kinds are found out in a thread and come later."""
    view = next(each for each in dialog.findChildren(QTreeView) if each.isVisible())
    model, root = view.model(), view.rootIndex()
    rows = range(model.rowCount(root))
    return {model.index(row, 0, root).data(): model.index(row, 2, root).data() for row in rows}


def is_complete(dialog: QFileDialog) -> bool:
    """Whether it shows all that is in its folder, with kinds."""
    shown, there = kinds(dialog), Path(dialog.directory().absolutePath()).iterdir()
    return shown.keys() == {path.name for path in there} and all(shown.values())


def named(path: Path) -> Callable[[QFileDialog], None]:
    def fill(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(path))
        dialog.accept()

    return fill


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux says which locks there are")
def test_the_folder_of_the_library_is_listed_and_its_locks_stay(library: Library, qtbot: QtBot) -> None:
    def locks() -> list[str]:
        own = str(os.getpid())
        files = {f":{path.stat().st_ino}" for path in library.path.parent.iterdir()}
        held = (line.split()[1:] for line in Path("/proc/locks").read_text().splitlines())
        return sorted(" ".join(lock) for lock in held if own in lock and any(lock[4].endswith(each) for each in files))

    before, seen = locks(), list[str]()

    def leave(dialog: QFileDialog) -> None:
        seen.extend(kinds(dialog))
        dialog.reject()

    answering(QFileDialog, leave, is_complete)
    assert file_dialogs.files_to_open(None, "Import files", str(library.path.parent), KINDS) == []
    assert len(seen) >= 3 and before and locks() == before


def test_what_was_chosen_is_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "文章.txt").touch()
    (tmp_path / "folder").mkdir()
    answering(QFileDialog, named(tmp_path / "文章.txt"))
    assert file_dialogs.file_to_open(None, "Open", str(tmp_path), KINDS) == tmp_path / "文章.txt"
    answering(QFileDialog, named(tmp_path / "文章.txt"))
    assert file_dialogs.files_to_open(None, "Open", str(tmp_path), KINDS) == [tmp_path / "文章.txt"]
    answering(QFileDialog, named(tmp_path / "folder"))
    assert file_dialogs.folder_to_open(None, "Open", str(tmp_path)) == tmp_path / "folder"


def test_a_name_is_suggested_for_a_new_file(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "old.csv").touch()
    answering(QFileDialog, QFileDialog.accept, is_complete)
    assert file_dialogs.file_to_write(None, "Export to", tmp_path / "new.csv", KINDS) == tmp_path / "new.csv"


def test_a_file_that_is_there_is_answered_without_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "old.csv").touch()
    answering(QFileDialog, named(tmp_path / "old.csv"))
    assert file_dialogs.file_to_write(None, "Export to", tmp_path / "new.csv", KINDS) == tmp_path / "old.csv"


def test_a_dialog_that_was_left_answers_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    for ask in (file_dialogs.file_to_open, file_dialogs.files_to_open):
        answering(QFileDialog, QFileDialog.reject)
        assert not ask(None, "Open", str(tmp_path), KINDS)


def test_files_are_told_from_folders_by_icon_and_kind(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.reader").touch()
    (tmp_path / "b").mkdir()
    seen: dict[str, tuple[str, int]] = {}

    def look(dialog: QFileDialog) -> None:
        view = dialog.findChildren(QTreeView)[0]
        model, root = view.model(), view.rootIndex()
        for row in range(model.rowCount(root)):
            first = model.index(row, 0, root)
            seen[first.data()] = (model.index(row, 2, root).data(), first.data(1).cacheKey())
        dialog.reject()

    answering(QFileDialog, look, is_complete)
    file_dialogs.file_to_open(None, "Open", str(tmp_path), KINDS)
    assert seen["a.reader"][0] == "READER" and seen["b"][0] == "Folder"
    assert seen["a.reader"][1] != seen["b"][1]


def test_many_dialogs_over_a_large_folder_come_and_go(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number}.txt").touch()
    for _ in range(5):  # each left while its thread still reads
        answering(QFileDialog, QFileDialog.reject)
        assert file_dialogs.file_to_open(None, "Open", str(tmp_path), KINDS) is None
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_every_label_and_button_is_in_the_language_of_the_window(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    words = Languages(qapp)
    words.use(language)
    seen = list[str]()

    def leave(dialog: QFileDialog) -> None:
        seen.extend(each.text() for each in (*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)))
        seen.extend(each.toolTip() for each in dialog.findChildren(QToolButton))
        dialog.reject()

    answering(QFileDialog, leave)
    file_dialogs.files_to_open(None, "標題", str(tmp_path), "文章 (*.txt)")
    words.use("en")
    assert len(seen) > 8
    assert [said for said in seen if re.search("[a-z]{3}", said)] == []
