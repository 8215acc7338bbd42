"""Some of the passages that would be highlighted, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.languages import listed
from reader.services.highlighting import Example

EXAMPLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Examples(QAbstractListModel):
    """In the order in which they were found."""

    _shown: Sequence[Example] = ()

    def show(self, examples: Sequence[Example]) -> None:
        """Have others."""
        self.beginResetModel()
        self._shown = examples
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The Example, or its words; spoken with the title of its article."""
        if not 0 <= index.row() < len(self._shown):
            return None
        found = self._shown[index.row()]
        words: dict[int, object] = {
            EXAMPLE: found,
            Qt.ItemDataRole.DisplayRole: found.words.text,
            Qt.ItemDataRole.AccessibleTextRole: listed(filter(None, (found.words.text, found.title))),
        }
        return words.get(role)
