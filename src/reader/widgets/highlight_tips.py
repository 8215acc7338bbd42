"""What is on the highlight under the mouse: its tags and note, told where the mouse rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QToolTip, QWidget

from reader.widgets.tips import escaped

REST_MS = 400  # until they are told; Qt's own tooltips take longer


class HighlightTips(QObject):
    """Shows the words about a point of a viewport, once the mouse has rested there."""

    def __init__(self, viewport: QWidget, words_at: Callable[[QPoint], str]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._words_at = words_at
        self._at = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._tell)
        viewport.setMouseTracking(True)

    def rest(self, at: QPoint) -> None:
        """The mouse is there now."""
        self._at = at
        self._timer.start()

    def leave(self) -> None:
        """The mouse is there no more."""
        self._timer.stop()

    def _tell(self) -> None:
        words = self._words_at(self._at)
        if words:
            QToolTip.showText(self._viewport.mapToGlobal(self._at), escaped(words), self._viewport)
        else:
            QToolTip.hideText()
