"""An open page as a document: laid out, and set anew for each size, width and theme."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QTextEdit

from reader.domain.article import Article
from reader.domain.scripts import LANGUAGES, language_in, shown
from reader.models.document import Styling, plain
from reader.models.page import Page
from reader.models.typography import Typography, font_for
from reader.theme import Theme
from reader.widgets.adornments import Adornments
from reader.widgets.byline import Byline
from reader.widgets.virtual_layout import VirtualLayout

LEAST_MARGIN = 44  # px beside the column; the highlights' bars stand there
LEAST_COLUMN = 120.0  # px
TOP, BOTTOM = 28, 84  # px above the first paragraph and below the last


class Typeset:
    """The document of one page in a script, with its layout and what is drawn around the text."""

    def __init__(self, view: QTextEdit, page: Page, script: str) -> None:
        self._page, self._script = page, script
        blocks = page.shown.split("\n")
        units_in = len if page.units.is_plain else _units_in
        self.starts = list(accumulate((units_in(block) + 1 for block in blocks), initial=0))[:-1]
        self.document = plain(page, view, script)
        self.document.setDocumentMargin(0)
        continued = {bisect_right(self.starts, page.units.to_units(seam)) - 1 for seam in page.seams}
        self.layout = VirtualLayout(self.document, blocks, continued)
        self.document.setDocumentLayout(self.layout)
        self.adornments = Adornments(view, page, self.starts)
        self.font = QFont()
        self._styled: tuple[object, ...] = ()
        self._below = 0

    def leave_below(self, height: int) -> None:
        """Leave so many px more free below the last paragraph."""
        self._below = height
        self.layout.bottom = BOTTOM + height

    def set(self, typography: Typography, theme: Theme, width: int) -> None:
        """Set the text in a viewport of that width, px."""
        article, layout = in_script(self._page.article, self._script), self.layout
        self.font = font_for(typography, article.language)
        column = column_width(typography, self.font, width)
        byline = self.adornments.byline = Byline(article, self.font, column)
        layout.placeholders.color = QColor(theme.secondary)
        layout.margin, layout.bottom = max(0.0, (width - column) / 2), BOTTOM + self._below
        layout.top = TOP if self.adornments.has_title else TOP + byline.height
        facts = (typography, theme, column)
        if facts != self._styled:  # another width of the margins alone changes no format
            self._styled = facts
            styling = Styling(self._page, typography, theme, self.font, column, byline.height)
            layout.plain = styling.apply(self.document)
        self.document.setPageSize(QSizeF(max(200, width), -1))


def column_width(typography: Typography, font: QFont, width: int) -> float:
    """The width of the column of text in a viewport of that width, px."""
    measure = typography.measure * QFontMetricsF(font).horizontalAdvance("国")
    return max(LEAST_COLUMN, min(measure, width - 2.0 * LEAST_MARGIN))


def in_script(article: Article, script: str) -> Article:
    """An article whose names are shown in a script; its text stays."""
    if script not in LANGUAGES:
        return article
    said = article.language
    title, source = shown(article.title, script, said), shown(article.source, script, said)
    author, editor = shown(article.author, script, said), shown(article.editor, script, said)
    language = language_in(script, said)
    return replace(article, title=title, source=source, author=author, editor=editor, language=language)


def _units_in(block: str) -> int:
    """Its length in UTF-16 units."""
    return len(block) if block.isascii() else len(block.encode("utf-16-le", "surrogatepass")) // 2
