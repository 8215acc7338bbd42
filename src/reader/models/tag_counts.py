"""How many passages and articles have each tag or one below it: at once as a sum, and soon each counted once.

A passage with two tags of one branch is in the sum twice. How many are is counted in the background: among a hundred
thousand highlights that takes a quarter of a second.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.tag import Order, TagTree
from reader.jobs import Job
from reader.models.recounting import Recounting
from reader.session import Session
from reader.storage import tags

PAUSE_MS = 150
CACHE_KB = 8_000  # of the library in memory


class TagCounts(Recounting):
    """The numbers of the tree as it is now; `changed` says that they were counted anew."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, CACHE_KB, PAUSE_MS, parent)
        self._more: dict[int, int] = {}  # that are in the sums, by the ids of tags
        self._tree: TagTree | None = None
        self._totals: dict[int, int] = {}
        self._timer.start()

    def totals(self) -> dict[int, int]:
        """The numbers by the ids of tags."""
        tree = self._session.tree()
        if tree is not self._tree:
            self._tree, self._totals = tree, tree.totals(self._more)
        return self._totals

    def ranks(self, order: Order) -> dict[int, int]:
        """What siblings are put in an order by: these numbers, or how lately they were used."""
        if order == "recent":
            return self._session.tree().lately(self._session.read(tags.recent, []))
        return self.totals() if order == "count" else {}

    def _wanted(self) -> bool:
        return len(self._session.tree()) > 1

    def _matters(self, change: Change) -> bool:
        return bool(change.all or change.tags or change.highlights or change.listed)

    def _counted(self, db: Database, job: Job) -> dict[int, int]:
        return tags.tree(db).counted_again(tags.together(db))

    def _take(self, found: dict[int, int]) -> None:
        if found != self._more:
            self._more, self._tree = found, None
            self.changed.emit()

    def _stop(self) -> None:
        super()._stop()
        self._more, self._tree = {}, None
