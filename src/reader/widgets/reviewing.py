"""What became of highlights when a text was changed: told after each change, and looked at one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.domain.highlight import State
from reader.languages import listed
from reader.models.page import Page
from reader.services import edits, reviewing
from reader.session import Session
from reader.storage import highlights, texts
from reader.storage.journal import Advance, silently
from reader.storage.reviews import Review
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts, Edit
from reader.widgets.desk import Desk
from reader.widgets.looks import Looks
from reader.widgets.notice import Notice, Offer
from reader.widgets.review_panel import ReviewPanel
from reader.widgets.step_words import sentence
from reader.widgets.text_column import Spot
from reader.widgets.wishes import nothing

LONG = 10_000  # characters of a text that is changed while the window waits, in some 30 ms
AS_LONG = 20  # characters that take as long as a highlight
ABOVE = 120  # px of the text that are left above the place of a highlight


class Reviewing(QObject):
    """Shows the highlights that are to be looked at, of the open article or of all, and does what is said of them."""

    article_wanted = Signal(int)

    def __init__(
        self,
        session: Session,
        looks: Looks,
        attempts: Attempts,
        notice: Notice,
        view: ArticleView,
        desk: Desk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._attempts, self._notice, self._view = session, attempts, notice, view
        self._article: int | None = None  # whose highlights are listed
        self._aside = False  # it is to come back
        self._shown: Review | None = None  # the last one that was gone to
        self._own: frozenset[int] = frozenset()  # to which something is done from here
        self.panel = ReviewPanel(session, looks.theme)
        desk.take_review(self.panel)
        looks.theme_changed.connect(self.panel.set_theme)
        self._settled = QTimer(self, singleShot=True, interval=0)  # the panel has its place, and the text its height
        self._settled.timeout.connect(self._show_again)
        self.panel.chosen.connect(self._show)
        self.panel.accept_wanted.connect(lambda ids: self._do(partial(reviewing.accept, ids=ids), ids))
        self.panel.drop_wanted.connect(lambda ids: self._do(partial(reviewing.drop, ids=ids), ids))
        self.panel.place_wanted.connect(self.place)
        self.panel.scope_changed.connect(lambda _all: self._list(go_on=True))
        self.panel.closed.connect(self.close)
        keys = QShortcut(QKeySequence("Ctrl+Return"), view.pane, self.panel.place)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        session.changed.connect(self._on_changed)
        session.left.connect(self.close)
        view.page_changed.connect(self._on_page)

    # ---- after a change of a text

    def change_text(self, article: int, edit: Edit, then: Callable[[bool], object] = nothing) -> None:
        """Perform an edit of a text, and tell what it did to highlights; `then` is told whether it was performed.

        That of a long one is performed in the background.
        """

        def noted(db: Database, *, advance: Advance = silently) -> tuple[Step | None, Change]:
            return edits.noted(db, lambda db: edit(db, advance=advance))

        def say(answer: tuple[Step | None, Change]) -> None:
            if answer[0] is not None:
                self._say_changed(article, answer[0])
            then(True)

        self._attempts.do_or(noted, say, lambda: then(False), long=self.is_long(article))

    def is_long(self, article: int) -> bool:
        """Whether nobody is to wait for a change of the text of an article, with the highlights that are in it."""
        characters, marked = self._session.read(lambda db: texts.extent(db, article), (0, 0))
        return characters + marked * AS_LONG > LONG

    def _say_changed(self, article: int, step: Step) -> None:
        counts = self._session.read(lambda db: highlights.counts_by_state(db, article), {})
        said = "\n".join(filter(None, (sentence(step), self._counted(counts))))
        offers = [Offer(self.tr("Review"), self.open)] if counts else []
        self._attempts.say_done(step, said, *offers)

    def _counted(self, counts: dict[State, int]) -> str:
        """How many highlights stand how, as a sentence; nothing where all have their words."""
        parts = []
        if number := counts.get("adjusted"):
            parts.append(self.tr("%Ln highlight(s) adjusted", "", number))
        if number := counts.get("review"):
            parts.append(self.tr("%Ln need(s) review", "", number))
        if number := counts.get("orphan"):
            parts.append(self.tr("%Ln orphan(s)", "", number))
        return self.tr("{counts}.").format(counts=listed(parts)) if parts else ""

    # ---- looking at them

    def open(self) -> None:
        """List what is to be looked at in the open article, or everywhere if there is nothing in it."""
        article = self._view.article
        counts = self._session.read(lambda db: highlights.counts_by_state(db, article or 0), {})
        self._notice.hide()
        self.panel.show()
        self.panel.everywhere.setChecked(not counts)
        self.panel.list.clearSelection()  # so that one is gone to
        self._list(go_on=True)
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Take the list away, and give the focus back to the text."""
        self._aside = False
        if self.panel.isHidden():
            return
        had = self.panel.isAncestorOf(self.panel.focusWidget()) if self.panel.focusWidget() else False
        self.panel.hide()
        if had and self._view.entry.isVisible():  # else Qt has found something
            self._view.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_aside(self, aside: bool) -> None:
        """Take the list away for as long as only the text is shown."""
        if aside:
            shown = not self.panel.isHidden()
            self.close()
            self._aside = shown
        elif self._aside:
            self.panel.show()
            self._list(go_on=False)

    def place(self, highlight: int) -> None:
        """Put a highlight where words are selected in the open article."""
        there = self._session.read(lambda db: highlights.get(db, highlight), None)
        span, page = self._view.pane.selection(), self._view.pane.page
        if there is None or self.panel.isHidden():
            return
        if span is None or page is None or there.article != page.article.id:
            self._attempts.say(self.tr("Select in the text where this highlight is to be."))
            return
        self._do(lambda db, **_told: reviewing.put(db, highlight, span, seen=page.article.text), [highlight])
        self._view.pane.clear_selection()

    def _do(self, edit: Edit, ids: Sequence[int]) -> None:
        self._own = frozenset(ids)
        self._attempts.do_to_many(edit, len(ids), say=True, otherwise=self._disown)

    def _disown(self) -> None:
        """Nothing was done to them: what others do to them is not one's own."""
        self._own = frozenset()

    def _list(self, *, go_on: bool) -> None:
        self._article = self._view.article
        self.panel.read(None if self.panel.everywhere.isChecked() else self._article, go_on=go_on)

    def _show(self, review: Review) -> None:
        """Show the passage now, and once more if the panel took its place from it meanwhile."""
        self._shown = review
        self._show_passage(review)
        self._settled.start()

    def _show_again(self) -> None:
        if self._shown is not None and self.panel.isVisible():
            self._show_passage(self._shown)

    def _show_passage(self, review: Review) -> None:
        highlight = review.highlight
        if highlight.article != self._view.article:
            self.article_wanted.emit(highlight.article)
        self._view.show_all()
        pane = self._view.pane
        page = pane.page
        if page is None or page.article.id != highlight.article:
            return
        place = min(highlight.span.start, len(page.article.text))
        if review.now is None:
            pane.return_to(Spot(place, ABOVE))
        elif highlight.id in page.by_id:
            pane.go_to(highlight.span)
            pane.select_highlight(highlight.id)

    def _on_changed(self, change: Change) -> None:
        own = bool(change.highlights & self._own)
        if own:
            self._own = frozenset()
        if self.panel.isVisible() and (change.highlights or change.all or change.articles):
            self._list(go_on=own)

    def _on_page(self, page: Page | None) -> None:
        if self.panel.isHidden() or self.panel.everywhere.isChecked():
            return
        if page is None or page.article.id != self._article:
            self._list(go_on=True)
