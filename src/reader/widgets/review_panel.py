"""Highlights whose text was changed under them: a list, and beside it what each was and what it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
)

from reader.domain.comparing import Range, pair
from reader.domain.highlight import State
from reader.storage.reviews import Review, Words
from reader.theme import Theme
from reader.widgets.differences import insert
from reader.widgets.key_words import word
from reader.widgets.step_words import shortened

HEIGHT = 264  # px
LIST, LEAST = 210, 120  # px: of the list, where there is room, and where there is little
SHOWN = 2_000  # characters of a quote
ROLE = Qt.ItemDataRole.UserRole


class ReviewPanel(QFrame):
    """Stands below the text, which stays free to be read and selected. It says what is to become of a highlight."""

    chosen = Signal(object)  # a Review, to be shown in the text
    accept_wanted = Signal(list)  # ids of highlights
    place_wanted = Signal(int)  # the id of the one to be put where the selection is
    drop_wanted = Signal(list)
    scope_changed = Signal(bool)  # all articles
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("reviewPanel")
        self._theme = theme
        self._title = QLabel(self)
        self._title.setObjectName("reviewTitle")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.everywhere = QCheckBox(self)
        self.everywhere.setObjectName("reviewEverywhere")
        self.list = QListWidget(self)
        self.list.setObjectName("reviewList")
        self.list.setMaximumWidth(LIST)
        self.list.setMinimumWidth(LEAST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.words = QTextEdit(self)
        self.words.setObjectName("reviewWords")
        self.words.setReadOnly(True)
        self.words.setFrameStyle(0)
        self.words.setTabChangesFocus(True)
        self._accept, self._place, self._drop, self._close = (QPushButton(self) for _ in range(4))
        names = ("acceptReview", "placeReview", "dropReview", "closeReview")
        for button, name in zip(self._buttons, names, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._accept, self._place, self._drop, self._close

    def sizeHint(self) -> QSize:
        """The height that it has until somebody drags its edge."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in self._buttons[:-1]:
            head.addWidget(button)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addWidget(self.list, 2)
        body.addWidget(self.words, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(body, 1)
        foot = QHBoxLayout()  # what a notice may hide for a moment
        foot.addWidget(self.everywhere)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemClicked.connect(lambda _item: self._on_current())
        self.list.installEventFilter(self)
        self.everywhere.toggled.connect(self.scope_changed)
        self._accept.clicked.connect(self.accept)
        self._place.clicked.connect(self.place)
        self._drop.clicked.connect(self.drop)
        self._close.clicked.connect(self.closed)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.everywhere.setText(self.tr("All articles"))
        self.list.setAccessibleName(self.tr("Highlights to look at"))
        self.words.setAccessibleName(self.tr("What it was and what it is"))
        for button, words, keys in (
            (self._accept, self.tr("Accept"), "Return"),
            (self._place, self.tr("Place at selection"), "Ctrl+Return"),
            (self._drop, self.tr("Remove"), "Del"),
            (self._close, self.tr("Close"), "Esc"),
        ):
            word(button, words, keys)
        self._say_count()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._on_current()

    # ---- what is listed

    def show_reviews(self, reviews: Sequence[Review]) -> None:
        """List these; where the chosen one is gone, the next one is chosen."""
        row, before = max(0, self.list.currentRow()), self._review()
        self.list.blockSignals(True)
        self.list.clear()
        for each in reviews:
            item = QListWidgetItem(f"{self._state(each.highlight.state)} · {shortened(each.before.quote)}")
            item.setData(ROLE, each)
            item.setToolTip("")
            self.list.addItem(item)
        ids = [each.highlight.id for each in reviews]
        if before is not None and before.highlight.id in ids:
            row = ids.index(before.highlight.id)
        self.list.setCurrentRow(min(row, len(ids) - 1))
        self.list.blockSignals(False)
        self._say_count()
        self._on_current()

    def _say_count(self) -> None:
        count = self.list.count()
        words = (
            self.tr("%Ln highlight(s) to look at", "", count) if count else self.tr("No highlight is to be looked at")
        )
        self._title.setText(words)
        for button in (self._accept, self._place, self._drop):
            button.setEnabled(count > 0)

    def _state(self, state: State) -> str:
        return {
            "review": self.tr("Uncertain"),
            "orphan": self.tr("Orphan"),
            "adjusted": self.tr("Adjusted"),
        }.get(state, "")

    def _review(self) -> Review | None:
        item = self.list.currentItem()
        found: Review | None = item.data(ROLE) if item is not None else None
        return found

    def _selected(self) -> list[int]:
        return [item.data(ROLE).highlight.id for item in self.list.selectedItems()]

    def _on_current(self) -> None:
        review = self._review()
        self.words.clear()
        if review is None:
            return
        self._accept.setEnabled(review.now is not None)
        cursor = self.words.textCursor()
        if self.everywhere.isChecked():
            insert(cursor, review.title + "\n", [], self._theme, quiet=True)
        now = review.now.quote if review.now else ""
        differences = pair(review.before.quote[:SHOWN], now[:SHOWN])
        self._show(cursor, self.tr("Was:"), review.before, differences.left_only if review.now else ())
        if review.now is None:
            cursor.insertText("\n")
            insert(cursor, self.tr("These words are no longer in the text."), [], self._theme, quiet=True)
        else:
            cursor.insertText("\n")
            self._show(cursor, self.tr("Is:"), review.now, differences.right_only)
        self.words.moveCursor(QTextCursor.MoveOperation.Start)
        if self.isVisible():
            self.chosen.emit(review)

    def _show(self, cursor: QTextCursor, label: str, words: Words, only: Sequence[Range]) -> None:
        insert(cursor, f"{label}  …{_on_a_line(words.prefix)}", [], self._theme, quiet=True)
        insert(cursor, words.quote[:SHOWN], only, self._theme)
        insert(cursor, f"{_on_a_line(words.suffix)}…", [], self._theme, quiet=True)

    # ---- what is wanted

    def accept(self) -> None:
        """Take the chosen ones as they are."""
        if ids := self._selected():
            self.accept_wanted.emit(ids)

    def place(self) -> None:
        """Put the current one where words are selected in the text."""
        review = self._review()
        if review is not None:
            self.place_wanted.emit(review.highlight.id)

    def drop(self) -> None:
        """Delete the chosen ones."""
        if ids := self._selected():
            self.drop_wanted.emit(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter accepts, Ctrl+Enter places, Del removes, Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination()).toString()
            act = {
                "Return": self.accept,
                "Num+Enter": self.accept,
                "Ctrl+Return": self.place,
                "Del": self.drop,
                "Esc": self.closed.emit,
            }.get(keys)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _on_a_line(words: str) -> str:
    return " ".join(words.split("\n"))
