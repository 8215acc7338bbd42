"""Building the QTextDocument of an article from its canonical text and marks.

Imported markup never reaches Qt: the document is made of our own blocks and formats, character for
character the canonical text, so that Qt's positions are ours (in UTF-16 units).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QImageReader,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLayout,
    QTextOption,
)

from reader.domain.article import Mark
from reader.models.page import Page
from reader.theme import Theme

SIZES = (8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 22, 24, 28, 32, 36, 42, 48, 60, 72)  # points
IMAGE_PIXELS = 40_000_000  # of a picture that is decoded
HEADING_HEIGHT = 1.4  # times the size
HEADING_SIZES = {"1": 1.35, "2": 1.25, "3": 1.15}
KIND = QTextCharFormat.Property.UserProperty  # on block formats: "title", "item", "quote", "row" or a heading
SERIF = {
    "zh-Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "ja": ("Noto Serif CJK JP", "Source Han Serif JP", "Hiragino Mincho ProN", "MS Mincho"),
    "ko": ("Noto Serif CJK KR", "Source Han Serif KR", "Batang"),
    "zh-Hans": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
}
SANS = {
    "zh-Hant": ("Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "ja": ("Noto Sans CJK JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic"),
    "ko": ("Noto Sans CJK KR", "Source Han Sans KR", "Malgun Gothic"),
    "zh-Hans": ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
}


@dataclass(frozen=True, slots=True)
class Typography:
    """How text is set: points, line height in times the size, Han paragraphs indented by two characters or not.

    `measure` is the width of the column in Han characters (Latin text: as many times two). `line_height` 0 means
    1.7 for Han text, 1.5 for Latin. `family` is "serif", "sans" or the name of a font.
    """

    size: float = 14.0
    family: str = "serif"
    line_height: float = 0.0
    indent: bool = True
    measure: int = 38
    justified: bool = False
    ruby: bool = False

    def larger(self) -> Typography:
        """The next size up."""
        return replace(self, size=next((size for size in SIZES if size > self.size), SIZES[-1]))

    def smaller(self) -> Typography:
        """The next size down."""
        return replace(self, size=next((size for size in SIZES[::-1] if size < self.size), SIZES[0]))


class ArticleDocument(QTextDocument):
    """A document that answers every wish for a resource with the article's own pictures, or with nothing.

    Qt would otherwise read local files that a text names.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: dict[str, QImage] = {}
        self.setUndoRedoEnabled(False)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """The picture with this name; a null one for every other address."""
        return self.pictures.get(name if isinstance(name, str) else name.toString(), QImage())


def families(typography: Typography, language: str) -> list[str]:
    """The fonts to try in order, of the article's script first."""
    script = language if language in SERIF else "zh-Hans"
    if typography.family == "sans":
        wanted = SANS[script]
    elif typography.family == "serif":
        wanted = SERIF[script] + SANS[script]
    else:
        wanted = (typography.family, *SERIF[script])
    return list(dict.fromkeys((*wanted, *SANS["zh-Hans"])))  # at last what the fallback font is called


def font_for(typography: Typography, language: str) -> QFont:
    """The font of an article's text."""
    font = QFont()
    installed = set(QFontDatabase.families())
    font.setFamilies([name for name in families(typography, language) if name in installed] or font.families())
    font.setPointSizeF(typography.size)
    font.setFeature(QFont.Tag("locl"), 0)  # the article's script decides the shapes, not the language of the window
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def plain(page: Page, parent: QObject) -> ArticleDocument:
    """The document with the text only, one block a paragraph; for the virtual layout."""
    document = ArticleDocument(parent)
    QTextCursor(document).insertText(page.article.text)
    return document


def style(
    document: ArticleDocument,
    page: Page,
    typography: Typography,
    theme: Theme,
    column: float,
    *,
    only_marked: bool = False,
) -> QTextBlockFormat:
    """Give an existing document its formats; its characters stay as they are. Returns that of a plain paragraph.

    `only_marked`: plain paragraphs get none, since thousands would take long; their layout has to know it.
    """
    font = font_for(typography, page.article.language)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    styling = _Styling(document, page, typography, theme, column, font)
    styling.apply(cursor, only_marked)
    cursor.endEditBlock()
    return styling.block_format("", [])


class _Styling:
    """One pass over the blocks of a document."""

    def __init__(
        self, document: ArticleDocument, page: Page, typography: Typography, theme: Theme, column: float, font: QFont
    ) -> None:
        self._document = document
        self._page = page
        self._typography = typography
        self._theme = theme
        self._column = column
        self._metrics = QFontMetricsF(font)
        self._em = self._metrics.horizontalAdvance("国" if page.is_han else "m")
        self._natural = QFontInfo(font).pixelSize() / _line_height(font, "国" if page.is_han else "x")
        self._height = typography.line_height or (1.7 if page.is_han else 1.5)
        self._whole: dict[int, list[Mark]] = defaultdict(list)
        self._inline: list[Mark] = []
        for mark in page.article.marks:
            if mark.kind in ("bold", "italic", "link", "image"):
                self._inline.append(mark)
            else:
                self._whole[mark.start].append(mark)

    def apply(self, cursor: QTextCursor, only_marked: bool) -> None:
        """Set every format."""
        text, units = self._page.article.text, self._page.units
        if only_marked:
            for position, marks in self._whole.items():
                if not position or text[position - 1] == "\n":
                    end = text.find("\n", position)
                    paragraph = text[position : end if end >= 0 else len(text)]
                    self._format_block(cursor, units.to_units(position), paragraph, marks)
        else:
            position = 0  # code points, of the block's start
            block = self._document.begin()
            for paragraph in text.split("\n"):
                self._format_block(cursor, block.position(), paragraph, self._whole.get(position, []))
                position += len(paragraph) + 1
                block = block.next()
        for mark in self._inline:
            self._format_inline(cursor, mark)

    def _format_block(self, cursor: QTextCursor, at: int, paragraph: str, marks: list[Mark]) -> None:
        cursor.setPosition(at)
        cursor.setBlockFormat(self.block_format(paragraph, marks))
        size = self._size_of(marks)
        if size != 1.0:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            heading = QTextCharFormat()
            heading.setFontPointSize(self._typography.size * size)
            heading.setFontWeight(QFont.Weight.DemiBold)
            cursor.mergeCharFormat(heading)

    def _size_of(self, marks: list[Mark]) -> float:
        for mark in marks:
            if mark.kind == "title":
                return 1.5
            if mark.kind == "heading":
                return HEADING_SIZES.get(mark.value, 1.05)
        return 1.0

    def block_format(self, paragraph: str, marks: list[Mark]) -> QTextBlockFormat:
        """The format of a paragraph with these marks."""
        made = QTextBlockFormat()
        kinds = {mark.kind: mark for mark in marks}
        heading = "title" in kinds or "heading" in kinds
        height = HEADING_HEIGHT if heading else self._height
        made.setLineHeight(height * self._natural * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setBottomMargin(0.4 * self._em)
        if self._typography.justified and not heading:
            made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        left = 0.0
        if "quote" in kinds:
            left += 1.5 * self._em
        if "item" in kinds:
            left += (1.6 + 1.4 * (int(kinds["item"].value.rstrip(".") or 1) - 1)) * self._em
        if left:
            made.setLeftMargin(left)
        if kinds:
            made.setProperty(KIND, next(iter(kinds)))
        if heading:
            made.setTopMargin((0.2 if "title" in kinds else 0.8) * self._em)
            made.setBottomMargin((3.9 if "title" in kinds else 0.5) * self._em)
        elif "row" in kinds:
            self._set_tabs(made, paragraph)
        elif "item" not in kinds:
            made.setTextIndent(self._indent(paragraph))
        return made

    def _indent(self, paragraph: str) -> float:
        """Two characters for Han paragraphs, less what white space the paragraph brings along."""
        own = paragraph[: len(paragraph) - len(paragraph.lstrip())]
        wanted = 2 * self._em if self._page.is_han and self._typography.indent else 0.0
        return wanted - (self._metrics.horizontalAdvance(own) if own else 0.0)

    def _set_tabs(self, made: QTextBlockFormat, paragraph: str) -> None:
        cells = paragraph.count("\t") + 1
        width = self._column / cells
        made.setTabPositions([QTextOption.Tab(width * index, QTextOption.TabType.LeftTab) for index in range(1, cells)])

    def _format_inline(self, cursor: QTextCursor, mark: Mark) -> None:
        units = self._page.units
        cursor.setPosition(units.to_units(mark.start))
        cursor.setPosition(units.to_units(mark.end), QTextCursor.MoveMode.KeepAnchor)
        if mark.kind == "image":
            self._put_image(cursor, mark.value)
            return
        made = QTextCharFormat()
        if mark.kind == "bold":
            made.setFontWeight(QFont.Weight.Bold)
        elif mark.kind == "italic":
            made.setFontItalic(True)
        else:
            made.setForeground(QColor(self._theme.accent))
            made.setFontUnderline(True)
            made.setAnchor(True)
            made.setAnchorHref(mark.value)
        cursor.mergeCharFormat(made)

    def _put_image(self, cursor: QTextCursor, value: str) -> None:
        """Show a picture that came with the file on its U+FFFC; any other stays a quiet sign."""
        if value.startswith("?") or not value.isdecimal():
            quiet = QTextCharFormat()
            quiet.setForeground(QColor(self._theme.secondary))
            quiet.setToolTip("")
            cursor.mergeCharFormat(quiet)
            return
        name = f"picture:{value}"
        picture = self._document.pictures.get(name) or self._picture(int(value))
        if picture is None or picture.isNull():
            return
        self._document.pictures[name] = picture
        made = QTextImageFormat()
        made.setName(name)
        size = QSize(picture.size()).scaled(
            QSize(int(self._column), picture.height()), Qt.AspectRatioMode.KeepAspectRatio
        )
        if size.width() < picture.width():
            made.setWidth(size.width())
            made.setHeight(size.height())
        cursor.setCharFormat(made)

    def _picture(self, number: int) -> QImage | None:
        found = self._page.image(number)
        return None if found is None else decoded(found.data)


def _line_height(font: QFont, char: str) -> float:
    """The height of a line with this character, px.

    Fonts ask for different leading, and a font says nothing of the one that stands in for it.
    """
    layout = QTextLayout(char, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    layout.endLayout()
    return line.height()


def decoded(data: bytes) -> QImage | None:
    """The picture in these bytes; None if it is damaged or too large to show."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > IMAGE_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def nearest(size: float) -> float:
    """The step of the text sizes that is nearest to a size in points."""
    at = min(len(SIZES) - 1, bisect_left(SIZES, size))
    return float(min(SIZES[max(0, at - 1) : at + 1], key=lambda step: abs(step - size)))
