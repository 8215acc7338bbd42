"""Where no highlight has the tags asked for: articles that have them as a whole, and the highlights in those."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from sqlite_utils import Database

from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import HighlightQuery
from reader.domain.wanted import QueryError, parse
from reader.domain.whole_tags import asked_of_articles, tags_there
from reader.jobs import Job
from reader.models.background import Background
from reader.session import Session
from reader.storage import marked, whole_articles
from reader.storage.connection import snapshot
from reader.widgets.choosing import Choosing
from reader.widgets.marked_pane import MarkedPane, Tagged
from reader.widgets.search_box import SearchBox

CACHE_KB = 16_000  # of the library in memory


@dataclass(frozen=True, slots=True)
class _Instead:
    """What is asked of whole articles in the place of what nothing matches, and what stands for it in the window."""

    query: HighlightQuery
    filters: Filters
    text: str

    @property
    def tags(self) -> list[int]:
        """Those of the filters that are to be there."""
        return [each.tag for each in self.filters.tags if each.of_article and not each.without]

    @property
    def several(self) -> bool:
        """Whether more than one tag is to be there."""
        return len(self.tags) + tags_there(self.query.wanted) > 1


class WholeTags(QObject):
    """Counts them in the background, and shows them to who wants to see them."""

    articles_wanted = Signal()  # there is nothing highlighted in them
    _counted = Signal(object, int, int)  # the _Instead, its articles and its highlights

    def __init__(
        self, session: Session, pane: MarkedPane, choosing: Choosing, search: SearchBox, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pane, self._choosing, self._search = pane, choosing, search
        self._background = Background(session, CACHE_KB, self)
        self._instead: _Instead | None = None
        self._counted.connect(self._on_counted)
        pane.model.counted.connect(self._look)
        pane.tagged_wanted.connect(self._show)

    def _look(self) -> None:
        model = self._pane.model
        before, self._instead = self._instead, self._asked_instead() if model.total and not model.count else None
        if self._instead is None or self._instead != before:
            self._pane.say_tagged(Tagged())
        self._background.cancel()
        if self._instead is not None:
            self._background.start(partial(self._count, self._instead))

    def _asked_instead(self) -> _Instead | None:
        """The same of whole articles; None where no tag is asked for, or it cannot be said so."""
        query, text = self._pane.model.query, self._search.text()
        filters = self._pane.filters.filters.of_articles(self._choosing.tags, every=self._choosing.every)
        try:
            if filters is None or parse(text) != query.wanted:
                return None
            text = asked_of_articles(text)
            asked = replace(query, tags=filters.tags, any_tag=filters.any_tag, tagged=(), wanted=parse(text))
        except QueryError:  # it stands in the box, and is not what is listed; or is too long by now
            return None
        return _Instead(asked, filters, text) if asked != query else None

    def _count(self, instead: _Instead, db: Database, job: Job) -> None:
        with snapshot(db):
            having, theirs = whole_articles.tagged(db, instead.query), marked.count(db, instead.query)
        if not job.cancelled:
            self._counted.emit(instead, having, theirs)

    def _on_counted(self, instead: _Instead, having: int, theirs: int) -> None:
        if instead == self._instead:
            self._pane.say_tagged(Tagged(having, theirs, instead.several))

    def _show(self) -> None:
        """The highlights in them, or where there are none the articles."""
        instead = self._instead
        if instead is None:
            return
        if not self._pane.tagged.highlights:
            if instead.tags:
                self._choosing.show_tags(instead.tags, every=not instead.filters.any_tag)
            self.articles_wanted.emit()
            return
        self._choosing.show_tags(())
        self._pane.filters.take(instead.filters)
        self._search.setText(instead.text)
        self._search.search_at_once()
        self._pane.focus()
