"""Highlights and search hits, painted under the text instead of being put into the document.

So adding one re-shapes nothing, and overlaps stay legible: an averaged tint, an underline lane for each
highlight, a bar for each in the margin.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextBlock
from PySide6.QtWidgets import QTextEdit

from reader.domain.highlight import Span
from reader.domain.text import Utf16Map
from reader.theme import Theme, line_color, tint
from reader.widgets.geometry import OVERHANG, VisibleLine, blocks_between, lines_in, x_ranges

LANES = 4  # underlines below one another
LANE = 3  # px for each
THICK = 2  # px of an underline
LOW, FINE = 20, (2, 1)  # px of a line of small text, below which its lanes are so much apart and as thick
BARS = 4  # bars beside one another in the margin
BAR = 4  # px for each
FEW = 50  # spans that change at once, for which only their paragraphs are worked out anew
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


Extent = tuple[int, int, tuple[str, ...]]  # start, end, colours


class Piece(NamedTuple):
    """A highlight's part in one paragraph: UTF-16 offsets from its start, colours, number, underline lane."""

    start: int
    end: int
    hues: tuple[str, ...]
    highlight: int
    lane: int


class Spans:
    """Highlights by paragraph, each paragraph worked out when it is painted. Offsets are UTF-16."""

    def __init__(self, starts: list[int], end: int) -> None:
        self.starts = starts
        self.end = end
        self.all: dict[int, Extent] = {}
        self._order: list[tuple[int, int, int]] | None = None  # start, minus end, highlight
        self._reach: list[int] | None = None  # how far those up to each in the order go
        self._pieces: dict[int, list[Piece]] = {}
        self._runs: dict[int, list[Extent]] = {}

    def add(self, spans: Mapping[int, Extent]) -> None:
        """Put spans in, by their highlights, none of which is there."""
        self.all.update(spans)
        if len(spans) > FEW:
            self._order = None
        elif self._order is not None:
            for highlight, (start, end, _) in spans.items():
                insort(self._order, (start, -end, highlight))
        self._forget(spans.values())

    def remove(self, highlight: int) -> tuple[int, int] | None:
        """Take a span out; where it was."""
        found = self.all.pop(highlight, None)
        if found is None:
            return None
        start, end, _ = found
        if self._order is not None:
            del self._order[bisect_left(self._order, (start, -end, highlight))]
        self._forget([found])
        return start, end

    def in_paragraph(self, number: int) -> list[Piece]:
        """The pieces in a paragraph by start, the longest first; overlapping ones in different lanes."""
        if number not in self._pieces:
            free: list[int] = []  # where each lane is free again
            pieces = []
            for highlight, start, end, hues in self._in(number):
                lane = next((index for index, until in enumerate(free) if until <= start), len(free))
                free[lane : lane + 1] = [end]
                pieces.append(Piece(start, end, hues, highlight, lane))
            self._pieces[number] = pieces
        return self._pieces[number]

    def runs(self, number: int) -> list[Extent]:
        """The paragraph's highlighted stretches without overlaps, each with the colours over it."""
        if number not in self._runs:
            self._runs[number] = stretches(self.in_paragraph(number))
        return self._runs[number]

    def at(self, position: int) -> list[int]:
        """The highlights over the character at a position, in the order of their starts."""
        number = bisect_right(self.starts, position) - 1
        inside = position - self.starts[number]
        return [piece.highlight for piece in self.in_paragraph(number) if piece.start <= inside < piece.end]

    def _forget(self, spans: Collection[Extent]) -> None:
        """Paragraphs with these are worked out anew."""
        self._reach = None
        if len(spans) > FEW:
            self._pieces.clear()
            self._runs.clear()
            return
        for start, end, _ in spans:
            for number in range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)):
                self._pieces.pop(number, None)
                self._runs.pop(number, None)

    def _in(self, number: int) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
        """The highlights that meet a paragraph, by start, the longest first, each with its part of it."""
        if self._order is None:
            self._order = sorted((start, -end, highlight) for highlight, (start, end, _) in self.all.items())
        if self._reach is None:
            self._reach = list(itertools.accumulate((-end for _, end, _ in self._order), max))
        origin = self.starts[number]
        stop = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else self.end
        for at in range(bisect_right(self._reach, origin), bisect_left(self._order, (stop,))):
            start, end, highlight = self._order[at]
            first, last = max(start, origin) - origin, min(-end, stop) - origin
            if first < last:
                yield highlight, first, last, self.all[highlight][2]


def stretches(spans: Sequence[Piece | Extent]) -> list[Extent]:
    """The stretches over which spans lie that may overlap, without overlaps, each with the first colour of each span.

    The spans are in the order of their starts.
    """
    edges = sorted({edge for span in spans for edge in span[:2]})
    found: list[Extent] = []
    over: list[Piece | Extent] = []
    coming = iter(spans)
    following = next(coming, None)
    for start, end in itertools.pairwise(edges):
        over = [span for span in over if span[1] > start]
        while following is not None and following[0] <= start:
            over.append(following)
            following = next(coming, None)
        if over:
            found.append((start, end, tuple(span[2][0] for span in over)))
    return found


class Hits:
    """What a search found, in order and never overlapping; looked up when a paragraph is painted."""

    def __init__(self, spans: Sequence[Span] = (), units: Utf16Map | None = None) -> None:
        self._spans = spans
        self._units = units

    def __bool__(self) -> bool:
        return bool(self._spans)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The hits that meet a range of the document: number, start, end (UTF-16)."""
        if self._units is None:
            return
        low, high = self._units.to_points(start), self._units.to_points(end)
        number = bisect_right(self._spans, low, key=lambda span: span.end)
        while number < len(self._spans) and self._spans[number].start < high:
            found = self._spans[number]
            yield number, self._units.to_units(found.start), self._units.to_units(found.end)
            number += 1


class Underlay:
    """Paints the spans of one text widget."""

    def __init__(self, view: QTextEdit, theme: Theme) -> None:
        self._view = view
        self.highlights = Spans([0], 0)
        self.hits = Hits()
        self.current_hit: int | None = None
        self.selected: int | None = None
        self.bar_left = 0.0  # x of the margin bars
        self._mixed = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._tints: dict[tuple[str, ...], QColor] = {}
        self._lines: dict[str, QColor] = {}
        self._tile: QPixmap | None = None

    def color_of(self, highlight: int) -> QColor:
        """The colour of a highlight's lines."""
        return self._line(self.highlights.all[highlight][2][0])

    def load(self, text: str, starts: list[int], end: int) -> None:
        """Begin anew for a text whose paragraphs start there."""
        self.highlights = Spans(starts, end)
        self.hits = Hits()
        self.current_hit = self.selected = None
        self._mixed = not text.isascii() and RTL.search(text) is not None

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies under an area of the viewport."""
        offset = self._view.verticalScrollBar().value()
        for block, left, top in blocks_between(self._view, area.top() + offset - OVERHANG, area.bottom() + offset):
            number = block.blockNumber()
            pieces = self.highlights.in_paragraph(number)
            lines = lines_in(block, top - offset, area) if pieces or self.hits else []
            if not lines:
                continue
            mixed = self._mixed and RTL.search(block.text()) is not None
            first, last, origin = lines[0].start, lines[-1].end, block.position()
            for start, end, hues in self.highlights.runs(number):
                if start < last and end > first:
                    for rect, _ in self._rects(lines, left, start, end, mixed):
                        painter.fillRect(rect, self._tint(hues))
            for each, start, end in self.hits.between(origin + first, origin + last):
                for rect, _ in self._rects(lines, left, start - origin, end - origin, mixed):
                    painter.fillRect(rect.adjusted(-1, 0, 1, 0), self._hit_color(each == self.current_hit))
            columns = _columns(block, pieces)
            here = [piece for piece in pieces if piece.start < last and piece.end > first]
            for piece in here:
                self._paint_lines(painter, piece, columns[piece.highlight], lines, left, mixed)
            self._paint_rest(painter, here, columns, lines, left, mixed)

    def at_bar(self, point: QPoint) -> list[int]:
        """The highlight whose bar in the margin is at a point of the viewport; several in the place for the rest."""
        column = int((point.x() - self.bar_left) // BAR)
        if not 0 <= column <= BARS:
            return []
        found: list[int] = []
        offset = self._view.verticalScrollBar().value()
        for block, _, top in blocks_between(self._view, point.y() + offset, point.y() + offset):
            pieces = self.highlights.in_paragraph(block.blockNumber())
            columns = _columns(block, pieces)
            for line in lines_in(block, top - offset, QRect(point, point)):
                if line.y <= point.y() < line.y + line.height:
                    here = [each for each in pieces if each.start < line.end and each.end > line.start]
                    found += [each.highlight for each in here if min(columns[each.highlight], BARS) == column]
        return found

    def _rects(
        self, lines: Sequence[VisibleLine], left: float, start: int, end: int, mixed: bool
    ) -> Iterator[tuple[QRectF, VisibleLine]]:
        """The rectangles that a range of the paragraph covers on these lines."""
        starts = [line.start for line in lines]
        for line in lines[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            low, high = max(start, line.start), min(end, line.end)
            if low < high:
                for x1, x2 in x_ranges(line.line, low, high, mixed):
                    yield QRectF(left + x1, line.y, x2 - x1, line.height), line

    def _hit_color(self, current: bool) -> QColor:
        color = QColor(self._theme.accent if current else self._theme.hit)
        if current:
            color.setAlphaF(0.55)
        return color

    def _paint_lines(
        self, painter: QPainter, piece: Piece, column: int, lines: Sequence[VisibleLine], left: float, mixed: bool
    ) -> None:
        """Underline and margin bar of a highlight, as far as there is room for them, and its frame if it is chosen."""
        selected = piece.highlight == self.selected
        if piece.lane >= LANES and column >= BARS and not selected:
            return
        for rect, line in self._rects(lines, left, piece.start, piece.end, mixed):
            if piece.lane < LANES:
                lane, thick = FINE if line.height < LOW else (LANE, THICK)
                below = line.y + line.height + 1 + piece.lane * lane
                share = rect.width() / len(piece.hues)  # several tags: the underline shows each one's colour in turn
                for index, hue in enumerate(piece.hues):
                    painter.fillRect(QRectF(rect.left() + index * share, below, share, thick), self._line(hue))
            if column < BARS:
                x = self.bar_left + column * BAR
                painter.fillRect(QRectF(x, line.y, BAR - 1, line.height), self._line(piece.hues[0]))
            if selected:
                painter.setPen(self._line(piece.hues[0]))
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_rest(
        self,
        painter: QPainter,
        pieces: Sequence[Piece],
        columns: dict[int, int],
        lines: Sequence[VisibleLine],
        left: float,
        mixed: bool,
    ) -> None:
        """Dots in the place after the last, where more highlights lie over one another than there is room for."""
        for start, end in _merged([each for each in pieces if each.lane >= LANES]):
            for rect, line in self._rects(lines, left, start, end, mixed):
                lane, _ = FINE if line.height < LOW else (LANE, THICK)
                below = line.y + line.height + 1 + LANES * lane
                painter.drawTiledPixmap(QRectF(rect.left(), below, rect.width(), THICK), self._dots())
        x = self.bar_left + BARS * BAR
        beyond = _merged([each for each in pieces if columns[each.highlight] >= BARS])
        for line in lines:
            if any(start < line.end and end > line.start for start, end in beyond):
                painter.drawTiledPixmap(QRectF(x, line.y, THICK, line.height), self._dots())

    def _dots(self) -> QPixmap:
        """A tile with a dot; a dotted line would depend on where painting is clipped."""
        if self._tile is None:
            self._tile = QPixmap(2 * THICK, 2 * THICK)
            self._tile.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._tile)
            painter.fillRect(0, 0, THICK, THICK, QColor(self._theme.secondary))
            painter.end()
        return self._tile

    def _tint(self, hues: tuple[str, ...]) -> QColor:
        if hues not in self._tints:
            self._tints[hues] = tint(self._theme, hues)
        return self._tints[hues]

    def _line(self, hue: str) -> QColor:
        if hue not in self._lines:
            self._lines[hue] = line_color(self._theme, hue)
        return self._lines[hue]


def _columns(block: QTextBlock, pieces: Sequence[Piece]) -> dict[int, int]:
    """Which place in the margin the bar of each highlight has: no two of a line the same."""
    layout = block.layout()
    starts = [layout.lineAt(number).textStart() for number in range(layout.lineCount())] if pieces else []
    free: list[int] = []  # the number of the line from which each place is free
    found: dict[int, int] = {}
    for piece in pieces:
        first = bisect_right(starts, piece.start) - 1
        last = bisect_right(starts, max(piece.start, piece.end - 1)) - 1
        column = next((index for index, line in enumerate(free) if line <= first), len(free))
        free[column : column + 1] = [last + 1]
        found[piece.highlight] = column
    return found


def _merged(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The ranges that pieces, which are sorted by their starts, cover together."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        if found and piece.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], piece.end))
        else:
            found.append((piece.start, piece.end))
    return found
