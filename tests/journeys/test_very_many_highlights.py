"""An article with more highlights than are read at once: those in sight come first, the others a moment later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import making
from desktop import Desktop
from reader.domain.highlight import Span
from reader.services import edits
from reader.storage import articles, highlights, journal

LINES, APART = 1_500, 40  # one highlight in each line, of so many characters
TEXT = "標題\n" + "\n".join(f"{number:05}{'字' * (APART - 6)}" for number in range(LINES))
MIDDLE = 3 + (LINES // 2) * APART


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    db = desktop.program.session.db
    short, long = making.add(db), making.add(db, TEXT)
    with journal.step(db, "highlight"):
        for number in range(LINES):
            span = Span(3 + number * APART, 8 + number * APART)
            highlights.add(db, long, span, TEXT, color="", note="", analyst=None)
    articles.set_place(db, long, MIDDLE)
    desktop.window.listing.model.reload()
    desktop.window.listing.choose(short)
    return desktop


def shown(desktop: Desktop) -> set[int]:
    return set(desktop.window.view.pane.underlay.highlights.all)


def test_those_in_sight_are_there_at_once_and_all_of_them_soon(desktop: Desktop) -> None:
    desktop.window.listing.choose(2)
    pane = desktop.window.view.pane
    assert pane.underlay.highlights.at(MIDDLE) and 0 < len(shown(desktop)) < LINES
    desktop.wait(lambda: desktop.window.panel.model.rowCount() == LINES)
    assert len(shown(desktop)) == LINES and pane.page is not None
    assert list(pane.page.highlights) == highlights.of_article(desktop.program.session.db, 2)
    assert abs(pane.place() - MIDDLE) < 2 * APART


def test_another_article_in_between_gets_none_of_them(desktop: Desktop) -> None:
    desktop.window.listing.choose(2)
    desktop.window.listing.choose(1)
    desktop.settle()
    assert shown(desktop) == set() and desktop.window.panel.model.rowCount() == 0


def test_what_is_done_before_they_came_counts_all_of_them(desktop: Desktop) -> None:
    desktop.window.listing.choose(2)
    desktop.window.reading.open_note(1)  # far above what is in sight
    assert desktop.window.panel.card.highlight == 1
    desktop.window.listing.choose(1)
    desktop.window.listing.choose(2)
    desktop.program.session.perform(lambda db: edits.remove_highlights(db, [1, LINES]))
    assert len(shown(desktop)) == LINES - 2
