"""Leaving of what is listed that of one source, of one year, with one tag: as a condition in the search box."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader.domain.completing import narrowed
from reader.domain.errors import ReaderError
from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.domain.wanted import QueryError, parse
from reader.jobs import Job
from reader.models.background import Background
from reader.session import Session
from reader.storage import facets
from reader.storage.facets import Counts
from reader.widgets.article_list import ArticleListPane
from reader.widgets.facets_popup import FacetsPopup
from reader.widgets.search_box import SearchBox

CACHE_KB = 16_000  # of the index in memory
FIELDS = {"source": "source", "year": "date", "tag": "tag"}


class Narrowing(QObject):
    """Counts in the background, when somebody asks for it."""

    _counted = Signal(object, object)  # the query, and numbers by facet

    def __init__(self, session: Session, box: SearchBox, listing: ArticleListPane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._box, self._listing, self._window = session, box, listing, window
        self._background = Background(session, CACHE_KB, self)
        self._popup: FacetsPopup | None = None
        self._asked: ArticleQuery | HighlightQuery | None = None
        self._typed = ""  # for what was asked
        self._listed = ""  # for what was listed last
        self._counted.connect(self._on_counted)
        listing.header.narrowing_wanted.connect(self.ask)
        for told in (listing.model.counted, listing.model.searched):
            told.connect(self._remember)
        session.left.connect(self._close)

    def ask(self, button: QWidget, highlights: HighlightQuery | None = None) -> None:
        """Show below a button what the listed articles have in common, or these highlights where those are listed."""
        self._close()
        self._popup = popup = FacetsPopup(self._listing.rows.theme, self._window)
        popup.chosen.connect(self._narrow)
        popup.destroyed.connect(lambda: self._forget(popup))
        popup.show_below(button)
        self._asked, self._typed = highlights or self._listing.model.query, self._text()
        self._background.cancel()
        self._background.start(partial(self._count, self._asked), self._show_none)

    def _text(self) -> str:
        """What was typed for what is listed; it stands in the box no more where that makes no sense by now."""
        try:
            wanted = parse(self._box.text())
        except QueryError:
            return self._listed
        return self._box.text() if wanted == self._listing.model.query.wanted else self._listed

    def _remember(self) -> None:
        if not self._listing.model.searching:
            self._listed = self._text()

    def _count(self, query: ArticleQuery | HighlightQuery, db: Database, job: Job) -> None:
        found = facets.counts(db, query) if isinstance(query, ArticleQuery) else facets.of_highlights(db, query)
        if not job.cancelled:
            self._counted.emit(query, found)

    def _on_counted(self, query: ArticleQuery | HighlightQuery, found: Counts) -> None:
        if self._popup is None or query != self._asked:
            return
        tree = self._session.tree()
        named = {facet: [(str(value), count) for value, count in counts] for facet, counts in found.items()}
        named["tag"] = [(tree.path(int(tag)), count) for tag, count in found["tag"] if tag in tree.by_id]
        self._popup.show_counts(named)

    def _show_none(self, _error: ReaderError) -> None:
        if self._popup is not None:
            self._popup.show_counts({})  # above the list it says why

    def _narrow(self, facet: str, value: str) -> None:
        self._box.setText(narrowed(self._typed, FIELDS[facet], value))
        self._box.search_at_once()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.close()

    def _forget(self, popup: FacetsPopup) -> None:
        if self._popup is popup:  # and no other one was opened before it was gone
            self._popup = None
