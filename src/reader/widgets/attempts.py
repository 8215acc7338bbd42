"""Doing what a widget wished for: the one place around `Session.perform` where errors become words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from sqlite_utils import Database

from reader.domain.change import Step
from reader.domain.errors import ReaderError
from reader.session import Session
from reader.widgets.notice import Notice
from reader.widgets.step_words import error_words, words


class Attempts(QObject):
    """Performs edits, and says in the notice what was done or why it could not be."""

    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice

    def do(self, edit: Callable[[Database], Any], *, said: bool = False) -> Any:
        """Perform an edit; its answer, or None if it failed. `said`: tell what was done, with Undo."""
        before = self._session.next_undo() if said else None
        try:
            answer = self._session.perform(edit)
        except ReaderError as error:
            self.fail(error)
            return None
        if said:
            step = self._session.next_undo()
            if step is not None and step != before:
                self._notice.say(words(step), self.tr("Undo"), self.undo)
        return answer

    def undo(self) -> None:
        """Take back the latest step and say which it was."""
        self._replay(self._session.undo, self.tr("Undone: {step}"), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back last and say what it was."""
        self._replay(self._session.redo, self.tr("Done again: {step}"), self.tr("There is nothing to redo."))

    def undo_to(self, step: int) -> None:
        """Take back every step that came after the given one."""
        while (latest := self._session.next_undo()) is not None and latest.id > step:
            try:
                self._session.undo()
            except ReaderError as error:
                self.fail(error)
                return

    def fail(self, error: ReaderError) -> None:
        """Say why something could not be done."""
        self._notice.say(error_words(error))

    def _replay(self, act: Callable[[], Step | None], done: str, nothing: str) -> None:
        try:
            step = act()
        except ReaderError as error:
            self.fail(error)
            return
        self._notice.say(done.format(step=words(step)) if step else nothing)
