"""After a text was changed an analyst looks at the highlights that did not just stay: by keys, or with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

import making
import menus
from desktop import Desktop
from reader.domain.highlight_filters import Filters
from reader.domain.rewriting import Replacement
from reader.services import amending, edits, reviewing
from reader.storage import highlights
from reader.widgets import attempts
from reader.widgets.review_panel import HEIGHT, LEAST
from reader.widgets.rows_view import RowsView

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段要求落實責任，加強管護。\n最後參觀苗木基地。"
QUOTES = ("民生問題", "落實責任", "苗木基地")


def corrected(desktop: Desktop, article: int) -> None:
    """民生問題 becomes 民生的問題, 落實責任 quite other words, and 苗木基地 goes."""
    made = (("民生", "民生的"), ("落實責任", "說話"), ("苗木基地", ""))
    changes = [Replacement(TEXT.index(old), TEXT.index(old) + len(old), new) for old, new in made]
    desktop.program.session.perform(partial(amending.correct, article=article, given=TEXT, replacements=changes))


@pytest.fixture
def changed(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    session = desktop.program.session
    article = making.add(session.db, TEXT)
    for words in QUOTES:
        at = TEXT.index(words)
        session.perform(partial(edits.highlight, article=article, start=at, end=at + len(words)))
    desktop.window.listing.model.reload()
    desktop.window.listing.choose(article)
    corrected(desktop, article)
    return desktop


def rows(desktop: Desktop) -> list[str]:
    found = listed(desktop).model()
    return [str(found.index(row, 0).data()) for row in range(found.rowCount())]


def listed(desktop: Desktop) -> RowsView:
    found = desktop.control("reviewList")
    assert isinstance(found, RowsView)
    return found


def chosen(desktop: Desktop) -> list[str]:
    return [rows(desktop)[row].rpartition(" ")[2] for row in listed(desktop).selected_rows()]


def shown(desktop: Desktop) -> str:
    fields = [desktop.control(name) for name in ("reviewWas", "reviewNow")]
    return "\n".join(field.toPlainText() for field in fields if isinstance(field, QTextEdit))


def states(desktop: Desktop) -> dict[str, str]:
    db, article = desktop.program.session.db, desktop.window.view.article or 0
    return {each.quote: each.state for each in desktop.stored() + highlights.orphans(db, article)}


def test_each_is_shown_with_what_it_was_and_accepted_put_elsewhere_or_removed(changed: Desktop) -> None:
    changed.press("F8", changed.window.view.pane)
    assert rows(changed) == ["Needs review · 落實責任", "Orphan · 苗木基地", "Adjusted · 民生問題"]
    assert "Was:  …" in shown(changed) and "落實責任" in shown(changed) and "Is:  …" in shown(changed)
    changed.press("Return")
    assert states(changed)["說話"] == "" and len(rows(changed)) == 2
    changed.press("Down")
    changed.press("Up")
    assert "These words are no longer in the text." in shown(changed)
    changed.press("Return")  # an orphan has no place to be accepted at
    assert len(rows(changed)) == 2 and "no longer in the text" in changed.window.notice.words
    pane = changed.window.view.pane
    found = pane.document().find("參觀")
    pane.setFocus()
    pane.setTextCursor(QTextCursor(found))
    changed.press("Ctrl+Return", pane)
    assert states(changed)["參觀"] == "" and rows(changed) == ["Adjusted · 民生問題"]
    changed.press("Del", changed.control("reviewList"))
    assert rows(changed) == [] and list(states(changed)) == ["說話", "參觀"]
    changed.press("Esc", changed.control("reviewList"))
    assert QApplication.focusWidget() is pane and changed.window.reviewing.panel.isHidden()
    for _ in range(3):
        changed.press("Ctrl+Z", pane)
    assert sorted(states(changed).values()) == ["adjusted", "orphan", "review"]


def test_tab_walks_through_the_panel_as_it_is_laid_out_between_the_text_and_what_is_beside_it(changed: Desktop) -> None:
    changed.press("F8")
    changed.press("Home", listed(changed))
    seen = ["readingPane"]
    changed.window.view.pane.setFocus()
    while changed.focus() != "highlightFilter" and len(seen) < 20:
        changed.press("Tab")
        seen.append(changed.focus())
    buttons = ["acceptReview", "placeReview", "dropReview"]
    assert seen[-9:-1] == [*buttons, "reviewList", "reviewWas", "reviewNow", "reviewEverywhere", "closeReview"]


def test_a_notice_stands_above_the_panel_and_not_on_its_buttons(changed: Desktop) -> None:
    changed.press("F8")
    panel, notice = changed.control("reviewPanel"), changed.window.notice
    changed.wait(lambda: panel.height() > 100)
    changed.press("Return", listed(changed))
    assert notice.words
    bottom, top = notice.mapToGlobal(notice.rect().bottomLeft()), panel.mapToGlobal(QPoint())
    assert bottom.y() < top.y()
    changed.press("Esc", listed(changed))  # and comes down with the text
    changed.wait(lambda: notice.mapToGlobal(notice.rect().bottomLeft()).y() > top.y())


def test_the_notice_after_a_change_leads_there(start: Callable[[], Desktop], changed: Desktop) -> None:
    pane = changed.window.view.pane
    changed.press("Ctrl+Z", pane)
    changed.press("F4", pane)
    editor = changed.window.amending.panel.editor
    editor.setTextCursor(editor.document().find("苗木基地"))
    changed.press("Del", editor)
    changed.press("Ctrl+Return", editor)
    assert changed.window.notice.words == "Text corrected: 我市召開會議\n1 orphan."
    changed.click("noticeButton")
    assert rows(changed) == ["Orphan · 苗木基地"]


def test_those_of_all_articles_are_listed_with_their_articles(changed: Desktop) -> None:
    other = making.add(changed.program.session.db, "另一篇文章\n正文在這裡。")
    first = changed.window.view.article
    changed.window.listing.model.reload()
    changed.window.find_article(other)
    changed.press("F8", changed.window.view.pane)  # nothing to look at in this one, so all are listed
    assert len(rows(changed)) == 3 and changed.window.view.article == first
    assert changed.control("reviewArticle").property("text") == "我市召開會議"


def test_without_a_selection_it_says_what_is_missing(changed: Desktop) -> None:
    changed.press("F8", changed.window.view.pane)
    changed.click("placeReview")
    assert "Select in the text" in changed.window.notice.words


def test_asked_for_again_it_goes_to_one_in_the_text_again(changed: Desktop) -> None:
    pane = changed.window.view.pane
    for _ in range(2):
        pane.select_highlight(None)
        changed.press("F8", pane)
        assert chosen(changed) == ["落實責任"] and pane.underlay.selected is not None
        changed.press("Esc", listed(changed))


def test_it_goes_while_only_the_text_is_shown_and_comes_back(changed: Desktop) -> None:
    panel, pane = changed.window.reviewing.panel, changed.window.view.pane
    changed.press("F8", pane)
    changed.press("F11", panel.list)
    assert not panel.isVisible() and QApplication.focusWidget() is pane
    changed.press("F11", pane)
    assert panel.isVisible() and len(rows(changed)) == 3
    changed.press("F11", pane)
    changed.press("F8", pane)
    assert panel.isVisible() and QApplication.focusWidget() is panel.list
    assert changed.window.listing.isVisible()


def test_f6_comes_to_it_between_the_text_and_the_highlights(changed: Desktop) -> None:
    changed.press("F8", changed.window.view.pane)
    changed.control("acceptReview").setFocus()
    met = []
    for keys in ("F6", "Shift+F6", "Shift+F6", "F6"):
        changed.press(keys)
        met.append(QApplication.focusWidget())
    review = listed(changed)
    assert met == [changed.window.panel.view, review, changed.window.view.pane, review]
    changed.press("Esc")
    changed.press("F6", changed.window.view.pane)
    assert QApplication.focusWidget() is changed.window.panel.view


@pytest.mark.parametrize("shown", [True, False], ids=["shown when it ended", "put away before"])
def test_it_is_as_high_again_as_it_was_made(changed: Desktop, start: Callable[[], Desktop], shown: bool) -> None:
    changed.press("F8", changed.window.view.pane)
    changed.wait(lambda: changed.window.reviewing.panel.height() == HEIGHT)
    handle = changed.window.view.parts.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(0, 40))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 40))
    high = changed.window.reviewing.panel.height()
    assert high > HEIGHT + 30
    if not shown:
        changed.press("Esc")
    again = start()
    again.press("F8", again.window.view.pane)
    again.wait(lambda: again.window.reviewing.panel.height() == high)


def test_without_an_open_article_those_of_all_are_looked_at(changed: Desktop) -> None:
    first = changed.window.view.article
    changed.window.listing.choose(None)
    changed.window.open_article(None)
    changed.press("F8", changed.window.listing.view)
    assert changed.window.view.article == first and len(rows(changed)) == 3
    assert QApplication.focusWidget() is changed.window.reviewing.panel.list


def test_where_there_is_nothing_to_look_at_it_says_so_also_without_an_article(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.press("F8", desktop.window.listing.view)
    assert desktop.control("reviewTitle").property("text") == "No highlight needs review"
    desktop.press("Esc")
    assert not desktop.window.reviewing.panel.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.isVisible()


def test_what_another_program_does_leaves_chosen_what_was_chosen_and_chooses_nothing_else(changed: Desktop) -> None:
    changed.press("F8", changed.window.view.pane)
    listed(changed).selectAll()
    changed.elsewhere(lambda db: edits.set_starred(db, [changed.window.view.article or 0], True))
    assert chosen(changed) == ["落實責任", "苗木基地", "民生問題"]
    changed.press("Down", listed(changed))
    changed.press("Up")
    assert chosen(changed) == ["落實責任"]
    gone = next(each.id for each in changed.stored() if each.quote == "說話")
    changed.elsewhere(lambda db: reviewing.drop(db, [gone]))
    assert rows(changed) == ["Orphan · 苗木基地", "Adjusted · 民生問題"] and chosen(changed) == []
    for keys in ("Return", "Del"):  # meant for the one that is gone
        changed.press(keys, listed(changed))
    assert len(rows(changed)) == 2 and not changed.window.notice.words
    changed.press("Down", listed(changed))
    assert chosen(changed) == ["民生問題"]


def test_what_could_not_be_stored_is_not_gone_on_from_when_somebody_else_does_it(changed: Desktop) -> None:
    session = changed.program.session
    changed.press("F8", changed.window.view.pane)
    gone = next(each.id for each in changed.stored() if each.quote == "說話")
    assert chosen(changed) == ["落實責任"]
    with making.another_writer(session.path):
        changed.press("Return", listed(changed))
    assert "being written by another program" in changed.window.notice.words
    session.perform(lambda db: reviewing.drop(db, [gone]))
    assert rows(changed) == ["Orphan · 苗木基地", "Adjusted · 民生問題"] and chosen(changed) == []


@pytest.mark.parametrize(("keys", "left"), [("Return", ["Orphan · 苗木基地"]), ("Del", [])])
def test_very_many_are_accepted_or_removed_in_the_background(
    changed: Desktop, monkeypatch: pytest.MonkeyPatch, keys: str, left: list[str]
) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", len(QUOTES) - 1)
    changed.press("F8", changed.window.view.pane)
    before = rows(changed)
    listed(changed).selectAll()
    changed.press(keys, listed(changed))
    assert changed.window.status.activity.isVisible() and rows(changed) == before
    changed.wait(lambda: rows(changed) == left)
    assert chosen(changed) == ["苗木基地"][: len(left)]
    changed.press("Ctrl+Z", changed.window.view.pane)
    changed.wait(lambda: rows(changed) == before)


def test_those_among_very_many_that_are_left_are_gone_on_with(
    changed: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", 1)
    changed.press("F8", changed.window.view.pane)
    changed.press("Shift+Down", listed(changed))
    changed.press("Del", listed(changed))
    changed.wait(lambda: rows(changed) == ["Adjusted · 民生問題"])
    assert chosen(changed) == ["民生問題"] and "民生的問題" in shown(changed)


@pytest.mark.parametrize("workspace", ["Ctrl+1", "Ctrl+2"])
@pytest.mark.parametrize("width", [900, 1280, 1900])
def test_all_of_it_is_to_be_seen_in_narrow_and_in_wide_windows(changed: Desktop, workspace: str, width: int) -> None:
    changed.window.resize(width, 800)
    changed.press(workspace)
    changed.press("F8", changed.window.view.pane)
    panel = changed.window.reviewing.panel
    QApplication.processEvents()
    for name in ("acceptReview", "placeReview", "dropReview", "closeReview", "reviewEverywhere"):
        button = changed.control(name)
        assert button.width() >= button.sizeHint().width(), name
        assert panel.rect().contains(button.geometry()), name
    metrics = panel.fontMetrics()
    assert panel.list.width() > metrics.horizontalAdvance("Uncertain · 落實責任") and panel.list.height() >= LEAST
    for field in (panel.was, panel.now):
        assert panel.rect().contains(field.geometry()) and field.height() >= 3 * metrics.lineSpacing()


def in_view(desktop: Desktop, words: str) -> bool:
    """Whether words of the text are to be seen as a whole."""
    return all(desktop.window.view.pane.viewport().rect().contains(point) for point in desktop.ends_of(words))


def test_the_passage_stands_above_the_panel_that_is_shown_for_it(start: Callable[[], Desktop]) -> None:
    desktop = start()
    session, pane = desktop.program.session, desktop.window.view.pane
    text = "我市召開會議\n" + "\n".join(
        f"第{number:02}段說的是民生問題，" + "要求落實責任。" * 12 for number in range(30)
    )
    article = making.add(session.db, text)
    for number in range(3, 30):
        at = text.index(f"第{number:02}段")
        session.perform(partial(edits.highlight, article=article, start=at, end=at + 90))
    made = [Replacement(at := text.index(f"{number:02}段") + 5, at + 4, "說") for number in range(30)]
    desktop.window.resize(1280, 800)
    desktop.window.listing.model.reload()
    desktop.window.find_article(article)
    session.perform(partial(amending.correct, article=article, given=text, replacements=made))
    first, high = desktop.stored()[0].quote, 500  # px: the text is higher without the panel, and lower with it
    for scrolled in range(0, 400, 40):  # also so that the panel comes to be where it stands
        pane.verticalScrollBar().setValue(scrolled)
        desktop.wait(lambda: pane.height() > high)
        desktop.press("F8", pane)
        desktop.wait(lambda: pane.height() < high and in_view(desktop, first))
        desktop.press("Esc", listed(desktop))
    desktop.press("F8", pane)
    desktop.wait(lambda: pane.height() < high)
    for keys in ("Return", "Return", "Down", "Del", "Down", "Down"):
        desktop.press(keys, listed(desktop))
        [quote] = [each.quote for each in desktop.stored() if each.id == pane.underlay.selected]
        desktop.wait(partial(in_view, desktop, quote))


def test_words_are_no_higher_than_they_need_to_be_and_the_list_has_the_rest(changed: Desktop) -> None:
    changed.window.resize(1280, 800)
    changed.press("F8", changed.window.view.pane)
    panel = changed.window.reviewing.panel
    changed.wait(lambda: panel.list.height() > panel.was.height())
    for field in (panel.was, panel.now):
        assert not field.verticalScrollBar().maximum()
    changed.window.resize(1900, 800)
    changed.wait(lambda: panel.list.height() == panel.was.height())


def test_each_is_accepted_put_elsewhere_or_removed_with_the_mouse(changed: Desktop) -> None:
    menus.click_bar(changed.window.menuBar(), "Highlight", "Review changed highlights")
    changed.click("acceptReview")
    assert states(changed)["說話"] == "" and len(rows(changed)) == 2
    click_row(changed, "Orphan · 苗木基地")
    changed.drag_over("參觀")
    changed.click("placeReview")
    assert states(changed)["參觀"] == "" and rows(changed) == ["Adjusted · 民生問題"]
    click_row(changed, "Adjusted · 民生問題")
    changed.click("dropReview")
    assert rows(changed) == [] and list(states(changed)) == ["說話", "參觀"]
    changed.click("closeReview")
    assert changed.window.reviewing.panel.isHidden()
    for _ in range(3):
        changed.click("buttonUNDO")
    assert sorted(states(changed).values()) == ["adjusted", "orphan", "review"]


def click_row(desktop: Desktop, words: str) -> None:
    view = listed(desktop)
    at = view.visualRect(view.model().index(rows(desktop).index(words), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_those_that_need_review_are_the_same_in_the_table(changed: Desktop) -> None:
    changed.press("F8", changed.window.view.pane)
    count = len(rows(changed))
    assert "adjusted" in {each.state for each in changed.stored()}
    changed.press("Ctrl+2")
    pane = changed.window.workspaces.pane
    pane.filters.take(Filters(review=True))
    changed.wait(lambda: not pane.model.asked and pane.model.count == count)


def test_the_card_beside_the_text_is_that_of_the_highlight_under_review(changed: Desktop) -> None:
    window, ids = changed.window, {each.quote: each.id for each in changed.stored()}
    window.panel.choose(ids["民生的問題"])
    changed.press("F8", window.view.pane)
    assert chosen(changed) == ["落實責任"]
    assert window.panel.card.highlight == window.view.pane.underlay.selected == ids["說話"]
