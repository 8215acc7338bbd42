"""The byline under the mouse: what stands there can be corrected by a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent

from reader.widgets.text_column import TextColumn


class BylineClicks(QObject):
    """Says which field was clicked, and shows by the pointer that this can be done."""

    field_clicked = Signal(str)

    def __init__(self, pane: TextColumn) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pressed = ""  # the field
        self._pointed = False
        pane.viewport().installEventFilter(self)

    def place(self) -> QPoint:
        """Where the fields of the article stand, on the screen; the upper edge of the text if that is out of sight."""
        place = self._pane.typeset.adornments.byline_place().toPoint() if self._pane.typeset is not None else QPoint()
        return self._pane.viewport().mapToGlobal(QPoint(place.x(), max(8, place.y())))

    def _field_at(self, point: QPoint) -> str:
        return self._pane.typeset.adornments.field_at(point) if self._pane.typeset is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press and a release on the same field is a click on it."""
        if isinstance(event, QMouseEvent):
            field = self._field_at(event.position().toPoint())
            if event.type() == QEvent.Type.MouseMove and not event.buttons():
                self._point(bool(field))
                return bool(field)  # the text would take the pointer back
            if event.button() == Qt.MouseButton.LeftButton:
                return self._click(event, field)
        return super().eventFilter(watched, event)

    def _point(self, on: bool) -> None:
        if on != self._pointed:
            self._pointed = on
            shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.IBeamCursor
            self._pane.viewport().setCursor(shape)

    def _click(self, event: QMouseEvent, field: str) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = field
            return bool(field)
        if event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, ""
            if pressed and pressed == field:
                self.field_clicked.emit(field)
            return bool(pressed)
        return False
