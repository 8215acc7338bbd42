"""The program with its window, in this process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.app import Program
from reader.jobs import wait_for_all
from reader.languages import Languages
from reader.settings import Settings
from reader.storage.library import Library
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks

PATIENCE_MS = 10_000


def settled() -> None:
    """Do what waits to be done, and paint what has changed and only that, as the event loop does."""
    for _ in range(3):  # laying out asks for painting, which asks for showing
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@contextmanager
def running(library: Library, folder: Path) -> Iterator[Program]:
    """The program with this library, which it closes at the end; its settings are kept in the folder."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(folder / "settings.ini")
    words = Languages(application)
    words.use("zh_CN")
    program = Program(settings, words, Looks(settings), LibraryChoice(settings), library)
    program.window.show()
    settled()
    gc.freeze()  # as app.main does
    try:
        yield program
    finally:
        program.window.close()
        wait_for_all(PATIENCE_MS)
        program.end()
        # Else its window would hear of later languages.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settled()
