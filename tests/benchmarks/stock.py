"""The floor under the reading pane: a stock QTextEdit with the same text and no highlights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.measure import cpu_ms
from benchmarks.program import settled

SIZE = (760, 760)  # px
QT = "QTextEdit"
PLACES = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(slots=True)
class Floor:
    """What it takes, ms of CPU."""

    show: float
    repaint: float
    scroll: float
    drag: float
    zoom: dict[str, float] = field(default_factory=dict)  # by place


def painted(pane: QTextEdit) -> None:
    """Paint all of it now."""
    pane.viewport().repaint()


def scrolling(view: QTextEdit) -> Callable[[], None]:
    """A step of a page in the middle of a text, forth and back, until it is painted."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settled()
    way = [1]

    def step() -> None:
        way[0] = -way[0]
        bar.setValue(bar.value() + way[0] * int(view.viewport().height() * 0.9))
        settled()

    return step


def dragging(view: QTextEdit) -> float:
    """The time of one frame while the mouse selects some lines more."""
    port, left = view.viewport(), Qt.MouseButton.LeftButton

    def send(kind: QMouseEvent.Type, at: QPoint) -> None:
        where = QPointF(at)
        event = QMouseEvent(kind, where, port.mapToGlobal(where), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(port, event)

    steps = iter(range(100, 700, 40))

    def drag() -> None:
        send(QMouseEvent.Type.MouseMove, QPoint(400, next(steps)))
        settled()

    send(QMouseEvent.Type.MouseButtonPress, QPoint(120, 80))
    taken = cpu_ms(drag)
    send(QMouseEvent.Type.MouseButtonRelease, QPoint(400, 700))
    settled()
    return taken


def floor_of(text: str) -> Floor:
    """Measure it."""
    view = QTextEdit()
    view.setReadOnly(True)
    view.resize(*SIZE)
    view.show()
    settled()

    def show() -> None:
        view.setPlainText(text)
        painted(view)

    found = Floor(cpu_ms(show, repeat=3), 0, 0, 0)
    for name, part in PLACES.items():
        found.zoom[name] = _zoom(view, int(part * (len(text) - 1)))
    found.scroll = cpu_ms(scrolling(view))
    found.repaint = cpu_ms(lambda: painted(view))
    found.drag = dragging(view)
    view.close()
    view.deleteLater()
    return found


def _zoom(view: QTextEdit, position: int) -> float:
    """One step of the size with the caret kept in view."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    painted(view)
    steps = iter([1, -1] * 10)

    def zoom() -> None:
        view.zoomIn(next(steps))
        view.ensureCursorVisible()
        painted(view)

    return cpu_ms(zoom, repeat=4)
