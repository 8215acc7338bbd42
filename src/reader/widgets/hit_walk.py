"""What is searched for, marked in the open article, and the way from hit to hit, into the next article too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from reader.domain.article import end_of_title
from reader.domain.highlight import Span
from reader.domain.hits import hits, hits_between
from reader.domain.wanted import Wanted, has_words, shown_words
from reader.jobs import Job
from reader.models.page import Page
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView

LONG = 100_000  # characters from which they are looked for in the background
NEAR = (
    10_000,
    50_000,
)  # characters around the place that is read, in which they are looked for at once: less, then more


class HitWalk(QObject):
    """Steps aside while something is looked for in the article alone."""

    said = Signal(int, int)  # the number of the hit that stands out, from 1 on, and how many there are; 0: none

    def __init__(self, listing: ArticleListPane, view: ArticleView, window: QObject) -> None:
        super().__init__(window)
        self._listing, self._view = listing, view
        self._page: Page | None = None  # whose hits are known
        self._wanted: Wanted | None = None  # of which they are
        self._hits: list[Span] = []
        self._current: int | None = None
        self._job: Job | None = None
        self._towards = 1  # which end of an article that is opened comes into view
        self._place: Span | None = None  # that was gone to before the hits were known
        self._early = False  # only the hits near the place that is read are known
        self._later = 0  # steps that go beyond those
        view.page_changed.connect(self._on_page)
        view.find_bar.closed.connect(self._mark)
        listing.model.searched.connect(self._on_searched)
        listing.model.counted.connect(self._on_searched)

    @property
    def active(self) -> bool:
        """Whether there are words to walk through."""
        return has_words(self._listing.model.query.wanted)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, from where the text is read; at the end into the next article."""
        self._place = None
        if self._current is None and self._hits:
            place = self._view.pane.place()
            starts = [span.start for span in self._hits]
            at = bisect_left(starts, place) if by > 0 else bisect_right(starts, place) - 1
        else:
            at = (-1 if self._current is None else self._current) + by
        if 0 <= at < len(self._hits):
            self._go(at)
            return
        if self._early:
            self._later += by
            return
        self._towards = by
        self._listing.step(by)
        self._towards = 1

    def go_to_first(self) -> None:
        """Show the first hit."""
        if self._early and self._page is not None:
            self._show_near(self._page, going=1)
        elif self._hits:
            self._go(0)

    def go_to(self, span: Span) -> None:
        """Show a place of the open article, which may be one of the hits."""
        page = self._page
        if page is None or span.end > len(page.article.text):
            return
        self._place = span
        if span in self._hits:
            self._go(self._hits.index(span))
        else:
            self._view.pane.visit(span)
            if not self.active:  # the list shows something else by now
                self._view.pane.mark_hits([span], 0)

    def _on_page(self, page: Page | None) -> None:
        wanted = self._listing.model.query.wanted
        if page is not None and self._page is not None and page.article is self._page.article:
            return  # only its highlights are others
        another = page is None or self._page is None or page.article.uid != self._page.article.uid
        self._look(page, wanted, going=self._towards if another else 0)

    def _on_searched(self) -> None:
        wanted = self._listing.model.query.wanted
        if wanted != self._wanted:
            self._look(self._view.pane.page, wanted, going=0)

    def _look(self, page: Page | None, wanted: Wanted | None, going: int) -> None:
        self._page, self._wanted, self._hits, self._current, self._place = page, wanted, [], None, None
        self._early, self._later = False, 0
        self._drop_job()
        words = list(shown_words(wanted))
        if page is None or not words:
            self._mark()
            return
        text = page.article.text
        title = end_of_title(page.article.marks)
        if len(text) < LONG:
            self._show((page, hits(text, words, title), going))
            return
        self._show_near(page, going)
        self._job = Job(lambda job: (page, hits(text, words, title), going))
        self._job.finished.connect(self._show)
        self._job.start()

    def _show_near(self, page: Page, going: int) -> None:
        """Until all are known: those around the first or the last place of a text, or where it is read."""
        text, words, title = page.article.text, list(shown_words(self._wanted)), end_of_title(page.article.marks)
        place = {1: 0, -1: len(text)}.get(going, self._view.pane.place())
        self._early = True
        for reach in NEAR:
            self._hits = hits_between(text, words, max(0, place - reach), min(len(text), place + reach), title)
            if self._hits:
                break
        if self._hits and going:
            self._go(0 if going > 0 else len(self._hits) - 1)
        else:
            self._mark()

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _show(self, found: tuple[Page, list[Span], int]) -> None:
        page, spans, going = found
        if page is not self._page or page.article is not (self._view.pane.page or page).article:
            return  # it was on its way when another article was opened
        there = self._hits[self._current] if self._current is not None else None
        at = bisect_left(spans, there) if there is not None else len(spans)
        self._job, self._hits, self._early = None, spans, False
        self._current = at if at < len(spans) and spans[at] == there else None
        self._mark()
        if self._place is not None:
            self.go_to(self._place)
        elif self._hits and going and there is None:
            self._go(0 if going > 0 else len(self._hits) - 1)
        later, self._later = self._later, 0
        for _ in range(abs(later)):
            self.step(1 if later > 0 else -1)

    def _mark(self) -> None:
        if self._view.find_bar.isHidden() and self._view.pane.page is not None:
            self._view.pane.mark_hits(self._hits, self._current)
        number = 0 if self._current is None else self._current + 1
        self.said.emit(*((0, 0) if self._early else (number, len(self._hits))))

    def _go(self, number: int) -> None:
        self._current = number
        self._mark()
        self._view.pane.visit(self._hits[number])
