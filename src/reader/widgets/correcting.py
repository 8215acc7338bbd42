"""What an import got wrong, put right: fields, the way a file was read, lines of the page, readings, noted errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader.domain.article import Article, Origin
from reader.services import edits, rereading, versions
from reader.services.rereading import Reread
from reader.session import Session
from reader.storage import articles, texts
from reader.widgets.article_dialog import ArticleDialog
from reader.widgets.article_fields import FieldsPopup
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.curating import Curating
from reader.widgets.error_dialog import ErrorDialog
from reader.widgets.read_again_dialog import ReadAgainDialog
from reader.widgets.reviewing import Reviewing
from reader.widgets.step_words import error_words


class Correcting(QObject):
    """Turns commands about the open article, or those that are meant, into edits."""

    def __init__(
        self,
        session: Session,
        attempts: Attempts,
        reviewing: Reviewing,
        curating: Curating,
        view: ArticleView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._attempts, self._reviewing = attempts, reviewing
        self._curating = curating
        self._view = view
        self._window = window
        view.pull_wanted.connect(self.pull_in)
        view.byline.field_clicked.connect(self.edit_field)

    def details(self) -> None:
        """Show the fields of the article meant, to be corrected, and where it came from."""
        ids = self._curating.meant()
        found = self._session.read(lambda db: _details(db, ids[0]), None) if ids else None
        if found is None:
            return
        article, origin, attributes = found
        dialog = ArticleDialog(article, origin, attributes, partial(self._set_fields, article.id), self._window)
        dialog.reading_again_wanted.connect(lambda: self._read_again(article.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def edit_field(self, name: str = "title") -> None:
        """Let the fields of the open article be corrected where they stand, beginning with one of them."""
        page = self._view.pane.page
        if page is None:
            return
        popup = FieldsPopup(page.article, partial(self._set_fields, page.article.id), self._window)
        popup.show_at(self._view.byline.place(), name)

    def _set_fields(self, article: int, fields: Mapping[str, str]) -> dict[str, str]:
        """Store the fields that are right; what is wrong with the others."""
        wrong = {name: error_words(error) for name, error in edits.refused(fields).items()}
        right = {name: text for name, text in fields.items() if name not in wrong}
        if right and (why := self._attempts.try_and_say(lambda db: edits.set_fields(db, article, right))):
            wrong |= dict.fromkeys(right, why)
        return wrong

    def read_again(self) -> None:
        """Let the original of the article meant be read in another way."""
        ids = self._curating.meant()
        if ids:
            self._read_again(ids[0])

    def _read_again(self, article: int) -> None:
        found = self._session.read(lambda db: _details(db, article), None)
        if found is None or found[1] is None:
            return
        dialog = ReadAgainDialog(self._session.library, found[0], found[1], self._window)
        dialog.taken.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, reread: Reread) -> None:
        self._reviewing.change_text(reread.article, partial(rereading.take, reread=reread))

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
        notes = self._session.read(lambda db: articles.errors_of(db, ids), {None})

        def report(note: str) -> str:
            new = not note and len(notes) > 1
            return self._attempts.try_with_many(partial(versions.report_error, ids=ids, note=note, new=new), len(ids))

        dialog = ErrorDialog(notes, len(ids), report, self._window)
        dialog.removed.connect(partial(self._take_away, ids))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_mark_away(self) -> None:
        """Let the articles meant no longer count as having an error."""
        self._take_away(self._curating.meant())

    def _take_away(self, ids: list[int]) -> None:
        if ids:
            self._attempts.do_to_many(partial(versions.report_error, ids=ids, note=None), len(ids), say=True)


def _details(db: Database, article: int) -> tuple[Article, Origin | None, Sequence[tuple[str, str]]] | None:
    """An article, what it came from, and its own named fields; None if it is gone."""
    found = articles.get(db, article)
    return None if found is None else (found, texts.origin(db, article), texts.attributes(db, article))
