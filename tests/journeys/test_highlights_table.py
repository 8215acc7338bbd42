"""All highlights as a table: narrowed down, put together, read beside it, and changed many at once."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import GROUPINGS, GroupBy, TagTerm
from reader.domain.note import Owner
from reader.domain.people import People
from reader.jobs import Job
from reader.models.marked_table import COLUMNS, QUOTE, MarkedTable
from reader.services import annotating, edits, tagging, tags_together
from reader.storage import articles, highlights, journal, marked, tags
from reader.storage.library import create
from reader.widgets import marked_copying
from reader.widgets.marked_header import LEAST_QUOTE
from reader.widgets.marked_pane import MarkedPane
from reader.widgets.marked_view import MarkedView
from reader.widgets.sidebar import SCOPES
from reader.widgets.workspaces import REST_MS

BODY = "煙臺的港口增長了。" + "旁的段落。\n" * 40 + "威海的漁業下降了。"
PATIENCE_S = 10
PORT, FISH = BODY.index("煙臺"), BODY.index("威海")


@pytest.fixture
def desktop(start: Callable[[], Desktop]) -> Desktop:
    """Three articles, each with a highlight of the port and one of fish; the table is shown."""
    made = start()
    db = made.program.session.db
    for number in (1, 2, 3):
        article = making.add(db, f"標題{number}\n{BODY}", published=f"2020-0{number}-04", source=f"{number}號報")
        for place, paths, analyst in ((PORT, ["經濟/港口"], "林"), (FISH, ["經濟", "b"] if number == 1 else [], "王")):
            at = place + len("標題1\n")
            note = "吞吐量" if (number, place) == (2, PORT) else ""
            tagging.highlight_with(db, article, at, at + 5, paths, note=note, color="", analyst=analyst)
    made.program.session.tell(EVERYTHING)
    made.window.open_last()
    made.press("Ctrl+2")
    listed(made, 6)
    return made


def pane(desktop: Desktop) -> MarkedPane:
    return desktop.window.workspaces.pane


def view(desktop: Desktop) -> MarkedView:
    return pane(desktop).view


def table(desktop: Desktop) -> MarkedTable:
    return pane(desktop).model


def listed(desktop: Desktop, count: int) -> None:
    """Wait until so many highlights are listed."""
    desktop.wait(lambda: table(desktop).count == count and not table(desktop).asked)


def quotes(desktop: Desktop) -> list[str]:
    return [str(table(desktop).index(row, QUOTE).data()) for row in range(table(desktop).rowCount())]


def said(desktop: Desktop, name: str) -> str:
    label = desktop.control(name)
    assert isinstance(label, QLabel)
    return label.text()


def choose(desktop: Desktop, *ids: int) -> None:
    """Select the rows of highlights."""
    rows = table(desktop).rows.rows_again([(None, each) for each in ids])
    view(desktop).setFocus()
    flag = QItemSelectionModel.SelectionFlag.NoUpdate
    view(desktop).selectionModel().setCurrentIndex(table(desktop).index(rows[0], 0), flag)
    view(desktop).select_rows(rows)


def do(menu: QMenu, name: str) -> None:
    """Choose an entry of a menu, or of one in it."""
    menu.aboutToShow.emit()
    found = menu.findChild(QAction, name) or next(each for each in menu.actions() if each.objectName() == name)
    assert found.isEnabled(), name
    found.trigger()


def filter_by(desktop: Desktop, name: str) -> None:
    do(pane(desktop).filters.add.menu(), name)


def test_the_card_beside_the_text_is_that_of_the_row(desktop: Desktop) -> None:
    window = desktop.window
    window.commands[Act.PANEL].trigger()
    for row in (2, 1, 4):
        found = table(desktop).rows.id_at(row)
        assert found is not None
        choose(desktop, found)
        desktop.wait(lambda wanted=found: window.view.pane.underlay.selected == wanted)
        assert window.panel.card.highlight == found
    desktop.click("cardRemove")
    listed(desktop, 5)
    assert table(desktop).rows.rows_again([(None, found)]) == []


def test_nothing_is_said_of_the_library_before_it_is_known(start: Callable[[], Desktop]) -> None:
    made = start()
    article = making.add(made.program.session.db, f"標題1\n{BODY}")
    tagging.highlight_with(made.program.session.db, article, 4, 9, [], note="", color="", analyst="")
    made.press("Ctrl+2")
    said = made.window.findChild(QLabel, "nothingMarked")
    assert table(made).asked and said is not None and not said.isVisible()
    listed(made, 1)
    assert not said.isVisible()


def test_the_table_takes_the_place_of_the_list_and_is_there_again_after_a_restart(
    desktop: Desktop, start: Callable[[], Desktop]
) -> None:
    assert view(desktop).isVisible() and not desktop.window.listing.isVisible() and view(desktop).hasFocus()
    assert said(desktop, "counts") == "6 highlights"
    desktop.press("Ctrl+1")
    assert desktop.window.listing.view.isVisible() and not view(desktop).isVisible()
    assert said(desktop, "counts").startswith("3 articles")
    desktop.click("workspace-highlights")
    assert view(desktop).isVisible()
    again = start()
    assert view(again).isVisible()
    listed(again, 6)


def test_going_to_a_row_opens_its_article_at_the_place_and_the_table_keeps_the_focus(desktop: Desktop) -> None:
    assert quotes(desktop) == ["煙臺的港口", "威海的漁業"] * 3  # the newest article first
    view(desktop).setFocus()
    for _ in range(2):
        desktop.press("Down", on=view(desktop))
    desktop.wait(lambda: desktop.title() == "標題2")
    desktop.press("Down", on=view(desktop))
    fish = table(desktop).rows.id_at(3 if view(desktop).currentIndex().row() == 3 else 2)
    desktop.wait(lambda: desktop.window.view.pane.underlay.selected == fish)
    assert view(desktop).hasFocus()
    rect = view(desktop).visualRect(table(desktop).index(5, QUOTE))
    QTest.mouseClick(view(desktop).viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    desktop.wait(lambda: desktop.title() == "標題1" and desktop.window.view.pane.underlay.selected == 2)
    desktop.press("Ctrl+1")
    assert [row.title for row in desktop.rows()][desktop.window.listing.view.currentIndex().row()] == "標題1"


def test_search_box_scope_and_sidebar_narrow_it_down(desktop: Desktop) -> None:
    desktop.type("吞吐", "searchBox")
    listed(desktop, 1)
    assert said(desktop, "counts") == "1 of 6 highlights"
    desktop.type("source:1號報", "searchBox")
    listed(desktop, 2)
    desktop.press("Escape", on=desktop.window.search)
    listed(desktop, 6)
    assert view(desktop).hasFocus()
    desktop.program.session.perform(lambda db: edits.set_starred(db, [2], True))
    desktop.window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    listed(desktop, 2)
    desktop.window.sidebar.scopes.setCurrentRow(0)
    listed(desktop, 6)
    economy = tags.tree(desktop.program.session.db).find("經濟")
    assert economy is not None
    desktop.window.choosing.show_tags((economy.id,))
    listed(desktop, 4)
    desktop.click("chip-sidebarTag")
    listed(desktop, 6)
    desktop.press("Ctrl+1")
    assert len(desktop.rows()) == 3


def test_highlights_stay_listed_though_their_articles_are_no_longer_unread(desktop: Desktop) -> None:
    sidebar, unread = desktop.window.sidebar, SCOPES.index("unread")
    desktop.program.session.perform(lambda db: edits.set_read(db, [1, 2, 3], False))
    sidebar.scopes.setCurrentRow(unread)
    listed(desktop, 6)
    view(desktop).setFocus()
    for row in range(1, 6):
        desktop.press("Down", on=view(desktop))
        here = table(desktop).finding(row)
        assert here is not None
        desktop.wait(lambda here=here: desktop.window.view.article == here.highlight.article)
        listed(desktop, 6)
    assert desktop.program.session.counts()["unread"] == 1  # the one that was open before
    desktop.program.session.tell(EVERYTHING)
    listed(desktop, 6)
    assert view(desktop).currentIndex().row() == 5 and said(desktop, "counts") == "6 highlights"
    sidebar.scopes.setCurrentRow(0)
    listed(desktop, 6)
    sidebar.scopes.setCurrentRow(unread)
    listed(desktop, 2)


def test_they_stay_too_where_the_unread_are_typed_into_the_search_box(desktop: Desktop) -> None:
    desktop.program.session.perform(lambda db: edits.set_read(db, [1, 2], False))
    desktop.type("is:unread", "searchBox")
    listed(desktop, 4)
    before = quotes(desktop)
    view(desktop).setFocus()
    for number in (2, 1, 1):
        desktop.press("Down", on=view(desktop))
        desktop.wait(lambda number=number: desktop.title() == f"標題{number}")
        desktop.wait(lambda number=number: desktop.program.session.counts()["unread"] == number - 1)
        listed(desktop, 4)
        assert quotes(desktop) == before and view(desktop).hasFocus()
    desktop.program.session.perform(lambda db: edits.highlight(db, 3, 20, 22))
    listed(desktop, 4)  # what was not listed does not come in
    view(desktop).header.sort_wanted.emit("quote", True)
    listed(desktop, 4)
    desktop.press("Escape", on=desktop.window.search)
    listed(desktop, 7)
    desktop.type("is:unread", "searchBox")
    listed(desktop, 0)


def test_filters_are_chosen_in_the_menu_and_taken_away_at_their_chips(desktop: Desktop) -> None:
    filter_by(desktop, "filterUntagged")
    listed(desktop, 2)
    desktop.click("chip-untagged")
    listed(desktop, 6)
    filter_by(desktop, "filterNoted")
    listed(desktop, 1)
    filter_by(desktop, "filterNotNoted")
    listed(desktop, 5)
    desktop.press("Del", on=desktop.control("chip-noted"))
    listed(desktop, 6)
    desktop.program.session.db.execute("update highlights set state = 'review' where id in (3, 4)")
    filter_by(desktop, "filterReview")
    listed(desktop, 2)
    filter_by(desktop, "filterNothing")
    listed(desktop, 6)


def test_people_and_dates_are_filters_too(desktop: Desktop) -> None:
    filter_by(desktop, "filterDates")
    desktop.type("2020-02", "datesSince")
    desktop.type("2020-02-30", "datesUntil")
    assert "is no date" in said(desktop, "datesSaid")
    desktop.type("2020-02", "datesUntil")
    desktop.press("Return", on=desktop.control("datesUntil"))
    listed(desktop, 2)
    desktop.click("chip-dates")
    listed(desktop, 6)
    menu = pane(desktop).filters.add.menu()
    menu.aboutToShow.emit()
    people = menu.findChild(QMenu, "filterAnalyst")
    assert people is not None
    next(each for each in people.actions() if each.text() == "林").trigger()
    listed(desktop, 3)
    desktop.click("chip-analyst-林")
    listed(desktop, 6)


def test_a_condition_names_a_tag_far_down(desktop: Desktop) -> None:
    path = "關於進一步深化行政管理體制改革的若干意見/基層社會治理/治理能力"
    tag, _ = desktop.program.session.perform(lambda db: tagging.add(db, path))
    pane(desktop).filters.take(Filters((TagTerm(tag, without=True),)))
    chip = desktop.control(f"chip-tag-{tag}")
    assert isinstance(chip, QToolButton)
    assert chip.text().startswith("not 關於…") and chip.text().endswith("/治理能力") and path in chip.toolTip()


def test_tags_are_all_or_any_or_not_with_those_below_or_not(desktop: Desktop) -> None:
    tree = tags.tree(desktop.program.session.db)
    economy, port, b = (tree.find(path).id for path in ("經濟", "經濟/港口", "b"))  # type: ignore[union-attr]
    filter_by(desktop, "filterTag")
    assert desktop.control("tagField").accessibleName() == "Find a tag"  # none is made here
    desktop.type("經濟", "tagField")
    desktop.press("Return", on=desktop.control("tagField"))
    listed(desktop, 4)
    chip = desktop.control(f"chip-tag-{economy}")
    below, *_ = chip.menu().actions()  # type: ignore[attr-defined]
    below.trigger()
    listed(desktop, 1)
    chip = desktop.control(f"chip-tag-{economy}")
    chip.menu().actions()[1].trigger()  # type: ignore[attr-defined]
    listed(desktop, 5)
    assert "not 經濟" in desktop.control(f"chip-tag-{economy}").accessibleName()
    pane(desktop).filters.take(Filters((TagTerm(port), TagTerm(b))))
    listed(desktop, 0)
    desktop.click("anyTag")
    listed(desktop, 4)
    filter_by(desktop, "filterNotTag")
    desktop.type("b", "tagField")
    desktop.press("Return", on=desktop.control("tagField"))
    listed(desktop, 3)
    desktop.program.session.perform(lambda db: tagging.delete(db, economy))
    listed(desktop, 5)  # of the tags that are asked for, only the one that must not be is there


def test_articles_have_a_tag_as_a_whole_which_narrows_down_by_a_chip_of_its_own(desktop: Desktop) -> None:
    session, filters = desktop.program.session, pane(desktop).filters
    session.perform(lambda db: annotating.tag_articles(db, [1, 3], new=["主題/沿海"]))
    filter_by(desktop, "filterArticleTag")
    desktop.type("主題", "tagField")
    desktop.press("Return", desktop.control("tagField"))
    listed(desktop, 4)
    top, coast = (session.tree().find(path) for path in ("主題", "主題/沿海"))
    assert top is not None and coast is not None
    chip = desktop.control(f"chip-articleTag-{top.id}")
    assert isinstance(chip, QToolButton) and chip.text() == "article: 主題 and below"
    session.perform(lambda db: tagging.rename(db, top.id, "專題"))
    assert [each.text() for each in filters._chips] == ["article: 專題 and below"]
    for place, count in ((0, 0), (1, 6), (0, 2)):  # not those below, without, those below again
        filters._chips[0].menu().actions()[place].trigger()
        listed(desktop, count)
    assert [each.text() for each in filters._chips] == ["article: not 專題 and below"]
    port = session.tree().find("經濟/港口")
    assert port is not None
    filters.take(Filters((TagTerm(coast.id, of_article=True), TagTerm(port.id))))
    listed(desktop, 2)
    assert {found.highlight.article for row in range(2) if (found := table(desktop).finding(row))} == {1, 3}
    filters.any.click()
    listed(desktop, 5)
    filter_by(desktop, "filterUntagged")
    listed(desktop, 1)
    assert filters.filters.tags == (TagTerm(coast.id, of_article=True),)


def test_many_are_tagged_as_one_step(desktop: Desktop) -> None:
    choose(desktop, 2, 4, 6)
    desktop.press("T", on=view(desktop))
    desktop.type("新/標籤", "tagField")
    desktop.press("Return", on=desktop.control("tagField"))
    db = desktop.program.session.db
    desktop.wait(lambda: tags.tree(db).find("新/標籤") is not None)
    made = tags.tree(db).find("新/標籤")
    assert made is not None and all(made.id in highlights.get(db, each).tags for each in (2, 4, 6))  # type: ignore[union-attr]
    assert sorted(pane_ids(desktop)) == [2, 4, 6] and view(desktop).hasFocus()
    desktop.press("Ctrl+Z")
    desktop.wait(lambda: tags.tree(db).find("新/標籤") is None)
    assert highlights.get(db, 4).tags == ()  # type: ignore[union-attr]


def pane_ids(desktop: Desktop) -> list[int]:
    return desktop.window.workspaces.acts.chosen()


def test_a_tag_is_replaced_or_taken_off_by_the_menu(desktop: Desktop) -> None:
    db = desktop.program.session.db
    port, b = (tags.tree(db).find(path).id for path in ("經濟/港口", "b"))  # type: ignore[union-attr]
    choose(desktop, 1, 2, 3)
    desktop.window.workspaces.acts.replace_tag(port)
    desktop.type("b", "tagField")
    desktop.press("Return", on=desktop.control("tagField"))
    desktop.wait(lambda: [highlights.get(db, each).tags for each in (1, 3, 5)] == [(b,), (b,), (port,)])  # type: ignore[union-attr]
    desktop.window.workspaces.acts.take_off(b)
    assert [b in highlights.get(db, each).tags for each in (1, 2, 3)] == [False] * 3  # type: ignore[union-attr]
    assert [step.kind for step in journal.history(db)[:2]] == ["retag", "tag-replace"]


def test_tags_to_be_made_for_many_are_seen_in_the_picker_and_can_be_left_again(desktop: Desktop) -> None:
    choose(desktop, 1, 3)
    desktop.press("T", on=view(desktop))
    matches, field = desktop.control("tagMatches"), desktop.control("tagField")
    assert isinstance(matches, QListView)
    for path in ("新/一", "新/二"):
        desktop.type(path, "tagField")
        desktop.press("Ctrl+Return", on=field)
    rows = [matches.model().index(row, 0) for row in range(2)]
    assert [row.data() for row in rows] == ["新/一", "新/二"]
    assert [row.data(Qt.ItemDataRole.CheckStateRole) for row in rows] == [Qt.CheckState.Checked] * 2
    desktop.type("新/一", "tagField")
    assert matches.model().rowCount() == 1  # it is not to be made twice
    desktop.press("Return", on=field)
    tree = desktop.program.session.tree
    desktop.wait(lambda: tree().find("新/二") is not None)
    assert tree().find("新/一") is None


def test_a_tag_that_goes_while_the_picker_is_open_is_not_offered_and_the_others_are_put_on(desktop: Desktop) -> None:
    session = desktop.program.session
    gone, kept = (session.perform(lambda db, path=path: tagging.add(db, path))[0] for path in ("去", "留"))
    choose(desktop, 1, 3)
    desktop.press("T", on=view(desktop))
    matches, field = desktop.control("tagMatches"), desktop.control("tagField")
    assert isinstance(matches, QListView)
    for name in ("去", "留"):
        desktop.type(name, "tagField")
        desktop.press("Ctrl+Return", on=field)
    session.perform(lambda db: tagging.delete(db, gone))
    shown = [matches.model().index(row, 0).data() for row in range(matches.model().rowCount())]
    assert "去" not in shown and "留" in shown
    desktop.press("Escape", on=field)
    desktop.wait(lambda: kept in highlights.get(session.db, 1).tags)  # type: ignore[union-attr]


def test_notes_of_many_are_written_below_or_instead(desktop: Desktop) -> None:
    db = desktop.program.session.db
    choose(desktop, 1, 3)
    desktop.press("N", on=view(desktop))
    field = desktop.control("noteOfMany")
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == ""
    desktop.type("again", "noteOfMany")
    desktop.press("Ctrl+Return", on=field)
    desktop.wait(lambda: highlights.get(db, 3).note == "吞吐量\nagain")  # type: ignore[union-attr]
    assert highlights.get(db, 1).note == "again"  # type: ignore[union-attr]
    desktop.wait(lambda: desktop.window.focusWidget() is view(desktop))
    choose(desktop, 1)
    desktop.press("N", on=view(desktop))
    assert desktop.control("noteOfMany").toPlainText() == "again"  # type: ignore[attr-defined]
    desktop.type("x", "noteOfMany")
    desktop.press("Ctrl+Return", on=desktop.control("noteOfMany"))
    desktop.wait(lambda: "again" not in highlights.get(db, 1).note)  # type: ignore[union-attr]


def write_note(desktop: Desktop, words: str, *numbers: int) -> QWidget:
    choose(desktop, *numbers)
    desktop.press("N", on=view(desktop))
    desktop.type(words, "noteOfMany")
    return desktop.control("noteOfMany")


def test_escape_keeps_a_note_and_cancel_does_not(desktop: Desktop) -> None:
    db = desktop.program.session.db
    desktop.press("Esc", on=write_note(desktop, "kept", 1))
    desktop.wait(lambda: highlights.get(db, 1).note == "kept")  # type: ignore[union-attr]
    write_note(desktop, "dropped", 1)
    box = desktop.control("noteDialog").findChild(QDialogButtonBox)
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
    desktop.wait(lambda: desktop.window.focusWidget() is view(desktop))
    assert highlights.get(db, 1).note == "kept"  # type: ignore[union-attr]


def test_a_note_keeps_what_another_program_wrote_meanwhile(desktop: Desktop) -> None:
    db = desktop.program.session.db
    field = write_note(desktop, "mine", 1)
    with desktop.program.session.library.another() as other:
        edits.set_note(other, 1, "theirs")
    desktop.press("Ctrl+Return", on=field)
    assert highlights.get(db, 1).note == "theirs\nmine"  # type: ignore[union-attr]


@pytest.mark.parametrize("numbers", [(1,), (1, 3)])
def test_a_note_that_cannot_be_stored_stays_open(desktop: Desktop, numbers: tuple[int, ...]) -> None:
    db = desktop.program.session.db
    field = write_note(desktop, "mine", *numbers)
    with making.another_writer(desktop.program.session.path):
        for keys in ("Ctrl+Return", "Esc"):
            desktop.press(keys, on=field)
            assert field.isVisible()
            problem = desktop.control("noteOfManyProblem")
            assert "is being written by another program" in problem.text()  # type: ignore[attr-defined]
        desktop.window.close()
        assert desktop.window.isVisible() and field.isVisible()
    desktop.program.keep()
    assert highlights.get(db, 1).note == "mine"  # type: ignore[union-attr]


def test_many_are_removed_and_come_back(desktop: Desktop) -> None:
    choose(desktop, 5, 6)
    desktop.press("Del", on=view(desktop))
    listed(desktop, 4)
    assert view(desktop).currentIndex().row() == 0 and len(pane_ids(desktop)) == 1  # those in their place
    desktop.press("Ctrl+Z")
    listed(desktop, 6)
    assert pane_ids(desktop) == [5, 6]


def test_what_comes_back_is_chosen_as_it_was_unless_something_else_was_chosen_meanwhile(desktop: Desktop) -> None:
    choose(desktop, 3)
    desktop.press("Del", on=view(desktop))
    listed(desktop, 5)
    desktop.press("Del", on=view(desktop))  # the one in its place
    listed(desktop, 4)
    desktop.press("Ctrl+Z")
    listed(desktop, 5)
    assert pane_ids(desktop) == [4]
    desktop.press("Ctrl+Z")
    listed(desktop, 6)
    assert pane_ids(desktop) == [3]
    desktop.press("Ctrl+A", on=view(desktop))
    desktop.press("Del", on=view(desktop))
    listed(desktop, 0)
    desktop.press("Ctrl+Z")
    listed(desktop, 6)
    assert len(pane_ids(desktop)) == 6
    choose(desktop, 1)
    desktop.press("Del", on=view(desktop))
    listed(desktop, 5)
    choose(desktop, 5)
    desktop.press("Ctrl+Z")
    listed(desktop, 6)
    assert pane_ids(desktop) == [5]


def test_the_row_below_those_that_went_is_the_next_one(desktop: Desktop) -> None:
    ids = list(table(desktop).rows.ids)
    for chosen, following in ((ids[1:3], ids[3]), (ids[4:], ids[3])):
        choose(desktop, *chosen)
        desktop.press("Del", on=view(desktop))
        desktop.wait(lambda chosen=chosen: not set(chosen) & set(table(desktop).rows.ids))
        assert pane_ids(desktop) == [following]


def test_the_article_of_the_chosen_row_is_beside_the_table_also_after_what_was_done_to_the_rows(
    desktop: Desktop,
) -> None:
    of = {each: highlights.get(desktop.program.session.db, each).article for each in table(desktop).rows.ids}  # type: ignore[union-attr]
    last = next(row for row, (one, next_one) in enumerate(pairwise(table(desktop).rows.ids)) if of[one] != of[next_one])
    gone, following = table(desktop).rows.ids[last : last + 2]
    choose(desktop, gone)
    desktop.wait(lambda: desktop.window.view.article == of[gone])
    desktop.press("Del", on=view(desktop))
    desktop.wait(lambda: desktop.window.view.article == of[following])
    assert pane_ids(desktop) == [following] and view(desktop).hasFocus()
    assert desktop.window.notice.words.startswith("Highlight removed")
    desktop.click("noticeButton")
    desktop.wait(lambda: desktop.window.view.article == of[gone])
    assert pane_ids(desktop) == [gone]
    desktop.elsewhere(lambda db: edits.remove_highlights(db, ids=[gone]))
    listed(desktop, 5)
    desktop.settle(2 * REST_MS)
    assert desktop.window.view.article == of[gone]  # nobody here did anything


@pytest.mark.parametrize("before", ["refused", "no change", "none leaves"])
def test_what_leaves_by_others_opens_nothing_also_after_an_edit_that_let_no_row_leave(
    desktop: Desktop, before: str
) -> None:
    session = desktop.program.session
    of = {each: highlights.get(session.db, each).article for each in table(desktop).rows.ids}  # type: ignore[union-attr]
    last = next(row for row, (one, next_one) in enumerate(pairwise(table(desktop).rows.ids)) if of[one] != of[next_one])
    gone = table(desktop).rows.ids[last]
    choose(desktop, gone)
    desktop.wait(lambda: desktop.window.view.article == of[gone])
    acts = desktop.window.workspaces.acts
    if before == "refused":
        with making.another_writer(session.path):
            desktop.press("Del", on=view(desktop))
        assert "being written by another program" in desktop.window.notice.words
    else:
        for _ in range(2 if before == "no change" else 1):
            acts.color("teal")
            desktop.wait(lambda: not table(desktop).asked)
    desktop.elsewhere(lambda db: edits.remove_highlights(db, ids=[gone]))
    listed(desktop, 5)
    desktop.settle(2 * REST_MS)
    assert desktop.window.view.article == of[gone]


def test_what_comes_back_is_chosen_also_where_only_unread_articles_are_listed(desktop: Desktop) -> None:
    desktop.program.session.perform(lambda db: edits.set_read(db, [1, 2], False))
    desktop.window.sidebar.scopes.setCurrentRow(SCOPES.index("unread"))
    listed(desktop, 4)
    choose(desktop, 3)
    desktop.press("Down", on=view(desktop))
    desktop.press("Del", on=view(desktop))
    listed(desktop, 3)
    desktop.wait(lambda: desktop.program.session.counts()["unread"] == 1)  # the article of the row in its place
    desktop.press("Ctrl+Z")
    listed(desktop, 4)
    assert pane_ids(desktop) == [4]


@pytest.mark.parametrize("by_another", [False, True], ids=["here", "by another window"])
def test_a_tag_that_is_merged_leaves_the_filter_to_the_one_in_its_place(desktop: Desktop, by_another: bool) -> None:
    session, filters = desktop.program.session, pane(desktop).filters
    perform = desktop.elsewhere if by_another else session.perform
    gone, into = (session.perform(lambda db, path=path: tagging.add(db, path))[0] for path in ("民意", "輿情"))
    session.perform(lambda db: tags_together.retag(db, [1, 2], put=[gone]))
    filters.take(Filters(tags=(TagTerm(gone),)))
    listed(desktop, 2)
    perform(lambda db: tagging.merge(db, gone, into))
    listed(desktop, 2)
    assert filters.filters.tags == (TagTerm(into),) and len(pane_ids(desktop)) == 1
    perform(edits.undo)
    listed(desktop, 2)
    assert filters.filters.tags == (TagTerm(gone),)
    perform(edits.redo)
    listed(desktop, 2)
    assert filters.filters.tags == (TagTerm(into),)
    perform(edits.undo)
    listed(desktop, 2)
    perform(lambda db: tagging.delete(db, gone))
    listed(desktop, 6)
    perform(edits.undo)
    listed(desktop, 2)


def test_where_a_group_is_folded_its_heading_is_chosen_and_nothing_else(desktop: Desktop) -> None:
    pane(desktop).group_by("tag")
    desktop.wait(lambda: bool(table(desktop).rows.headings) and not table(desktop).asked)
    headings = table(desktop).rows.headings
    view(desktop).setFocus()
    view(desktop).show_row(headings[0] + 1)
    table(desktop).fold(headings[0], True)
    assert view(desktop).selected_rows() == [0] and view(desktop).currentIndex().row() == 0
    table(desktop).fold_all(True)
    assert view(desktop).selected_rows() == [0]


def test_those_of_one_analyst_are_none_where_only_those_of_another_are_shown(desktop: Desktop) -> None:
    session = desktop.program.session
    session.perform(lambda db: edits.highlight(db, 1, 0, 2, analyst="吳"))
    session.perform(lambda db: edits.highlight(db, 1, 0, 3, analyst="李"))
    listed(desktop, 8)
    session.show_people(People("吳"))
    listed(desktop, 1)
    pane(desktop).filters.take(Filters(analysts=frozenset({"李"})))
    listed(desktop, 0)
    pane(desktop).filters.take(Filters(analysts=frozenset({"吳", "李"})))
    listed(desktop, 1)


@pytest.mark.parametrize("by", [None, "tag"])
def test_all_that_are_chosen_are_those_that_were_there_whatever_comes_to_be_listed(
    desktop: Desktop, by: GroupBy | None
) -> None:
    pane(desktop).group_by(by or "")
    filter_by(desktop, "filterNoted")
    desktop.wait(lambda: not table(desktop).asked and 0 < table(desktop).count < 6)
    desktop.press("Ctrl+A", on=view(desktop))
    chosen = pane_ids(desktop)
    assert len(chosen) == table(desktop).count
    filter_by(desktop, "filterNoted")
    listed(desktop, 6)
    assert sorted(pane_ids(desktop)) == sorted(chosen)
    desktop.program.session.perform(lambda db: edits.highlight(db, 1, 0, 2, analyst="x"))
    listed(desktop, 7)
    assert sorted(pane_ids(desktop)) == sorted(chosen)


def test_rows_are_copied_as_they_are_shown(desktop: Desktop) -> None:
    view(desktop).header.show_columns([COLUMNS.index("title"), QUOTE])
    choose(desktop, 3, 4)
    desktop.press("Ctrl+C", on=view(desktop))
    assert QGuiApplication.clipboard().text() == "標題2\t煙臺的港口\n標題2\t威海的漁業"
    data = QGuiApplication.clipboard().mimeData().data("text/tab-separated-values")
    assert bytes(data.data()).decode() == "標題2\t煙臺的港口\r\n標題2\t威海的漁業"
    desktop.window.workspaces.acts.copying.copy_quotes()
    assert QGuiApplication.clipboard().text() == "煙臺的港口\n威海的漁業"


def test_all_rows_that_are_chosen_are_copied_with_their_citations(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    desktop.press("Ctrl+A", view(desktop))
    desktop.press("Ctrl+Shift+C", view(desktop))
    cited = clipboard.text().split("\n\n")
    assert len(cited) == 6 and cited[0] == "“煙臺的港口” (“標題3”, 3號報, 2020-03-04)"
    assert desktop.window.notice.words == "6 quotes copied, with citations"
    choose(desktop, 1)
    desktop.press("Ctrl+Shift+C", view(desktop))
    assert clipboard.text() == cited[4]
    monkeypatch.setattr(marked_copying, "FEW", 5)
    desktop.press("Ctrl+A", view(desktop))
    desktop.press("Ctrl+Shift+C", view(desktop))
    desktop.wait(lambda: clipboard.text().split("\n\n") == cited)


def test_a_folded_group_is_copied_as_all_that_is_in_it(desktop: Desktop) -> None:
    do(desktop.control("groupButton").menu(), "group-tag")  # type: ignore[attr-defined]
    desktop.wait(lambda: table(desktop).rowCount() == 6 + 1 + 4)
    view(desktop).header.show_columns([COLUMNS.index("title"), QUOTE])
    rows = [row for row in range(table(desktop).rowCount()) if table(desktop).heading(row) is None]
    desktop.press("Ctrl+A", on=view(desktop))
    desktop.press("Ctrl+C", on=view(desktop))
    shown = "\n".join(f"{table(desktop).words(row, 4)}\t{table(desktop).words(row, QUOTE)}" for row in rows)
    assert QGuiApplication.clipboard().text() == shown
    table(desktop).fold_all(True)
    desktop.press("Ctrl+A", on=view(desktop))
    desktop.press("Ctrl+C", on=view(desktop))
    assert QGuiApplication.clipboard().text() == shown
    desktop.window.workspaces.acts.copying.copy_quotes()
    assert sorted(QGuiApplication.clipboard().text().split("\n")) == ["威海的漁業"] * 3 + ["煙臺的港口"] * 3


def test_very_many_are_copied_in_the_background_or_none_of_them(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marked_copying, "FEW", 5)
    going_on, go_on = threading.Event(), Job.go_on

    def wait(job: Job, done: int, total: int) -> None:
        assert going_on.wait(PATIENCE_S)
        go_on(job, done, total)

    monkeypatch.setattr(Job, "go_on", wait)
    QGuiApplication.clipboard().setText("before")
    desktop.press("Ctrl+A", on=view(desktop))
    desktop.press("Ctrl+C", on=view(desktop))
    desktop.click("cancelJob")
    going_on.set()
    desktop.wait(lambda: desktop.window.notice.words == "Stopped; nothing was copied.")
    assert QGuiApplication.clipboard().text() == "before"
    desktop.press("Ctrl+C", on=view(desktop))
    desktop.wait(lambda: desktop.window.notice.words == "6 highlights copied.")
    assert len(QGuiApplication.clipboard().text().split("\n")) == 6
    pane(desktop).group_by("tag")  # one of them is in two groups
    listed(desktop, 6)
    desktop.press("Ctrl+A", on=view(desktop))
    desktop.window.notice.hide()
    desktop.press("Ctrl+C", on=view(desktop))
    desktop.wait(lambda: desktop.window.notice.words == "6 highlights copied.")
    assert len(QGuiApplication.clipboard().text().split("\n")) == 7


def test_groups_are_folded_by_keys_and_by_their_sign(desktop: Desktop) -> None:
    do(desktop.control("groupButton").menu(), "group-tag")  # type: ignore[attr-defined]
    desktop.wait(lambda: table(desktop).rowCount() == 6 + 1 + 4)
    view(desktop).setCurrentIndex(table(desktop).index(1, QUOTE))
    desktop.press("Left", on=view(desktop))
    here = view(desktop).currentIndex().row()
    assert table(desktop).heading(here) is not None
    before = table(desktop).rowCount()
    desktop.press("Left", on=view(desktop))
    assert table(desktop).rowCount() < before and table(desktop).heading(here).folded  # type: ignore[union-attr]
    desktop.press("Right", on=view(desktop))
    assert table(desktop).rowCount() == before
    at = view(desktop).visualRect(table(desktop).index(0, QUOTE)).topLeft() + QPoint(8, 8)
    QTest.mouseClick(view(desktop).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table(desktop).rowCount() < before
    do(desktop.control("groupButton").menu(), "foldAll")  # type: ignore[attr-defined]
    assert table(desktop).rowCount() == len(table(desktop).rows.headings) == 4
    view(desktop).selectAll()
    assert len(pane_ids(desktop)) == 6  # each once, though one stands in two groups


def test_rows_are_as_high_as_before_once_nothing_is_grouped_any_more(desktop: Desktop) -> None:
    high = view(desktop).rowHeight(0)
    pane(desktop).group_by("tag")
    desktop.wait(lambda: table(desktop).rowCount() == 6 + 1 + 4)
    rows = [view(desktop).rowHeight(row) for row in range(table(desktop).rowCount())]
    assert {row for row, each in enumerate(rows) if each < high} == set(table(desktop).rows.headings)
    table(desktop).fold(0, True)
    assert view(desktop).rowHeight(1) < high and view(desktop).rowHeight(2) == high
    pane(desktop).group_by("")
    desktop.wait(lambda: table(desktop).rowCount() == 6)
    assert [view(desktop).rowHeight(row) for row in range(6)] == [high] * 6


def test_order_columns_and_grouping_are_there_after_a_restart(desktop: Desktop, start: Callable[[], Desktop]) -> None:
    header = view(desktop).header
    header.sectionClicked.emit(COLUMNS.index("title"))
    listed(desktop, 6)
    assert table(desktop).words(0, COLUMNS.index("title")) == "標題1"
    header.sectionClicked.emit(COLUMNS.index("title"))
    listed(desktop, 6)
    assert table(desktop).words(0, COLUMNS.index("title")) == "標題3"
    do(desktop.control("columnsButton").menu(), "column-analyst")  # type: ignore[attr-defined]
    do(desktop.control("columnsButton").menu(), "column-note")  # type: ignore[attr-defined]
    header.resizeSection(COLUMNS.index("source"), 133)
    header.moveSection(header.visualIndex(COLUMNS.index("title")), 0)
    do(desktop.control("groupButton").menu(), "group-source")  # type: ignore[attr-defined]
    again = start()
    again_header = view(again).header
    assert [COLUMNS[each] for each in again_header.shown()] == [
        "title",
        "quote",
        "tags",
        "source",
        "published",
        "analyst",
    ]
    assert again_header.sectionSize(COLUMNS.index("source")) == 133
    desktop_rows = 6 + 3
    again.wait(lambda: table(again).rowCount() == desktop_rows)
    assert (table(again).query.sort, table(again).query.descending) == ("title", True)


def test_all_columns_are_seen_at_once_with_the_panel_too_but_for_those_that_somebody_widened(desktop: Desktop) -> None:
    header, bar = view(desktop).header, view(desktop).horizontalScrollBar()
    title, source = COLUMNS.index("title"), COLUMNS.index("source")
    desktop.window.resize(1280, 800)
    desktop.wait(lambda: header.length() == view(desktop).viewport().width())
    wide = header.sectionSize(title)
    desktop.window.commands[Act.PANEL].trigger()
    desktop.wait(lambda: header.sectionSize(title) < wide and not bar.isVisible())
    assert header.length() == view(desktop).viewport().width() and header.sectionSize(QUOTE) >= LEAST_QUOTE
    header.resizeSection(source, 200)
    desktop.wait(bar.isVisible)
    assert header.sectionSize(source) == 200 and header.sectionSize(QUOTE) == LEAST_QUOTE
    desktop.window.commands[Act.PANEL].trigger()
    desktop.window.resize(2000, 800)
    desktop.wait(lambda: header.sectionSize(title) == wide and not bar.isVisible())
    assert header.sectionSize(source) == 200 and header.sectionSize(QUOTE) > LEAST_QUOTE


def test_it_is_filtered_sorted_grouped_and_given_columns_by_keys_alone(desktop: Desktop) -> None:
    commands = desktop.window.commands

    def pick(act: Act, name: str) -> None:
        """Open a menu by its keys, and go down to an entry."""
        desktop.press(act.value.keys[0], on=view(desktop))
        menus.go(name)

    title = COLUMNS.index("title")
    pick(Act.SORT_TABLE, "sort-title")
    listed(desktop, 6)
    assert table(desktop).words(0, title) == "標題1"
    pick(Act.SORT_TABLE, "sortDown")
    listed(desktop, 6)
    assert table(desktop).words(0, title) == "標題3"
    pick(Act.GROUP_TABLE, "group-source")
    desktop.wait(lambda: table(desktop).rowCount() == 6 + 3)
    pick(Act.COLUMNS, "column-analyst")
    assert COLUMNS.index("analyst") in view(desktop).header.shown()
    pick(Act.FILTER_TABLE, "filterNoted")
    listed(desktop, 1)
    tools = (Act.FILTER_TABLE, Act.SORT_TABLE, Act.GROUP_TABLE, Act.COLUMNS)
    assert all(commands[act].isEnabled() for act in tools)
    desktop.press("Ctrl+1")
    assert not any(commands[act].isEnabled() for act in tools)


def test_it_is_filtered_sorted_grouped_and_given_columns_with_the_mouse(desktop: Desktop, tmp_path: Path) -> None:
    def pick(button: str, *names: str) -> None:
        """Click on a button, and through its menu."""
        menus.in_next(menus.click, *names)
        desktop.click(button)

    header, title = view(desktop).header, COLUMNS.index("title")
    at = QPoint(header.sectionViewportPosition(title) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desktop.wait(lambda: table(desktop).words(0, title) == "標題1")
    pick("columnsButton", "column-analyst")
    assert COLUMNS.index("analyst") in header.shown()
    pick("addFilter", "Analyst", "林")
    listed(desktop, 3)
    pick("groupButton", "group-source")
    desktop.wait(lambda: table(desktop).rowCount() == 3 + 3)
    desktop.click("chip-analyst-林")
    desktop.wait(lambda: table(desktop).rowCount() == 6 + 3)
    view(desktop).select_rows([1])
    menus.right_click(view(desktop).viewport(), view(desktop).visualRect(table(desktop).index(1, QUOTE)).center())
    menus.click("exportMarked")
    desktop.type(str(tmp_path / "out.csv"), "exportFile")
    desktop.click("exportNow")
    desktop.wait((tmp_path / "out.csv").exists)


def test_columns_are_put_in_order_by_keys(desktop: Desktop) -> None:
    do(desktop.control("columnsButton").menu(), "columnsDialog")  # type: ignore[attr-defined]
    columns = desktop.control("exportColumns")
    for _ in range(2):
        desktop.press("Down", on=columns)
    desktop.press("Alt+Up", on=columns)
    dialog = desktop.control("shownColumns")
    desktop.press("Return", on=dialog)
    assert [COLUMNS[each] for each in view(desktop).header.shown()][:3] == ["quote", "note", "tags"]


def test_what_the_table_shows_is_exported_with_its_columns(desktop: Desktop, tmp_path: Path) -> None:
    view(desktop).header.show_columns([COLUMNS.index("title"), QUOTE, COLUMNS.index("created")])
    filter_by(desktop, "filterUntagged")
    listed(desktop, 2)
    desktop.press("Ctrl+E")
    shown = desktop.control("exportShown")
    assert isinstance(shown, QRadioButton) and shown.isChecked() and "(2)" in shown.text()
    desktop.type(str(tmp_path / "out.csv"), "exportFile")
    desktop.click("columnsAsShown")
    desktop.click("exportNow")
    desktop.wait((tmp_path / "out.csv").exists)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["title", "quote", "created_at"]
    assert [row[:2] for row in rows] == [["標題3", "威海的漁業"], ["標題2", "威海的漁業"]]


@pytest.mark.parametrize("by", [None, "article"])
def test_the_rows_that_are_chosen_are_exported(desktop: Desktop, tmp_path: Path, by: GroupBy | None) -> None:
    session = desktop.program.session
    session.perform(lambda db: annotating.set_note(db, Owner("article", 2), "整篇"))
    session.perform(lambda db: annotating.set_note(db, Owner("article", 3), "另一篇"))
    pane(desktop).group_by(by or "")
    desktop.wait(lambda: table(desktop).grouped_by == by and not table(desktop).asked)
    choose(desktop, 3)
    desktop.press("Ctrl+E")
    assert_choices(desktop, "exportShown", {"exportAll": 6, "exportShown": 6, "exportChosen": 1})
    desktop.press("Esc")
    choose(desktop, 1, 3, 4)
    desktop.press("Ctrl+E")
    assert_choices(desktop, "exportChosen", {"exportAll": 6, "exportShown": 6, "exportChosen": 3})
    desktop.click("exportArticles")
    desktop.type(str(tmp_path / "out.csv"), "exportFile")
    desktop.click("exportNow")
    desktop.wait((tmp_path / "out.csv").exists)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        written = [(row["title"], row["quote"] or row["note"]) for row in csv.DictReader(file)]
    second = [("標題2", "煙臺的港口"), ("標題2", "威海的漁業")]
    assert written == [*second, ("標題1", "煙臺的港口"), ("標題2", "整篇")]


def assert_choices(desktop: Desktop, chosen: str, counts: dict[str, int]) -> None:
    """What can be exported, and which of that is chosen already."""
    found = {each.objectName(): each for each in desktop.control("exportDialog").findChildren(QRadioButton)}
    assert {name: int(each.text().partition("(")[2][:-1]) for name, each in found.items()} == counts
    assert [name for name, each in found.items() if each.isChecked()] == [chosen]


@pytest.mark.parametrize("by", GROUPINGS)
def test_what_is_put_together_is_exported_as_it_stands(desktop: Desktop, tmp_path: Path, by: GroupBy) -> None:
    pane(desktop).group_by(by)
    view(desktop).header.sort_wanted.emit("quote", True)
    listed(desktop, 6)
    desktop.wait(lambda: len(table(desktop).rows.headings) > 0)
    desktop.press("Ctrl+E")
    desktop.type(str(tmp_path / "out.csv"), "exportFile")
    desktop.click("exportNow")
    desktop.wait((tmp_path / "out.csv").exists)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        written = [(row["title"], row["quote"]) for row in csv.DictReader(file)]
    rows = (table(desktop).finding(row) for row in range(table(desktop).rowCount()))
    shown = {each.highlight.id: (each.title, each.highlight.quote) for each in rows if each is not None}
    assert written == [*shown.values()]


def test_it_follows_what_others_do_and_stays_where_it_is(desktop: Desktop) -> None:
    session = desktop.program.session
    article = making.add(session.db, "很長\n" + "字" * 400, published="2019-01-01")
    with journal.step(session.db, "highlight"):
        for number in range(300):
            edits.highlight(session.db, article, number + 3, number + 4)
    session.tell(EVERYTHING)
    listed(desktop, 306)
    view(desktop).scrollTo(table(desktop).index(200, QUOTE), MarkedView.ScrollHint.PositionAtTop)
    choose(desktop, *marked.ids(session.db, table(desktop).query)[203:206])
    chosen, first, top = pane_ids(desktop), table(desktop).rows.id_at(view(desktop).rowAt(0)), view(desktop).rowAt(0)
    session.perform(lambda db: edits.remove_highlights(db, [1, 3, 5]))
    listed(desktop, 303)
    assert pane_ids(desktop) == chosen
    assert table(desktop).rows.id_at(view(desktop).rowAt(0)) == first and view(desktop).rowAt(0) == top - 3


def test_where_nothing_is_listed_it_says_what_to_do(desktop: Desktop) -> None:
    desktop.type("沒有這個", "searchBox")
    desktop.wait(lambda: pane(desktop).entry.objectName() == "nothingMarkedButton")
    assert said(desktop, "nothingMarked") == "No highlight matches."
    desktop.click("nothingMarkedButton")
    listed(desktop, 6)
    assert desktop.window.search.text() == "" and view(desktop).isVisible()
    view(desktop).selectAll()
    desktop.press("Del", on=view(desktop))
    desktop.wait(lambda: "Nothing is highlighted yet" in said(desktop, "nothingMarked"))
    button = desktop.control("nothingMarkedButton")
    assert isinstance(button, QPushButton) and button.text() == "Go to the articles"
    desktop.click("nothingMarkedButton")
    assert desktop.window.listing.isVisible()


def test_what_cannot_be_searched_for_is_said(desktop: Desktop) -> None:
    desktop.type("tag:nix", "searchBox")
    words = "There is no tag nix. Choose one of those that there are."
    desktop.wait(lambda: pane(desktop).findChild(QLabel, "markedProblem").text() == words)
    pane(desktop).group_by("tag")
    listed(desktop, 6)
    assert said(desktop, "markedProblem") == words  # it is still what stands in the box
    desktop.type("煙臺", "searchBox")
    listed(desktop, 3)
    assert not pane(desktop).findChild(QLabel, "markedProblem").isVisible()


def test_nothing_is_listed_any_more_once_the_tag_that_is_searched_for_is_gone(desktop: Desktop) -> None:
    session, listing = desktop.program.session, desktop.window.listing
    port = next(tag.id for tag in session.tree() if tag.name == "港口")
    desktop.type("tag:港口", "searchBox")
    listed(desktop, 3)
    session.perform(lambda db: tagging.delete(db, port))
    listed(desktop, 0)
    words = "There is no tag 港口. Choose one of those that there are."
    desktop.wait(lambda: said(desktop, "markedProblem") == words and listing.model.rowCount() == 0)
    desktop.press("Ctrl+Z", on=desktop.control("nothingMarkedButton"))
    listed(desktop, 3)
    desktop.wait(lambda: listing.model.rowCount() == 3 and desktop.window.search.problem == "")
    assert not pane(desktop).findChild(QLabel, "markedProblem").isVisible()  # type: ignore[union-attr]


def test_it_speaks_another_language_at_once(desktop: Desktop) -> None:
    desktop.words.use("zh_TW")
    desktop.wait(lambda: table(desktop).headerData(QUOTE, Qt.Orientation.Horizontal) == "引文")
    desktop.wait(lambda: said(desktop, "counts") == "6 條標註")
    assert pane(desktop).filters.add.text() == "篩選"


def test_keys_of_commands_on_the_article_work_in_the_table_too(desktop: Desktop) -> None:
    desktop.press("Down", on=view(desktop))
    desktop.press("Up", on=view(desktop))
    desktop.wait(lambda: desktop.window.view.article == 3)
    for keys in ("S", "U", "D", "V"):
        desktop.press(keys, on=view(desktop))
    [row] = articles.rows(desktop.program.session.db, [3]).values()
    assert row.starred and row.read
    assert desktop.window.view.pane.typography.script != "published"
    desktop.press("Shift+T", on=view(desktop))
    assert desktop.focus() == "tagField"


def test_all_panes_are_reached_by_keys(desktop: Desktop) -> None:
    view(desktop).setFocus()
    met = []
    for _ in range(3):
        desktop.press("F6")
        met.append(desktop.focus())
    assert met == ["readingPane", "scopes", "markedTable"]


def test_a_digit_puts_its_tag_on_all_that_are_chosen(desktop: Desktop) -> None:
    db = desktop.program.session.db
    desktop.program.session.perform(lambda db: tagging.set_shortcut(db, 1, "7"))
    choose(desktop, 4, 6)
    desktop.press("7", on=view(desktop))
    assert [highlights.get(db, each).tags for each in (4, 6)] == [(1,), (1,)]  # type: ignore[union-attr]
    desktop.press("8", on=view(desktop))
    assert "No tag has the key 8" in desktop.window.notice.findChild(QLabel).text()  # type: ignore[union-attr]


def test_it_is_narrowed_down_by_source_or_year_below_its_own_button(desktop: Desktop) -> None:
    desktop.press("Ctrl+Shift+F", on=view(desktop))
    sources = desktop.control("facet-source")
    assert isinstance(sources, QTreeWidget)
    desktop.wait(lambda: sources.topLevelItemCount() == 3)
    sources.itemClicked.emit(sources.topLevelItem(0), 0)
    listed(desktop, 2)


def test_it_is_narrowed_down_by_what_its_rows_have_in_common_and_not_their_articles(desktop: Desktop) -> None:
    session = desktop.program.session
    session.perform(lambda db: annotating.tag_articles(db, [1, 2, 3], new=["整篇"]))
    b = session.tree().find("b")
    assert b is not None
    pane(desktop).filters.take(Filters((TagTerm(b.id, without=True),), noted=False))
    listed(desktop, 4)

    def offered(facet: str) -> list[tuple[str, str]]:
        rows = desktop.control(f"facet-{facet}")
        assert isinstance(rows, QTreeWidget)
        items = [rows.topLevelItem(row) for row in range(rows.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    desktop.press("Ctrl+Shift+F", on=view(desktop))
    desktop.wait(lambda: offered("source") == [("3號報", "2"), ("1號報", "1"), ("2號報", "1")])
    assert offered("year") == [("2020", "4")] and offered("tag") == [("經濟", "2"), ("經濟/港口", "2")]
    desktop.press("Right", desktop.control("facet-source"))
    desktop.press("Right", desktop.control("facet-year"))
    desktop.press("Return", desktop.control("facet-tag"))
    listed(desktop, 2)
    assert desktop.window.search.text() == "tag:=經濟"
    desktop.press("Ctrl+Shift+F", on=view(desktop))
    desktop.wait(lambda: offered("source") == [("1號報", "1"), ("3號報", "1")])


def test_nothing_of_one_library_is_asked_of_another(desktop: Desktop, tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db)
    tagging.highlight_with(other.db, 1, 0, 4, ["x", "y"], note="", color="", analyst="")
    other.close()
    pane(desktop).filters.take(Filters((TagTerm(3),), noted=True))
    listed(desktop, 0)
    desktop.window.library_wanted.emit(tmp_path / "other.reader")
    listed(desktop, 1)
    assert quotes(desktop) == ["我市召開"] and not pane(desktop).filters.filters


def test_the_highlight_that_was_chosen_in_the_text_is_the_chosen_row(desktop: Desktop) -> None:
    desktop.press("Ctrl+1")
    desktop.window.listing.choose(2)
    desktop.window.reading.go_to(4)
    desktop.press("Ctrl+2")
    desktop.wait(lambda: pane_ids(desktop) == [4])
    desktop.press("Ctrl+1")
    desktop.window.listing.choose(1)
    desktop.press("Ctrl+2")
    desktop.wait(lambda: pane_ids(desktop) == [1])
    assert desktop.title() == "標題1"


def test_the_lists_of_what_was_found_are_beside_the_articles(desktop: Desktop) -> None:
    desktop.type("港口", "searchBox")
    listed(desktop, 3)
    desktop.press("Alt+2")
    assert desktop.window.listing.isVisible() and desktop.control("foundList").isVisible()
    assert not view(desktop).isVisible()


def open_menu(desktop: Desktop, hands: str) -> Callable[..., None]:
    """Open the menu of the rows that are chosen; what goes through it."""
    if hands == "keys":
        desktop.press("Shift+F10")
        return menus.go
    at = view(desktop).visualRect(view(desktop).currentIndex()).center()
    menus.right_click(view(desktop).viewport(), at)
    return menus.click


@pytest.mark.parametrize("hands", ["keys", "mouse"])
def test_many_are_changed_in_their_menu(desktop: Desktop, hands: str) -> None:
    db = desktop.program.session.db
    port, b = (tags.tree(db).find(path).id for path in ("經濟/港口", "b"))  # type: ignore[union-attr]
    choose(desktop, 1, 2, 3)
    open_menu(desktop, hands)("Take tag off", "b")
    assert [b in highlights.get(db, each).tags for each in (1, 2, 3)] == [False] * 3  # type: ignore[union-attr]
    open_menu(desktop, hands)("Replace tag", "經濟/港口")
    desktop.write("b")
    desktop.press("Return")
    desktop.wait(lambda: [highlights.get(db, each).tags for each in (1, 3, 5)] == [(b,), (b,), (port,)])  # type: ignore[union-attr]
    open_menu(desktop, hands)("Colour", "Teal")
    assert [highlights.get(db, each).color for each in (1, 2, 3, 4)] == ["teal"] * 3 + [""]  # type: ignore[union-attr]
    open_menu(desktop, hands)("Note...")
    desktop.write("again")
    desktop.press("Ctrl+Return")
    assert [highlights.get(db, each).note[-5:] for each in (1, 2, 3)] == ["again"] * 3  # type: ignore[union-attr]
    open_menu(desktop, hands)("removeMarked")
    listed(desktop, 3)
    desktop.press("Ctrl+Z")
    listed(desktop, 6)
    assert sorted(pane_ids(desktop)) == [1, 2, 3]
