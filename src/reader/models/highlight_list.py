"""The highlights of the open article, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.domain.highlight import Highlight
from reader.domain.people import EVERYBODY
from reader.domain.tag import TagTree
from reader.languages import listed

HIGHLIGHT = Qt.ItemDataRole.UserRole  # the Highlight
Index = QModelIndex | QPersistentModelIndex


class HighlightList(QAbstractListModel):
    """Those whose quote, note or tags hold the words of the filter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Highlight, ...] = ()
        self._shown: list[Highlight] = []
        self._words: list[str] = []
        self.tree = TagTree()
        self.people = EVERYBODY

    @property
    def total(self) -> int:
        """How many there are without the filter."""
        return len(self._all)

    def set_highlights(self, highlights: Iterable[Highlight], tree: TagTree) -> None:
        """Show these; rows stay where nothing came or went."""
        self._all, self.tree = tuple(highlights), tree
        before = self.ids()
        shown = [each for each in self._all if self._matches(each)] if self._words else list(self._all)
        if len(before) == len(shown) and before == [each.id for each in shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def set_filter(self, words: str) -> None:
        """Show only what holds all of these words."""
        self._words = words.casefold().split()
        self.set_highlights(self._all, self.tree)

    def at(self, position: int) -> Highlight | None:
        """The highlight in a row, or None."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def ids(self) -> list[int]:
        """The highlights that are shown, from top to bottom."""
        return [each.id for each in self._shown]

    def position_of(self, highlight: int | None) -> int | None:
        """The row of a highlight, or None."""
        return next((number for number, each in enumerate(self._shown) if each.id == highlight), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The highlight, and its words for those who hear it read."""
        found = self.at(index.row())
        if found is None:
            return None
        if role == HIGHLIGHT:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return listed(filter(None, (found.quote, self.tags_of(found), found.note_words)))
        return None

    def tags_of(self, highlight: Highlight) -> str:
        """The names of its tags."""
        return "  ".join(self.tree.label(tag) for tag in highlight.tags if tag in self.tree.by_id)

    def _matches(self, highlight: Highlight) -> bool:
        held = f"{highlight.quote}\n{highlight.note_words}\n{self.tags_of(highlight)}".casefold()
        return all(word in held for word in self._words)
