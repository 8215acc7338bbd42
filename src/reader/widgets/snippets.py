"""Words around what was found, with the hits marked, in a few lines of a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.domain.text import Utf16Map
from reader.services.searching import Snippet
from reader.theme import Theme
from reader.widgets.row_painting import line_height


def paint_snippet(
    painter: QPainter, area: QRect, font: QFont, snippet: Snippet, lines: int, color: QColor, theme: Theme
) -> None:
    """Draw a snippet from the upper edge of an area on, in at most so many lines."""
    layout = QTextLayout(snippet.text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_marks(snippet, theme))
    layout.beginLayout()
    step = line_height(font)
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, number * step + (step - line.height()) / 2))
    layout.endLayout()
    painter.setPen(color)
    painter.save()
    painter.setClipRect(area)
    layout.draw(painter, QPointF(area.topLeft()))
    painter.restore()


def _marks(snippet: Snippet, theme: Theme) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(snippet.text)
    marked = QTextCharFormat()
    marked.setBackground(QColor(theme.hit))
    marked.setForeground(QColor(theme.text))
    made: list[QTextLayout.FormatRange] = []
    for span in snippet.spans:
        each = QTextLayout.FormatRange()
        each.start, end = units.to_units(span.start), units.to_units(span.end)
        each.length, each.format = end - each.start, marked
        made.append(each)
    return made
