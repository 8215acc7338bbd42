"""The handles at both ends of the chosen highlight: they are dragged, and the highlight follows at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from reader.domain.highlight import Span
from reader.widgets.geometry import edge_of, on_a_line, repaint_range
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.stops import between, signs, words

TARGET = 28  # px of what can be grabbed
KNOB = 11  # px across
BESIDE = 6  # px from the line to the middle of a knob
EDGE = 8  # px at the upper and the lower edge of the text in which dragging scrolls
SCROLL_MS = 30  # between two steps of scrolling
FASTEST = 60  # px of a step
# Where desktops move windows with Alt and the mouse, that has to be pressed after the mouse is.
BY_WORDS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Dragged:
    """A highlight one end of which is dragged; the other stays at the code point `fixed`."""

    highlight: int
    before: Span
    now: Span
    fixed: int
    grip: QPoint  # from the place in the text to the pointer, when it was pressed
    pressed: QPoint
    at: QPoint  # of the pointer, in the viewport
    by_words: bool = False


class Handles(QObject):
    """Places both handles, and says which span the highlight got once one is let go of."""

    resized = Signal(int, object)  # highlight, Span

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._dragged: Dragged | None = None
        self.start, self.end = Handle(self, "handleStart"), Handle(self, "handleEnd")
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        pane.moved.connect(self.place)
        pane.chosen_changed.connect(self.place)
        self.retranslate()

    @property
    def pane(self) -> ReadingPane:
        """The text that they are in."""
        return self._pane

    @property
    def dragging(self) -> bool:
        """Whether one is dragged."""
        return self._dragged is not None

    def retranslate(self) -> None:
        """Put their words into the window's language."""
        self.start.setAccessibleName(self.tr("Start of the highlight"))
        self.end.setAccessibleName(self.tr("End of the highlight"))

    def place(self) -> None:
        """Put each beside its end, as far as that is in view; what has no highlight any more lets go of it."""
        chosen = self._pane.underlay.selected
        extent = None if chosen is None else self._pane.underlay.highlights.all.get(chosen)
        if self._dragged is not None and (extent is None or chosen != self._dragged.highlight):
            self._let_go()
        for handle, first in ((self.start, True), (self.end, False)):
            at = 0 if extent is None else extent[0] if first else extent[1]
            if extent is None or chosen is None:
                handle.hide()
            elif self._is_in_view(at, first=first):
                handle.stand(edge_of(self._pane, at, first=first), self._pane.underlay.color_of(chosen))
            elif self.dragging:  # hidden it would lose the mouse
                handle.move(-TARGET, -TARGET)
            else:
                handle.hide()

    def _is_in_view(self, position: int, *, first: bool) -> bool:
        """Whether the paragraph of an end is on the screen; one that is not may not even be shaped."""
        pane, typeset = self._pane, self._pane.typeset
        if typeset is None:
            return False
        number = pane.document().findBlock(position if first else max(0, position - 1)).blockNumber()
        tops, offset = typeset.layout.tops(), pane.verticalScrollBar().value()
        return tops[number + 1] >= offset - TARGET and tops[number] <= offset + pane.viewport().height() + TARGET

    # ---- dragging

    def begin(self, handle: Handle, at: QPoint) -> None:
        """A handle was pressed at a point of the viewport."""
        chosen, page = self._pane.underlay.selected, self._pane.page
        if chosen is None or page is None or chosen not in self._pane.underlay.highlights.all:
            return
        start, end, _ = self._pane.underlay.highlights.all[chosen]
        first = handle is self.start
        edge = edge_of(self._pane, start if first else end, first=first)
        span = Span(page.units.to_points(start), page.units.to_points(end))
        grip = at - edge.center().toPoint()
        self._dragged = Dragged(chosen, span, span, span.end if first else span.start, grip, at, at)
        self._pane.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pane.installEventFilter(self)  # for Escape

    def drag(self, at: QPoint, *, by_words: bool) -> None:
        """The pointer is at a point of the viewport now, or beyond it."""
        if self._dragged is None:
            return
        self._dragged = replace(self._dragged, at=at, by_words=by_words)
        if self._is_click():
            return
        if self._speed() and not self._scrolling.isActive():
            self._scrolling.start()
        self._follow()

    def finish(self) -> None:
        """The handle was let go of: it was a click on what is below it unless it was moved."""
        found, clicked = self._dragged, self._is_click()
        self._let_go()
        if found is None:
            return
        if found.now != found.before:
            self.resized.emit(found.highlight, found.now)
        elif clicked:
            self._click(found.pressed)

    def cancel(self) -> None:
        """Let the highlight be as it was."""
        found = self._dragged
        if found is not None:
            self._show(found.highlight, found.before)
            self._let_go()

    def _is_click(self) -> bool:
        found = self._dragged
        if found is None or found.now != found.before:
            return False
        return (found.at - found.pressed).manhattanLength() < QApplication.startDragDistance()

    def _let_go(self) -> None:
        self._dragged = None
        self._scrolling.stop()
        self._pane.removeEventFilter(self)

    def _follow(self) -> None:
        """Show the highlight up to the place in the text that is nearest to the pointer."""
        found, page = self._dragged, self._pane.page
        if found is None or page is None:
            return
        view = self._pane.viewport()
        point = found.at - found.grip
        y = max(1, min(point.y(), view.height() - 2))
        place = self._pane.cursorForPosition(QPoint(point.x(), round(on_a_line(self._pane, y)))).position()
        at = page.units.to_points(place)
        span = between(page.article.text, found.fixed, at, words if found.by_words else signs)
        if span is not None and span != found.now:
            self._dragged = replace(found, now=span)
            self._show(found.highlight, span)

    def _show(self, highlight: int, span: Span) -> None:
        """Show a highlight with other ends than it has in the library."""
        page, spans = self._pane.page, self._pane.underlay.highlights
        if page is None or highlight not in spans.all:
            return
        hues = spans.all[highlight][2]
        before = spans.remove(highlight)
        start, end = page.units.to_units(span.start), page.units.to_units(span.end)
        spans.add({highlight: (start, end, hues)})
        if before is not None:
            repaint_range(self._pane, min(start, before[0]), max(start, before[0]) + 1)
            repaint_range(self._pane, min(end, before[1]) - 1, max(end, before[1]))
        self.place()

    def _speed(self) -> int:
        """How fast dragging scrolls at the place of the pointer, px a step."""
        if self._dragged is None:
            return 0
        y, height = self._dragged.at.y(), self._pane.viewport().height()
        beyond = min(0, y - EDGE) + max(0, y - (height - EDGE))
        return max(-FASTEST, min(FASTEST, beyond))

    def _scroll(self) -> None:
        bar, speed = self._pane.verticalScrollBar(), self._speed()
        before = bar.value()
        bar.setValue(before + speed)
        if bar.value() == before:
            self._scrolling.stop()
        self._follow()

    def _click(self, at: QPoint) -> None:
        view, left = self._pane.viewport(), Qt.MouseButton.LeftButton
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, left & ~left)):
            where = QPointF(at), QPointF(view.mapToGlobal(at))
            QApplication.sendEvent(view, QMouseEvent(kind, *where, left, held, Qt.KeyboardModifier.NoModifier))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape, while one is dragged."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
                return True
        return super().eventFilter(watched, event)


class Handle(QWidget):
    """A knob above the line where a highlight begins, below the one where it ends."""

    def __init__(self, handles: Handles, name: str) -> None:
        super().__init__(handles.pane.viewport())
        self._handles = handles
        self._color = QColor()
        self.setObjectName(name)
        self.setFixedSize(TARGET, TARGET)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys move the ends, wherever the caret is
        self.hide()

    def stand(self, edge: QRectF, color: QColor) -> None:
        """Stand at an end of the highlight."""
        self._color = color
        above = self.objectName() == "handleStart"
        y = edge.top() - BESIDE if above else edge.bottom() + BESIDE
        self.move(round(edge.x()) - TARGET // 2, round(y) - TARGET // 2)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot in the highlight's colour, ringed in that of the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._handles.pane.palette().base().color(), 1.5))
        painter.setBrush(self._color)
        painter.drawEllipse(QPointF(TARGET / 2, TARGET / 2), KNOB / 2, KNOB / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._handles.begin(self, self._in_viewport(event))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag; with Alt or Ctrl from word to word."""
        self._handles.drag(self._in_viewport(event), by_words=bool(event.modifiers() & BY_WORDS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was dragged."""
        self._handles.finish()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is about the highlight, not about what is below the handle."""
        self._handles.pane.menu_wanted.emit(event.globalPos())

    def _in_viewport(self, event: QMouseEvent) -> QPoint:
        return self.mapToParent(event.position().toPoint())
