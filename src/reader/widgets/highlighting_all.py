"""Highlighting all that is searched for: in the open article, in those that are listed, or in the whole library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.domain.query import ArticleQuery
from reader.jobs import Job, Stopped
from reader.services import highlighting
from reader.services.highlighting import Extent, Passages
from reader.session import Session
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.highlight_all_dialog import HighlightAllDialog, Where
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.search_box import SearchBox
from reader.widgets.searching import words_searched
from reader.widgets.tags_for_many import TagsForMany

PAUSE = 0.15  # seconds between two words about how far it is


class HighlightingAll(QObject):
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
        super().__init__(window)
        self._session, self._looks, self._attempts, self._marking = session, looks, attempts, marking
        self._box, self._listing, self._view, self._window = box, listing, view, window
        self._missing = 0  # articles, in the search index

    def say_indexed(self, done: int, total: int) -> None:
        """Remember how many articles cannot be found yet."""
        self._missing = total - done

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
        dialog.highlight_wanted.connect(self._highlight)
        tags = TagsForMany(self._session, self._marking.latest, dialog)
        dialog.tags_wanted.connect(lambda found, beside: tags.pick_for(found, found[0].spans, beside))
        tags.picked.connect(lambda found, *wanted: self._highlight(found[0], *wanted))
        tags.picked.connect(dialog.reject)
        dialog.open()

    def _highlight(
        self,
        found: Passages,
        tags: Sequence[int] = (),
        new_tags: Sequence[str] = (),
        without: Sequence[int] = (),
    ) -> None:
        edit = partial(
            highlighting.highlight,
            found=found,
            tags=tags,
            new_tags=new_tags,
            without=without,
            analyst=self._session.analyst,
        )
        self._attempts.do_to_many(edit, found.count, say=True)
