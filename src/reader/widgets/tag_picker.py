"""The picker at a selection: type to find tags, Enter puts one on, an unknown name makes a new one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.domain.tag import COLORS
from reader.session import Session
from reader.widgets.tag_search import SPACING, TagSearch

WIDTH, HEIGHT = 360, 380  # px, where there is room
LEAST_ROWS = 3
MARGIN = 8  # px round the parts
GAP = 6  # px to the passage
DOT = 10  # px


class TagPicker(QFrame):
    """Opens at a place of the screen; says which tag to put on, take off or make.

    Enter does so and closes it; Ctrl+Enter, Space and a click go on.
    """

    tag_toggled = Signal(int, bool)
    tag_created = Signal(str)  # the path
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tagPicker")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session = session
        self.search = TagSearch(session, self)
        self.field, self.list = self.search.field, self.search.list
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        for widget in (self.search, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.search.entered.connect(self._enter)
        self.search.clicked.connect(self._choose)
        self.retranslate()

    @property
    def on(self) -> set[int]:
        """The tags that are on all that the picker is open for."""
        return self.search.matches.on

    @property
    def partly(self) -> set[int]:
        """The tags that are on some of it."""
        return self.search.matches.partly

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Tags"))
        self.field.setPlaceholderText(self.tr("Find or make a tag"))
        self.field.setAccessibleName(self.tr("Find or make a tag"))
        self.list.setAccessibleName(self.tr("Matching tags"))
        self._hint.setText(self.tr("Enter: put on or take off · Ctrl+Enter: and go on · Tab: below the chosen tag"))

    def open_beside(
        self, rect: QRect, on: Iterable[int], partly: Iterable[int] = (), first: Iterable[int] = ()
    ) -> None:
        """Show below a rectangle of the screen, or above it where more room is.

        The tags in `on` are ticked, those in `partly` in another way; those in `first` are offered before others.
        """
        self.search.first = list(first)
        self.search.matches.show_on(on, partly)
        self.search.start()
        screen = QGuiApplication.screenAt(rect.center()) or self.screen()
        space = screen.availableGeometry()
        below, above = space.bottom() - rect.bottom() - GAP, rect.top() - GAP - space.top()
        self._be_as_high_as(max(below, above) if below < HEIGHT else below)
        y = rect.bottom() + GAP if below >= self.height() else rect.top() - GAP - self.height()
        x = max(space.left(), min(rect.left(), space.right() + 1 - self.width()))
        self.move(x, max(space.top(), min(y, space.bottom() + 1 - self.height())))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _be_as_high_as(self, room: int) -> None:
        """Take so many px, and no more than is usual, with whole rows."""
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        hint = self._hint.heightForWidth(WIDTH - 2 * MARGIN)
        others = self.field.sizeHint().height() + hint + 2 * (MARGIN + SPACING + self.frameWidth())
        rows = max(LEAST_ROWS, (min(room, HEIGHT) - others) // row)
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth())
        self.resize(WIDTH, self.sizeHint().height())

    def _enter(self, row: int, go_on: bool) -> None:
        self._choose(row)
        if go_on:
            self.search.start()
        else:
            self.close()

    def _choose(self, row: int) -> None:
        matches = self.search.matches
        tag = matches.tag(row)
        if tag is not None:
            self.tag_toggled.emit(tag.id, matches.switch(tag.id))
        elif path := matches.named_at(row):
            matches.name(path)
            self.search.search()
        elif matches.is_new(row):
            path = matches.new
            self.tag_created.emit(path)
            made = self._session.tree().find(path)
            self.search.start()
            if made is not None and made.id not in matches.on:
                matches.switch(made.id)

    def hideEvent(self, event: QEvent) -> None:
        """Say that the picker is gone, so that the focus returns to the text."""
        self.closed.emit()


def dot(color: str, size: int = DOT) -> QPixmap:
    """A round spot in a tag's colour, for lists and menus."""
    ratio = 2
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLORS.get(color, color)))
    painter.drawEllipse(0, 0, size, size)
    painter.end()
    return pixmap
