"""Star, unread, trash: what is done with the articles selected in the list, and what reading leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget
from sqlite_utils import Database

from reader.domain.article import Article, LeftOut, Origin
from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.services import edits
from reader.session import Session
from reader.storage import articles
from reader.widgets.article_dialog import ArticleDialog
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.step_words import error_words


class Curating(QObject):
    """Turns commands about the selected articles into edits."""

    def __init__(self, session: Session, attempts: Attempts, listing: ArticleListPane, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._attempts = attempts
        self._listing = listing
        self._window = window

    def mark_opened(self, article: int) -> None:
        """An article was opened: it counts as read, and opens at the next start."""
        if not self._session.library.read_only:
            self._attempts.do(lambda db: edits.mark_opened(db, article))

    def keep_place(self, article: int | None, place: int) -> None:
        """Remember at which code point an article is being read."""
        if article is not None and not self._session.library.read_only:
            self._attempts.do(lambda db: articles.set_place(db, article, place))

    def details(self) -> None:
        """Show the fields of the open article, to be corrected, and where it came from."""
        ids = self._listing.selected()
        found = self._session.read(lambda db: _details(db, ids[0]), None) if ids else None
        if found is None:
            return
        article, origin, left_out = found
        dialog = ArticleDialog(article, origin, left_out, partial(self._set_fields, article.id), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_fields(self, article: int, fields: Mapping[str, str]) -> str:
        try:
            self._session.perform(lambda db: edits.set_fields(db, article, fields))
        except ReaderError as error:
            return error_words(error)
        return ""

    def star(self) -> None:
        """Star the selected articles, or take the stars away if all have one."""
        ids = self._listing.selected()

        def edit(db: Database) -> Change:
            starred = not all(row.starred for row in articles.rows(db, ids).values())
            return edits.set_starred(db, ids, starred)

        if ids:
            self._attempts.do(edit)

    def switch_read(self) -> None:
        """Mark the selected articles as unread, or as read if all are unread."""
        ids = self._listing.selected()

        def edit(db: Database) -> Change:
            read = not any(row.read for row in articles.rows(db, ids).values())
            return edits.set_read(db, ids, read)

        if ids:
            self._attempts.do(edit)

    def trash(self) -> None:
        """Move the selected articles to the trash."""
        ids = self._listing.selected()
        if ids and self._listing.model.query.scope != "trash":
            self._attempts.do_and_say(lambda db: edits.trash(db, ids))

    def restore(self) -> None:
        """Put the selected articles back."""
        ids = self._listing.selected()
        if ids and self._listing.model.query.scope == "trash":
            self._attempts.do_and_say(lambda db: edits.restore(db, ids))

    def empty_trash(self) -> None:
        """Destroy what is in the trash, after asking: nothing brings it back."""
        count = self._session.counts()["trash"]
        if count == 0:
            return
        box = QMessageBox(self._window)
        box.setObjectName("emptyTrash")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Destroy %n article(s) in the trash for good?", "", count))
        box.setInformativeText(self.tr("Their highlights go with them. This cannot be undone."))
        destroy = box.addButton(self.tr("Empty trash"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.buttonClicked.connect(lambda button: self._attempts.do(edits.empty_trash) if button is destroy else None)
        box.finished.connect(box.deleteLater)
        box.open()


def _details(db: Database, article: int) -> tuple[Article, Origin | None, list[LeftOut]] | None:
    """An article, what it came from, and what was left out of its text; None if it is gone."""
    found = articles.get(db, article)
    return None if found is None else (found, articles.origin(db, article), articles.left_out(db, article))
