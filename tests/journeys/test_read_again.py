"""An article is read again from its original, in another encoding or way; what that means is seen before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton
from sqlite_utils import Database

from desktop import Desktop
from reader.services import edits, rereading
from reader.services.importing import batch

TEXT = "臨海市召開會議\n會議強調，要堅持高標定位，切實盤活土地資源，改善民生。\n第二段說的是民生問題，一段又一段。"


@pytest.fixture
def garbled(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """An article was read in a wrong encoding."""
    (tmp_path / "a.txt").write_bytes(f"ABC report\n{TEXT}".encode("gb18030"))
    desktop = start()
    batch.import_files(desktop.program.session.db, [tmp_path / "a.txt"], encoding="cp1252")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def choose(desktop: Desktop, name: str, data: str) -> None:
    box = desktop.control(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(data))


def said(desktop: Desktop, name: str) -> str:
    found = desktop.control(name)
    assert isinstance(found, QLabel | QPlainTextEdit)
    return found.text() if isinstance(found, QLabel) else found.toPlainText()


def is_ready(desktop: Desktop) -> bool:
    take = desktop.control("takeReread")
    return isinstance(take, QPushButton) and take.isEnabled()


def test_another_encoding_is_looked_at_and_taken(garbled: Desktop) -> None:
    pane, session = garbled.window.view.pane, garbled.program.session
    assert pane.page is not None and "臨海" not in pane.toPlainText()
    before = pane.page.article
    at = before.text.index("report")
    session.perform(lambda db: edits.highlight(db, before.id, at, at + 6))
    session.perform(lambda db: edits.highlight(db, before.id, at + 10, at + 14))
    garbled.press("Ctrl+Shift+R", pane)
    garbled.wait(lambda: said(garbled, "readState").startswith("This gives the text that is there."))
    assert not is_ready(garbled)
    choose(garbled, "readEncoding", "gb18030")
    garbled.wait(lambda: is_ready(garbled))
    assert "切實盤活土地資源" in said(garbled, "readText") and "gb18030" in said(garbled, "readFields")
    kept = said(garbled, "readKept").split("\n")
    assert kept == ["1 highlight keeps its words.", "1 highlight has no place in it and stays as an orphan."]
    assert pane.page.article.text == before.text  # nothing is stored yet
    garbled.press("Return", garbled.control("readEncoding"))
    assert "切實盤活土地資源" in pane.toPlainText()
    assert [each.quote for each in garbled.stored()] == ["report"]
    assert "Article read again" in garbled.window.notice.words
    garbled.click("noticeButton2")
    assert pane.page.article.text == before.text and len(garbled.stored()) == 2


def test_a_way_that_gives_nothing_says_why_and_takes_nothing(garbled: Desktop) -> None:
    garbled.press("Ctrl+Shift+R", garbled.window.view.pane)
    box = garbled.control("readEncoding")
    assert isinstance(box, QComboBox)
    box.setEditText("klingon")
    garbled.wait(lambda: "klingon is not an encoding that Reader knows" in said(garbled, "readState"))
    assert not is_ready(garbled)
    garbled.press("Esc", box)
    assert "臨海" not in garbled.window.view.pane.toPlainText()


def test_why_a_way_gave_nothing_is_not_said_of_the_next_one(garbled: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, read = Event(), Event(), rereading.read_again

    def read_late(db: Database, article: int, *, encoding: str, **more: object) -> object:
        if encoding == "klingon":
            begun.set()
            go_on.wait(10)
        return read(db, article, encoding=encoding, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(rereading, "read_again", read_late)
    garbled.press("Ctrl+Shift+R", garbled.window.view.pane)
    box = garbled.control("readEncoding")
    assert isinstance(box, QComboBox)
    box.setEditText("klingon")
    garbled.wait(begun.is_set)
    choose(garbled, "readEncoding", "gb18030")
    garbled.wait(lambda: is_ready(garbled))
    go_on.set()
    garbled.settle()
    assert is_ready(garbled) and "切實盤活土地資源" in said(garbled, "readText")
    assert "klingon" not in said(garbled, "readState")


def test_the_details_tell_how_it_was_read_and_lead_there(garbled: Desktop) -> None:
    garbled.press("Ctrl+I", garbled.window.view.pane)
    words = [label.text() for label in garbled.control("articleOrigin").findChildren(QLabel)]
    assert "cp1252" in words and "the article in the text" in words
    garbled.click("readAgain")
    garbled.wait(lambda: said(garbled, "readState").startswith("This gives the text that is there."))


def test_the_columns_of_a_table_stand_in_the_details(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("标题,正文,栏目\n甲的标题,这是第一篇文章的正文内容。,要闻\n", "utf-8")
    desktop = start()
    batch.import_files(desktop.program.session.db, [tmp_path / "t.csv"])
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.press("Ctrl+I", desktop.window.view.pane)
    words = [label.text() for label in desktop.control("articleAttributes").findChildren(QLabel)]
    assert words == ["栏目", "要闻"]
    assert "row of a table" in [each.text() for each in desktop.control("articleOrigin").findChildren(QLabel)]
