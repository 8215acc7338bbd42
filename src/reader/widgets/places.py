"""What is searched for, found in articles, in highlights or in notes: which of them is listed."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from reader.models.found_highlights import FoundHighlights
from reader.session import Session
from reader.storage.finding import Place
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.commands import Commands
from reader.widgets.found_rows import FoundRows
from reader.widgets.hit_walk import HitWalk
from reader.widgets.place_bar import ACTS
from reader.widgets.reading import Reading
from reader.widgets.rows_view import RowsView
from reader.widgets.tab_order import order_tabs


class FoundPane(QWidget):
    """Lists found highlights or notes in the place of the articles."""

    row_chosen = Signal(int)
    text_wanted = Signal()  # it is to have the focus

    def __init__(self, model: FoundHighlights, rows: FoundRows) -> None:
        super().__init__()
        self.view = RowsView(model, rows, "foundList")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._model, self._chosen = model, 0  # the highlight that was chosen last
        self._entered = False  # before there were rows
        self.view.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._on_reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and self._model.ids[current.row()] != self._chosen:
            self._chosen = self._model.ids[current.row()]
            self.row_chosen.emit(current.row())
        self.view.select_rows([current.row()] if current.isValid() else [])

    def _on_reset(self) -> None:
        """The one that was chosen stays so, if it is still listed; to who came here just now it is the first."""
        if self._chosen in self._model.ids:
            self.view.setCurrentIndex(self._model.index(self._model.ids.index(self._chosen)))
        elif self._entered and self._model.ids and self.view.hasFocus():
            self.view.setCurrentIndex(self._model.index(0))
        self._entered = self._entered and not self._model.ids

    def enter(self) -> None:
        """Let the first row be chosen as soon as there is one; one that is there is chosen with the focus."""
        self._entered = not self._model.ids

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.currentIndex().isValid():
            self.row_chosen.emit(self.view.currentIndex().row())
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)


class Places(QObject):
    """Articles are listed wherever nothing is searched for."""

    article_wanted = Signal(int)  # one that is not in the list of articles

    def __init__(
        self,
        session: Session,
        commands: Commands,
        listing: ArticleListPane,
        view: ArticleView,
        reading: Reading,
        walk: HitWalk,
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._commands, self._listing, self._view = commands, listing, view
        self._reading, self._walk = reading, walk
        self._place: Place = "articles"
        self._awaited: int | None = None  # a row that was chosen before it was known what is in it
        self._found = FoundHighlights(session, self)
        self._rows = FoundRows(session, listing.rows.theme)
        self.pane = FoundPane(self._found, self._rows)
        self._bar = listing.header.places
        self._bar.chosen.connect(lambda place: self.show(cast(Place, place)))
        self._found.counted.connect(self._say)
        self._found.dataChanged.connect(self._open_awaited)
        self._found.modelAboutToBeReset.connect(lambda: setattr(self, "_awaited", None))
        self.pane.row_chosen.connect(self._open)
        self.pane.text_wanted.connect(lambda: view.pane.setFocus(Qt.FocusReason.OtherFocusReason))
        listing.model.counted.connect(self._follow)
        listing.model.searched.connect(self._follow)
        listing.theme_changed.connect(self._recolor)
        commands.connect_all({act: partial(self.show, place) for place, act in ACTS.items()})
        self._follow()

    def show(self, place: Place) -> None:
        """List what was found in a place."""
        self._place = place
        self._bar.show_place(place)
        self._found.show_place(None if place == "articles" else place)
        if place == "articles":
            self._listing.show_instead(None)
        else:
            self._listing.show_instead(self.pane)
            self.pane.enter()
            order_tabs((self._listing.view, self.pane.view))
        self._listing.focus()

    def _follow(self) -> None:
        query = self._listing.model.query
        self._bar.setVisible(query.wanted is not None)
        for act in ACTS.values():
            self._commands[act].setEnabled(query.wanted is not None)
        if query.wanted is None and self._place != "articles":
            self._place = "articles"
            self._bar.show_place("articles")
            self._found.show_place(None)
            self._listing.show_instead(None)
        self._found.search(query if query.wanted is not None else None)
        self._say()

    def _say(self) -> None:
        self._bar.show_counts(
            {
                "articles": self._listing.model.count,
                "highlights": self._found.count("highlights"),
                "notes": self._found.count("notes"),
            }
        )

    def _open(self, row: int) -> None:
        """Open the article of a highlight where that is; the list of articles stays as it is."""
        found = self._found.at(row)
        self._awaited = row if found is None else None
        if found is None:
            return
        article = found.highlight.article
        if self._view.article != article:
            if self._listing.model.position_of(article) is None:
                self.article_wanted.emit(article)
            else:
                self._listing.choose(article)
        self._walk.go_to(found.highlight.span)  # also if the hits of a long text come later
        self._reading.go_to(found.highlight.id)

    def _open_awaited(self) -> None:
        if self._awaited is not None:
            self._open(self._awaited)

    def _recolor(self) -> None:
        self._rows.theme = self._listing.rows.theme
        self.pane.view.viewport().update()
