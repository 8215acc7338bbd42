"""Doing what a widget wished for: the one place around `Session.perform` where errors become words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.domain.errors import ReaderError
from reader.services import edits
from reader.session import Session
from reader.widgets.notice import Notice, Offer
from reader.widgets.step_words import error_words, words


class Attempts(QObject):
    """Performs edits, and says in the notice what was done or why it could not be."""

    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._offered: tuple[Step, Callable[[], None]] | None = None  # to be taken back by the button of the notice
        session.changed.connect(self._look_at_offer)
        session.left.connect(self._withdraw)
        session.left.connect(notice.hide)

    def do(self, edit: Callable[[Database], Any]) -> Any:
        """Perform an edit; its answer, or None if it failed."""
        try:
            return self._session.perform(edit)
        except ReaderError as error:
            self.fail(error)
            return None

    def do_and_say(self, edit: Callable[[Database], Change]) -> None:
        """Perform an edit and tell what was done, with Undo."""
        answer = self.do(lambda db: edits.noted(db, edit))
        if answer is not None and answer[0] is not None:
            self.say_done(answer[0], words(answer[0]))

    def say_done(self, step: Step, said: str, *others: Offer) -> None:
        """Say what was done, with a button that takes back this step and no other, after other buttons."""

        def take_back() -> None:
            self._replay(lambda: self._session.undo(step.id), self.tr("Undone: {step}"), "")

        self._offered = step, take_back
        self._notice.say(said, *others, Offer(self.tr("Undo"), take_back))

    def _look_at_offer(self) -> None:
        """A step that is no longer the latest is not offered any more."""
        if self._offered is not None and self._session.next_undo() != self._offered[0]:
            self._withdraw()

    def _withdraw(self) -> None:
        if self._offered is not None:
            self._notice.withdraw(self._offered[1])
            self._offered = None

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
        said = done.format(step=words(step)) if step else nothing
        if said:
            self._notice.say(said)
