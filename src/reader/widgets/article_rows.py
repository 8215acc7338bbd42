"""Painting the rows of the article list: two lines of title, one of facts, and two of what was found in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.article import ArticleRow
from reader.domain.tag import COLORS
from reader.icons import ERROR, icon
from reader.models.article_list import FOUND, ROW
from reader.services.searching import FoundArticle
from reader.session import Session
from reader.theme import Theme, words_color
from reader.widgets.row_painting import ground_of, line_height, paint_ground, paint_ring, wrapped
from reader.widgets.snippets import paint_snippet

PAD_X, PAD_Y = 14, 9  # px
GUTTER = 12  # px at the left, for the dot of unread articles
DOTS = 5  # tags shown at most
DOT = 7  # px
GAP, NEAR = 6, 3  # px between what stands beside one another, and between dots
SOURCE = 5  # characters of the source that are to be seen, before the dots of tags give way
SNIPPET = 2  # lines of what was found
LONGEST = 300  # characters of a title that are looked at
SIGN = 13  # px of the sign of a reported error, which stands below that dot and takes no room from the source
SMALL = 0.88  # times the size of the title
Index = QModelIndex | QPersistentModelIndex


class ArticleRows(QStyledItemDelegate):
    """Paints an ArticleRow."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.theme = theme
        self._snippets = False

    def show_snippets(self, shown: bool) -> bool:
        """Leave room for the words around what is searched for, or do not; whether that changes anything."""
        changes = shown != self._snippets
        self._snippets = shown
        return changes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        small = (1 + SNIPPET * self._snippets) * line_height(_small(option.font))
        return QSize(200, 2 * line_height(option.font) + small + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        paint_ground(painter, area, option.state, self.theme)
        painter.fillRect(QRect(area.left() + PAD_X, area.bottom(), area.width() - PAD_X, 1), QColor(self.theme.border))
        if isinstance(row, ArticleRow):
            found = index.data(FOUND) if self._snippets else None
            self._paint_row(painter, area, option.font, row, ground_of(option.state, self.theme), found)
        paint_ring(painter, area, option, self.theme)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, area: QRect, font: QFont, row: ArticleRow, ground: str, found: FoundArticle | None
    ) -> None:
        theme = self.theme
        left, right = area.left() + PAD_X + GUTTER, area.right() - PAD_X
        line, small = line_height(font), _small(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QFont(font)
        title.setWeight(QFont.Weight.Normal if row.read else QFont.Weight.DemiBold)
        lines = wrapped(row.title[:LONGEST] or "—", title, right - left, 2)
        facts: object = self._snippets or row.source or row.published or row.highlights or row.starred or row.done
        facts = facts or row.reported or row.tags
        height = len(lines) * line + line_height(small) * (bool(facts) + SNIPPET * self._snippets)
        top = area.top() + (area.height() - height) // 2  # in the middle, since all rows are of one height
        if not row.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(words_color(theme, theme.accent, ground))
            painter.drawEllipse(QPointF(left - GUTTER + DOT / 2 - 3, top + line / 2), DOT / 2, DOT / 2)
        painter.setFont(title)
        painter.setPen(words_color(theme, theme.text, ground))
        metrics = QFontMetrics(title)
        first = top + (line - metrics.height()) / 2 + metrics.ascent()
        for number, words in enumerate(lines):
            painter.drawText(QPointF(left, first + number * line), words)
        place = QRect(left, top + len(lines) * line, right - left, line_height(small))
        free = self._paint_hits(painter, small, found, place)
        self._paint_facts(painter, small, row, place.adjusted(0, 0, -free, 0), ground)
        if found is not None:
            place.translate(0, line_height(small) if facts else 0)
            place.setHeight(SNIPPET * line_height(small))
            color = words_color(theme, theme.secondary, ground)
            paint_snippet(painter, place, small, found.snippet, SNIPPET, color, theme)

    def _paint_hits(self, painter: QPainter, font: QFont, found: FoundArticle | None, area: QRect) -> int:
        """How many hits there are, at the right, on their colour; the room that this takes."""
        if found is None or not found.spans:
            return 0
        words, metrics = f"{len(found.spans):,}", QFontMetrics(font)
        width = max(metrics.horizontalAdvance(words) + 2 * GAP, metrics.height())
        box = QRect(area.right() - width, area.center().y() - metrics.height() // 2, width, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.hit))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(self.theme.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return width + GAP

    def _paint_facts(self, painter: QPainter, font: QFont, row: ArticleRow, area: QRect, ground: str) -> None:
        """Source and day at the left; star, dots of tags and number of highlights at the right, as far as they fit."""
        theme, facts = self.theme, QFontMetrics(font)
        line = line_height(font)
        base = area.top() + (line - facts.height()) / 2 + facts.ascent()
        painter.setFont(font)
        day = row.published[:10]
        joined = f" · {day}" if row.source and day else day
        wanted = facts.horizontalAdvance(row.source[:SOURCE] + "…" * (len(row.source) > SOURCE) + joined)
        right = area.right()
        if row.highlights:
            right -= facts.horizontalAdvance(f"{row.highlights:,}")
            painter.setPen(words_color(theme, theme.secondary, ground))
            painter.drawText(QPointF(right, base), f"{row.highlights:,}")
            right -= GAP
        star = facts.horizontalAdvance("★" * row.starred)
        right = self._paint_done(painter, row, facts, right, base, ground)
        room = right - area.left() - wanted - star - 2 * GAP
        right = self._paint_dots(painter, row.tags, right, area.top() + (line - DOT) / 2, room)
        if row.starred:
            right -= star
            painter.setPen(words_color(theme, theme.accent, ground))
            painter.drawText(QPointF(right, base), "★")
            right -= GAP
        if row.reported:
            sign = QRect(area.left() - GUTTER - SIGN // 2, area.top() + (line - SIGN) // 2, SIGN, SIGN)
            icon(ERROR, words_color(theme, theme.accent, ground).name()).paint(painter, sign)
        room = right - area.left() - facts.horizontalAdvance(joined)  # the source is cut, and goes before the day does
        source = facts.elidedText(row.source, Qt.TextElideMode.ElideRight, room) if room > 0 else ""
        words = source + joined if source.strip("…") else day
        painter.setPen(words_color(theme, theme.secondary, ground))
        painter.drawText(QPointF(area.left(), base), words)

    def _paint_done(
        self, painter: QPainter, row: ArticleRow, facts: QFontMetrics, right: int, base: float, ground: str
    ) -> int:
        """A check at the right of what is done; where it begins."""
        if not row.done:
            return right
        right -= facts.horizontalAdvance("✓")
        painter.setPen(words_color(self.theme, self.theme.secondary, ground))
        painter.drawText(QPointF(right, base), "✓")
        return right - GAP

    def _paint_dots(self, painter: QPainter, tags: tuple[int, ...], right: int, top: float, room: int) -> int:
        """Dots of tags from the right, as many as there is room for; where what stands before them ends."""
        tree = self._session.tree()
        known = [tree.by_id[tag] for tag in tags if tag in tree.by_id][: max(0, min(DOTS, room // (DOT + NEAR)))]
        painter.setPen(Qt.PenStyle.NoPen)
        for tag in reversed(known):
            right -= DOT
            painter.setBrush(QColor(COLORS.get(tag.color, tag.color)))
            painter.drawEllipse(QRectF(right, top, DOT, DOT))
            right -= NEAR
        return right - (GAP - NEAR) * bool(known)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
