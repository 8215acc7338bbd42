"""Dragging the handles of the chosen highlight, as a mouse does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.widgets.handles import Handle

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def send(handle: Handle, kind: QEvent.Type, at: QPoint, *, alt: bool = False) -> None:
    """Let something happen with the left button at a point of the text's viewport."""
    moved, released = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    where = QPointF(handle.mapFromParent(at)), QPointF(handle.parentWidget().mapToGlobal(at))
    event = QMouseEvent(kind, *where, NONE if moved else LEFT, NONE if released else LEFT, ALT if alt else PLAIN)
    QApplication.sendEvent(handle, event)


def grab(handle: Handle) -> QPoint:
    """Press on the middle of a handle; where that is in the viewport."""
    at = handle.mapToParent(handle.rect().center())
    send(handle, QEvent.Type.MouseButtonPress, at)
    return at


def pull(handle: Handle, by: QPoint, *, alt: bool = False, drop: bool = True) -> None:
    """Drag a handle so far, and let go of it, or not."""
    begin = grab(handle)
    for part in (0.3, 0.7, 1.0):
        send(handle, QEvent.Type.MouseMove, begin + by * part, alt=alt)
    if drop:
        send(handle, QEvent.Type.MouseButtonRelease, begin + by, alt=alt)
