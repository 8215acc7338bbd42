"""The head of a table with a box for each column, which stays in sight while the rows scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

GAP = 3  # px around a box


class Box(QComboBox):
    """Is turned by keys and clicks alone: the wheel scrolls what it stands in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what is below."""
        event.ignore()


class BoxHeader(QHeaderView):
    """Shows the names of columns, and below each its box."""

    def __init__(self, boxes: Sequence[QComboBox], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._boxes = boxes
        self._table = table
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        for box in boxes:
            box.setParent(self.viewport())
            box.installEventFilter(self)
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def sizeHint(self) -> QSize:
        """Room for the boxes below the names."""
        tallest = max((box.sizeHint().height() for box in self._boxes), default=0)
        return super().sizeHint() + QSize(0, tallest + GAP)

    def showEvent(self, event: QShowEvent) -> None:
        """The columns have their places now."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        height = max((box.sizeHint().height() for box in self._boxes), default=0)
        for number, box in enumerate(self._boxes):
            left, width = self.sectionViewportPosition(number), self.sectionSize(number)
            box.setGeometry(left + GAP, self.height() - height - GAP, width - 2 * GAP, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A box that keys come to is brought into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            self._show(self._boxes.index(watched))
        return super().eventFilter(watched, event)

    def _show(self, number: int) -> None:
        bar, start = self._table.horizontalScrollBar(), self.sectionPosition(number)
        end = start + self.sectionSize(number)
        bar.setValue(min(start, max(bar.value(), end - self.viewport().width())))
