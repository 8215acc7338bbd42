"""The tag tree of the sidebar: keys, dragging, and which tags are folded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QTreeView

from reader.domain.tag import DIGITS
from reader.models.tag_items import DESCRIPTION, PATH, TAG, UID, USED, Index, TagItems
from reader.settings import Settings
from reader.widgets.menu_place import menu_place
from reader.widgets.side_rows import SideRows
from reader.widgets.tag_drop import Drop, drop_at, paint_drop
from reader.widgets.tips import escaped

INDENTS = 10, 14  # px of each level: where there is little room, and else
LEAST_NAME = 90  # px of a row beside what it is indented by
UNFOLD_MS = 700  # that tags are held over one until those below it show
ALT = Qt.KeyboardModifier.AltModifier
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TagTreeView(QTreeView):
    """Says what is wished for; the tree follows once it is stored. What is folded stays so, also after a restart.

    Left and Right fold and unfold, the menu key opens the menu, and a digit becomes the key of the tag.
    With Alt, Up and Down put a tag before or behind its neighbour, Right below the one above it, Left out again.
    """

    chosen = Signal(list)  # tags whose articles are to be listed
    moved = Signal(list, object)  # tags, and under which one, or None
    arranged = Signal(object, list)  # under which one, and the order of all that stand there then
    edit_wanted = Signal(int)
    key_wanted = Signal(int, str)  # a tag, and the digit that is to apply it
    menu_wanted = Signal(list, QPoint)  # on the screen
    articles_dropped = Signal(int, list)  # on a tag

    def __init__(self, items: TagItems, rows: SideRows, settings: Settings) -> None:
        super().__init__()
        self._items, self._rows, self._settings = items, rows, settings
        self._folded = set(settings.folded.split())
        self.drop_shown: Drop | None = None  # where tags would be put that are dragged
        self.setObjectName("tagTree")
        self.setModel(items)
        self.setItemDelegate(rows)
        self.setHeaderHidden(True)
        self.setIndentation(INDENTS[1])
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's own; ours is painted in the colours of the theme
        self.setAutoExpandDelay(UNFOLD_MS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(0)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(index.data(TAG)))
        self.clicked.connect(self._on_clicked)
        self.unfold()
        self.collapsed.connect(lambda index: self._fold(index.data(UID), True))
        self.expanded.connect(lambda index: self._fold(index.data(UID), False))
        self._near: list[int] = []  # the current tag, and where to go if it is deleted
        items.layoutAboutToBeChanged.connect(self._remember)
        items.layoutChanged.connect(self.unfold)
        items.layoutChanged.connect(self._stay_near)

    @property
    def tags(self) -> list[int]:
        """The tags that are selected, from top to bottom; none selected: the current one."""
        chosen = {index.data(TAG) for index in self.selectedIndexes()}
        if not chosen and self.currentIndex().isValid():
            chosen = {self.currentIndex().data(TAG)}
        return [index.data(TAG) for index in self._items.all() if index.data(TAG) in chosen]

    def select(self, tags: list[int]) -> None:
        """Let these tags be those selected."""
        flags, selection = QItemSelectionModel.SelectionFlag, self.selectionModel()
        selection.clearSelection()
        for tag in tags:
            selection.select(self._items.index_of(tag), flags.Select)

    def unfold(self) -> None:
        """Show what is below every tag that was not folded; below all of them while they are filtered."""
        self.blockSignals(True)
        self.scheduleDelayedItemsLayout()  # else all is laid out anew for each of them
        for index, uid in self._items.parents():
            shown = self._items.filtered or uid not in self._folded
            if self.isExpanded(index) != shown:
                self.setExpanded(index, shown)
        self.blockSignals(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the names of the deepest tags, which may have to be scrolled to."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        levels, width = self._items.deepest + 1, self.viewport().width()
        self.setIndentation(max(INDENTS[0], min(INDENTS[1], (width - LEAST_NAME) // levels)))
        self.header().resizeSection(0, max(width, levels * self.indentation() + LEAST_NAME))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a tag into view, also its name where it stands deep."""
        super().scrollTo(index, hint)
        left, bar = self.visualRect(index).left(), self.horizontalScrollBar()
        hidden = left + LEAST_NAME - self.viewport().width()
        if left < 0 or hidden > 0:
            bar.setValue(bar.value() + (hidden if hidden > 0 else left))

    def _fold(self, uid: str, folded: bool) -> None:
        if not self._items.filtered:
            (self._folded.add if folded else self._folded.discard)(uid)
            self._settings.folded = " ".join(sorted(self._folded))

    def fold_all(self, folded: bool) -> None:
        """Fold all tags, or show what is below each; the current one is then the one that it is folded into."""
        every = {uid for _, uid in self._items.parents()}
        self._folded = self._folded | every if folded else self._folded - every
        self._settings.folded = " ".join(sorted(self._folded))
        index = self.currentIndex()
        while folded and index.parent().isValid():
            index = index.parent()
        self.unfold()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def _remember(self) -> None:
        """Note what stands behind the current tag, before it and above it; without one, what did so before."""
        index = self.currentIndex()
        if index.isValid():
            self._near = []
        while index.isValid():
            row, count = index.row(), self._items.rowCount(index.parent())
            self._near += [index.siblingAtRow(each).internalId() for each in (*range(row, count), *range(row)[::-1])]
            index = index.parent()

    def _stay_near(self) -> None:
        """Where the current tag is no longer, go to the nearest one: else the next key would mean the first of all.

        It may only be filtered out, and come back.
        """
        elsewhere = self.window().focusWidget() is not self  # such as in the filter
        if self.currentIndex().isValid() or (self._items.filtered and elsewhere):
            return
        for index in map(self._items.index_of, self._near):
            if index.isValid():
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                break

    def keep_name(self) -> None:
        """Store the name that is being typed on a row, as where somebody leaves it."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys do that Qt does not know."""
        index, key, alt = self.currentIndex(), event.key(), event.modifiers() == ALT
        if not self.tags or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not alt:
            self.chosen.emit(self.tags)
        elif not index.isValid():
            super().keyPressEvent(event)
        elif event.text() in DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.key_wanted.emit(index.data(TAG), event.text())
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(index.data(TAG), 1 if key == Qt.Key.Key_Down else -1)
        elif alt and key == Qt.Key.Key_Right and index.row() > 0:
            self.moved.emit([index.data(TAG)], index.siblingAtRow(index.row() - 1).data(TAG))
        elif alt and key == Qt.Key.Key_Left and index.parent().isValid():
            self.moved.emit([index.data(TAG)], self._items.parent_of(index.parent().data(TAG)))
        else:
            super().keyPressEvent(event)

    def _step(self, tag: int, by: int) -> None:
        order = self._items.siblings(tag)
        place = order.index(tag) + by
        if 0 <= place < len(order):
            order.remove(tag)
            order.insert(place, tag)
            self.arranged.emit(self._items.parent_of(tag), order)

    # ---- mouse

    def _on_clicked(self, index: QModelIndex) -> None:
        """With Ctrl or Shift a click only selects."""
        if not QGuiApplication.keyboardModifiers() & SELECTING:
            self.chosen.emit([index.data(TAG)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Tags of this library may come, and articles."""
        if self._items.dragged(event.mimeData()) or self._items.articles(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would come to stand, or the tag that articles would get."""
        super().dragMoveEvent(event)  # scrolls, and unfolds
        self._show_drop(self._drop_of(event))
        event.setAccepted(self.drop_shown is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where tags or articles were dropped."""
        tags, articles = self._items.dragged(event.mimeData()), self._items.articles(event.mimeData())
        drop = self._drop_of(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would take the rows out
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._show_drop(None)
        if drop is not None and articles:
            self.articles_dropped.emit(drop.target.data(TAG), articles)
        elif drop is not None and drop.order is not None:
            self.arranged.emit(drop.parent, list(drop.order))
        elif drop is not None and any(self._items.parent_of(tag) != drop.parent for tag in tags):
            self.moved.emit(tags, drop.parent)

    def _drop_of(self, event: QDropEvent) -> Drop | None:
        """What dropping it there would do; None: nothing."""
        at, tags = event.position().toPoint(), self._items.dragged(event.mimeData())
        if tags:
            return drop_at(self, self._items, tags, at)
        index = self.indexAt(at)
        return Drop(None, None, index) if index.isValid() and self._items.articles(event.mimeData()) else None

    def _show_drop(self, drop: Drop | None) -> None:
        if drop != self.drop_shown:
            self.drop_shown = drop
            self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """What folds a tag is painted with its row, on the same ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where tags would be dropped."""
        super().paintEvent(event)
        if self.drop_shown is not None:
            paint_drop(QPainter(self.viewport()), self, self.drop_shown, self._rows.theme.accent)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a tag, or of all that are selected if it is one of them."""
        index, place = menu_place(self, event)
        if index.isValid():
            tags = self.tags
            self.menu_wanted.emit(tags if index.data(TAG) in tags else [index.data(TAG)], place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole path of the tag under the mouse, which may be cut, how much it is used, and what it is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._told(index) if index.isValid() else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def _told(self, index: QModelIndex) -> str:
        lines = filter(None, map(index.data, (PATH, USED, DESCRIPTION)))
        return escaped("\n".join(lines))
