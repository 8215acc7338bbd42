"""Which column of a table is which field of its articles: guessed, looked at with the first rows, and corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
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
from reader.widgets.box_header import GAP, Box, BoxHeader
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import shortened
from reader.widgets.tab_order import order_tabs

WIDTH = 170  # px of a column, at least
LONGEST = 300  # characters of a cell in its hint
REST_MS = 700  # without a key, until keys count
KEPT, LEFT = "keep", ""  # what is no field: kept under the name of its column, or left out
KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class ColumnsDialog(QDialog):
    """Return takes what is chosen, at first what was guessed; Escape leaves these tables out.

    It comes up by itself while something else may be read: keys that were meant for that do nothing here, until the
    hands have rested.
    """

    chosen = Signal(object)  # Columns

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(self.tr("Columns of a table"))
        self._headers = question.preview.headers
        name, more = question.files[0].replace("\\", "/").rpartition("/")[2], len(question.files) - 1
        words = self.tr("{file}: what do its columns hold?").format(file=name)
        if more:
            words = f"{words} {self.tr('%Ln more table(s) have the same ones.', '', more)}"
        intro = QLabel(words, self)
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        self._boxes = [self._box(header, question.preview.guessed) for header in self._headers]
        self._table = self._made(question)
        self._hint = QLabel(self)
        self._hint.setObjectName("columnsProblem")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (intro, self._table, self._hint):
            column.addWidget(widget)
        column.addLayout(self._buttons(len(question.files)))
        order_tabs([*self._boxes, self._table, self._others_out, self._others_kept, self._import])
        resize_within(self, QSize(min(1100, 120 + self._width * max(3, len(self._headers))), 560))
        self._judge()
        if self._boxes:
            self._boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._hear_keys)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._rest.start()

    def _box(self, header: str, guessed: Columns) -> Box:
        box = Box(self)
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
        table = QTableWidget(len(rows), len(self._headers), self)
        table.setObjectName("columnsTable")
        table.setAccessibleName(self.tr("The first rows"))
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalHeader(BoxHeader(self._boxes, table))
        table.setHorizontalHeaderLabels([shortened(header) for header in self._headers])
        self._width = max(WIDTH, *(box.sizeHint().width() + 2 * GAP for box in self._boxes[:1]), 0)
        table.horizontalHeader().setDefaultSectionSize(self._width)
        table.horizontalHeader().setStretchLastSection(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        for row, cells in enumerate(rows):
            for number, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words[:LONGEST].split()))
                table.setItem(row, number, item)
        return table

    def _buttons(self, count: int) -> QHBoxLayout:
        self._others_out = self._button("leaveOthers", self.tr("Leave &out all others"))
        self._others_out.clicked.connect(lambda: self._set_others(LEFT))
        self._others_kept = self._button("keepOthers", self.tr("&Keep all others"))
        self._others_kept.clicked.connect(lambda: self._set_others(KEPT))
        skip = self._button("skipTable", self.tr("&Skip %Ln table(s)", "", count))
        skip.setToolTip(self.tr("Import everything else"))
        self._import = self._button("importColumns", self.tr("&Import"))
        self._import.setDefault(True)
        ends = QDialogButtonBox(self)
        ends.addButton(self._import, QDialogButtonBox.ButtonRole.AcceptRole)
        ends.addButton(skip, QDialogButtonBox.ButtonRole.RejectRole)
        ends.accepted.connect(self.accept)
        ends.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._others_out)
        line.addWidget(self._others_kept)
        line.addWidget(ends, 1)
        return line

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _set_others(self, field: str) -> None:
        """Do the same with all columns that are no field."""
        for box in self._boxes:
            if box.currentData() in (KEPT, LEFT):
                box.setCurrentIndex(box.findData(field))

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow keys that come before the hands have rested."""
        if event.type() in KEYS and isinstance(watched, QWidget) and watched.window() is self:
            assert isinstance(event, QKeyEvent)
            event.accept()
            self._rest.start()
            return True
        return super().eventFilter(watched, event)

    def _hear_keys(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    # ---- what is chosen

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
