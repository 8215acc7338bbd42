"""Showing a file in the file manager of the system, selected among the others of its folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

# What file managers of Linux answer to: https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
SERVICE = "org.freedesktop.FileManager1"
PLACE = "/org/freedesktop/FileManager1"
METHOD = f"{SERVICE}.ShowItems"
PATIENCE_S = 5  # for a file manager to start
NOT_STARTED = QProcess.ProcessError.FailedToStart


def reveal(file: Path, parent: QObject) -> None:
    """Show a file where it lies; where nothing can select it, its folder opens."""
    command = command_for(file, sys.platform, shutil.which)
    if not command:
        _open_folder_if(True, file)
        return
    process = QProcess(parent)
    told = sys.platform != "win32"  # there the code is 1 also when all went well
    process.finished.connect(lambda code: _open_folder_if(told and code != 0, file))
    process.errorOccurred.connect(lambda error: _open_folder_if(error is NOT_STARTED, file))
    process.finished.connect(process.deleteLater)
    process.start(command[0], command[1:])


def command_for(file: Path, system: str, find: Callable[[str], str | None]) -> list[str]:
    """The command that selects a file; empty where there is none. `system` is one of sys.platform's names.

    The D-Bus of Linux is spoken to through the programs that come with it: Qt's own way would be one more library.
    """
    if system == "win32":
        return ["explorer", "/select,", str(file)]  # as one word, a name with spaces would be misread
    if system == "darwin":
        return ["open", "-R", str(file)]
    address = file.absolute().as_uri()  # holds neither a comma nor a quote
    if found := find("gdbus"):
        call = ["call", "--session", "--timeout", str(PATIENCE_S), "--dest", SERVICE, "--object-path", PLACE]
        return [found, *call, "--method", METHOD, f"['{address}']", ""]
    if found := find("dbus-send"):
        call = ["--session", "--print-reply", f"--reply-timeout={PATIENCE_S * 1000}", f"--dest={SERVICE}"]
        return [found, *call, "--type=method_call", PLACE, METHOD, f"array:string:{address}", "string:"]
    return []


def _open_folder_if(failed: bool, file: Path) -> None:
    if failed:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
