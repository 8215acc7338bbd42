"""Other texts for an article: one of its older versions, or that of a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.services import rereading
from reader.services.importing.gathering import SUFFIXES
from reader.services.rereading import Reread
from reader.session import Session
from reader.settings import Settings
from reader.storage import articles, texts
from reader.widgets import file_dialogs
from reader.widgets.attempts import Attempts
from reader.widgets.comparison import Comparison
from reader.widgets.curating import Curating
from reader.widgets.looks import Looks
from reader.widgets.reviewing import Reviewing
from reader.widgets.versions_dialog import VersionsDialog


class Versioning(QObject):
    """Shows the versions of the article meant, and restores one; takes the text of a file."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        looks: Looks,
        attempts: Attempts,
        reviewing: Reviewing,
        curating: Curating,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._looks = session, settings, looks
        self._attempts, self._reviewing, self._curating = attempts, reviewing, curating
        self._window = window
        self._job: Job | None = None  # reads a file
        session.left.connect(self._stop)

    def show(self) -> None:
        """List the versions of the text of the article meant."""
        ids = self._curating.meant()
        row = self._session.read(lambda db: articles.rows(db, ids[:1]), {}).get(ids[0]) if ids else None
        if row is None:
            return
        article = row.id
        dialog = VersionsDialog(self._session, article, row.title, self._window)
        dialog.restore_wanted.connect(lambda number: self._restore(article, number))
        dialog.comparison_wanted.connect(partial(self._compare, article))
        dialog.show()

    def _restore(self, article: int, number: int) -> None:
        self._reviewing.change_text(article, partial(rereading.restore, article=article, number=number))

    def _compare(self, article: int, older: int, newer: int) -> None:
        """Show two versions of a text beside one another, the older one on the left."""
        now = self._session.read(lambda db: articles.get(db, article), None)
        current = self._session.read(lambda db: texts.number(db, article), None)
        both = self._session.read(lambda db: [texts.version(db, article, each) for each in (older, newer)], [])
        found = [each for each in both if each is not None]
        if now is None or len(found) < 2:
            return
        names = [self.tr("Version {number}").format(number=f"{each:,}") for each in (older, newer)]
        heads = (names[0], self.tr("The text as it is") if newer == current else names[1])
        sides = [replace(now, text=each.text, marks=each.marks, glosses=each.glosses) for each in found]
        Comparison(sides[0], sides[1], self._looks.theme, self._window, heads).show()

    def replace(self) -> None:
        """Take the text of a file for the article meant."""
        ids = self._curating.meant()
        if not ids:
            return
        endings = " ".join(f"*{each}" for each in SUFFIXES if each)
        kinds = self.tr("Articles ({endings});;All files (*)").format(endings=endings)
        folder = self._settings.import_folder or str(Path.home())
        file = file_dialogs.file_to_open(self._window, self.tr("Replace text with file"), folder, kinds)
        if file is not None:
            self.replace_with(ids[0], file)

    def replace_with(self, article: int, file: Path) -> None:
        """Read a file in the background, and take its text."""
        self._stop()
        library = self._session.library

        def work(job: Job) -> Reread | None:
            with library.another() as db:
                return rereading.replacement(db, article, file, cancelled=lambda: job.cancelled)

        self._job = Job(work)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.start()

    def _take(self, reread: Reread | None) -> None:
        self._job = None
        if reread is None:
            return
        if reread.draft.text == reread.version:
            self._attempts.say(self.tr("The file has the text that is there."))
            return
        self._reviewing.change_text(reread.article, partial(rereading.take, reread=reread))

    def _fail(self, error: ReaderError) -> None:
        self._job = None
        self._attempts.fail(error)

    def _stop(self) -> None:
        """The answer is not wanted any more, also where it is on its way already."""
        if self._job is not None:
            self._job.drop()
            self._job = None
