"""Which column of a table is which field of its articles: guessed, looked at with the first rows, and corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.services.importing.columns import TEXT
from reader.services.importing.given import Columns
from reader.services.importing.peeking import Question
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import shortened
from reader.widgets.tab_order import order_tabs

WIDTH = 170  # px of a column
LONGEST = 300  # characters of a cell in its hint
KEPT, LEFT = "keep", ""  # what is no field: kept under the name of its column, or left out


class ColumnsDialog(QDialog):
    """Return takes what is chosen, at first what was guessed."""

    chosen = Signal(object)  # Columns

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(self.tr("Columns of a table"))
        self._headers = question.preview.headers
        name, more = question.files[0].name, len(question.files) - 1
        words = self.tr("{file}: what do its columns hold?").format(file=name)
        if more:
            words = f"{words} {self.tr('%Ln more table(s) have the same ones.', '', more)}"
        intro = QLabel(words, self)
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        self._boxes = [self._box(header, question.preview.guessed) for header in self._headers]
        self._table = self._made(question)
        self._hint = QLabel(self)
        self._hint.setObjectName("tagProblem")
        self._import = QPushButton(self.tr("&Import"), self)
        self._import.setObjectName("importColumns")
        self._import.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._import, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (intro, self._table, self._hint, buttons):
            column.addWidget(widget)
        order_tabs([*self._boxes, self._table, self._import])
        resize_within(self, QSize(min(1100, 120 + WIDTH * max(3, len(self._headers))), 560))
        self._judge()
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, header: str, guessed: Columns) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"column-{header}")
        box.setAccessibleName(header)
        for words, field in (
            (self.tr("Title"), "title"),
            (self.tr("Text"), TEXT),
            (self.tr("Source"), "source"),
            (self.tr("Author"), "author"),
            (self.tr("Editor"), "editor"),
            (self.tr("Published"), "published"),
            (self.tr("Address"), "url"),
            (self.tr("Language"), "language"),
            (self.tr("Keep as a further field"), KEPT),
            (self.tr("Leave out"), LEFT),
        ):
            box.addItem(words, field)
        box.setMaxVisibleItems(box.count())
        box.setCurrentIndex(max(0, box.findData(guessed.get(header, KEPT))))
        box.currentIndexChanged.connect(self._judge)
        return box

    def _made(self, question: Question) -> QTableWidget:
        rows = question.preview.rows
        table = QTableWidget(len(rows) + 1, len(self._headers), self)
        table.setObjectName("columnsTable")
        table.setAccessibleName(self.tr("The first rows"))
        table.setHorizontalHeaderLabels([shortened(header) for header in self._headers])
        table.setVerticalHeaderLabels(["", *(str(number) for number in range(1, len(rows) + 1))])
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultSectionSize(WIDTH)
        table.horizontalHeader().setStretchLastSection(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        for number, box in enumerate(self._boxes):
            table.setCellWidget(0, number, box)
            box.installEventFilter(self)
        table.setRowHeight(0, self._boxes[0].sizeHint().height() + 6 if self._boxes else 30)
        for row, cells in enumerate(rows, start=1):
            for number, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words[:LONGEST].split()))
                table.setItem(row, number, item)
        return table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A box that keys come to is brought into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            self._table.scrollTo(self._table.model().index(0, self._boxes.index(watched)))
        return super().eventFilter(watched, event)

    def _judge(self) -> None:
        """The text is what an article cannot be without."""
        has_text = any(box.currentData() == TEXT for box in self._boxes)
        self._hint.setText("" if has_text else self.tr("Choose the column that holds the text of the articles."))
        self._import.setEnabled(has_text)

    def accept(self) -> None:
        """Tell what the columns are, if that is enough."""
        if self._import.isEnabled():
            fields = zip(self._headers, self._boxes, strict=True)
            self.chosen.emit({header: box.currentData() for header, box in fields if box.currentData() != KEPT})
            super().accept()
