"""Bringing articles in: dialogs, and the jobs behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader import resources
from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.services.importing import batch
from reader.services.importing.gathering import SUFFIXES, Gathered, gather
from reader.services.importing.given import Columns, Given
from reader.services.importing.outcome import Outcome
from reader.session import Session
from reader.settings import Settings
from reader.storage.library import SUFFIX, Library
from reader.widgets import file_dialogs
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.exporting import documents
from reader.widgets.notice import Notice, Offer
from reader.widgets.reporting import Imported, Reporting
from reader.widgets.web_dialog import WebDialog, in_clipboard, lone_address

if TYPE_CHECKING:
    from reader.services.importing.peeking import Question

MANY = 1_000  # tables of the watched folder with other headers; nobody is asked about them


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where an import goes, and what is to follow; see Imported.

    `columns_anew`: the columns of tables are asked about although they are known, and the articles `instead` of which
    those come that are read so go to the trash. `asked`: the headers of tables whose columns were just chosen. `host`:
    who is asked for a page on the web.
    """

    library: Library
    words: str
    opening: bool = False
    before: tuple[Outcome, ...] | None = None
    watched: bool = False
    columns_anew: bool = False
    instead: tuple[int, ...] = ()
    asked: tuple[tuple[str, ...], ...] = ()
    host: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What waits for what is to be asked about tables in it."""

    found: Gathered | Given
    wish: _Wish
    questions: Sequence[Question]


class Collecting(QObject):
    """Imports in the background, one thing after the other."""

    library_wanted = Signal(Path)  # open it
    watched_imported = Signal(list, bool)  # the paths that were looked at, and whether those are all

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
        self._asked: dict[int, Sequence[tuple[str, ...]]] = {}  # what was asked about for a step: headers of tables
        self._address = self._copied = ""  # the one that was asked for last, and what was in the clipboard then
        reporting.again_wanted.connect(self._import_again)
        reporting.columns_wanted.connect(self._choose_again)
        session.changed.connect(self._on_change)

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

    def _choose_again(self, path: Path, before: tuple[Outcome, ...], articles: tuple[int, ...]) -> None:
        self._import([path], before=before, columns_anew=True, instead=articles)

    def _import(self, paths: list[Path], **more: Any) -> None:
        """Import files in the background, unless something is to be asked about tables among them first."""
        self._start_import(lambda _: gather(paths), self._wish(**more))

    def _wish(self, words: str = "", **more: Any) -> _Wish:
        return _Wish(self._session.library, words or self.tr("Importing {done} of {total}"), **more)

    def _start_import(
        self, bring: Callable[[Job], Gathered | Given | None], wish: _Wish, *, asking: bool = True
    ) -> None:
        """Import what `bring` gives, in the background; None is nothing, since it was stopped."""
        analyst, columns = self._session.analyst, self._settings.table_columns

        def work(job: Job) -> Imported | _Asked:
            from reader.services.importing.peeking import MOST, questions  # here: it reads tables; the window does not

            job.advance(0, 1)
            found, library, asked = bring(job), wish.library, []
            if found is not None and asking:
                anew, most = wish.columns_anew, MANY if wish.watched else MOST
                asked = questions(found, library.path, columns, lambda: job.cancelled, anew=anew, most=most)
                if asked and not (job.cancelled or wish.watched):
                    return _Asked(found, wish, asked)
            with library.another() as db:
                done = _imported(db, job, wish, found, columns, analyst)
            guessed = {file for question in asked for file in question.files}
            return replace(done, outcomes=[_guessed(each, guessed) for each in done.outcomes])

        failed = self._on_watched_failed if wish.watched else self._on_fetch_failed if wish.host else self._on_failed
        self._start(work, self._on_answer, wish.words, failed)

    def _on_answer(self, answer: Imported | _Asked) -> None:
        if isinstance(answer, _Asked):
            self._ask(answer)
            return
        if answer.step and answer.asked:
            self._asked[answer.step] = answer.asked
        self._reporting.take(answer)
        if answer.watched:
            self.watched_imported.emit([each.path for each in answer.outcomes], not answer.left)

    def _on_change(self, _change: object) -> None:
        """Who takes an import back is asked again what the columns of its tables hold."""
        undone = self._session.next_redo()
        if undone is not None and (headers := self._asked.pop(undone.id, None)):
            self._settings.forget_columns(headers)

    def _ask(self, asked: _Asked) -> None:
        """Ask about the columns of the next table; after the last one, import. One that is left is skipped alone."""
        if asked.wish.library is not self._session.library:
            return
        if not asked.questions:
            self._start_import(lambda _: asked.found, asked.wish, asking=False)
            return
        from reader.services.importing.peeking import without  # here, as above
        from reader.widgets.columns_dialog import ColumnsDialog

        question, *others = asked.questions

        def take(columns: Columns) -> None:
            headers = question.preview.headers
            self._settings.remember_columns(headers, columns)
            wish = replace(asked.wish, asked=(*asked.wish.asked, headers))
            self._ask(replace(asked, wish=wish, questions=others))

        def skip() -> None:
            wish = replace(asked.wish, instead=())
            self._ask(_Asked(without(asked.found, question), wish, others))

        dialog = ColumnsDialog(question, self._window)
        dialog.chosen.connect(take)
        # Later, since it also closes when another library is opened, which is known only then.
        dialog.rejected.connect(lambda: QTimer.singleShot(0, self, skip))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_watched(self, paths: list[Path]) -> None:
        """Import new files of the watched folder; `watched_imported` tells when that is over.

        Nothing is asked, since nobody waits for it: of tables whose columns are not known it is told that they were
        guessed.
        """
        self._start_import(lambda _: Gathered(paths, []), self._wish(watched=True))

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
        """Open the files that were dropped or pasted, else import markup, else text; ask for what is a web address."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.open_files(paths, opening=False)
            return
        if address := lone_address(data.text()):
            self._ask_for(address)
            return
        text = data.html() if data.hasHtml() and "<p" in data.html().lower() else data.text()
        if not text.strip():
            self._notice.say(self.tr("There is no text in the clipboard."))
            return
        given = Given(self.tr("Pasted text"), text.encode("utf-8", "replace"), encoding="utf-8")
        self._start_import(lambda _: given, self._wish())

    def ask_for_address(self) -> None:
        """Import a page from the web, once its address was given; only where that is allowed.

        It begins with the address that was asked for last, unless another one was copied since.
        """
        copied = in_clipboard()
        self._ask_for(self._address if copied == self._copied else copied)

    def _ask_for(self, address: str) -> None:
        if not self._settings.web_allowed:
            words = self.tr("This is a web address, and import from those is switched off in the settings.")
            self._notice.say(words)
            return
        dialog = WebDialog(address, self._window)
        dialog.wanted.connect(self._import_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import_from(self, address: str) -> None:
        from reader.services.importing import web  # here: what it needs for the network is large

        self._address, self._copied = address, in_clipboard()
        host = urlsplit(web.address_meant(address)).hostname or ""
        words = self.tr("Fetching a page from {host}").format(host=host)
        wish = self._wish(words, host=host)
        self._start_import(lambda job: web.fetch(address, cancelled=lambda: job.cancelled), wish)

    def _folder(self) -> str:
        return self._settings.import_folder or documents()

    # ---- jobs

    def _start(
        self,
        work: Callable[[Job], Any],
        finished: Callable[[Any], None],
        words: str,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        job = Job(work)
        job.finished.connect(finished)
        job.failed.connect(failed or self._on_failed)
        self._activity.start(job, words)

    def _on_failed(self, error: ReaderError) -> None:
        self._attempts.fail(error)

    def _on_fetch_failed(self, error: ReaderError) -> None:
        self._attempts.fail(error, Offer(self.tr("Change address..."), self.ask_for_address))

    def _on_watched_failed(self, error: ReaderError) -> None:
        self._on_failed(error)
        self.watched_imported.emit([], False)


def _imported(
    db: Database,
    job: Job,
    wish: _Wish,
    found: Gathered | Given | None,
    columns: Mapping[tuple[str, ...], Columns],
    analyst: str,
) -> Imported:
    """Store what is to be imported, in a job."""
    if isinstance(found, Gathered):
        done = batch.import_files(
            *(db, found.files),
            columns=columns,
            analyst=analyst,
            instead=wish.instead,
            advance=job.advance,
            cancelled=lambda: job.cancelled,
        )
        left = len({str(path) for path in found.files} - {each.path for each in done})
        done += found.skipped
    elif found is not None:
        found = replace(found, columns=columns)
        done = batch.import_given(db, found, analyst=analyst, cancelled=lambda: job.cancelled)
        host = urlsplit(found.address).hostname or ""
        done = [replace(each, led_to=host) for each in done] if wish.host != host else done
        left = 0 if done else 1
    else:
        done, left = [], 1
    return Imported(wish.library.path, done, left, wish.opening, wish.before, wish.watched, wish.asked)


def _guessed(outcome: Outcome, files: Collection[str]) -> Outcome:
    """Says of an article that nobody was asked what the columns of its table hold."""
    return replace(outcome, guessed=True) if outcome.status == "added" and outcome.path in files else outcome
