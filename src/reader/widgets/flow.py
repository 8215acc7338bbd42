"""A layout that puts widgets beside one another, and on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

SPACING = 4  # px


class Flow(QLayout):
    """Its height follows from its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None of them."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its lines take, px."""
        return self._lay(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put all in their places."""
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest one, which is cut where there is no room for it."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(0, item.sizeHint().height()))
        return size

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                left, top, height = rect.left(), top + height + SPACING, 0
            if moving:
                item.setGeometry(QRect(left, top, size.width(), size.height()))
            left, height = left + size.width() + SPACING, max(height, size.height())
        return top + height - rect.top()
