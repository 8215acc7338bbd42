"""Going to an article in the list by typing its title.

Single letters are commands in the list. So titles are typed into a field above it, which a key opens; what comes from
an input method there is no command, and opens the field by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit
from sqlite_utils import Database

from reader.domain.query import Scope
from reader.jobs import Job
from reader.models.background import Background
from reader.services import title_finding
from reader.session import Session
from reader.widgets.article_list import ArticleListPane

PAUSE_MS = 120  # after a keystroke
CACHE_KB = 8_000
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_F3: 1,
    Qt.Key.Key_Up: -1,
}
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class TitleJump(QFrame):
    """Stands below the header of the list while a title is typed."""

    _found = Signal(object, object)  # the ids of the list that was looked through, and the rows in it

    def __init__(self, session: Session, listing: ArticleListPane) -> None:
        super().__init__(listing)
        self._listing = listing
        self._background = Background(session, CACHE_KB, self)
        self._rows: list[int] = []
        self._at = 0
        self._before: tuple[int | None, tuple[int, int]] = (None, (0, 0))
        self.field = QLineEdit(self)
        self.field.setObjectName("titleField")
        self._said = QLabel(self)
        self._said.setObjectName("titlesFound")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 10, 6)
        line.addWidget(self.field, 1)
        line.addWidget(self._said)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        listing.view.installEventFilter(self)
        self._found.connect(self._on_found)
        session.left.connect(self._vanish)
        self.hide()
        listing.header.add_below(self)
        self.retranslate()

    def open(self, words: str = "") -> None:
        """Show the field with words, and go where a title begins so."""
        if self.isHidden():
            view, current = self._listing.view, self._listing.view.currentIndex()
            self._before = self._listing.model.id_at(current.row()) if current.isValid() else None, view.first_seen()
        self.show()
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is no command in the list, and in the field the keys that go on or leave."""
        if watched is self.field:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
                if event.key() in (*STEPS, *LEAVING):
                    event.accept()  # also the window means something by them
                    return True
            elif event.type() == QEvent.Type.FocusOut and not self.field.text():
                self._vanish()
        elif words := _characters(event):
            self.open(words)
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in STEPS:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else STEPS[key])
        elif key in LEAVING:
            self._leave(back=key == Qt.Key.Key_Escape)
        else:
            return False
        return True

    # ---- what is found

    def _on_typed(self) -> None:
        self._background.cancel()
        self._rows = []
        self._said.clear()
        self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        self._background.cancel()
        if not self.isHidden() and self.field.text().strip():
            look = partial(self._look, self.field.text(), self._listing.model.ids, self._listing.model.query.scope)
            self._background.start(look)

    def _look(self, typed: str, ids: Sequence[int], scope: Scope, db: Database, job: Job) -> None:
        rows = title_finding.rows_of(db, typed, ids, scope, lambda: job.cancelled)
        if not job.cancelled:
            self._found.emit(ids, rows)

    def _on_found(self, ids: Sequence[int], rows: list[int]) -> None:
        if self.isHidden():
            return
        if ids != self._listing.model.ids:  # it lists others by now
            self._ask()
            return
        self._rows, self._at = rows, 0
        self._go()

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self._ask()
        elif self._rows:
            self._at = (self._at + by) % len(self._rows)
            self._go()

    def _go(self) -> None:
        self._say()
        if self._rows and (article := self._listing.model.id_at(self._rows[self._at])) is not None:
            self._listing.choose(article)

    def _leave(self, *, back: bool) -> None:
        article, seen = self._before
        self._vanish()
        if back:
            self._listing.choose(article)
            self._listing.view.scroll_so(*seen)
        self._listing.focus()

    def _vanish(self) -> None:
        self._timer.stop()
        self._background.cancel()
        self._rows = []
        self.hide()

    # ---- words

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.field.setPlaceholderText(self.tr("Title, or pinyin"))
        self.field.setAccessibleName(self.tr("Jump to a title"))
        self.field.setToolTip(self.tr("Next: Down or F3; stay there: Enter; back: Esc"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        if self._rows:
            self._said.setText(self.tr("{at} of {count}").format(at=self._at + 1, count=len(self._rows)))
        else:
            self._said.setText(self.tr("No title") if self.field.text().strip() else "")


def _characters(event: QEvent) -> str:
    """What an input method gave, or a key beyond ASCII, which no command has; else nothing."""
    if isinstance(event, QInputMethodEvent):
        return event.commitString()
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        text = event.text()
        return text if text.isalnum() and not text.isascii() else ""
    return ""
