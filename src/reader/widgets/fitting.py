"""Windows that fit on the screen, however small that is: 900 x 600 px with the title bar is enough for each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QWidget

FRAME = QSize(0, 40)  # px that the title bar and the frame take from the screen
LOW = 160  # px that a form is high at least
BESIDE = 24  # px beside a form and what stands below it


def room_for(window: QWidget) -> QSize:
    """How large a window can be on its screen, in px."""
    return window.screen().availableSize() - FRAME


def resize_within(window: QWidget, wanted: QSize) -> None:
    """Give a window this size, or as much of it as the screen has."""
    window.resize(wanted.boundedTo(room_for(window)))


class TallForm(QScrollArea):
    """As high as what it holds; it scrolls where the screen is lower."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab scrolls to each field
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        """All that it holds; Qt would stop at some twenty lines."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as what it holds, with a scroll bar beside that."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(self._held.minimumSizeHint().width() + bar, LOW)


def below_form(below: QWidget) -> QHBoxLayout:
    """A line for what stands below a form that scrolls, with the same space beside it."""
    line = QHBoxLayout()
    line.setContentsMargins(BESIDE, 0, BESIDE, 0)
    line.addWidget(below)
    return line
