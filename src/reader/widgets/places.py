"""What is searched for, found in articles, in highlights or in notes: which of them is listed."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt

from reader.models.found_highlights import FoundHighlights
from reader.session import Session
from reader.storage.finding import Place
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.commands import Commands
from reader.widgets.found_opening import FoundOpening
from reader.widgets.found_pane import FoundPane
from reader.widgets.found_rows import FoundRows
from reader.widgets.hit_walk import HitWalk
from reader.widgets.place_bar import ACTS
from reader.widgets.reading import Reading
from reader.widgets.tab_order import order_tabs


class Places(QObject):
    """Articles are listed wherever nothing is searched for."""

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
        self._commands, self._listing = commands, listing
        self.opening = FoundOpening(listing, view, reading, walk, self)
        self._place: Place = "articles"
        self._awaited: int | None = None  # a row that was chosen before it was known what is in it
        self._found = FoundHighlights(session, self)
        self._rows = FoundRows(session, listing.rows.theme)
        self.pane = FoundPane(self._found, self._rows)
        listing.stack.addWidget(self.pane)
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

    def show_again(self) -> None:
        """List what was listed before something else took its place."""
        self.show(self._place)

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
        """Open what is in a row where that is; the list of articles stays as it is."""
        found = self._found.at(row)
        self._awaited = row if found is None else None
        if found is not None:
            self.opening.open(found)

    def _open_awaited(self) -> None:
        if self._awaited is not None:
            self._open(self._awaited)

    def _recolor(self) -> None:
        self._rows.theme = self._listing.rows.theme
        self.pane.view.viewport().update()
