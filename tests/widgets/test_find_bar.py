"""Looking for words: what is found belongs to the article, the words and the bar as they are by then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from making import page
from reader import theme
from reader.domain.highlight import Span
from reader.jobs import wait_for_all
from reader.models.page import Page, find
from reader.widgets.find_bar import LONG, FindBar
from reader.widgets.reading_pane import ReadingPane

LONG_TEXT = "標題\n" + "推動高質量發展，保障和改善民生。\n" * (LONG // 17 + 1)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[ReadingPane]:
    made = ReadingPane(theme.load("light"))
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    yield made
    wait_for_all(10_000)


@pytest.fixture
def bar(pane: ReadingPane, qtbot: QtBot) -> FindBar:
    made = FindBar(pane, theme.load("light"))
    qtbot.addWidget(made)
    return made


def marked(pane: ReadingPane) -> int:
    return len(list(pane.underlay.hits.between(0, pane.document().characterCount())))


def look_for(bar: FindBar, words: str) -> None:
    bar.open_bar()
    bar.field.setText(words)
    bar.search()


def test_all_hits_of_a_long_text_are_marked_and_counted(pane: ReadingPane, bar: FindBar, qtbot: QtBot) -> None:
    pane.show_page(page(LONG_TEXT))
    look_for(bar, "民生")
    qtbot.waitUntil(lambda: marked(pane) > 0, timeout=10_000)
    total = LONG_TEXT.count("民生")
    assert marked(pane) == total and bar.count.text() == f"1 of {total:,}"
    bar.step(-1)
    assert bar.count.text() == f"{total:,} of {total:,}"
    assert pane.textCursor().position() == pane.page.units.to_units(LONG_TEXT.rindex("民生"))  # type: ignore[union-attr]


def test_an_answer_that_comes_after_the_bar_was_closed_marks_nothing(
    pane: ReadingPane, bar: FindBar, qtbot: QtBot
) -> None:
    pane.show_page(page(LONG_TEXT))
    place = pane.place()
    look_for(bar, "民生")
    bar.close_bar()
    wait_for_all(10_000)
    qtbot.wait(0)
    assert marked(pane) == 0 and pane.place() == place and pane.textCursor().position() == 0


def test_an_answer_for_another_article_or_other_words_marks_nothing(
    pane: ReadingPane, bar: FindBar, qtbot: QtBot
) -> None:
    pane.show_page(page(LONG_TEXT))
    look_for(bar, "民生")
    pane.show_page(page("短文"))
    bar.search()
    wait_for_all(10_000)
    qtbot.wait(0)
    assert marked(pane) == 0 and bar.count.text() == "Not found"
    pane.show_page(page(LONG_TEXT))
    look_for(bar, "民生")
    look_for(bar, "無此詞")
    qtbot.waitUntil(lambda: bar.count.text() == "Not found", timeout=10_000)
    wait_for_all(10_000)
    qtbot.wait(0)
    assert marked(pane) == 0


def test_hits_at_a_seam_and_behind_it_are_marked_where_they_are(pane: ReadingPane, bar: FindBar) -> None:
    made = page("標題\n" + "字" * 20_000 + "民生")
    pane.show_page(made)
    seam = made.seams[0]
    pane.mark_hits([Span(seam - 1, seam + 1), Span(20_003, 20_005)], 0)
    units = made.units
    found = list(pane.underlay.hits.between(0, pane.document().characterCount()))
    assert found == [
        (0, units.to_units(seam - 1), units.to_units(seam + 1)),
        (1, units.to_units(20_003), units.to_units(20_005)),
    ]


def test_looking_for_folds_and_stays_within_limits() -> None:
    made = Page(page("ＡbcABC àbc ﬁ ⁵ 民生").article)
    assert [span.of(made.article.text) for span in find(made, "abc")] == ["Ａbc", "ABC", "àbc"]
    assert find(made, "5") and find(made, "f")  # a ligature counts as its first letter
    assert [span.of(made.article.text) for span in find(made, "fi")] == ["ﬁ"]
