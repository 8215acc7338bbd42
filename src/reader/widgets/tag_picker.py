"""The picker at a selection: type to find tags, Enter puts one on, an unknown name makes a new one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.domain.errors import EditError
from reader.domain.tag import COLORS
from reader.services import tagging
from reader.session import Session
from reader.widgets.step_words import error_words
from reader.widgets.tag_search import SPACING, TagSearch

WIDTH, HEIGHT = 360, 380  # px, where there is room
LEAST_ROWS, ENOUGH_ROWS = 3, 8  # wherever it is; where it need not be elsewhere
MARGIN = 8  # px round the parts
GAP = 6  # px to the passage
DOT = 10  # px


class TagPicker(QFrame):
    """Opens at a place of the screen; says which tag to put on, take off or make.

    Enter does so and closes it; Ctrl+Enter, Space and a click go on. Where no tag may be made, they are only chosen.
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
        self._beside, self._space = QRect(), QRect()  # where it was opened, and the screen
        self._only_puts = False  # Enter takes nothing off
        self._hint, self._problem = QLabel(self), self.search.problem
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        for widget in (self.search, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda: self._show_problem(""))
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
        make = self.search.matches.may_make
        self.field.setPlaceholderText(self.tr("Find or make a tag") if make else self.tr("Find a tag"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(self.tr("Matching tags"))
        hint = self.tr("Enter: put on or take off · Ctrl+Enter: and go on · Tab: below the chosen tag")
        if self._only_puts:
            hint = self.tr("Enter: put on · Ctrl+Enter: put on or take off, and go on · Tab: below the chosen tag")
        self._hint.setText(hint if make else self.tr("Enter: choose, or no longer · Ctrl+Enter: and go on"))

    def open_beside(
        self,
        rect: QRect,
        on: Iterable[int],
        partly: Iterable[int] = (),
        first: Iterable[int] = (),
        *,
        only_puts: bool = False,
    ) -> None:
        """Show below a rectangle of the screen, or above or beside it where there is room for more rows.

        The tags in `on` are ticked, those in `partly` in another way; those in `first` are offered before others.
        `only_puts`: Enter leaves one that is on, as where the same words are marked again.
        """
        self._only_puts = only_puts
        self.search.first = list(first)
        self.search.matches.show_on(on, partly)
        self.retranslate()
        self.search.start()
        self._problem.show_problem("")
        screen = QGuiApplication.screenAt(rect.center()) or self.screen()
        self._beside, self._space = rect, screen.availableGeometry()
        self._place()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        """Stand below or above, or beside where neither has room for enough rows."""
        rect, space = self._beside, self._space
        around = rect.marginsAdded(QMargins(GAP, GAP, GAP, GAP))
        below, above, right, left = (QRect(space) for _ in range(4))
        below.setTop(around.bottom() + 1)
        above.setBottom(around.top() - 1)
        right.setLeft(around.right() + 1)
        left.setRight(around.left() - 1)
        places = [below, above] if below.height() >= min(HEIGHT, above.height()) else [above, below]
        least = QSize(WIDTH, self._height_with(ENOUGH_ROWS))
        fits = (each for each in (*places, right, left) if each.size().boundedTo(least) == least)
        place = next(fits, places[0])
        self._be_as_high_as(place.height())
        x = max(place.left(), min(rect.left(), place.right() + 1 - self.width()))
        y = max(place.top(), min(rect.top(), place.bottom() + 1 - self.height()))
        self.move(x, min(y, space.bottom() + 1 - self.height()))

    def _height_with(self, rows: int) -> int:
        """How high it is with so many rows."""
        wide = WIDTH - 2 * (MARGIN + self.frameWidth())
        said = [label for label in (self._problem, self._hint) if not label.isHidden()]
        others = self.field.sizeHint().height() + sum(label.heightForWidth(wide) + SPACING for label in said)
        return others + SPACING + self._height_of(rows) + 2 * (MARGIN + self.frameWidth())

    def _height_of(self, rows: int) -> int:
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        return rows * row + 2 * self.list.frameWidth()

    def _be_as_high_as(self, room: int) -> None:
        """Take so many px, and no more than is usual, with whole rows."""
        rows = LEAST_ROWS
        while self._height_with(rows + 1) <= min(room, HEIGHT):
            rows += 1
        self.list.setFixedHeight(self._height_of(rows))
        self.resize(WIDTH, self._height_with(rows))

    def _show_problem(self, words: str) -> None:
        if words != self._problem.text():
            self._problem.show_problem(words)
            self._place()

    def _enter(self, row: int, go_on: bool) -> None:
        tag = self.search.matches.tag(row)
        if self._only_puts and not go_on and tag is not None and tag.id in self.on:
            self.tag_toggled.emit(tag.id, True)
        elif not self._choose(row):
            return
        if go_on:
            self.search.start()
        else:
            self.close()

    def _choose(self, row: int) -> bool:
        """Put on, take off or make what is in a row; False, and it is said why, if there can be no such tag."""
        matches = self.search.matches
        tag = matches.tag(row)
        if tag is not None:
            self.tag_toggled.emit(tag.id, matches.switch(tag.id))
        elif path := matches.named_at(row):
            matches.name(path)
            self.search.search()
        elif matches.is_new(row):
            path = matches.new
            try:
                tagging.place(self._session.tree(), path)
            except EditError as error:
                self._show_problem(error_words(error))
                return False
            self.tag_created.emit(path)
            made = self._session.tree().find(path)
            self.search.start()
            if made is not None and made.id not in matches.on:
                matches.switch(made.id)
        return True

    def hideEvent(self, event: QEvent) -> None:
        """Say that the picker is gone, so that the focus returns to the text."""
        self.closed.emit()


def dot(color: str, size: int = DOT, room: int = 0) -> QPixmap:
    """A round spot in a tag's colour, `size` px across, for lists and menus; with so many px of room right of it."""
    ratio = 2
    pixmap = QPixmap((size + room) * ratio, size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLORS.get(color, color)))
    painter.drawEllipse(0, 0, size, size)
    painter.end()
    return pixmap
