"""Building the QTextDocument of an article from its canonical text and marks.

Imported markup never reaches Qt: the document is made of our own blocks and formats, character for
character the canonical text, so that Qt's positions are ours (in UTF-16 units).
"""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QImageReader,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from reader.domain.article import Mark
from reader.domain.scripts import shown
from reader.models.page import Page
from reader.models.typography import RUBY_HEIGHT, Typography, heavy, line_of
from reader.theme import Theme

IMAGE_PIXELS = 40_000_000  # of a picture that is decoded
ALONE = 2  # units of a block that holds a picture only: it and the end of the paragraph
HEADING_HEIGHT = 1.4  # times the size
HEADING_SIZES = {"1": 1.35, "2": 1.25, "3": 1.15}
PLACEHOLDER = QTextFormat.ObjectTypes.UserObject.value + 1  # stands for a picture that did not come with the file


class Own(IntEnum):
    """What our formats say beside what Qt's do."""

    KIND = QTextFormat.Property.UserProperty.value  # of a block: "title", "item", "quote", "row" or "heading"
    BASELINE = KIND + 1  # of a block: from the top of a line's box down to where its characters stand, px
    HAN = KIND + 2  # of a block: white space at its start counts as indent
    CAPTION = KIND + 3  # of a placeholder
    WIDTH = KIND + 4  # of a placeholder, px
    HEIGHT = KIND + 5
    GLOSS = KIND + 6  # of a character: what is printed behind it


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


def plain(page: Page, parent: QObject, script: str = "published") -> ArticleDocument:
    """The document with the text only, one block a paragraph, or a piece of one between two seams."""
    document = ArticleDocument(parent)
    text = shown(page.article.text, script, page.article.language)  # before it is parted, which may be within a word
    QTextCursor(document).insertText(page.parted(text))
    return document


class Styling:
    """How the pages of one article are set: gives a document its formats, whose characters stay as they are.

    `column` is the width of the text, `below_title` what is to stay free under the title, px.
    """

    def __init__(
        self, page: Page, typography: Typography, theme: Theme, font: QFont, column: float, below_title: float = 0.0
    ) -> None:
        self._page = page
        self._typography = typography
        self._theme = theme
        self._font = font
        self._column = column
        self._below_title = below_title
        self._metrics = QFontMetricsF(font)
        self._em = self._metrics.horizontalAdvance("国" if page.is_han else "m")
        self._pixels = QFontInfo(font).pixelSize()
        self._line = line_of(font, "国" if page.is_han else "x")
        self._heavy = heavy(font)
        self._height, self._heading_height = typography.line_height or (1.7 if page.is_han else 1.5), HEADING_HEIGHT
        if typography.glosses == "ruby" and page.article.glosses:
            self._height, self._heading_height = max(self._height, RUBY_HEIGHT), RUBY_HEIGHT
        self._whole: dict[int, list[Mark]] = defaultdict(list)
        self._inline: list[Mark] = []
        for mark in page.article.marks:
            if mark.kind in ("bold", "italic", "link", "image"):
                self._inline.append(mark)
            else:
                self._whole[mark.start].append(mark)

    def apply(self, document: ArticleDocument) -> QTextBlockFormat:
        """Set every format; the one of a plain paragraph.

        Plain paragraphs get none of their own, since thousands would take long; their layout has to know it.
        """
        document.setDefaultFont(self._font)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        text = self._page.article.text
        for position, marks in self._whole.items():
            if not position or text[position - 1] == "\n":
                end = text.find("\n", position)
                self._format_paragraph(cursor, position, text[position : end if end >= 0 else len(text)], marks)
        for mark in self._inline:
            self._format_inline(cursor, document, mark)
        if self._typography.glosses == "printed":
            self._leave_room_for_glosses(cursor)
        cursor.endEditBlock()
        return self._block_format([])

    def paragraph(self) -> QTextBlockFormat:
        """How a plain paragraph is set."""
        return self._block_format([])

    def _format_paragraph(self, cursor: QTextCursor, at: int, paragraph: str, marks: list[Mark]) -> None:
        """All blocks of the paragraph that begins at a code point."""
        units = self._page.units
        cursor.setPosition(units.to_units(at))
        cursor.setPosition(units.to_units(at + len(paragraph)), QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(self._block_format(marks))
        size = self._size_of(marks)
        if size != 1.0:
            heading = QTextCharFormat()
            heading.setFontPointSize(self._typography.size * size)
            heading.setFontWeight(self._heavy)
            cursor.mergeCharFormat(heading)

    def _size_of(self, marks: list[Mark]) -> float:
        for mark in marks:
            if mark.kind == "title":
                return 1.5
            if mark.kind == "heading":
                return HEADING_SIZES.get(mark.value, 1.05)
        return 1.0

    def _block_format(self, marks: list[Mark]) -> QTextBlockFormat:
        """The format of a paragraph with these marks."""
        made = QTextBlockFormat()
        kinds = {mark.kind: mark for mark in marks}
        heading = "title" in kinds or "heading" in kinds
        self._set_lines(made, self._size_of(marks), self._heading_height if heading else self._height)
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
            made.setProperty(Own.KIND, next(iter(kinds)))
        if heading:
            made.setTopMargin((0.2 if "title" in kinds else 0.8) * self._em)
            made.setBottomMargin(self._below_title if "title" in kinds else 0.5 * self._em)
        elif not kinds.keys() & {"item", "row"}:
            made.setTextIndent(2 * self._em if self._page.is_han and self._typography.indent else 0.0)
            made.setProperty(Own.HAN, self._page.is_han)
        return made

    def _set_lines(self, made: QTextBlockFormat, size: float, height: float) -> None:
        """Lines as far apart whatever fonts stand in for characters; `size` times that of the text."""
        distance = height * size * self._pixels
        made.setLineHeight(distance, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        reach = size * (self._line.ascent + self._line.descent)
        made.setProperty(Own.BASELINE, (distance - reach) / 2 + size * self._line.ascent)

    def _format_inline(self, cursor: QTextCursor, document: ArticleDocument, mark: Mark) -> None:
        units = self._page.units
        cursor.setPosition(units.to_units(mark.start))
        cursor.setPosition(units.to_units(mark.end), QTextCursor.MoveMode.KeepAnchor)
        if mark.kind == "image":
            if cursor.block().length() == ALONE:
                form = self._block_format([mark])
                form.setTextIndent(0)
                cursor.setBlockFormat(form)
            self._put_image(cursor, document, mark.value)
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

    def _leave_room_for_glosses(self, cursor: QTextCursor) -> None:
        """Space the character before each gloss so that this has room behind it; no character is put in."""
        printed: dict[int, str] = defaultdict(str)
        for gloss in self._page.article.glosses:
            if gloss.position and self._page.article.text[gloss.position - 1] != "\n":
                printed[gloss.position] += gloss.text
        for position, words in printed.items():
            cursor.setPosition(self._page.units.to_units(position - 1))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            font = font_of(cursor.charFormat(), self._font)
            spaced = QTextCharFormat()
            spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.setFontLetterSpacing(QFontMetricsF(font).horizontalAdvance(words))
            spaced.setProperty(Own.GLOSS, words)
            cursor.mergeCharFormat(spaced)

    def _put_image(self, cursor: QTextCursor, document: ArticleDocument, value: str) -> None:
        """Show a picture that came with the file on its U+FFFC; for any other, a frame with its words."""
        name = f"picture:{value}"
        picture, caption = document.pictures.get(name), value.removeprefix("?") if value.startswith("?") else ""
        if picture is None and value.isdecimal() and (found := self._page.image(int(value))) is not None:
            picture, caption = decoded(found.data), found.alt
        if picture is None or picture.isNull():
            self._put_placeholder(cursor, caption)
            return
        document.pictures[name] = picture
        made = QTextImageFormat()
        made.setName(name)
        size = picture.size()
        room = self._column if cursor.block().length() == ALONE else self._column - 2 * self._em
        if size.width() > room:
            size = size.scaled(int(room), size.height(), Qt.AspectRatioMode.KeepAspectRatio)
        made.setWidth(size.width())
        made.setHeight(max(1, size.height()))
        cursor.setCharFormat(made)

    def _put_placeholder(self, cursor: QTextCursor, caption: str) -> None:
        """Wide where the picture has the paragraph to itself, else no higher than a line, with what fits there."""
        made = QTextCharFormat()
        made.setObjectType(PLACEHOLDER)
        alone = cursor.block().length() == ALONE
        pad = self._em * 0.6
        if alone:
            room = QRectF(0, 0, max(40.0, self._column - 2 * pad), 10_000)
            height = self._metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, caption or " ").height()
            width, height = self._column, height + 2 * pad
        else:
            caption = self._metrics.elidedText(caption, Qt.TextElideMode.ElideRight, self._column - 3.5 * self._em)
            width, height = self._metrics.horizontalAdvance(caption) + 1.5 * self._em, self._line.ascent
        for name, value in ((Own.CAPTION, caption), (Own.WIDTH, width), (Own.HEIGHT, height)):
            made.setProperty(name, value)
        cursor.setCharFormat(made)


def font_of(form: QTextCharFormat, text: QFont) -> QFont:
    """The font of characters with a format, without the room behind them; `text` is that of a plain paragraph."""
    font = QFont(text)
    if form.hasProperty(QTextFormat.Property.FontPointSize.value):
        font.setPointSizeF(form.fontPointSize())
    if form.hasProperty(QTextFormat.Property.FontWeight.value):
        font.setWeight(QFont.Weight(form.fontWeight()))
    font.setItalic(form.fontItalic())
    return font


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
