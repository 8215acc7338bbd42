"""Doing what a widget wished for: the one place around `Session.perform` where errors become words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.domain.errors import ReaderError
from reader.services import edits
from reader.session import Session
from reader.storage.journal import Advance, silently
from reader.storage.library import Library
from reader.storage.watching import LOST
from reader.widgets.activity import Activity
from reader.widgets.notice import Notice, Offer
from reader.widgets.replaced import replaced_words
from reader.widgets.replaying import Replaying
from reader.widgets.step_words import error_words, sentence
from reader.widgets.wishes import Wishes, nothing

AGAIN_MS = 1000  # until something that another program kept from being stored is tried again
PUTTING = (  # kinds of steps that put tags on
    *("highlight", "tag", "tag-apply", "tag-merge", "tag-replace", "retag", "tag-articles"),
)
AT_ONCE = 1_000  # rows that are changed while the window waits, in 15 to 40 ms


class Edit(Protocol):
    """A function of `services.edits` that tells how far it is."""

    def __call__(self, db: Database, /, *, advance: Advance = ...) -> Any:
        """The Change, or a tuple that ends with one."""


class Attempts(QObject):
    """Performs edits, and says in the notice what was done or why it could not be.

    One about very many things runs in the background, where it can be stopped; then nothing is changed.
    """

    reopening_wanted = Signal()  # of the library, whose file is another one by now
    copy_wanted = Signal()  # of what is open, as a library of its own
    keeping_wanted = Signal()  # of what is being typed, before something is taken back or done again

    def __init__(self, session: Session, notice: Notice, activity: Activity, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._offered: tuple[Step, Callable[[], None]] | None = None  # to be taken back by the button of the notice
        self._refused = False  # something that was wished for, which was said
        self.replaying = Replaying(session, notice, self, self)
        self._wishes = Wishes(session, activity, self)
        self._wishes.failed.connect(self.fail)
        self._wishes.had_failed.connect(lambda error: notice.say_before(self.why(error)))
        self._wishes.stopped.connect(self._on_stopped)
        self._wishes.ended.connect(self._on_ended)
        # Edits that nobody waits for, by what they set, each with the library that it is meant for.
        self._postponed: dict[str, tuple[Library, Callable[[Database], Any]]] = {}
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.do_postponed)
        session.changed.connect(self._look_at_offer)
        session.left.connect(self.withdraw)
        session.left.connect(notice.hide)

    def perform(self, edit: Callable[[Database], Any]) -> Any:
        """Perform an edit as the session does, but wait for other programs only: what is done here may last longer."""
        return (self._session.perform_at_once if self._wishes.working else self._session.perform)(edit)

    def do(self, edit: Callable[[Database], Any]) -> Any:
        """Perform an edit; its answer, or None if it failed."""
        try:
            return self.perform(edit)
        except ReaderError as error:
            self.fail(error)
            return None

    def do_or(self, edit: Edit, then: Callable[[Any], object], otherwise: Callable[[], object], *, long: bool) -> None:
        """Perform an edit, `long`: in the background; `then` gets its answer, `otherwise` is called if it failed."""
        if long:
            self._start(lambda db, advance: edit(db, advance=advance), then, otherwise)
        elif (answer := self.do(edit)) is None:
            otherwise()
        else:
            then(answer)

    def do_soon(self, what: str, edit: Callable[[Database], Any]) -> None:
        """Perform an edit that nobody waits for; where something else is writing, later.

        Of several that set the same only the last counts.
        """
        self._postponed.pop(what, None)
        self._postponed[what] = self._session.library, edit
        self.do_postponed()

    def leave_off(self, what: str) -> None:
        """Do not do any more what nobody waited for, if it is not done yet."""
        self._postponed.pop(what, None)

    def do_postponed(self) -> None:
        """Try again what had to wait, without making anybody wait for it; not in another library."""
        while self._postponed and not self._wishes.working:
            what, (library, edit) = next(iter(self._postponed.items()))
            try:
                if library is self._session.library:
                    self._session.perform_at_once(edit)
            except ReaderError as error:
                if error.kind == "busy":
                    self._again.start()
                    return
                self.fail(error)
            self._postponed.pop(what, None)

    def try_quietly(self, edit: Callable[[Database], Any], *, wait: bool) -> ReaderError | None:
        """Perform an edit; else the error, of which nobody is told. `wait`: for another program that writes."""
        try:
            (self.perform if wait else self._session.perform_at_once)(edit)
        except ReaderError as error:
            return error
        return None

    def do_and_say(self, edit: Callable[[Database], Change]) -> None:
        """Perform an edit and tell what was done, with Undo."""
        self._say_noted(self.do(lambda db: edits.noted(db, edit)))

    def try_and_say(self, edit: Callable[[Database], Change]) -> str:
        """Perform an edit and tell what was done, with Undo; else the reason why not, for who asked to show it."""
        try:
            self._say_noted(self.perform(lambda db: edits.noted(db, edit)))
        except ReaderError as error:
            return self.why(error)
        return ""

    def say(self, words: str, *offers: Offer) -> None:
        """Say why there is nothing to do, or nothing done, and offer what could be instead."""
        self._refused = True
        self._notice.say(words, *offers)

    @staticmethod
    def are_many(count: int) -> bool:
        """Whether changing so many rows takes so long that nobody is to wait for it."""
        return count > AT_ONCE

    def do_to_many(
        self, edit: Edit, count: int, *, say: bool, otherwise: Callable[[], object] = nothing, same: str = ""
    ) -> None:
        """Perform an edit of so many things; `say` tells what was done, with Undo.

        `otherwise` is called where nothing was: it failed, was stopped, or all is like that already, which `same` says.
        """

        def noted(db: Database, *, advance: Advance = silently) -> tuple[Step | None, Change]:
            return edits.noted(db, lambda db: edit(db, advance=advance))

        def then(answer: tuple[Step | None, Change]) -> None:
            if say:
                self._say_noted(answer)
            if not answer[1]:
                otherwise()
                if same:
                    self.say(same)

        self.do_or(noted, then, otherwise, long=self.are_many(count))

    def try_with_many(self, edit: Edit, count: int) -> str:
        """The same with an edit of so many things; what runs in the background tells by itself what became of it."""
        if not self.are_many(count):
            return self.try_and_say(edit)
        self.do_to_many(edit, count, say=True)
        return ""

    def _say_noted(self, answer: tuple[Step | None, Change] | None) -> None:
        if answer is not None and answer[0] is not None:
            self.say_done(answer[0], "\n".join(filter(None, (sentence(answer[0]), self._replaced(answer[0])))))

    def say_replaced(self, change: Change) -> None:
        """Say which tags came off by what was done just now, if any did, with Undo."""
        step = self._session.next_undo() if change.tags else None
        if step is not None and (said := self._replaced(step)):
            self.say_done(step, said)

    def _replaced(self, step: Step) -> str:
        return replaced_words(self._session, step) if step.kind in PUTTING else ""

    def say_done(self, step: Step, said: str, *others: Offer) -> None:
        """Say what was done, with a button that takes back this step and no other, after other buttons."""

        def take_back() -> None:
            if self.typed_is_kept():
                self.replaying.take_back(step)

        self._offered = step, take_back
        self._notice.say(said, *others, Offer(self.tr("Undo"), take_back))

    def _look_at_offer(self) -> None:
        """A step that is no longer the latest is not offered any more."""
        if self._offered is not None and self._session.known_steps()[0] != self._offered[0]:
            self.withdraw()

    def withdraw(self) -> None:
        """Do not offer any more to take back the step that was told of."""
        if self._offered is not None:
            self._notice.withdraw(self._offered[1])
            self._offered = None

    def typed_is_kept(self) -> bool:
        """Have what is being typed stored, which is the latest step then; False where it was said why that cannot be.

        The buttons for it take no focus from the field.
        """
        self._refused = False
        self.keeping_wanted.emit()
        return not self._refused

    def fail(self, error: ReaderError, *offers: Offer) -> None:
        """Say why something could not be done, and offer what could be instead."""
        if error.kind in LOST:
            offers = self._ways_out(error.kind)
        self.say(self.why(error), *offers)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """As `Wishes.may_leave`; says what is waited for."""
        may = self._wishes.may_leave(leave)
        if not may:
            self.say(self.tr("Something is still being stored. The window closes once it is."))
        return may

    def why(self, error: ReaderError) -> str:
        """What is wrong; it is no other program that writes where this one is still at work."""
        if error.kind == "busy" and self._wishes.working:
            return self.tr("What you wanted before is still being done. Wait until it is, or cancel it below.")
        return error_words(error)

    def _ways_out(self, kind: str) -> tuple[Offer, ...]:
        """What can be done once the library's file is lost; one that was overwritten is no more to be read."""
        reopen = Offer(self.tr("Open again"), self.reopening_wanted.emit)
        copy = Offer(self.tr("Save a copy..."), self.copy_wanted.emit)
        return {"gone": (copy,), "replaced": (copy, reopen)}.get(kind, (reopen,))

    # ---- in the background

    def _start(
        self,
        edit: Callable[[Database, Advance], Any],
        then: Callable[[Any], object] = nothing,
        otherwise: Callable[[], object] = nothing,
    ) -> None:
        self._wishes.start(edit, self.tr("Changing {done} of {total}"), then, otherwise)

    def _on_ended(self) -> None:
        self.do_postponed()
        if not self._wishes.waiting:
            self.replaying.go_on()

    def _on_stopped(self) -> None:
        self._notice.say(self.tr("Stopped; nothing was changed."))
