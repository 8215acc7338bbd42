"""Another library is opened while things are under way: nothing of the one lands in the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QToolButton

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.query import ArticleQuery
from reader.domain.wanted import Words
from reader.services import edits, tagging
from reader.storage import articles, highlights, journal, texts
from reader.storage.library import create, open_library
from reader.widgets.attempts import AGAIN_MS
from reader.widgets.sidebar import SCOPES


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
    assert desktop.window.windowTitle() == "other — Reader"
    assert [each.note for each in desktop.stored()] == [""]
    first = open_library(tmp_path / "library.reader")
    assert [each.note for each in highlights.of_article(first.db, 1)] == ["還在寫"]
    first.close()


def test_a_correction_that_is_being_typed_stays_in_its_library(start: Callable[[], Desktop], tmp_path: Path) -> None:
    for name in ("library", "other"):
        made = create(tmp_path / f"{name}.reader")
        making.add(made.db)
        texts.keep_unsaved(made.db, 1, f"{making.TEXT} {name}", making.TEXT)
        made.close()
    desktop = start()
    desktop.press("F4", desktop.window.view.pane)
    desktop.type("x", "textEditor")
    with making.another_writer(tmp_path / "library.reader"):
        desktop.window.library_wanted.emit(tmp_path / "other.reader")
    QTest.qWait(AGAIN_MS + 500)
    desktop.window.library_wanted.emit(tmp_path / "other.reader")
    assert desktop.window.windowTitle() == "other — Reader"
    assert texts.unsaved(desktop.program.session.db, 1) == [texts.Unsaved(f"{making.TEXT} other", making.TEXT)]


def test_an_article_opens_at_its_own_place_though_the_one_before_was_read_further(
    start: Callable[[], Desktop], tmp_path: Path
) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db, "另一篇\n短")
    other.close()
    desktop = start()
    making.add(desktop.program.session.db, "長\n" + "一段話。\n" * 3000)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    pane = desktop.window.view.pane
    desktop.press("Ctrl+End", pane)
    desktop.press("Ctrl++", pane)  # stays at the first line that is seen
    assert pane.place() > 9000
    desktop.window.library_wanted.emit(other.path)
    assert desktop.title() == "另一篇" and pane.place() == 0 and pane.isVisible()


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


@pytest.mark.parametrize("part", ["articles_by_published", "articles", "tags", "steps", "places", "articles_by_read"])
def test_one_that_cannot_be_read_leaves_all_as_it_was(start: Callable[[], Desktop], tmp_path: Path, part: str) -> None:
    bad = create(tmp_path / "bad.reader")
    making.add(bad.db)
    articles.set_place(bad.db, 1, 1)
    bad.close()
    making.damage(bad.path, part)
    desktop = start()
    making.add(desktop.program.session.db, "我的文章\n正文在這裡。")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    said = desktop.answer(QMessageBox.reject)
    desktop.window.library_wanted.emit(bad.path)
    assert len(said) == 1 and said[0].startswith(f"{bad.path} is damaged: ")
    assert desktop.window.windowTitle() == "library — Reader" and desktop.title() == "我的文章"
    assert desktop.settings.library == str(tmp_path / "library.reader")
    desktop.drag_over("正文")
    desktop.press("H", desktop.window.view.pane)
    assert [each.quote for each in desktop.stored()] == ["正文"]
    again = start()
    assert [row.title for row in again.rows()] == ["我的文章"] and again.rows()[0].highlights == 1


def test_one_that_is_missing_is_not_made(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    said = desktop.answer(QMessageBox.reject)
    desktop.window.library_wanted.emit(tmp_path / "none.reader")
    assert said == [f"{tmp_path / 'none.reader'} does not exist. Choose another library or make a new one."]
    assert not (tmp_path / "none.reader").exists()
    assert desktop.window.windowTitle() == "library — Reader"


def test_filters_are_taken_away_and_the_list_is_read_once(start: Callable[[], Desktop], tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db)
    other.close()
    desktop = start()
    db, window = desktop.program.session.db, desktop.window
    tagging.highlight_with(db, making.add(db), 0, 4, ["a"], note="", color="", analyst="")
    edits.set_starred(db, [1], True)
    window.session.tell(EVERYTHING)
    window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    window.sidebar.tags.clicked.emit(window.sidebar.items.index(0, 0))
    desktop.type("我市", "searchBox")
    desktop.wait(lambda: window.listing.model.query.wanted == Words("我市") and not window.listing.model.searching)
    assert len(desktop.rows()) == 1
    read: list[int] = []
    window.listing.model.counted.connect(lambda: read.append(window.listing.model.rowCount()))
    window.library_wanted.emit(other.path)
    assert read == [1] and desktop.title() == "我市召開會議"
    assert window.listing.model.query == ArticleQuery() and window.search.text() == ""
    assert window.sidebar.scopes.currentRow() == 0 and not window.sidebar.tags.selectionModel().hasSelection()
    assert window.listing.findChild(QToolButton, "tagFilter").isHidden()


def test_an_article_that_filters_hide_is_found_with_one_reading(start: Callable[[], Desktop]) -> None:
    desktop = start()
    db, window = desktop.program.session.db, desktop.window
    tagging.highlight_with(db, making.add(db), 0, 4, ["a"], note="", color="", analyst="")
    edits.set_starred(db, [1], True)
    hidden = making.add(db, "另一篇\n正文")
    window.session.tell(EVERYTHING)
    window.sidebar.scopes.setCurrentRow(SCOPES.index("starred"))
    window.sidebar.tags.clicked.emit(window.sidebar.items.index(0, 0))
    desktop.type("我市", "searchBox")
    desktop.wait(lambda: window.listing.model.query.wanted == Words("我市") and not window.listing.model.searching)
    read: list[int] = []
    window.listing.model.counted.connect(lambda: read.append(window.listing.model.rowCount()))
    window.find_article(hidden)
    assert read == [2] and desktop.title() == "另一篇"
    window.session.tell(EVERYTHING)  # as an import does now and then
    assert read == [2, 2] and desktop.title() == "另一篇"


def test_dialogs_and_menus_about_the_library_before_are_closed(start: Callable[[], Desktop], tmp_path: Path) -> None:
    other = create(tmp_path / "other.reader")
    making.add(other.db, "別的文章\n正文")
    edits.trash(other.db, [making.add(other.db, "別的垃圾\n正文")])
    edits.highlight(other.db, 1, 0, 2, tags=[tagging.add(other.db, "別的標籤")[0]])
    other.close()
    desktop = start()
    db, window = desktop.program.session.db, desktop.window
    making.add(db)
    edits.trash(db, [making.add(db, "另一篇\n正文")])
    tag, _ = tagging.add(db, "甲")
    window.session.tell(EVERYTHING)
    window.open_last()
    pane = window.view.pane

    def pick() -> None:
        desktop.drag_over("民生")
        desktop.press("T", pane)

    for name, show in {
        "tagPicker": pick,
        "tagDialog": lambda: window.tagging.edit(tag),
        "tagMenu": lambda: window.tagging.menu([tag], QPoint(0, 0)),
        "historyDialog": window.dialogs.history,
        "emptyTrash": window.curating.empty_trash,
        "exportDialog": window.commands[Act.EXPORT].trigger,
    }.items():
        show()
        assert desktop.control(name).isVisible()
        window.library_wanted.emit(other.path)
        assert window.windowTitle() == "other — Reader"
        assert not [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window], name
        assert [(each.quote, each.tags) for each in desktop.stored()] == [("別的", (1,))]
        assert journal.next_redo(desktop.program.session.db) is None
        window.library_wanted.emit(tmp_path / "library.reader")
        assert desktop.stored() == []
