"""A column of text with highlights and hits in it, of which one can be chosen, and with a selection."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QTextCursor

from reader.domain.highlight import Span
from reader.domain.scripts import is_shown_otherwise
from reader.models.page import Hues, Page
from reader.widgets.geometry import line_rect, rect_of, repaint_range
from reader.widgets.margin_names import GAP
from reader.widgets.text_column import select_range
from reader.widgets.underlay import FEW, Extent, Hits
from reader.widgets.zooming_text import ZoomingText

ABOVE, BELOW = 20, 60  # px at the edges where a line counts as out of view


class MarkedText(ZoomingText):
    """Shows the highlights of a Page; spans at its interface are code points."""

    chosen_changed = Signal()  # another highlight is the chosen one, or it has other ends

    # ---- highlights

    def show_page(self, page: Page, place: int = 0) -> None:
        """Open an article with the code point `place` at the top."""
        super().show_page(page, place)
        self._show_highlights(None)

    def set_page(self, page: Page, changed: Collection[int] | None = None) -> None:
        """Take new tags and highlights of the page that is open; `changed`: only these highlights differ."""
        if self._page is not None:
            self._page = self._page.with_highlights(page.highlights, page.tree, page.people)
            self._show_highlights(changed)

    def _show_highlights(self, changed: Collection[int] | None) -> None:
        """Show the highlights of the page; only what differs from before is painted anew."""
        if self._page is None:
            return
        spans, wanted = self.underlay.highlights, _painted(self._page, changed)
        looked_at = list(spans.all) if changed is None else [each for each in changed if each in spans.all]
        gone = {each: spans.all[each] for each in looked_at if wanted.get(each) != spans.all[each]}
        for each in gone:
            spans.remove(each)
        fresh = {each: found for each, found in wanted.items() if each not in spans.all}
        spans.add(fresh)
        if len(gone) + len(fresh) > FEW:
            self.viewport().update()
        else:
            for start, end, _ in (*gone.values(), *fresh.values()):
                repaint_range(self, start, end)
        if self.underlay.selected not in spans.all:
            self.underlay.selected = None
        if room := self.names.room:  # tags may have other names, which changes nothing else of a highlight
            right = round(self.underlay.bar_left)
            self.viewport().update(right - round(room) - 2 * GAP, 0, round(room) + 2 * GAP, self.viewport().height())
        self.chosen_changed.emit()

    def select_highlight(self, highlight: int | None) -> None:
        """Show one highlight as the chosen one."""
        if highlight == self.underlay.selected:
            return
        before, self.underlay.selected = self.underlay.selected, highlight
        for each in (before, highlight):
            if each is not None and each in self.underlay.highlights.all:
                start, end, _ = self.underlay.highlights.all[each]
                repaint_range(self, start, end)
        self.chosen_changed.emit()

    def target(self) -> tuple[Span | None, int | None]:
        """What a command is about: the selection, or else the chosen highlight, or else the one at the caret."""
        span = self.selection()
        if span is not None:
            return span, None
        if self.underlay.selected is not None:
            return None, self.underlay.selected
        here = self._at_caret()
        return None, here[-1] if here else None

    def _at_caret(self) -> list[int]:
        """The highlights over the character behind the caret, else over the one before it."""
        at, spans = self.textCursor().position(), self.underlay.highlights
        return spans.at(at) or spans.at(max(0, at - 1))

    def step_highlight(self, step: int, *, same: bool = False) -> int | None:
        """Go to the next (1) or previous (-1) highlight from the one at hand or the caret; its id.

        `same`: to one that has a tag of the one at hand, or has none either.
        """
        if self._page is None or not self._page.highlights:
            return None
        ordered, here = list(self._page.highlights), self._page.highlight(self.target()[1])
        if same and here is not None:
            tags = set(here.tags)
            ordered = [each for each in ordered if tags.intersection(each.tags) or not (tags or each.tags)]
        if here is not None and (same or here.id == self.underlay.selected):
            at = ordered.index(here) + step
        else:
            caret = self._page.units.to_points(self.textCursor().position())
            after = sum(each.span.start < caret for each in ordered)
            at = after if step > 0 else after - 1
        chosen = ordered[at % len(ordered)]
        self.go_to(chosen.span)
        self.select_highlight(chosen.id)
        return chosen.id

    def mark_hits(self, spans: list[Span], current: int | None = None) -> None:
        """Mark the hits of a search; `current` is the number of the one to stand out."""
        if self._page is None:
            return
        self.underlay.hits = Hits(spans, self._page.units)
        self.underlay.current_hit = current
        self.viewport().update()

    def set_current_hit(self, number: int | None) -> None:
        """Let another of the marked hits stand out."""
        self.underlay.current_hit = number
        self.viewport().update()

    # ---- selection

    def selection(self) -> Span | None:
        """The selected code points."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        units = self._page.units
        start, end = units.to_points(cursor.selectionStart()), units.to_points(cursor.selectionEnd())
        return Span(start, end) if start < end else None

    def select(self, span: Span) -> None:
        """Select a span, with the caret at its end."""
        if self._page is None:
            return
        select_range(self, self._page.units.to_units(span.start), self._page.units.to_units(span.end))

    def shows_otherwise(self, span: Span) -> bool:
        """Whether words of the article are shown in other characters than they have."""
        if self._page is None:
            return False
        article = self._page.article
        return is_shown_otherwise(article.text, span.start, span.end, self._typography.script, article.language)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def selection_rect(self) -> QRect:
        """Where the selection stands in the viewport, from its first line to its last; empty without one."""
        cursor = self.textCursor()
        return rect_of(self, cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else QRect()

    def target_rect(self) -> QRect:
        """Where that stands in the viewport which a command is about, from its first line to its last."""
        span, highlight = self.target()
        if span is None and highlight in self.underlay.highlights.all:
            start, end, _ = self.underlay.highlights.all[highlight]
            return rect_of(self, start, end)
        return self.selection_rect()

    def go_to(self, span: Span) -> None:
        """Put the caret at a span's start and bring it into view unless it is there; all of the span, if it fits."""
        if self._page is None:
            return
        self.bring_into_view(span.start, span.end)
        at = self._page.units.to_units(span.start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self._anchor = None

    def bring_into_view(self, point: int, end: int = 0) -> None:
        """Scroll to the line of a code point, unless it is in view; so that the words up to `end` are, if they fit."""
        if self._page is None:
            return
        at = self._page.units.to_units(point)
        y = line_rect(self, at).top()
        offset, height = self.verticalScrollBar().value(), self.viewport().height()
        room = height - ABOVE - BELOW
        long = line_rect(self, self._page.units.to_units(end - 1)).top() - y if end > point + 1 else 0
        if not 0 < long <= room:  # the rest is read by scrolling, for which nothing is to jump
            long = 0
        if not offset + ABOVE <= y <= offset + height - BELOW - long:
            self._jump(at, above=max(ABOVE, min(height // 3, int(height - BELOW - long))))


def _painted(page: Page, changed: Collection[int] | None) -> dict[int, Extent]:
    """Where highlights begin and end (UTF-16), and their hues, by id; `changed`: of these only."""
    shown = [each for each in page.highlights if changed is None or each.id in changed]
    units, hues = page.units, Hues(page.tree, page.people)
    if units.is_identity:
        return {each.id: (each.span.start, each.span.end, hues.of(each)) for each in shown}
    at = units.to_units
    return {each.id: (at(each.span.start), at(each.span.end), hues.of(each)) for each in shown}
