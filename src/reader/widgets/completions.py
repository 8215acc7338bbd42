"""What the search box offers below what is typed: fields with what they are for, and values of the library."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem
from sqlite_utils import Database

from reader.domain import completing
from reader.domain.change import Change
from reader.domain.completing import Place, field_choices
from reader.domain.field_names import CHOICES
from reader.domain.tag_finding import Fit, TagFinder
from reader.domain.wanted import TAGS
from reader.jobs import Job
from reader.languages import chinese, listed
from reader.models.background import Background
from reader.session import Session
from reader.storage import collections, values
from reader.theme import Theme
from reader.widgets.tips import plain

CACHE_KB = 2_000
ASIDE = 6  # px below it at least
FRAME, PAD = 1, 5  # px round it; above and below the words of a row


class Completions(QTreeWidget):
    """Lies below the box and never takes the focus; a person takes one by arrow keys and Enter, by Tab or by a click.

    While an input method composes, it is away.
    """

    _read = Signal(object)  # values by field

    def __init__(self, box: QLineEdit, session: Session, theme: Theme) -> None:
        super().__init__(box)
        self.setObjectName("completions")
        self._box, self._session, self._theme = box, session, theme
        self._place: Place | None = None
        self._values: dict[str, list[str]] | None = None
        self._background = Background(session, CACHE_KB, self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHeaderHidden(True)
        self.setIndentation(ASIDE)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        self._read.connect(self._on_read)
        box.textEdited.connect(self.offer)
        box.installEventFilter(self)
        session.changed.connect(self._on_changed)
        session.left.connect(self.forget)
        self.retranslate()
        self.hide()

    def offer(self) -> None:
        """Show what can be typed where the caret is; hide if nothing can, or if nothing is typed there yet."""
        self._show(completing.place_of(self._box.text(), self._box.cursorPosition()), asked=False)

    def forget(self) -> None:
        """Read the values of the library again when they are needed."""
        self._values = None
        self.hide()

    def press(self, key: int) -> bool:
        """Whether a key that was pressed in the box was meant for this."""
        if self.isHidden():
            if key != Qt.Key.Key_Down or self._box.text():
                return False
            self._show(Place("", "", 0, 0), asked=True)
            return not self.isHidden()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self._take(self.currentItem() or self.topLevelItem(0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._take(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.hide()
            return False
        return True

    def _step(self, by: int) -> None:
        row = self.currentIndex().row()  # -1: none yet
        row = (0 if by > 0 else -1) if row < 0 else row + by
        self.setCurrentIndex(self.model().index(row % self.topLevelItemCount(), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the box is left, or when something is composed in it."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.InputMethod):
            self.hide()
        elif event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lie_below()
        return super().eventFilter(watched, event)

    # ---- what is offered

    def _show(self, place: Place | None, *, asked: bool) -> None:
        self._place = place
        rows = self._rows(place) if place is not None and (place.field or place.typed or asked) else []
        if place is not None and [words for words, _ in rows] == [place.typed]:
            rows = []  # it is there as a whole
        self.clear()
        for words, about in rows:
            item = QTreeWidgetItem([words, about])
            item.setForeground(1, QColor(self._theme.secondary))
            item.setToolTip(0, plain(words))
            item.setSizeHint(0, QSize(0, self._row_height()))
            self.addTopLevelItem(item)
        if rows:
            self._lie_below()
        self.setVisible(bool(rows))

    def _rows(self, place: Place) -> list[tuple[str, str]]:
        if not place.field:
            about = self._about()
            names = completing.field_names(place.typed, chinese())
            return [(own, about[name] if own.isascii() else f"{name}  ·  {about[name]}") for own, name in names]
        if place.field in CHOICES:
            return [(own, "") for own in field_choices(place.field, place.typed, chinese())]
        if place.field in TAGS and place.typed:
            tree = self._session.tree()
            found = TagFinder(tree).find(place.typed, worst=Fit.PATH)
            return [(tree.path(tag.id), "") for tag in found[: completing.MOST]]
        return [(value, "") for value in completing.fitting(place.typed, self._known(place.field))]

    def _known(self, field: str) -> list[str]:
        """The values of a field; none as long as they are read."""
        if field in TAGS:
            tree = self._session.tree()
            return [tree.path(tag.id) for tag in tree]
        if field == "in":
            return [each.name for each in self._session.read(collections.every, [])]
        if self._values is None:
            self._values = {}
            self._background.start(self._ask)
        return self._values.get(field, [])

    def _ask(self, db: Database, job: Job) -> None:
        found = values.every(db)
        if not job.cancelled:
            self._read.emit(found)

    def _on_read(self, found: dict[str, list[str]]) -> None:
        self._values = found
        if self._place is not None and self._place.field and self._box.hasFocus():
            self.offer()

    def _on_changed(self, change: Change) -> None:
        if change.all or change.articles or change.listed:
            self._values = None

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is None or self._place is None:
            return
        text, caret = completing.completed(self._box.text(), self._place, item.text(0))
        name = not self._place.field
        self.hide()
        self._box.setText(text)
        self._box.setCursorPosition(caret)
        if name:
            self.offer()

    # ---- looks and words

    def _lie_below(self) -> None:
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)  # over whatever is below the toolbar
        self.move(self._box.mapTo(window, QPoint(0, self._box.height() + 2)))
        height = self.topLevelItemCount() * self._row_height() + 2 * FRAME
        self.resize(self._box.width(), min(height, window.height() - self.y() - ASIDE))
        self.raise_()

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 2 * PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take what they need, and explanations the rest."""
        super().resizeEvent(event)
        explained = bool(self._place is not None and not self._place.field)
        self.setColumnHidden(1, not explained)
        self.setColumnWidth(0, self.width() // 3 if explained else self.viewport().width())

    def set_theme(self, theme: Theme) -> None:
        """Write explanations in the theme's colour."""
        self._theme = theme

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Completions"))

    def _about(self) -> dict[str, str]:
        """What each field is for."""
        return {
            "title": self.tr("words of the title"),
            "source": self.tr("who published it"),
            "author": self.tr("who wrote it"),
            "editor": self.tr("who edited it"),
            "address": self.tr("part of its web address"),
            "language": self.tr("such as zh or en"),
            "tag": self.tr("a tag of it or of its highlights"),
            "article-tag": self.tr("a tag of it as a whole"),
            "in": self.tr("a collection that it is in"),
            "analyst": self.tr("who highlighted something"),
            "date": self.tr("published on or between"),
            "imported": self.tr("imported on or between"),
            **{field: listed(field_choices(field, "", chinese())) for field in CHOICES},
        }
