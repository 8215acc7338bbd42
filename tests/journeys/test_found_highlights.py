"""What is searched for is found in highlights and notes as well, which are listed beside the text they stand in."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.hits import hits
from reader.models.found_highlights import FOUND, PAUSE_MS
from reader.services import edits, tagging
from reader.services.searching import FoundHighlight
from reader.widgets import hit_walk
from reader.widgets.sidebar import SCOPES

TEXT = "標題{}\n" + "旁的段落。\n" * 60 + "煙臺的港口增長了。"
START = len(TEXT.format(1)) - len("煙臺的港口增長了。")


@pytest.fixture
def searching(start: Callable[[], Desktop]) -> Desktop:
    """Three articles; in two of them a highlight of the port, of which one has a note."""
    desktop = start()
    db = desktop.program.session.db
    ids = [making.add(db, TEXT.format(number), published=f"2020-03-0{number}") for number in (1, 2, 3)]
    tagging.highlight_with(db, ids[0], START, START + 5, ["經濟"], note="吞吐量見附表", color="", analyst="林")
    tagging.highlight_with(db, ids[1], START, START + 5, ["經濟"], note="", color="", analyst="林")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def numbers(desktop: Desktop) -> list[str]:
    """The words of the three buttons, where they are to be seen."""
    buttons = [desktop.window.findChild(QToolButton, f"found-{place}") for place in ("articles", "highlights", "notes")]
    return [button.accessibleName() for button in buttons if button is not None and button.isVisible()]


def found(desktop: Desktop) -> list[FoundHighlight]:
    """The rows of the list, once their words are known."""
    model = desktop.window.places.pane.view.model()
    desktop.wait(lambda: model.rowCount() > 0)
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    desktop.wait(lambda: all(row.data(FOUND) is not None for row in rows))
    return [row.data(FOUND) for row in rows]


def selected(desktop: Desktop) -> int | None:
    return desktop.window.view.pane.underlay.selected


def test_the_numbers_follow_what_is_searched_for(searching: Desktop) -> None:
    assert numbers(searching) == []
    searching.type("港口", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 3", "Highlights 2", "Notes 0"])
    searching.type("附表", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 0", "Highlights 0", "Notes 1"])
    searching.press("Esc", searching.control("searchBox"))
    assert numbers(searching) == []


def test_the_key_of_a_place_is_not_searched_for_where_there_is_nothing_there_yet(searching: Desktop) -> None:
    searching.window.search.empty()
    searching.press("Alt+2", searching.window.search)
    assert searching.window.search.text() == ""
    searching.type("2", "searchBox")
    assert searching.window.search.text() == "2"


def test_where_none_is_found_that_is_said_in_the_language_of_the_window(searching: Desktop) -> None:
    searching.type("附表", "searchBox")
    searching.wait(lambda: "Notes 1" in numbers(searching))
    searching.press("Alt+2")
    searching.wait(lambda: searching.control("nothingFound").isVisible())
    label, rows = searching.control("nothingFound"), searching.control("foundList")
    assert isinstance(label, QLabel) and label.text() == "No highlight matches." and rows.hasFocus()
    assert rows.accessibleName() == "Highlights found"
    searching.settings.language = "zh_CN"
    searching.wait(lambda: label.text() == "没有符合的标注。" and rows.accessibleName() == "找到的标注")
    searching.press("Alt+3")
    searching.wait(lambda: len(found(searching)) == 1 and not label.isVisible())
    assert rows.accessibleName() == "找到的笔记"


def test_a_click_opens_a_highlight_again_after_something_else_was_opened(searching: Desktop) -> None:
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    searching.press("Alt+2")
    rows, _ = searching.window.places.pane.view, found(searching)
    for _ in range(2):
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(1, 0)).center()
        )
        assert searching.title() == "標題1"
        searching.window.find_article(3)
        assert searching.title() == "標題3"


def test_a_highlight_is_opened_where_it_is(searching: Desktop) -> None:
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    searching.press("Alt+2")
    rows = searching.control("foundList")
    assert rows.hasFocus() and [each.title for each in found(searching)] == ["標題2", "標題1"]
    first = found(searching)[0]
    assert first.snippet.text == "煙臺的港口" and first.snippet.spans
    searching.press("Down", rows)
    searching.press("Return", rows)
    assert searching.window.view.pane.hasFocus() and searching.title() == "標題1"
    assert selected(searching) == found(searching)[1].highlight.id
    searching.settle(2 * PAUSE_MS)  # the article counts as read, after which it is looked again
    assert searching.window.places.pane.view.selected_rows() == [1]
    searching.press("Alt+1")
    assert searching.control("articleList").isVisible() and len(searching.rows()) == 3


def test_a_note_is_opened_though_its_article_is_not_listed(searching: Desktop) -> None:
    searching.type("附表", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 0", "Highlights 0", "Notes 1"])
    searching.click("found-notes")
    [only] = found(searching)
    assert only.snippet.text == "吞吐量見附表"
    rows = searching.control("foundList")
    searching.press("Down", rows)
    searching.press("Return", rows)
    assert searching.title() == "標題1" and selected(searching) == only.highlight.id
    assert searching.window.search.text() == "附表"


def test_a_highlight_of_a_long_text_stays_in_view(searching: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hit_walk, "LONG", 10)
    session, pane = searching.program.session, searching.window.view.pane
    long = making.add(
        session.db, "港口在標題裡\n" + "旁的段落。\n" * 200 + "煙臺的港口增長了。", published="2020-04-01"
    )
    session.perform(lambda db: edits.highlight(db, long, 7 + 200 * 6, 7 + 200 * 6 + 5))
    session.tell(EVERYTHING)
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 3" in numbers(searching))
    monkeypatch.setattr(hit_walk, "hits", lambda *given: (sleep(0.3), hits(*given))[1])
    searching.press("Alt+2")
    searching.wait(lambda: searching.title() == "港口在標題裡" and selected(searching) is not None)
    place = pane.place()
    searching.wait(lambda: len(list(pane.underlay.hits.between(0, 10_000))) == 2)
    assert pane.place() == place > 900


@pytest.mark.parametrize("keys", ["Alt+2", "Alt+3"])
def test_what_is_opened_stays_where_the_unread_are_searched_for(searching: Desktop, keys: str) -> None:
    edits.set_note(searching.program.session.db, 2, "吞吐量也見附表")
    searching.type("is:unread", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 2", "Highlights 2", "Notes 2"])
    searching.press(keys)
    rows = searching.control("foundList")
    assert len(found(searching)) == 2
    for way, title in (("Down", "標題1"), ("Up", "標題2")):
        searching.press(way, rows)
        assert searching.title() == title
        searching.settle(2 * PAUSE_MS)  # it counts as read, after which it is looked again
        assert [each.title for each in found(searching)] == ["標題2", "標題1"]
    searching.type("is:unread OR is:starred", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 0", "Highlights 0", "Notes 0"])


def test_the_list_of_articles_comes_back_when_nothing_is_searched_for(searching: Desktop) -> None:
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    searching.press("Alt+3")
    searching.press("Esc", searching.control("searchBox"))
    assert searching.control("articleList").isVisible() and len(searching.rows()) == 3
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    assert searching.control("articleList").isVisible()


def test_what_is_highlighted_or_removed_meanwhile_counts(searching: Desktop) -> None:
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    searching.press("Alt+2")
    session = searching.program.session
    session.perform(lambda db: edits.highlight(db, 3, START, START + 5))
    searching.wait(lambda: "Highlights 3" in numbers(searching))
    session.perform(lambda db: edits.remove_highlights(db, [1, 2]))
    searching.wait(lambda: "Highlights 1" in numbers(searching))
    assert [each.title for each in found(searching)] == ["標題3"]


def test_rows_stay_in_sight_while_they_are_looked_for_again(searching: Desktop) -> None:
    searching.type("港口", "searchBox")
    searching.wait(lambda: "Highlights 2" in numbers(searching))
    searching.press("Alt+2")
    before = found(searching)
    model, seen = searching.window.places.pane.view.model(), list[object]()
    model.dataChanged.connect(lambda: seen.extend(model.index(row, 0).data(FOUND) for row in range(2)))
    searching.program.session.perform(lambda db: edits.set_note(db, before[1].highlight.id, "別的"))
    searching.wait(lambda: any(isinstance(each, FoundHighlight) and each.highlight.note == "別的" for each in seen))
    assert None not in seen and model.rowCount() == 2


def test_they_are_those_of_the_articles_chosen_in_the_sidebar(searching: Desktop) -> None:
    session, window = searching.program.session, searching.window
    session.perform(lambda db: edits.set_starred(db, [1, 3], True))
    session.perform(lambda db: edits.highlight(db, 1, START - 10, START + 5))
    searching.type("港口", "searchBox")
    searching.wait(lambda: numbers(searching) == ["Articles 3", "Highlights 3", "Notes 0"])
    searching.press("Alt+2")
    searching.wait(lambda: [each.title for each in found(searching)] == ["標題2", "標題1", "標題1"])
    window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    searching.wait(lambda: numbers(searching) == ["Articles 2", "Highlights 2", "Notes 0"])
    assert [each.title for each in found(searching)] == ["標題1", "標題1"]
    window.choosing.show_tags([1])
    searching.wait(lambda: numbers(searching) == ["Articles 1", "Highlights 1", "Notes 0"])
    window.sidebar.scopes.setCurrentRow(SCOPES.index("trash"))
    searching.wait(lambda: numbers(searching) == ["Articles 0", "Highlights 0", "Notes 0"])
    session.perform(lambda db: edits.trash(db, [2]))
    searching.wait(lambda: numbers(searching) == ["Articles 1", "Highlights 1", "Notes 0"])
