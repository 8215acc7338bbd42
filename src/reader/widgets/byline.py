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
        self._lines = self._filled([ISOLATED.format(part) for part in parts_of(article)])

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

    def _filled(self, parts: list[str]) -> list[str]:
        lines: list[str] = []
        for part in parts:
            longer = BETWEEN.join([*lines[-1:], part])
            if lines and self._metrics.horizontalAdvance(longer) <= self._width:
                lines[-1] = longer
            else:
                lines.append(part)
        return [self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, self._width) for line in lines]


def parts_of(article: Article) -> list[str]:
    """Source, time, author and editor, those that are known."""
    editor = QCoreApplication.translate("Byline", "edited by {name}").format(name=article.editor)
    parts = (article.source, article.published.replace("T", " "), article.author, editor if article.editor else "")
    return [part for part in parts if part]
