"""The tag tree as the sidebar shows it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.change import Change
from reader.domain.tag import Order, Tag, TagTree
from reader.domain.tag_finding import Fit, TagFinder
from reader.models import dragged, tag_words
from reader.models.tag_counts import TagCounts
from reader.session import Session

TAG = Qt.ItemDataRole.UserRole  # its id
COUNT = Qt.ItemDataRole.UserRole + 1  # passages and articles that have it or one below it
HUE = Qt.ItemDataRole.UserRole + 2  # a name from domain.tag.COLORS
DIGIT = Qt.ItemDataRole.UserRole + 3  # its key, or ""
UID = Qt.ItemDataRole.UserRole + 4
PATH = Qt.ItemDataRole.UserRole + 5  # with the names of those above it
OWN = Qt.ItemDataRole.UserRole + 6  # passages and articles that have it itself
USED = Qt.ItemDataRole.UserRole + 7  # both numbers in words
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole
TYPE = "application/x-reader-tags"  # what the mouse drags: the library, and ids
Index = QModelIndex | QPersistentModelIndex
Flags = Qt.ItemFlag
OF_A_TAG = (  # put together once: a view asks for all rows whenever it lays them out
    Flags.ItemIsEnabled
    | Flags.ItemIsSelectable
    | Flags.ItemIsEditable
    | Flags.ItemIsDragEnabled
    | Flags.ItemIsDropEnabled
)


class TagItems(QAbstractItemModel):
    """All tags, or those that fit a filter with the tags above them. An index knows its tag by the id.

    What a view knows of tags by their indexes (the current one, what is selected or folded) stays with them wherever
    they come to stand.
    """

    rename_wanted = Signal(int, str)

    def __init__(self, session: Session, parent: QObject, order: Order = "name") -> None:
        super().__init__(parent)
        self._session = session
        # The articles of this library that are dragged; none if something else is.
        self.articles: Callable[[QMimeData], list[int]] = lambda data: dragged.unpacked(session.path, data)
        self._counts = TagCounts(session, self)
        self._order: Order = order
        self._typed = ""
        self._finder: tuple[TagTree, TagFinder] | None = None
        self._tree = TagTree()
        self._totals: dict[int, int] = {}
        self._ranks: dict[int, int] = {}  # what siblings are put in order by, if not by names or by hand
        self._below: dict[int | None, list[int]] = {}  # what is shown
        self._places: dict[int, int] = {}
        self._above: dict[int, int | None] = {}
        session.changed.connect(self._on_changed)
        self._counts.changed.connect(self.refresh)
        self.refresh()

    @property
    def order(self) -> Order:
        """In which siblings stand."""
        return self._order

    def set_order(self, order: Order) -> None:
        """Let siblings stand in another order."""
        self._order = order
        self.refresh(afresh=True)

    @property
    def filtered(self) -> bool:
        """Whether only some tags are shown."""
        return bool(self._typed)

    def filter(self, typed: str) -> None:
        """Show only the tags that fit what is typed, and those above them; nothing typed: all."""
        before, self._typed = self.filtered, typed.strip()
        self.refresh(afresh=True)
        if before != self.filtered:  # also where all tags fit: what is unfolded may be different
            self._move(self._below)

    def best(self) -> QModelIndex:
        """The tag that fits best what is typed; an index that is not valid if none does."""
        found = self._fitting()
        return self.index_of(found[0].id) if found else QModelIndex()

    def refresh(self, *, afresh: bool = False) -> None:
        """Take the tags as the library has them now; `afresh`: also if they are the same, since others are shown."""
        before, totals_before, ranks_before = self._tree, self._totals, self._ranks
        self._tree, self._totals = self._session.tree(), self._counts.totals()
        self._ranks = self._counts.ranks(self._order)
        same = self._tree is before and self._totals is totals_before and self._ranks == ranks_before
        if same and not afresh:
            return
        below = self._shown()
        if below != self._below:
            self._move(below)
        for tag in self._tree.by_id.values():
            known = before.by_id.get(tag.id)
            if not (known is tag or known == tag) or totals_before.get(tag.id) != self._totals.get(tag.id):
                index = self.index_of(tag.id)
                if index.isValid():
                    self.dataChanged.emit(index, index)

    def _shown(self) -> dict[int | None, list[int]]:
        """The tags to be shown, by their parents."""
        only: set[int] | None = None
        if self._typed:
            found = [tag.id for tag in self._fitting()]
            only = {*found, *(above.id for tag in found for above in self._tree.above(tag))}
        below: dict[int | None, list[int]] = {}
        for parent in self._tree.parents:
            children = self._tree.children(parent, self._order, self._ranks)
            if shown := [tag.id for tag in children if only is None or tag.id in only]:
                below[parent] = shown
        return below

    def _fitting(self) -> list[Tag]:
        if self._finder is None or self._finder[0] is not self._tree:
            self._finder = self._tree, TagFinder(self._tree)
        return self._finder[1].find(self._typed, worst=Fit.PATH_SOUNDS if "/" in self._typed else Fit.SOUND_HOLDS)

    def _move(self, below: dict[int | None, list[int]]) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        self._below = below
        self._places = {tag: place for tags in below.values() for place, tag in enumerate(tags)}
        self._above = {tag: parent for parent, tags in below.items() for tag in tags}
        self.changePersistentIndexList(kept, [self.index_of(index.internalId()) for index in kept])
        self.layoutChanged.emit()

    # ---- for the view

    def all(self) -> Iterator[QModelIndex]:
        """Every tag that is shown, parents before their children."""
        waiting = self._below.get(None, [])[::-1]
        while waiting:
            tag = waiting.pop()
            yield self.index_of(tag)
            waiting += self._below.get(tag, [])[::-1]

    @property
    def deepest(self) -> int:
        """How many tags are above the one that stands deepest of those shown."""
        depth = -1
        level: list[int | None] = [None]
        while level := [tag for above in level for tag in self._below.get(above, ())]:
            depth += 1
        return max(0, depth)

    def parents(self) -> Iterator[tuple[QModelIndex, str]]:
        """Every tag that has others below it, and its uid."""
        for tag in self._below:
            if tag is not None:
                yield self.index_of(tag), self._tree.by_id[tag].uid

    def index_of(self, tag: int | None) -> QModelIndex:
        """Where a tag stands; an index that is not valid if there is no such tag, or if it is not shown."""
        return self.createIndex(self._places[tag], 0, tag) if tag in self._places else QModelIndex()

    def siblings(self, tag: int) -> list[int]:
        """The tags under the same parent, with this one, in the order shown."""
        return self.children_of(self._tree.by_id[tag].parent)

    def children_of(self, parent: int | None) -> list[int]:
        """All tags directly under one, also those that are not shown, in the order shown."""
        return [each.id for each in self._tree.children(parent, self._order, self._ranks)]

    def parent_of(self, tag: int) -> int | None:
        """The tag above one."""
        return self._tree.by_id[tag].parent

    def may_stand(self, tags: Sequence[int], parent: int | None) -> bool:
        """Whether none of these tags would come to stand in itself."""
        return parent is None or not any(parent in self._tree.with_children(tag) for tag in tags)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a row."""
        tags = self._below.get(parent.internalId() if parent.isValid() else None, [])
        return self.createIndex(row, column, tags[row]) if 0 <= row < len(tags) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The index of the tag above."""
        return self.index_of(self._above.get(index.internalId())) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many tags are shown below one."""
        return len(self._below.get(parent.internalId() if parent.isValid() else None, []))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the roles above say of a tag."""
        tag = self._tree.by_id.get(index.internalId()) if index.isValid() else None
        if tag is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return tag.name
        if role == PATH:
            return self._tree.path(tag.id)
        if role == COUNT:
            return self._totals.get(tag.id, tag.highlights)
        if role in (USED, Qt.ItemDataRole.AccessibleTextRole):
            total, parent = self._totals.get(tag.id, tag.highlights), bool(self._tree.children(tag.id))
            use = tag_words.used(tag.highlights, total, parent=parent)
            return use if role == USED else tag_words.spoken(tag, use)
        known: dict[int, object] = {TAG: tag.id, HUE: tag.color, DIGIT: tag.shortcut, UID: tag.uid, OWN: tag.highlights}
        return tag.description if role == DESCRIPTION else known.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for another name; the tree follows once it is stored."""
        if role == Qt.ItemDataRole.EditRole and str(value) != index.data():
            self.rename_wanted.emit(index.data(TAG), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each tag can be chosen, renamed in place and dragged."""
        return OF_A_TAG if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Tags of a library."""
        return [TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """These tags."""
        data = QMimeData()
        data.setData(TYPE, json.dumps([str(self._session.path), [index.data(TAG) for index in indexes]]).encode())
        return data

    def dragged(self, data: QMimeData) -> list[int]:
        """The tags that are dragged, without those below others; none if they are of another library."""
        if not data.hasFormat(TYPE):
            return []
        library, tags = json.loads(bytes(data.data(TYPE).data()))
        return self._tree.topmost(tags) if Path(library) == self._session.path else []

    def supportedDropActions(self) -> Qt.DropAction:
        """Tags are moved."""
        return Qt.DropAction.MoveAction

    def _on_changed(self, change: Change) -> None:
        if change.all or change.tags or change.highlights or change.listed:
            self.refresh()
