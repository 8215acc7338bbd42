"""The ends of the chosen highlight: moved by handles and keys, grown to sentences; parted, joined with the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.domain.highlight import Highlight, Span
from reader.domain.sentences import Around, grown, paragraph_around, sentence_around
from reader.models.page import Page
from reader.services import edits, reshaping
from reader.session import Session
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.stops import nearest, signs, stepped, words

MOMENT_MS = 1_500  # between two presses of keys that are one step of the history


class Reshaping(QObject):
    """Acts on the chosen highlight, else on the one at the caret."""

    def __init__(self, session: Session, attempts: Attempts, view: ArticleView) -> None:
        super().__init__(view)
        self._attempts, self._view, self._pane = attempts, view, view.pane
        self._going_on: int | None = None  # the step that what keys did to a highlight is so far
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._pause)
        view.handles.resized.connect(self.resize)
        session.left.connect(self._pause)

    def start(self, step: int, *, by_words: bool = False) -> None:
        """Move the start to the next (1) or the previous (-1) sign, or word."""
        self._step(step, first=True, by_words=by_words)

    def end(self, step: int, *, by_words: bool = False) -> None:
        """Move the end."""
        self._step(step, first=False, by_words=by_words)

    def to_sentence(self) -> None:
        """Let the highlight, or else what is selected, cover whole sentences."""
        self._grow(sentence_around)

    def to_paragraph(self) -> None:
        """The same with whole paragraphs."""
        self._grow(paragraph_around)

    def split(self) -> None:
        """Part the highlight at the caret; its first half is the chosen one, to which the other can be joined again."""
        page, found = self._at_hand()
        if page is None or found is None:
            return
        text, caret = page.article.text, page.units.to_points(self._pane.textCursor().position())
        at = nearest(signs, text, caret, False)
        self._do(lambda db: (found.id, reshaping.split(db, found.id, at, seen=text)[1]))

    def join(self) -> None:
        """Join the highlight with the next one of its analyst, and with what lies between."""
        self._view.show_all()
        page, found = self._at_hand()
        if page is None or found is None:
            return
        after = page.highlights[page.highlights.index(found) + 1 :]
        mine = (each for each in after if each.analyst == found.analyst and each.span.end > found.span.end)
        other = next(mine, None)
        if other is None:
            self._attempts.say(self.tr("No highlight follows that this one could be joined with."))
        else:
            self._do(lambda db: reshaping.join(db, [found.id, other.id]))

    def resize(self, highlight: int, span: Span) -> None:
        """Store that a highlight has other ends, which are to be seen already."""
        self._store(highlight, span, None)
        page = self._pane.page
        if page is not None:  # where that failed, it is shown as it is
            self._pane.set_page(page, {highlight})

    # ---- what is done

    def _step(self, step: int, *, first: bool, by_words: bool) -> None:
        page, found = self._at_hand()
        if page is None or found is None:
            return
        span = stepped(page.article.text, found.span, words if by_words else signs, step, first=first)
        if span != found.span:
            self._go_on(self._store(found.id, span, self._going_on))
        self._pane.bring_into_view(span.start if first else span.end - 1)

    def _grow(self, around: Around) -> None:
        selected, page = self._pane.selection(), self._pane.page
        if selected is not None and page is not None:
            self._pane.select(grown(page.article.text, selected, around))
            return
        page, found = self._at_hand()
        if page is None or found is None:
            return
        span = grown(page.article.text, found.span, around)
        if span == found.span:
            self._attempts.say(self.tr("The highlight covers all of that already."))
        else:
            self._store(found.id, span, None)

    def _at_hand(self) -> tuple[Page | None, Highlight | None]:
        """The open page, and the highlight that is chosen or at the caret, which is the chosen one from here on."""
        page, chosen = self._pane.page, self._pane.underlay.selected
        if chosen is None:
            chosen = self._pane.target()[1]
        found = page.highlight(chosen) if page else None
        if found is None:
            self._attempts.say(self.tr("Choose a highlight first: click on it, or press E."))
        elif self._pane.underlay.selected is None:
            self._pane.select_highlight(chosen)
            self._pane.highlight_clicked.emit(chosen)
        return page, found

    def _store(self, highlight: int, span: Span, instead: int | None) -> Step | None:
        """Let a highlight cover a span; the step of the history that this became, None if it failed or changed nothing.

        `instead`: the one of which this goes on.
        """
        self._pause()
        seen = self._pane.page.article.text if self._pane.page else None
        merged = False

        def edit(db: Database) -> Change:
            nonlocal merged
            merged, change = reshaping.resize(db, highlight, span, seen=seen, instead=instead)
            return change

        answer: tuple[Step | None, Change] | None = self._attempts.do(lambda db: edits.noted(db, edit))
        step = None if answer is None else answer[0]
        if step is not None and merged:
            self._attempts.say_done(step, self.tr("Joined with the highlight of the same words."))
        return step

    def _do(self, edit: Callable[[Database], tuple[int, Change]]) -> None:
        """Part or join, say so, and choose what came of it."""
        made: list[int] = []

        def noted(db: Database) -> Change:
            number, change = edit(db)
            made.append(number)
            return change

        self._pause()
        self._attempts.do_and_say(noted)
        if made and made[0] in self._pane.underlay.highlights.all:
            self._pane.clear_selection()
            self._pane.select_highlight(made[0])
            self._pane.highlight_clicked.emit(made[0])

    def _go_on(self, step: Step | None) -> None:
        """What keys do to the same highlight within a moment becomes one step with what they did."""
        if step is not None:
            self._going_on = step.id
            self._moment.start()

    def _pause(self) -> None:
        self._going_on = None
