"""The program with its window: arguments, library, language, theme, and what happens at the end."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__, crash, input_method, languages, resources
from reader.asked_to_end import AskedToEnd
from reader.jobs import wait_for_all
from reader.languages import Languages
from reader.services import locations
from reader.session import Session
from reader.settings import Settings
from reader.storage.connection import is_part_of
from reader.storage.library import SUFFIX, Library, create, open_library
from reader.widgets.library_choice import LibraryChoice, Way
from reader.widgets.looks import Looks
from reader.widgets.window import Window

log = logging.getLogger(__name__)
ENDING_MS = 10_000  # for jobs to stop, when the program ends
SETTLED_MS = 400  # until what was opened is painted
UNSEEN = ("offscreen", "minimal")  # platforms of Qt where nobody could close a box


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


class _Arguments(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as all commands do."""

    def error(self, message: str) -> NoReturn:
        """End with the code for wrong usage."""
        print(f"{message[:1].upper()}{message[1:]}. See reader --help.", file=sys.stderr)
        sys.exit(2)


def _named(word: str) -> Path:
    if not word:
        raise argparse.ArgumentTypeError("the name is empty")
    return Path(word)


def wish_of(arguments: list[str]) -> Wish:
    """Read the arguments; exits with 2 and a sentence where they make no sense."""
    parser = _Arguments("reader", add_help=False)
    parser.add_argument("paths", nargs="*", type=_named)
    parser.add_argument("-l", "--library", type=_named)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", type=_named)
    found = parser.parse_args(arguments)
    library, files = found.library, list(found.paths)
    if library is None and files and files[0].suffix.lower() == SUFFIX:
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
    crash.watch(_tell_without_window)
    app = start([])
    settings = Settings(locations.settings_file())
    words = Languages(app)
    words.use(languages.chosen(settings.language))
    looks = Looks(settings)
    choice = LibraryChoice(settings)
    path, way = _wanted(wish, settings)
    program = choice.hand_over(path, way, lambda library: Program(settings, words, looks, choice, library))
    if program is None:
        return 2
    crash.watch(program.tell)
    ending = AskedToEnd()
    ending.asked.connect(program.leave)
    app.commitDataRequest.connect(program.keep)
    app.files_opened.connect(program.window.collecting.open_files)
    program.window.show()
    if wish.sample:
        program.import_samples()
    if wish.files:
        program.window.collecting.open_files(list(wish.files))
    if wish.screenshot is not None:
        program.draw_to(wish.screenshot)
    QTimer.singleShot(0, gc.freeze)  # what the window is made of stays, so that later collections need not look at it
    code = app.exec()
    program.end()
    return code


class Program(QObject):
    """What lives as long as the window does. Raises LibraryError if the library cannot be read."""

    def __init__(
        self, settings: Settings, words: Languages, looks: Looks, choice: LibraryChoice, library: Library
    ) -> None:
        super().__init__()
        self._settings, self._words, self._choice = settings, words, choice
        self.session = Session(library, settings.analyst)
        self.session.look(settings.order)
        self.window = Window(self.session, settings, looks)
        choice.window = self.window
        settings.changed.connect(self._on_setting)
        self.window.library_wanted.connect(self._open_library)
        self.window.new_library_wanted.connect(self._make_library)
        self.window.attempts.copy_wanted.connect(self._make_copy)
        self.window.attempts.reopening_wanted.connect(lambda: self._open_library(self.session.path))
        self._remember()

    def import_samples(self) -> None:
        """Fill the library of samples, if that is open and empty, with the articles that come with the program."""
        if self._is_sample() and self.window.listing.model.rowCount() == 0:
            self.window.collecting.import_samples()

    def draw_to(self, picture: Path) -> None:
        """Draw the window to a picture once nothing is imported any more, and end."""

        def draw() -> None:
            if self.window.status.activity.busy:
                QTimer.singleShot(SETTLED_MS, self, draw)
                return
            self.window.notice.hide()
            self.window.grab().save(str(picture))
            QApplication.quit()

        QTimer.singleShot(SETTLED_MS, self, draw)

    def keep(self) -> None:
        """Store all that is only in the window so far, since the system may end the program without a word."""
        self.window.settle()
        self.window.keep_shape()
        self._settings.store.sync()

    def leave(self) -> None:
        """Close the window as a person does, and end, whatever dialog is open. What is not stored keeps it."""
        if self.window.close():
            QApplication.exit()

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
        wanted = path or self._choice.ask_for_old()
        if wanted is None:
            return
        if self.session.library.overwritten and is_part_of(self.session.path, wanted):
            if not self._settled():
                return
            self.session.close()  # first: SQLite knows the pages of the former file as long as anybody has it open
        self._choice.hand_over(wanted, open_library, self._take)

    def _make_library(self) -> None:
        wanted = self._choice.ask_for_new()
        if wanted is not None:
            self._choice.hand_over(wanted, create, self._take)

    def _make_copy(self) -> None:
        def copied(path: Path) -> Library:
            self.session.library.copy_to(path)
            return open_library(path)

        wanted = self._choice.ask_for_new()
        if wanted is not None:
            self._choice.hand_over(wanted, copied, self._take)

    def _take(self, library: Library) -> None:
        if is_part_of(self.session.path, library.path) and not self.session.lost:  # it is open already
            library.close()
            return
        if not self._settled():
            library.close()
            return
        self.session.switch(library, self._settings.order)
        self._remember()

    def _settled(self) -> bool:
        """Store what is only in the window so far, before another library is opened; say why if that fails."""
        why = self.window.settle()
        if why:
            words = self.tr("What was typed could not be stored, so this library stays open. {why}")
            self.window.notice.say(words.format(why=why))
        return not why

    def _remember(self) -> None:
        """Let the next start open the same library; that of the samples is nobody's own."""
        if not self._is_sample():
            self._settings.library = str(self.session.path)

    def _is_sample(self) -> bool:
        return self.session.path == locations.sample_library().resolve()

    def tell(self, details: str) -> None:
        """Say that something unexpected happened."""
        log.debug(details)
        self.window.notice.say(_unexpected())


def _wanted(wish: Wish, settings: Settings) -> tuple[Path, Way]:
    """Which library to open, and in which way.

    Only one that the command line names, or nobody, is made if it is missing: one that was there before is asked for,
    since it may lie on a disk that is not there now.
    """
    if wish.sample:
        return locations.sample_library(), locations.open_or_create
    if wish.library is not None:
        return wish.library, locations.open_or_create
    named = os.environ.get(locations.LIBRARY_VARIABLE) or settings.library
    return (Path(named), open_library) if named else (locations.default_library(), locations.open_or_create)


def _unexpected() -> str:
    return QCoreApplication.translate(
        "Program", "Something went wrong inside Reader. What is stored is safe; see the log."
    )


def _tell_without_window(details: str) -> None:
    """Say that something unexpected happened before there was a window."""
    print(_unexpected(), file=sys.stderr)
    if QApplication.instance() is not None and QApplication.platformName() not in UNSEEN:
        QMessageBox.critical(None, "Reader", _unexpected())


def _add_fallback_font() -> None:
    """Where no font has Chinese characters, one that comes with the program; else they would be empty boxes."""
    systems = (QFontDatabase.WritingSystem.SimplifiedChinese, QFontDatabase.WritingSystem.TraditionalChinese)
    if not any(QFontDatabase.families(each) for each in systems):
        QFontDatabase.addApplicationFontFromData(resources.unpacked("fonts/fallback.otf.xz"))
