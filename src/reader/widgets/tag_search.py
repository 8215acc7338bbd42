"""A field to type a part of a tag's path into, and below it the tags that fit, walked through while typing goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from reader.domain.change import Change
from reader.domain.tag import SEPARATOR
from reader.models.tag_matches import TagMatches
from reader.session import Session
from reader.widgets.nothing_there import NothingThere
from reader.widgets.problem import Problem
from reader.widgets.tag_match_rows import TagMatchRows

PAGE = 8  # rows
SPACING = 6  # px
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagSearch(QWidget):
    """Says which row was chosen, and how.

    Up at the first row goes to the last one, where the tag is that could be made; where one can, Tab takes the path of
    the current tag into the field, to go on with a child of it. While an input method composes, Enter is its own.
    """

    entered = Signal(int, bool)  # a row; whether to go on
    clicked = Signal(int)  # a row, with the mouse, or with Space where it was walked to

    def __init__(self, session: Session, parent: QWidget, *, ticked: bool = True) -> None:
        super().__init__(parent)
        self._session = session
        self._composing = self._walked = False
        self.first: list[int] = []  # the tags to offer before others
        self.matches = TagMatches(self, ticked=ticked)
        self.field = QLineEdit(self)
        self.field.setObjectName("tagField")
        self.problem = Problem("tagProblem", self)  # what is wrong with what is typed
        self.list = QListView(self)
        self.list.setObjectName("tagMatches")
        self.list.setModel(self.matches)
        self.list.setItemDelegate(TagMatchRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = NothingThere("noTagFits", self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for widget in (self.field, self.problem, self.list):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self.search)
        self.field.installEventFilter(self)
        session.changed.connect(self._on_changed)
        self.list.clicked.connect(lambda index: self.clicked.emit(index.row()))

    @property
    def row(self) -> int:
        """The current row."""
        return self.list.currentIndex().row()

    def start(self) -> None:
        """Begin with nothing typed."""
        self._composing = False
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.search()

    def go_to(self, tag: int) -> None:
        """Let a tag be the current one, as if it had been walked to; nothing where it is not among those that fit."""
        row = self.matches.row_of(tag)
        if row >= 0:
            self.list.setCurrentIndex(self.matches.index(row))
            self._walked = True

    def search(self) -> None:
        """Look for what is typed."""
        self._walked = False
        self.matches.search(self._session.tree(), self.field.text(), self.first)
        self.list.setCurrentIndex(self.matches.index(0))
        self._nothing.say("" if self.matches.rowCount() else self._why_none())

    def _why_none(self) -> str:
        if len(self._session.tree()) or self.field.text().strip():
            return self.tr("No tag fits.")
        return self.tr("No tags yet. Type a name to make one.") if self.matches.may_make else self.tr("No tags yet.")

    def _on_changed(self, change: Change) -> None:
        """Another program may have renamed, merged or deleted tags that are shown."""
        if self.isVisible() and (change.all or change.tags) and self.matches.differ(self._session.tree()):
            tag, walked = self.matches.tag(self.row), self._walked
            self.search()
            if tag is not None and walked:
                self.go_to(tag.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while typing goes on; Enter chooses."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self._composing:
            return key in ENTER
        if key in STEPS:
            self._step(STEPS[Qt.Key(key)])
        elif key in ENTER:
            self.entered.emit(self.row, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Space and (self._walked or not self.field.text()):
            self.clicked.emit(self.row)
        elif key == Qt.Key.Key_Tab and self.matches.may_make and (tag := self.matches.tag(self.row)) is not None:
            self.field.setText(self._session.tree().path(tag.id) + SEPARATOR)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        last = self.matches.rowCount() - 1
        row = last if self.row + by < 0 and abs(by) == 1 else max(0, min(last, self.row + by))
        self.list.setCurrentIndex(self.matches.index(row))
        self._walked = True
