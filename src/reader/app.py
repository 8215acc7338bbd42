"""The program with its window: arguments, library, language, theme, and what happens at the end."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__, crash, input_method, languages, resources
from reader.domain.change import EVERYTHING
from reader.jobs import wait_for_all
from reader.languages import Languages
from reader.services import locations
from reader.services.importing import batch
from reader.services.importing.gathering import gather
from reader.session import Session
from reader.settings import Settings
from reader.storage.library import SUFFIX, Library
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks
from reader.widgets.window import Window

log = logging.getLogger(__name__)
ENDING_MS = 10_000  # for jobs to stop, when the program ends
SAMPLE = f"sample{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    library: Path | None
    files: tuple[Path, ...]
    sample: bool
    screenshot: Path | None


class Application(QApplication):
    """Also takes the files that macOS hands to a running program."""

    files_opened = Signal(list)  # of Path

    def event(self, event: QEvent) -> bool:
        """Tell of files to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files_opened.emit([Path(event.file())])
            return True
        return super().event(event)


def wish_of(arguments: list[str]) -> Wish:
    """Read the arguments; exits with 2 and a sentence where they make no sense."""
    parser = argparse.ArgumentParser("reader", add_help=False)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("-l", "--library", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", type=Path)
    found = parser.parse_args(arguments)
    library, files = found.library, list(found.paths)
    if library is None and files and files[0].suffix == SUFFIX:
        library = files.pop(0)
    return Wish(library, tuple(files), found.sample, found.screenshot)


def start(arguments: list[str]) -> Application:
    """Make the application object, which must exist before anything is shown."""
    if sys.platform.startswith("linux"):
        input_method.prepare(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    app = Application(["reader", *arguments])
    app.setApplicationName("reader")
    app.setApplicationDisplayName("Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("reader-desktop")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources.path("icons/app.png"))))
    _add_fallback_font()
    return app


def main(arguments: list[str]) -> int:
    """Open the window; the exit code."""
    wish = wish_of(arguments)
    crash.log_to(locations.log_folder())
    app = start([])
    settings = Settings(locations.settings_file())
    words = Languages(app)
    words.use(languages.chosen(settings.language))
    looks = Looks(settings)
    choice = LibraryChoice(settings)
    library = choice.open(_library_path(wish, settings))
    if library is None:
        return 2
    program = Program(settings, words, looks, choice, library)
    crash.watch(program.tell)
    app.files_opened.connect(program.window.collecting.import_paths)
    if wish.sample:
        program.import_samples()
    program.window.show()
    if wish.files:
        program.window.collecting.import_paths(list(wish.files))
    if wish.screenshot is not None:
        program.draw_to(wish.screenshot)
    QTimer.singleShot(0, gc.freeze)  # what the window is made of stays, so that later collections need not look at it
    code = app.exec()
    program.end()
    return code


class Program(QObject):
    """What lives as long as the window does."""

    def __init__(
        self, settings: Settings, words: Languages, looks: Looks, choice: LibraryChoice, library: Library
    ) -> None:
        super().__init__()
        self._settings, self._words, self._choice = settings, words, choice
        self.session = Session(library, settings.analyst)
        self.window = Window(self.session, settings, looks)
        choice.window = self.window
        settings.changed.connect(self._on_setting)
        self.window.library_wanted.connect(self._open_library)
        self.window.new_library_wanted.connect(self._make_library)

    def import_samples(self) -> None:
        """Fill an empty library with the articles that come with the program."""
        db = self.session.db
        if self.window.listing.model.rowCount() == 0:
            batch.import_files(db, gather([resources.path("samples")]).files)
            self.session.tell(EVERYTHING)

    def draw_to(self, picture: Path) -> None:
        """Draw the window to a picture and end."""

        def draw() -> None:
            self.window.grab().save(str(picture))
            QApplication.quit()

        QTimer.singleShot(400, self, draw)

    def end(self) -> None:
        """Stop what runs and close the library."""
        wait_for_all(ENDING_MS)
        self.session.close()
        self.window.deleteLater()

    def _on_setting(self, name: str) -> None:
        if name == "language":
            self._words.use(languages.chosen(self._settings.language))
        elif name == "analyst":
            self.session.analyst = self._settings.analyst

    def _open_library(self, path: Path | None) -> None:
        library = self._choice.ask_and_open() if path is None else self._choice.open(path)
        self._take(library)

    def _make_library(self) -> None:
        self._take(self._choice.ask_and_create())

    def _take(self, library: Library | None) -> None:
        if library is not None:
            self.window.settle()
            self.session.switch(library)

    def tell(self, details: str) -> None:
        """Say that something unexpected happened."""
        log.debug(details)
        self.window.notice.say(self.tr("Something went wrong inside Reader. What is stored is safe; see the log."))


def _library_path(wish: Wish, settings: Settings) -> Path:
    if wish.sample:
        return locations.default_library().with_name(SAMPLE)
    named = wish.library or os.environ.get(locations.LIBRARY_VARIABLE) or settings.library
    return Path(named) if named else locations.default_library()


def _add_fallback_font() -> None:
    """Where no font has Chinese characters, one that comes with the program; else they would be empty boxes."""
    systems = (QFontDatabase.WritingSystem.SimplifiedChinese, QFontDatabase.WritingSystem.TraditionalChinese)
    if not any(QFontDatabase.families(each) for each in systems):
        for font in sorted(resources.path("fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(font))
