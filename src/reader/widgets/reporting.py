"""What is said after an import: in the notice, and in the report behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.domain.change import Change
from reader.models.import_rows import kind_of
from reader.services.importing.outcome import Outcome
from reader.session import Session
from reader.storage import articles
from reader.widgets.attempts import Attempts
from reader.widgets.import_report import ImportReport
from reader.widgets.import_words import ImportWords
from reader.widgets.notice import Notice, Offer


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import into a library came to; `left` files were not looked at, as it was stopped.

    `opening`: the first article is to be opened, whatever is read now. `before`: if failed files were tried again, the
    other rows of the report they were in. `watched`: the files came from the watched folder by themselves.
    `asked`: the headers of the tables whose columns were chosen for it.
    """

    library: Path
    outcomes: list[Outcome]
    left: int
    opening: bool = False
    before: tuple[Outcome, ...] | None = None
    watched: bool = False
    asked: tuple[tuple[str, ...], ...] = ()

    @property
    def step(self) -> int:
        """Its entry in the history; 0 if nothing was added. If one was undone meanwhile, the one that went on."""
        return next((each.step for each in reversed(self.outcomes) if each.step), 0)


class Reporting(QObject):
    """Keeps the outcomes of the last import, and lets them be looked at."""

    article_wanted = Signal(int)  # open it
    reported = Signal(bool)  # there is a report of an import
    again_wanted = Signal(list, tuple)  # the Paths of failed files, and the other outcomes of their import
    columns_wanted = Signal(Path, tuple, tuple)  # of a table: its Path, the outcomes of others, its articles
    saving_wanted = Signal(list)  # outcomes that are to be written to a file

    def __init__(self, session: Session, attempts: Attempts, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._attempts = attempts
        self._notice = notice
        self._window = window
        self._last: Imported | None = None
        self.article: int | None = None  # the one that is open
        session.changed.connect(self._on_change)

    def take(self, imported: Imported) -> None:
        """Tell what an import came to; it opens an article only where none is open, or that was asked for."""
        self._session.look_for_changes()
        outcomes = imported.outcomes
        if imported.watched and all(each.status == "duplicate" for each in outcomes):
            return  # nobody did anything
        if outcomes:
            self._last = imported
            self.reported.emit(True)
        stored = [each.article for each in outcomes if each.article is not None]
        if stored and (imported.opening or self.article is None):
            self._open(stored[0])
        self._say(imported, stored)
        if imported.before is not None:
            self.report()

    def _say(self, imported: Imported, stored: Sequence[int]) -> None:
        """Tell what an import came to, and offer what may follow; nothing opens by itself over what is read."""
        outcomes = imported.outcomes
        offers = []
        tables = {each.path for each in outcomes if each.guessed}
        if len(tables) == 1 and self._is_here():
            offers.append(Offer(self.tr("Choose columns..."), lambda: self._choose_columns(Path(*tables))))
        told = any(each.guessed or kind_of(each) != "added" for each in outcomes)
        if told and (len(outcomes) > 1 or not stored):
            offers.append(Offer(self.tr("Show report"), self.report))
        if len(outcomes) == 1 and stored and self._is_here() and stored[0] != self.article:
            offers.append(Offer(self.tr("Open"), lambda: self._open(stored[0])))
        words = ImportWords().notice(outcomes, imported.left)
        latest = self._session.next_undo()
        if latest is not None and latest.id == imported.step and self._is_here():
            self._attempts.say_done(latest, words, *offers)
        else:
            self._notice.say(words, *offers)

    def _choose_columns(self, table: Path) -> None:
        """Let the columns of a table of the last import be chosen, of which nobody was asked."""
        if self._last is not None and self._is_here():
            those = [each for each in self._last.outcomes if each.path == str(table)]
            others = tuple(each for each in self._last.outcomes if each.path != str(table))
            added = tuple(each.article for each in those if each.status == "added" and each.article is not None)
            self.columns_wanted.emit(table, others, added)

    def report(self) -> None:
        """Show what became of each file of the last import, in place of an older report."""
        if self._last is None:
            return
        for older in self._window.findChildren(ImportReport):
            older.close()
        report = ImportReport([*(self._last.before or ()), *self._last.outcomes], self._last.left, self._window)
        report.article_wanted.connect(self._open)
        report.again_wanted.connect(self.again_wanted)
        report.columns_wanted.connect(self.columns_wanted)
        report.saving_wanted.connect(self.saving_wanted)
        self._tell_places(report)
        report.show()

    def _on_change(self, change: Change) -> None:
        if change.all or change.listed:
            for report in self._window.findChildren(ImportReport):
                self._tell_places(report)

    def _tell_places(self, report: ImportReport) -> None:
        """Say which articles of a report are in the trash; in another library there is none of them."""
        ids = report.articles if self._is_here() else []
        report.set_trashed(self._session.read(lambda db: articles.trashed(db, ids), {}))

    def _open(self, article: int) -> None:
        if self._is_here():
            self.article_wanted.emit(article)

    def _is_here(self) -> bool:
        """Whether the last import went into the library that is open by now."""
        return self._last is not None and self._last.library == self._session.path
