"""Highlighting all that is searched for: in the open article, in those that are listed, or in the whole library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtWidgets import QWidget

from reader.domain.change import Change
from reader.domain.query import ArticleQuery
from reader.jobs import Job, Stopped
from reader.services import highlighting
from reader.services.highlighting import Extent, Passages
from reader.session import Session
from reader.widgets.all_hits import AllHits
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.highlight_all_dialog import HighlightAllDialog, Where
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.search_box import SearchBox
from reader.widgets.searching import words_searched

PAUSE = 0.15  # seconds between two words about how far it is


class HighlightingAll(AllHits):
    """Asks where and how much, then lets it be one step of the history."""

    def __init__(
        self,
        session: Session,
        looks: Looks,
        attempts: Attempts,
        marking: Marking,
        box: SearchBox,
        listing: ArticleListPane,
        view: ArticleView,
        window: QWidget,
    ) -> None:
        super().__init__(session, looks, attempts, marking, box, listing, window)
        self._view = view

    def ask(self) -> None:
        """Show what of the search can be highlighted, or say that there can be nothing."""
        nothing = self.tr("Search for words first. Then all of them can be highlighted at once.")
        wanted = words_searched(self._box, self._attempts, nothing)
        if wanted is None:
            return
        library, opened = self._session.library, self._view.article
        queries: dict[Where, ArticleQuery] = {
            "article": ArticleQuery(wanted=wanted),
            "listed": replace(self._listing.model.query, wanted=wanted),
            "library": ArticleQuery(wanted=wanted),
        }

        def look(where: Where, extent: Extent, job: Job) -> Passages:
            only, told = opened if where == "article" else None, monotonic()

            def go_on(done: int, total: int) -> None:
                nonlocal told
                if job.cancelled:
                    raise Stopped
                if monotonic() > told + PAUSE:
                    told = monotonic()
                    job.advance(done, total)

            with library.another() as db:
                return highlighting.find(db, queries[where], extent, only=only, advance=go_on)

        page = self._view.pane.page
        title = page.article.title if page is not None and opened is not None else None
        theme, searched = self._looks.theme, self._box.text().strip()
        dialog = HighlightAllDialog(searched, look, title, theme, self._window, self._missing)
        self._session.left.connect(dialog.close)
        dialog.highlight_wanted.connect(lambda found: self._highlight([found]))
        tags = self._tags_for(dialog)
        dialog.tags_wanted.connect(lambda found, beside: tags.pick_for(found, found[0].spans, beside))
        tags.picked.connect(dialog.reject)
        dialog.open()

    def _edit(self, found: list[Passages]) -> tuple[Callable[..., Change], int]:
        """`found` are all of them together, once."""
        [passages] = found
        return partial(highlighting.highlight, found=passages), passages.count
