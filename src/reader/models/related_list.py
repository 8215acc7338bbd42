"""The articles that are like the open one, found in the background once somebody stays with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QLibraryInfo,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from sqlite_utils import Database

from reader import word_breaks
from reader.domain.change import Change
from reader.jobs import Job
from reader.languages import listed
from reader.models.background import Background
from reader.services import relating
from reader.services.relating import Related
from reader.session import Session

RELATED = Qt.ItemDataRole.UserRole  # the Related
PAUSE_MS = 150  # that an article is open; who looks for one by keys passes others
CACHE_KB = 16_000  # of the index in memory
Index = QModelIndex | QPersistentModelIndex


class RelatedList(QAbstractListModel):
    """Those of one article, other prints first; empty until they are found.

    As long as they are not wanted, nothing is looked for.
    """

    found = Signal()  # what there is, is listed
    _answered = Signal(object, object)  # the Job, and a list of Related

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.article: int | None = None  # that is open
        self._listed: list[Related] = []
        self._known = False  # what is listed is of this article, and as it is now
        self._wanted = False
        self._frequent: set[str] = set()  # words of this library
        self._background = Background(session, CACHE_KB, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._answered.connect(self._on_answer)
        session.changed.connect(self._on_changed)
        session.left.connect(self._on_left)
        session.closing.connect(self._pause.stop)

    @property
    def known(self) -> bool:
        """Whether all that there is, is listed."""
        return self._known

    def show_article(self, article: int | None) -> None:
        """List what is like this article, in a moment; None: nothing."""
        if article != self.article:
            self.article = article
            self._look_again()
            self._list([])

    def want(self, wanted: bool) -> None:
        """Whether somebody sees the list."""
        self._wanted = wanted
        if wanted and not self._known:
            self._look_again()

    def at(self, position: int) -> Related | None:
        """What stands in a row, or None."""
        return self._listed[position] if 0 <= position < len(self._listed) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is listed, and its words for those who hear it read."""
        found = self.at(index.row())
        if found is None:
            return None
        if role == RELATED:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(filter(None, (found.row.title, found.row.source, found.row.published, *found.shared)))
        return None

    def _look_again(self) -> None:
        self._known = False
        self._background.cancel()
        self._pause.stop()
        if self.article is not None and self._wanted:
            self._pause.start()

    def _ask(self) -> None:
        if self.article is not None:
            self._background.start(partial(self._relate, self.article, self._frequent))

    def _relate(self, article: int, frequent: set[str], db: Database, job: Job) -> None:
        parted = partial(word_breaks.words, folder=Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)))
        found = relating.related(db, article, parted, frequent)
        self._answered.emit(job, found)

    def _on_answer(self, job: Job, found: list[Related]) -> None:
        if not job.cancelled:  # by now
            self._known = True
            self._list(found)
            self.found.emit()

    def _list(self, found: list[Related]) -> None:
        if found != self._listed:
            self.beginResetModel()
            self._listed = found
            self.endResetModel()

    def _on_changed(self, change: Change) -> None:
        """What is listed may be in the trash, or have another title."""
        shown = {self.article, *(each.row.id for each in self._listed)}
        corrected = change.articles & shown and not change.highlights and not change.tags
        if change.all or change.listed or corrected:
            self._look_again()

    def _on_left(self) -> None:
        self._frequent = set()
        self.show_article(None)
