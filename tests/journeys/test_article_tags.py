"""Tags and notes on whole articles: by keyboard, by mouse, on one and on many, with links that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QToolButton, QWidget

import making
import menus
from desktop import Desktop
from reader.domain import links
from reader.domain.note import Owner
from reader.models import dragged
from reader.services import annotating, edits
from reader.storage import article_tags, articles, highlights, journal, notes
from reader.storage.library import create
from reader.widgets.note_field import KEPT_MS, NoteField

BUSY = "is being written by another program"
LONG = "四十個字的標籤名稱用來看看很長的標籤會怎樣被截短在文章上方的這一行裡面不會擠掉別的按鈕"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """Three articles, 3 on top of the list and open; the text has the focus."""
    desktop = start()
    for number in range(1, 4):
        making.add(desktop.program.session.db, f"標題{number}\n民生問題。", published=f"202{number}")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.window.view.pane.setFocus()
    return desktop


def tags_of(desktop: Desktop, article: int) -> list[str]:
    db = desktop.program.session.db
    return [desktop.program.session.tree().path(tag) for tag in article_tags.of(db, article)]


def chips(desktop: Desktop) -> list[str]:
    return [chip.text().strip() for chip in desktop.window.article_bar.tags.chips if chip.isVisible()]


def pick(desktop: Desktop, words: str, on: QWidget, keys: str = "Return") -> None:
    desktop.press("Shift+T", on)
    desktop.type(words, "tagField")
    desktop.press(keys, desktop.control("tagField"))


def test_a_tag_is_made_and_put_on_the_open_article(reading: Desktop) -> None:
    pick(reading, "區域/高新區", reading.window.view.pane)
    assert tags_of(reading, 3) == ["區域/高新區"] and chips(reading) == ["高新區"]
    assert reading.rows()[0].tags and reading.window.notice.words.startswith("Tags of an article changed")
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert tags_of(reading, 3) == [] and chips(reading) == [] and len(reading.program.session.tree()) == 0


def test_the_picker_shows_what_is_on_and_takes_it_off(reading: Desktop) -> None:
    pick(reading, "政策", reading.window.view.pane)
    pick(reading, "政策", reading.window.view.pane)
    assert tags_of(reading, 3) == []


def test_all_that_are_selected_get_a_tag_and_what_some_have_shows(reading: Desktop) -> None:
    session, view = reading.program.session, reading.window.listing.view
    session.perform(lambda db: annotating.tag_articles(db, [1], new=["待讀"]))
    tag = session.tree().find("待讀")
    assert tag is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reading.press("Shift+T", view)
    picker = reading.control("tagPicker")
    assert picker.partly == {tag.id}  # type: ignore[attr-defined]
    reading.type("政策", "tagField")
    reading.press("Return", reading.control("tagField"))
    assert [tags_of(reading, each) for each in (1, 2, 3)] == [["待讀", "政策"], ["政策"], ["政策"]]
    assert reading.window.notice.words == "Tags of 3 articles changed."
    reading.press("Ctrl+Z", view)
    assert [tags_of(reading, each) for each in (1, 2, 3)] == [["待讀"], [], []]


def test_a_chip_takes_its_tag_off_by_key_and_by_menu(reading: Desktop) -> None:
    session, bar = reading.program.session, reading.window.article_bar
    session.perform(lambda db: annotating.tag_articles(db, [3], new=["一", "二"]))
    assert chips(reading) == ["一", "二"]
    reading.press("Del", bar.tags.chips[0])
    assert tags_of(reading, 3) == ["二"] == chips(reading)
    QTest.mouseClick(bar.tags.chips[0], Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "chipOff").trigger()
    menu.close()
    assert tags_of(reading, 3) == [] == chips(reading)


def test_chips_follow_the_article_the_window_and_their_tags(reading: Desktop) -> None:
    session, bar = reading.program.session, reading.window.article_bar
    session.perform(lambda db: annotating.tag_articles(db, [3], new=["一", LONG, *(f"標籤{n}" for n in range(10))]))
    more = reading.control("moreTags")
    assert isinstance(more, QToolButton) and more.text() == f"+{12 - len(chips(reading))}" and LONG in more.toolTip()
    assert all(button.geometry().right() <= bar.width() for button in bar.buttons if button.isVisible())
    reading.window.resize(900, 600)
    reading.wait(lambda: more.text() == f"+{12 - len(chips(reading))}" and 1 < len(chips(reading)) < 6)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(reading.control("tagPicker").on) == 12  # type: ignore[attr-defined]
    reading.control("tagPicker").close()
    reading.press("J", reading.window.view.pane)
    assert chips(reading) == [] and not more.isVisible()


class Resizes(QObject):
    """Counts how often a widget is given another size."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return super().eventFilter(watched, event)


def test_the_line_of_tags_comes_to_rest(reading: Desktop) -> None:
    resizes = Resizes(reading.window.article_bar.tags)
    reading.program.session.perform(lambda db: annotating.tag_articles(db, [3], new=["一"]))
    reading.settle()
    assert chips(reading) == ["一"] and resizes.count < 5


def test_articles_are_dropped_on_a_tag(reading: Desktop) -> None:
    session, tree = reading.program.session, reading.window.sidebar.tags
    session.perform(lambda db: annotating.tag_articles(db, [1], new=["政策"]))
    tag = session.tree().find("政策")
    assert tag is not None
    place = tree.visualRect(reading.window.sidebar.items.index_of(tag.id)).center()

    def drop(ids: list[int], at: QPoint) -> bool:
        data = dragged.packed(session.path, ids)
        told = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        move = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, *told)
        tree.dragMoveEvent(move)
        tree.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, *told))
        return move.isAccepted()

    assert drop([2, 3], place) and tags_of(reading, 2) == ["政策"] == tags_of(reading, 3)
    assert drop([1, 2], place) and reading.window.notice.words == "2 articles have this tag already."
    assert not drop([2], QPoint(place.x(), tree.viewport().height() - 2))
    assert [len(tags_of(reading, each)) for each in (1, 2, 3)] == [1, 1, 1] and session.tree().path(tag.id) == "政策"


def test_tags_are_dropped_on_an_article_or_on_all_that_are_selected(reading: Desktop) -> None:
    session, view, items = reading.program.session, reading.window.listing.view, reading.window.sidebar.items
    session.perform(lambda db: annotating.tag_articles(db, [1], new=["政策"]))
    tag = session.tree().find("政策")
    assert tag is not None
    data = items.mimeData([items.index_of(tag.id)])

    def drop(row: int) -> bool:
        at = view.visualRect(view.model().index(row, 0)).center()
        told = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        move = QDragMoveEvent(at, Qt.DropAction.MoveAction, data, *told)
        QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, Qt.DropAction.MoveAction, data, *told))
        QApplication.sendEvent(view.viewport(), move)
        dropped = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, *told)
        QApplication.sendEvent(view.viewport(), dropped)
        assert dropped.dropAction() == Qt.DropAction.IgnoreAction or not move.isAccepted()
        return move.isAccepted()

    assert drop(1) and [tags_of(reading, each) for each in (1, 2, 3)] == [["政策"], ["政策"], []]
    view.select_rows([0, 1, 2])
    assert drop(2) and tags_of(reading, 3) == ["政策"] and session.tree().path(tag.id) == "政策"


def test_a_note_is_written_on_the_article_kept_by_escape_and_shown(reading: Desktop) -> None:
    reading.press("Ctrl+Shift+M", reading.window.view.pane)
    reading.type("整篇的筆記", "noteHere")
    reading.press("Esc", reading.control("noteHere"))
    assert notes.of_article(reading.program.session.db, 3) == "整篇的筆記"
    button = reading.window.article_bar.note_button
    assert "整篇的筆記" in button.toolTip() and reading.window.notice.words.startswith("Note on an article changed")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    field = reading.control("noteHere")
    assert isinstance(field, NoteField) and field.note == "整篇的筆記"
    reading.type("，再寫", "noteHere")
    reading.press("Ctrl+Return", field)
    assert notes.of_article(reading.program.session.db, 3).endswith("，再寫")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reading.click("keepNote")
    reading.press("Ctrl+Z", reading.window.view.pane)
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert notes.of_article(reading.program.session.db, 3) == "" and "Ctrl+Shift+M" in button.toolTip()


def begin_note(desktop: Desktop, words: str) -> NoteField:
    desktop.press("Ctrl+Shift+M", desktop.window.view.pane)
    desktop.type(words, "noteHere")
    field = desktop.control("noteHere")
    assert isinstance(field, NoteField)
    return field


def test_a_note_is_stored_while_it_is_written(reading: Desktop) -> None:
    db = reading.program.session.db
    field = begin_note(reading, "寫了")
    reading.wait(lambda: notes.of_article(db, 3) == "寫了")
    with reading.program.session.library.another() as other:
        annotating.set_note(other, Owner("article", 3), "別人的")
    reading.type("一半", "noteHere")
    reading.wait(lambda: notes.of_article(db, 3) == "別人的\n寫了一半")
    reading.type("，再寫", "noteHere")
    reading.press("Esc", field)
    assert notes.of_article(db, 3) == "別人的\n寫了一半，再寫"


def test_what_another_wrote_comes_into_a_note_once_nothing_is_composed_there(reading: Desktop) -> None:
    db = reading.program.session.db
    field = begin_note(reading, "寫了")
    with reading.program.session.library.another() as other:
        annotating.set_note(other, Owner("article", 3), "別人的")
    reading.compose("yi'ban", field)
    with reading.qtbot.waitSignal(field._soon.timeout):  # at which it would be stored
        pass
    assert notes.of_article(db, 3) == "別人的" and field.composing and field.note == "寫了"
    reading.type("一半", "noteHere")
    reading.wait(lambda: notes.of_article(db, 3) == "別人的\n寫了一半" == field.note)


def test_a_note_is_stored_between_words_that_are_composed_one_after_the_other(reading: Desktop) -> None:
    field = begin_note(reading, "寫了")
    reading.compose("yi'ban", field)
    with reading.qtbot.waitSignal(field._soon.timeout):
        pass
    with reading.qtbot.waitSignal(field.keep_wanted, timeout=KEPT_MS - 100):  # before the next word is begun
        reading.type("一半", "noteHere")
    reading.compose("zai", field)
    assert notes.of_article(reading.program.session.db, 3) == "寫了一半" and field.composing


def test_a_note_is_one_step_whatever_pauses_are_made_in_it(reading: Desktop) -> None:
    db = reading.program.session.db
    annotating.set_note(db, Owner("article", 3), "從前的。")
    before = journal.next_undo(db)
    field = begin_note(reading, "寫了")
    reading.wait(lambda: notes.of_article(db, 3) == "從前的。寫了")
    reading.type("一半", "noteHere")
    reading.wait(lambda: notes.of_article(db, 3) == "從前的。寫了一半")
    reading.press("Esc", field)
    reading.window.attempts.replaying.undo()
    assert notes.of_article(db, 3) == "從前的。" and journal.next_undo(db) == before
    reading.window.attempts.replaying.redo()
    assert notes.of_article(db, 3) == "從前的。寫了一半"
    begin_note(reading, "，後來寫的")
    reading.press("Esc", reading.control("noteHere"))
    reading.window.attempts.replaying.undo()
    assert notes.of_article(db, 3) == "從前的。寫了一半"


def test_a_note_is_stored_while_somebody_goes_on_typing(reading: Desktop) -> None:
    field = begin_note(reading, "寫了")
    reading.go_on_typing("noteHere", lambda: "ww" in notes.of_article(reading.program.session.db, 3))
    assert field.isVisible()


def test_a_note_that_is_open_is_stored_where_the_program_ends(reading: Desktop) -> None:
    begin_note(reading, "寫了")
    reading.program.keep()
    assert notes.of_article(reading.program.session.db, 3) == "寫了"
    reading.type("一半", "noteHere")
    reading.window.close()
    assert not reading.window.isVisible() and notes.of_article(reading.program.session.db, 3) == "寫了一半"


def test_a_note_that_cannot_be_stored_keeps_its_library_open(reading: Desktop, tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    for number in range(1, 4):
        making.add(other.db, f"別的{number}")
    other.close()
    field = begin_note(reading, "整篇的筆記")
    with making.another_writer(reading.program.session.path):
        reading.window.library_wanted.emit(other.path)
        assert reading.window.windowTitle() == "library — Reader" and field.isVisible()
        assert "so this library stays open" in reading.window.notice.words
        reading.window.close()
        assert reading.window.isVisible() and field.isVisible()
        assert BUSY in reading.control("noteHereProblem").text()  # type: ignore[attr-defined]
    reading.window.library_wanted.emit(other.path)
    assert reading.window.windowTitle() == "other — Reader"
    assert notes.of_article(reading.program.session.db, 3) == ""
    reading.window.library_wanted.emit(tmp_path / "library.reader")
    assert notes.of_article(reading.program.session.db, 3) == "整篇的筆記"


def test_a_note_whose_article_goes_meanwhile_stays_until_it_is_dropped(reading: Desktop) -> None:
    field = begin_note(reading, "整篇的筆記")
    with reading.program.session.library.another() as other:
        edits.trash(other, [3])
        edits.empty_trash(other)
    reading.wait(lambda: reading.window.view.article == 2)
    reading.press("Esc", field)
    assert field.isVisible() and "is gone by now" in reading.control("noteHereProblem").text()  # type: ignore[attr-defined]
    reading.click("discardNote")
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not reading.window]


def test_a_link_to_an_article_is_copied_pasted_and_followed(reading: Desktop) -> None:
    db = reading.program.session.db
    reading.press("Shift+L", reading.window.view.pane)
    copied = QGuiApplication.clipboard().text()
    assert copied == links.link("標題3", links.Target("article", articles.uids(db, [3])[3]))
    reading.window.listing.choose(1)
    reading.press("Ctrl+Shift+M", reading.window.view.pane)
    field = reading.control("noteHere")
    assert isinstance(field, NoteField)
    reading.type("見", "noteHere")
    reading.press("Ctrl+V", field)
    assert field.toPlainText() == "見標題3"
    reading.type("。", "noteHere")
    reading.press("Esc", field)
    assert notes.of_article(db, 1) == f"見{copied}。"
    reading.press("Ctrl+Shift+M", reading.window.view.pane)
    field = reading.control("noteHere")
    assert isinstance(field, NoteField)
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    reading.press("Ctrl+Return", field)
    assert reading.window.view.article == 3 and notes.of_article(db, 1) == f"見{copied}。"


def test_a_link_to_a_highlight_is_followed_with_a_click_from_its_note(reading: Desktop) -> None:
    session, window = reading.program.session, reading.window
    made, _ = session.perform(lambda db: edits.highlight(db, 1, 4, 8))
    window.listing.choose(1)
    window.reading.go_to(made)
    reading.press("Shift+L", window.view.pane)
    copied = QGuiApplication.clipboard().text()
    other, _ = session.perform(lambda db: edits.highlight(db, 3, 4, 8, note=copied))
    window.listing.choose(3)
    window.reading.open_note(other)
    field = window.panel.card.note
    assert field.toPlainText() == "民生問題"
    cursor = QTextCursor(field.document())
    cursor.setPosition(2)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=field.cursorRect(cursor).center())
    assert window.view.article == 1 and window.panel.card.highlight == made
    found = highlights.get(session.db, other)
    assert found is not None and found.note == copied


@pytest.mark.parametrize("article", [1, 3], ids=["in another article", "in the same one"])
def test_what_a_link_in_the_note_of_a_highlight_leads_to_is_read_on_by_keys(reading: Desktop, article: int) -> None:
    session, window = reading.program.session, reading.window
    made, _ = session.perform(lambda db: edits.highlight(db, article, 4, 6))
    there = highlights.get(session.db, made)
    assert there is not None
    other, _ = session.perform(lambda db: edits.highlight(db, 3, 6, 8))
    uid = articles.uids(session.db, [article])[article]
    for target in (links.Target("article", uid), links.Target("highlight", there.uid)):
        note = links.link("標題", target)
        session.perform(lambda db, note=note: edits.set_note(db, other, note))
        window.listing.choose(3)
        window.reading.go_to(other)
        reading.press("N", window.view.pane)
        assert reading.focus() == "noteField"
        reading.press("Ctrl+Return")
        assert window.view.article == article and reading.focus() == "readingPane"


def test_a_link_that_leads_nowhere_says_so(reading: Desktop) -> None:
    session = reading.program.session
    gone = links.link("標題", links.Target("article", "0b3cf5d2-6a4e-4a55-9d56-1f6a0f3f9f1e"))
    session.perform(lambda db: annotating.set_note(db, Owner("article", 3), gone))
    reading.press("Ctrl+Shift+M", reading.window.view.pane)
    reading.press("Ctrl+Return", reading.control("noteHere"))
    assert reading.window.notice.words.startswith("What this link leads to is not in this library")


def test_what_is_copied_from_a_note_keeps_its_links_there_and_is_words_elsewhere(reading: Desktop) -> None:
    link = links.link("標題3", links.Target("article", "0b3cf5d2-6a4e-4a55-9d56-1f6a0f3f9f1e"))
    field = NoteField()
    reading.qtbot.addWidget(field)
    field.show_note(f"見😀{link}。\n第二行")
    assert field.toPlainText() == "見😀標題3。\n第二行" and field.note == f"見😀{link}。\n第二行"
    field.selectAll()
    data = field.createMimeDataFromSelection()
    assert data.text() == "見😀標題3。\n第二行"
    other = NoteField()
    reading.qtbot.addWidget(other)
    other.insertFromMimeData(data)
    assert other.note == f"見😀{link}。\n第二行"
    plain = QMimeData()
    plain.setText(link)
    other.insertFromMimeData(plain)
    QTest.keyClicks(other, "x")
    assert other.note.endswith(f"第二行{link}x")


def test_links_have_the_colours_of_the_theme(reading: Desktop) -> None:
    made, _ = reading.program.session.perform(
        lambda db: edits.highlight(
            db, 3, 4, 8, note=links.link("標題", links.Target("article", articles.uids(db, [1])[1]))
        )
    )
    reading.window.reading.open_note(made)
    field = reading.window.panel.card.note
    for theme in ("dark", "light"):
        reading.settings.theme = theme
        cursor = field.textCursor()
        cursor.setPosition(1)
        assert cursor.charFormat().foreground().color() == field.palette().link().color()


def test_many_are_tagged_and_one_is_noted_with_the_mouse(reading: Desktop) -> None:
    view = reading.window.listing.view
    first, last = (view.visualRect(view.model().index(row, 0)).center() for row in (0, 2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, last)
    menus.right_click(view.viewport(), last)
    menus.click("Tag the article...")
    reading.type("政策", "tagField")
    rows = reading.control("tagMatches")
    assert isinstance(rows, QListView)
    made = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=made)
    reading.control("tagPicker").close()
    assert [tags_of(reading, each) for each in (1, 2, 3)] == [["政策"]] * 3
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    reading.click("articleNOTE_ARTICLE")
    reading.type("整篇的筆記", "noteHere")
    reading.click("keepNote")
    assert notes.of_article(reading.program.session.db, 3) == "整篇的筆記"
