"""What became of each file of an import, with the reason for each that failed."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.services.importing.batch import Outcome
from reader.widgets.step_words import error_words

SHOWN = 2000  # rows; failures come first


class ImportReport(QDialog):
    """Failures first, then what came with a warning, then the rest."""

    article_wanted = Signal(int)

    def __init__(self, outcomes: list[Outcome], left: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Import"))
        order = {"failed": 0, "added": 2, "duplicate": 3}
        self._outcomes = sorted(outcomes, key=lambda each: (order[each.status] - bool(each.warnings), each.path))[
            :SHOWN
        ]
        summary = QLabel(summary_words(outcomes, left), self)
        summary.setObjectName("importSummary")
        summary.setWordWrap(True)
        self.table = QTableWidget(len(self._outcomes), 3, self)
        self.table.setObjectName("importTable")
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("Title or reason")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(False)
        for row, outcome in enumerate(self._outcomes):
            self._fill(row, outcome)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 110)
        self.table.activated.connect(lambda index: self._open(index.row()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setToolTip(self.tr("Copy the report as text"))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (summary, self.table, buttons):
            column.addWidget(widget)
        self.resize(820, 460)

    def _fill(self, row: int, outcome: Outcome) -> None:
        words = {"added": self.tr("Added"), "duplicate": self.tr("Already there"), "failed": self.tr("Failed")}
        last = error_words(outcome.problem) if outcome.problem is not None else outcome.title
        warned = ", ".join(filter(None, map(ImportWords().warning, outcome.warnings)))
        if warned:
            last = f"{last}  ({warned})"
        name = outcome.path.replace("\\", "/").rpartition("/")[2]
        for column, text in enumerate((name, words[outcome.status], last)):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            self.table.setItem(row, column, item)

    def _open(self, row: int) -> None:
        article = self._outcomes[row].article
        if article is not None:
            self.article_wanted.emit(article)

    def _copy(self) -> None:
        rows = range(self.table.rowCount())
        lines = [
            "\t".join((item.text() if (item := self.table.item(row, column)) else "") for column in range(3))
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))


class ImportWords(QObject):
    """Says what an import came to."""

    def summary(self, outcomes: list[Outcome], left: int) -> str:
        """How many articles were added, were there already and failed; `left` files were not looked at."""
        counts = Counter(outcome.status for outcome in outcomes)
        parts = [self.tr("%n article(s) added", "", counts["added"])]
        if counts["duplicate"]:
            parts.append(self.tr("%n already there", "", counts["duplicate"]))
        if counts["failed"]:
            parts.append(self.tr("%n file(s) failed", "", counts["failed"]))
        if left:
            parts.append(self.tr("%n file(s) left out as you stopped", "", left))
        return " · ".join(parts)

    def warning(self, warning: str) -> str:
        """A warning of an import; empty for what needs no words."""
        return {
            "not-an-article": self.tr("looks like no article"),
            "low-confidence": self.tr("parts may be wrong"),
            "text-incomplete": self.tr("text incomplete"),
            "encoding-guessed": self.tr("encoding guessed"),
        }.get(warning, "")


def summary_words(outcomes: list[Outcome], left: int = 0) -> str:
    """What an import came to, in a line."""
    return ImportWords().summary(outcomes, left)
