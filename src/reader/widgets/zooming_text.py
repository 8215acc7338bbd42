"""A column of text whose size changes by steps, also with the wheel."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent

from reader.models.typography import nearest
from reader.theme import Theme
from reader.widgets.geometry import line_rect
from reader.widgets.text_column import TextColumn


@dataclass(frozen=True, slots=True)
class Held:
    """What the wheel holds in place: a point, the position (UTF-16) at it, and how far down its line it is (0 to 1)."""

    point: QPoint = field(default_factory=QPoint)
    position: int = 0
    part: float = 0.0
    value: int = -1  # of the scroll bar, after the last step


class ZoomingText(TextColumn):
    """Keeps the line under the pointer, or else the first visible character, where it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._wheel = Held()

    def larger(self) -> None:
        """One step up, to 72 points."""
        self.set_typography(self._typography.larger())

    def smaller(self) -> None:
        """One step down, to 8 points."""
        self.set_typography(self._typography.smaller())

    def reset_size(self, size: float) -> None:
        """The size given, as one of the steps."""
        self.set_typography(replace(self._typography, size=nearest(size)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size; the line under the pointer stays."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        delta, value = event.angleDelta().y(), self.verticalScrollBar().value()
        if delta and self._page is not None:
            point = event.position().toPoint()
            if self._wheel.point != point or self._wheel.value != value:  # not one more step at the same place
                position = self.cursorForPosition(point).position()
                rect = line_rect(self, position)
                self._wheel = Held(point, position, (point.y() + value - rect.top()) / max(1.0, rect.height()))
            held = self._wheel
            self.set_typography(self._typography.larger() if delta > 0 else self._typography.smaller())
            self._jump(held.position, above=round(point.y() - held.part * line_rect(self, held.position).height()))
            self._anchor = None
            self._wheel = replace(held, value=self.verticalScrollBar().value())
            self.moved.emit()
        event.accept()
