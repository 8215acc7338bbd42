"""A file is shown selected in its folder, by whatever the system has for that; else the folder opens."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from reader.widgets.reveal import command_for, reveal

FILE = Path("/home/林/found, it's #1.csv") if os.name == "posix" else Path("C:/林/found, it's #1.csv")
ADDRESS = "file:///home/%E6%9E%97/found%2C%20it%27s%20%231.csv"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")


def test_windows_and_macos_have_a_command_of_their_own() -> None:
    assert command_for(FILE, "win32", shutil.which) == ["explorer", "/select,", str(FILE)]
    assert command_for(FILE, "darwin", shutil.which) == ["open", "-R", str(FILE)]


@LINUX
@pytest.mark.parametrize("tool", ["gdbus", "dbus-send"])
def test_linux_asks_the_file_manager_on_the_bus(tool: str) -> None:
    command = command_for(FILE, "linux", {tool: f"/usr/bin/{tool}"}.get)
    assert command[0] == f"/usr/bin/{tool}"
    assert "org.freedesktop.FileManager1.ShowItems" in command
    assert any(ADDRESS in word for word in command) and not any(str(FILE) in word for word in command)


def test_without_a_tool_there_is_no_command() -> None:
    assert command_for(FILE, "linux", {}.get) == []


class Opened(QObject):
    """Takes what Qt would hand to the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.places.append(url.toLocalFile())


@pytest.fixture
def opened() -> Iterator[Opened]:
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


def tool(folder: Path, code: int) -> Path:
    """A gdbus that writes down what it is told; the file with that."""
    told = folder / "told"
    (folder / "gdbus").write_text(f'#!/bin/sh\necho "$@" > "{told}.part"\nmv "{told}.part" "{told}"\nexit {code}\n')
    (folder / "gdbus").chmod(0o755)
    return told


@LINUX
@pytest.mark.parametrize("code", [0, 1], ids=["there", "no file manager"])
def test_the_folder_opens_only_where_no_file_manager_answers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened, code: int
) -> None:
    told = tool(tmp_path, code)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    owner = QObject()
    reveal(tmp_path / "found.csv", owner)
    qtbot.waitUntil(told.exists)
    assert f"file://{tmp_path}/found.csv" in told.read_text()
    qtbot.waitUntil(lambda: owner.children() == [])
    assert opened.places == ([str(tmp_path)] if code else [])


@LINUX
def test_the_folder_opens_where_there_is_no_tool(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    reveal(tmp_path / "found.csv", QObject())
    assert opened.places == [str(tmp_path)]
