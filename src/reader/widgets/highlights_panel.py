"""The right side of the window: the highlights of the open article, the chosen one in detail, and related articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from reader.icons import icon
from reader.models.highlight_list import HighlightList
from reader.models.page import Page
from reader.theme import Theme
from reader.widgets.analysts import only_words
from reader.widgets.chip import Chip
from reader.widgets.highlight_card import HighlightCard
from reader.widgets.highlight_rows import HighlightRows
from reader.widgets.related_section import RelatedSection
from reader.widgets.rows_view import RowsView

MANY = 300  # highlights; from here on all rows are equally high, since each height would have to be worked out
LEAST, ROW = 64, 30  # px of the list: a row or two, and where not even the note below it has room
FIRST = 1_000  # times as much room as the empty place below
SHARE = 3  # related articles have this part of the room at least, as far as they need it


class HighlightsPanel(QWidget):
    """Lists in the order of the text; says which highlight was chosen."""

    highlight_chosen = Signal(int)
    remove_wanted = Signal(list)
    note_wanted = Signal()

    def __init__(self, theme: Theme, related: RelatedSection) -> None:
        super().__init__()
        self.setObjectName("highlightsPanel")
        self.related = related
        self.model = HighlightList(self)
        self._rows = HighlightRows(theme)
        self._title = QLabel(self)
        self._title.setObjectName("highlightsTitle")
        self.filter = QLineEdit(self)
        self.filter.setObjectName("highlightFilter")
        self.filter.setClearButtonEnabled(True)
        self.whose = Chip("whose", "", icon("mdi6.close", theme.secondary), self)
        self.whose.removed.connect(self.whose.click)
        self.whose.hide()
        self.view = RowsView(self.model, self._rows, "highlightList")
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.card = HighlightCard(theme)
        self._article: int | None = None
        self.view.viewport().installEventFilter(self)
        self._lay_out()
        self.filter.textChanged.connect(self._on_filter)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(lambda _index: self.note_wanted.emit())
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 10, 6)
        line.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        for widget in (self.whose, self.filter, self._empty):
            row = QHBoxLayout()
            row.setContentsMargins(14, 0, 12, 8)
            row.addWidget(widget, 0 if widget is self.whose else 1)
            row.addStretch(0)
            column.addLayout(row)
        # The list takes what the card leaves, which may scroll its tags before the list is less than a row or two.
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self.view, FIRST)
        column.addWidget(self.card)
        column.addWidget(self.related)
        column.addStretch(1)

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        return self.view

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom; the card goes on by itself."""
        return [self.whose, self.filter, self.view, *self.card.swatches.buttons, *self.related.tab_stops]

    def show_page(self, page: Page | None) -> None:
        """List the highlights of a page, the chosen one staying chosen; whoever removes it here goes on to the next."""
        chosen, article = self.card.highlight, page.article.id if page else None
        row, before = self.view.currentIndex().row(), self.model.ids() if self.view.hasFocus() else []
        highlights = page.highlights if page else ()
        scrolled = self.view.verticalScrollBar().value()
        if page is not None:
            self.model.people = page.people
            self.model.set_highlights(highlights, page.tree)
        else:
            self.model.set_highlights((), self.model.tree)
        self._fit()
        self.view.verticalScrollBar().setValue(scrolled)
        self.choose(chosen)
        self._say()
        if chosen is not None and article == self._article and self.card.highlight is None:
            self._go_on([*before[row:], *before[:row][::-1]])
        self._article = article
        self.related.show_article(article)

    def _go_on(self, nearest: list[int]) -> None:
        shown = set(self.model.ids())
        position = self.model.position_of(next((each for each in nearest if each in shown), None))
        if position is not None:
            self.view.setCurrentIndex(self.model.index(position))

    def choose(self, highlight: int | None) -> None:
        """Light a highlight's row and show its card; None shows none."""
        position = self.model.position_of(highlight)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if position is None:
            selection.clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.model.index(position), flags)
        selection.blockSignals(False)
        self.view.viewport().update()
        self.card.show_highlight(self.model.at(position) if position is not None else None, self.model.tree)
        if position is not None:
            self.view.scrollTo(self.model.index(position))

    def selected(self) -> list[int]:
        """The ids of the selected highlights."""
        return [found.id for row in self.view.selected_rows() if (found := self.model.at(row)) is not None]

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Highlights"))
        self.view.setAccessibleName(self.tr("Highlights"))
        self.filter.setPlaceholderText(self.tr("Filter highlights"))
        self.filter.setAccessibleName(self.tr("Filter highlights"))
        self.card.retranslate()
        self.related.retranslate()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self.whose.setIcon(icon("mdi6.close", theme.secondary))
        self.card.set_theme(theme)
        self.related.set_theme(theme)
        self.view.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes what is selected, Enter opens the note; Down leaves the filter, Escape empties it."""
        if self.filter.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter_list()
        elif self.filter.hasFocus() and event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif self.view.hasFocus() and event.key() == Qt.Key.Key_Delete and self.selected():
            self.remove_wanted.emit(self.selected())
        elif self.view.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_wanted.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows wrap at the new width; the chosen one stays in view where the card takes room from the list."""
        if isinstance(event, QResizeEvent):
            if self._rows.width != self.view.viewport().width():
                self._rows.width = self.view.viewport().width()
                self._fit()
            if event.size().height() < event.oldSize().height():
                QTimer.singleShot(0, self, lambda: self.view.scrollTo(self.view.currentIndex()))
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The card came or went, or other articles are related: each gets its room anew."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share()
        return done

    def _fit(self) -> None:
        """Rows as high as they need to be, as long as there are not too many to look at each."""
        if self.model.rowCount() <= MANY:
            self.view.fit_each()
        if not self.filter.text():  # else what stands below would jump at each key
            self.view.setMaximumHeight(self.view.verticalHeader().length())
            self._share()

    def _share(self) -> None:
        """Let related articles have what the highlights leave, or else a part of the room, if they need it.

        Where there is not room for the card as well, its note gives way, and at last the list: nothing overlaps.
        """
        shown, room = self.card.isVisibleTo(self), self.height() - self.view.y()
        related, least = self.related.minimumSizeHint().height(), min(LEAST, self.view.maximumHeight())
        self.card.fit(room - related - least)
        card = self.card.sizeHint().height() if shown else 0
        left = max(room - card - self.view.maximumHeight(), (room - card) // SHARE)
        self.related.setMaximumHeight(max(left, related))
        beside = room - related - (self.card.minimumSizeHint().height() if shown else 0)
        self.view.setMinimumHeight(min(least, max(ROW, beside)))

    def _enter_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def _on_filter(self, words: str) -> None:
        self.model.set_filter(words)
        self._fit()
        self._say()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        found = self.model.at(current.row()) if current.isValid() else None
        if found is not None:
            self.card.show_highlight(found, self.model.tree)
            self.highlight_chosen.emit(found.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on the row that is chosen already goes to its passage again."""
        found = self.model.at(index.row())
        if found is not None:
            self.highlight_chosen.emit(found.id)

    def _say(self) -> None:
        total, shown, only = self.model.total, self.model.rowCount(), only_words(self.model.people)
        self.whose.set_words(only)
        self.whose.setVisible(bool(only))
        count = f"{total:,}" if shown == total else f"{shown:,} / {total:,}"
        self._title.setText(self.tr("Highlights") + (f"  {count}" if total else ""))
        self.filter.setVisible(total > 0)
        self._share()
        none = self.tr("No highlight matches.")
        self._empty.setText(none if total else self.tr("Select a passage and press H to highlight it, or T to tag it."))
        self._empty.setVisible(shown == 0)
