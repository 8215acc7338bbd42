"""The tag tree of the sidebar: keys, dragging, and which tags are folded."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QToolTip, QTreeView

from reader.models.tag_items import DESCRIPTION, PATH, TAG, UID, TagItems
from reader.settings import Settings
from reader.widgets.menu_place import menu_place


class TagTreeView(QTreeView):
    """Says what is wished for; the tree follows once it is stored. What is folded stays so, also after a restart.

    Left and Right fold and unfold, F2 edits, Del deletes, the menu key opens the menu of the current tag.
    """

    moved = Signal(int, object)  # a tag, and under which one, or None
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)  # on the screen

    def __init__(self, items: TagItems, rows: QStyledItemDelegate, settings: Settings) -> None:
        super().__init__()
        self._items, self._settings = items, settings
        self._folded = set(settings.folded.split())
        self._kept: tuple[int | None, bool] = (None, False)  # the current tag, and whether it is selected
        self.setObjectName("tagTree")
        self.setModel(items)
        self.setItemDelegate(rows)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(index.data(TAG)))
        self._unfold()
        self.collapsed.connect(lambda index: self._fold(index.data(UID), True))
        self.expanded.connect(lambda index: self._fold(index.data(UID), False))
        items.rebuilding.connect(self._remember)
        items.rebuilt.connect(self._restore)

    def _fold(self, uid: str, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(uid)
        self._settings.folded = " ".join(sorted(self._folded))

    def _unfold(self) -> None:
        """Show what is below every tag that was not folded."""
        self.blockSignals(True)
        for item in self._items.all():
            self.setExpanded(item.index(), item.data(UID) not in self._folded)
        self.blockSignals(False)

    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = index.data(TAG), self.selectionModel().isSelected(index)

    def _restore(self) -> None:
        self._unfold()
        tag, selected = self._kept
        index = self._items.index_of(tag)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect if selected else flags.NoUpdate)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a tag was dropped."""
        dragged = self.currentIndex().data(TAG)
        target = self.indexAt(event.position().toPoint())
        on_item = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.OnItem
        parent = target if on_item else target.parent()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged is not None and dragged != parent.data(TAG):
            self.moved.emit(dragged, parent.data(TAG) if parent.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Del deletes."""
        tag = self.currentIndex().data(TAG)
        if tag is not None and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(tag)
        elif tag is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(tag)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a tag."""
        index, place = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(index.data(TAG), place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole path of the tag under the mouse, which may be cut, and what it is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), _words(index) if index.isValid() else "", self.viewport())
            return True
        return super().viewportEvent(event)


def _words(index: QModelIndex) -> str:
    lines = filter(None, (index.data(PATH), index.data(DESCRIPTION)))
    # A tooltip may be taken for rich text: these words are somebody's.
    return f"<p style='white-space:pre-wrap'>{html.escape(chr(10).join(lines))}</p>"
