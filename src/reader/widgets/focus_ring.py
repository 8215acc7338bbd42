"""A ring round a pane that shows no focus of its own, once the keyboard brought the focus there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

RING = 2  # px
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
ENDING = (QEvent.Type.FocusOut, QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class FocusRing(QWidget):
    """Lies over the pane until a key is pressed or the mouse is used there: then it is known where one is."""

    def __init__(self, pane: QAbstractScrollArea) -> None:
        super().__init__(pane)
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pane = pane
        pane.installEventFilter(self)
        pane.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of the pane."""
        if watched is self._pane and event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.setGeometry(self._pane.rect())
            self.setVisible(event.reason() in BY_KEYS)
            self.raise_()
        elif event.type() in ENDING or event.type() == QEvent.Type.MouseButtonPress:
            self.hide()
        elif watched is self._pane and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._pane.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().accent().color(), RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
