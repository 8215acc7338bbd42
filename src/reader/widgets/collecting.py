"""Bringing articles in and taking findings out: dialogs, the jobs behind them, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader import resources
from reader.domain.change import Step
from reader.domain.errors import ReaderError
from reader.domain.query import ArticleQuery
from reader.jobs import Job
from reader.models.import_rows import kind_of
from reader.services import exporting
from reader.services.importing import batch
from reader.services.importing.gathering import gather
from reader.services.importing.outcome import Outcome
from reader.session import Session
from reader.settings import Settings
from reader.storage import highlights, journal
from reader.storage.library import SUFFIX
from reader.widgets import file_dialogs
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.export_dialog import ExportDialog, ExportWish
from reader.widgets.import_report import ImportReport, ImportWords
from reader.widgets.notice import Notice, Offer
from reader.widgets.reveal import reveal


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written; `rows` None: it was not, as the export was stopped."""

    target: Path
    rows: int | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import into a library came to; `left` files were not looked at, as it was stopped.

    `step` is its entry in the history, None if nothing was added or something else was done after it. `opening`: the
    first article is to be opened, whatever is read now.
    """

    library: Path
    outcomes: list[Outcome]
    left: int
    step: Step | None
    opening: bool = False


class Collecting(QObject):
    """Imports and exports in the background, one after the other."""

    article_wanted = Signal(int)  # open it
    reported = Signal(bool)  # there is a report of an import
    library_wanted = Signal(Path)  # open it

    def __init__(
        self,
        session: Session,
        settings: Settings,
        attempts: Attempts,
        notice: Notice,
        activity: Activity,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._attempts = attempts
        self._notice = notice
        self._activity = activity
        self._window = window
        self._last: Imported | None = None
        self.article: int | None = None  # the one that is open

    # ---- import

    def ask_for_files(self) -> None:
        """Import files that are chosen in a dialog."""
        kinds = self.tr("Articles (*.txt *.html *.htm *.xhtml *.md);;All files (*)")
        self.import_paths(file_dialogs.files_to_open(self._window, self.tr("Import files"), self._folder(), kinds))

    def ask_for_folder(self) -> None:
        """Import all articles in a folder that is chosen in a dialog."""
        found = file_dialogs.folder_to_open(self._window, self.tr("Import folder"), self._folder())
        self.import_paths([found] if found else [])

    def import_paths(self, paths: list[Path], *, opening: bool = False) -> None:
        """Import files, and folders with all in them, in the background; `opening`: then open the first article."""
        if paths:
            self._settings.import_folder = str(paths[0] if paths[0].is_dir() else paths[0].parent)
            self._import(paths, opening=opening)

    def import_samples(self) -> None:
        """Import the articles that come with the program, in the background."""
        self._import([resources.path("samples")])

    def _import(self, paths: list[Path], *, opening: bool = False) -> None:
        library, analyst = self._session.library, self._session.analyst

        def work(job: Job) -> Imported:
            found = gather(paths)
            with library.another() as db:
                before = journal.next_undo(db)
                done = batch.import_files(
                    db, found.files, analyst=analyst, advance=job.advance, cancelled=lambda: job.cancelled
                )
                step = _import_after(db, before)
            return Imported(library.path, done + found.skipped, len(found.files) - len(done), step, opening)

        self._start(work, self._on_imported, self.tr("Importing {done} of {total}"))

    def open_files(self, paths: list[Path], *, opening: bool = True) -> None:
        """Open the library that is among files, else import them all, and open the first article if `opening`."""
        library = next((path for path in paths if path.suffix.lower() == SUFFIX), None)
        if library is not None:
            self.library_wanted.emit(library)
        else:
            self.import_paths(paths, opening=opening)

    def paste(self) -> None:
        """Make an article of what is in the clipboard; files in it are opened."""
        # A clipboard that nobody filled yet has no data at all, whatever its type says.
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take(found if found is not None else QMimeData())

    def take(self, data: QMimeData) -> None:
        """Open the files that were dropped or pasted, else import markup, else text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.open_files(paths, opening=False)
            return
        text = data.html() if data.hasHtml() and "<p" in data.html().lower() else data.text()
        if not text.strip():
            self._notice.say(self.tr("There is no text in the clipboard."))
            return
        library, analyst, name = self._session.library, self._session.analyst, self.tr("Pasted text")

        def work(job: Job) -> Imported:
            with library.another() as db:
                before = journal.next_undo(db)
                done = batch.import_pasted(db, text, name, analyst=analyst, cancelled=lambda: job.cancelled)
                step = _import_after(db, before)
            return Imported(library.path, [done] if done else [], 0 if done else 1, step)

        self._start(work, self._on_imported, self.tr("Importing {done} of {total}"))

    def _on_imported(self, imported: Imported) -> None:
        self._session.look_for_changes()
        outcomes = imported.outcomes
        if outcomes:
            self._last = imported
            self.reported.emit(True)
        stored = [each.article for each in outcomes if each.article is not None]
        if stored and (imported.opening or self.article is None):
            self._open(stored[0])
        self._say(imported, stored)

    def _say(self, imported: Imported, stored: list[int]) -> None:
        """Tell what an import came to, and offer what may follow; nothing opens by itself over what is read."""
        outcomes = imported.outcomes
        offers = []
        if any(kind_of(each) != "added" for each in outcomes) and (len(outcomes) > 1 or not stored):
            offers.append(Offer(self.tr("Show report"), self.report))
        if len(outcomes) == 1 and stored and self._is_here() and stored[0] != self.article:
            offers.append(Offer(self.tr("Open"), lambda: self._open(stored[0])))
        words = ImportWords(self).notice(outcomes, imported.left)
        if imported.step is not None and imported.step == self._session.next_undo() and self._is_here():
            self._attempts.say_done(imported.step, words, *offers)
        else:
            self._notice.say(words, *offers)

    def report(self) -> None:
        """Show what became of each file of the last import, in place of an older report."""
        if self._last is None:
            return
        for older in self._window.findChildren(ImportReport):
            older.close()
        report = ImportReport(self._last.outcomes, self._last.left, self._window)
        report.article_wanted.connect(self._open)
        report.show()

    def _open(self, article: int) -> None:
        if self._is_here():
            self.article_wanted.emit(article)

    def _is_here(self) -> bool:
        """Whether the last import went into the library that is open by now."""
        return self._last is not None and self._last.library == self._session.path

    def _folder(self) -> str:
        return self._settings.import_folder or _documents()

    # ---- export

    def ask_for_export(self, listed: ArticleQuery) -> None:
        """Ask how highlights are to be written, then write them; `listed` means the articles on the screen."""
        every = ArticleQuery(sort=listed.sort, descending=listed.descending)
        counts = self._session.read(lambda db: (highlights.count(db, listed), highlights.count(db, every)), None)
        if counts is None:
            return
        dialog = ExportDialog(
            self._session.path,
            Path(self._settings.export_folder or _documents()),
            *counts,
            filtered=bool(listed.words or listed.tags or listed.scope != "all") and listed.scope != "trash",
            safe=self._settings.spreadsheet_safe,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.export(dialog.wish(), listed if dialog.wish().listed else every))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, wish: ExportWish, query: ArticleQuery) -> None:
        """Write highlights in the background."""
        self._settings.export_folder = str(wish.target.parent)
        self._settings.spreadsheet_safe = wish.spreadsheet_safe
        library = self._session.library

        def work(job: Job) -> Exported:
            with library.another() as db:
                rows = exporting.export_csv(
                    db,
                    wish.target,
                    query,
                    highlights_tagged=query.tags,
                    columns=wish.columns,
                    spreadsheet_safe=wish.spreadsheet_safe,
                    row_per_tag=wish.row_per_tag,
                    column_per_tag=wish.column_per_tag,
                    advance=job.advance,
                    cancelled=lambda: job.cancelled,
                )
            return Exported(wish.target, rows)

        self._start(work, self._on_exported, self.tr("Exporting {done} of {total}"))

    def _on_exported(self, exported: Exported) -> None:
        target, rows = exported.target, exported.rows
        if rows is None:
            self._notice.say(self.tr("The export was stopped; no file was written."))
            return
        words = self.tr("%Ln row(s) written to {file}.", "", rows).format(file=target.name)
        self._notice.say(words, Offer(self.tr("Show in folder"), lambda: reveal(target, self)))

    # ---- jobs

    def _start(self, work: Callable[[Job], Any], finished: Callable[[Any], None], words: str) -> None:
        job = Job(work)
        job.finished.connect(finished)
        job.failed.connect(self._on_failed)
        self._activity.start(job, words)

    def _on_failed(self, error: ReaderError) -> None:
        self._attempts.fail(error)


def _import_after(db: Database, before: Step | None) -> Step | None:
    """The entry that an import made in the history; None if it added nothing or something else was done since."""
    latest = journal.next_undo(db)
    made = latest is not None and latest.kind == "import" and (before is None or latest.id > before.id)
    return latest if made else None


def _documents() -> str:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if Path(found).is_dir() else str(Path.home())
