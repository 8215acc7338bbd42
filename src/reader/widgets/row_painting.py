"""What the rows of all lists have in common: their ground, the ring of the focus, and words in a few lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.theme import Theme

LEADING = 3  # px between lines at least
TALL = 1.45  # times a font's size: a line also for scripts that reach higher and lower than the font's own letters
RING = 2  # px
DROP_ROW = "dropRow"  # property of a view: the row that takes what is dragged over it, None for none
BY_MOUSE = "byMouse"  # property of a view: the mouse is used there, so no ring is needed

State = QStyle.StateFlag


def takes_drop(option: QStyleOptionViewItem, row: int) -> bool:
    """Whether what is dragged over a row of a view would be dropped on it."""
    return option.widget is not None and bool(option.widget.property(DROP_ROW) == row)


def paint_drop(painter: QPainter, area: QRect, theme: Theme, *, radius: int = 0) -> None:
    """A row that takes what is dragged over it: as under the mouse, with a ring."""
    painter.setBrush(QColor(theme.hover))
    painter.setPen(QPen(QColor(theme.accent), RING))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def ground_of(state: State, theme: Theme) -> str:
    """The colour behind a row that is chosen or under the mouse; empty for others."""
    if state & State.State_Selected:
        return theme.selection
    return theme.hover if state & State.State_MouseOver else ""


def paint_ground(painter: QPainter, area: QRect, state: State, theme: Theme, *, radius: int = 0) -> None:
    """Fill the ground of a row that is chosen or under the mouse."""
    if ground := ground_of(state, theme):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, radius, radius)


def paint_ring(painter: QPainter, area: QRect, option: QStyleOptionViewItem, theme: Theme, *, radius: int = 0) -> None:
    """A ring round the row that has the focus, where keys are used."""
    state, view = option.state, option.widget
    if state & State.State_HasFocus and not (view is not None and view.property(BY_MOUSE)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        on_chosen = theme.on_selection if ground_of(state, theme) == theme.selection else ""
        painter.setPen(QPen(QColor(on_chosen or theme.accent), RING))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def line_height(font: QFont) -> int:
    """From one line of words to the next, px."""
    metrics = QFontMetrics(font)
    return max(metrics.lineSpacing() + LEADING, round(TALL * QFontInfo(font).pixelSize()))


def lines_of(words: str, font: QFont, width: int, most: int) -> int:
    """How many lines `wrapped` makes of words."""
    layout, made = _layout(words, font), 0
    layout.beginLayout()
    while made < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        made += 1
    layout.endLayout()
    return made


def wrapped(words: str, font: QFont, width: int, lines: int) -> list[str]:
    """The words in at most so many lines, the last one cut with an ellipsis."""
    layout = _layout(words, font)
    units = words.encode("utf-16-le", "surrogatepass")  # Qt counts in them
    made: list[str] = []
    at = 0
    layout.beginLayout()
    while len(made) < lines - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        end = line.textStart() + line.textLength()
        made.append(_text(units[2 * at : 2 * end]).rstrip())
        at = end
    layout.endLayout()
    rest = _text(units[2 * at :]).lstrip()
    if rest:
        made.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return made


def _layout(words: str, font: QFont) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    return layout


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "replace")
