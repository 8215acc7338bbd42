"""Asking for files and folders, without ever looking into one.

Qt's own dialog opens every file that it lists to find out its kind. Closing a file lets go of all locks that this
process holds on it (POSIX: https://www.sqlite.org/howtocorrupt.html#posix_advisory_locks_canceled_by_a_separate_thread_doing_close_),
so that listing the folder of the open library left it without protection from other programs: they cut its index
of the write-ahead log, and the next write here ended in a bus error. Every dialog for files comes from this module.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

_Kind = QAbstractFileIconProvider.IconType


class _Blind(QAbstractFileIconProvider):
    """Tells folders from files by their place in the file system alone.

    Qt asks it from the thread that reads the folder.
    """

    def __init__(self, folder: QIcon, file: QIcon) -> None:
        super().__init__()
        self._folder, self._file = folder, file

    def icon(self, wanted: Any) -> QIcon:
        """The icon of a file, a folder or one of Qt's kinds."""
        if isinstance(wanted, QFileInfo):
            return self._folder if wanted.isDir() else self._file
        return self._file if wanted == _Kind.File else self._folder

    def type(self, info: QFileInfo) -> str:
        """The kind of a file by its name."""
        if info.isDir():
            return QCoreApplication.translate("FileDialog", "Folder")
        return info.suffix().upper()


@cache
def _blind() -> _Blind:
    """One for all dialogs: each reads folders in a thread that may outlive the dialog."""
    known = QFileIconProvider()
    return _Blind(known.icon(_Kind.Folder), known.icon(_Kind.File))


def files_to_open(parent: QWidget | None, title: str, folder: str, kinds: str) -> list[Path]:
    """Existing files, any number; none if the dialog was left."""
    return _asked(parent, title, folder, kinds, QFileDialog.FileMode.ExistingFiles)


def file_to_open(parent: QWidget | None, title: str, folder: str, kinds: str) -> Path | None:
    """One existing file; None if the dialog was left."""
    return next(iter(_asked(parent, title, folder, kinds, QFileDialog.FileMode.ExistingFile)), None)


def file_to_write(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """A file to make; None if the dialog was left. It may be there: whether it is replaced is asked by who writes it.

    Qt would ask too, about the name as it was typed, which may get a suffix yet.
    """
    return next(iter(_asked(parent, title, str(suggested), kinds, QFileDialog.FileMode.AnyFile, saving=True)), None)


def table_to_write(parent: QWidget | None, title: str, suggested: Path) -> Path | None:
    """A CSV file to make, whose name gets that suffix; one that is there was asked about. None: the dialog was left."""
    found = _asked(
        parent, title, str(suggested), "CSV (*.csv)", QFileDialog.FileMode.AnyFile, saving=True, suffix="csv"
    )
    return next(iter(found), None)


def folder_to_open(parent: QWidget | None, title: str, folder: str) -> Path | None:
    """An existing folder; None if the dialog was left."""
    return next(iter(_asked(parent, title, folder, "", QFileDialog.FileMode.Directory)), None)


def _asked(
    parent: QWidget | None,
    title: str,
    place: str,
    kinds: str,
    mode: QFileDialog.FileMode,
    *,
    saving: bool = False,
    suffix: str = "",
) -> list[Path]:
    dialog = QFileDialog(parent, title, str(Path(place).parent) if saving else place, kinds)
    dialog.setObjectName("fileDialog")
    dialog.setFileMode(mode)
    dialog.setIconProvider(_blind())
    # Qt asks for these two with a mnemonic, and its translations have them without one.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileDialog", "&Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileDialog", "Files of &type:"))
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if saving:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not suffix)
        dialog.selectFile(Path(place).name)
    try:
        return [Path(each) for each in dialog.selectedFiles()] if dialog.exec() else []
    finally:
        dialog.deleteLater()
