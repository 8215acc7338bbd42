"""How many articles saved searches and collections have, counted in the background whenever that may have changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from sqlite_utils import Database

from reader.domain.change import Change
from reader.jobs import Job
from reader.models.list_items import ListItems
from reader.models.recounting import Recounting
from reader.services import lists
from reader.session import Session
from reader.storage import collections

PAUSE_MS = 300
CACHE_KB = 16_000  # of the index in memory
Counts = tuple[dict[int, int | None], dict[int, int]]  # by the ids of saved searches, and of collections


class ListCounts(Recounting):
    """Says the numbers to both models; where they cannot be read, those that are known stay."""

    def __init__(self, session: Session, saved: ListItems, collected: ListItems, parent: QObject) -> None:
        super().__init__(session, CACHE_KB, PAUSE_MS, parent)
        self._saved, self._collected = saved, collected
        QTimer.singleShot(0, self, self.count)

    def _wanted(self) -> bool:
        return bool(self._saved.rowCount() or self._collected.rowCount())

    def _matters(self, change: Change) -> bool:
        return bool(change)

    def _counted(self, db: Database, job: Job) -> Counts:
        return lists.search_counts(db, advance=job.go_on), collections.counts(db)

    def _take(self, found: Counts) -> None:
        self._saved.show_counts(found[0])
        self._collected.show_counts(found[1])
