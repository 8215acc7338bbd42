"""Beside the text stand the articles about the same; they are opened and compared from there, and folded away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from desktop import Desktop
from reader.services import edits
from reader.widgets.related_section import RelatedSection
from reader.widgets.rows_view import RowsView

BODY = [
    "一座火山今天清晨在冰島西南部噴發，這是三年來的第七次。",
    "熔岩流向港口，公路已經封閉，附近三個村的居民都撤離了。",
    "機場照常起降，氣象部門說火山灰沒有往東飄。",
    "專家說，地震還會持續幾天，熔岩流得不快。",
    "旅遊公司取消了行程，警察請遊客不要靠近。",
]
ARTICLES = {
    "a": ["火山在冰島噴發", "來源：膠東在線  2020-03-04 17:24", *BODY],
    "b": ["冰島又有火山", "來源：海港日報  2020-03-05 08:00", *BODY[:4]],
    "c": ["专家谈火山", "来源：科学报  2020-04-01", "火山喷发以前会有地震，熔岩流得不快，附近的居民来得及撤离。"],
    "d": ["球队赢了", "来源：体育报  2020-04-02", "昨天的足球比赛里，主队在最后一分钟进球，球迷高兴极了。"],
    "e": ["书画展出", "来源：文化报  2020-04-03", "市中心的博物馆重新开放，观众可以免费参观三层展厅。"],
    "f": ["明天有雨", "来源：气象报  2020-04-04", "全市有小到中雨，局部地区有大雨，出行请带雨具。"],
    "g": ["地铁通车", "来源：交通报  2020-04-05", "新线路一共有十二座车站，每三分钟发出一列车。"],
}


@pytest.fixture
def reading(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """Two prints of an article, one about the same, one about something else; the first is open."""
    for name, lines in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text("\n\n".join(lines), "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / f"{name}.txt" for name in ARTICLES])
    desktop.wait(lambda: len(desktop.rows()) == len(ARTICLES) and not desktop.window.status.activity.busy)
    open_titled(desktop, "火山在冰島噴發")
    return desktop


def test_where_no_article_is_open_it_is_said_that_one_is_to_be(start: Callable[[], Desktop]) -> None:
    desktop = start()
    assert desktop.window.view.article is None and section(desktop).isVisible()
    said = [label.text() for label in section(desktop).findChildren(QLabel) if label.isVisible()]
    assert said == ["Open an article to see others that are like it."]


def open_titled(desktop: Desktop, title: str) -> None:
    [article] = [row.id for row in desktop.rows() if row.title == title]
    desktop.window.find_article(article)
    desktop.wait(lambda: section(desktop).model.known)


def section(desktop: Desktop) -> RelatedSection:
    return desktop.window.panel.related


def listed(desktop: Desktop) -> list[tuple[str, bool]]:
    model = section(desktop).model
    return [(found.row.title, found.reprint) for row in range(model.rowCount()) if (found := model.at(row))]


def test_other_prints_come_first_then_what_is_about_the_same(reading: Desktop) -> None:
    assert listed(reading) == [("冰島又有火山", True), ("专家谈火山", False)]
    fold = reading.control("foldRelated")
    assert isinstance(fold, QToolButton) and fold.text() == "Related  2"


def test_enter_opens_the_chosen_one_and_the_list_keeps_the_focus(reading: Desktop) -> None:
    view = section(reading).view
    view.setFocus()
    reading.press("Down", view)
    reading.press("Down", view)
    reading.press("Return", view)
    assert reading.title() == "专家谈火山"
    reading.wait(lambda: section(reading).model.known)
    assert view.hasFocus() and {title for title, _ in listed(reading)} == {"火山在冰島噴發", "冰島又有火山"}


def test_highlights_and_related_articles_have_the_room_that_they_need(reading: Desktop) -> None:
    panel, article = reading.window.panel, reading.window.view.article or 0
    reading.wait(lambda: whole(panel.related.view))
    assert panel.related.y() == panel.view.geometry().bottom() + 1  # no highlight needs any
    for at in range(2, 50, 2):
        reading.program.session.perform(partial(edits.highlight, article=article, start=at, end=at + 2))
    reading.wait(lambda: panel.model.rowCount() == 24 and panel.related.geometry().bottom() >= panel.height() - 2)
    assert whole(panel.related.view) and panel.view.height() > 2 * panel.related.height()
    panel.filter.setText("no such words")
    reading.settle()
    assert panel.view.height() > panel.related.height()  # it stands still while somebody types
    panel.filter.clear()
    reading.window.resize(1000, 600)
    reading.wait(lambda: panel.view.height() > panel.related.height() > panel.height() // 4)


def whole(view: RowsView) -> bool:
    """Whether all rows of a list are to be seen."""
    return 0 < view.verticalHeader().length() <= view.viewport().height()


def test_what_is_searched_for_stays_when_another_article_is_opened_beside_it(reading: Desktop) -> None:
    reading.type("冰島西南部", "searchBox")
    reading.wait(lambda: len(reading.rows()) == 2 and not reading.window.listing.model.searching)
    open_titled(reading, "火山在冰島噴發")
    [row] = [row for row, (title, _) in enumerate(listed(reading)) if title == "专家谈火山"]
    apart = section(reading).model.at(row)
    assert apart is not None
    section(reading).article_wanted.emit(apart.row.id)
    assert reading.window.view.article == apart.row.id and len(reading.rows()) == 2
    assert reading.window.search.text() == "冰島西南部" and reading.window.listing.selected() == []
    reading.window.listing.step(1)
    assert reading.window.view.article == reading.rows()[0].id


def test_a_click_opens_and_a_click_on_compare_compares(reading: Desktop) -> None:
    view = section(reading).view
    first = view.visualRect(view.model().index(0, 0))
    found = section(reading).model.at(0)
    assert found is not None
    compare = section(reading).rows.compare_area(first, view.font(), found)
    assert first.contains(compare) and compare.height() >= 20
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=compare.center())
    reading.wait(lambda: state(reading).endswith("paragraphs differ."))
    assert reading.title() == "火山在冰島噴發"
    reading.press("Esc", reading.control("comparisonText"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(20, 12))
    assert reading.title() == "冰島又有火山"


def test_any_of_them_is_compared_by_keys(reading: Desktop) -> None:
    view = section(reading).view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    reading.press("Shift+Return", view)
    reading.wait(lambda: state(reading) != "")


def state(desktop: Desktop) -> str:
    label = desktop.control("comparisonState")
    assert isinstance(label, QLabel)
    return label.text()


def test_it_stays_folded_and_then_looks_for_nothing(reading: Desktop, start: Callable[[], Desktop]) -> None:
    fold = reading.control("foldRelated")
    reading.press("Space", fold)
    assert not section(reading).view.isVisible()
    desktop = start()
    desktop.window.find_article(4)
    desktop.settle(400)
    assert not section(desktop).view.isVisible() and not section(desktop).model.known
    desktop.press("Space", desktop.control("foldRelated"))
    desktop.wait(lambda: section(desktop).model.known)


def test_where_nothing_is_like_it_that_is_said(reading: Desktop) -> None:
    open_titled(reading, "球队赢了")
    said = [label.text() for label in section(reading).findChildren(QLabel) if label.isVisible()]
    assert said == ["No other article here is like it."] and not section(reading).view.isVisible()
