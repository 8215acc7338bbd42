"""What an import got wrong, put right: lines of the page, readings, and errors that are noted to be looked at later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.services import versions
from reader.session import Session
from reader.storage import articles
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.curating import Curating
from reader.widgets.error_dialog import ErrorDialog


class Correcting(QObject):
    """Turns commands about the open article, or those that are meant, into edits."""

    def __init__(
        self, session: Session, attempts: Attempts, curating: Curating, view: ArticleView, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._attempts = attempts
        self._curating = curating
        self._view = view
        self._window = window
        view.pull_wanted.connect(self.pull_in)

    def show_left_out(self) -> None:
        """Show what of the page is not in the text of the open article."""
        if not self._view.foot.unfold():
            self._attempts.say(self.tr("No part of the page was left out of this article."))

    def pull_in(self, lines: list[int]) -> None:
        """Take lines that were left out into the text of the open article."""
        if (article := self._view.article) is not None:
            self._attempts.do_and_say(lambda db: versions.pull_in(db, article, lines))

    def switch_readings(self) -> None:
        """Put the readings of the open article back into its text, or lift them out of it."""
        if (article := self._view.article) is not None:
            self._attempts.do_and_say(lambda db: versions.switch_glosses(db, article))

    def report_error(self) -> None:
        """Mark the articles meant as having an error, after a note was typed."""
        ids = self._curating.meant()
        if not ids:
            return
        note = self._session.read(lambda db: articles.error_of(db, ids[0]), None)
        dialog = ErrorDialog(note, len(ids), self._window)
        dialog.told.connect(partial(self._report, ids))
        dialog.removed.connect(partial(self._report, ids, None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_mark_away(self) -> None:
        """Let the articles meant no longer count as having an error."""
        self._report(self._curating.meant(), None)

    def _report(self, ids: list[int], note: str | None) -> None:
        if ids:
            self._attempts.do_and_say(lambda db: versions.report_error(db, ids, note))
