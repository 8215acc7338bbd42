"""Painting the cells of the table of highlights: two lines of words, chips of tags, and the headings of groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.domain.hits import hits
from reader.domain.tag import COLORS, DEFAULT_COLOR
from reader.models.marked_table import FINDING, HEADING, NOTE, QUOTE, TAGS, TITLE, Heading, MarkedTable
from reader.models.page import Hues
from reader.services.searching import Snippet, snippet_of
from reader.session import Session
from reader.storage.highlights import Finding
from reader.theme import Theme, line_color, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring, wrapped
from reader.widgets.snippets import paint_snippet
from reader.widgets.tag_paths import shortened_path

LINES = 2  # of words in a row
PAD_X, PAD_Y = 8, 6  # px
BAR, GAP = 4, 8  # px: the colours of a highlight, and from them to its words
CHIP = 6  # px within a chip beside its words
BETWEEN = 4  # px between chips
SIGNS = 3  # of a name that a chip shows at least, beside others
LONGEST = 400  # characters that are looked at
KEPT = 4_000  # words whose lines are kept
OUTSIDE = 10  # px: so far from a cell an edge is not to be seen in it
TRIANGLE = 8  # px
FOLDING = 26  # px at the left of a heading, where a click folds
Index = QModelIndex | QPersistentModelIndex


class MarkedCells(QStyledItemDelegate):
    """All rows of highlights are alike high, those of headings lower."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self.theme = session, theme
        self._broken: dict[tuple[str, int], list[str]] = {}  # words into lines of a width
        self._short: dict[tuple[str, int], str] = {}  # names of tags in a width
        self._font = ""  # for which those are

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row of highlights."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        painter.save()
        painter.setClipRect(option.rect)
        heading = index.data(HEADING)
        if isinstance(heading, Heading):
            self.paint_group(painter, option, heading)
        else:
            paint_ground(painter, option.rect, option.state, self.theme)
            found = index.data(FINDING)
            if isinstance(found, Finding):
                self._paint_cell(painter, option, index, found)
            self._paint_edge(painter, option.rect)
        self._paint_ring(painter, option, index)
        painter.restore()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, found: Finding) -> None:
        area = QRect(option.rect).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        column, ground = index.column(), ground_of(option.state, self.theme)
        if column == TAGS:
            self._paint_tags(painter, area, option.font, found.highlight.tags, ground)
            return
        if column == QUOTE:
            self._paint_bar(painter, area, found)
            area.setLeft(area.left() + BAR + GAP)
        color = self.theme.text if column in (QUOTE, TITLE) else self.theme.secondary
        if column == QUOTE and found.highlight.state in ("review", "orphan"):
            area.setLeft(area.left() + self._paint_doubt(painter, area, option.font))
        painter.setFont(option.font)
        painter.setPen(words_color(self.theme, color, ground))
        snippet = self._found(index, found)
        if snippet is not None:
            pen = QColor(words_color(self.theme, color, ground))
            paint_snippet(painter, area, option.font, snippet, LINES, pen, self.theme)
            return
        words = " ".join(str(index.data())[:LONGEST].split())
        self._paint_lines(painter, area, self._lines(words, option.font, area.width()))

    def _found(self, index: Index, found: Finding) -> Snippet | None:
        """The words around what is searched for, where that stands in a quote or a note."""
        model = index.model()
        if index.column() not in (QUOTE, NOTE) or not isinstance(model, MarkedTable) or not model.searched:
            return None
        text = found.highlight.quote if index.column() == QUOTE else found.highlight.note
        spans = tuple(hits(text, model.searched))
        return snippet_of(text, spans, spans[0].start) if spans else None

    def _paint_lines(self, painter: QPainter, area: QRect, lines: Sequence[str]) -> None:
        metrics, height = painter.fontMetrics(), line_height(painter.font())
        for number, line in enumerate(lines):
            base = area.top() + number * height + (height - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(area.left(), base), line)

    def _paint_bar(self, painter: QPainter, area: QRect, found: Finding) -> None:
        """The colours of a highlight, one above the other."""
        colors = Hues(self._session.tree(), self._session.people).of(found.highlight)[:4]
        for number, hue in enumerate(colors):
            begin = area.top() + area.height() * number // len(colors)
            end = area.top() + area.height() * (number + 1) // len(colors)
            painter.fillRect(QRect(area.left(), begin, BAR, end - begin), line_color(self.theme, hue))

    def _paint_doubt(self, painter: QPainter, area: QRect, font: QFont) -> int:
        """A sign that somebody has to look where the highlight stands now; what it takes, px."""
        sign, metrics = "?", QFontMetrics(font)
        width = metrics.height()
        box = QRectF(area.left(), area.top() + (line_height(font) - width) / 2, width, width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(box)
        painter.setPen(QColor(self.theme.on_accent))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
        return width + GAP // 2

    def _paint_tags(self, painter: QPainter, area: QRect, font: QFont, tags: Sequence[int], ground: str) -> None:
        """Chips with the names of tags, in as many lines as there is room for; how many more there are."""
        tree, metrics, height = self._session.tree(), QFontMetrics(font), line_height(font)
        known = [(tree.by_id[tag], tree.label(tag)[:LONGEST]) for tag in tags if tag in tree.by_id]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        widths = [min(area.width(), metrics.horizontalAdvance(name) + 2 * CHIP) for _, name in known]
        least = SIGNS * metrics.height() + 2 * CHIP
        chips = _fitted(widths, area.width(), least, lambda count: metrics.horizontalAdvance(f"+{count}"))
        for (tag, name), (line, left, width) in zip(known, chips, strict=False):
            hue = COLORS.get(tag.color, COLORS[DEFAULT_COLOR])
            chip = QRect(area.left() + left, area.top() + line * height + 1, width, height - 2)
            fill = QColor(hue)
            fill.setAlphaF(self.theme.tint)
            painter.setPen(line_color(self.theme, hue))
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(self.theme.text) if not ground else words_color(self.theme, self.theme.text, ground))
            inside = chip.adjusted(CHIP, 0, -CHIP + 1, 0)
            words = self._shortened(name, font, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if len(chips) < len(known):
            more = f"+{len(known) - len(chips)}"
            painter.setPen(words_color(self.theme, self.theme.secondary, ground))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, more)

    def paint_group(self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        """Draw the heading of a group."""
        self._paint_heading(painter, option, heading)
        self._paint_edge(painter, option.rect)

    def _paint_edge(self, painter: QPainter, area: QRect) -> None:
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(self.theme.border))

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        """One line through all cells of the row, from the left edge of what is seen."""
        theme, table = self.theme, option.widget
        ground = ground_of(option.state, theme)
        painter.fillRect(option.rect, QColor(ground or theme.panel))
        width = table.viewport().width() if isinstance(table, QTableView) else option.rect.width()
        area = QRect(0, option.rect.top(), width, option.rect.height()).adjusted(PAD_X, 0, -PAD_X, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.secondary))
        painter.drawPolygon(_triangle(QPoint(area.left() + TRIANGLE // 2, area.center().y()), heading.folded))
        font = QFont(option.font)
        font.setBold(True)
        count, metrics = f"{heading.count:,}", QFontMetrics(font)
        area.setLeft(area.left() + TRIANGLE + GAP)
        words = metrics.elidedText(
            heading.words[:LONGEST],
            Qt.TextElideMode.ElideMiddle,
            area.width() - QFontMetrics(option.font).horizontalAdvance(count) - 2 * GAP,
        )
        painter.setFont(font)
        painter.setPen(words_color(theme, theme.text, ground))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, side, words)
        painter.setFont(option.font)
        painter.setPen(words_color(theme, theme.secondary, ground))
        painter.drawText(area.adjusted(metrics.horizontalAdvance(words) + GAP, 0, 0, 0), side, count)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The part of a cell in the ring round the row that has the focus."""
        table = option.widget
        if isinstance(table, QTableView) and index.row() == table.currentIndex().row() and table.hasFocus():
            whole, header = QStyleOptionViewItem(option), table.horizontalHeader()
            whole.state |= QStyle.StateFlag.State_HasFocus
            at, last = header.visualIndex(index.column()), header.count() - header.hiddenSectionCount() - 1
            shown = sum(not header.isSectionHidden(header.logicalIndex(each)) for each in range(at))
            before, behind = OUTSIDE * (shown > 0), OUTSIDE * (shown < last)
            paint_ring(painter, option.rect.adjusted(-before, 0, behind, 0), whole, self.theme)

    def _lines(self, words: str, font: QFont, width: int) -> list[str]:
        """Words in at most LINES lines, worked out once."""
        self._forget(font)
        if (words, width) not in self._broken:
            self._broken[words, width] = wrapped(words, font, max(width, 20), LINES)
        return self._broken[words, width]

    def _shortened(self, name: str, font: QFont, width: int) -> str:
        """What there is room for of the name of a tag, worked out once."""
        self._forget(font)
        if (name, width) not in self._short:
            self._short[name, width] = shortened_path(name, width, QFontMetrics(font).horizontalAdvance)
        return self._short[name, width]

    def _forget(self, font: QFont) -> None:
        """Let go of what was worked out for another font, or if it is much."""
        if font.key() != self._font or len(self._broken) + len(self._short) > KEPT:
            self._font, self._broken, self._short = font.key(), {}, {}


def row_height(font: QFont) -> int:
    """Of every row of highlights, px."""
    return LINES * line_height(font) + 2 * PAD_Y


def heading_height(font: QFont) -> int:
    """Of the row above a group, px."""
    return line_height(font) + PAD_Y


def _fitted(
    widths: Sequence[int], room: int, least: int, width_of_more: Callable[[int], int]
) -> list[tuple[int, int, int]]:
    """The line, the left edge and the width of each that is shown; one in the last line leaves room for "+3".

    One that would be cut to less than `least` is none of them.
    """
    places = [(line, left, width) for (line, left), width in zip(_flowed(widths, room, LINES), widths, strict=False)]
    while len(places) < len(widths) and places[-1][0] == LINES - 1:
        line, left, width = places.pop()
        cut = room - left - BETWEEN - width_of_more(len(widths) - len(places) - 1)
        if cut >= min(width, least):
            return [*places, (line, left, min(width, cut))]
    return places


def _flowed(widths: Sequence[int], room: int, lines: int) -> Iterator[tuple[int, int]]:
    """The line and the left edge of each that fits, one after the other."""
    line = left = 0
    for width in widths:
        if left and left + width > room:
            line, left = line + 1, 0
        if line >= lines:
            return
        yield line, left
        left += width + BETWEEN


def _triangle(middle: QPoint, folded: bool) -> QPolygonF:
    half = TRIANGLE / 2
    points = [(-half / 2, -half), (half / 2 + 1, 0.0), (-half / 2, half)]
    if not folded:
        points = [(-half, -half / 2), (half, -half / 2), (0.0, half / 2 + 1)]
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in points])
