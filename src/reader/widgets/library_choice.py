"""Which library to open, and what to do when one cannot be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.domain.errors import LibraryError
from reader.services import locations
from reader.settings import Settings
from reader.storage.library import SUFFIX, Library, create, open_library
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
        kinds = self.tr("Libraries (*{suffix})").format(suffix=SUFFIX)
        found, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open library"), self._folder(), kinds)
        return self._try(Path(found), new=False) if found else None

    def ask_and_create(self) -> Library | None:
        """Make a library where a dialog says."""
        kinds = self.tr("Libraries (*{suffix})").format(suffix=SUFFIX)
        suggested = str(Path(self._folder()) / f"{self.tr('New library')}{SUFFIX}")
        found, _ = QFileDialog.getSaveFileName(self.window, self.tr("New library"), suggested, kinds)
        if not found:
            return None
        path = Path(found)
        return self._try(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX), new=True)

    def _try(self, path: Path, *, new: bool) -> Library | None:
        try:
            return self._opened(create(path) if new else open_library(path))
        except LibraryError as error:
            box = QMessageBox(QMessageBox.Icon.Warning, "Reader", error_words(error), parent=self.window)
            box.setObjectName("libraryProblem")
            box.exec()
            return None

    def _opened(self, library: Library) -> Library:
        self._settings.library = str(library.path)
        return library

    def _ask_instead(self, error: LibraryError) -> Path | None:
        """Say what is wrong, and ask what to open; None to end."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Reader", error_words(error), parent=self.window)
        box.setObjectName("libraryProblem")
        box.setInformativeText(self.tr("The file was left as it is."))
        other = box.addButton(self.tr("Open another library..."), QMessageBox.ButtonRole.AcceptRole)
        new = box.addButton(self.tr("New library..."), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Quit") if self.window is None else self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is other:
            found, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open library"), self._folder())
            return Path(found) if found else None
        if box.clickedButton() is new:
            found, _ = QFileDialog.getSaveFileName(self.window, self.tr("New library"), self._folder())
            return Path(found).with_suffix(SUFFIX) if found else None
        return None

    def _folder(self) -> str:
        named = self._settings.library
        return str(Path(named).parent if named else locations.default_library().parent)
