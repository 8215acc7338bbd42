"""Rows of lists: nothing overlaps, whatever the titles, the width and the size of the interface's font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from reader import theme
from reader.domain.article import ArticleRow
from reader.domain.tag import COLORS
from reader.models.article_list import ROW
from reader.services import tagging
from reader.session import Session
from reader.storage.library import create
from reader.widgets.article_rows import GAP, SMALL, ArticleRows
from reader.widgets.row_painting import line_height, wrapped

TITLES = {
    "long": "我市召開會議研究部署下步工作" * 20,
    "words": "Harrowmere to cap bus fares for a year as the council bets on fuller buses " * 5,
    "thai": "ที่ประชุมสภาเทศบาลอนุมัติงบประมาณปีหน้าเพื่อการขนส่งสาธารณะผู้ใหญ่น้ำท่วม" * 3,
    "arabic": "مَجْلِسُ المَدِينَةِ يُقَرِّرُ تَخْفِيضَ أُجْرَةِ الحَافِلَاتِ لِمُدَّةِ سَنَةٍ كَامِلَةٍ" * 3,
    "devanagari": "नगर परिषद ने एक वर्ष के लिए बस किराए की सीमा तय करने का निर्णय लिया" * 3,
    "letters": "a" * 400,
    "emoji": "😀🎉" * 80,
    "none": "",
}
ARTICLE = ArticleRow(1, "", "膠東在線·高新區管理委員會新聞中心", "2020-03-04T17:24:00", 0, False, True, False)
LIGHT = theme.load("light")


@pytest.fixture
def rows(qapp: QApplication, tmp_path: Path) -> Iterator[ArticleRows]:
    session = Session(create(tmp_path / "library.reader"))
    for name in "甲乙丙丁戊":
        tagging.add(session.db, name)
    yield ArticleRows(session, LIGHT)
    session.close()


def painted(rows: ArticleRows, row: ArticleRow, size: float, width: int) -> tuple[QImage, QFont]:
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(row, ROW)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    option.font = QFont(QApplication.font())
    option.font.setPointSizeF(size)
    option.font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)  # so that thin letters have their colour, too
    height = rows.sizeHint(option, model.index(0, 0)).height()
    option.rect = QRect(0, 0, width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    rows.paint(painter, option, model.index(0, 0))
    painter.end()
    return image, QFont(option.font)


def inked(image: QImage, color: str, rows: range) -> list[tuple[int, int]]:
    wanted = QColor(color).rgb()
    return [(x, y) for y in rows for x in range(image.width()) if image.pixel(x, y) == wanted]


def top_of_facts(image: QImage, font: QFont, lines: int) -> int:
    """Where the facts begin below so many lines of title, both in the middle of the row."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return (image.height() + lines * line_height(font) - line_height(small)) // 2


@pytest.mark.parametrize("size", [8.0, 9.0, 14.0, 24.0])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_stays_above_the_line_of_facts(rows: ArticleRows, title: str, size: float) -> None:
    image, font = painted(rows, replace(ARTICLE, title=TITLES[title], starred=False), size, 300)
    facts = top_of_facts(image, font, 2 if TITLES[title] else 1)
    assert not inked(image, LIGHT.text, range(facts, image.height() - 1))
    assert not inked(image, LIGHT.secondary, range(facts))
    assert inked(image, LIGHT.secondary, range(facts, image.height()))


@pytest.mark.parametrize("width", [180, 200, 240, 300, 500])
@pytest.mark.parametrize("size", [9.0, 14.0, 20.0])
def test_date_star_and_dots_stand_beside_one_another(rows: ArticleRows, width: int, size: float) -> None:
    row = replace(ARTICLE, title="標題", read=True, tags=(1, 2, 3, 4, 5))
    image, font = painted(rows, row, size, width)
    facts = range(top_of_facts(image, font, 1), image.height() - 1)
    words, stars = inked(image, LIGHT.secondary, facts), inked(image, LIGHT.accent, facts)
    small = QFont(font)
    small.setPointSizeF(size * 0.88)
    if QFontMetrics(small).horizontalAdvance("2020-03-04 ★") < width - 40:
        assert words and stars
        assert max(x for x, _ in words) < min(x for x, _ in stars)


@pytest.mark.parametrize("width", [230, 260])
@pytest.mark.parametrize("starred", [False, True])
def test_what_is_said_of_an_article_keeps_off_the_dots_of_its_tags(
    rows: ArticleRows, width: int, starred: bool
) -> None:
    row = replace(ARTICLE, title="標題", source="il" * 60, read=True, starred=starred, tags=(1, 2, 3))
    image, font = painted(rows, row, 9.0, width)
    facts = range(top_of_facts(image, font, 1), image.height() - 1)
    words = inked(image, LIGHT.accent if starred else LIGHT.secondary, facts)
    dots = [x for color in COLORS.values() for x, _ in inked(image, color, facts)]
    assert words and dots and min(dots) - max(x for x, _ in words) >= GAP + 2  # a dot has its full colour further in


def test_the_day_is_shown_even_where_the_source_is_not(rows: ArticleRows) -> None:
    plain = replace(ARTICLE, title="標題", read=True, starred=False, source="")
    alone, font = painted(rows, plain, 14.0, 160)
    both, _ = painted(rows, replace(plain, source="膠東在線", highlights=12), 14.0, 160)
    facts = range(top_of_facts(alone, font, 1), alone.height() - 1)
    day = inked(alone, LIGHT.secondary, facts)
    assert day and set(day) <= set(inked(both, LIGHT.secondary, facts))


@pytest.mark.parametrize("size", [9.0, 14.0])
def test_the_sign_of_an_error_takes_no_room_from_the_source(rows: ArticleRows, size: float) -> None:
    plain = replace(ARTICLE, title="標題", read=True, starred=False)
    without, font = painted(rows, plain, size, 186)
    marked, _ = painted(rows, replace(plain, reported=True), size, 186)
    facts = range(top_of_facts(without, font, 1), without.height() - 1)
    words = inked(without, LIGHT.secondary, facts)
    assert words == inked(marked, LIGHT.secondary, facts)
    sign = [(x, y) for y in facts for x in range(186) if marked.pixel(x, y) != without.pixel(x, y)]
    assert sign and min(x for x, _ in sign) > 0 and max(x for x, _ in sign) < min(x for x, _ in words)


def test_what_a_row_has_stands_in_its_middle(rows: ArticleRows) -> None:
    bare = replace(ARTICLE, title="標題" * 3, read=True, starred=False, source="", published="")
    for row in (bare, replace(bare, published="2020-03-04"), replace(bare, title="標題" * 30)):
        image, font = painted(rows, row, 14.0, 300)
        ink = [y for color in (LIGHT.text, LIGHT.secondary) for _, y in inked(image, color, range(image.height() - 1))]
        above, below = min(ink), image.height() - 1 - max(ink)
        assert abs(above - below) < line_height(font) / 2


@pytest.mark.parametrize("words", [*TITLES.values(), "e\u0301" * 90, "標題 title " * 30])
def test_words_in_lines_are_those_that_were_given(qapp: QApplication, words: str) -> None:
    font = QApplication.font()
    for lines in (2, 3):
        made = wrapped(words, font, 200, lines)
        assert len(made) <= lines
        kept = "".join(made[:-1]).replace(" ", "")
        assert words.replace(" ", "").startswith(kept)
        rest = made[-1].rstrip("…\u200d").replace(" ", "") if made else ""
        assert words.replace(" ", "").startswith(kept + rest)
        assert all(QFontMetrics(font).horizontalAdvance(line) <= 202 for line in made)
