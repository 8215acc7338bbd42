"""The picker at a selection: type to find tags, Enter puts one on, an unknown name makes a new one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from reader.domain.tag import COLORS, SEPARATOR, Tag, TagTree, split_path
from reader.session import Session

ID = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 340, 360  # px, where there is room
LEAST_ROWS = 3
MARGIN, SPACING = 8, 6  # px round the parts and between them
GAP = 6  # px to the passage
DOT = 10  # px
Index = QModelIndex | QPersistentModelIndex


class TagMatches(QAbstractListModel):
    """The tags whose path holds every word that was typed, best first; at the end the tag that could be made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tree = TagTree()
        self._found: list[Tag] = []
        self.new = ""  # the path of the tag to make
        self.on: set[int] = set()

    def search(self, tree: TagTree, typed: str, first: list[int]) -> None:
        """Match again; with nothing typed, the tags in `first` come first."""
        self.beginResetModel()
        self._tree = tree
        wanted = typed.casefold().split()
        self._found = [tag for tag in tree if all(word in tree.path(tag.id).casefold() for word in wanted)]
        if wanted:
            self._found.sort(key=lambda tag: not tag.name.casefold().startswith(wanted[0]))
        else:
            order = {tag: number for number, tag in enumerate(first)}
            self._found.sort(key=lambda tag: (tag.id not in self.on, order.get(tag.id, len(order))))
        path = SEPARATOR.join(split_path(typed))
        self.new = path if path and tree.find(path) is None else ""
        self.endResetModel()

    def tag(self, row: int) -> Tag | None:
        """The tag of a row; None for the one that makes a new tag."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The matches, and one for a new tag."""
        return 0 if parent.isValid() else len(self._found) + bool(self.new)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Path, colour, whether it is on, and its id."""
        tag = self.tag(index.row())
        if tag is None:
            made = self.tr("Make the tag “{path}”").format(path=self.new)
            return made if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            path = self._tree.path(tag.id)
            return f"{path}   {tag.shortcut}" if tag.shortcut else path
        if role == Qt.ItemDataRole.DecorationRole:
            return dot(tag.color)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if tag.id in self.on else Qt.CheckState.Unchecked
        return tag.id if role == ID else None

    def set_on(self, tag: int, on: bool) -> None:
        """Show a tag as put on or not."""
        (self.on.add if on else self.on.discard)(tag)
        if self._found:
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))


class TagPicker(QFrame):
    """Opens at a place of the screen; says which tag to put on, take off or make."""

    tag_toggled = Signal(int, bool)
    tag_created = Signal(str)  # the path
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tagPicker")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session = session
        self.first: list[int] = []  # the tags to offer before others
        self._model = TagMatches(self)
        self.field = QLineEdit(self)
        self.field.setObjectName("tagField")
        self.list = QListView(self)
        self.list.setObjectName("tagMatches")
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        for widget in (self.field, self.list, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Tags"))
        self.field.setPlaceholderText(self.tr("Find or make a tag"))
        self.field.setAccessibleName(self.tr("Find or make a tag"))
        self.list.setAccessibleName(self.tr("Matching tags"))
        self._hint.setText(self.tr("Enter: put on or take off · Ctrl+Enter: and go on · parent/child for a child"))

    def open_beside(self, rect: QRect, on: set[int]) -> None:
        """Show below a rectangle of the screen, or above it where more room is, with the tags in `on` ticked."""
        self._model.on = set(on)
        self.field.clear()
        self._search()
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

    def _search(self) -> None:
        self._model.search(self._session.tree(), self.field.text(), self.first)
        self.list.setCurrentIndex(self._model.index(0))

    def _choose(self, row: int) -> None:
        tag = self._model.tag(row)
        if tag is not None:
            on = tag.id not in self._model.on
            self._model.set_on(tag.id, on)
            self.tag_toggled.emit(tag.id, on)
        elif self._model.new:
            path = self._model.new
            self.tag_created.emit(path)
            made = self._session.tree().find(path)
            if made is not None:
                self._model.on.add(made.id)
        self.field.clear()
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while typing goes on; Enter chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, row = event.key(), self.list.currentIndex().row()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if key in steps:
                last = self._model.rowCount() - 1
                self.list.setCurrentIndex(self._model.index(max(0, min(last, row + steps[Qt.Key(key)]))))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(row)
                if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.close()
                return True
        return super().eventFilter(watched, event)

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
