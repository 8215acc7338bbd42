"""Rows of tables: one block whose cells, parted by tabs, are laid out beside one another."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextBlock, QTextLayout, QTextLine, QTextOption

GAP = 12.0  # px between two cells
LEAST = 30.0  # px of a cell
TRIES = 8  # to end a line where its cell's text is to be broken


def lay_row(block: QTextBlock, font: QFont, left: float, width: float, distance: float, baseline: float) -> float:
    """Lay out the cells of a row in columns of the same width; its height, px.

    `distance` is that of two lines, `baseline` how far below the top of a line its characters stand. The lines of a
    row are in the order of the text, but not one under another.
    """
    layout, cells = block.layout(), block.text().split("\t")
    column = width / len(cells)
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)  # they are ended by their length
    layout.setTextOption(option)
    layout.beginLayout()
    end, most = 0, 1
    for number, cell in enumerate(cells):
        begin = end
        parts = _ends(cell, font, max(LEAST, column - GAP))
        parts[-1] += number + 1 < len(cells)  # the tab belongs to the cell before it
        for row, part in enumerate(parts):
            line = layout.createLine()
            if not line.isValid():
                break
            _fill(line, begin + part)
            line.setPosition(QPointF(left + number * column, row * distance + baseline - line.ascent()))
        end = begin + parts[-1]
        most = max(most, len(parts))
    while (rest := layout.createLine()).isValid():  # what could not be ended as wished
        rest.setLineWidth(width)
        rest.setPosition(QPointF(left, most * distance + baseline - rest.ascent()))
        most += 1
    layout.endLayout()
    return most * distance


def _ends(cell: str, font: QFont, width: float) -> list[int]:
    """Where the lines of a cell end that is so wide, in UTF-16 units from its start."""
    layout = QTextLayout(cell, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(line.textStart() + line.textLength())
    layout.endLayout()
    return found or [0]


def _fill(line: QTextLine, end: int) -> None:
    """Make a line reach to a position of its text; Qt counts in signs, which may be several units each."""
    columns = max(1, end - line.textStart())
    for _ in range(TRIES):
        line.setNumColumns(columns)
        missing = end - line.textStart() - line.textLength()
        if not missing or columns + missing < 1:
            return
        columns += missing
