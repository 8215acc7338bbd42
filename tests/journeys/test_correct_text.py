"""An analyst corrects the text of an article in its place, and highlights stay on their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

import making
import menus
from desktop import Desktop
from reader.actions import Act
from reader.domain.rewriting import Replacement
from reader.services import amending, edits
from reader.storage import articles, highlights, texts
from reader.storage.library import create
from reader.widgets.text_editor import TextEditor

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段有一個表情😀和發展。\n結尾"

BUSY = "is being written by another program"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    article = making.add(desktop.program.session.db, TEXT)
    for words in ("民生問題", "發展", "結尾"):
        start_at, end = TEXT.index(words), TEXT.index(words) + len(words)
        desktop.program.session.perform(partial(edits.highlight, article=article, start=start_at, end=end))
    desktop.window.listing.model.reload()
    desktop.window.listing.choose(article)
    return desktop


def editor(desktop: Desktop) -> TextEditor:
    found = desktop.control("textEditor")
    assert isinstance(found, TextEditor)
    return found


def put_caret(desktop: Desktop, before: str, selecting: str = "") -> None:
    view = editor(desktop)
    cursor = view.document().find(selecting or before)
    if not selecting:
        cursor.setPosition(cursor.selectionStart())
    view.setTextCursor(cursor)


def standing(desktop: Desktop) -> list[tuple[str, str]]:
    article = desktop.window.view.article
    assert article is not None
    db = desktop.program.session.db
    return [(each.quote, each.state) for each in desktop.stored() + highlights.orphans(db, article)]


def said(desktop: Desktop, name: str) -> str:
    found = desktop.control(name)
    return str(found.property("text"))


def press(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == words).click()


def test_a_text_is_corrected_by_keys_alone(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    assert said(reading, "correctionTitle") == "Correcting the text"
    assert said(reading, "correctionCount") == "Nothing changed yet" and reading.window.view.pane.isHidden()
    put_caret(reading, "民生")
    reading.type("有關", "textEditor")
    put_caret(reading, "", selecting="題")
    reading.type("事", "textEditor")
    put_caret(reading, "", selecting="結尾")
    reading.press("Del")
    assert said(reading, "correctionCount") == "3 changes"
    reading.press("Ctrl+Return")
    assert reading.window.view.pane.isVisible() and "有關民生問事。" in reading.window.view.pane.toPlainText()
    assert standing(reading) == [("民生問事", "adjusted"), ("發展", ""), ("結尾", "orphan")]
    reading.press("Ctrl+Z")
    assert reading.window.view.pane.page is not None and reading.window.view.pane.page.article.text == TEXT
    assert standing(reading) == [("民生問題", ""), ("發展", ""), ("結尾", "")]


def test_undo_and_redo_are_about_what_is_typed(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    view = editor(reading)
    put_caret(reading, "", selecting="發展")
    reading.press("Backspace")
    assert "發展" not in view.correction.text
    reading.press("Ctrl+Z")
    assert view.correction.text == TEXT and view.toPlainText() == TEXT
    reading.press("Ctrl+Shift+Z")
    assert "發展" not in view.correction.text
    reading.press("Ctrl+Z")
    reading.press("Return")
    assert view.correction.text != TEXT and view.correction.text.count("\n") == TEXT.count("\n") + 1
    reading.press("Ctrl+Z")
    reading.press("Esc")
    assert reading.window.view.pane.isVisible() and standing(reading)[1] == ("發展", "")


def test_an_input_method_and_the_clipboard_put_words_in(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    view = editor(reading)
    put_caret(reading, "發展")
    view.setFocus()
    QApplication.sendEvent(view, QInputMethodEvent("fa", []))
    assert view.correction.text == TEXT  # what is being composed is not there yet
    composed = QInputMethodEvent()
    composed.setCommitString("快速")
    QApplication.sendEvent(view, composed)
    pasted = QMimeData()
    pasted.setText("一\r\n二\r三\u2028四\x00")
    put_caret(reading, "結尾")
    view.insertFromMimeData(pasted)
    assert view.correction.text == TEXT.replace("發展", "快速發展").replace("結尾", "一\n二\n三\n四\ufffd結尾")
    reading.press("Ctrl+S")
    assert standing(reading)[1:] == [("發展", ""), ("結尾", "")]


def test_escape_asks_only_where_something_was_changed(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.press("Esc")
    assert reading.window.view.pane.isVisible()
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    asked = reading.answer(lambda box: box.reject())
    reading.press("Esc")
    reading.wait(lambda: bool(asked))
    assert asked == ["1 change of the text is not saved."] and editor(reading).correction.text.startswith("新")
    asked = reading.answer(lambda box: next(each for each in box.buttons() if each.text() == "Discard").click())
    reading.press("Esc", editor(reading))
    reading.wait(lambda: bool(asked) and reading.window.view.pane.isVisible())
    page = reading.window.view.pane.page
    assert page is not None and page.article.text == TEXT
    assert not texts.unsaved(reading.program.session.db, page.article.id)


def test_what_was_typed_is_there_after_the_program_ended(reading: Desktop, start: Callable[[], Desktop]) -> None:
    reading.press("F4", reading.window.view.pane)
    put_caret(reading, "發展")
    reading.type("快速", "textEditor")
    article = reading.window.view.article or 0
    reading.wait(lambda: bool(texts.unsaved(reading.program.session.db, article)))
    again = start()
    assert again.window.notice.words == "A correction of this text was not saved."
    again.click("noticeButton")
    assert editor(again).correction.text == TEXT.replace("發展", "快速發展")
    again.press("Ctrl+Return")
    assert "快速發展" in again.window.view.pane.toPlainText() and standing(again)[1] == ("發展", "")
    assert not texts.unsaved(again.program.session.db, article)


def test_what_is_typed_without_a_pause_is_kept_too(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    article = reading.window.view.article or 0

    def kept() -> bool:
        reading.type("x", "textEditor")
        return bool(texts.unsaved(reading.program.session.db, article))

    reading.wait(kept)


def test_another_article_does_not_take_away_what_was_typed(reading: Desktop) -> None:
    other = making.add(reading.program.session.db, "另一篇文章\n正文在這裡。")
    first = reading.window.view.article or 0
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    reading.window.listing.model.reload()
    reading.window.find_article(other)
    assert reading.window.view.pane.isVisible() and reading.window.view.article == other
    reading.window.find_article(first)
    assert reading.window.notice.words == "A correction of this text was not saved."
    reading.click("noticeButton2")
    assert not texts.unsaved(reading.program.session.db, first)


def test_what_was_not_saved_is_offered_as_long_as_its_article_is_open(reading: Desktop) -> None:
    window, first = reading.window, reading.window.view.article or 0
    other = making.add(reading.program.session.db, "另一篇文章\n正文在這裡。")
    window.listing.model.reload()
    reading.press("F4", window.view.pane)
    reading.type("新", "textEditor")
    window.find_article(other)
    for _ in range(2):
        window.find_article(first)
        assert window.notice.words == "A correction of this text was not saved."
        window.find_article(other)
        assert not window.notice.isVisible() and window.notice.words == ""
    window.find_article(first)
    reading.press("F4", window.view.pane)
    assert not window.notice.isVisible() and editor(reading).correction.text == f"新{TEXT}"


def test_what_is_typed_again_while_another_program_writes_stays_kept(reading: Desktop) -> None:
    window, article = reading.window, reading.window.view.article or 0
    typed = [texts.Unsaved(f"新{TEXT}", TEXT)]
    reading.press("F4", window.view.pane)
    reading.type("新", "textEditor")
    reading.wait(lambda: texts.unsaved(reading.program.session.db, article) == typed)
    with making.another_writer(reading.program.session.path):
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z"):
            reading.press(keys, editor(reading))
            window.amending.keep()
    window.attempts.do_postponed()
    assert texts.unsaved(reading.program.session.db, article) == typed
    reading.type("的", "textEditor")
    assert window.amending.keep() == ""
    assert texts.unsaved(reading.program.session.db, article) == [texts.Unsaved(f"新的{TEXT}", TEXT)]


@contextmanager
def full_disk(desktop: Desktop) -> Iterator[None]:
    """While there is no room for another page of the library."""
    db = desktop.program.session.db
    [before] = db.execute("pragma max_page_count").fetchone()
    db.execute("pragma max_page_count = 1")
    yield
    db.execute(f"pragma max_page_count = {before}")


def another_library(desktop: Desktop) -> Path:
    made = create(desktop.program.session.path.with_name("other.reader"))
    making.add(made.db)
    made.close()
    return made.path


def test_words_that_cannot_be_kept_keep_their_library_open(reading: Desktop) -> None:
    other, article = another_library(reading), reading.window.view.article or 0
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    with making.another_writer(reading.program.session.path):
        reading.window.library_wanted.emit(other)
        assert reading.window.windowTitle() == "library — Reader"
        said = reading.window.notice.words
        assert said.startswith("What was typed could not be stored, so this library stays open. ") and BUSY in said
        assert editor(reading).correction.text == f"新{TEXT}"
    reading.window.library_wanted.emit(other)
    assert reading.window.windowTitle() == "other — Reader"
    reading.window.library_wanted.emit(reading.program.session.path.with_name("library.reader"))
    assert texts.unsaved(reading.program.session.db, article) == [texts.Unsaved(f"新{TEXT}", TEXT)]


def test_closing_asks_where_what_was_typed_cannot_be_kept(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    with making.another_writer(reading.program.session.path):
        reading.window.close()
        box = reading.control("unstored")
        assert isinstance(box, QMessageBox) and BUSY in box.text() and reading.window.isVisible()
        press(box, "Stay")
        assert reading.window.isVisible() and editor(reading).correction.text == f"新{TEXT}"
        reading.window.close()
        box = reading.control("unstored")
        assert isinstance(box, QMessageBox)
        press(box, "Close without it")
        assert not reading.window.isVisible()


def test_a_text_that_was_not_changed_keeps_nothing_open(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    with making.another_writer(reading.program.session.path):
        reading.window.close()
        assert not reading.window.isVisible()


def test_what_is_kept_already_keeps_nothing_open(reading: Desktop) -> None:
    article = reading.window.view.article or 0
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    reading.wait(lambda: bool(texts.unsaved(reading.program.session.db, article)))
    with making.another_writer(reading.program.session.path):
        reading.window.close()
        assert not reading.window.isVisible()


def test_words_for_which_there_is_no_room_wait_while_another_article_is_read(reading: Desktop) -> None:
    session, first = reading.program.session, reading.window.view.article or 0
    other, long = making.add(session.db, "另一篇文章\n正文在這裡。"), "很長的一段。" * 10_000
    reading.window.listing.model.reload()
    reading.press("F4", reading.window.view.pane)
    with full_disk(reading):
        reading.type(long, "textEditor")
        reading.wait(lambda: "no space left" in reading.window.notice.words)
        reading.window.find_article(other)
        assert reading.window.view.article == other and reading.window.view.pane.isVisible()
        assert not texts.unsaved(session.db, first)
        reading.window.close()
        box = reading.control("unstored")
        assert isinstance(box, QMessageBox) and "no space left" in box.text()
        press(box, "Stay")
        reading.wait(lambda: reading.window.amending.active)
        assert reading.window.view.article == first and editor(reading).correction.text == f"{long}{TEXT}"
    reading.wait(lambda: texts.unsaved(session.db, first) == [texts.Unsaved(f"{long}{TEXT}", TEXT)])
    reading.window.close()
    assert not reading.window.isVisible()


def test_an_article_that_another_moves_to_the_trash_keeps_what_was_typed(reading: Desktop) -> None:
    session, article = reading.program.session, reading.window.view.article or 0
    other = making.add(session.db, "另一篇文章\n正文在這裡。")
    reading.window.listing.model.reload()
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    with session.library.another() as db:
        edits.trash(db, [article])
    reading.wait(lambda: reading.window.view.article == other)
    assert "is in the trash. What was typed is kept" in reading.window.notice.words
    reading.click("noticeButton")
    assert reading.window.view.article == article and editor(reading).correction.text == f"新{TEXT}"


@pytest.mark.parametrize("beside", [True, False])
def test_what_was_typed_stays_in_sight_where_another_destroys_its_article(reading: Desktop, beside: bool) -> None:
    session, article = reading.program.session, reading.window.view.article or 0
    other = making.add(session.db, "另一篇文章\n正文在這裡。") if beside else None
    reading.window.listing.model.reload()
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    with session.library.another() as db:
        edits.trash(db, [article])
        edits.empty_trash(db)
    reading.wait(lambda: reading.window.view.article == other)
    assert "The article is not there any more" in reading.window.notice.words
    assert editor(reading).correction.text == f"新{TEXT}"
    reading.press("Ctrl+Return", editor(reading))
    assert editor(reading).isVisible()
    reading.window.close()
    box = reading.control("unstored")
    assert isinstance(box, QMessageBox) and "The article is not there any more" in box.text()
    press(box, "Stay")
    reading.answer(lambda box: press(box, "Discard"))
    reading.press("Esc", editor(reading))
    reading.wait(lambda: not reading.window.amending.panel.isVisible())
    assert reading.window.view.pane.isVisible() == beside
    reading.window.close()
    assert not reading.window.isVisible()


def test_two_who_correct_the_same_text_take_away_nothing_of_each_other(
    reading: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    article = reading.window.view.article or 0
    reading.press("F4", reading.window.view.pane)
    of_second = Desktop(qtbot, reading.program.session.path, tmp_path / "second.ini")
    second = of_second.window
    second.listing.choose(article)
    second.amending.begin()
    reading.window.amending.panel.editor.insertPlainText("首")
    reading.wait(lambda: bool(texts.unsaved(reading.program.session.db, article)))
    second.amending.panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    second.amending.panel.editor.insertPlainText("末")
    second.amending.store()
    assert texts.unsaved(reading.program.session.db, article) == [texts.Unsaved(f"首{TEXT}", TEXT)]
    of_second.quit()
    reading.window.amending.store()
    stored = articles.get(reading.program.session.db, article)
    assert stored is not None and stored.text == f"首{TEXT}末"
    assert not texts.unsaved(reading.program.session.db, article)


def test_two_windows_that_end_while_they_correct_the_same_text_leave_both_corrections(
    start: Callable[[], Desktop], reading: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    article, db = reading.window.view.article or 0, reading.program.session.db
    reading.press("F4", reading.window.view.pane)
    of_second = Desktop(qtbot, reading.program.session.path, tmp_path / "second.ini")
    of_second.window.listing.choose(article)
    of_second.window.amending.begin()
    for each, sign in ((reading, "首"), (of_second, "次"), (reading, "又"), (of_second, "再")):
        each.window.amending.panel.editor.insertPlainText(sign)
        assert not each.window.amending.keep()
    kept = [texts.Unsaved(f"次再{TEXT}", TEXT), texts.Unsaved(f"首又{TEXT}", TEXT)]
    assert texts.unsaved(db, article) == kept
    of_second.quit()
    again = start()
    again.click("noticeButton2")
    assert again.window.notice.words == "A correction of this text was not saved."
    assert texts.unsaved(again.program.session.db, article) == kept[1:]
    again.click("noticeButton")
    assert editor(again).correction.text == f"首又{TEXT}"


def test_what_is_selected_is_what_is_corrected_whatever_size_the_text_gets(reading: Desktop) -> None:
    reading.drag_over("民生")
    reading.press("F4", reading.window.view.pane)
    assert editor(reading).textCursor().selectedText() == "民生"
    reading.press("Ctrl++")
    reading.type("生活", "textEditor")
    reading.press("Ctrl+Return")
    assert "第一段說的是生活問題。" in reading.window.view.pane.toPlainText()


def test_words_are_found_while_the_text_is_corrected(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.press("Ctrl+F")
    reading.type("发展", "findInCorrection")
    reading.press("Return")
    view = editor(reading)
    assert view.textCursor().selectedText() == "發展" and said(reading, "correctionHits") == "1 of 1"
    reading.type("段", "findInCorrection")
    found = []
    for keys in ("Return", "Return", "F3", "Shift+F3"):
        reading.press(keys)
        found.append(view.selected()[0])
    first, second = (TEXT.index(words) + 2 for words in ("第一段", "第二段"))
    assert found == [first, second, first, second]
    reading.press("Esc")
    assert QApplication.focusWidget() is view
    reading.press("Del")
    assert view.correction.text == TEXT.replace("第二段", "第二")


def test_highlights_that_go_meanwhile_are_shown_no_more(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.wait(lambda: len(editor(reading).extraSelections()) == 3)
    reading.program.session.perform(partial(edits.remove_highlights, ids=[reading.stored()[0].id]))
    reading.wait(lambda: len(editor(reading).extraSelections()) == 2)


def test_the_mouse_undoes_what_was_typed_and_changes_the_size(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    view, size = editor(reading), reading.settings.size
    reading.type("x", "textEditor")
    at = view.viewport().rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    undo = [each for each in menu.actions() if "Undo" in each.text()]
    assert [each.text().partition("\t")[0] for each in undo] == ["Undo"]
    undo[0].trigger()
    menu.close()
    assert view.correction.text == TEXT
    where = QPointF(at), view.viewport().mapToGlobal(QPointF(at))
    turned = QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    wheel = QWheelEvent(*where, *turned, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), wheel)
    assert reading.settings.size > size and view.document().defaultFont().pointSizeF() == reading.settings.size


def correct_elsewhere(desktop: Desktop, old: str, new: str) -> None:
    """Another program corrects the open article."""
    article = desktop.window.view.article or 0
    with desktop.program.session.library.another() as db:
        at = TEXT.index(old)
        amending.correct(db, article, TEXT, [Replacement(at, at + len(old), new)])


def test_a_correction_leaves_what_another_program_corrected_meanwhile(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    put_caret(reading, "發展")
    reading.type("快速", "textEditor")
    correct_elsewhere(reading, "我市", "本市")
    reading.press("Ctrl+Return")
    page = reading.window.view.pane.page
    assert page is not None and page.article.text == TEXT.replace("發展", "快速發展").replace("我市", "本市")
    reading.press("Ctrl+Z")
    assert "快速" not in reading.window.view.pane.toPlainText()


def test_what_was_not_saved_goes_on_in_the_text_that_there_is_by_now(
    reading: Desktop, start: Callable[[], Desktop]
) -> None:
    reading.press("F4", reading.window.view.pane)
    put_caret(reading, "發展")
    reading.type("快速", "textEditor")
    correct_elsewhere(reading, "我市", "本市")
    again = start()
    again.press("F4", again.window.view.pane)
    assert editor(again).correction.text == TEXT.replace("發展", "快速發展").replace("我市", "本市")
    assert said(again, "correctionCount") == "1 change"


def test_what_was_not_saved_and_fits_no_more_is_shown_to_be_copied(
    reading: Desktop, start: Callable[[], Desktop]
) -> None:
    reading.press("F4", reading.window.view.pane)
    put_caret(reading, "發展")
    reading.type("快速", "textEditor")
    correct_elsewhere(reading, "發展", "民生")
    again = start()
    again.press("F4", again.window.view.pane)
    assert editor(again).correction.text == TEXT.replace("發展", "快速發展")
    again.press("Ctrl+Return")
    assert "changed meanwhile" in again.window.notice.words and editor(again).isVisible()
    stored = articles.get(again.program.session.db, again.window.view.article or 0)
    assert stored is not None and stored.text == TEXT.replace("發展", "民生")


def test_commands_about_the_text_rest_while_it_is_corrected(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    commands = reading.window.commands
    assert not any(commands[act].isEnabled() for act in (Act.UNDO, Act.HIGHLIGHT, Act.FIND, Act.READ_AGAIN))
    reading.press("Esc")
    assert all(commands[act].isEnabled() for act in (Act.UNDO, Act.HIGHLIGHT, Act.FIND, Act.READ_AGAIN))


def test_the_menu_copies_and_selects_words_of_the_text_that_is_corrected(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.type("新", "textEditor")
    menus.click_bar(reading.window.menuBar(), "Edit", Act.SELECT_ALL.text)
    menus.click_bar(reading.window.menuBar(), "Edit", Act.COPY.text)
    assert QApplication.clipboard().text() == f"新{TEXT}"


def test_a_library_that_can_only_be_read_says_so_before_anybody_types(reading: Desktop) -> None:
    reading.program.session.db.execute("pragma query_only = on")
    reading.press("F4", reading.window.view.pane)
    assert reading.window.view.pane.isVisible() and "open for reading only" in reading.window.notice.words
    reading.program.session.db.execute("pragma query_only = off")


@pytest.mark.parametrize("width", [900, 1280])
def test_what_the_bar_says_is_read_as_a_whole(reading: Desktop, width: int) -> None:
    reading.window.resize(width, 700)
    reading.press("F4", reading.window.view.pane)
    for keys in ("", "x"):
        if keys:
            reading.press(keys, editor(reading))
        labels = [reading.control(name) for name in ("correctionTitle", "correctionCount")]
        reading.wait(lambda labels=labels: all(label.width() >= label.sizeHint().width() for label in labels))
        assert all(label.geometry().right() < reading.control("storeCorrection").x() for label in labels)
        assert not labels[0].geometry().intersects(labels[1].geometry())


def test_f6_comes_to_the_editor_and_on_and_f4_comes_back_to_it(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.press("F6", reading.window.listing.view)
    assert QApplication.focusWidget() is editor(reading)
    reading.press("F6")
    assert QApplication.focusWidget() is reading.window.panel.view
    reading.press("F4")
    assert QApplication.focusWidget() is editor(reading)


def test_tab_comes_from_the_text_to_save_and_cancel(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    reading.press("Tab")
    assert QApplication.focusWidget() is reading.control("leaveCorrection")  # there is nothing to save yet
    reading.press("Shift+Tab")
    reading.type("新", "textEditor")
    for name in ("storeCorrection", "leaveCorrection"):
        reading.press("Tab")
        assert QApplication.focusWidget() is reading.control(name)
    reading.press("Shift+Tab")
    reading.press("Space")
    assert reading.window.view.pane.toPlainText().startswith("新")


def test_tab_leaves_the_editor_and_a_tab_that_is_pasted_stays(reading: Desktop) -> None:
    reading.press("F4", reading.window.view.pane)
    view = editor(reading)
    reading.press("Tab", view)
    assert QApplication.focusWidget() is not view and view.correction.text == TEXT
    pasted = QMimeData()
    pasted.setText("甲\t乙")
    view.insertFromMimeData(pasted)
    assert view.correction.text.startswith("甲\t乙")


def test_a_text_is_corrected_with_the_mouse(reading: Desktop) -> None:
    reading.click("articleMore")
    menus.click("Correct the text")
    view = editor(reading)
    hit = view.document().find("發展")
    at = view.cursorRect(hit).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.textCursor().hasSelection()
    chosen = view.textCursor().selectedText()
    reading.write("新")
    reading.click("leaveCorrection")
    press(reading.control("leaveChanges"), "Keep correcting")  # type: ignore[arg-type]
    reading.click("storeCorrection")
    assert reading.window.view.pane.toPlainText() == TEXT.replace(chosen, "新")
    reading.click("buttonUNDO")
    assert reading.window.view.pane.toPlainText() == TEXT
