"""The library is searched from the toolbar: results follow the typing, F3 walks from hit to hit and on to articles."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import edits
from reader.services.checking import check
from reader.storage.connection import transaction
from reader.widgets import hit_walk

FIRST = "煙臺開發區的港口\n煙台港口吞吐量增長。\n" + "旁的段落。\n" * 60 + "最後一段又說煙台。"
SECOND = "另一篇文章\n" + "旁的段落。\n" * 60 + "烟台在山东。"
THIRD = "第三篇\n與此無關，只有港口。"


@pytest.fixture
def searching(start: Callable[[], Desktop]) -> Desktop:
    """Three articles, the first the newest; that one is open."""
    desktop = start()
    for day, text in ((3, FIRST), (2, SECOND), (1, THIRD)):
        making.add(desktop.program.session.db, text, source="膠東在線", published=f"2020-03-0{day}")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def titles(desktop: Desktop) -> list[str]:
    return [row.title for row in desktop.rows()]


def search(desktop: Desktop, words: str, count: int) -> None:
    """Type, and wait for so many articles."""
    desktop.type(words, "searchBox")
    model = desktop.window.listing.model
    desktop.wait(lambda: not model.searching and model.query.wanted is not None and len(desktop.rows()) == count)


def said(desktop: Desktop, name: str) -> str:
    label = desktop.control(name)
    assert isinstance(label, QLabel)
    return label.text()


def marked(desktop: Desktop) -> int:
    pane = desktop.window.view.pane
    return len(list(pane.underlay.hits.between(0, pane.document().characterCount())))


def test_what_is_typed_is_found_in_any_script_and_marked(searching: Desktop) -> None:
    searching.press("Ctrl+K")
    assert searching.control("searchBox").hasFocus()
    search(searching, "烟台", 2)
    assert titles(searching) == ["煙臺開發區的港口", "另一篇文章"] and said(searching, "listed") == "2 articles"
    searching.wait(lambda: marked(searching) == 3)
    assert said(searching, "hits") == "3 hits"
    search(searching, "烟台 -山东", 1)
    search(searching, '"煙台在" OR title:第三', 2)


def test_what_cannot_be_understood_is_said_and_the_list_stays(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    searching.type("date:2020-99", "searchBox")
    searching.wait(lambda: said(searching, "listed").startswith("2020-99 is no date."))
    assert len(titles(searching)) == 2
    searching.type("tag:nothing", "searchBox")
    searching.wait(lambda: said(searching, "listed").startswith("There is no tag nothing."))
    box = searching.control("searchBox")
    assert box.toolTip() == said(searching, "listed") == box.accessibleDescription() and len(titles(searching)) == 2
    searching.type("港口", "searchBox")
    searching.wait(lambda: said(searching, "listed") == "2 articles" and not box.toolTip())


def test_the_number_of_hits_is_said_in_another_language_at_once(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    searching.wait(lambda: said(searching, "hits") == "3 hits")
    searching.settings.language = "zh_CN"
    searching.wait(lambda: said(searching, "hits") == "3 处命中")


def test_what_somebody_has_not_ended_typing_is_not_wrong_yet(
    searching: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = searching.control("searchBox")
    with searching.qtbot.waitSignal(searching.window.search.search_wanted):
        searching.type("is:", "searchBox")
    searching.settle()
    assert not box.toolTip()
    searching.wait(lambda: box.toolTip().startswith("is: at 1 has nothing behind it."))
    search(searching, "is:read", 1)
    assert not box.toolTip()


@pytest.mark.parametrize(
    ("begun", "said_later"),
    [
        ("港口 date:2", "2 is no date."),
        ("has:n", "has: cannot be n."),
        ("near(港口", "near at 1 needs two words"),
        ('title:"', "title: at 1 has nothing behind it."),
        ("tag:nothing", "There is no tag nothing."),
    ],
)
def test_a_word_that_is_being_typed_is_not_wrong_yet(searching: Desktop, begun: str, said_later: str) -> None:
    box = searching.control("searchBox")
    said_at = []
    searching.type(begun, "searchBox")
    searching.window.search.search_wanted.connect(lambda _: said_at.append(time.monotonic()))
    searching.wait(lambda: bool(said_at))
    searching.settle()
    assert not box.toolTip() and said(searching, "listed") == "3 articles"
    searching.wait(lambda: box.toolTip().startswith(said_later))
    assert time.monotonic() - said_at[0] > 1


def test_enter_ends_the_word_that_is_being_typed(searching: Desktop) -> None:
    searching.type("date:2", "searchBox")
    searching.press("Return", searching.control("searchBox"))
    assert said(searching, "listed").startswith("2 is no date.")


def test_escape_takes_the_search_away_and_leads_to_the_list(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    searching.press("Esc", searching.control("searchBox"))
    assert len(titles(searching)) == 3 and searching.control("articleList").hasFocus()
    searching.wait(lambda: marked(searching) == 0)
    assert said(searching, "hits") == ""


def test_enter_goes_to_the_list_and_from_there_to_the_first_hit(searching: Desktop) -> None:
    searching.window.find_article(3)
    search(searching, "烟台", 2)
    searching.press("Return", searching.control("searchBox"))
    assert searching.control("articleList").hasFocus()
    searching.wait(lambda: searching.title() == "煙臺開發區的港口")
    searching.press("Return", searching.control("articleList"))
    assert searching.window.view.pane.hasFocus() and said(searching, "hits") == "Hit 1 of 3"


def test_enter_at_once_waits_for_what_is_found(searching: Desktop) -> None:
    searching.type("山东", "searchBox")
    searching.press("Return", searching.control("searchBox"))
    searching.wait(lambda: searching.title() == "另一篇文章")
    assert searching.control("articleList").hasFocus()


def test_f3_walks_into_the_next_article_and_back(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    pane = searching.window.view.pane
    searching.wait(lambda: marked(searching) == 3)
    walked = []
    for _ in range(4):
        searching.press("F3", pane)
        walked.append((searching.title()[:3], said(searching, "hits")))
    first, second = "煙臺開", "另一篇"
    assert walked == [(first, f"Hit {n} of 3") for n in (1, 2, 3)] + [(second, "Hit 1 of 1")]
    searching.press("F3", pane)  # nothing is behind the last one
    assert (searching.title()[:3], said(searching, "hits")) == (second, "Hit 1 of 1")
    searching.press("Shift+F3", pane)
    assert (searching.title()[:3], said(searching, "hits")) == (first, "Hit 3 of 3")


def test_the_order_of_how_well_it_fits_is_there_for_searches_only(searching: Desktop) -> None:
    button = searching.control("sortButton")
    assert isinstance(button, QToolButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)

    def best() -> QAction:
        return next(action for action in menu.actions() if action.text() == "How well it fits")

    assert not best().isVisible()
    search(searching, "港口", 2)
    assert titles(searching) == ["煙臺開發區的港口", "第三篇"] and best().isVisible()
    next(action for action in menu.actions() if action.text() == "Title").trigger()
    best().trigger()
    searching.wait(lambda: not searching.window.listing.model.searching)
    assert titles(searching) == ["煙臺開發區的港口", "第三篇"]
    searching.press("Esc", searching.control("searchBox"))
    assert searching.window.listing.model.query.sort == "title" == searching.settings.sort
    assert not best().isVisible()


def test_marks_stay_when_something_is_highlighted(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    searching.wait(lambda: marked(searching) == 3)
    session = searching.program.session
    session.perform(lambda db: edits.highlight(db, 1, 0, 4))
    assert marked(searching) == 3
    searching.press("F3", searching.window.view.pane)
    assert said(searching, "hits") == "Hit 1 of 3"
    session.perform(lambda db: edits.highlight(db, 1, 5, 7))
    assert said(searching, "hits") == "Hit 1 of 3"


def test_what_is_looked_for_in_the_article_alone_comes_first(searching: Desktop) -> None:
    search(searching, "烟台", 2)
    searching.wait(lambda: marked(searching) == 3)
    searching.press("Ctrl+F", searching.window.view.pane)
    searching.type("港口", "findField")
    searching.wait(lambda: said(searching, "findCount") == "1 of 2")
    assert marked(searching) == 2
    searching.press("F3", searching.window.view.pane)
    assert said(searching, "findCount") == "2 of 2"
    searching.press("Esc", searching.control("findField"))
    assert marked(searching) == 3
    searching.press("F3", searching.window.view.pane)
    assert said(searching, "hits").startswith("Hit ")


def test_a_long_text_is_looked_through_in_the_background(searching: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hit_walk, "LONG", 10)
    search(searching, "烟台", 2)
    searching.wait(lambda: marked(searching) == 3)
    searching.window.find_article(2)
    searching.wait(lambda: marked(searching) == 1)
    searching.wait(lambda: said(searching, "hits") == "Hit 1 of 1")


def test_the_first_hits_of_a_long_text_are_there_before_the_others_and_can_be_walked_through(
    searching: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_walk, "LONG", 200)
    monkeypatch.setattr(hit_walk, "NEAR", (100,))
    session, going_on = searching.program.session, threading.Event()
    text = "很長的\n" + ("無關的段落。\n" * 40 + "港口又港口。\n") * 3
    long = making.add(session.db, "港口的" + text, published="2021-01-01")
    session.tell(EVERYTHING)
    whole = hit_walk.hits
    monkeypatch.setattr(hit_walk, "hits", lambda *given: (going_on.wait(10), whole(*given))[1])
    search(searching, "港口", 3)
    window = searching.window
    window.find_article(long)
    assert marked(searching) == 1 and said(searching, "hits") == ""
    for _ in range(3):
        searching.press("F3", window.view.pane)
    assert window.view.article == long
    going_on.set()
    searching.wait(lambda: said(searching, "hits") == "Hit 4 of 7")
    assert marked(searching) == 7


def test_hits_that_were_on_their_way_are_not_marked_in_another_article(
    searching: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_walk, "LONG", 200)
    search(searching, "烟台", 2)
    listing = searching.window.listing
    listing.choose(None if not listing.model.ids else listing.model.ids[1])
    listing.step(-1)
    time.sleep(0.3)  # the answer of the first one waits to be told
    listing.step(1)
    searching.wait(lambda: marked(searching) == 1)
    searching.settle()
    assert marked(searching) == 1 and searching.window.walk.step(1) is None


def test_a_damaged_index_is_made_anew(searching: Desktop) -> None:
    db = searching.program.session.db
    with transaction(db):
        db.execute("update search_data set block = ? where id > 100", [b"\xff" * 60])
    searching.type("烟台", "searchBox")
    searching.wait(lambda: len(searching.rows()) == 2 and not searching.window.listing.model.searching)
    assert check(db) == [] and said(searching, "listed") == "2 articles"


def test_what_is_not_there_is_said_also_where_nothing_was_searched_for_before(searching: Desktop) -> None:
    searching.type("tag:nothing", "searchBox")
    searching.wait(lambda: "There is no tag nothing" in said(searching, "listed"))
    searching.settle()
    assert "There is no tag nothing" in said(searching, "listed") and len(searching.rows()) == 3


def test_a_slash_leads_to_the_search_but_is_a_character_where_somebody_types(searching: Desktop) -> None:
    box = searching.control("searchBox")
    searching.press("/", searching.window.view.pane)
    assert box.hasFocus()
    searching.type("a/b", "searchBox")
    assert searching.window.search.text() == "a/b"
    searching.press("F11", searching.window.view.pane)
    searching.press("Ctrl+K", searching.window.view.pane)
    assert box.isVisible() and box.hasFocus()
