"""A library that cannot be opened is named with what to do, and left as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from modal import answering
from reader.services import locations
from reader.settings import Settings
from reader.storage.library import create
from reader.widgets.library_choice import LibraryChoice


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table notes (text)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version = 9999999")
    connection.commit()
    connection.close()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_text("no database" * 100), "is not a Reader library"),
    "empty": (lambda path: path.touch(), "is empty"),
    "foreign": (foreign, "is a database of another program"),
    "newer": (newer, "was made by a newer Reader"),
}


@pytest.mark.parametrize("kind", BAD)
def test_the_file_is_named_and_left_as_it_is(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    path, seen = tmp_path / "bad.reader", []
    make, sentence = BAD[kind]
    make(path)
    before = path.read_bytes()

    def answer(box: QMessageBox) -> None:
        seen.append((box.text(), box.informativeText(), [button.text() for button in box.buttons()]))
        box.reject()

    answering(QMessageBox, answer)
    assert LibraryChoice(Settings(tmp_path / "settings.ini")).open(path) is None
    [(words, more, buttons)] = seen
    assert sentence in words and "bad.reader" in words
    assert f"{words} {more}".count("left as it is") == 1
    assert {"Open another library...", "New library...", "Quit"} == {text.replace("&", "") for text in buttons}
    assert path.read_bytes() == before


def test_a_missing_library_is_made_only_where_that_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    choice, seen, path = LibraryChoice(Settings(tmp_path / "settings.ini")), [], tmp_path / "new" / "mine.reader"

    def answer(box: QMessageBox) -> None:
        seen.append((box.text(), box.informativeText()))
        box.reject()

    answering(QMessageBox, answer)
    assert choice.open(path) is None and not path.parent.exists()
    assert seen == [(f"{path} does not exist. Choose another library or make a new one.", "")]
    path.parent.mkdir()
    library = choice.open(path, locations.open_or_create)
    assert library is not None and library.path == path
    library.close()


def test_a_new_library_beside_a_file_of_another_kind_replaces_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")

    def choose(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(victim))
        dialog.accept()

    choice, said = LibraryChoice(Settings(tmp_path / "settings.ini")), list[str]()
    for _ in range(2):
        answering(QFileDialog, choose)
        path = choice.ask_for_new()
        assert path == tmp_path / "victim.txt.reader"
        if path.exists():
            answering(QMessageBox, lambda box: (said.append(box.text()), box.reject()))
        if library := choice.open(path, create):
            library.close()
    assert victim.read_text() == "mine"
    assert said == [f"{path} exists already. Open it, or choose another name."]
