"""Opening what was found, where it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.models.found_highlights import Found
from reader.services.searching import FoundNote
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.hit_walk import HitWalk
from reader.widgets.reading import Reading


class FoundOpening(QObject):
    """Opens the article of a highlight or a note; the list of articles stays as it is."""

    article_wanted = Signal(int)  # one that is not in the list of articles
    tag_wanted = Signal(int)  # is to be shown in the tree
    highlight_opened = Signal(int)

    def __init__(
        self, listing: ArticleListPane, view: ArticleView, reading: Reading, walk: HitWalk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._listing, self._view, self._reading, self._walk = listing, view, reading, walk

    def open(self, found: Found) -> None:
        """Show a highlight in its article, an article, or a tag in the tree, whichever it is about."""
        if found.highlight is not None:
            self.open_article(found.highlight.article)
            self._walk.go_to(found.highlight.span)  # also if the hits of a long text come later
            self._reading.go_to(found.highlight.id)
            self.highlight_opened.emit(found.highlight.id)
        elif isinstance(found, FoundNote) and found.article is not None:
            self.open_article(found.article)
        elif isinstance(found, FoundNote):
            self.tag_wanted.emit(found.owner.id)

    def open_article(self, article: int) -> None:
        """Open an article, in the list if it is there."""
        if self._view.article == article:
            return
        if self._listing.model.position_of(article) is None:
            self.article_wanted.emit(article)
        else:
            self._listing.choose(article)
