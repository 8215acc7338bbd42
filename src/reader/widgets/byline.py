"""Source, time, author and editor of an article, drawn between its title and its text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reader.domain.article import Article

SIZE = 0.82  # times the text's
ABOVE, BELOW = 0.7, 1.3  # lines of it that stay free above and below
BETWEEN = " · "
# Each part by itself, so that a name in Arabic does not turn the date beside it round (Unicode's FSI and PDI).
ISOLATED = "\u2068{}\u2069"


class Byline:
    """The parts that are known, in as many lines as they need."""

    def __init__(self, article: Article, font: QFont, width: float) -> None:
        self.font = QFont(font)
        self.font.setPointSizeF(font.pointSizeF() * SIZE)
        self._metrics = QFontMetricsF(self.font)
        self._width = width
        self._names: list[list[str]] = []  # the fields in each line
        self._lines = self._filled(named_parts(article))

    @property
    def height(self) -> float:
        """With the space above and below, px."""
        return (len(self._lines) + ABOVE + BELOW) * self._metrics.height() if self._lines else self._metrics.height()

    def paint(self, painter: QPainter, left: float, top: float, color: QColor, *, from_right: bool) -> None:
        """Draw it from that height on, its free space included; `from_right`: aligned as right-to-left text is."""
        painter.setFont(self.font)
        painter.setPen(color)
        baseline = top + ABOVE * self._metrics.height() + self._metrics.ascent()
        for number, words in enumerate(self._lines):
            x = left + self._width - self._metrics.horizontalAdvance(words) if from_right else left
            painter.drawText(QPointF(x, baseline + number * self._metrics.height()), words)

    def field_at(self, x: float, y: float, *, from_right: bool) -> str:
        """The field at a place of it, px from its left and top; empty where there is none."""
        number = int(y / self._metrics.height() - ABOVE) if y >= ABOVE * self._metrics.height() else -1
        if not 0 <= number < len(self._lines):
            return ""
        words = self._lines[number]
        x -= self._width - self._metrics.horizontalAdvance(words) if from_right else 0.0
        if not 0 <= x <= self._metrics.horizontalAdvance(words):
            return ""
        before = ""
        for name, part in zip(self._names[number], words.split(BETWEEN), strict=False):
            before += part + BETWEEN
            if x <= self._metrics.horizontalAdvance(before):
                return name
        return self._names[number][-1]

    def _filled(self, parts: dict[str, str]) -> list[str]:
        lines: list[str] = []
        for name, words in parts.items():
            part = ISOLATED.format(words)
            longer = BETWEEN.join([*lines[-1:], part])
            if lines and self._metrics.horizontalAdvance(longer) <= self._width:
                lines[-1] = longer
                self._names[-1].append(name)
            else:
                lines.append(part)
                self._names.append([name])
        return [self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, self._width) for line in lines]


def parts_of(article: Article) -> list[str]:
    """Source, time, author and editor, those that are known."""
    return list(named_parts(article).values())


def named_parts(article: Article) -> dict[str, str]:
    """The same by the names of the fields."""
    editor = QCoreApplication.translate("Byline", "edited by {name}").format(name=article.editor)
    parts = {"source": article.source, "published": article.published.replace("T", " "), "author": article.author}
    parts["editor"] = editor if article.editor else ""
    return {name: words for name, words in parts.items() if words}
