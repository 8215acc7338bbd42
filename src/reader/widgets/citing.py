"""Copying passages with their citations."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from sqlite_utils import Database

from reader.domain.article import Article
from reader.domain.citing import PATTERNS, cite, facts_of, pattern_for
from reader.domain.highlight import Highlight
from reader.domain.tag import TagTree
from reader.languages import listed
from reader.session import Session
from reader.settings import Settings
from reader.storage import articles
from reader.widgets.article_view import ArticleView
from reader.widgets.notice import Notice
from reader.widgets.step_words import shortened

KNOWN = 100  # articles of which the text is kept while many are cited


class Citing(QObject):
    """Copies the selected words, or those of the highlight at hand or of many, with where they are from."""

    def __init__(
        self, session: Session, settings: Settings, view: ArticleView, notice: Notice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._view, self._notice = session, settings, view, notice

    def of_many(self) -> Callable[[Database], Callable[[Highlight], str]]:
        """What cites highlights by a library, on another thread too: the pattern and the tags are those of now."""
        tree, patterns = self._session.tree(), {usual: pattern(self._settings, usual) for usual in PATTERNS}

        def citing(db: Database) -> Callable[[Highlight], str]:
            known = lru_cache(KNOWN)(partial(articles.get, db))

            def cited(highlight: Highlight) -> str:
                article = known(highlight.article)
                if article is None:
                    return ""
                return cite(patterns[pattern_for(article.language)], _facts(article, highlight, tree))

            return cited

        return citing

    def copy(self) -> None:
        """Put the quote with its citation on the clipboard."""
        self._view.show_all()
        page = self._view.pane.page
        span, chosen = self._view.pane.target()
        highlight = page.highlight(chosen) if page else None
        if page is None or (span is None and highlight is None):
            self._notice.say(self.tr("Select a passage or a highlight first."))
            return
        if span is not None:
            facts = facts_of(page.article, span.of(page.article.text))
        else:
            assert highlight is not None
            facts = _facts(page.article, highlight, page.tree)
        words = self._words(page.article, facts)
        QGuiApplication.clipboard().setText(words)
        self._notice.say(self.tr("Copied: {words}").format(words=shortened(words)))

    def _words(self, article: Article, facts: dict[str, str]) -> str:
        return cite(pattern(self._settings, pattern_for(article.language)), facts)


def _facts(article: Article, highlight: Highlight, tree: TagTree) -> dict[str, str]:
    tags = listed(tree.path(tag) for tag in highlight.tags if tag in tree.by_id)
    return facts_of(article, highlight.quote, highlight.note_words, tags)


def pattern(settings: Settings, usual: str) -> str:
    """The pattern that is set, or the usual one, which is given by its name."""
    name: str = settings.citation
    if name == "own" and settings.citation_pattern.strip():
        own: str = settings.citation_pattern
        return own
    return PATTERNS.get(name) or PATTERNS[usual]
