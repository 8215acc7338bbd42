"""The tag tree as the sidebar shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.domain.change import Change
from reader.domain.tag import Tag
from reader.session import Session

TAG = Qt.ItemDataRole.UserRole  # its id
COUNT = Qt.ItemDataRole.UserRole + 1  # highlights that have it
HUE = Qt.ItemDataRole.UserRole + 2  # a name from domain.tag.COLORS
DIGIT = Qt.ItemDataRole.UserRole + 3  # its key, or ""


class TagItems(QStandardItemModel):
    """All tags. Items are made again only when a tag came, went, moved or changed its name."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[int, QStandardItem] = {}
        self._shape: list[tuple[int, int | None, str]] = []
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Take the tags as the library has them now."""
        tree = self._session.tree()
        shape = [(tag.id, tag.parent, tag.name) for tag in tree]
        if shape != self._shape:
            self._shape = shape
            self.clear()
            self._items = {}
            for tag in tree:
                above = self._items[tag.parent] if tag.parent is not None else self.invisibleRootItem()
                item = QStandardItem(tag.name)
                item.setEditable(False)
                item.setData(tag.id, TAG)
                self._items[tag.id] = item
                above.appendRow(item)
        for tag in tree:
            self._update(self._items[tag.id], tag)

    def _update(self, item: QStandardItem, tag: Tag) -> None:
        for value, role in ((tag.highlights, COUNT), (tag.color, HUE), (tag.shortcut, DIGIT)):
            if item.data(role) != value:
                item.setData(value, role)
        if item.toolTip() != tag.description:
            item.setData(tag.description, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _on_changed(self, change: Change) -> None:
        if change.all or change.tags or change.highlights or change.listed:
            self.refresh()
