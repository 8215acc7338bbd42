"""A column of text: one article set for reading, its place kept over every change of size, width and theme.

A stock read-only QTextEdit with a layout of our own (widgets.virtual_layout). Highlights are painted under the text
(widgets.underlay). Positions at its interface are code points; `_16` marks UTF-16 units of the document.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.domain.article import Article
from reader.models.document import ArticleDocument
from reader.models.page import Page
from reader.models.typography import Typography
from reader.theme import Theme
from reader.widgets.byline import BETWEEN, parts_of
from reader.widgets.geometry import OVERHANG, line_rect, on_a_line
from reader.widgets.margin_names import MarginNames
from reader.widgets.size_label import SizeLabel
from reader.widgets.typeset import Typeset, in_script
from reader.widgets.underlay import Underlay

# Not LinksAccessibleByMouse: Qt selects a link that is clicked, as if by hand.
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
BARS_BEFORE = 26  # px before the text, where the bars of the highlights begin
PLACE_MS = 400  # after scrolling, until the place is told


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody reads, to the pixel: the first visible code point, and how far its line is below the top, px."""

    place: int
    below: int


class TextColumn(QTextEdit):
    """Sets and scrolls the text of a Page."""

    size_changed = Signal(float)  # points
    place_changed = Signal(int)  # the first visible code point
    moved = Signal()  # the text scrolled or was laid out anew

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(SELECTABLE)
        self.has_links = False
        self.setFrameStyle(0)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # appearing later means a second layout
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._typography = Typography()
        self._page: Page | None = None
        self.typeset: Typeset | None = None  # the open page, as it is set now
        self._blank = ArticleDocument(self)
        self._anchor: tuple[int, int] | None = None  # first visible position_16, and the scroll value it came with
        self._settling = False
        self._below = 0  # px below the last paragraph
        self.underlay = Underlay(self, theme)
        self.names = MarginNames(self, self.underlay)
        self._size_label = SizeLabel(self)
        self._tell_place = QTimer(self, singleShot=True, interval=PLACE_MS)
        self._tell_place.timeout.connect(lambda: self.place_changed.emit(self.place()))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.set_theme(theme)

    # ---- what is shown

    @property
    def page(self) -> Page | None:
        """The open page."""
        return self._page

    @property
    def typography(self) -> Typography:
        """How the text is set."""
        return self._typography

    def show_page(self, page: Page, place: int = 0) -> None:
        """Open an article with the code point `place` at the top."""
        self._tell_place.stop()
        self._page = page
        made = Typeset(self, page, self._typography.script)
        text, units = page.article.text, page.units
        self.underlay.load(text, made.starts, units.to_units(len(text)))
        self.has_links = any(mark.kind == "link" for mark in page.article.marks)
        self._take(made)
        self._anchor = None
        self._return_to(units.to_units(min(place, len(text))))

    def _take(self, made: Typeset) -> None:
        """Show the page as it is set anew."""
        previous, self.typeset = self.typeset, made
        made.leave_below(self._below)
        self._style()
        self.setDocument(made.document)
        _let_go(previous)
        if self._page is not None:
            _name(self, in_script(self._page.article, self._typography.script))

    def _show_anew(self, page: Page) -> None:
        """Show the page in the characters that are wanted now; caret and selection stay."""
        ends = self.textCursor().anchor(), self.textCursor().position()
        self._take(Typeset(self, page, self._typography.script))
        select_range(self, *ends)

    def clear_page(self) -> None:
        """Show nothing."""
        self._tell_place.stop()
        previous, self._page, self.typeset = self.typeset, None, None
        self.underlay.load("", [0], 0)
        self.setDocument(self._blank)
        self._anchor = None
        _let_go(previous)

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another way; the first visible character stays where it is."""
        if typography == self._typography:
            return
        position, before, self._typography = self._place_16(), self._typography, typography
        if self._page is not None and _shows(typography) != _shows(before):
            self._show_anew(self._page)
        else:
            self._style()
        self._return_to(position)
        if typography.size != before.size:
            self._size_label.say(typography.size, self.viewport().width())
            self.size_changed.emit(typography.size)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.underlay.set_theme(theme)
        self.setStyleSheet(_sheet(theme))
        if self._page is not None:
            position = self._place_16()
            self._style()
            self._return_to(position)
        self.viewport().update()

    def place(self) -> int:
        """The first visible code point."""
        return 0 if self._page is None else self._page.units.to_points(self._place_16())

    def spot(self) -> Spot:
        """The place, to the pixel."""
        position = self._place_16()
        below = int(line_rect(self, position).top()) - self.verticalScrollBar().value()
        return Spot(self.place(), below)

    def return_to(self, spot: Spot) -> None:
        """Scroll back to a place."""
        if self._page is not None:
            self._jump(self._page.units.to_units(spot.place), above=spot.below)

    def progress(self) -> float:
        """How far the article is read, 0 to 1; what stands below it does not count."""
        bar = self.verticalScrollBar()
        last = bar.maximum() - self._below
        return 1.0 if last <= 0 else min(1.0, bar.value() / last)

    def slide(self, by: int) -> None:
        """Scroll by so many px, and stay at the place: something above takes room from the text or gives it back."""
        position, bar = self._place_16(), self.verticalScrollBar()
        bar.setValue(bar.value() + by)
        self._anchor = (position, bar.value())

    def leave_free(self, height: int) -> None:
        """Show no text in so many px at the lower edge; the line of the caret stays in view."""
        seen = self.viewport().rect().intersects(self.cursorRect())
        self.setViewportMargins(0, 0, 0, height)
        below = self.cursorRect().bottom() + OVERHANG - self.viewport().height()
        if seen and below > 0:
            self.slide(below)

    def room_below(self, height: int) -> QRect:
        """So many px, left free below the last paragraph, in the viewport; empty where no text is shown."""
        if self.typeset is None:
            return QRect()
        if height != self._below:
            self._below = height
            self.typeset.leave_below(height)
            self._update_range()
        layout = self.typeset.layout
        top = int(layout.tops()[-1]) - self.verticalScrollBar().value()
        return QRect(int(layout.margin), top, int(self.viewport().width() - 2 * layout.margin), height)

    def flush_place(self) -> None:
        """Tell the place now if it is still to be told."""
        if self._tell_place.isActive():
            self._tell_place.stop()
            self.place_changed.emit(self.place())

    # ---- layout

    def _style(self) -> None:
        """Set the text in the width that there is."""
        if self.typeset is not None:
            self.typeset.set(self._typography, self._theme, self.viewport().width())
            self.names.shown = self._typography.tag_names
            self.underlay.bar_left = max(4.0, self.typeset.layout.margin - BARS_BEFORE)

    def _jump(self, position_16: int, above: int = 0) -> None:
        """Scroll so that a position stands `above` px below the top."""
        bar = self.verticalScrollBar()
        y = int(line_rect(self, position_16).top())
        if self.typeset is not None:
            self.typeset.layout.ensure(y - above, y + self.viewport().height())
            y = int(line_rect(self, position_16).top())
        self._update_range()
        bar.setValue(y - above)
        self.viewport().update()

    def _place_16(self) -> int:
        """The first visible position; the old one until somebody scrolls, or each step drifts by part of a line."""
        if self._anchor is not None and self._anchor[1] == self.verticalScrollBar().value():
            return self._anchor[0]
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 3))
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        return cursor.block().position() + (line.textStart() if line.isValid() else 0)

    def _return_to(self, position_16: int) -> None:
        """Put a position back to the top, where it stays until somebody scrolls."""
        if position_16 == 0:
            self.verticalScrollBar().setValue(0)
        else:
            self._jump(position_16)
        self._anchor = (position_16, self.verticalScrollBar().value())
        self.moved.emit()

    def _update_range(self) -> None:
        height = self.document().documentLayout().documentSize().height()
        self.verticalScrollBar().setMaximum(max(0, int(height) - self.viewport().height()))

    def _on_scrolled(self) -> None:
        if self._page is not None:
            self._tell_place.start()
            self.moved.emit()

    # ---- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underlay, text, adornments."""
        if self.typeset is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        self.underlay.paint(painter, event.rect())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        glosses = self._typography.glosses
        self.typeset.adornments.paint(painter, event.rect(), self._theme, self.typeset.font, glosses)
        if self._page is not None:
            self.names.paint(painter, event.rect(), self._page, self._theme)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Shape what comes into view, and keep the lines on the screen where they are."""
        if self.typeset is not None and dy and not self._settling:
            layout, bar, height = self.typeset.layout, self.verticalScrollBar(), self.viewport().height()
            value = bar.value()
            kept = layout.block_at(value + dy + (height if dy > 0 else 0))
            before = layout.tops()[kept]
            layout.ensure(value - 50, value + height + 50)
            moved = layout.tops()[kept] - before
            if abs(moved) >= 1:
                self._settling = True
                self._update_range()
                bar.setValue(int(value + moved))
                self._settling = False
        super().scrollContentsBy(dx, dy)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the place; Qt goes to the caret when the text is shown for the first time."""
        place = self._anchor
        super().showEvent(event)
        if place is not None:
            self._return_to(place[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible character; Qt alone loses it."""
        if self._page is None or event.oldSize().width() in (-1, event.size().width()):
            super().resizeEvent(event)
            self._style()
            return
        position = self._place_16()
        super().resizeEvent(event)
        self._style()
        self._return_to(position)

    def viewportEvent(self, event: QEvent) -> bool:
        """What the mouse does between two lines counts for the nearest one."""
        if isinstance(event, QMouseEvent) and self._page is not None:
            at = event.position()
            if self.viewport().rect().contains(at.toPoint()):
                at = QPointF(at.x(), on_a_line(self, at.y()))
                whole = event.globalPosition()
                event = QMouseEvent(event.type(), at, whole, event.button(), event.buttons(), event.modifiers())
        return super().viewportEvent(event)


def _shows(typography: Typography) -> tuple[str, bool]:
    """What it needs another document for."""
    return typography.script, typography.glosses == "printed"


def select_range(view: QTextEdit, anchor: int, caret: int) -> None:
    """Select from one position (UTF-16) to another, where the caret is then."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(anchor)
    cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def _name(view: QTextEdit, article: Article) -> None:
    """Say what is shown to those who hear it read."""
    view.setAccessibleName(article.title or article.text[:40])
    view.setAccessibleDescription(BETWEEN.join(parts_of(article)))


def _sheet(theme: Theme) -> str:
    return (
        f"QTextEdit {{ background: {theme.page}; color: {theme.text}; border: none;"
        f" selection-background-color: {theme.selection}; selection-color: {theme.text}; }}"
        f"#sizeLabel {{ background: {theme.panel}; color: {theme.text}; border: 1px solid {theme.border};"
        " border-radius: 8px; padding: 6px 12px; }"
    )


def _let_go(previous: Typeset | None) -> None:
    """Free the document of the page before, which must outlive its time in the view: Qt frees only its own."""
    if previous is not None:
        previous.document.deleteLater()
