"""The reading pane: an article with its highlights; says what was clicked and selected, stores nothing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from reader.domain.highlight import Span
from reader.domain.sentences import sentence_around
from reader.models.page import Hues, Page, words_about
from reader.theme import Theme
from reader.widgets.geometry import line_rect, rect_of, repaint_range
from reader.widgets.highlight_tips import HighlightTips
from reader.widgets.passages import is_han, word_around
from reader.widgets.text_column import TextColumn
from reader.widgets.underlay import Extent, Hits

SETTLE_MS = 150  # after the last change of a selection by keys


class ReadingPane(TextColumn):
    """Shows a Page with its highlights."""

    highlight_clicked = Signal(object)  # its id, or None for a click beside all
    highlight_opened = Signal(int)
    link_activated = Signal(str)
    selection_settled = Signal(object, QRect)  # Span or None, and its rectangle in the viewport
    menu_wanted = Signal(QPoint)  # on the screen
    copy_wanted = Signal()
    left = Signal()  # Escape, where nothing is selected or chosen to let go of

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("readingPane")
        self._pressed_at = QPoint()
        self._double_clicked = False
        self._clicked_twice_at = QPoint()
        self._triple = QTimer(self, singleShot=True)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._say_selection)
        self._tips = HighlightTips(self.viewport(), self._words_at)
        self.selectionChanged.connect(self._settle.start)

    # ---- highlights

    def show_page(self, page: Page, place: int = 0) -> None:
        """Open an article with the code point `place` at the top."""
        super().show_page(page, place)
        self._show_highlights(None)

    def set_page(self, page: Page, changed: Collection[int] | None = None) -> None:
        """Take new tags and highlights of the page that is open; `changed`: only these highlights differ."""
        if self._page is not None:
            self._page = self._page.with_highlights(page.highlights, page.tree)
            self._show_highlights(changed)

    def _show_highlights(self, changed: Collection[int] | None) -> None:
        """Show the highlights of the page; only what differs from before is painted anew."""
        if self._page is None:
            return
        spans, wanted = self.underlay.highlights, _painted(self._page, changed)
        looked_at = list(spans.all) if changed is None else [each for each in changed if each in spans.all]
        for gone in [each for each in looked_at if wanted.get(each) != spans.all[each]]:
            if (where := spans.remove(gone)) is not None:
                repaint_range(self, *where)
        fresh = {each: found for each, found in wanted.items() if each not in spans.all}
        spans.add(fresh)
        if len(fresh) > 20:
            self.viewport().update()
        else:
            for start, end, _ in fresh.values():
                repaint_range(self, start, end)
        if self.underlay.selected not in spans.all:
            self.underlay.selected = None

    def select_highlight(self, highlight: int | None) -> None:
        """Show one highlight as the chosen one."""
        if highlight == self.underlay.selected:
            return
        before, self.underlay.selected = self.underlay.selected, highlight
        for each in (before, highlight):
            if each is not None and each in self.underlay.highlights.all:
                start, end, _ = self.underlay.highlights.all[each]
                repaint_range(self, start, end)

    def target(self) -> tuple[Span | None, int | None]:
        """What a command is about: the selection, or else the chosen highlight, or else the one at the caret."""
        span = self.selection()
        if span is not None:
            return span, None
        if self.underlay.selected is not None:
            return None, self.underlay.selected
        here = self.underlay.highlights.at(self.textCursor().position())
        return None, here[-1] if here else None

    def step_highlight(self, step: int) -> int | None:
        """Go to the next (1) or previous (-1) highlight from the chosen one or the caret; its id."""
        if self._page is None or not self._page.highlights:
            return None
        ordered = self._page.highlights
        ids = [each.id for each in ordered]
        if self.underlay.selected in ids:
            at = ids.index(self.underlay.selected) + step
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
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.units.to_units(span.start))
        cursor.setPosition(self._page.units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

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
        """Put the caret at a span's start and bring it into view, unless it is there."""
        if self._page is None:
            return
        at = self._page.units.to_units(span.start)
        y = line_rect(self, at).top()
        offset, height = self.verticalScrollBar().value(), self.viewport().height()
        if not offset + 20 <= y <= offset + height - 60:
            self._jump(at, above=height // 3)
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self._anchor = None

    def _say_selection(self) -> None:
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.selection_settled.emit(self.selection(), self.selection_rect())

    def _point_at(self, point: QPoint) -> int:
        """The code point at a place of the viewport."""
        unit = self.cursorForPosition(point).position()
        return self._page.units.to_points(unit) if self._page is not None else 0

    def _highlights_at(self, point: QPoint) -> list[int]:
        if bar := self.underlay.at_bar(point):
            return bar
        cursor = self.cursorForPosition(point)
        at = cursor.position()
        if point.x() < self.cursorRect(cursor).center().x():  # the caret stands behind the character hit
            at -= 1
        return self.underlay.highlights.at(max(0, at)) if self._page is not None else []

    # ---- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A third press right after a double click selects the sentence."""
        self._pressed_at = event.position().toPoint()
        self._double_clicked = False
        near = (self._pressed_at - self._clicked_twice_at).manhattanLength() < 8
        if self._triple.isActive() and near and self._page is not None:
            self._triple.stop()
            span = sentence_around(self._page.article.text, self._point_at(self._pressed_at))
            if span is not None:
                self._double_clicked = True
                self.select(span)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A selection made by clicks is not undone by a trembling hand; where the mouse rests, a highlight is told."""
        self._tips.rest(event.position().toPoint())
        if self.has_links and not event.buttons():
            hand = bool(self.anchorAt(event.position().toPoint()))
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        if not self._double_clicked:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the highlight under it; at overlaps, the next one with each click."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._settle.start()
        if self.textCursor().hasSelection() or (point - self._pressed_at).manhattanLength() > 4:
            return
        link = self.anchorAt(point)
        if link:
            self.link_activated.emit(link)
            return
        here = self._highlights_at(point)
        chosen = None
        if here:
            selected = self.underlay.selected
            chosen = here[(here.index(selected) - 1) % len(here)] if selected in here else here[-1]
        self.select_highlight(chosen)
        self.highlight_clicked.emit(chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the highlight under the pointer; else select the word (Qt takes Chinese sentences for one)."""
        point = event.position().toPoint()
        here = self._highlights_at(point)
        self._clicked_twice_at = point
        self._triple.start(QApplication.doubleClickInterval())
        if here:
            self.highlight_opened.emit(self.underlay.selected if self.underlay.selected in here else here[-1])
            return
        at = self._point_at(point)
        text = self._page.article.text if self._page is not None else ""
        span = word_around(text, at) if at < len(text) and is_han(text[at]) else None
        if span is None:
            super().mouseDoubleClickEvent(event)
            return
        self._double_clicked = True
        self.select(span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pages, Enter opens the highlight, Escape lets go; going to the start shows all that stands there."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        if key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if shift else 1) * int(self.viewport().height() * 0.9))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.target()[1] is not None:
            self.highlight_opened.emit(self.target()[1])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            nothing = not self.textCursor().hasSelection() and self.underlay.selected is None
            self.clear_selection()
            self.select_highlight(None)
            self.highlight_clicked.emit(None)
            if nothing:
                self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
                bar.setValue(0)  # Qt stops at the first line

    def event(self, event: QEvent) -> bool:
        """Tab walks through the highlights under the caret; hovering shows a highlight's tags and note."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            here = self.underlay.highlights.at(self.textCursor().position())
            if len(here) > 1:
                selected = self.underlay.selected
                chosen = here[(here.index(selected) + 1) % len(here)] if selected in here else here[0]
                self.select_highlight(chosen)
                self.highlight_clicked.emit(chosen)
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's own time for tooltips is longer than ours."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._tips.leave()
        return event.type() == QEvent.Type.ToolTip or super().viewportEvent(event)

    def _words_at(self, point: QPoint) -> str:
        return words_about(self._page, self._highlights_at(point)) if self._page is not None else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of commands; a right click on a highlight chooses it first."""
        if self.selection() is None and event.reason() == QContextMenuEvent.Reason.Mouse:
            here = self._highlights_at(event.pos())
            self.select_highlight(here[-1] if here else None)
        self.menu_wanted.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored characters, not what Qt made of them."""
        data = QMimeData()
        span = self.selection()
        if span is not None and self._page is not None:
            data.setText(span.of(self._page.article.text))
        return data


def _painted(page: Page, changed: Collection[int] | None) -> dict[int, Extent]:
    """Where highlights begin and end (UTF-16), and their hues, by id; `changed`: of these only."""
    shown = [each for each in page.highlights if changed is None or each.id in changed]
    units, hues = page.units, Hues(page.tree)
    if units.is_identity:
        return {each.id: (each.span.start, each.span.end, hues.of(each)) for each in shown}
    at = units.to_units
    return {each.id: (at(each.span.start), at(each.span.end), hues.of(each)) for each in shown}
