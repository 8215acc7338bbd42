"""Which library to open, and what to do when one cannot be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.domain.errors import LibraryError
from reader.services import locations
from reader.settings import Settings
from reader.storage.library import SUFFIX, Library, create, open_library
from reader.widgets import file_dialogs
from reader.widgets.step_words import error_words


class LibraryChoice(QObject):
    """Opens libraries, and asks where one is if that fails."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.window: QWidget | None = None

    def open(self, path: Path) -> Library | None:
        """Open a library, made if there is no such file. If it cannot be: say why, and go on with what is chosen then.

        None means that nothing is to be opened.
        """
        wanted: Path | None = path
        while wanted is not None:
            try:
                return self._opened(locations.open_or_create(wanted))
            except LibraryError as error:
                wanted = self._ask_instead(error)
        return None

    def ask_and_open(self) -> Library | None:
        """Open a library that is chosen in a dialog."""
        found = self._ask_for_old()
        return self._try(found, new=False) if found else None

    def ask_and_create(self) -> Library | None:
        """Make a library where a dialog says."""
        found = self._ask_for_new()
        return self._try(found, new=True) if found else None

    def _try(self, path: Path, *, new: bool) -> Library | None:
        try:
            return self._opened(create(path) if new else open_library(path))
        except LibraryError as error:
            self._box(error).exec()
            return None

    def _opened(self, library: Library) -> Library:
        self._settings.library = str(library.path)
        return library

    def _ask_instead(self, error: LibraryError) -> Path | None:
        """Say what is wrong, and ask what to open; None to end."""
        box = self._box(error)
        box.setInformativeText(self.tr("The file was left as it is."))
        other = box.addButton(self.tr("Open another library..."), QMessageBox.ButtonRole.AcceptRole)
        new = box.addButton(self.tr("New library..."), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Quit") if self.window is None else self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is other:
            return self._ask_for_old()
        return self._ask_for_new() if box.clickedButton() is new else None

    def _box(self, error: LibraryError) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Warning, "Reader", error_words(error), parent=self.window)
        box.setObjectName("libraryProblem")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a path may look like markup, and Qt would read what it speaks of
        return box

    def _ask_for_old(self) -> Path | None:
        return file_dialogs.file_to_open(self.window, self.tr("Open library"), str(self._folder()), self._kinds())

    def _ask_for_new(self) -> Path | None:
        suggested = self._folder() / f"{self.tr('New library')}{SUFFIX}"
        found = file_dialogs.file_to_write(self.window, self.tr("New library"), suggested, self._kinds())
        return found.with_name(found.name + SUFFIX) if found and found.suffix != SUFFIX else found

    def _kinds(self) -> str:
        return self.tr("Libraries (*{suffix})").format(suffix=SUFFIX)

    def _folder(self) -> Path:
        named = self._settings.library
        return Path(named).parent if named else locations.default_library().parent
