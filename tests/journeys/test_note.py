"""Words of a note are never lost without a word, and land where they were typed: not in another library."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit
from sqlite_utils import Database

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.note import Owner
from reader.models.found_highlights import FOUND
from reader.services import annotating, edits
from reader.storage import highlights, journal, schema
from reader.storage.library import create, open_library

BUSY = "is being written by another program"


@pytest.fixture
def reading(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """An article with the highlights 1 (民生) and 2 (表情), another article, and another library with a highlight 1."""
    for name in ("library", "other"):
        made = create(tmp_path / f"{name}.reader")
        making.add(made.db)
        at = making.TEXT.index("民生")
        edits.highlight(made.db, 1, at, at + 2, note="原來的")
        if name == "library":
            at = making.TEXT.index("表情")
            edits.highlight(made.db, 1, at, at + 2)
            making.add(made.db, "另一篇\n正文在這裡。")
        made.close()
    desktop = start()
    desktop.program.session.db.execute("pragma busy_timeout = 20")  # ms
    desktop.window.listing.choose(1)
    return desktop


def field(desktop: Desktop) -> QPlainTextEdit:
    found = desktop.control("noteField")
    assert isinstance(found, QPlainTextEdit)
    return found


def write(desktop: Desktop, words: str) -> None:
    """Click on the first highlight and type at the end of its note."""
    desktop.click_on_text("民生")
    desktop.press("Return", desktop.window.view.pane)
    assert field(desktop).hasFocus()
    desktop.type(words, "noteField")


def notes(path: Path) -> list[str]:
    with closing(open_library(path).db) as db:
        return [each.note for each in highlights.of_article(db, 1)]


def test_another_library_is_not_opened_while_a_note_cannot_be_stored(reading: Desktop, tmp_path: Path) -> None:
    write(reading, "，還在寫")
    with making.another_writer(tmp_path / "library.reader"):
        reading.window.library_wanted.emit(tmp_path / "other.reader")
        assert reading.window.windowTitle() == "library — Reader"
        said = reading.window.notice.words
        assert said.startswith("What was typed could not be stored, so this library stays open. ") and BUSY in said
        assert field(reading).toPlainText() == "原來的，還在寫" and field(reading).hasFocus()
        assert BUSY in reading.control("noteProblem").text()  # type: ignore[attr-defined]
    reading.window.library_wanted.emit(tmp_path / "other.reader")
    assert reading.window.windowTitle() == "other — Reader"
    assert notes(tmp_path / "library.reader") == ["原來的，還在寫", ""]
    assert [each.note for each in reading.stored()] == ["原來的"]


def test_words_that_cannot_be_stored_wait_with_their_highlight(reading: Desktop, tmp_path: Path) -> None:
    write(reading, "，還在寫")
    with making.another_writer(tmp_path / "library.reader"):
        reading.click_on_text("表情")
        assert field(reading).toPlainText() == "" and BUSY in reading.window.notice.words
        reading.click_on_text("民生")
        assert field(reading).toPlainText() == "原來的，還在寫"
        reading.window.listing.choose(2)
    assert reading.title() == "另一篇"
    assert not reading.window.panel.card.isVisible()
    reading.window.listing.choose(1)
    reading.click_on_text("民生")
    assert field(reading).toPlainText() == "原來的，還在寫"
    reading.press("Esc", field(reading))
    assert [each.note for each in reading.stored()] == ["原來的，還在寫", ""]
    problem = reading.window.findChild(QLabel, "noteProblem")
    assert isinstance(problem, QLabel) and not problem.isVisible()


def test_a_note_that_had_to_wait_is_stored_by_itself(reading: Desktop, tmp_path: Path) -> None:
    write(reading, "，還在寫")
    problem = reading.window.findChild(QLabel, "noteProblem")
    assert isinstance(problem, QLabel)
    with making.another_writer(tmp_path / "library.reader"):
        reading.wait(lambda: problem.isVisible() and BUSY in problem.text())
    reading.wait(lambda: reading.stored()[0].note == "原來的，還在寫")
    assert field(reading).hasFocus() and not problem.isVisible()


def test_so_is_one_that_is_written_beside_its_row(reading: Desktop, tmp_path: Path) -> None:
    listed = reading.window.all_notes.pane.found.view
    reading.press("Alt+4", reading.window.view.pane)
    reading.wait(lambda: listed.currentIndex().data(FOUND) is not None)
    reading.press("F2", listed)
    reading.type("，還在寫", "noteHere")
    problem = reading.window.findChild(QLabel, "noteHereProblem")
    assert isinstance(problem, QLabel)
    with making.another_writer(tmp_path / "library.reader"):
        reading.wait(lambda: problem.isVisible() and BUSY in problem.text())
    reading.wait(lambda: reading.stored()[0].note == "原來的，還在寫")
    assert reading.control("noteHere").hasFocus() and not problem.isVisible()


def test_closing_asks_where_a_note_cannot_be_stored(reading: Desktop, tmp_path: Path) -> None:
    write(reading, "，還在寫")
    with making.another_writer(tmp_path / "library.reader"):
        reading.window.listing.choose(2)
        reading.window.close()
        box = reading.control("unstored")
        assert isinstance(box, QMessageBox) and reading.window.isVisible()
        assert box.textFormat() == Qt.TextFormat.PlainText
        assert box.text().startswith("What was typed could not be stored. ") and BUSY in box.text()
        assert box.informativeText() == "If you close Reader now, it is lost."
        press(box, "Stay")
        assert reading.window.isVisible() and reading.title() == "我市召開會議"
        assert field(reading).toPlainText() == "原來的，還在寫" and field(reading).hasFocus()
    reading.window.close()
    assert not reading.window.isVisible()
    assert notes(tmp_path / "library.reader") == ["原來的，還在寫", ""]


def test_a_library_that_is_read_only_can_be_left_without_the_note(start: Callable[[], Desktop], tmp_path: Path) -> None:
    made = create(tmp_path / "library.reader")
    making.add(made.db)
    at = making.TEXT.index("民生")
    edits.highlight(made.db, 1, at, at + 2)
    made.db.execute(f"pragma user_version = {schema.VERSION + 1}")
    made.close()
    desktop = start()
    assert desktop.window.windowTitle() == "library (read-only) — Reader"
    write(desktop, "寫不進去")
    desktop.window.close()
    box = desktop.control("unstored")
    assert isinstance(box, QMessageBox) and "is open for reading only" in box.text()
    press(box, "Close without it")
    assert not desktop.window.isVisible()


def press(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == words).click()


def test_a_note_whose_highlight_another_window_removes_goes_with_a_word(reading: Desktop) -> None:
    write(reading, "，還在寫")
    with closing(reading.program.session.library.connect()) as other:
        edits.remove_highlights(other, [1])
    reading.program.session.look_for_changes()
    assert not reading.window.panel.card.isVisible()
    assert reading.window.notice.words == "The highlight was removed meanwhile, and the note that was typed with it."
    reading.click("noticeButton")
    assert QGuiApplication.clipboard().text() == "原來的，還在寫"
    reading.window.close()
    assert not reading.window.isVisible()


def test_a_note_that_was_emptied_stays_empty_when_something_changes(reading: Desktop, tmp_path: Path) -> None:
    write(reading, "")
    field(reading).selectAll()
    reading.press("Del", field(reading))
    with closing(reading.program.session.library.connect()) as other:
        edits.set_highlight_color(other, 1, "red")
    reading.program.session.look_for_changes()
    assert field(reading).toPlainText() == ""
    reading.press("Esc", field(reading))
    assert [each.note for each in reading.stored()] == ["", ""]


def test_what_is_typed_in_a_note_until_it_is_left_is_one_step(reading: Desktop) -> None:
    db = reading.program.session.db
    before = journal.next_undo(db)
    write(reading, "，再")
    reading.wait(lambda: reading.stored()[0].note == "原來的，再")
    reading.type("看", "noteField")
    reading.wait(lambda: reading.stored()[0].note == "原來的，再看")
    reading.press("Esc", field(reading))
    write(reading, "過")
    reading.press("Esc", field(reading))
    reading.window.attempts.replaying.undo()
    assert reading.stored()[0].note == "原來的，再看"
    reading.window.attempts.replaying.undo()
    assert reading.stored()[0].note == "原來的" and journal.next_undo(db) == before


def test_a_note_is_stored_while_somebody_goes_on_typing(reading: Desktop) -> None:
    before = journal.next_undo(reading.program.session.db)
    write(reading, "，")
    for stored in ("，w", "，wwwwwwww"):
        reading.go_on_typing("noteField", lambda stored=stored: stored in reading.stored()[0].note)
    reading.press("Esc", field(reading))
    reading.window.attempts.replaying.undo()
    assert reading.stored()[0].note == "原來的" and journal.next_undo(reading.program.session.db) == before


def test_the_undo_button_takes_back_the_note_that_is_being_typed_and_not_its_highlight(reading: Desktop) -> None:
    write(reading, "，還在寫")
    reading.click("buttonUNDO")
    assert [each.note for each in reading.stored()] == ["原來的", ""] and field(reading).toPlainText() == "原來的"
    reading.click("buttonREDO")
    assert reading.stored()[0].note == "原來的，還在寫" == field(reading).toPlainText()
    reading.click("buttonUNDO")
    write(reading, "，又寫")
    reading.click("buttonREDO")
    assert reading.window.notice.words == "There is nothing to redo."
    assert reading.stored()[0].note == "原來的，又寫" == field(reading).toPlainText()


def test_undo_and_redo_mean_what_the_menu_says_where_typed_words_are_erased_again(reading: Desktop) -> None:
    window, session = reading.window, reading.program.session
    session.perform(lambda db: edits.set_highlight_color(db, 1, "red"))
    write(reading, "abc")
    reading.wait(lambda: reading.stored()[0].note == "原來的abc")
    for _ in "abc":
        reading.press("Backspace", field(reading))
    assert window.commands[Act.UNDO].text() == "Undo: Note changed: 民生"
    window.commands[Act.UNDO].trigger()
    assert window.notice.words == "Undone: Note changed: 民生"
    assert (reading.stored()[0].note, reading.stored()[0].color) == ("原來的", "red")
    window.commands[Act.REDO].trigger()
    assert window.notice.words == "Done again: Note changed: 民生" and field(reading).toPlainText() == "原來的abc"
    write(reading, "d")
    reading.wait(lambda: reading.stored()[0].note == "原來的abcd")
    session.perform(lambda db: edits.set_starred(db, [1], True))
    window.commands[Act.UNDO].trigger()
    reading.press("Backspace", field(reading))
    assert window.commands[Act.REDO].text() == "Redo: Article starred: 我市召開會議"
    window.commands[Act.REDO].trigger()
    assert window.notice.words.startswith("Something else was taken back since: Note changed")
    assert reading.stored()[0].note == "原來的abc" == field(reading).toPlainText()


def test_the_notice_takes_nothing_back_that_a_note_is_being_typed_about(reading: Desktop) -> None:
    window = reading.window
    window.attempts.do_and_say(lambda db: edits.highlight(db, 1, 0, 6)[1])
    window.reading.open_note(reading.stored()[0].id)
    reading.type("還在寫", "noteField")
    reading.click("noticeButton")
    assert window.notice.words == "Something else was done since. Undo that first."
    assert [each.note for each in reading.stored()] == ["還在寫", "原來的", ""]


def test_undo_leaves_the_words_of_a_highlight_that_is_gone_to_be_copied(reading: Desktop) -> None:
    write(reading, "，還在寫")
    with closing(reading.program.session.library.connect()) as other:
        edits.remove_highlights(other, [1])
    reading.click("buttonUNDO")
    assert reading.window.notice.words.startswith("The highlight was removed meanwhile")
    assert [each.quote for each in reading.stored()] == ["表情"]
    reading.click("noticeButton")
    assert QGuiApplication.clipboard().text() == "原來的，還在寫"


def test_looking_at_a_note_changes_nothing_of_it(reading: Desktop) -> None:
    session, note = reading.program.session, "第\u00a05\u00a0條\u3000見附件"
    session.perform(lambda db: edits.set_note(db, 1, note))
    before = journal.next_undo(session.db)
    reading.click_on_text("民生")
    session.tell(EVERYTHING)
    reading.press("Return", reading.window.view.pane)
    reading.click_on_text("表情")
    assert [each.note for each in reading.stored()] == [note, ""] and journal.next_undo(session.db) == before
    write(reading, "，再看")
    reading.press("Esc", field(reading))
    assert [each.note for each in reading.stored()] == [note + "，再看", ""]
    write(reading, "x")
    reading.press("Backspace", field(reading))
    reading.press("Esc", field(reading))
    assert [each.note for each in reading.stored()] == [note + "，再看", ""]


def test_what_another_program_wrote_meanwhile_is_kept_too(reading: Desktop) -> None:
    write(reading, "我的")
    other = open_library(reading.program.session.path)
    edits.set_note(other.db, 1, "別人的")
    other.close()
    reading.program.session.look_for_changes()
    reading.window.panel.card.keep_note()
    assert reading.stored()[0].note == "別人的\n原來的我的" == field(reading).toPlainText()


@pytest.mark.parametrize(("chosen", "kept"), [("又寫", "原來的，別人\n又寫"), ("", "原來的，別人")])
def test_what_another_program_writes_waits_while_words_are_composed(reading: Desktop, chosen: str, kept: str) -> None:
    write(reading, "")
    card = reading.window.panel.card
    reading.compose("you'xie", card.note)
    reading.elsewhere(lambda db: edits.set_note(db, 1, "原來的，別人"))
    assert card.note.composing and card.note.note == "原來的"
    if chosen:
        reading.type(chosen, "noteField")
    else:
        reading.compose("", card.note)
    reading.wait(lambda: card.note.note == kept)
    reading.press("Esc", field(reading))
    assert reading.stored()[0].note == kept == field(reading).toPlainText()


def stored_note(desktop: Desktop) -> str:
    return desktop.stored()[0].note


def go_on(db: Database, words: str) -> None:
    """Write at the end of the first note."""
    edits.set_note(db, 1, annotating.note_of(db, Owner("highlight", 1)) + words)


def test_the_caret_stays_at_its_words_where_another_program_writes_and_nothing_doubles(reading: Desktop) -> None:
    write(reading, "")
    kept = "原來的"
    for words in ("|一", "|二", "|三"):
        reading.type("甲", "noteField")
        reading.elsewhere(partial(go_on, words=words))
        kept += f"{words}\n甲"
        reading.wait(lambda kept=kept: stored_note(reading) == kept)
        assert field(reading).toPlainText() == kept and field(reading).textCursor().atEnd()
    field(reading).moveCursor(QTextCursor.MoveOperation.StartOfLine, QTextCursor.MoveMode.KeepAnchor)
    reading.elsewhere(lambda db: edits.set_note(db, 1, f"別人的，{kept}"))
    assert field(reading).toPlainText() == f"別人的，{kept}" and field(reading).textCursor().selectedText() == "甲"


def test_undo_while_typing_leaves_the_caret_where_words_go_on(reading: Desktop) -> None:
    write(reading, "，還在寫")
    reading.click("buttonUNDO")
    reading.type("，又寫", "noteField")
    reading.press("Esc", field(reading))
    assert stored_note(reading) == "原來的，又寫"
