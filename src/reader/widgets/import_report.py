"""What became of each file of an import, with the reason for each that failed or was skipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.models.import_rows import ImportRows, kind_of
from reader.services.importing.outcome import Outcome
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import doubt_words, error_words

MEASURED = 300  # rows
LONG = 40  # characters of a title that a notice shows


class ImportReport(QDialog):
    """Failures first, then what is doubtful, then the rest. It leaves the window free to look at the articles."""

    article_wanted = Signal(int)

    def __init__(self, outcomes: Sequence[Outcome], left: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = ImportWords(self)
        self._rows = ImportRows(outcomes, words.heads(), words.row, self)
        summary = QLabel(words.summary(outcomes, left), self)
        summary.setObjectName("importSummary")
        summary.setWordWrap(True)
        self.table = QTableView(self)
        self.table.setModel(self._rows)
        self.table.setObjectName("importTable")
        self.table.setAccessibleName(self.tr("Files"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._settle = QTimer(self, singleShot=True, interval=0)  # until all columns have their widths
        self._settle.timeout.connect(self._fit_rows)
        self.table.horizontalHeader().sectionResized.connect(self._settle.start)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 110)
        self.table.activated.connect(lambda index: self._open(index.row()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setObjectName("copyReport")
        copy.setToolTip(self.tr("Copy the report as text"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._rows.text()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (summary, self.table, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(820, 460))

    def _fit_rows(self) -> None:
        """Show whole reasons, which are in the first rows; measuring thousands would take long."""
        for row in range(min(self._rows.rowCount(), MEASURED)):
            self.table.resizeRowToContents(row)

    def _open(self, row: int) -> None:
        article = self._rows.at(row).article
        if article is not None:
            self.article_wanted.emit(article)


class ImportWords(QObject):
    """Says what an import came to."""

    def heads(self) -> tuple[str, str, str]:
        """What is in the cells of a row."""
        return self.tr("File"), self.tr("Result"), self.tr("Title or reason")

    def row(self, outcome: Outcome) -> tuple[str, str, str]:
        """The file's name, what became of it, and the title, or the reason why there is none."""
        name = outcome.path.replace("\\", "/").rpartition("/")[2]
        said = {
            "added": self.tr("Added"),
            "duplicate": self.tr("Already there"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Failed"),
        }
        last = outcome.called
        if kind_of(outcome) == "doubtful":
            last = self.tr("{title} ({doubts})").format(title=last, doubts=doubt_words(outcome.warnings))
        if (problem := outcome.problem) is not None:  # the path is too long for a cell
            last = error_words(problem, **({"file": name} if problem.facts.get("file") == outcome.path else {}))
        return name, said[outcome.status], last

    def notice(self, outcomes: Sequence[Outcome], left: int) -> str:
        """What is said when an import is over: one article is named, more are counted."""
        if not left and all(each.status == "skipped" for each in outcomes):
            return self.tr("There is no text file or web page in this folder.")
        if len(outcomes) != 1 or outcomes[0].article is None:
            return self.summary(outcomes, left)
        if outcomes[0].status == "duplicate":
            return self.tr("This article is in the library already.")
        doubtful = doubt_words(outcomes[0].warnings)
        words = self.tr("Added: {title} ({doubts})") if doubtful else self.tr("Added: {title}")
        return words.format(title=_short(outcomes[0].called), doubts=doubtful)

    def summary(self, outcomes: Sequence[Outcome], left: int) -> str:
        """How many files there are of each kind; `left` files were not looked at."""
        counts: Counter[str] = Counter()
        for outcome in outcomes:
            counts[outcome.status] += outcome.files
        parts = [self.tr("%Ln article(s) added", "", counts["added"])]
        if doubtful := sum(kind_of(outcome) == "doubtful" for outcome in outcomes):
            parts.append(self.tr("%Ln uncertain", "", doubtful))
        if counts["duplicate"]:
            parts.append(self.tr("%Ln already there", "", counts["duplicate"]))
        if counts["skipped"]:
            parts.append(self.tr("%Ln file(s) skipped", "", counts["skipped"]))
        if counts["failed"]:
            parts.append(self.tr("%Ln file(s) failed", "", counts["failed"]))
        if left:
            parts.append(self.tr("%Ln file(s) left out as you stopped", "", left))
        return self.tr("{parts}.").format(parts=self.tr(", ").join(parts))


def _short(title: str) -> str:
    return title if len(title) <= LONG else title[: LONG - 1] + "…"
