"""Keyword in context as a table: a row for each hit, read in the background, put in order in the background."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from time import monotonic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.query import ArticleQuery
from reader.jobs import Job, Stopped
from reader.services import concordance
from reader.services.concordance import MOST, ORDERS, By, Line
from reader.session import Session
from reader.storage.library import Library

Index = QModelIndex | QPersistentModelIndex
LEFT, HIT, RIGHT, TITLE, SOURCE, PUBLISHED = range(len(ORDERS))  # the columns; each is something to sort by
FIRST = 60  # lines that are shown before others are looked for
PAUSE = 0.15  # seconds from then on until more are
DAY = len("2020-03-04")


class Concordance(QAbstractTableModel):
    """The lines of one search, as the library was then: nothing in it follows what is changed or searched later.

    The newest articles come first, until all is read; then what was wished for is put in order.
    """

    grown = Signal()  # there are more lines, or it is busy with something else, or with nothing any more
    failed = Signal(object)  # a ReaderError
    sorting = Signal()  # rows are about to be put in another order

    def __init__(self, session: Session, query: ArticleQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = [""] * len(ORDERS)
        self._hints: Sequence[str] = self._heads
        self._lines: list[Line] = []
        self._order: Sequence[int] | None = None  # the numbers of lines, row by row; None: as they came
        self._by: tuple[By, bool] = ("published", True)
        self._sorting: Job | None = None
        self.articles = 0  # in which there are hits
        self.whole = False  # all lines are there
        self._came: deque[list[Line]] = deque()
        self._reading = _reading(session.library, query, self._came)
        self._reading.progressed.connect(self._take)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        session.left.connect(self.stop)
        session.closing.connect(self.stop)
        self._reading.start()

    def say_heads(self, heads: Sequence[str], hints: Sequence[str]) -> None:
        """Show words above the columns; `hints` are more about them."""
        self._heads, self._hints = heads, hints
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def stop(self) -> None:
        """Look for no more lines."""
        self._reading.cancel()

    @property
    def busy(self) -> bool:
        """Whether more lines may come, or those that are there are being put in order."""
        return not self.whole or self._sorting is not None

    @property
    def full(self) -> bool:
        """Whether there are as many lines as there can be, so that some may be missing."""
        return len(self._lines) >= MOST

    def line(self, row: int) -> Line:
        """What stands in a row."""
        return self._lines[self.number(row)]

    def lines(self, rows: Collection[int] | None = None) -> list[Line]:
        """What stands in rows; None: in all of them, from top to bottom."""
        return [self.line(row) for row in (range(len(self._lines)) if rows is None else rows)]

    def number(self, row: int) -> int:
        """The number of the line in a row, which it keeps in every order."""
        return row if self._order is None else self._order[row]

    def rows(self, numbers: Collection[int]) -> list[int]:
        """The rows of lines with these numbers, from top to bottom."""
        if self._order is None:
            return sorted(numbers)
        return [row for row, number in enumerate(self._order) if number in numbers]

    # ---- reading and sorting

    def _take(self) -> None:
        came: list[Line] = []
        while self._came:
            part = self._came.popleft()
            self.articles += 1
            came += part
        if came:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(came) - 1)
            self._lines += came
            self.endInsertRows()
        self.grown.emit()

    def _on_read(self) -> None:
        self.whole = True
        self._take()
        self._sort()

    def _on_failed(self, error: object) -> None:
        self.whole, self._sorting = True, None
        self.failed.emit(error)
        self.grown.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in an order, as soon as all are there."""
        if column >= 0:
            self._by = (ORDERS[column], order == Qt.SortOrder.DescendingOrder)
            if self.whole:
                self._sort()

    def _sort(self) -> None:
        if self._sorting is not None:  # its answer is not wanted any more
            self._sorting.drop()
            self._sorting = None
        by, descending = self._by
        if by == "published" and descending:
            if self._order is not None:
                self._on_sorted(None)
            return
        lines = self._lines
        self._sorting = Job(lambda _: concordance.order(lines, by, descending=descending))
        self._sorting.finished.connect(self._on_sorted)
        self._sorting.failed.connect(self._on_failed)
        self._sorting.start()
        self.grown.emit()

    def _on_sorted(self, order: Sequence[int] | None) -> None:
        self._sorting = None
        self.sorting.emit()
        self.beginResetModel()
        self._order = order
        self.endResetModel()
        self.grown.emit()

    # ---- as a table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines are there by now."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is left of the hit, the hit, what is right of it, title, source and day."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            sides = {LEFT: Qt.AlignmentFlag.AlignRight, HIT: Qt.AlignmentFlag.AlignHCenter}
            return sides.get(section, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        told = {Qt.ItemDataRole.DisplayRole: self._heads, Qt.ItemDataRole.ToolTipRole: self._hints}
        return told[Qt.ItemDataRole(role)][section] if role in told else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words: str = getattr(self.line(index.row()), ORDERS[index.column()])
        return words[:DAY] if index.column() == PUBLISHED else words


def _reading(library: Library, query: ArticleQuery, came: deque[list[Line]]) -> Job:
    """A job that appends the lines of each article to `came`, and reports progress when some are to be shown."""

    def work(job: Job) -> None:
        count, told = 0, 0.0
        with library.another() as db:
            for part in concordance.lines(db, query):
                if job.cancelled:
                    raise Stopped
                if part:
                    came.append(part)
                    count += len(part)
                if count >= FIRST and monotonic() > told + PAUSE:
                    told = monotonic()
                    job.advance(count, MOST)

    return Job(work)
