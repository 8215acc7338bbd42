"""Highlights whose text was changed under them: a list, and what each was beside what it is now."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.comparing import Range, pair
from reader.domain.highlight import State
from reader.domain.text import Utf16Map
from reader.models.review_list import ReviewList
from reader.session import Session
from reader.storage.reviews import Review, Words
from reader.theme import Theme
from reader.widgets.differences import insert
from reader.widgets.flow import Flow
from reader.widgets.key_words import word
from reader.widgets.nothing_there import NothingThere
from reader.widgets.rows_view import RowsView
from reader.widgets.side_rows import SideRows
from reader.widgets.step_words import shortened
from reader.widgets.tips import escaped

HEIGHT = 288  # px, until somebody makes it another
WIDE = 640  # px, from which there is room for the list beside the words
LEAST = 48  # px that the list and the words are high at least
LINES = 3  # of words for which there is room at least
UNLIMITED = 16_777_215  # px: Qt's own limit
SHOWN = 2_000  # characters of a quote
Flag = QItemSelectionModel.SelectionFlag


class ReviewPanel(QFrame):
    """Stands below the text, which stays free to be read and selected. It says what is to become of a highlight."""

    chosen = Signal(object)  # a Review, to be shown in the text
    accept_wanted = Signal(list)  # ids of highlights
    place_wanted = Signal(int)  # the id of the one to be put where the selection is
    drop_wanted = Signal(list)
    scope_changed = Signal(bool)  # all articles
    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
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
        self.reviews = ReviewList(session, self._worded, self)
        self._rows = SideRows(theme)
        self.list = RowsView(self.reviews, self._rows, "reviewList")
        self._nothing = NothingThere("noReviews", self.list)
        self._article = QLabel(self)
        self._article.setObjectName("reviewArticle")
        self._article.setTextFormat(Qt.TextFormat.PlainText)
        self._article.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.was, self.now = QTextEdit(self), QTextEdit(self)
        for field, name in ((self.was, "reviewWas"), (self.now, "reviewNow")):
            field.setObjectName(name)
            field.setReadOnly(True)
            field.setFrameStyle(0)
            field.setTabChangesFocus(True)
            field.installEventFilter(self)
        for view in (self.list, self.was, self.now):
            view.setMinimumHeight(LEAST)
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
    def entry(self) -> RowsView:
        """What gets the focus when somebody comes here by keys."""
        return self.list

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*self._buttons[:-1], self.list, self.was, self.now, self.everywhere, self._close]

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._accept, self._place, self._drop, self._close

    def sizeHint(self) -> QSize:
        """The height that it has until somebody drags its edge."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def _lay_out(self) -> None:
        head = Flow()
        self._title.setMinimumHeight(self._close.sizeHint().height())  # in the middle beside the buttons
        for widget in (self._title, *self._buttons[:-1]):
            head.addWidget(widget)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.was)
        beside.addWidget(self.now)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._article)
        words.addLayout(beside, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(8)
        self._body.addWidget(self.list, 2)
        self._body.addLayout(words, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.everywhere)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._body, 1)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room the list stands beside the words, else above them."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._fit()
        self._name_article()

    def _fit(self) -> None:
        """Let the words be no higher than they need to be where the list has use for the rest."""
        high = UNLIMITED
        if self._body.direction() == QBoxLayout.Direction.TopToBottom:
            lines = LINES * self.now.fontMetrics().lineSpacing() + 2 * math.ceil(self.now.document().documentMargin())
            high = max(LEAST, lines, _height(self.was), _height(self.now))
        for field in (self.was, self.now):
            field.setMaximumHeight(high)

    def _connect(self) -> None:
        chosen = self.list.selectionModel()
        chosen.currentChanged.connect(lambda *_: self._go())
        chosen.selectionChanged.connect(lambda *_: self._show())
        self.list.clicked.connect(lambda _index: self._go())
        self.list.installEventFilter(self)
        self.everywhere.toggled.connect(self.scope_changed)
        self._accept.clicked.connect(self.accept)
        self._place.clicked.connect(self.place)
        self._drop.clicked.connect(self.drop)
        self._close.clicked.connect(self.closed)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.everywhere.setText(self.tr("All articles"))
        self.list.setAccessibleName(self.tr("Highlights to review"))
        self.was.setAccessibleName(self.tr("What it was"))
        self.now.setAccessibleName(self.tr("What it is"))
        for button, words, keys in (
            (self._accept, self.tr("Accept"), "Return"),
            (self._place, self.tr("Place at selection"), "Ctrl+Return"),
            (self._drop, self.tr("Remove"), "Del"),
            (self._close, self.tr("Close"), "Esc"),
        ):
            word(button, words, keys)
        self._say_count()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = self._rows.theme = theme
        self._show()

    # ---- what is listed

    def read(self, article: int | None, *, go_on: bool) -> None:
        """List those of an article, or of all, as they are now. The chosen ones stay chosen, and no other comes to be.

        `go_on`: where none of them is left, the next one is chosen and shown; they went by what was done here.
        """
        chosen, first = self._selected(), self.list.first_seen()
        row, ids = self.list.currentIndex().row(), self.reviews.ids
        current = ids[row] if row >= 0 else None
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.reviews.read(article)
        places = {each: number for number, each in enumerate(self.reviews.ids)}
        again = sorted(places[each] for each in chosen if each in places)
        nearest = min(max(row, 0), len(places) - 1)
        row = places.get(current, again[0] if again else nearest) if current is not None else nearest
        going = go_on and not again and bool(places)
        selection.setCurrentIndex(self.reviews.index(row), Flag.NoUpdate)
        self.list.select_rows([row] if going else again)
        selection.blockSignals(False)
        self.list.scroll_so(*first)
        self.list.viewport().update()
        self._say_count()
        if going:
            self.list.scrollTo(self.list.currentIndex())
            self._go()
        else:
            self._show()

    def _say_count(self) -> None:
        count = self.reviews.rowCount()
        words = self.tr("%Ln highlight(s) to review", "", count) if count else self.tr("No highlight needs review")
        self._title.setText(words)
        nothing = self.tr("When a text is changed, those of its highlights are listed here whose words changed too.")
        self._nothing.say("" if count else nothing)

    def _worded(self, review: Review) -> str:
        return f"{self._state(review.highlight.state)} · {shortened(review.before.quote)}"

    def _state(self, state: State) -> str:
        return {
            "review": self.tr("Needs review"),
            "orphan": self.tr("Orphan"),
            "adjusted": self.tr("Adjusted"),
        }.get(state, "")

    def _review(self) -> Review | None:
        """The current one, if it is chosen."""
        index = self.list.currentIndex()
        return self.reviews.at(index.row()) if self.list.selectionModel().isSelected(index) else None

    def _selected(self) -> list[int]:
        return [self.reviews.ids[row] for row in self.list.selected_rows()]

    def _go(self) -> None:
        """Show the current one, in the text too."""
        self._show()
        if self.isVisible() and (review := self._review()) is not None:
            self.chosen.emit(review)

    def _show(self) -> None:
        """Show what the current one was and is, and what can be done."""
        review, selected = self._review(), self._selected()
        self._accept.setEnabled(len(selected) > 1 or (review is not None and review.now is not None))
        self._place.setEnabled(review is not None)
        self._drop.setEnabled(bool(selected))
        self._name_article()
        for field in (self.was, self.now):
            field.clear()
        if review is None:
            return
        if review.now is None:
            self._fill(self.was, self.tr("Was:"), review.before, ())
            gone = self.tr("These words are no longer in the text.")
            insert(self.now.textCursor(), gone, [], self._theme, quiet=True)
        else:
            differences = pair(review.before.quote[:SHOWN], review.now.quote[:SHOWN])
            self._fill(self.was, self.tr("Was:"), review.before, differences.left_only)
            self._fill(self.now, self.tr("Is:"), review.now, differences.right_only)
        self._fit()

    def _name_article(self) -> None:
        review = self._review() if self.everywhere.isChecked() else None
        self._article.setVisible(review is not None)
        if review is not None:
            metrics, room = self._article.fontMetrics(), self._article.width()
            self._article.setText(metrics.elidedText(review.title, Qt.TextElideMode.ElideRight, room))
            self._article.setToolTip(escaped(review.title))

    def _fill(self, field: QTextEdit, label: str, words: Words, only: Sequence[Range]) -> None:
        """Show words in a field, scrolled to where they begin to differ."""
        cursor, quote = field.textCursor(), words.quote[:SHOWN]
        insert(cursor, f"{label}  …{_on_a_line(words.prefix)}", [], self._theme, quiet=True)
        place = cursor.position() + Utf16Map(quote).to_units(only[0][0] if only else 0)
        insert(cursor, quote, only, self._theme)
        insert(cursor, f"{_on_a_line(words.suffix)}…", [], self._theme, quiet=True)
        cursor.setPosition(place)
        field.moveCursor(QTextCursor.MoveOperation.Start)
        field.verticalScrollBar().setValue(field.cursorRect(cursor).top() - field.fontMetrics().lineSpacing())

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
        """Enter accepts, Ctrl+Enter places, Del removes, Escape closes; where the list gets lower, it shows its row."""
        if isinstance(event, QResizeEvent) and watched is not self.list:
            if event.size().width() != event.oldSize().width():
                self._fit()
        elif isinstance(event, QResizeEvent):
            QTimer.singleShot(0, self.list, lambda: self.list.scrollTo(self.list.currentIndex()))
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
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


def _height(field: QTextEdit) -> int:
    """How high the words of a field are where no scroll bar takes room from them."""
    words = field.document().clone()
    words.setTextWidth(field.width())
    return math.ceil(words.size().height())


def _on_a_line(words: str) -> str:
    return " ".join(words.split("\n"))
