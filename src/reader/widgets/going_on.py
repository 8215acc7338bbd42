"""Going on with a correction that was not stored: offered, and where the text is long found out beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.domain.correction import Correction, carried
from reader.domain.rewriting import Rewriting
from reader.jobs import Job
from reader.storage.texts import Unsaved
from reader.widgets.attempts import Attempts
from reader.widgets.notice import Notice, Offer

LONG = 10_000  # characters of a text for which one waits until it is known what was changed, some 20 ms


class Found(NamedTuple):
    """The correction of an article (its uid) that goes on with what was kept; `late`: it was not known at once."""

    article: str
    correction: Correction
    kept: Unsaved
    late: bool


class GoingOn(QObject):
    """Offers to go on with what was not stored in the open article, and finds out what was changed.

    That for one article after the other; of those that wait only the last one counts.
    """

    found = Signal(object)  # Found

    def __init__(self, attempts: Attempts, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._attempts, self._notice = attempts, notice
        self._offered: tuple[Offer, ...] = ()
        self._job: Job | None = None
        self._asked: tuple[str, str, Unsaved] | None = None  # what the job is about
        self._next: tuple[str, str, Unsaved] | None = None

    def offer(self, why: str, go_on: Callable[[], object], discard: Callable[[], object]) -> None:
        """Say that a correction of the open article was not stored, after the reason if there is one."""
        words = " ".join(filter(None, (why, self.tr("A correction of this text was not saved."))))
        self._offered = Offer(self.tr("Go on with it"), go_on), Offer(self.tr("Discard"), discard)
        self._notice.say(words, *self._offered)

    def withdraw(self) -> None:
        """Offer that no more, such as where another article is open, of which it would not be true."""
        for offer in self._offered:
            self._notice.withdraw(offer.do)
        self._offered = ()

    def find(self, article: str, text: str, kept: Unsaved) -> None:
        """Find out how to go on with what was kept, in the text that an article has now."""
        if max(len(text), len(kept.text)) <= LONG:
            self.found.emit(Found(article, _going_on(kept, text), kept, late=False))
        elif self._job is not None:
            self._next = (article, text, kept) if (article, text, kept) != self._asked else None
        else:
            self._asked = article, text, kept
            self._job = Job(lambda _: Found(article, _going_on(kept, text), kept, late=True))
            self._job.finished.connect(self.found)
            self._job.failed.connect(self._attempts.fail)
            self._job.ended.connect(self._on_ended)
            self._job.start()

    def _on_ended(self) -> None:
        self._job = None
        following, self._next = self._next, None
        if following is not None:
            self.find(*following)


def _going_on(kept: Unsaved, now: str) -> Correction:
    """What was not saved with all that was changed in the text since; without that where both changed one place."""
    correction = Correction(kept.given)
    correction.begin_with(kept.text)
    if now == kept.given or (carried_on := carried(kept.given, correction.replacements(), now)) is None:
        return correction
    correction = Correction(now)
    correction.begin_with(Rewriting(now, carried_on).text)
    return correction
