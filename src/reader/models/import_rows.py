"""The rows of an import's report: all outcomes, and words only of those that are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from typing import Literal, get_args

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.domain.article import doubts
from reader.services.importing.outcome import Outcome

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["failed", "doubtful", "skipped", "added", "duplicate"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order of the rows


class ImportRows(QAbstractTableModel):
    """A row for each outcome, or for those of one kind. `words` gives its cells, `heads` the words above them."""

    def __init__(
        self,
        outcomes: Sequence[Outcome],
        heads: Sequence[str],
        words: Callable[[Outcome], Sequence[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._heads = heads
        self._words = words
        kinds = [kind_of(each) for each in outcomes]
        self._kinds = Counter(kinds)
        self._all = [each for kind in KINDS for each, its in zip(outcomes, kinds, strict=True) if its == kind]
        self._outcomes: Sequence[Outcome] = self._all

    @property
    def all(self) -> Sequence[Outcome]:
        """Every outcome, in the order of the rows."""
        return self._all

    @property
    def shown(self) -> Sequence[Outcome]:
        """Those that have a row now."""
        return self._outcomes

    def count(self, kind: Kind | None = None) -> int:
        """How many outcomes there are, of a kind or at all."""
        return len(self._all) if kind is None else self._kinds[kind]

    def show(self, kind: Kind | None) -> None:
        """Let only the outcomes of a kind have rows; None: all."""
        self.beginResetModel()
        self._outcomes = [each for each in self._all if kind in (None, kind_of(each))]
        self.endResetModel()

    def at(self, row: int) -> Outcome:
        """The outcome in a row."""
        return self._outcomes[row]

    def text(self) -> str:
        """All rows, their cells parted by tabs."""
        return "\n".join("\t".join(self._words(outcome)) for outcome in self._outcomes)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many outcomes there are."""
        return 0 if parent.isValid() else len(self._outcomes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many cells a row has."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The words above a column."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if across else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell; in the hint all of them, and the whole path."""
        outcome = self._outcomes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(outcome)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = self._words(outcome)[index.column()] if index.column() else outcome.path
            return f"<p>{escape(whole)}</p>"  # else Qt would take a name for markup
        return None


def kind_of(outcome: Outcome) -> Kind:
    """Its status; "doubtful" for an article of which people are told that it may be wrong."""
    return "doubtful" if outcome.status == "added" and doubts(outcome.warnings) else outcome.status
