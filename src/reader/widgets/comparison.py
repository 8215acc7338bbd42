"""Two articles side by side, with what differs in them marked; keys go from one difference to the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QKeySequence,
    QPalette,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.article import Article
from reader.domain.comparing import Pair, compare
from reader.jobs import Job
from reader.theme import Theme
from reader.widgets.byline import BETWEEN, parts_of
from reader.widgets.differences import insert
from reader.widgets.fitting import resize_within
from reader.widgets.key_words import native

AROUND = 2  # paragraphs alike that are shown beside a difference, where the texts are long
LONG = 400  # pairs, from which others are left out
PADDING = 6  # px in the cells
PIECE = 4_000  # characters that are put in at once, in some 10 ms
TOGETHER = 20  # pairs at most in one table: Qt sets a table as a whole, and a long one far more slowly


class Comparison(QDialog):
    """Leaves the window free; what is compared stays as it was when it was opened.

    `heads` stand above the texts, else what is known of the articles.
    """

    def __init__(
        self, left: Article, right: Article, theme: Theme, parent: QWidget, heads: tuple[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(self.tr("Side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._count = 0  # of differences
        self._places: list[int] = []  # where those begin in the document, as far as they are in it
        self._at = -1
        self._rest: deque[Pair | None] = deque()  # what is not in the document yet
        self._fill_soon = QTimer(self, singleShot=True, interval=0)
        self._fill_soon.timeout.connect(self._fill_on)
        self._state = QLabel(self.tr("Comparing..."), self)
        self._state.setObjectName("comparisonState")
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.text = QTextEdit(self)
        self.text.setObjectName("comparisonText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Both texts"))
        reach = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(reach.TextSelectableByMouse | reach.TextSelectableByKeyboard)
        self._next = self._button("nextDifference", self.tr("&Next difference"), 1, "F3", "E")
        self._previous = self._button("previousDifference", self.tr("&Previous difference"), -1, "Shift+F3", "Shift+E")
        self._lay_out(heads or (_head(left), _head(right)))
        resize_within(self, QSize(1000, 700))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._job = Job(lambda _: compare(left.text, right.text))
        self._job.finished.connect(self._show)
        self._job.start()

    def _button(self, name: str, words: str, by: int, *keys: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setEnabled(False)
        button.setToolTip(native(keys[0]))
        button.clicked.connect(lambda: self.step(by))
        for each in keys:
            QShortcut(QKeySequence(each), self, lambda: self.step(by))
        return button

    def _lay_out(self, names: tuple[str, str]) -> None:
        heads = QHBoxLayout()
        for name in names:
            head = QLabel(name, self)
            head.setTextFormat(Qt.TextFormat.PlainText)
            head.setWordWrap(True)
            heads.addWidget(head, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        for button in (self._previous, self._next):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addLayout(heads)
        for widget in (self.text, self._state, buttons):
            column.addWidget(widget)

    # ---- what differs

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference; after the last one comes the first."""
        if not self._count:
            return
        self._at = (self._at + by) % self._count if self._at >= 0 or by > 0 else self._count - 1
        self._say()
        if self._at < len(self._places):  # else it is gone to once it is there
            self._go()

    def _go(self) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._places[self._at])
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - self.text.viewport().height() // 3)

    def _say(self) -> None:
        count = self._count
        if not count:
            self._state.setText(self.tr("There is no difference."))
        elif self._at < 0:
            self._state.setText(self.tr("%Ln paragraph(s) differ.", "", count))
        else:
            words = self.tr("Difference {number} of {count}")
            self._state.setText(words.format(number=f"{self._at + 1:,}", count=f"{count:,}"))

    def _show(self, pairs: list[Pair]) -> None:
        self._count = sum(pair.differs for pair in pairs)
        self._rest.extend(_shortened(pairs))
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.text.font())
        document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        self._put_in(document)  # before it is shown, so that it is laid out once
        self.text.setDocument(document)
        for button in (self._next, self._previous):
            button.setEnabled(bool(self._count))
        self._say()
        self._fill_soon.start()

    def _fill_on(self) -> None:
        """Put a little more of what is compared into the document, until all of it is there."""
        if not self._rest:
            return
        there = len(self._places)
        self._put_in(self.text.document())
        self.text.document().size()  # so that it is laid out now, and not with very much else
        if there <= self._at < len(self._places):
            self._go()
        self._fill_soon.start()

    def _put_in(self, document: QTextDocument) -> None:
        """Put the next pairs at the end of the document, as one table."""
        rows: list[Pair | None] = []
        size = 0
        while self._rest and size < PIECE and len(rows) < TOGETHER:
            rows.append(self._rest.popleft())
            size += _size(rows[-1])
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        cursor.setBlockFormat(_no_line())
        table = cursor.insertTable(max(1, len(rows)), 2, _halves())
        for number, pair in enumerate(rows):
            self._fill(table, number, pair)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_no_line())
        cursor.endEditBlock()

    def _fill(self, table: QTextTable, number: int, pair: Pair | None) -> None:
        if pair is None:
            table.cellAt(number, 0).firstCursorPosition().insertText("…")
            return
        if pair.differs:
            self._places.append(table.cellAt(number, 0 if pair.left is not None else 1).firstPosition())
        for column, (words, only) in enumerate(((pair.left, pair.left_only), (pair.right, pair.right_only))):
            if words is not None:
                insert(table.cellAt(number, column).firstCursorPosition(), words, only, self._theme)


def _halves() -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(PADDING)
    form.setCellSpacing(0)
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    form.setColumnWidthConstraints([half, half])
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return form


def _no_line() -> QTextBlockFormat:
    """For the empty paragraph between two tables, which Qt needs and nobody is to see."""
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def _size(pair: Pair | None) -> int:
    return 0 if pair is None else len(pair.left or "") + len(pair.right or "")


def _head(article: Article) -> str:
    return BETWEEN.join([*parts_of(article)]) or article.title or article.text[:40]


def _shortened(pairs: Sequence[Pair]) -> list[Pair | None]:
    """The pairs to show; None where many that are alike are left out."""
    if len(pairs) <= LONG:
        return list(pairs)
    wanted: set[int] = set()
    for number, pair in enumerate(pairs):
        if pair.differs:
            wanted.update(range(number - AROUND, number + AROUND + 1))
    found: list[Pair | None] = []
    for number, pair in enumerate(pairs):
        if number in wanted:
            found.append(pair)
        elif not found or found[-1] is not None:
            found.append(None)
    return found
