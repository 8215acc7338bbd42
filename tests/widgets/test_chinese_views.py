"""Chinese in other characters and with its readings: what is seen changes, and no position does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import making
from reader import theme
from reader.domain.article import Gloss, Mark
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import TagTree
from reader.models.page import Page, find
from reader.models.typography import Typography
from reader.widgets.reading_pane import ReadingPane
from unicode_texts import spans

TEXT = "張術平在高新區\n推動高質量發展😀，皇后在里面，實際說明。\n" + "強調經濟發展。\n" * 60
GLOSSES = (Gloss(2, "(shù)"), Gloss(TEXT.index("量"), "（zhì）"), Gloss(TEXT.index("量"), "(zhi)"))
VIEWS = [
    Typography(script=script, glosses=glosses)
    for script in ("published", "simplified", "traditional")
    for glosses in ("hidden", "ruby", "printed")
]


def page_of(text: str = TEXT, language: str = "zh-Hant") -> Page:
    article = making.page(text, Mark(0, text.index("\n"), "title") if "\n" in text[1:] else Mark(0, 1, "bold")).article
    glosses = GLOSSES if text == TEXT else ()
    return Page(replace(article, language=language, glosses=glosses, source="膠東在線", title=text.partition("\n")[0]))


@pytest.fixture(scope="module")
def pane(qapp: QApplication) -> Iterator[ReadingPane]:
    made = ReadingPane(theme.load("light"))
    made.resize(700, 500)
    made.show()
    qapp.processEvents()
    yield made
    made.close()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.script} {view.glosses}")
@given(spans())
@settings(max_examples=25, deadline=None)
def test_what_is_selected_in_any_view_are_the_same_positions(
    pane: ReadingPane, view: Typography, found: tuple[str, Span]
) -> None:
    text, span = found
    pane.set_typography(view)
    pane.show_page(Page(replace(making.page(text).article, language="")))
    pane.select(span)
    assert pane.selection() == span
    assert pane.createMimeDataFromSelection().text() == span.of(text)


def test_the_text_the_title_and_the_byline_are_shown_in_the_script(pane: ReadingPane) -> None:
    pane.set_typography(Typography(script="simplified"))
    pane.show_page(page_of())
    assert pane.toPlainText().startswith("张术平在高新区\n推动高质量发展😀，皇后在里面，实际说明。\n强调经济发展。")
    assert pane.accessibleName() == "张术平在高新区" and "胶东在线" in pane.accessibleDescription()
    pane.set_typography(Typography(script="traditional"))
    assert pane.toPlainText() == TEXT
    pane.show_page(page_of("经济发展，皇后在里面。", "zh-Hans"))
    assert pane.toPlainText() == "經濟發展，皇后在裡面。"
    pane.set_typography(Typography())
    assert pane.toPlainText() == "经济发展，皇后在里面。"


def test_the_form_is_that_of_the_word_also_where_a_part_of_it_is_selected(pane: ReadingPane) -> None:
    text = "中外关系\n批准在公里制造。\n头发"
    pane.set_typography(Typography(script="traditional"))
    pane.show_page(page_of(text, "zh-Hans"))
    assert pane.toPlainText() == "中外關係\n批准在公里製造。\n頭髮"
    assert pane.accessibleName() == "中外關係"
    for word, otherwise in (("外", False), ("系", True), ("公里", False), ("制", True), ("批准", False), ("发", True)):
        at = text.index(word)
        assert pane.shows_otherwise(Span(at, at + len(word))) == otherwise, word


def test_switching_keeps_line_selection_hits_and_the_chosen_highlight(pane: ReadingPane) -> None:
    pane.set_typography(Typography())
    made = page_of().with_highlights([Highlight(1, "1", 1, Span(300, 330), *("",) * 6)], TagTree())
    pane.show_page(made)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, span = pane.place(), Span(pane.place() + 20, pane.place() + 31)
    pane.select(span)
    pane.select_highlight(1)
    pane.mark_hits(find(made, "经济"), 3)
    for view in (*VIEWS, Typography()):
        pane.set_typography(view)
        assert pane.place() == place and pane.selection() == span
        assert pane.underlay.selected == 1 and pane.underlay.current_hit == 3 and pane.underlay.hits
        start, end, _ = pane.underlay.highlights.all[1]
        cursor = pane.textCursor()
        cursor.setPosition(start)
        assert made.units.to_points(start) == 300 and made.units.to_points(end) == 330


def test_hits_are_found_in_any_characters_and_stand_where_they_are_stored(pane: ReadingPane) -> None:
    pane.set_typography(Typography(script="simplified", glosses="printed"))
    made = page_of()
    pane.show_page(made)
    for typed in ("發展", "发展"):
        assert {span.of(TEXT) for span in find(made, typed)} == {"發展"}
        assert find(made, typed)[0].start == TEXT.index("發展")


def test_readings_as_printed_have_room_behind_their_characters_and_none_else(pane: ReadingPane) -> None:
    pane.show_page(page_of())

    def width(position: int) -> float:
        block = pane.document().findBlock(position)
        pane.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        at = position - block.position()
        left, right = line.cursorToX(at), line.cursorToX(at + 1)
        return float((right[0] if isinstance(right, tuple) else right) - (left[0] if isinstance(left, tuple) else left))

    pane.set_typography(Typography())
    quality = TEXT.index("質")
    bare = [width(at) for at in (0, 1, quality, quality - 1)]
    pane.set_typography(Typography(glosses="printed"))
    spaced = [width(at) for at in (0, 1, quality, quality - 1)]
    assert spaced[0] == bare[0] and spaced[3] == bare[3]
    assert spaced[1] > bare[1] * 1.8 and spaced[2] > bare[2] * 2.5
    assert spaced[1] - bare[1] > 1.2 * (spaced[2] - bare[2]) / 2  # the title's are larger
    assert pane.toPlainText() == TEXT
    printed = pane.grab().toImage()
    pane.set_typography(Typography(glosses="hidden"))
    assert [width(at) for at in (0, 1, quality, quality - 1)] == bare
    assert pane.grab().toImage() != printed


def test_the_caret_steps_over_a_reading_that_is_printed(pane: ReadingPane) -> None:
    pane.set_typography(Typography(glosses="printed"))
    pane.show_page(page_of())
    pane.select(Span(1, 2))
    pane.clear_selection()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.textCursor().position() == 3
    pane.set_typography(Typography())
