"""The middle of the window: one article, what is found in it, and the bar at its selection."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.domain.article import FIELDS
from reader.domain.change import Change
from reader.domain.highlight import Span
from reader.models.page import Page
from reader.session import Session
from reader.storage import articles, highlights
from reader.theme import Theme
from reader.widgets.find_bar import FindBar
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.selection_bar import SelectionBar

FEW = 50  # highlights that are read one by one rather than all of the article


class ArticleView(QWidget):
    """Shows the open article and keeps its highlights as the library has them."""

    page_changed = Signal(object)  # Page or None
    selected = Signal(object, QRect)  # Span, and its rectangle in the viewport

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("articleView")
        self._session = session
        self.article: int | None = None
        self.pane = ReadingPane(theme)
        self.find_bar = FindBar(self.pane, theme)
        self.selection_bar = SelectionBar(self.pane, theme)
        self._nothing = QLabel()
        self._nothing.setObjectName("nothingOpen")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setEnabled(False)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.pane)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(reading)
        self.setFocusProxy(self.pane)
        session.changed.connect(self._on_changed)
        self.pane.selection_settled.connect(self._on_selection)
        self.retranslate()

    def open(self, article: int | None) -> bool:
        """Show an article at the place where reading stopped; None, or one that is gone, shows none."""
        found = articles.get(self._session.db, article) if article is not None else None
        self.pane.flush_place()
        self.selection_bar.hide()
        if found is None:
            self.article = None
            self.pane.clear_page()
            self._stack.setCurrentIndex(0)
            self.page_changed.emit(None)
            return False
        self.article = found.id
        db, own = self._session.db, found.id
        page = Page(
            found,
            tuple(highlights.of_article(db, own)),
            self._session.tree(),
            lambda number: articles.image(db, own, number),
        )
        self._stack.setCurrentIndex(1)  # first, so that the text is set in its width
        self.pane.show_page(page, articles.place(db, own))
        self.find_bar.search()
        self.page_changed.emit(page)
        return True

    def reload(self) -> None:
        """Show the open article anew, as the library has it now."""
        self.open(self.article)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.pane.setAccessibleName(self.tr("Article"))
        self._nothing.setText(self.tr("No article is open."))
        self.find_bar.retranslate()
        self.selection_bar.retranslate()
        self.pane.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.pane.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.selection_bar.set_theme(theme)

    def _take_fields(self, page: Page) -> None:
        """Show the byline anew if a field of the open article was corrected."""
        found = articles.get(self._session.db, page.article.id)
        if found is not None and any(getattr(found, name) != getattr(page.article, name) for name in FIELDS):
            self.reload()

    def _on_selection(self, span: Span | None, rect: QRect) -> None:
        if span is None:
            self.selection_bar.hide()
        else:
            self.selected.emit(span, rect)

    def _on_changed(self, change: Change) -> None:
        page = self.pane.page
        if self.article is None or page is None:
            return
        db, tree = self._session.db, self._session.tree()
        if change.all:
            found = articles.get(db, self.article)
            if found is None or found.uid != page.article.uid:
                return  # the list opens another one
        elif self.article in change.articles and change.highlights and len(change.highlights) < FEW:
            there = [each for number in change.highlights if (each := highlights.get(db, number)) is not None]
            mine = [each for each in there if each.article == self.article]
            fresh = page.with_changed(change.highlights, mine, tree)
            self.pane.set_page(fresh, change.highlights)
            self.page_changed.emit(fresh)
            return
        elif not (change.tags or (change.highlights and self.article in change.articles)):
            if self.article in change.articles:
                self._take_fields(page)
            return
        fresh = page.with_highlights(highlights.of_article(db, self.article), tree)
        self.pane.set_page(fresh)
        self.page_changed.emit(fresh)
