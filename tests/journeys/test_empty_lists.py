"""A list without rows says in a sentence what would stand there, and what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

import making
from desktop import Desktop
from reader.services import tagging


@pytest.fixture
def empty(start: Callable[[], Desktop]) -> Desktop:
    """A library to which nothing was ever done."""
    return start()


def said(desktop: Desktop, name: str) -> str:
    found = desktop.control(name)
    assert isinstance(found, QLabel)
    return found.text()


def test_where_there_is_no_tag_one_is_to_be_named(empty: Desktop) -> None:
    session = empty.program.session
    making.add(session.db, making.TEXT)
    empty.window.listing.model.reload()
    empty.window.open_last()
    empty.press("Ctrl+A", empty.window.view.pane)
    empty.press("T")
    assert said(empty, "noTagFits") == "No tags yet. Type a name to make one."
    empty.press("Esc")
    session.perform(lambda db: tagging.add(db, "經濟"))
    empty.press("T", empty.window.view.pane)
    assert not empty.window.picker.search.findChild(QLabel, "noTagFits").isVisible()


def test_the_history_of_nothing_and_of_what_does_not_match(empty: Desktop) -> None:
    empty.press("Ctrl+H")
    assert said(empty, "noSteps").startswith("Nothing was done yet.")
    empty.type("zzz", "historyFilter")
    empty.wait(lambda: said(empty, "noSteps") == "No step matches.")
    empty.press("Esc")


def test_reviews_and_related_articles(empty: Desktop) -> None:
    related = empty.window.panel.related
    assert "Open an article to see others that are like it." in [
        label.text() for label in related.findChildren(QLabel) if label.isVisible()
    ]
    making.add(empty.program.session.db, making.TEXT)
    empty.window.listing.model.reload()
    empty.window.open_last()
    empty.press("F8", empty.window.view.pane)
    assert said(empty, "noReviews").startswith("When a text is changed, ")
    assert "Open an article to see others that are like it." not in [
        label.text() for label in related.findChildren(QLabel) if label.isVisible()
    ]
