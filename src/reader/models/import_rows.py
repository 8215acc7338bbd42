"""The rows of an import's report: all outcomes, and words only of those that are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.domain.article import doubts
from reader.services.importing.gathering import TABLE_SUFFIXES
from reader.services.importing.outcome import Outcome

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["failed", "doubtful", "skipped", "added", "duplicate"]
Place = Literal["listed", "trash", "gone"]  # where the article of a row is by now; "gone": deleted for good
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order of the rows


class ImportRows(QAbstractTableModel):
    """A row for each outcome, or for those of one kind. `heads` are the words above the cells.

    `words` gives the cells of an outcome whose article is at a place, with all their words or as many as are shown.
    """

    def __init__(
        self,
        outcomes: Sequence[Outcome],
        heads: Sequence[str],
        words: Callable[[Outcome, Place, bool], Sequence[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._heads = heads
        self._words = words
        kinds = [kind_of(each) for each in outcomes]
        self._kinds = Counter(kinds)
        self._all = [each for kind in KINDS for each, its in zip(outcomes, kinds, strict=True) if its == kind]
        self._outcomes: Sequence[Outcome] = self._all
        self._trashed: Mapping[int, bool] | None = None

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

    def failed(self) -> list[Path]:
        """The files that failed, or parts of which did. What was pasted or fetched is not to be had again."""
        paths = dict.fromkeys(each.path for each in self._all if each.status == "failed")
        return [path for path in map(Path, paths) if path.is_absolute()]

    def without(self, paths: Collection[Path]) -> tuple[Outcome, ...]:
        """The outcomes of all other files."""
        gone = set(map(str, paths))
        return tuple(each for each in self._all if each.path not in gone)

    def table_at(self, row: int) -> Path | None:
        """The table that the file of a row may be, whose columns are to be chosen; None if it can be none."""
        path = Path(self._outcomes[row].path)
        return path if path.suffix.lower() in TABLE_SUFFIXES and path.is_absolute() else None

    def added_of(self, path: Path) -> tuple[int, ...]:
        """The articles that came of a file."""
        those = (each for each in self._all if each.path == str(path) and each.status == "added")
        return tuple(each.article for each in those if each.article is not None)

    def at(self, row: int) -> Outcome:
        """The outcome in a row."""
        return self._outcomes[row]

    def set_trashed(self, trashed: Mapping[int, bool]) -> None:
        """Say which of the articles are in the trash; those that are missing are gone."""
        if trashed != self._trashed:
            self._trashed = trashed
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place(self, outcome: Outcome) -> Place:
        """Where the article of an outcome is."""
        if outcome.article is None or self._trashed is None:
            return "listed"
        return (
            "gone" if outcome.article not in self._trashed else "trash" if self._trashed[outcome.article] else "listed"
        )

    def text(self) -> str:
        """All rows with all their words, their cells parted by tabs."""
        return "\n".join("\t".join(self._said(outcome)) for outcome in self._outcomes)

    def _said(self, outcome: Outcome, *, whole: bool = True) -> Sequence[str]:
        return self._words(outcome, self.place(outcome), whole)

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
            return self._said(outcome, whole=role == Qt.ItemDataRole.AccessibleTextRole)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = self._said(outcome)[index.column()] if index.column() else outcome.path
            return f"<p>{escape(whole)}</p>"  # else Qt would take a name for markup
        return None


def kind_of(outcome: Outcome) -> Kind:
    """Its status; "doubtful" for an article of which people are told that it may be wrong."""
    return "doubtful" if outcome.status == "added" and doubts(outcome.warnings) else outcome.status
