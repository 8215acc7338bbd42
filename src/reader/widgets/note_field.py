"""A note being written: plain text, in which links show as their words."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.domain import links
from reader.domain.links import Target
from reader.domain.note import places_in
from reader.domain.text import Utf16Map

STORED = "application/x-reader-note"  # what is copied, with its links; elsewhere it is only words
SCHEME = "reader:"
# From a keystroke until the note is stored, also if somebody goes on typing, and until that is tried again.
KEPT_MS, AGAIN_MS = 800, 3_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(QPlainTextEdit):
    """A click on a link follows it, as does Ctrl+Enter with the caret in it."""

    link_wanted = Signal(object)  # its Target
    keep_wanted = Signal()  # what was typed is to be stored

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self._pressed = ""  # the address of the link under the mouse
        self._given, self._answered = "", ""  # the note that the field was given, and what it made of it
        self.cursorPositionChanged.connect(self._leave_link)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._on_soon)
        self._late = False  # only what is composed keeps the note from being stored

    def show_note(self, note: str) -> None:
        """Show a stored note; nobody is told that the text changed, and nothing can be undone in it."""
        self.blockSignals(True)
        self.clear()
        self.document().setUndoRedoEnabled(False)
        self._insert(QTextCursor(self.document()), note)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._given, self._answered = note, self._in_field()

    def show_again(self, note: str) -> None:
        """Show the same note as it is by now: the caret, what is selected and what is in sight stay at their words."""
        before, cursor, scrolled = self.toPlainText(), self.textCursor(), self.verticalScrollBar().value()
        places = cursor.anchor(), cursor.position()
        self.show_note(note)
        now = self.toPlainText()
        old, new = Utf16Map(before), Utf16Map(now)
        anchor, position = map(new.to_units, places_in(before, now, [old.to_points(place) for place in places]))
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.verticalScrollBar().setValue(scrolled)
        self.setTextCursor(cursor)

    @property
    def note(self) -> str:
        """The note as it is stored: as it was given as long as nobody typed, since the field alters some characters."""
        found = self._in_field()
        return self._given if found == self._answered else found

    @property
    def composing(self) -> bool:
        """Whether an input method has words that are not in the note yet; they are lost where another one is shown."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def keep_soon(self, milliseconds: int = KEPT_MS) -> None:
        """Ask for the note to be stored after so long, unless that is near already, and not while words are composed.

        To show what another program wrote beside it would take these away.
        """
        if self._late or not self._soon.isActive():
            self._soon.start(0 if self._late else milliseconds)

    def kept(self) -> None:
        """Nothing is to be stored for now."""
        self._soon.stop()
        self._late = False

    def _on_soon(self) -> None:
        self._late = self.composing
        if self._late:
            self._soon.start(KEPT_MS)
        else:
            self.keep_wanted.emit()

    def _in_field(self) -> str:
        block, found = self.document().firstBlock(), list[str]()
        while block.isValid():
            found.append(_stored(block))
            block = block.next()
        return "\n".join(found)

    def _insert(self, cursor: QTextCursor, note: str) -> None:
        plain, linked = QTextCharFormat(), QTextCharFormat()
        linked.setAnchor(True)
        linked.setFontUnderline(True)
        linked.setForeground(self.palette().brush(QPalette.ColorRole.Link))
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for part in links.parts(note):
            if part.target is not None:
                linked.setAnchorHref(f"{SCHEME}{part.target.kind}/{part.target.uid}")
            cursor.insertText(part.words, plain if part.target is None else linked)
        cursor.endEditBlock()

    def changeEvent(self, event: QEvent) -> None:
        """Links follow the colours of another theme; the caret stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and links.readable(self.note) != self.note:
            self.show_again(self.note)

    # ---- what is copied and pasted

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words for other programs, links for other notes."""
        data = super().createMimeDataFromSelection()
        cursor, found = self.textCursor(), list[str]()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            found.append(_stored(block, start - block.position(), end - block.position()))
            block = block.next()
        data.setData(STORED, "\n".join(found).encode("utf-8", "replace"))
        return data

    def canInsertFromMimeData(self, data: QMimeData) -> bool:
        """Text, also that of a note."""
        return data.hasFormat(STORED) or data.hasText()

    def insertFromMimeData(self, data: QMimeData) -> None:
        """Links in what is pasted are links here, too."""
        stored = bytes(data.data(STORED).data()).decode("utf-8", "replace") if data.hasFormat(STORED) else data.text()
        self._insert(self.textCursor(), stored)

    # ---- links

    def _leave_link(self) -> None:
        """What is typed before or behind a link is no part of it."""
        cursor = self.textCursor()
        if not self.currentCharFormat().isAnchor():
            return
        behind = QTextCursor(cursor)
        inside = behind.movePosition(QTextCursor.MoveOperation.NextCharacter) and (
            behind.charFormat().anchorHref() == cursor.charFormat().anchorHref()
        )
        if not inside or not cursor.charFormat().isAnchor():
            self.setCurrentCharFormat(QTextCharFormat())

    def _target_at_caret(self) -> Target | None:
        """Of the link that the caret is in or beside."""
        cursor = self.textCursor()
        behind = QTextCursor(cursor)
        behind.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return next((found for at in (cursor, behind) if (found := _target(at.charFormat().anchorHref()))), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter follows the link at the caret; without one it is left to what is around the field."""
        if event.key() not in ENTER or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif (target := self._target_at_caret()) is not None:
            self.link_wanted.emit(target)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins."""
        self._pressed = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link, which selects nothing, follows it."""
        super().mouseReleaseEvent(event)
        same = self._pressed == self.anchorAt(event.position().toPoint())
        target = _target(self._pressed) if same and not self.textCursor().hasSelection() else None
        if event.button() == Qt.MouseButton.LeftButton and target is not None:
            self.link_wanted.emit(target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would follow a link."""
        super().mouseMoveEvent(event)
        link = self.anchorAt(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)


def _stored(block: QTextBlock, start: int = 0, end: int | None = None) -> str:
    """A paragraph, or what is between two of its UTF-16 units, as it is stored."""
    pieces, iterator = list[tuple[str, str]](), block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        first = fragment.position() - block.position()
        # Not by Python's indices, which count code points.
        raw = fragment.text().encode("utf-16-le", "surrogatepass")
        last = len(raw) // 2 if end is None else max(0, end - first)
        words = raw[2 * max(0, start - first) : 2 * last].decode("utf-16-le", "replace").replace("\u2028", "\n")
        pieces.append((fragment.charFormat().anchorHref() if fragment.charFormat().isAnchor() else "", words))
        iterator += 1
    joined = ((address, "".join(words for _, words in group)) for address, group in groupby(pieces, lambda one: one[0]))
    return "".join(links.written(words, _target(address)) for address, words in joined)


def _target(address: str) -> Target | None:
    found = next(links.parts(f"[x]({address})"), None) if address.startswith(SCHEME) else None
    return found.target if found is not None else None
