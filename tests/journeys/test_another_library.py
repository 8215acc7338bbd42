"""Another library is opened while things are under way: nothing of the one lands in the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

import making
from desktop import Desktop
from reader.services import edits
from reader.storage import highlights
from reader.storage.library import create, open_library


def test_a_note_that_is_being_typed_stays_in_its_library(start: Callable[[], Desktop], tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db)
    edits.highlight(other.db, 1, 0, 4)
    other.close()
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.drag_over("民生")
    desktop.press("N", desktop.window.view.pane)
    note = desktop.control("noteField")
    assert isinstance(note, QPlainTextEdit)
    note.insertPlainText("還在寫")
    desktop.window.library_wanted.emit(tmp_path / "other.reader")
    assert desktop.window.windowTitle() == "other – Reader"
    assert [each.note for each in desktop.stored()] == [""]
    first = open_library(tmp_path / "library.reader")
    assert [each.note for each in highlights.of_article(first.db, 1)] == ["還在寫"]
    first.close()


def test_an_import_goes_on_into_the_library_it_was_begun_in(start: Callable[[], Desktop], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"第{number}篇文章的標題\n正文第{number}段，說的是民生問題。", "utf-8")
    create(tmp_path / "other.reader").close()
    desktop = start()
    desktop.window.collecting.import_paths([folder])
    desktop.window.library_wanted.emit(tmp_path / "other.reader")
    desktop.wait(lambda: not desktop.window.status.activity.busy and bool(desktop.window.notice.words))
    assert desktop.rows() == [] and desktop.window.view.article is None
    desktop.window.library_wanted.emit(tmp_path / "library.reader")
    assert len(desktop.rows()) == 200
