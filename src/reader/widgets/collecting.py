"""Bringing articles in: dialogs, and the jobs behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader import resources
from reader.domain.change import Step
from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.services.importing import batch
from reader.services.importing.gathering import SUFFIXES, Gathered, gather
from reader.services.importing.given import Columns
from reader.services.importing.outcome import Outcome
from reader.services.importing.peeking import Question, questions
from reader.session import Session
from reader.settings import Settings
from reader.storage import journal
from reader.storage.library import SUFFIX, Library
from reader.widgets import file_dialogs
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.columns_dialog import ColumnsDialog
from reader.widgets.exporting import documents
from reader.widgets.notice import Notice
from reader.widgets.reporting import Imported, Reporting


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where an import goes, and what is to follow; see Imported."""

    library: Library
    opening: bool = False
    before: tuple[Outcome, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """Files that wait for what is to be asked about tables among them."""

    found: Gathered
    wish: _Wish
    questions: Sequence[Question]


class Collecting(QObject):
    """Imports in the background, one thing after the other."""

    library_wanted = Signal(Path)  # open it

    def __init__(
        self,
        session: Session,
        settings: Settings,
        attempts: Attempts,
        notice: Notice,
        activity: Activity,
        reporting: Reporting,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._attempts = attempts
        self._notice = notice
        self._activity = activity
        self._window = window
        self._reporting = reporting
        reporting.again_wanted.connect(self._import_again)

    def ask_for_files(self) -> None:
        """Import files that are chosen in a dialog."""
        endings = " ".join(f"*{each}" for each in SUFFIXES if each)
        kinds = self.tr("Articles ({endings});;All files (*)").format(endings=endings)
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

    def _import_again(self, paths: list[Path], before: tuple[Outcome, ...]) -> None:
        self._import(paths, before=before)

    def _import(self, paths: list[Path], *, opening: bool = False, before: tuple[Outcome, ...] | None = None) -> None:
        """Import files in the background, unless something is to be asked about tables among them first."""
        self._start_import(partial(gather, paths), _Wish(self._session.library, opening, before))

    def _start_import(self, found: Callable[[], Gathered], wish: _Wish, *, asking: bool = True) -> None:
        analyst, columns = self._session.analyst, self._settings.table_columns

        def work(job: Job) -> Imported | _Asked:
            gathered, library = found(), wish.library
            asked = questions(gathered.files, library.path, columns, lambda: job.cancelled) if asking else []
            if asked and not job.cancelled:
                return _Asked(gathered, wish, asked)
            with library.another() as db:
                latest = journal.next_undo(db)
                done = batch.import_files(
                    *(db, gathered.files),
                    columns=columns,
                    analyst=analyst,
                    advance=job.advance,
                    cancelled=lambda: job.cancelled,
                )
                step = _import_after(db, latest)
            left = len({str(path) for path in gathered.files} - {each.path for each in done})
            return Imported(library.path, done + gathered.skipped, left, step, wish.opening, wish.before)

        self._start(work, self._on_answer, self.tr("Importing {done} of {total}"))

    def _on_answer(self, answer: Imported | _Asked) -> None:
        if isinstance(answer, Imported):
            self._reporting.take(answer)
        else:
            self._ask(answer)

    def _ask(self, asked: _Asked) -> None:
        """Ask about the columns of the next table; after the last one, import. To leave is to import nothing."""
        if asked.wish.library is not self._session.library:
            return
        if not asked.questions:
            self._start_import(lambda: asked.found, asked.wish, asking=False)
            return
        question, *others = asked.questions

        def take(columns: Columns) -> None:
            self._settings.remember_columns(question.preview.headers, columns)
            self._ask(replace(asked, questions=others))

        dialog = ColumnsDialog(question, self._window)
        dialog.chosen.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
                latest = journal.next_undo(db)
                done = batch.import_pasted(db, text, name, analyst=analyst, cancelled=lambda: job.cancelled)
                step = _import_after(db, latest)
            return Imported(library.path, [done] if done else [], 0 if done else 1, step)

        self._start(work, self._reporting.take, self.tr("Importing {done} of {total}"))

    def _folder(self) -> str:
        return self._settings.import_folder or documents()

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
