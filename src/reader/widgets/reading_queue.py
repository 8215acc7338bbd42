"""Reading through a pile: what is done with, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.services import edits
from reader.session import Session
from reader.storage import articles
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.curating import Curating


class ReadingQueue(QObject):
    """Marks articles as done, and goes on to those that are unread."""

    def __init__(
        self, session: Session, attempts: Attempts, curating: Curating, listing: ArticleListPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._attempts = session, attempts
        self._curating, self._listing = curating, listing

    def done(self) -> None:
        """Mark the articles meant as done, or as not done if all are.

        After a single one that is done the next unread one opens.
        """
        meant = self._curating.meant()
        if not meant:
            return
        self._attempts.do_to_many(lambda db, **told: edits.switch_done(db, meant, **told), len(meant), say=True)
        if len(meant) == 1 and self._is_done(meant[0]):
            self.next_unread(say=False)

    def next_unread(self, *, say: bool = True) -> None:
        """Open the next article of the list that is unread, from the top again where none is left below."""
        ids, current = self._listing.model.ids, self._listing.view.currentIndex()
        below = current.row() + 1 if current.isValid() else 0
        found = self._session.read(lambda db: articles.first_unread(db, [*ids[below:], *ids[:below]]), None)
        if found is not None:
            self._listing.choose(found)
        elif say:
            self._attempts.say(self.tr("Everything that is listed is read."))

    def _is_done(self, article: int) -> bool:
        rows = self._session.read(lambda db: articles.rows(db, [article]), {})
        return article in rows and rows[article].done
