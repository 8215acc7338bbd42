"""A ring round a pane that shows no focus of its own, once the keyboard brought the focus there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.widgets.row_painting import BY_MOUSE, RING

BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
ENDING = (QEvent.Type.FocusOut, QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class KeyFocus(QObject):
    """Knows of a list whether it is used by keys: then the row with the focus has a ring, which the mouse need not."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self._view = view
        view.setProperty(BY_MOUSE, True)  # as long as no key says otherwise

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which of the two is used."""
        by_keys = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in BY_KEYS
        if by_keys or event.type() == QEvent.Type.KeyPress:
            self._note(by_mouse=False)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._note(by_mouse=True)
        return super().eventFilter(watched, event)

    def _note(self, *, by_mouse: bool) -> None:
        if self._view.property(BY_MOUSE) is not by_mouse:
            self._view.setProperty(BY_MOUSE, by_mouse)
            self._view.viewport().update()


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
