"""Two articles side by side, with what differs in them marked; keys go from one difference to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QKeySequence,
    QPalette,
    QShortcut,
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
        self._places: list[int] = []  # where differences begin in the document
        self._at = -1
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
        if not self._places:
            return
        self._at = (self._at + by) % len(self._places) if self._at >= 0 or by > 0 else len(self._places) - 1
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._places[self._at])
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - self.text.viewport().height() // 3)
        self._say()

    def _say(self) -> None:
        count = len(self._places)
        if not count:
            self._state.setText(self.tr("There is no difference."))
        elif self._at < 0:
            self._state.setText(self.tr("%Ln paragraph(s) differ.", "", count))
        else:
            words = self.tr("Difference {number} of {count}")
            self._state.setText(words.format(number=f"{self._at + 1:,}", count=f"{count:,}"))

    def _show(self, pairs: list[Pair]) -> None:
        rows = _shortened(pairs)
        document = QTextDocument(self)  # filled before it is shown, so that it is laid out once
        document.setDefaultFont(self.text.font())
        document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(PADDING)
        form.setCellSpacing(0)
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        table = cursor.insertTable(max(1, len(rows)), 2, form)
        for number, pair in enumerate(rows):
            self._fill(table, number, pair)
        cursor.endEditBlock()
        self.text.setDocument(document)
        for button in (self._next, self._previous):
            button.setEnabled(bool(self._places))
        self._say()

    def _fill(self, table: QTextTable, number: int, pair: Pair | None) -> None:
        if pair is None:
            table.cellAt(number, 0).firstCursorPosition().insertText("…")
            return
        if pair.differs:
            self._places.append(table.cellAt(number, 0 if pair.left is not None else 1).firstPosition())
        for column, (words, only) in enumerate(((pair.left, pair.left_only), (pair.right, pair.right_only))):
            if words is not None:
                insert(table.cellAt(number, column).firstCursorPosition(), words, only, self._theme)


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
