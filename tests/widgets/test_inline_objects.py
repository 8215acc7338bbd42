"""What stands for pictures that did not come with the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from reader.models.document import Own
from reader.widgets.inline_objects import Placeholders


@pytest.mark.parametrize("caption", ["圖書館外觀", ""])
@pytest.mark.parametrize(("width", "height"), [(300, 40), (30, 14)])
def test_a_placeholder_says_that_a_picture_is_missing(qtbot: QtBot, caption: str, width: int, height: int) -> None:
    document = QTextDocument()
    placeholders = Placeholders(document)
    placeholders.color = QColor("#000000")
    form = QTextCharFormat()
    form.setProperty(Own.CAPTION, caption)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    placeholders.drawObject(painter, QRectF(0, 0, width, height), document, 0, form)
    painter.end()
    inside = [
        image.pixelColor(x, y).lightness() for x in range(4, width - 4) for y in range(4, height - 4)
    ]  # but for the frame
    assert min(inside) < 128
