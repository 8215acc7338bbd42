"""A selection is reported in code points of the stored text, exactly; in short texts and in long ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from making import page
from reader import theme
from reader.domain.article import Image, Mark
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, DEFAULT_COLOR, Tag, TagTree
from reader.models.page import PIECE, Page, find
from reader.models.typography import Typography, font_for
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.typeset import column_width
from unicode_texts import spans

TREE = TagTree([Tag(1, "1", "紅", None, "red"), Tag(2, "2", "藍", None, "blue")])
LONG_TEXT = "標題\n" + "第一段話說的是民生😀問題，第二段話說的是經濟發展。\n" * 5_000


def highlight(number: int, span: Span, *tags: int) -> Highlight:
    return Highlight(number, str(number), 1, span, "", "", "", "", "", "", tags)


@pytest.fixture(scope="module")
def pane(qapp: QApplication) -> Iterator[ReadingPane]:
    qapp.setCursorFlashTime(0)  # a caret that comes and goes would be a change of the picture
    made = ReadingPane(theme.load("light"))
    made.resize(700, 600)
    made.show()
    qapp.processEvents()
    yield made
    made.close()


@given(spans())
@settings(max_examples=200, deadline=None)
def test_what_is_selected_is_what_is_reported_and_copied(pane: ReadingPane, found: tuple[str, Span]) -> None:
    text, span = found
    pane.show_page(page(text))
    pane.select(span)
    assert pane.selection() == span
    assert pane.createMimeDataFromSelection().text() == span.of(text)


@given(spans())
@settings(max_examples=60, deadline=None)
def test_the_same_in_a_long_text(pane: ReadingPane, found: tuple[str, Span]) -> None:
    text, span = LONG_TEXT + found[0], Span(found[1].start + len(LONG_TEXT), found[1].end + len(LONG_TEXT))
    pane.show_page(page(text))
    pane.select(span)
    assert pane.selection() == span
    assert pane.createMimeDataFromSelection().text() == span.of(text)


@pytest.mark.parametrize(
    "text", ["短\n" + "一段話。" * 400 + "\n" + "另一段。" * 400, LONG_TEXT], ids=["short", "long"]
)
def test_the_first_visible_character_stays_over_sizes_widths_and_themes(pane: ReadingPane, text: str) -> None:
    pane.resize(700, 600)
    pane.show_page(page(text))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = pane.place()
    for _ in range(5):
        pane.larger()
        assert pane.place() == place
    for _ in range(5):
        pane.smaller()
        assert pane.place() == place
    pane.set_theme(theme.load("dark"))
    assert pane.place() == place
    pane.resize(560, 500)
    assert abs(pane.place() - place) < 60  # the line that holds it may begin elsewhere
    pane.resize(700, 600)
    pane.set_theme(theme.load("light"))


@pytest.mark.parametrize("text", ["標題\n" + "一段話。" * 2000, LONG_TEXT], ids=["short", "long"])
def test_a_place_is_opened_where_it_was_left(pane: ReadingPane, text: str) -> None:
    pane.show_page(page(text))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    place = pane.place()
    pane.show_page(page("另一篇"))
    pane.show_page(page(text), place)
    assert pane.place() == place


def test_highlights_are_painted_and_taken_away_again(pane: ReadingPane, qapp: QApplication) -> None:
    text = "標題在這裡\n正文有一段話說的是民生問題。"
    bare = Page(page(text).article, (), TREE)
    pane.show_page(bare)
    before = pane.viewport().grab().toImage()
    one = highlight(1, Span(6, 12), 1)
    pane.set_page(bare.with_highlights([one], TREE))
    first = pane.viewport().grab().toImage()
    assert first != before
    two = highlight(2, Span(9, 15), 2)
    pane.set_page(bare.with_highlights([one, two], TREE), {2})
    both = pane.viewport().grab().toImage()
    assert both != first
    pane.set_page(bare.with_highlights([one], TREE), {2})
    assert pane.viewport().grab().toImage() == first
    pane.set_page(bare)
    assert pane.viewport().grab().toImage() == before


def test_a_tag_of_another_color_repaints_its_highlights(pane: ReadingPane) -> None:
    text = "標題在這裡\n正文有一段話說的是民生問題。"
    one = highlight(1, Span(6, 12), 1)
    made = Page(page(text).article, (one,), TREE)
    pane.show_page(made)
    before = pane.viewport().grab().toImage()
    pane.set_page(made.with_highlights([one], TagTree([Tag(1, "1", "紅", None, "green")])))
    assert pane.viewport().grab().toImage() != before


def test_hits_fold_width_case_and_accents_and_keep_their_places() -> None:
    text = "Ａbc ABC àbc 民生 民生"
    assert [span.of(text) for span in find(page(text), "abc")] == ["Ａbc", "ABC", "àbc"]
    assert [span.start for span in find(page(text), "民生")] == [12, 15]
    assert find(page(text), "") == [] and find(page(""), "x") == []


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_color_of_tags_is_seen_on_every_page(pane: ReadingPane, name: str) -> None:
    shown = theme.load(name)
    tree = TagTree(Tag(number, str(number), color, None, color) for number, color in enumerate(COLORS, 1))
    text = "標題\n" + "字　　\n" * (len(COLORS) + 1)  # the spaces are highlighted: no stroke lies over them
    spans = [Span(4 + 4 * number, 6 + 4 * number) for number in range(len(COLORS) + 1)]
    made = [highlight(number, span, number) for number, span in enumerate(spans[:-1], 1)]
    pane.set_theme(shown)
    pane.show_page(Page(page(text).article, (*made, highlight(99, spans[-1])), tree))
    picture = pane.viewport().grab().toImage()
    cursor, seen = QTextCursor(pane.document()), []
    for span in spans:
        cursor.setPosition(span.start + 1)
        seen.append(picture.pixelColor(pane.cursorRect(cursor).center()).name())
    pane.set_theme(theme.load("light"))
    assert seen[:-1] == [theme.tint(shown, [hue]).name() for hue in COLORS.values()]
    assert len(set(seen)) == len(COLORS) and seen[-1] == seen[list(COLORS).index(DEFAULT_COLOR)]


def on_screen(pane: ReadingPane) -> QImage:
    """What is on the screen by now; `grab` would paint all of it anew."""
    QApplication.processEvents()
    QApplication.sendEvent(pane, QEvent(QEvent.Type.UpdateRequest))  # paints now what is to be painted, and only that
    return pane.screen().grabWindow(pane.winId()).toImage()


@pytest.mark.parametrize("beside", [80, 580], ids=["no names in the margin", "names in the margin"])
def test_what_is_repainted_in_parts_is_as_if_painted_as_a_whole(pane: ReadingPane, beside: int) -> None:
    text = "標題在這裡，有兩行那麼長，說明這篇文章講的是什麼，以及為什麼\n" + "推動高質量發展，保障和改善民生。" * 90
    made = Page(replace(page(text, Mark(0, 30, "title")).article, source="臨海在線"), (), TREE)
    pane.set_typography(replace(pane.typography, measure=24))
    font = font_for(pane.typography, made.article.language)
    pane.resize(round(column_width(pane.typography, font, 2000)) + beside, 400)
    pane.show_page(made)
    assert (pane.names.room > 0) == (beside == 580)
    label = pane.findChild(QLabel, "sizeLabel")
    assert label is not None
    label.hide()  # it would go by itself meanwhile
    chance = random.Random(7)
    shown: list[Highlight] = []
    for turn in range(40):
        way = chance.randrange(4)
        if way == 0 and shown:
            gone = shown.pop(chance.randrange(len(shown)))
            pane.set_page(made.with_highlights(shown, TREE), {gone.id})
        elif way == 1:
            pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + chance.choice((-90, -7, 5, 60)))
        elif way == 2 and shown:
            pane.select_highlight(chance.choice(shown).id)
        else:
            start = chance.randrange(len(text) - 60)
            shown.append(highlight(turn, Span(start, start + chance.randrange(1, 60)), chance.choice((1, 2))))
            pane.set_page(made.with_highlights(shown, TREE), {turn})
        parts = on_screen(pane)
        pane.viewport().update()
        assert on_screen(pane) == parts, turn
    pane.set_typography(Typography())
    pane.resize(700, 600)


def test_very_many_highlights_go_with_no_look_at_where_each_of_them_stood(
    pane: ReadingPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [highlight(number, Span(number * 20, number * 20 + 5)) for number in range(1_000)]
    bare = Page(page(LONG_TEXT).article, (), TREE)
    pane.show_page(bare)
    before = on_screen(pane)
    pane.set_page(bare.with_highlights(shown, TREE))
    looked = list[QPointF]()
    layout = pane.document().documentLayout()
    find_place = layout.hitTest
    monkeypatch.setattr(layout, "hitTest", lambda point, how: (looked.append(point), find_place(point, how))[1])
    pane.set_page(bare)
    assert len(looked) < 10 and on_screen(pane) == before


def test_the_byline_is_painted_again_when_something_has_covered_it(pane: ReadingPane) -> None:
    made = Page(replace(page("標題\n正文在這裡。", Mark(0, 2, "title")).article, source="臨海在線"), (), TREE)
    pane.show_page(made)
    before = on_screen(pane)
    byline = pane.cursorRect().bottom() + 14
    cover = QLabel(pane.viewport())
    cover.setStyleSheet("background: red")
    cover.setGeometry(0, byline, 400, 8)
    cover.show()
    assert on_screen(pane) != before
    cover.hide()
    assert on_screen(pane) == before


def test_two_highlights_on_one_line_have_a_bar_each(pane: ReadingPane) -> None:
    made = page("標題\n一二三四五六七八九十一二三四五六七八九十")
    first, second = highlight(1, Span(4, 6), 1), highlight(2, Span(10, 12), 2)
    pane.show_page(Page(made.article, (first, second), TREE))
    cursor = QTextCursor(pane.document())
    cursor.setPosition(5)
    y = pane.cursorRect(cursor).center().y()
    left = int(pane.underlay.bar_left)
    found = [pane.underlay.at_bar(QPoint(x, y)) for x in (left + 1, left + 5, left + 9)]
    assert found == [[1], [2], []]
    clicked: list[object] = []
    pane.highlight_clicked.connect(clicked.append)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 5, y))
    assert clicked == [2]
    pane.highlight_clicked.disconnect(clicked.append)


def test_resting_on_a_highlight_tells_its_tags_and_note(pane: ReadingPane, qtbot: QtBot) -> None:
    one = highlight(1, Span(4, 8), 1)._replace(note="<b>比較</b>")
    pane.show_page(Page(page("標題\n一二三四五六七八").article, (one,), TREE))
    cursor = QTextCursor(pane.document())
    cursor.setPosition(6)
    at, none = QPointF(pane.cursorRect(cursor).center()), Qt.MouseButton.NoButton
    whole, keys = pane.viewport().mapToGlobal(at), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(pane.viewport(), QMouseEvent(QEvent.Type.MouseMove, at, whole, none, none, keys))
    qtbot.waitUntil(QToolTip.isVisible, timeout=5_000)
    assert "紅" in QToolTip.text() and "&lt;b&gt;比較" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [("張術平在高新區實地調研", 8, "實地"), ("推动高质量发展，保障民生。", 5, "发展"), ("see plain words", 5, "plain")],
)
def test_a_double_click_takes_a_word_and_a_third_the_sentence(pane: ReadingPane, text: str, at: int, word: str) -> None:
    pane.show_page(page(f"標題\n{text}另一句。" if word != "plain" else f"標題\n{text}"))
    cursor = QTextCursor(pane.document())
    cursor.setPosition(3 + at)
    point = pane.cursorRect(cursor).center() + QPoint(4, 0)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    span = pane.selection()
    assert span is not None and pane.page is not None and span.of(pane.page.article.text) == word
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    longer = pane.selection()
    assert longer is not None and longer.end - longer.start > len(word)


def test_cells_of_a_table_stand_beside_one_another(pane: ReadingPane) -> None:
    text = "標題\n2023\t比上一年增加了很多很多，因為新館的座位比舊館多出一倍以上，所以人也來得多了😀很多\t完"
    made = page(text, Mark(3, len(text), "row"))
    pane.show_page(made)
    places = {}
    for word in ("2023", "比上", "所以", "完"):
        cursor = QTextCursor(pane.document())
        cursor.setPosition(made.units.to_units(text.index(word)))
        places[word] = pane.cursorRect(cursor).topLeft()
        at = pane.cursorForPosition(pane.cursorRect(cursor).center() + QPoint(1, 0)).position()
        assert at == cursor.position(), word
    assert places["2023"].y() == places["比上"].y() == places["完"].y() < places["所以"].y()
    assert places["2023"].x() < places["比上"].x() <= places["所以"].x() < places["完"].x()


def test_pictures_have_their_size_and_missing_ones_a_frame_with_the_caption(pane: ReadingPane) -> None:
    picture = QImage(2_000, 500, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    stored = Image("image/png", bytes(data.data()), "")
    marks = (Mark(3, 4, "image", "0"), Mark(5, 6, "image", "?" + "說明" * 60))
    article = page("標題\n\ufffc\n\ufffc\n正文", *marks).article
    pane.show_page(Page(article, (), TREE, lambda number: stored))
    boxes = [
        pane.document().documentLayout().blockBoundingRect(pane.document().findBlockByNumber(number))
        for number in (1, 2)
    ]
    assert boxes[0].height() > boxes[0].width() / 4 and boxes[1].height() > 60
    shot = pane.viewport().grab().toImage()
    middle = boxes[0].center().toPoint()
    assert shot.pixelColor(middle.x(), middle.y()) == QColor("#123456")


def test_a_line_is_as_high_with_a_character_of_another_font(pane: ReadingPane) -> None:
    pane.show_page(
        page("標題\n" + "一二三四五六七八九十" * 4 + "\n一二三😀四五\u0e01\u0e33六七" + "一二三四五六七八九十" * 4)
    )
    layout = pane.document().documentLayout()
    heights = [layout.blockBoundingRect(pane.document().findBlockByNumber(number)).height() for number in (1, 2)]
    lines = [pane.document().findBlockByNumber(number).layout().lineCount() for number in (1, 2)]
    assert heights[0] / lines[0] == pytest.approx(heights[1] / lines[1], abs=1)


MONSTERS = {
    "letters": "標題\n" + "a" * 150_000,
    "sentences": "標題\n" + "推動高質量發展，保障和改善民生。" * 2_000 + "\n😀" + "完。" * 9_000,
    "emoji": "👨\u200d👩\u200d👧" * 9_000,
    "combining": "e" + "\u0301" * 30_000,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=list(MONSTERS))
def test_an_endless_paragraph_is_shaped_in_pieces_and_no_position_moves(pane: ReadingPane, text: str) -> None:
    made = page(text)
    pane.show_page(made)
    block, parts = pane.document().begin(), []
    while block.isValid():
        parts.append(block.text())
        assert block.length() <= 2 * PIECE + 1  # UTF-16 units
        block = block.next()
    assert "".join(parts) == text.replace("\n", "")
    middle = made.seams[len(made.seams) // 2]
    for span in (Span(middle - 3, middle), Span(middle, middle + 3), Span(middle - 3, middle + 3), Span(0, len(text))):
        pane.select(span)
        assert pane.selection() == span
        assert pane.createMimeDataFromSelection().text() == span.of(text)
    one = highlight(1, Span(middle - 3, middle + 3), 1)
    pane.set_page(Page(made.article, (one,), TREE))
    units = made.units
    assert all(pane.underlay.highlights.at(units.to_units(at)) == [1] for at in range(middle - 3, middle + 3))
    assert pane.underlay.highlights.at(units.to_units(middle + 3)) == []
    pane.show_page(made, middle)
    assert pane.place() == middle


@pytest.mark.parametrize("paragraphs", [40, 4_000], ids=["short", "long"])
def test_a_click_on_a_link_says_where_it_leads_and_selects_nothing(pane: ReadingPane, paragraphs: int) -> None:
    text = "標題在這裡\n前面的字連結在這裡後面的字。\n" + "一段話。\n" * paragraphs + "完"
    pane.show_page(page(text, Mark(0, 5, "title"), Mark(10, 15, "link", "https://example.org/a")))
    clicked: list[str] = []
    pane.link_activated.connect(clicked.append)
    ends = [QTextCursor(pane.document()) for _ in range(2)]
    for cursor, at in zip(ends, (10, 15), strict=True):
        cursor.setPosition(at)
    left, right = (pane.cursorRect(cursor).center() for cursor in ends)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=(left + right) / 2)
    assert clicked == ["https://example.org/a"] and pane.selection() is None
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=left - QPoint(40, 0))
    assert len(clicked) == 1
    pane.link_activated.disconnect(clicked.append)
