"""Pictures inside of the text, and what stands for those that did not come with the file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPyTextObject, QTextDocument, QTextFormat

from reader.icons import icon
from reader.models.document import Own

SHARP = 2.0  # times the size at which a picture is shown that are kept of it, for screens of high density

PAD = 8  # px beside the words of a placeholder
NO_PICTURE = "mdi6.image-off-outline"
SMALL = 0.75  # times the size of the text, for words in a placeholder within a line


class Pictures(QPyTextObject):
    """Shows the pictures of a document, which are its resources, in the size that their format gives.

    Decoded pictures are kept no larger than they are shown, scaled well.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scaled: dict[tuple[str, int], QImage] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """The size in px."""
        image = form.toImageFormat()
        return QSizeF(image.width(), image.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """Draw the picture."""
        name = form.toImageFormat().name()
        wanted = round(rect.width() * SHARP)
        if (name, wanted) not in self._scaled:
            found = document.resource(QTextDocument.ResourceType.ImageResource.value, name)
            image = found if isinstance(found, QImage) else QImage()
            if image.width() > wanted:
                image = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
            self._scaled = {kept: each for kept, each in self._scaled.items() if kept[0] != name}
            self._scaled[name, wanted] = image
        painter.drawImage(rect, self._scaled[name, wanted])


class Placeholders(QPyTextObject):
    """A frame in place of a picture that did not come with the file, with its caption or else a sign."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.color = QColor("#808080")

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """The size in px."""
        return QSizeF(form.property(Own.WIDTH), form.property(Own.HEIGHT))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """Draw frame and caption, or a sign where there is none."""
        painter.save()
        painter.setPen(self.color)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if caption := str(form.property(Own.CAPTION) or ""):
            font = document.defaultFont()
            alone = rect.height() > QFontMetricsF(font).height()  # else it is as high as a line's letters
            font.setPointSizeF(font.pointSizeF() * (1 if alone else SMALL))
            painter.setFont(font)
            how = Qt.TextFlag.TextWordWrap if alone else Qt.TextFlag.TextSingleLine
            painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignCenter | how, caption)
        else:
            side = min(rect.height() - 4, QFontMetricsF(document.defaultFont()).height())
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(rect).center())
            icon(NO_PICTURE, self.color.name()).paint(painter, place.toRect())
        painter.restore()
