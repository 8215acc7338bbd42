"""Where only whole articles have the tag that is asked for, the table says so and leads to their highlights."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import TagTerm
from reader.services import annotating, tagging
from reader.widgets.marked_pane import MarkedPane


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    """Four articles, of which 1 and 2 are about the coast, 4 about the sea; one highlight in each of 1 to 3."""
    made = start()
    db = made.program.session.db
    for number in (1, 2, 3, 4):
        article = making.add(db, f"標題{number}\n正文說的是港口。")
        if number < 4:
            tagging.highlight_with(db, article, 4, 6, ["港口"], note="", color="", analyst="")
    annotating.tag_articles(db, [1, 2], new=["主題/沿海"])
    annotating.tag_articles(db, [4], new=["海"])
    made.program.session.tell(EVERYTHING)
    made.window.open_last()
    made.press("Ctrl+2")
    listed(made, [1, 2, 3])
    return made


def pane(desktop: Desktop) -> MarkedPane:
    return desktop.window.workspaces.pane


def listed(desktop: Desktop, articles: Iterable[int]) -> None:
    """Wait until the highlights of these articles are listed."""
    model = pane(desktop).model

    def rows() -> list[int]:
        found = (model.finding(row) for row in range(model.rowCount()))
        return sorted(each.highlight.article for each in found if each is not None)

    desktop.wait(lambda: not model.asked and rows() == sorted(articles))


def said(desktop: Desktop, *lines: str) -> None:
    """Wait until this is said in the place of rows, the last of it on the button."""
    label, button = desktop.control("nothingMarked"), desktop.control("nothingMarkedButton")
    assert isinstance(label, QLabel) and isinstance(button, QPushButton)
    desktop.wait(lambda: [*label.text().split("\n"), button.text()] == [*lines])


def tag_of(desktop: Desktop, path: str) -> int:
    found = desktop.program.session.tree().find(path)
    assert found is not None
    return found.id


def chips(desktop: Desktop) -> list[str]:
    return [each.text() for each in pane(desktop).filters._chips]


def test_a_tag_of_the_sidebar_leads_to_the_highlights_of_its_articles(desktop: Desktop) -> None:
    desktop.window.sidebar.show_tag(tag_of(desktop, "主題"))
    desktop.press("Return", desktop.window.sidebar.tags)
    listed(desktop, [])
    said(
        desktop,
        *("No highlight matches.", "2 articles have this tag as a whole.", "Show 2 highlights there"),
    )
    desktop.words.use("zh_TW")
    said(desktop, *("沒有符合的標註。", "2 篇文章整篇有這個標籤。", "顯示其中的 2 條標註"))
    desktop.words.use("en")
    desktop.click("nothingMarkedButton")
    listed(desktop, [1, 2])
    assert not desktop.window.sidebar.tags.selectionModel().hasSelection()
    assert chips(desktop) == ["article: 主題 and below"] and pane(desktop).view.hasFocus()


def test_so_do_a_chip_and_what_is_typed(desktop: Desktop) -> None:
    pane(desktop).filters.take(Filters((TagTerm(tag_of(desktop, "主題/沿海")),)))
    listed(desktop, [])
    said(
        desktop,
        *("No highlight matches.", "2 articles have this tag as a whole.", "Show 2 highlights there"),
    )
    desktop.type("標籤:主題 -tag:海", "searchBox")
    desktop.window.search.search_at_once()
    said(
        desktop,
        *("No highlight matches.", "2 articles have such tags as a whole.", "Show 2 highlights there"),
    )
    desktop.click("nothingMarkedButton")
    listed(desktop, [1, 2])
    assert chips(desktop) == ["article: 主題/沿海"] and desktop.window.search.text() == "文章標籤:主題 -tag:海"


def test_one_of_two_tags_is_enough_there_too(desktop: Desktop) -> None:
    desktop.window.choosing.show_tags([tag_of(desktop, path) for path in ("主題/沿海", "海")])
    listed(desktop, [])
    said(
        desktop,
        *("No highlight matches.", "3 articles have such tags as a whole.", "Show 2 highlights there"),
    )
    desktop.click("nothingMarkedButton")
    listed(desktop, [1, 2])
    assert pane(desktop).filters.filters.any_tag and desktop.window.choosing.tags == []


def test_articles_without_highlights_are_shown_themselves(desktop: Desktop) -> None:
    pane(desktop).filters.take(Filters((TagTerm(tag_of(desktop, "海")),)))
    listed(desktop, [])
    said(desktop, *("No highlight matches.", "1 article has this tag as a whole.", "Show such articles"))
    desktop.click("nothingMarkedButton")
    desktop.wait(lambda: [row.title for row in desktop.rows()] == ["標題4"])
    assert desktop.window.listing.isVisible()


def test_what_no_article_has_either_is_said_as_before(desktop: Desktop) -> None:
    pane(desktop).filters.take(Filters((TagTerm(tag_of(desktop, "港口")),), noted=True))
    listed(desktop, [])
    desktop.settle()
    said(desktop, "No highlight matches.", "Show all")
    desktop.program.session.perform(lambda db: annotating.tag_articles(db, [3], put=[tag_of(desktop, "港口")]))
    said(desktop, "No highlight matches.", "1 article has this tag as a whole.", "Show such articles")
    pane(desktop).filters.take(Filters(noted=True))
    said(desktop, "No highlight matches.", "Show all")
    desktop.click("nothingMarkedButton")
    listed(desktop, [1, 2, 3])
