"""Copying a passage with its citation."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.domain.citing import PATTERNS, cite, facts_of, pattern_for
from reader.languages import listed
from reader.settings import Settings
from reader.widgets.article_view import ArticleView
from reader.widgets.notice import Notice
from reader.widgets.step_words import shortened


class Citing(QObject):
    """Copies the selected words, or those of the highlight at hand, with where they are from."""

    def __init__(self, settings: Settings, view: ArticleView, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._view, self._notice = settings, view, notice

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
            tags = listed(page.tree.path(tag) for tag in highlight.tags if tag in page.tree.by_id)
            facts = facts_of(page.article, highlight.quote, highlight.note_words, tags)
        words = cite(pattern(self._settings, pattern_for(page.article.language)), facts)
        QGuiApplication.clipboard().setText(words)
        self._notice.say(self.tr("Copied: {words}").format(words=shortened(words)))


def pattern(settings: Settings, usual: str) -> str:
    """The pattern that is set, or the usual one, which is given by its name."""
    name: str = settings.citation
    if name == "own" and settings.citation_pattern.strip():
        own: str = settings.citation_pattern
        return own
    return PATTERNS.get(name) or PATTERNS[usual]
