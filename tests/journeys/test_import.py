"""Articles are dropped on the window, pasted, and imported from folders; the report says what became of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.wanted import Words
from reader.services import edits
from reader.storage.library import create


def drop(desktop: Desktop, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, copy, left = desktop.window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, copy, data, left, none)
    QApplication.sendEvent(desktop.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desktop.window, QDropEvent(QPoint(middle).toPointF(), copy, data, left, none))


def summary(desktop: Desktop) -> str:
    label = desktop.control("importSummary")
    assert isinstance(label, QLabel)
    return label.text()


def table(desktop: Desktop) -> QTableView:
    found = desktop.control("importTable")
    assert isinstance(found, QTableView)
    return found


def report(desktop: Desktop) -> list[list[str]]:
    """The cells of the report, as far as they are to be seen: a file has parts only if one of the import has."""
    found = table(desktop)
    columns = [column for column in range(4) if not found.isColumnHidden(column)]
    model = found.model()
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def button(desktop: Desktop, name: str) -> str:
    """The words on a button."""
    found = desktop.control(name)
    assert isinstance(found, QPushButton)
    return found.text()


def last_report(desktop: Desktop) -> QAction:
    """The command in the menu of files."""
    return next(action for action in desktop.window.menus.all()[0].actions() if action.text() == "Last import report")


def test_the_starting_article_is_dropped_and_opens(start: Callable[[], Desktop], starting_article: Path) -> None:
    desktop = start()
    drop(desktop, starting_article)
    desktop.wait(lambda: "Added:" in desktop.window.notice.words)
    [row] = desktop.rows()
    assert row.title.startswith("張術平在高新區實地調研現場辦公時強調")
    assert (row.source, row.published) == ("膠東在線", "2020-03-04T17:24:00")
    shown = desktop.window.view.pane.toPlainText()
    assert "舉報糾錯" not in shown and "A+A-" not in shown
    assert button(desktop, "noticeButton") == "Undo"  # and not to open what is open


def test_one_bad_file_costs_one_row_of_the_report(start: Callable[[], Desktop], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(making.TEXT, "utf-8")
    (folder / "same.txt").write_text(making.TEXT, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    desktop = start()
    drop(desktop, folder)
    desktop.wait(lambda: desktop.window.notice.words == "1 article added, 1 already there, 2 files failed.")
    assert not desktop.window.findChildren(QTableView, "importTable")  # it comes when it is asked for
    desktop.click("noticeButton")
    assert summary(desktop) == "1 article added, 1 already there, 2 files failed."
    cells = report(desktop)
    assert [cell[1] for cell in cells] == ["Failed", "Failed", "Added", "Already there"]
    assert cells[0][2] == "empty.txt is empty, so there is nothing to import."
    assert cells[1][2].startswith("picture.txt is a PNG picture")
    assert len(desktop.rows()) == 1


def test_text_is_pasted_and_found_again_as_a_duplicate(start: Callable[[], Desktop]) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText(making.TEXT)
    desktop.press("Ctrl+V", desktop.window.listing.view)
    desktop.wait(lambda: desktop.title() == "我市召開會議")
    desktop.press("Ctrl+V", desktop.window.view.pane)
    desktop.wait(lambda: desktop.window.notice.words == "This article is in the library already.")
    assert len(desktop.rows()) == 1


def test_a_library_is_opened_however_it_comes(start: Callable[[], Desktop], tmp_path: Path) -> None:
    library = create(tmp_path / "other.READER")
    making.add(library.db)
    library.close()
    desktop = start()
    article = tmp_path / "a.txt"
    article.write_text("另一篇\n正文在這裡。", "utf-8")
    pasted = QMimeData()
    pasted.setUrls([QUrl.fromLocalFile(str(library.path))])
    for bring in (
        lambda: drop(desktop, article, library.path),
        lambda: desktop.window.collecting.open_files([library.path]),  # as macOS hands it over
        lambda: desktop.window.collecting.take(pasted),
    ):
        desktop.window.library_wanted.emit(tmp_path / "library.reader")
        assert desktop.window.windowTitle() == "library — Reader"
        bring()
        assert desktop.window.windowTitle() == "other — Reader" and len(desktop.rows()) == 1


def test_the_library_that_is_open_already_stays_as_it_is(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    making.add(desktop.program.session.db)
    desktop.window.session.tell(EVERYTHING)
    desktop.type("我市", "searchBox")
    desktop.wait(lambda: desktop.window.listing.model.query.wanted == Words("我市"))
    (tmp_path / "link.reader").symlink_to(tmp_path / "library.reader")
    before = desktop.program.session.library
    drop(desktop, tmp_path / "link.reader")
    assert desktop.program.session.library is before and desktop.window.search.text() == "我市"
    assert len(desktop.rows()) == 1


def test_what_opens_by_itself_is_selected_alone_also_while_ctrl_is_held(start: Callable[[], Desktop]) -> None:
    desktop = start()
    for text in (making.TEXT, "另一篇\n正文在這裡。"):
        making.add(desktop.program.session.db, text)
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    QTest.keyPress(desktop.window.listing.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for article in (1, 2):
        desktop.window.find_article(article)
        assert desktop.window.listing.selected() == [article]
    QTest.keyRelease(desktop.window.listing.view, Qt.Key.Key_Control)


def test_an_empty_clipboard_says_so(start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = start()
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)  # as it is before anything was copied
    desktop.press("Ctrl+V", desktop.window.view.pane)
    assert desktop.window.notice.words == "There is no text in the clipboard."


def test_an_import_leaves_the_article_that_is_read_and_its_place(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    making.add(desktop.program.session.db, "長文\n" + "正文在這裡，一段又一段。" * 3_000, published="2024-01-02")
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    pane = desktop.window.view.pane
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum() // 2)
    desktop.type("長", "searchBox")
    before, focus = pane.place(), QApplication.focusWidget()
    (tmp_path / "a.txt").write_text(making.TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    drop(desktop, tmp_path / "a.txt", tmp_path / "b.txt")
    desktop.wait(lambda: desktop.window.notice.words == "1 article added, 1 file failed.")
    assert (desktop.title(), pane.place(), QApplication.focusWidget()) == ("長文", before, focus)
    assert desktop.window.search.text() == "長"


def test_one_article_that_came_is_opened_from_the_notice(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    making.add(desktop.program.session.db, "長文\n正文在這裡。")
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    (tmp_path / "a.txt").write_text(making.TEXT, "utf-8")
    drop(desktop, tmp_path / "a.txt")
    desktop.wait(lambda: desktop.window.notice.words == "Added: 我市召開會議")
    assert button(desktop, "noticeButton") == "Open"
    desktop.click("noticeButton")
    assert desktop.title() == "我市召開會議"


def test_a_file_that_the_system_hands_over_is_opened(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    making.add(desktop.program.session.db, "長文\n正文在這裡。")
    desktop.window.session.tell(EVERYTHING)
    desktop.window.open_last()
    (tmp_path / "a.txt").write_text(making.TEXT, "utf-8")
    desktop.window.collecting.open_files([tmp_path / "a.txt"])
    desktop.wait(lambda: desktop.title() == "我市召開會議")


def test_undo_in_the_notice_takes_the_import_back(start: Callable[[], Desktop], tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"第{number}篇文章的標題\n正文第{number}段，說的是民生問題。", "utf-8")
    desktop = start()
    drop(desktop, *sorted(tmp_path.glob("?.txt")))
    desktop.wait(lambda: desktop.window.notice.words == "3 articles added.")
    assert button(desktop, "noticeButton") == "Undo"
    desktop.click("noticeButton")
    assert desktop.rows() == [] and desktop.window.notice.words == "Undone: 3 articles imported"


def test_undo_goes_from_the_notice_once_something_else_was_done(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(making.TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    desktop = start()
    drop(desktop, tmp_path / "a.txt", tmp_path / "b.txt")
    desktop.wait(lambda: desktop.window.notice.words == "1 article added, 1 file failed.")
    assert (button(desktop, "noticeButton"), button(desktop, "noticeButton2")) == ("Show report", "Undo")
    desktop.window.session.perform(lambda db: edits.set_starred(db, [1], True))
    assert desktop.window.notice.words == "1 article added, 1 file failed."
    assert button(desktop, "noticeButton") == "Show report"
    with pytest.raises(AssertionError):
        desktop.control("noticeButton2")


def test_an_import_is_taken_back_as_a_whole(start: Callable[[], Desktop], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(60)]
    for number, file in enumerate(files):
        file.write_text(f"第{number}篇文章的標題\n正文第{number}段，說的是民生問題，也說經濟發展。", "utf-8")
    desktop = start()
    drop(desktop, *files)
    desktop.wait(lambda: len(desktop.rows()) == 60)
    desktop.wait(lambda: not desktop.window.status.activity.busy)
    desktop.press("Ctrl+Z")
    desktop.wait(lambda: desktop.rows() == [])
    assert desktop.window.view.article is None
    desktop.press("Ctrl+Shift+Z")
    desktop.wait(lambda: len(desktop.rows()) == 60)


def test_what_a_folder_holds_beside_text_is_said_with_the_reason(start: Callable[[], Desktop], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "x.txt").write_text(making.TEXT, "utf-8")
    for name in ("y.pptx", "z.mp4", ".hidden.pptx", *(f"{number:03}.jpg" for number in range(300))):
        (folder / name).touch()
    desktop = start()
    drop(desktop, folder)
    desktop.wait(lambda: desktop.window.notice.words == "1 article added, 302 files skipped.")
    desktop.wait(lambda: desktop.title() == "我市召開會議")
    desktop.click("noticeButton")
    cells = report(desktop)
    assert summary(desktop) == "1 article added, 302 files skipped." and len(cells) < 30
    assert ["y.pptx", "Skipped", "y.pptx is a presentation, which Reader does not import."] in cells
    assert ["z.mp4", "Skipped", "z.mp4 is a video, which Reader does not import."] in cells
    assert ["*.jpg", "Skipped", "281 more .jpg files were skipped for the same reason."] in cells


def test_a_folder_with_nothing_to_import_says_what_it_holds(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "y.pptx").touch()
    desktop = start()
    drop(desktop, tmp_path / "articles")
    desktop.wait(lambda: desktop.window.notice.words == "There is nothing in this folder that Reader imports.")
    desktop.click("noticeButton")
    assert [cell[:2] for cell in report(desktop)] == [["y.pptx", "Skipped"]]


def test_doubts_about_one_file_are_said_at_once_and_in_its_row(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("临海市召开会议\n会议强调，要坚持高标定位，切实盘活土地资源。".encode("gb18030"))
    desktop = start()
    drop(desktop, tmp_path / "a.txt")
    desktop.wait(lambda: desktop.window.notice.words == "Added: 临海市召开会议 (encoding guessed)")
    last_report(desktop).trigger()
    assert report(desktop) == [["a.txt", "Added", "临海市召开会议 (encoding guessed)"]]


def test_a_text_without_a_title_is_named_by_its_first_words(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "我市召開會議，研究部署下步工作，與會者有三十人。\n會議強調，要堅持高標定位。", "utf-8"
    )
    desktop = start()
    drop(desktop, tmp_path / "a.txt")
    desktop.wait(lambda: desktop.window.notice.words == "Added: 我市召開會議，研究部署下步工作，與會者有三十人。")


def test_the_last_report_is_opened_again_and_its_articles_from_it(start: Callable[[], Desktop], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text(f"第{number}篇文章的標題\n正文第{number}段，說的是民生問題。", "utf-8")
    desktop = start()
    assert not last_report(desktop).isEnabled()
    drop(desktop, *files, tmp_path / "gone.txt")
    desktop.wait(lambda: desktop.window.notice.words == "3 articles added, 1 file failed.")
    desktop.click("noticeButton")
    table(desktop).window().close()
    desktop.wait(lambda: not desktop.window.findChildren(QTableView, "importTable"))
    last_report(desktop).trigger()
    shown = table(desktop)
    assert report(desktop)[0] == ["gone.txt", "Failed", "gone.txt is not there. Choose it again."]
    shown.setCurrentIndex(shown.model().index(3, 0))
    desktop.press("Return", shown)
    desktop.wait(lambda: desktop.title() == "第2篇文章的標題")
    last_report(desktop).trigger()  # in place of the one that is open
    desktop.wait(lambda: len(desktop.window.findChildren(QTableView, "importTable")) == 1)
    assert not last_report(start()).isEnabled()


def test_a_long_reason_is_there_as_a_whole(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("標題\n正文說的是民生問題。", "utf-8")
    desktop = start()
    drop(desktop, tmp_path / "short.txt", tmp_path / f"{'gone ' * 40}.txt")
    desktop.wait(lambda: desktop.window.notice.words == "1 article added, 1 file failed.")
    desktop.click("noticeButton")
    shown = table(desktop)
    desktop.wait(lambda: shown.rowHeight(0) == shown.sizeHintForRow(0))
    assert shown.rowHeight(0) > 2 * shown.rowHeight(1)
