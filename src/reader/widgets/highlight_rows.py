"""Painting the rows of the highlights panel: bar of colours, quote, tags, note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.highlight import Highlight
from reader.models.highlight_list import HIGHLIGHT, HighlightList
from reader.models.page import Hues
from reader.theme import Theme, line_color

PAD_X, PAD_Y = 14, 9  # px
BAR = 4  # px
GAP = 10  # px between bar and words
LEADING = 3  # px between the lines of the quote
LINES = 3  # of the quote
SMALL = 0.9  # times the size of the quote
Index = QModelIndex | QPersistentModelIndex


class HighlightRows(QStyledItemDelegate):
    """Paints a Highlight; rows are as high as they need to be."""

    def __init__(self, theme: Theme, width: int = 240) -> None:
        super().__init__()
        self.theme = theme
        self.width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height for the width of the list."""
        line = QFontMetrics(option.font).lineSpacing() + LEADING
        small = QFontMetrics(_small(option.font)).lineSpacing() + 3
        found = index.data(HIGHLIGHT) if index.isValid() else None
        if not isinstance(found, Highlight):  # no one in particular: a full row
            return QSize(self.width, 2 * PAD_Y + LINES * line + 2 * small)
        lines = len(_lines(found.quote, option.font, self._room()))
        height = 2 * PAD_Y + lines * line + small * (bool(found.tags) + bool(found.note.strip()))
        return QSize(self.width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        found, model = index.data(HIGHLIGHT), index.model()
        if not isinstance(found, Highlight) or not isinstance(model, HighlightList):
            return
        theme, area = self.theme, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.hover))
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(theme.border))
        colors = Hues(model.tree).of(found)
        top, height = area.top() + PAD_Y, area.height() - 2 * PAD_Y
        for number, hue in enumerate(colors[:4]):
            begin = top + height * number // min(4, len(colors))
            end = top + height * (number + 1) // min(4, len(colors))
            painter.fillRect(QRect(area.left() + PAD_X, begin, BAR, end - begin), line_color(theme, hue))
        self._paint_words(painter, option.font, found, model, area.left() + PAD_X + BAR + GAP, top)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, font: QFont, found: Highlight, model: HighlightList, left: int, top: int
    ) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        for line in _lines(found.quote, font, self._room()):
            painter.drawText(QPointF(left, top + metrics.ascent()), line)
            top += metrics.lineSpacing() + LEADING
        small = _small(font)
        facts = QFontMetrics(small)
        painter.setFont(small)
        for words, color in ((model.tags_of(found), self.theme.accent), (found.note, self.theme.secondary)):
            line = " ".join(words.split()) if words is found.note else words
            if line:
                top += 3
                painter.setPen(QColor(color))
                shown = facts.elidedText(line[:300], Qt.TextElideMode.ElideRight, self._room())
                painter.drawText(QPointF(left, top + facts.ascent()), shown)
                top += facts.lineSpacing()

    def _room(self) -> int:
        return max(60, self.width - 2 * PAD_X - BAR - GAP)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def _lines(words: str, font: QFont, width: int) -> list[str]:
    """The words in at most LINES lines, the last one cut with an ellipsis."""
    rest = " ".join(words[:600].split())
    layout = QTextLayout(rest, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    ends: list[int] = []
    while len(ends) < LINES - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    starts = [0, *ends]
    made = [rest[start:end].rstrip() for start, end in zip(starts, ends, strict=False)]
    if ends and ends[-1] < len(rest):
        metrics = QFontMetrics(font)
        made.append(metrics.elidedText(rest[ends[-1] :].lstrip(), Qt.TextElideMode.ElideRight, width))
    return made
