"""One open library, as the window sees it: questions go through `read`, every write through `perform`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import EVERYTHING, Change, Step
from reader.domain.errors import LibraryError
from reader.domain.tag import TagTree
from reader.services import edits
from reader.storage import articles, journal, tags
from reader.storage.library import Library, told

T = TypeVar("T")
U = TypeVar("U")
WATCH_MS = 1000  # how often another process's writes are looked for
UNREADABLE = -1  # in place of the number of the last write


class Session(QObject):
    """Holds the library and tells everybody what changed."""

    changed = Signal(object)  # Change
    failed = Signal(object)  # a LibraryError: something could not be read
    opened = Signal()  # another library took the place of the one before

    def __init__(self, library: Library, analyst: str = "") -> None:
        super().__init__()
        self.library = library
        self.analyst = analyst
        self._tree: TagTree | None = None
        self._counts: dict[str, int] | None = None
        self._told = False  # of a failure, in this turn of the event loop
        self._seen = library.data_version()
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look_for_changes)
        self._watch.start()

    @property
    def db(self) -> Database:
        """The connection of the GUI thread."""
        return self.library.db

    @property
    def path(self) -> Path:
        """The library file."""
        return self.library.path

    def read(self, ask: Callable[[Database], T], otherwise: U) -> T | U:
        """What the library answers; `otherwise` where it cannot be read, of which `failed` tells.

        Many questions fail together, such as one for each row that is painted: they are told of once.
        """
        try:
            with told(self.path):
                return ask(self.db)
        except LibraryError as error:
            self._fail(error)
            return otherwise

    def tree(self) -> TagTree:
        """All tags with their counts, read again only after they changed."""
        if self._tree is None:
            self._tree = self.read(tags.tree, TagTree())
        return self._tree

    def counts(self) -> dict[str, int]:
        """How many articles are in each scope, counted again only after articles changed."""
        if self._counts is None:
            self._counts = self.read(articles.counts, dict.fromkeys(articles.SCOPES, 0))
        return self._counts

    def perform(self, edit: Callable[[Database], Any]) -> Any:
        """Run one edit, tell everybody what it changed, and give back what it answered.

        `edit` is a function of `services` that answers with a Change, or a tuple that ends with one.
        Raises the ReaderError that it raised; then nothing was changed.
        """
        with told(self.path):
            answer = edit(self.db)
        change = answer[-1] if isinstance(answer, tuple) else answer
        if isinstance(change, Change):
            self.tell(change)
        return answer

    def undo(self) -> Step | None:
        """Take back the latest step, whoever did it; None if there is none."""
        answer = self.perform(edits.undo)
        return answer[0] if answer else None

    def redo(self) -> Step | None:
        """Do again what was taken back last; None if there is nothing."""
        answer = self.perform(edits.redo)
        return answer[0] if answer else None

    def next_undo(self) -> Step | None:
        """What undo would take back."""
        return self.read(journal.next_undo, None)

    def next_redo(self) -> Step | None:
        """What redo would do again."""
        return self.read(journal.next_redo, None)

    def tell(self, change: Change) -> None:
        """Tell everybody of a change that was made."""
        if change.all or change.tags or change.highlights or change.listed:
            self._tree = None
        if change.all or change.articles or change.listed:
            self._counts = None
        if change:
            self.changed.emit(change)

    def look_for_changes(self) -> None:
        """Read everything again if another process or a job has written, or if it can be read again."""
        try:
            with told(self.path):
                seen = self.library.data_version()
        except LibraryError as error:
            if self._seen != UNREADABLE:
                self._fail(error)
            self._seen = UNREADABLE
            return
        if seen != self._seen:
            self._seen = seen
            self.tell(EVERYTHING)

    def switch(self, library: Library) -> None:
        """Close this library and go on with another one."""
        self.library.close()
        self.library = library
        self._seen = library.data_version()
        self._tree = self._counts = None
        self.opened.emit()
        self.tell(EVERYTHING)

    def _fail(self, error: LibraryError) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._forget_failure)
            self.failed.emit(error)

    def _forget_failure(self) -> None:
        self._told = False

    def close(self) -> None:
        """Stop watching and let the file go."""
        self._watch.stop()
        self.library.close()
