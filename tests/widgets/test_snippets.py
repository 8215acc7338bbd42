"""Words around what was found are painted in a few lines, hits on their colour, whatever stands before them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader import theme
from reader.domain.highlight import Span
from reader.services.searching import Snippet
from reader.widgets.row_painting import line_height
from reader.widgets.snippets import paint_snippet

WIDTH = 240  # px


def painted(snippet: Snippet, lines: int, name: str = "light") -> QImage:
    """A snippet on a ground of its own, with room below."""
    font = QFont()
    font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)  # so that thin letters have their colour, too
    image = QImage(WIDTH, 6 * line_height(font), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    area = QRect(0, 0, WIDTH, lines * line_height(font))
    paint_snippet(painter, area, font, snippet, lines, QColor("black"), theme.load(name))
    painter.end()
    return image


def places(image: QImage, color: str) -> list[tuple[int, int]]:
    """Where a colour is."""
    wanted = QColor(color).rgb()
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == wanted]


@pytest.mark.parametrize("name", theme.NAMES)
def test_hits_stand_on_their_colour(qapp: QApplication, name: str) -> None:
    text = "煙台港口吞吐量增長。"
    hit = theme.load(name).hit
    assert not places(painted(Snippet(text), 2, name), hit)
    first = places(painted(Snippet(text, (Span(0, 2),)), 2, name), hit)
    later = places(painted(Snippet(text, (Span(4, 6),)), 2, name), hit)
    assert first and later and max(first)[0] < min(later)[0]


def test_what_is_behind_an_emoji_is_marked_where_it_is(qapp: QApplication) -> None:
    hit = theme.load("light").hit
    image = painted(Snippet("😀煙台港口", (Span(1, 3),)), 1)
    plain = painted(Snippet("😀煙台港口", (Span(0, 1),)), 1)
    assert min(places(image, hit))[0] > min(places(plain, hit))[0]
    assert min(places(image, hit))[0] >= max(places(plain, hit))[0]


def test_no_more_lines_than_there_is_room_for(qapp: QApplication) -> None:
    image = painted(Snippet("煙台港口吞吐量增長。" * 20), 2)
    below = [y for _, y in places(image, "black")]
    assert below and max(below) < 2 * line_height(QFont())
