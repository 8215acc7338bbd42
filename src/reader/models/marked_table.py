"""The highlights of the whole library as a table: holds the id of every one, and only the rows that were looked at.

Which are meant is asked in the background. Where they are grouped, each group has a row of its own above them, and can
be folded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.highlight_query import HIGHLIGHT_SORTS, GroupBy, HighlightQuery, HighlightSort
from reader.domain.tag import TagTree
from reader.domain.wanted import Field, Near, QueryError, Words, shown_words
from reader.jobs import Job, Stopped
from reader.languages import listed, moment
from reader.models.background import Background
from reader.models.grouped_rows import GroupedRows
from reader.session import Session
from reader.storage import marked
from reader.storage.connection import snapshot
from reader.storage.highlights import Finding
from reader.storage.marked import Group

# The columns, by their stable names.
COLUMNS = ("quote", "context", "tags", "note", "title", "source", "published", "analyst", "created", "updated")
QUOTE, CONTEXT, TAGS, NOTE, TITLE, SOURCE, PUBLISHED, ANALYST, CREATED, UPDATED = range(len(COLUMNS))
# By which of them to sort: all but the context.
SORTS: dict[int, HighlightSort] = {
    at: each for each in HIGHLIGHT_SORTS for at, name in enumerate(COLUMNS) if name == each
}
FINDING = Qt.ItemDataRole.UserRole  # the Finding of a row; None if it is gone, or cannot be read
HEADING = Qt.ItemDataRole.UserRole + 1  # the Heading of a row; None where there is a highlight
DAY = len("2020-03-04")
PAGE = 60  # rows read at once
KEPT = 6_000  # rows that were looked at, so that a hundred thousand do not fill the memory
PAUSE_MS = 200  # after a change, since many may follow one another
CACHE_KB = 64_000  # of the library in memory
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a group."""

    words: str
    count: int
    folded: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """The highlights that a query means, in their order, in groups, and how many there are in all."""

    query: HighlightQuery
    by: GroupBy | None
    ids: list[int]
    groups: list[Group]
    total: int


class MarkedTable(QAbstractTableModel):
    """Follows what is asked for and what changes, as long as it is shown.

    Highlights of an article that is read, or loses its star, stay in the table of those where `is:` asks for that, as
    far as they were looked at, until something else is asked for.
    """

    counted = Signal()  # other highlights may be listed, or other numbers of them
    refused = Signal(object)  # a ReaderError: what is asked for cannot be
    _answered = Signal(object)  # an _Answer

    def __init__(self, session: Session, query: HighlightQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: tuple[HighlightQuery, GroupBy | None] = query, None
        self._by: GroupBy | None = None  # what is listed is put together by
        self.way: tuple[GroupBy | None, HighlightSort, bool] = None, query.sort, query.descending  # with its order
        self._total = 0
        self.searched: list[Words | Near | Field] = []  # what is to be marked in quotes and notes
        self.marked: tuple[int, str] = (-1, "")  # the column by which the rows are sorted, and the sign of how
        self.rows = GroupedRows()
        self._findings: dict[int, Finding | None] = {}
        self._shown, self._stale = False, True
        self._between = False  # there are two libraries, of which neither may be asked
        self._background = Background(session, CACHE_KB, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.reload)
        self._answered.connect(self._on_answer)
        session.changed.connect(self._on_changed)
        session.left.connect(self._on_left)
        session.opened.connect(self._on_opened)

    # ---- what is listed

    @property
    def query(self) -> HighlightQuery:
        """What is listed, or will be once it is found."""
        return self._wanted[0]

    @property
    def grouped_by(self) -> GroupBy | None:
        """What they are put together by."""
        return self._wanted[1]

    @property
    def count(self) -> int:
        """How many highlights are listed, each once."""
        return len(self.rows.ids)

    @property
    def total(self) -> int:
        """How many there are in the library."""
        return self._total

    @property
    def asked(self) -> bool:
        """Whether something is looked for that is not listed yet."""
        return self._stale

    def ask(self, query: HighlightQuery, by: GroupBy | None) -> None:
        """List something else, in another order, or grouped in another way."""
        if query.question == self.query.question:
            query = query.with_still(self.query.articles.still)
        if (query, by) != self._wanted:
            self._wanted = query, by
            self.reload()

    def show(self, shown: bool) -> None:
        """Follow the library, or not until it is shown again."""
        self._shown = shown
        if shown and self._stale:
            self.reload()

    def reload(self) -> None:
        """Ask again which are meant; not before they are shown."""
        self._pause.stop()
        self._stale = True
        if self._shown and not self._between:
            self._background.cancel()
            self._background.start(partial(self._ask, *self._wanted), self._refuse)

    def _ask(self, query: HighlightQuery, by: GroupBy | None, db: Database, job: Job) -> None:
        with snapshot(db):
            ids = marked.ids(db, query)
            if job.cancelled:
                raise Stopped
            groups = marked.groups(db, ids, by) if by is not None else []
            total = marked.total(db)
        self._answered.emit(_Answer(query, by, ids, groups, total))

    def _refuse(self, error: ReaderError) -> None:
        """What asks for a tag that is gone lists nothing until it is there again."""
        if isinstance(error, QueryError):
            self._stale = self._pause.isActive()
            self._reset(GroupedRows(), self._by)
            self.counted.emit()
        self.refused.emit(error)

    def _on_answer(self, found: _Answer) -> None:
        if (found.query, found.by) != self._wanted:
            return
        self._stale = self._pause.isActive()  # something changed since it was asked
        self.searched = list(shown_words(found.query.wanted))
        folded = self.rows.folded if found.by == self._by else set()
        rows = GroupedRows(found.ids, found.groups, folded)
        self.way = found.by, found.query.sort, found.query.descending
        self._total = found.total
        if found.by == self._by and rows.like(self.rows):
            self.rows = rows
            self._say_changed()
        else:
            self._reset(rows, found.by)
        self.counted.emit()

    def _reset(self, rows: GroupedRows, by: GroupBy | None) -> None:
        self.beginResetModel()
        self.rows, self._by = rows, by
        self.endResetModel()

    def _on_left(self) -> None:
        """Another library takes the place of this one, in which the same ids are others."""
        self._stale = self._between = True
        self._wanted = self.query.with_still(frozenset()), self.grouped_by
        self._findings.clear()
        self._reset(GroupedRows(), None)

    def _on_opened(self) -> None:
        self._between = False
        self.reload()

    # ---- rows

    def fold(self, row: int, folded: bool) -> None:
        """Fold the group that a row belongs to, or show what is in it."""
        rows = GroupedRows(self.rows.ids, self.rows.groups, self.rows.folded)
        if rows.fold(row, folded):
            self._reset(rows, self._by)

    def fold_all(self, folded: bool) -> None:
        """Fold all groups, or show what is in each."""
        rows = GroupedRows(self.rows.ids, self.rows.groups)
        rows.fold_all(folded)
        self._reset(rows, self._by)

    def finding(self, row: int) -> Finding | None:
        """What is shown in a row; None for a heading, or if the highlight is gone since, or cannot be read."""
        wanted = self.rows.id_at(row)
        if wanted is None:
            return None
        if wanted not in self._findings:
            if len(self._findings) > KEPT:
                self._findings.clear()
            first = row - row % PAGE
            near = (self.rows.id_at(each) for each in range(first, min(first + PAGE, self.rowCount())))
            part = [each for each in near if each is not None and each not in self._findings]
            found: dict[int, Finding] = self._session.read(lambda db: marked.rows(db, part), {})
            self._findings.update({each: found.get(each) for each in part})
        return self._findings.get(wanted)

    def heading(self, row: int) -> Heading | None:
        """What stands above a group, if that is what is in a row."""
        group = self.rows.heads(row)
        return Heading(self._words_of(group), len(group), group.key in self.rows.folded) if group is not None else None

    def _words_of(self, group: Group) -> str:
        tree, key = self._session.tree(), group.key
        match self._by:
            case "tag":
                return tree.path(key) if isinstance(key, int) and key in tree.by_id else self.tr("No tag")
            case "article":
                [first] = self._session.read(lambda db: marked.rows(db, group.ids[:1]), {}).values() or [None]
                return (first.title if first else "") or self.tr("No title")
            case "source":
                return str(key) or self.tr("No source")
        return str(key) or self.tr("No date")

    # ---- as a table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are, with those above groups."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as COLUMNS."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column, sign = self.marked
            return f"{self.heads()[section]} {sign}" if section == column else self.heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def heads(self) -> tuple[str, ...]:
        """The words above all columns."""
        return (
            *(self.tr("Quote"), self.tr("Context"), self.tr("Tags"), self.tr("Note"), self.tr("Article")),
            *(self.tr("Source"), self.tr("Date"), self.tr("Analyst"), self.tr("Created"), self.tr("Changed")),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the row's Finding, or the Heading in its place."""
        row = index.row()
        if role == FINDING:
            return self.finding(row)
        if role == HEADING:
            return self.heading(row)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        heading = self.heading(row)
        if heading is not None:
            return listed((heading.words, f"{heading.count:,}")) if index.column() == QUOTE else ""
        return self.words(row, index.column())

    def words(self, row: int, column: int) -> str:
        """The words of a cell, on one line."""
        found = self.finding(row)
        return self.line([column])(found) if found is not None else ""

    def line(self, columns: Sequence[int]) -> Callable[[Finding], str]:
        """What makes a line of these cells of a highlight, parted by tabs, on any thread."""
        tree, untitled = self._session.tree(), self.tr("No title")

        def words(found: Finding) -> str:
            return "\t".join(" ".join(_cell(found, column, tree, untitled).split()) for column in columns)

        return words

    # ---- what changes

    def _keep(self, articles: frozenset[int]) -> None:
        """Let highlights of these articles stay that were looked at."""
        seen = (self._findings[each] for each in set(self._findings).intersection(self.rows.ids))
        still = articles.intersection(found.highlight.article for found in seen if found is not None)
        self._wanted = self.query.with_still(self.query.articles.still | still), self.grouped_by

    def _on_changed(self, change: Change) -> None:
        self._keep(change.articles)
        if change.all or change.listed or (change.articles and not change.highlights):
            self._findings.clear()
        for each in change.highlights:
            self._findings.pop(each, None)
        self._say_changed()
        self._stale = True
        if self._shown:
            self._pause.start()

    def _say_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))


def _cell(found: Finding, column: int, tree: TagTree, untitled: str) -> str:
    highlight = found.highlight
    match COLUMNS[column]:
        case "quote":
            return highlight.quote
        case "context":
            return f"{found.prefix}{highlight.quote}{found.suffix}"
        case "tags":
            return listed(tree.path(tag) for tag in highlight.tags if tag in tree.by_id)
        case "title":
            return found.title or untitled
        case "source":
            return found.source
        case "published":
            return found.published[:DAY]
        case "created" | "updated" as name:
            return moment(highlight.created if name == "created" else highlight.updated)
    return highlight.note_words if column == NOTE else highlight.analyst
