"""The commands about the passage at hand: they join the text, its bar, the panel and the picker to the edits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader.domain.highlight import Span
from reader.models.page import Page
from reader.widgets.article_view import ArticleView
from reader.widgets.highlights_panel import HighlightsPanel
from reader.widgets.marking import Marking
from reader.widgets.notice import Notice
from reader.widgets.step_words import shortened
from reader.widgets.tag_picker import TagPicker


class Reading(QObject):
    """Acts on the selection, else on the chosen highlight, else on the one at the caret."""

    nothing_at_hand = Signal()  # a note was wanted, but nothing is selected
    panel_wanted = Signal()  # it is to be seen, unless only the text is
    note_wanted = Signal(int, str, QRect)  # of a highlight; its words, and where they stand on the screen

    def __init__(
        self, view: ArticleView, panel: HighlightsPanel, marking: Marking, picker: TagPicker, notice: Notice
    ) -> None:
        super().__init__(view)
        self._view = view
        self._pane = view.pane
        self._panel = panel
        self._marking = marking
        self._picker = picker
        self._notice = notice
        self._connect()

    def _connect(self) -> None:
        view, pane, panel, bar = self._view, self._pane, self._panel, self._view.selection_bar
        marking = self._marking
        view.page_changed.connect(self._on_page)
        view.selected.connect(self._show_bar)
        pane.highlight_clicked.connect(self._show_card)
        pane.chosen_changed.connect(self._follow)
        pane.highlight_opened.connect(self.open_note)
        pane.link_activated.connect(self._copy_link)
        panel.highlight_chosen.connect(self.go_to)
        panel.remove_wanted.connect(self._marking.remove)
        panel.note_wanted.connect(panel.card.edit_note)
        card = panel.card
        card.note_changed.connect(lambda number, *notes: card.note_kept(number, marking.set_note(number, *notes)))
        card.note_left.connect(self._marking.end_note)
        card.color_wanted.connect(self._marking.set_color)
        card.untag_wanted.connect(self._marking.untag)
        card.pick_wanted.connect(lambda highlight, button: self._marking.pick(None, highlight, button))
        card.remove_wanted.connect(lambda highlight: self._marking.remove([highlight]))
        card.left.connect(lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason))
        bar.highlight_wanted.connect(self.highlight)
        bar.tag_wanted.connect(self.tag)
        bar.pick_wanted.connect(self.pick)
        bar.note_wanted.connect(self.note)
        for asking in (bar, pane):
            asking.copy_wanted.connect(self.copy)
        self._picker.closed.connect(self._after_picking)
        view.find_bar.highlight_wanted.connect(self._marking.highlight_all)
        view.find_bar.tags_wanted.connect(self._marking.pick_for_all)

    # ---- commands

    def highlight(self) -> None:
        """Highlight the selection."""
        span, highlight = self._pane.target()
        if span is None:
            if highlight is None:
                self._say_what_is_missing()
            return
        self._done(self._marking.highlight(span))

    def tag(self, tag: int) -> None:
        """Put a tag on the passage at hand."""
        self._apply(lambda span, highlight: self._marking.tag(span, highlight, tag))

    def digit(self, digit: str) -> None:
        """Put the tag with this key on the passage at hand."""
        self._apply(lambda span, highlight: self._marking.digit(span, highlight, digit))

    def same_tags(self) -> None:
        """Put the tags used last on the passage at hand."""
        self._apply(self._marking.same_tags)

    def pick(self) -> None:
        """Open the tag picker for the passage at hand."""
        span, highlight = self._pane.target()
        if span is None and highlight is None:
            self._say_what_is_missing()
            return
        self._view.selection_bar.hide()
        self._marking.pick(span, highlight, self._passage())

    def note(self) -> None:
        """Write a note on the passage at hand, which is highlighted first; without one go on reading."""
        span, highlight = self._pane.target()
        if span is not None:
            highlight = self._marking.highlight(span)
            self._done(highlight)
        if highlight is None:
            self.nothing_at_hand.emit()
        else:
            self.open_note(highlight)

    def copy(self) -> None:
        """Copy the selected words, or else those of the highlight at hand."""
        span, highlight = self._pane.target()
        if span is not None or highlight is None:
            self._pane.copy()
            if span is not None and self._pane.shows_otherwise(span):
                self._notice.say(self.tr("Copied in the characters in which it was published."))
            return
        self._view.show_all()
        quote = self._quote(highlight)
        QGuiApplication.clipboard().setText(quote)
        self._notice.say(self.tr("Highlight copied: {quote}").format(quote=shortened(quote)))

    def remove(self) -> None:
        """Delete the highlight at hand."""
        self._view.show_all()
        span, highlight = self._pane.target()
        if highlight is None and span is not None:
            page = self._pane.page
            same = [each.id for each in page.highlights if each.span == span] if page else []
            self._marking.remove(same)
        elif highlight is not None:
            self._marking.remove([highlight])

    def step(self, by: int, *, same: bool = False) -> None:
        """Go to the next (1) or previous (-1) highlight; `same`: with a tag of the one at hand."""
        self._view.show_all()
        here = self._pane.target()[1]
        found = self._pane.step_highlight(by, same=same)
        if found is not None:
            self._panel.choose(found)
            if same and found == here:
                self._notice.say(self.tr("No other highlight here has a tag of this one."))
        elif self._pane.page is not None:
            self._notice.say(self.tr("Nothing is highlighted in this article."))

    # ---- what follows

    def _apply(self, act: Callable[[Span | None, int | None], int | None]) -> None:
        span, highlight = self._pane.target()
        if span is None and highlight is None:
            self._say_what_is_missing()
            return
        self._done(act(span, highlight))

    def _done(self, highlight: int | None) -> None:
        """A highlight was made or changed: it is the chosen one now, and nothing is selected."""
        self._view.selection_bar.hide()
        if highlight is not None:
            self._pane.clear_selection()
            self._pane.select_highlight(highlight)
            self._panel.choose(highlight)

    def _after_picking(self) -> None:
        self._done(self._marking.picked)
        self._pane.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_card(self, highlight: int | None) -> None:
        if highlight is not None:
            self.panel_wanted.emit()
        self._panel.choose(highlight)

    def _follow(self) -> None:
        """Show the card of the highlight that is the chosen one of the text now: what it offers is about that one."""
        chosen = self._pane.underlay.selected
        if chosen is not None and chosen != self._panel.card.highlight:
            self._panel.choose(chosen)

    def open_note(self, highlight: int) -> None:
        """Go to the note of a highlight of the open article: on its card, or beside it where only the text is."""
        self._view.show_all()
        self.panel_wanted.emit()
        self._pane.select_highlight(highlight)
        self._panel.choose(highlight)
        if self._panel.isHidden():
            self.note_wanted.emit(highlight, self._quote(highlight), self._passage())
        else:
            self._panel.card.edit_note()

    def go_to(self, highlight: int) -> None:
        """Show a highlight of the open article, and select it."""
        page = self._pane.page
        found = page.highlight(highlight) if page else None
        if found is not None:
            self._pane.go_to(found.span)
            self._pane.select_highlight(highlight)

    def _copy_link(self, address: str) -> None:
        """Reading never goes to the network: the address is copied, and whoever wants opens it."""
        QGuiApplication.clipboard().setText(address)
        self._notice.say(self.tr("Address copied: {address}").format(address=address[:200]))

    def _on_page(self, page: Page | None) -> None:
        self._marking.article = page.article if page else None
        self._panel.show_page(page)
        chosen = self._pane.underlay.selected
        if page is not None and chosen is not None and self._panel.card.highlight is None:
            self._panel.choose(chosen)

    def _show_bar(self, span: Span, rect: QRect) -> None:
        self._view.selection_bar.show_at(rect, self._marking.tree(), self._marking.recent())

    def _quote(self, highlight: int) -> str:
        page = self._pane.page
        found = page.highlight(highlight) if page else None
        return found.quote if found else ""

    def _passage(self) -> QRect:
        """Where the passage at hand stands on the screen, as far as it is in view."""
        view = self._pane.viewport()
        rect = self._pane.target_rect().intersected(view.rect())
        return QRect(view.mapToGlobal(rect.topLeft()), rect.size())

    def _say_what_is_missing(self) -> None:
        self._notice.say(self.tr("Select a passage or a highlight first."))
