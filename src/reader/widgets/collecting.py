"""Bringing articles in and taking findings out: dialogs, the jobs behind them, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.domain.errors import ReaderError
from reader.domain.query import ArticleQuery
from reader.jobs import Job
from reader.services import exporting
from reader.services.importing import batch
from reader.services.importing.batch import Outcome
from reader.session import Session
from reader.settings import Settings
from reader.storage import highlights
from reader.storage.library import Library
from reader.widgets import file_dialogs
from reader.widgets.activity import Activity
from reader.widgets.export_dialog import ExportDialog, ExportWish
from reader.widgets.import_report import ImportReport, summary_words
from reader.widgets.notice import Notice
from reader.widgets.step_words import error_words


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import into a library came to; `left` files were not looked at, as it was stopped."""

    library: Library
    outcomes: list[Outcome]
    left: int


class Collecting(QObject):
    """Imports and exports in the background, one after the other."""

    article_wanted = Signal(int)  # open it

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, activity: Activity, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._notice = notice
        self._activity = activity
        self._window = window
        self._waiting: list[tuple[Job, str]] = []
        self._target = Path()
        activity.idle.connect(self._go_on)

    # ---- import

    def ask_for_files(self) -> None:
        """Import files that are chosen in a dialog."""
        kinds = self.tr("Articles (*.txt *.html *.htm *.xhtml *.md);;All files (*)")
        self.import_paths(file_dialogs.files_to_open(self._window, self.tr("Import files"), self._folder(), kinds))

    def ask_for_folder(self) -> None:
        """Import all articles in a folder that is chosen in a dialog."""
        found = file_dialogs.folder_to_open(self._window, self.tr("Import folder"), self._folder())
        self.import_paths([found] if found else [])

    def import_paths(self, paths: list[Path]) -> None:
        """Import files, and folders with all in them, in the background."""
        if not paths:
            return
        first = paths[0] if paths[0].is_dir() else paths[0].parent
        self._settings.import_folder = str(first)
        library, analyst = self._session.library, self._session.analyst

        def work(job: Job) -> Imported:
            files = batch.gather(paths)
            db = library.connect()
            try:
                done = batch.import_files(
                    db, files, analyst=analyst, advance=job.advance, cancelled=lambda: job.cancelled
                )
            finally:
                db.close()
            return Imported(library, done, len(files) - len(done))

        self._start(work, self._on_imported, self.tr("Importing {done} of {total}"))

    def paste(self) -> None:
        """Make an article of what is in the clipboard; files in it are imported."""
        # A clipboard that nobody filled yet has no data at all, whatever its type says.
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take(found if found is not None else QMimeData())

    def take(self, data: QMimeData) -> None:
        """Import what was dropped or pasted: files, else markup, else text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.import_paths(paths)
            return
        text = data.html() if data.hasHtml() and "<p" in data.html().lower() else data.text()
        if not text.strip():
            self._notice.say(self.tr("There is no text in the clipboard."))
            return
        library, analyst, name = self._session.library, self._session.analyst, self.tr("Pasted text")

        def work(job: Job) -> Imported:
            db = library.connect()
            try:
                return Imported(library, [batch.import_pasted(db, text, name, analyst=analyst)], 0)
            finally:
                db.close()

        self._start(work, self._on_imported, self.tr("Importing {done} of {total}"))

    def _on_imported(self, imported: Imported) -> None:
        self._session.look_for_changes()
        outcomes = imported.outcomes
        if not outcomes and not imported.left:
            self._notice.say(self.tr("There is no text file or web page in this folder."))
            return
        here = imported.library is self._session.library  # another one may have been opened meanwhile
        stored = [each for each in outcomes if each.article is not None and here]
        if len(outcomes) == 1 and stored:
            words = self.tr("This article is in the library already.")
            if stored[0].status == "added":
                words = self.tr("Added: {title}").format(title=_short(stored[0].title))
            self._notice.say(words)
        else:
            self._notice.say(summary_words(outcomes, imported.left), self.tr("Report"), lambda: self._report(imported))
        if any(each.status == "failed" for each in outcomes):
            self._report(imported)
        elif stored:
            self.article_wanted.emit(stored[0].article)

    def _report(self, imported: Imported) -> None:
        report = ImportReport(imported.outcomes, imported.left, self._window)
        report.article_wanted.connect(self.article_wanted)
        report.finished.connect(report.deleteLater)
        report.open()

    def _folder(self) -> str:
        return self._settings.import_folder or _documents()

    # ---- export

    def ask_for_export(self, listed: ArticleQuery) -> None:
        """Ask how highlights are to be written, then write them; `listed` means the articles on the screen."""
        db = self._session.db
        every = ArticleQuery(sort=listed.sort, descending=listed.descending)
        dialog = ExportDialog(
            self._settings.export_folder or _documents(),
            highlights.count(db, listed),
            highlights.count(db, every),
            filtered=bool(listed.words or listed.tags or listed.scope != "all"),
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
        self._target = wish.target
        library = self._session.library

        def work(job: Job) -> int | None:
            db = library.connect()
            try:
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
            finally:
                db.close()
            return None if job.cancelled else rows

        self._start(work, self._on_exported, self.tr("Exporting {done} of {total}"))

    def _on_exported(self, rows: int | None) -> None:
        if rows is None:
            self._notice.say(self.tr("The export was stopped; no file was written."))
            return
        words = self.tr("%n row(s) written to {file}.", "", rows).format(file=self._target.name)
        self._notice.say(words, self.tr("Show in folder"), self._show_folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    # ---- jobs

    def _start(self, work: Callable[[Job], Any], finished: Callable[[Any], None], words: str) -> None:
        job = Job(work)
        job.finished.connect(finished)
        job.failed.connect(self._on_failed)
        if self._activity.busy:
            self._waiting.append((job, words))
        else:
            self._activity.start(job, words)

    def _go_on(self) -> None:
        if self._waiting:
            self._activity.start(*self._waiting.pop(0))

    def _on_failed(self, error: ReaderError) -> None:
        self._notice.say(error_words(error))


def _documents() -> str:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if Path(found).is_dir() else str(Path.home())


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39] + "…"
