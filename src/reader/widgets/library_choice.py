"""Which library to open, and what to do when one cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.domain.errors import LibraryError
from reader.services import locations
from reader.settings import Settings
from reader.storage.library import SUFFIX, Library, create, open_library
from reader.widgets import file_dialogs
from reader.widgets.step_words import error_words

T = TypeVar("T")
LEFT = "It was left as it is"  # where the sentence of an error says so itself
Way = Callable[[Path], Library]  # to open one: open_library, create, or locations.open_or_create; raises LibraryError


class LibraryChoice(QObject):
    """Opens libraries, and asks where one is if that fails."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.window: QWidget | None = None

    def open(self, path: Path, way: Way = open_library) -> Library | None:
        """Open a library; see `hand_over`."""
        return self.hand_over(path, way, lambda library: library)

    def hand_over(self, path: Path, way: Way, take: Callable[[Library], T]) -> T | None:
        """Open a library in a way, and give it to `take`; the answer of that.

        Where either raises LibraryError: say why, and go on with what is chosen then. None means that nothing was.
        """
        wanted: tuple[Path, Way] | None = (path, way)
        while wanted is not None:
            path, way = wanted
            try:
                return _given(way(path), take)
            except LibraryError as error:
                wanted = self._ask_instead(error)
        return None

    def _ask_instead(self, error: LibraryError) -> tuple[Path, Way] | None:
        """Say what is wrong, and ask what to open, and in which way; None to end."""
        box = self._box(error)
        if error.kind != "missing" and LEFT not in error.sentence:
            box.setInformativeText(self.tr("The file was left as it is."))
        other = box.addButton(self.tr("Open another library..."), QMessageBox.ButtonRole.AcceptRole)
        new = box.addButton(self.tr("New library..."), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Quit") if self.window is None else self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        box.deleteLater()
        path, way = None, open_library
        if box.clickedButton() is other:
            path = self.ask_for_old()
        elif box.clickedButton() is new:
            path, way = self.ask_for_new(), create
        return None if path is None else (path, way)

    def _box(self, error: LibraryError) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Warning, "Reader", error_words(error), parent=self.window)
        box.setObjectName("libraryProblem")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a path may look like markup, and Qt would read what it speaks of
        return box

    def ask_for_old(self) -> Path | None:
        """Ask for a library that there is; None if the dialog was left."""
        return file_dialogs.file_to_open(self.window, self.tr("Open library"), str(self._folder()), self._kinds())

    def ask_for_new(self) -> Path | None:
        """Ask where a new library is to be; None if the dialog was left."""
        suggested = self._folder() / f"{self.tr('New library')}{SUFFIX}"
        found = file_dialogs.file_to_write(self.window, self.tr("New library"), suggested, self._kinds())
        return found.with_name(found.name + SUFFIX) if found and found.suffix != SUFFIX else found

    def _kinds(self) -> str:
        return self.tr("Libraries (*{suffix})").format(suffix=SUFFIX)

    def _folder(self) -> Path:
        named = self._settings.library
        return Path(named).parent if named else locations.default_library().parent


def _given(library: Library, take: Callable[[Library], T]) -> T:
    try:
        return take(library)
    except BaseException:
        library.close()
        raise
