"""The text of an article while it is corrected: plain paragraphs, set as they are read, highlights as tints."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit

from reader.domain.alignment import common
from reader.domain.correction import Correction, moved
from reader.domain.highlight import Highlight, Span
from reader.domain.rewriting import Replacement, Rewriting
from reader.domain.text import Utf16Map, clean
from reader.models.document import Styling
from reader.models.page import Hues, Page
from reader.models.typography import Typography, font_for
from reader.theme import Theme, tint
from reader.widgets.typeset import BOTTOM, TOP, column_width
from reader.widgets.underlay import Extent, stretches

PAUSE = 1.5  # seconds, after which typing is another step
WORDS = 12  # characters that come at once from an input method; what is longer was pasted
LINES = {0x2029: "\n", 0x2028: "\n"}
SHORTCUTS = ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter", "Escape")


class TextEditor(QTextEdit):
    """Lets a text be typed in, and knows what became of it. Undo and redo are its own, not those of the library."""

    edited = Signal()
    store_wanted = Signal()
    leave_wanted = Signal()
    size_wanted = Signal(int)  # one step larger (1) or smaller (-1)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("textEditor")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameStyle(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.correction = Correction("")
        self._theme = theme
        self._page: Page | None = None
        self._shown: QTextDocument | None = None  # Qt frees only its own
        self._typography = Typography()
        self._units = Utf16Map("")
        self._spans: list[tuple[Highlight, Span | None]] = []
        self._tinted: list[Extent] = []
        self._own = False  # what changes the document is known already
        self._typed = 0.0  # when somebody typed last
        self._pinned: tuple[int, int] | None = None  # where it was scrolled to by resizing, and to which code point
        self._tint_soon = QTimer(self, singleShot=True, interval=0)  # once what was typed has its place on the page
        self._tint_soon.timeout.connect(self._tint)
        self.verticalScrollBar().valueChanged.connect(self._tint)
        self.set_theme(theme)

    # ---- what is shown

    def begin(self, page: Page, typography: Typography, place: int, made: Correction | None = None) -> None:
        """Show the text of a page with the code point `place` at the top; `made`: what had become of it before."""
        self._page = page
        self.correction = Correction(page.article.text) if made is None else made
        self._spans, self._tinted, self._pinned = [], [], None
        self.setExtraSelections([])  # they belong to the document that goes
        self._typography = typography
        self._put(self.correction.text)
        self._follow(None)
        self.go_to(place)
        self.edited.emit()

    def _put(self, text: str) -> None:
        """Show a text. Its document is made before it is shown, so that a long one is laid out once."""
        previous, document = self._shown, QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        form = self._dress(document)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(form)
        cursor.insertText(text)
        self._set_margins(document)
        self.setDocument(document)
        self._shown = document
        if previous is not None:
            previous.deleteLater()
        document.contentsChange.connect(self._on_contents)

    def _dress(self, document: QTextDocument) -> QTextBlockFormat:
        """Set the font; how a paragraph is set with it."""
        assert self._page is not None
        font = font_for(self._typography, self._page.article.language)
        document.setDefaultFont(font)
        return Styling(self._page, self._typography, self._theme, font, 0).paragraph()

    def go_to(self, place: int) -> None:
        """Put the caret at a code point, and its line at the top."""
        self.select(place, place)
        self._show_at_top(place)

    def select(self, start: int, end: int) -> None:
        """Select the code points start..end, with the caret behind them in sight; none where both are one."""
        last = len(self.correction.text)
        self.setTextCursor(
            _between(self.document(), *(self._units.to_units(min(place, last)) for place in (start, end)))
        )

    def selected(self) -> tuple[int, int]:
        """The code points between which words are selected, or where the caret is."""
        cursor = self.textCursor()
        return self._units.to_points(cursor.selectionStart()), self._units.to_points(cursor.selectionEnd())

    def _show_at_top(self, place: int) -> None:
        """Scroll to the line of a code point."""
        at, bar = self._units.to_units(min(place, len(self.correction.text))), self.verticalScrollBar()
        cursor = _between(self.document(), at, at)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() if place else 0)
        self._tint()

    def place(self) -> int:
        """The first visible code point."""
        if not self.verticalScrollBar().value():
            return 0
        return self._units.to_points(self.cursorForPosition(QPoint(self.viewport().width() // 2, 3)).position())

    def set_typography(self, typography: Typography) -> None:
        """Set the text as it is read; the caret stays, as does the first visible line."""
        self._typography = typography
        if self._page is None:
            return
        place = self.place()
        self._own = True
        form = self._dress(self.document())
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(form)
        self._set_margins(self.document())
        self._own = False
        self._show_at_top(place)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(
            f"QTextEdit {{ background: {theme.page}; color: {theme.text}; border: none;"
            f" selection-background-color: {theme.selection}; selection-color: {theme.text}; }}"
        )
        self._tinted = []
        self._tint()

    def _set_margins(self, document: QTextDocument) -> None:
        """Keep the column in the middle."""
        width = self.viewport().width()
        margin = max(0.0, (width - column_width(self._typography, document.defaultFont(), width)) / 2)
        frame = document.rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() == margin:
            return
        form.setLeftMargin(margin)
        form.setRightMargin(margin)
        form.setTopMargin(TOP)
        form.setBottomMargin(BOTTOM)
        frame.setFrameFormat(form)

    # ---- what is typed

    def _on_contents(self, position: int, removed: int, added: int) -> None:
        """Learn from the document what was changed; Qt may say more than that, and does at the end of a paragraph."""
        if self._own:
            return
        old, length = self.correction.text, self.document().characterCount() - 1
        start = self._units.to_points(min(position, self._units.to_units(len(old))))
        end = self._units.to_points(min(position + removed, self._units.to_units(len(old))))
        words = self._words(position, min(position + added, length))
        head = common(old[start:end], words)
        tail = common(old[start + head : end][::-1], words[head:][::-1])
        made = Replacement(start + head, end - tail, words[head : len(words) - tail])
        if made.start == made.end and not made.text:
            return
        now = time.monotonic()
        joined = now - self._typed < PAUSE and len(made.text) <= WORDS and "\n" not in made.text
        self._typed = now
        self.correction.replace(made.start, made.end, made.text, joined=joined)
        self._follow(made)
        self.edited.emit()

    def _words(self, first: int, last: int) -> str:
        """What the document has between two positions (UTF-16)."""
        return _between(self.document(), first, last).selectedText().translate(LINES)

    def undo_step(self) -> None:
        """Take back what was typed last."""
        if not self.isReadOnly():
            self._apply(self.correction.undo())

    def redo_step(self) -> None:
        """Type again what was taken back last."""
        if not self.isReadOnly():
            self._apply(self.correction.redo())

    def _apply(self, made: Replacement | None) -> None:
        if made is None:
            return
        cursor = _between(self.document(), self._units.to_units(made.start), self._units.to_units(made.end))
        self._own = True
        cursor.insertText(made.text)
        self._own = False
        self._typed = 0.0
        self._follow(None)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.edited.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take only the words of what is pasted or dropped, with line ends as they are here."""
        if source.hasText():
            self.textCursor().insertText(clean(source.text()))
            self.ensureCursorVisible()

    # ---- highlights

    def take_highlights(self, page: Page) -> None:
        """Show those that there are by now of the text that is corrected."""
        if page.article.text == self.correction.old:
            self._page = page
            self._follow(None)

    def _follow(self, made: Replacement | None) -> None:
        """Let the highlights go with one change; None: find them anew, since words may have come back."""
        self._units = Utf16Map(self.correction.text)
        if made is not None:
            self._spans = [(each, span and moved(span, made)) for each, span in self._spans]
        elif self._page is not None:
            rewriting = Rewriting(self.correction.old, self.correction.replacements())
            self._spans = [(each, rewriting.span(each.span)) for each in self._page.highlights]
        self._tint_soon.start()

    def _tint(self) -> None:
        """Show the highlights in sight."""
        if self._page is None:
            return
        known = Hues(self._page.tree, self._page.people)
        top = self._units.to_points(self.cursorForPosition(QPoint(0, 0)).position())
        below = QPoint(self.viewport().width(), self.viewport().height())
        bottom = self._units.to_points(self.cursorForPosition(below).position()) + 1
        extents = [
            (self._units.to_units(span.start), self._units.to_units(span.end), known.of(each))
            for each, span in self._spans
            if span is not None and span.start < bottom and span.end > top
        ]
        tinted = stretches(sorted(extents))
        if tinted == self._tinted:
            return
        self._tinted, document = tinted, self.document()
        self.setExtraSelections([_shade(document, start, end, tint(self._theme, hues)) for start, end, hues in tinted])

    # ---- events

    def event(self, event: QEvent) -> bool:
        """Keep some keys from the commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if keys in map(QKeySequence, SHORTCUTS) or _is(event, "Undo", "Redo"):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Ctrl+S store, Escape leaves; Enter begins a paragraph, with Shift too."""
        keys = QKeySequence(event.keyCombination())
        if keys == QKeySequence("Escape"):
            self.leave_wanted.emit()
        elif keys in map(QKeySequence, SHORTCUTS):
            self.store_wanted.emit()
        elif _is(event, "Undo"):
            self.undo_step()
        elif _is(event, "Redo") or keys == QKeySequence("Ctrl+Y"):
            self.redo_step()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What Qt offers, with undo and redo of this text."""
        menu = self.createStandardContextMenu()
        undo, redo = menu.actions()[:2]  # those of Qt are about nothing
        for qts, words, do, possible in (
            (undo, self.tr("Undo"), self.undo_step, self.correction.steps > 0),
            (redo, self.tr("Redo"), self.redo_step, self.correction.undone > 0),
        ):
            action = QAction(words + "".join(qts.text().partition("\t")[1:]), menu)  # with its keys
            action.triggered.connect(do)
            action.setEnabled(possible)
            menu.insertAction(qts, action)
            menu.removeAction(qts)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size, as where the text is read."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if delta := event.angleDelta().y():
            self.size_wanted.emit(1 if delta > 0 else -1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and the first visible line at the top."""
        value = self.verticalScrollBar().value()
        if self._pinned is None or self._pinned[0] != value:  # else nobody scrolled since it was resized last
            self._pinned = value, self.place()
        place = self._pinned[1]
        super().resizeEvent(event)
        self._own = True
        self._set_margins(self.document())
        self._own = False
        self._show_at_top(place)
        self._pinned = self.verticalScrollBar().value(), place


def _is(event: QKeyEvent, *names: str) -> bool:
    return any(event.matches(QKeySequence.StandardKey[name]) for name in names)


def _between(document: QTextDocument, anchor: int, caret: int) -> QTextCursor:
    """A cursor from one position (UTF-16) to another."""
    cursor = QTextCursor(document)
    cursor.setPosition(anchor)
    cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _shade(document: QTextDocument, start: int, end: int, color: QColor) -> QTextEdit.ExtraSelection:
    """A colour behind the words between two positions (UTF-16)."""
    made, form = QTextEdit.ExtraSelection(), QTextCharFormat()
    form.setBackground(color)
    made.cursor, made.format = _between(document, start, end), form
    return made
