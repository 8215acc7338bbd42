"""Tags of the sidebar dropped on articles of the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QRubberBand

from reader.widgets.article_list import ArticleListPane

COMING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class TagsDropped(QObject):
    """Says on which articles: that of the row, or all that are selected if it is one of them."""

    dropped = Signal(list, list)  # tags, articles

    def __init__(self, listing: ArticleListPane, dragged: Callable[[QMimeData], list[int]]) -> None:
        """`dragged` gives the tags that something dragged stands for; none if it is something else."""
        super().__init__(listing)
        self._listing, self._dragged = listing, dragged
        view = listing.view.viewport()
        self.ring = QRubberBand(QRubberBand.Shape.Rectangle, view)
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take tags; what else is dragged is for others."""
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.ring.hide()
        if not isinstance(event, QDropEvent):  # which those that are on their way are, too
            return super().eventFilter(watched, event)
        tags = self._dragged(event.mimeData())
        if not tags:
            return super().eventFilter(watched, event)
        row = self._listing.view.indexAt(event.position().toPoint())
        if event.type() in COMING:
            self._show(row)
            event.setAccepted(row.isValid() or event.type() == QEvent.Type.DragEnter)
        elif row.isValid():
            event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would take the tags out of their tree
            event.accept()
            self.dropped.emit(tags, self._articles(row.row()))
        return True

    def _show(self, row: QModelIndex) -> None:
        """Where they would be dropped."""
        self.ring.setGeometry(self._listing.view.visualRect(row))
        self.ring.setVisible(row.isValid())

    def _articles(self, row: int) -> list[int]:
        article, selected = self._listing.model.id_at(row), self._listing.selected()
        return selected if article in selected else [] if article is None else [article]
