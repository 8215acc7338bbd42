"""The layout of an article's document: only the paragraphs that are looked at are shaped.

The heights of the others are estimated, so that a text of two million characters opens, jumps and changes its
size as fast as a short one. Paragraphs with inline pictures; no tables, which our documents do not have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextLayout,
    QTextLine,
)

from reader.models.document import PLACEHOLDER, Own
from reader.widgets.geometry import first_line, is_row, nearest_line, x_of
from reader.widgets.inline_objects import Pictures, Placeholders
from reader.widgets.table_rows import lay_row

OBJECT = "\ufffc"
SHORT = 3_000  # Han characters of a text that is shaped at once
PICTURES = 200  # of a text, whose height is not estimated
TALL = 1.5  # times the distance of lines, from which a line holds a picture
AROUND = 0.3  # times the distance of lines, free above and below a picture


class VirtualLayout(QAbstractTextDocumentLayout):
    """Lays out blocks one under another between two margins, each with its own block format, or else `plain`.

    `continued` are the numbers of the blocks that go on with the paragraph of the one before.
    """

    def __init__(self, document: QTextDocument, blocks: Sequence[str], continued: Collection[int] = ()) -> None:
        super().__init__(document)
        self.plain = QTextBlockFormat()
        self.margin = 20.0  # px on the left and right of the column
        self.top = 20.0  # px above the first paragraph
        self.bottom = 20.0  # px below the last one
        self._width = 800.0
        self._heights: list[float] = []
        self._tops: list[float] | None = None
        self._estimated_for: tuple[object, ...] = ()
        self._shaped: list[int] = []  # in which generation each block was shaped
        self._generation = 0
        self._continued = continued
        self._ems = [_em_width(each) for each in blocks]  # estimated widths in Han characters
        pictured = [number for number, each in enumerate(blocks) if OBJECT in each]
        self._eager = range(len(blocks)) if sum(self._ems) < SHORT else pictured[:PICTURES]
        self._pictures, self.placeholders = Pictures(self), Placeholders(self)
        self.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self._pictures)
        self.registerHandler(PLACEHOLDER, self.placeholders)

    def tops(self) -> list[float]:
        """The y of each block, and of the end."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=self.top))
        return self._tops

    def block_at(self, y: float) -> int:
        """The number of the block at a height."""
        return max(0, min(len(self._heights) - 1, bisect_right(self.tops(), y) - 1))

    def ensure(self, top: float, bottom: float) -> None:
        """Shape everything between two heights; what is below may move."""
        number = self.block_at(top)
        y = self.tops()[number]
        block = self.document().findBlockByNumber(number)
        while block.isValid() and y < bottom:
            self.shape(number, block)
            y += self._heights[number]
            number, block = number + 1, block.next()

    def shape(self, number: int, block: QTextBlock) -> QTextLayout:
        """The block's lines, made now unless they are there."""
        layout = block.layout()
        if self._shaped[number] == self._generation:
            return layout
        self._shaped[number] = self._generation
        block.clearLayout()
        form = self._format_of(number, block)
        option = self.document().defaultTextOption()
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)  # the stock layout does this by itself
        elif form.alignment() & Qt.AlignmentFlag.AlignJustify:
            option.setAlignment(Qt.AlignmentFlag.AlignJustify)
        layout.setTextOption(option)
        if is_row(block):
            distance, baseline = form.lineHeight(), float(form.property(Own.BASELINE))
            left, width = form.leftMargin(), self._width - 2 * self.margin - form.leftMargin()
            height = lay_row(block, self.document().defaultFont(), left, width, distance, baseline)
            height += form.bottomMargin()
        else:
            height = self._lay_lines(layout, form)
        if abs(height - self._heights[number]) > 0.01:
            self._heights[number] = height
            self._tops = None
        return layout

    def _format_of(self, number: int, block: QTextBlock) -> QTextBlockFormat:
        own = block.blockFormat()
        form = QTextBlockFormat(self.plain if own.isEmpty() else own)
        if number in self._continued:
            form.setTextIndent(0)
            form.setTopMargin(0)
        elif form.property(Own.HAN):
            text = block.text()
            white = text[: len(text) - len(text.lstrip())]
            if white:  # white space that the paragraph brings along counts as indent
                taken = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(white)
                form.setTextIndent(form.textIndent() - taken)
        if number + 1 in self._continued:
            form.setBottomMargin(0)
        return form

    def _lay_lines(self, layout: QTextLayout, form: QTextBlockFormat) -> float:
        distance, baseline = form.lineHeight(), float(form.property(Own.BASELINE) or 0.0)
        y = form.topMargin()
        indent = form.textIndent()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            left = form.leftMargin() + indent
            line.setLineWidth(max(40.0, self._width - 2 * self.margin - left))
            if line.height() > TALL * distance:
                line.setPosition(QPointF(left, y + AROUND * distance))
                y += line.height() + 2 * AROUND * distance
            else:  # as far apart whatever fonts stand in for some characters
                line.setPosition(QPointF(left, y + baseline - line.ascent()))
                y += distance
            indent = 0.0
        layout.endLayout()
        return y + form.bottomMargin()

    def _estimate(self) -> None:
        document = self.document()
        self._generation += 1
        form, font = self.plain, document.defaultFont().key()
        facts = (font, self._width, self.margin, form.lineHeight(), form.bottomMargin())
        if facts == self._estimated_for:
            return  # a change of a few formats: what was shaped is shaped again when it is looked at
        self._estimated_for = facts
        metrics = QFontMetricsF(document.defaultFont())
        per_line = max(1.0, (self._width - 2 * self.margin) / metrics.horizontalAdvance("国") - 0.5)
        line, gap = self.plain.lineHeight() or metrics.height(), self.plain.bottomMargin()
        self._heights = [(int(ems / per_line) + 1) * line + gap for ems in self._ems]
        self._shaped = [0] * len(self._heights)
        self._tops = None
        for number in self._eager:
            self.shape(number, document.findBlockByNumber(number))

    # What Qt calls. An exception that leaves one of these can end the process without a traceback.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Everything may be different: estimate anew."""
        width = self.document().pageSize().width()
        self._width = width if width > 0 else self._width
        self._estimate()
        self.documentSizeChanged.emit(self.documentSize())
        self.update.emit()  # its QRectF cannot be emitted from Python

    def documentSize(self) -> QSizeF:
        """Width and (partly estimated) height in px."""
        if not self._heights:
            self._estimate()
        return QSizeF(self._width, self.tops()[-1] + self.bottom)

    def pageCount(self) -> int:
        """One endless page."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """All of it."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block stands; it is shaped for that."""
        if not block.isValid() or not self._heights:
            return QRectF()
        number = block.blockNumber()
        layout = self.shape(number, block)
        layout.setPosition(QPointF(self.margin, self.tops()[number]))
        return QRectF(self.margin, self.tops()[number], self._width - 2 * self.margin, self._heights[number])

    def hitTest(self, point: object, accuracy: Qt.HitTestAccuracy) -> int:
        """The position (UTF-16) at a point of the document; where that is to be exact, -1 beside the characters."""
        if not isinstance(point, QPointF) or not self._heights:
            return -1
        number = self.block_at(point.y())
        block = self.document().findBlockByNumber(number)
        layout = self.shape(number, block)
        x, y = point.x() - self.margin, point.y() - self.tops()[number]
        if not layout.lineCount():
            return block.position()
        distance = block.blockFormat().lineHeight() or self.plain.lineHeight()
        if is_row(block):
            line = nearest_line(layout, x, y)
        else:
            at = first_line(layout, lambda line: y < line.y() + (line.height() + max(distance, line.height())) / 2)
            line = layout.lineAt(min(at, layout.lineCount() - 1))
        if accuracy == Qt.HitTestAccuracy.ExactHit and not _is_on(line, x, y):
            return -1
        place = QTextLine.CursorPosition.CursorOnCharacter
        if accuracy != Qt.HitTestAccuracy.ExactHit:
            place = QTextLine.CursorPosition.CursorBetweenCharacters
        return block.position() + int(x_of(line.xToCursor(x, place)))

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw what the clip shows."""
        # Each format is copied: keeping the context's own field crashes.
        marks = [
            (each.cursor.selectionStart(), each.cursor.selectionEnd(), QTextCharFormat(each.format))
            for each in list(context.selections)
        ]
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        number = self.block_at(context.clip.top())
        block = self.document().findBlockByNumber(number)
        y = self.tops()[number]
        while block.isValid() and y < context.clip.bottom():
            layout = self.shape(number, block)
            layout.setPosition(QPointF(self.margin, y))
            layout.draw(painter, QPointF(0, 0), _ranges_in(block, marks), context.clip)
            caret = context.cursorPosition - block.position()
            if 0 <= caret < block.length():
                layout.drawCursor(painter, QPointF(0, 0), caret, 1)
            y += self._heights[number]
            number, block = number + 1, block.next()


def _is_on(line: QTextLine, x: float, y: float) -> bool:
    """Whether a point of the block is on the characters of a line."""
    return line.naturalTextRect().contains(QPointF(x, y))


def _em_width(paragraph: str) -> float:
    """Han characters count 1, Latin ones a half."""
    wide = (len(paragraph.encode("utf-8", "surrogatepass")) - len(paragraph)) / 2
    return wide + (len(paragraph) - wide) * 0.5


def _ranges_in(block: QTextBlock, marks: list[tuple[int, int, QTextCharFormat]]) -> list[QTextLayout.FormatRange]:
    found = []
    for start, end, style in marks:
        first = max(start - block.position(), 0)
        last = min(end - block.position(), block.length())
        if first < last:
            each = QTextLayout.FormatRange()
            each.start, each.length, each.format = first, last - first, style
            found.append(each)
    return found
