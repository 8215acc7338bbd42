"""All notes there are, of highlights, articles and tags, in the place of the list: read, found, opened, written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.domain.query import ArticleQuery
from reader.domain.wanted import QueryError, parse
from reader.icons import icon
from reader.models.found_highlights import Found, FoundHighlights
from reader.services.searching import FoundNote
from reader.session import Session
from reader.theme import Theme
from reader.widgets.annotating import Annotating
from reader.widgets.article_list import ArticleListPane
from reader.widgets.desk import Workspace
from reader.widgets.found_opening import FoundOpening
from reader.widgets.found_pane import FoundPane
from reader.widgets.found_rows import FoundRows
from reader.widgets.menu_place import row_place
from reader.widgets.problem import Problem
from reader.widgets.step_words import error_words
from reader.widgets.tab_order import order_tabs


class NotesPane(QWidget):
    """A title with their number, what they are narrowed down by, and the notes, those changed last first."""

    filter_changed = Signal(str)
    left = Signal()  # the list is wanted back

    def __init__(self, model: FoundHighlights, rows: FoundRows, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("allNotes")
        self._model = model
        self._title = QLabel(self)
        self._title.setObjectName("notesTitle")
        self._close = QToolButton(self)
        self._close.setObjectName("notesClose")
        self._close.clicked.connect(self.left)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("notesFilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.filter_changed)
        self._problem = Problem("notesProblem", self)
        self.found = FoundPane(model, rows, every=True)
        self.setFocusProxy(self.found)
        self._lay_out()
        model.counted.connect(self._say)
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 6, 2)
        line.addWidget(self._title, 1)
        line.addWidget(self._close)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 6)
        below.addWidget(self.filter)
        below.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addLayout(below)
        column.addWidget(self.found, 1)

    def show_problem(self, words: str) -> None:
        """Say what cannot be understood of the filter; nothing if all can."""
        self._problem.show_problem(words)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.filter.setPlaceholderText(self.tr("Filter notes"))
        self.filter.setAccessibleName(self.tr("Filter notes"))
        self._close.setToolTip(self.tr("Back to the articles (Esc)"))
        self._close.setAccessibleName(self.tr("Back to the articles"))
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._close.setIcon(icon("mdi6.close", theme.text))
        self.found.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the filter, then the notes; Down and Enter go from the filter to the first of them."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.filter.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.found.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.found.view.currentIndex().isValid():
                self.found.view.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        title, count = self.tr("Notes"), self._model.count("notes")
        self._title.setText(f"{title}  {count:,}")


class AllNotes(QObject):
    """Lists them when asked to, until something else is to be listed."""

    closed = Signal()  # what was listed before is wanted again
    left = Signal(str)  # and the workspace in which they were asked for

    def __init__(
        self,
        session: Session,
        listing: ArticleListPane,
        opening: FoundOpening,
        annotating: Annotating,
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._listing, self._opening, self._annotating = listing, opening, annotating
        self._model = FoundHighlights(session, self, newest=True)
        self._rows = FoundRows(session, listing.rows.theme)
        self.pane = NotesPane(self._model, self._rows, listing.rows.theme)
        listing.stack.addWidget(self.pane)
        self.over: Workspace = "read"  # in which they were asked for
        self._beside: ArticleQuery | None = None  # what was listed when the notes were asked for
        self.pane.filter_changed.connect(self._search)
        self.pane.left.connect(self.leave)
        self.pane.found.row_chosen.connect(self._open)
        self.pane.found.note_wanted.connect(self._write)
        self.pane.found.text_wanted.connect(annotating.focus_wanted)
        listing.model.counted.connect(self._give_way)
        listing.model.searched.connect(self._give_way)
        listing.theme_changed.connect(self._recolor)
        session.left.connect(self.close)

    @property
    def shown(self) -> bool:
        """Whether they are listed."""
        return self._beside is not None

    def show(self) -> None:
        """List all notes."""
        self._beside = _asked(self._listing.model.query)
        self._search(self.pane.filter.text())
        self._model.show_place("notes")  # last: that there are none is not said before it is known
        self._listing.show_instead(self.pane)
        self.pane.found.enter()
        order_tabs((self._listing.view, self.pane.filter, self.pane.found.view))
        self._listing.focus()

    def leave(self) -> None:
        """Go back to where somebody came from."""
        self.close()
        self.left.emit(self.over)

    def close(self) -> None:
        """List what was listed before."""
        if self._beside is not None:
            self._forget()
            self.closed.emit()
            self._listing.focus()

    def _forget(self) -> None:
        self._beside = None
        self._model.show_place(None)
        self._model.search(None)

    def _give_way(self) -> None:
        """Something else was chosen to be listed."""
        if self._beside is not None and _asked(self._listing.model.query) != self._beside:
            self._forget()
            self.closed.emit()

    def _search(self, words: str) -> None:
        try:
            wanted = parse(words)
        except QueryError as error:
            self.pane.show_problem(error_words(error))
            return
        self.pane.show_problem("")
        self._model.search(ArticleQuery(wanted=wanted))

    def _open(self, row: int) -> None:
        found = self._model.at(row)
        if found is not None:
            self._opening.open(found)

    def _write(self, row: int) -> None:
        found, view = self._model.at(row), self.pane.found.view
        if isinstance(found, FoundNote):
            self._annotating.write(found.owner, _about(found), row_place(view, self._model.index(row)))

    def _recolor(self) -> None:
        self._rows.theme = self._listing.rows.theme
        self.pane.set_theme(self._rows.theme)


def _about(found: Found) -> str:
    return found.highlight.quote if found.highlight is not None else found.title


def _asked(query: ArticleQuery) -> ArticleQuery:
    """Without what only keeps articles listed, or orders them."""
    return replace(query, also=frozenset(), sort="published", descending=True)
