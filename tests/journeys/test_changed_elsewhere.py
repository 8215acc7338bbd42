"""Another window corrects the open article: no edit that was meant for words seen here is done to other ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlite_utils import Database

import making
from desktop import Desktop
from reader.domain.change import Change
from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement
from reader.services import amending, edits, tagging
from reader.storage import articles
from reader.widgets.tag_picker import TagPicker

TEXT = f"標題\n甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥\n{'別的。' * 20}\n壬癸在這裡。"
SAID = "The article was changed meanwhile, and other words stand where this passage was. Select it again."


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    """An article, and one tag."""
    made = start()
    making.add(made.program.session.db, TEXT)
    made.program.session.perform(partial(tagging.add, path="標籤"))
    made.window.listing.model.reload()
    made.window.open_last()
    return made


def correct(db: Database) -> Change:
    """Put words in front of all others."""
    stored = articles.get(db, 1)
    assert stored is not None
    at = stored.text.index("甲")
    return amending.correct(db, 1, stored.text, [Replacement(at, at, "［新的文字］")])


def correct_unnoticed(desktop: Desktop) -> None:
    with desktop.program.session.library.another() as other:
        correct(other)


def select(desktop: Desktop, words: str) -> None:
    at = TEXT.index(words)
    desktop.window.view.pane.select(Span(at, at + len(words)))


def quotes(desktop: Desktop) -> list[str]:
    return [each.quote for each in desktop.stored()]


@pytest.mark.parametrize("words", ["", "新的標籤"])
def test_while_the_picker_is_open(desktop: Desktop, words: str) -> None:
    select(desktop, "壬癸")
    desktop.press("T", desktop.window.view.pane)
    desktop.elsewhere(correct)
    if words:
        desktop.type(words, "tagField")
    desktop.press("Return", desktop.window.picker.field)
    assert quotes(desktop) == [] and desktop.window.notice.words == SAID
    assert [tag.name for tag in desktop.program.session.tree()] == ["標籤"]


def test_while_tags_are_picked_for_all_that_was_found(desktop: Desktop) -> None:
    desktop.press("Ctrl+F", desktop.window.view.pane)
    desktop.type("壬癸", "findField")
    bar = desktop.window.view.find_bar
    desktop.wait(lambda: bar.count.text() == "1 of 2")
    desktop.press("Alt+Shift+Return", bar.field)
    picker = desktop.control("tagPicker")
    assert isinstance(picker, TagPicker)
    desktop.elsewhere(correct)
    desktop.press("Return", picker.field)
    desktop.wait(lambda: desktop.window.notice.words == SAID)
    assert quotes(desktop) == []


def test_before_it_is_noticed(desktop: Desktop) -> None:
    select(desktop, "壬癸")
    correct_unnoticed(desktop)
    desktop.press("H", desktop.window.view.pane)
    assert quotes(desktop) == [] and desktop.window.notice.words == SAID
    page = desktop.window.view.pane.page
    assert page is not None and "［新的文字］" in page.article.text  # at once, so that the next try is about this one
    at = page.article.text.index("壬癸")
    desktop.window.view.pane.select(Span(at, at + 2))
    desktop.press("H", desktop.window.view.pane)
    assert quotes(desktop) == ["壬癸"]


@pytest.mark.parametrize("before", [True, False])
def test_a_typo_corrected_beside_words_that_stay_where_they_are_keeps_nobody_from_marking_them(
    desktop: Desktop, before: bool
) -> None:
    select(desktop, "壬癸")
    at = TEXT.index("辛" if before else "子")
    with desktop.program.session.library.another() as other:
        amending.correct(other, 1, TEXT, [Replacement(at, at + 1, "新" if before else "新的")])
    desktop.press("H", desktop.window.view.pane)
    assert quotes(desktop) == ["壬癸"]


@pytest.mark.parametrize("marked", ["few", "all"])
def test_before_it_is_noticed_highlights_stand_over_their_words(desktop: Desktop, marked: str) -> None:
    select(desktop, "壬癸")
    desktop.press("H", desktop.window.view.pane)
    correct_unnoticed(desktop)
    session = desktop.program.session
    tag = next(iter(session.tree())).id
    if marked == "few":
        session.perform(partial(edits.tag_highlight, highlight=1, tag=tag))
    else:
        session.perform(partial(tagging.describe, tag=tag, description="別的"))
    page = desktop.window.view.pane.page
    assert page is not None and [each.span.of(page.article.text) for each in page.highlights] == ["壬癸"]


@pytest.mark.parametrize("keys", ["]", "{", "Shift+Alt+S", "Shift+Alt+X"])
def test_before_it_is_noticed_the_ends_of_a_highlight_stay(desktop: Desktop, keys: str) -> None:
    select(desktop, "壬癸子丑")
    desktop.press("H", desktop.window.view.pane)
    caret = desktop.window.view.pane.textCursor()
    caret.setPosition(TEXT.index("子"))
    desktop.window.view.pane.setTextCursor(caret)
    correct_unnoticed(desktop)
    desktop.press(keys, desktop.window.view.pane)
    assert quotes(desktop) == ["壬癸子丑"] and desktop.window.notice.words == SAID


def test_words_that_are_still_where_they_were_are_highlighted(desktop: Desktop) -> None:
    select(desktop, "丙丁")
    desktop.press("T", desktop.window.view.pane)

    def correct_behind(db: Database) -> Change:
        at = len(TEXT) - 1
        return amending.correct(db, 1, TEXT, [Replacement(at, at, "呢")])

    desktop.elsewhere(correct_behind)
    desktop.press("Return", desktop.window.picker.field)
    assert quotes(desktop) == ["丙丁"]
