"""The hits of a search under one another: sorted, opened in their articles, copied, saved, highlighted and tagged."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

import making
from desktop import Desktop
from reader.domain.highlight import Span
from reader.services import tagging
from reader.storage import highlights, indexing, tags
from reader.widgets import file_dialogs
from reader.widgets.concordance import ConcordanceWindow
from reader.widgets.hit_walk import LONG

TEXTS = {
    "2020-03": "會議甲\n今天開會議研究乙。\n明天又開會議。",
    "2020-02": "会议丙\n" + "無關的段落。\n" * 80 + "最後開会议丁。",
    "2020-01": "別的\n沒有。",
}


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    for day, text in TEXTS.items():
        making.add(desktop.program.session.db, text, source="膠東在線", published=day)
    desktop.program.session.look_for_changes()
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def context_of(desktop: Desktop, query: str) -> ConcordanceWindow:
    desktop.type(query, "searchBox")
    desktop.press("Ctrl+Shift+K")
    opened = desktop.control("concordance")
    assert isinstance(opened, ConcordanceWindow)
    desktop.wait(lambda: not opened.model.busy and not desktop.window.listing.model.searching)
    return opened


def shown(opened: ConcordanceWindow) -> list[str]:
    return [f"{line.left}[{line.hit}]{line.right[:3]}" for line in opened.model.lines()]


def choose(opened: ConcordanceWindow, *rows: int) -> None:
    opened.table.clearSelection()
    for row in rows:
        index = opened.model.index(row, 0)
        flags = opened.table.selectionModel().SelectionFlag
        opened.table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def test_each_hit_is_a_line_and_the_title_counts_them(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    assert opened.count.text() == "“会议”: 5 hits in 2 articles"
    assert [line.hit for line in opened.model.lines()] == ["會議", "會議", "會議", "会议", "会议"]
    assert opened.table.currentIndex().row() == 0 and opened.table.hasFocus()
    reading.type("别的", "searchBox")
    reading.wait(lambda: len(reading.rows()) == 1)
    assert opened.model.rowCount() == 5  # it follows nothing


def test_the_first_line_is_chosen_also_while_the_keys_of_the_command_are_held(reading: Desktop) -> None:
    opened = context_of(reading, "会议")  # Qt takes Ctrl and Shift for held until the next event
    assert opened.table.chosen() == [0] and reading.control("openLine").isEnabled()


def test_what_cannot_be_understood_has_no_context(reading: Desktop) -> None:
    reading.type("会议", "searchBox")
    reading.wait(lambda: len(reading.rows()) == 2)
    reading.type("会议 date:2020-99", "searchBox")
    reading.press("Ctrl+Shift+K")
    assert reading.window.notice.words.startswith("2020-99 is no date.")
    assert not reading.window.findChildren(ConcordanceWindow)


def test_it_speaks_another_language_as_soon_as_that_is_chosen(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    head, button = opened.model.headerData(2, Qt.Orientation.Horizontal), reading.control("highlightLines")
    assert isinstance(button, QPushButton)
    reading.settings.language = "zh_CN"
    reading.wait(lambda: opened.windowTitle() == "上下文索引")
    assert (head, opened.model.headerData(2, Qt.Orientation.Horizontal)) == ("Right", "右侧")
    assert button.text() == "标注(&H)" and opened.count.text() == "“会议”：2 篇文章中有 5 处命中"
    assert opened.table.chosen() == [0]


def test_a_long_query_leaves_the_window_to_the_lines(reading: Desktop) -> None:
    opened = context_of(reading, "会议 OR " + " OR ".join(f"(甲 {number})" for number in range(100)))
    assert opened.count.text().startswith("“会议 OR (甲 0) OR ") and "…”: 6 hits in 2 articles" in opened.count.text()
    assert opened.table.height() > opened.height() / 2


def test_it_sorts_by_keys_and_by_a_click_on_a_head(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    reading.press("Alt+3", opened.table)
    reading.wait(lambda: not opened.model.busy)
    assert [line.right[:1] for line in opened.model.lines()] == ["。", "丙", "丁", "甲", "研"]
    header = opened.table.horizontalHeader()
    at = header.sectionViewportPosition(0) + 20
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center().__class__(at, 8)
    )
    reading.wait(lambda: not opened.model.busy)
    assert [line.left[-1:] for line in opened.model.lines()] == ["", "", "開", "開", "開"]
    reading.press("Alt+1", opened.table)
    reading.wait(lambda: not opened.model.busy)
    assert [line.left[-1:] for line in opened.model.lines()] == ["開", "開", "開", "", ""]
    assert opened.table.currentIndex().row() == 0  # the first line was not chosen by anybody


def test_what_was_chosen_stays_so_in_another_order(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    choose(opened, 2, 3)
    chosen = [opened.model.line(row) for row in opened.table.chosen()]
    reading.press("Alt+3", opened.table)
    reading.wait(lambda: not opened.model.busy)
    assert opened.table.chosen() == [0, 1] and [*map(opened.model.line, (0, 1))] == chosen
    assert opened.table.currentIndex().row() == 1
    reading.press("Alt+6", opened.table)
    reading.wait(lambda: not opened.model.busy)
    assert opened.table.chosen() == [0, 4] and [*map(opened.model.line, (4, 0))] == chosen


def test_all_stay_chosen_in_another_order(reading: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.widgets.concordance.KEPT", 2)
    opened = context_of(reading, "会议")
    reading.press("Ctrl+A", opened.table)
    reading.press("Alt+1", opened.table)
    reading.wait(lambda: not opened.model.busy)
    assert opened.table.chosen() == [0, 1, 2, 3, 4]


def test_enter_opens_the_article_at_that_place(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    choose(opened, 4)
    reading.press("Return", opened.table)
    pane = reading.window.view.pane
    reading.wait(lambda: reading.title() == "会议丙")
    assert pane.textCursor().position() == TEXTS["2020-02"].rindex("会议") and pane.verticalScrollBar().value() > 0
    assert pane.underlay.current_hit == 1
    assert opened.isVisible()


def test_the_place_is_marked_also_where_something_else_is_searched_for_by_now(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    reading.type("别的", "searchBox")
    reading.wait(lambda: [row.title for row in reading.rows()] == ["別的"])
    choose(opened, 4)
    reading.press("Return", opened.table)
    reading.wait(lambda: reading.title() == "会议丙" and len(reading.rows()) == 3)
    pane = reading.window.view.pane
    assert pane.textCursor().position() == TEXTS["2020-02"].rindex("会议") and pane.underlay.current_hit == 0


def test_in_a_long_article_that_place_stays_in_view(reading: Desktop) -> None:
    text = "很長的\n" + ("無關的段落。\n" * (LONG // 12) + "開会议。\n") * 2
    making.add(reading.program.session.db, text, published="2021")
    indexing.index_rest(reading.program.session.db)
    opened = context_of(reading, "会议")
    choose(opened, 1)
    reading.press("Return", opened.table)
    reading.wait(lambda: reading.window.view.pane.underlay.current_hit == 1)
    assert reading.window.view.pane.textCursor().position() == text.rindex("会议")


def test_chosen_lines_are_copied_and_all_are_saved(
    reading: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = context_of(reading, "会议")
    choose(opened, 0, 2)
    reading.press("Ctrl+C", opened.table)
    first, second = QGuiApplication.clipboard().text().split("\n")
    assert first.split("\t") == ["", "會議", "甲 今天開會議研究乙。 明天又開會議。", "會議甲", "膠東在線", "2020-03"]
    assert second.split("\t")[1:3] == ["會議", "。"]
    target = tmp_path / "lines.csv"
    monkeypatch.setattr(file_dialogs, "table_to_write", lambda *_: target)
    reading.click("saveLines")
    reading.wait(target.exists)
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["hit"] for row in csv.DictReader(file)] == ["會議", "會議", "會議", "会议", "会议"]


def test_all_lines_are_highlighted_at_once_and_taken_back_at_once(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    reading.press("Ctrl+A", opened.table)
    reading.press("H", opened.table)
    db = reading.program.session.db
    assert [len(highlights.of_article(db, article)) for article in (1, 2, 3)] == [3, 2, 0]
    assert opened.said.text() == reading.window.notice.words == "5 passages highlighted."
    reading.press("Ctrl+Z", opened.table)
    assert [len(highlights.of_article(db, article)) for article in (1, 2)] == [0, 0]
    label = reading.control("concordanceSaid")
    assert isinstance(label, QLabel) and label.text().startswith("Undone")


def test_chosen_lines_are_tagged_with_a_new_tag_and_others_at_once(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    choose(opened, 1, 3)
    reading.press("T", opened.table)
    reading.type("Topic/Meeting", "tagField")
    field = reading.control("tagField")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading.type("Other", "tagField")
    QTest.keyClick(field, Qt.Key.Key_Return)
    db = reading.program.session.db
    tree = tags.tree(db)
    made = [*highlights.of_article(db, 1), *highlights.of_article(db, 2)]
    assert [(each.quote, [tree.path(tag) for tag in each.tags]) for each in made] == [
        ("會議", ["Topic/Meeting", "Other"]),
        ("会议", ["Topic/Meeting", "Other"]),
    ]
    reading.press("Ctrl+Z", opened.table)
    assert not list(tags.tree(db)) and highlights.of_article(db, 1) == []


def test_their_tags_are_repeated_on_the_next_words(reading: Desktop) -> None:
    session = reading.program.session
    older, _ = session.perform(lambda db: tagging.add(db, "Older"))
    reading.window.marking.highlight(Span(0, 1), [older])
    opened = context_of(reading, "会议")
    choose(opened, 1, 3)
    reading.press("T", opened.table)
    reading.type("Meeting", "tagField")
    QTest.keyClick(reading.control("tagField"), Qt.Key.Key_Return)
    reading.window.marking.same_tags(Span(0, 2), None)
    made, tag = highlights.of_article(session.db, 1)[0], session.tree().find("Meeting")
    assert tag is not None and (made.span, made.tags) == (Span(0, 2), (tag.id,))


def test_without_words_to_look_for_it_says_so(reading: Desktop) -> None:
    for query in ("", "date:2020"):
        reading.type(query, "searchBox") if query else reading.window.search.clear()
        reading.press("Ctrl+Shift+K")
        assert reading.window.notice.words.startswith("Search for words first.")
    assert reading.window.findChildren(QTableView, "concordanceTable") == []


def test_it_closes_with_its_library(reading: Desktop) -> None:
    opened = context_of(reading, "会议")
    reading.program.session.left.emit()
    assert not opened.isVisible()
