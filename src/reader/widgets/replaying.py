"""Undo and redo: the step that is said to be next, and no other one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.services import edits
from reader.session import Session
from reader.storage.journal import Advance, silently
from reader.widgets.notice import Notice, Offer
from reader.widgets.step_words import shortened, words

Answer = tuple[Step, Change] | None  # None: another step is the next one by now


class Doing(Protocol):
    """What performs edits and says what is wrong (`Attempts`)."""

    def do_or(self, edit: Any, then: Callable[[Any], object], otherwise: Callable[[], object], *, long: bool) -> None:
        """Perform an edit, a long one in the background."""

    def typed_is_kept(self) -> bool:
        """Have what is being typed stored; False where it was said why that cannot be."""

    def are_many(self, count: int) -> bool:
        """Whether changing so many rows takes long."""

    def withdraw(self) -> None:
        """Offer no more to take back the step that was told of."""


class Replaying(QObject):
    """Takes steps back and does them again; a long one in the background.

    A key that is pressed meanwhile means the step that is next then, but none that was done or taken back by others.
    """

    name_wanted = Signal()  # of who sits here: it is to be another one
    waits = Signal(bool)  # whether one takes long, and what is pressed is for the time after it

    def __init__(self, session: Session, notice: Notice, attempts: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._notice, self._attempts = session, notice, attempts
        self._under_way = False  # a long one
        self._pressed: list[Callable[[], None]] = []  # undo and redo, while one was under way
        self._reached: int | None = None  # the latest step that is done after the one before; None at the first press
        session.left.connect(self._leave)

    def undo(self) -> None:
        """Take back the step that is said to be the latest, and say which it was."""
        self._press(self._undo)

    def redo(self) -> None:
        """Do again what is said to have been taken back last, and say what it was."""
        self._press(self._redo)

    def _press(self, replay: Callable[[], None]) -> None:
        if self._under_way:
            self._pressed.append(replay)
        else:
            self._reached = None
            replay()

    def go_on(self) -> None:
        """Do what was pressed meanwhile, now that nothing is under way any more."""
        self._let_wait(False)
        while self._pressed and not self._under_way:
            self._pressed.pop(0)()

    def _let_wait(self, waits: bool) -> None:
        if waits != self._under_way:
            self._under_way = waits
            self.waits.emit(waits)

    def _stop(self) -> None:
        """What was pressed for the time after something that did not come about means nothing any more."""
        self._pressed.clear()

    def _leave(self) -> None:
        self._let_wait(False)
        self._stop()

    def _typed_is_kept(self) -> bool:
        kept = self._attempts.typed_is_kept()
        if not kept:
            self._stop()
        return kept

    def _undo(self) -> None:
        """Undo; who erased what was typed took it back himself as soon as that is kept: then nothing more is done."""
        said = self._session.known_steps()[0]
        if not self._typed_is_kept():
            return
        known = self._session.known_steps()[0]
        if said is not None and (known is None or known.id < said.id):
            self._notice.say(self._undone().format(step=self._words(said)))
            return
        none = self.tr("There is nothing to undo.")
        since = self.tr("Something else was done since: {step}. Undo once more takes that back.")
        latest = self._session.next_undo()
        if self._reached is not None and latest is not None and latest.id > self._reached:
            known = None  # it was done meanwhile
        step = self._still(known, latest, since, none)
        if step is not None:
            self.take_back(step)

    def _redo(self) -> None:
        said = self._session.known_steps()[1]
        if not self._typed_is_kept():
            return
        none = self.tr("There is nothing to redo.")
        since = self.tr("Something else was taken back since: {step}. Redo once more does that.")
        latest = self._session.next_redo()
        if self._reached is not None and latest is not None and latest.id <= self._reached:
            said = None  # it was taken back meanwhile
        step = self._still(said, latest, since, none)
        if step is not None:
            self._replay(step, edits.redo, step.id, self.tr("Done again: {step}"), none)

    def undo_to(self, step: int, most: int) -> None:
        """Take back every step that came after the given one, unless there are more of them than was said."""
        if not self._attempts.typed_is_kept():
            return

        def edit(db: Database, *, advance: Advance = silently) -> tuple[None, Change]:
            return None, edits.undo_to(db, step, most, advance=advance)

        def reach(_answer: object) -> None:
            self._reached = step

        self._perform(edit, reach, self._session.size_after(step))

    def take_back(self, step: Step) -> None:
        """Take back this step, and say so; nothing where something else was done since."""
        since = self.tr("Something else was done since. Undo that first.")
        self._replay(step, edits.undo, step.id - 1, self._undone(), since)

    def _still(self, known: Step | None, latest: Step | None, since: str, none: str) -> Step | None:
        """The step that is next; None, which is said, where it is not the one that menu and buttons say."""
        if latest is None:
            if self._reached is None:  # else it was pressed once too often, and what was done before is to be read
                self._notice.say(none)
        elif known is None or known.id != latest.id:
            self._session.look_for_changes()
            self._session.tell(Change())  # from here on that one is known
            self._notice.say(since.format(step=self._words(latest)))
            self._stop()
            return None
        return latest

    def _replay(self, step: Step, replay: Callable[..., Answer], reached: int, done: str, otherwise: str) -> None:
        def edit(db: Database, *, advance: Advance = silently) -> tuple[Answer, Change]:
            answer = replay(db, step.id, advance=advance)
            return answer, answer[1] if answer else Change()

        def say(answered: tuple[Answer, Any]) -> None:
            answer = answered[0]
            said = done.format(step=self._words(answer[0])) if answer else otherwise
            if answer and replay is edits.undo and self._gave_name(answer[0]):
                self._say_name_stays(said)
            else:
                self._notice.say(said)
            self._reached = reached
            if answer is None:
                self._stop()

        self._perform(edit, say, self._session.size_of(step))

    def _perform(self, edit: Any, then: Callable[[Any], object], size: int) -> None:
        long = self._attempts.are_many(size)
        if long:
            self._let_wait(True)
            self._attempts.withdraw()  # what is taken back already is offered no more
        self._attempts.do_or(edit, then, self._stop, long=long)

    def _undone(self) -> str:
        return self.tr("Undone: {step}")

    def _gave_name(self, step: Step) -> bool:
        """Whether highlights got the name of who sits here by a step."""
        return step.kind == "claim" and step.detail == self._session.analyst

    def _say_name_stays(self, done: str) -> None:
        """The name is of the program, and not of the library of which a step is taken back."""
        stays = self.tr("{done}. Your name stays {name}.").format(done=done, name=shortened(self._session.analyst))
        self._notice.say(stays, Offer(self.tr("Another name..."), self.name_wanted.emit))

    def _words(self, step: Step) -> str:
        """What a step did, and who did it, if that was somebody else."""
        if step.analyst in ("", self._session.analyst):
            return words(step)
        return self.tr("{step} ({analyst})").format(step=words(step), analyst=step.analyst)
