"""The reading pane: an article with its highlights; says what was clicked and selected, stores nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.domain.highlight import Span
from reader.domain.sentences import sentence_around
from reader.models.page import words_about
from reader.theme import Theme
from reader.widgets.highlight_tips import HighlightTips
from reader.widgets.marked_text import MarkedText
from reader.widgets.passages import is_han, word_around

TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
SETTLE_MS = 150  # after the last change of a selection by keys


class ReadingPane(MarkedText):
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

    def _say_selection(self) -> None:
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.selection_settled.emit(self.selection(), self.selection_rect())

    def _point_at(self, point: QPoint) -> int:
        """The code point at a place of the viewport."""
        unit = self.cursorForPosition(point).position()
        return self._page.units.to_points(unit) if self._page is not None else 0

    def _highlights_at(self, point: QPoint) -> list[int]:
        if self._page is None:
            return []
        if beside := self.underlay.at_bar(point) or self.names.at(point, self._page):
            return beside
        cursor = self.cursorForPosition(point)
        at = cursor.position()
        if point.x() < self.cursorRect(cursor).center().x():  # the caret stands behind the character hit
            at -= 1
        return self.underlay.highlights.at(max(0, at))

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
            before = self.textCursor().position()
            super().keyPressEvent(event)
            if self.textCursor().position() != before:
                self._let_go()
            if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
                bar.setValue(0)  # Qt stops at the first line

    def visit(self, span: Span) -> None:
        """Go to a place that was looked for: commands are about what is there, and not about a highlight elsewhere."""
        self.go_to(span)
        self._let_go()

    def _let_go(self) -> None:
        """Commands are about what is at the caret now, where that left the chosen highlight."""
        chosen, spans = self.underlay.selected, self.underlay.highlights.all
        if chosen in spans and not spans[chosen][0] <= self.textCursor().position() <= spans[chosen][1]:
            self.select_highlight(None)
            self.highlight_clicked.emit(None)

    def event(self, event: QEvent) -> bool:
        """Tab walks through the highlights at the caret, Shift+Tab the other way."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in TABS:
            here, step = self._at_caret(), -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            selected = self.underlay.selected
            if here and here != [selected]:
                chosen = here[(here.index(selected) + step) % len(here)] if selected in here else here[min(step, 0)]
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
        """Ask for the menu of commands; a right click puts the caret there first, and chooses the highlight."""
        if self.selection() is None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setTextCursor(self.cursorForPosition(event.pos()))
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
