"""Tables are imported: their columns are asked about once, with the first rows, and remembered by their headers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QTableWidget

from desktop import Desktop
from reader.storage import articles, journal, texts
from reader.widgets import columns_dialog

ROWS = """\
编号,名称,说明,渠道,备注
1,第一篇,这是第一篇文章的正文，说的是民生。,日报,甲
2,第二篇,这是第二篇文章的正文，说的是经济。,晚报,乙
"""


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types as the question comes."""
    monkeypatch.setattr(columns_dialog, "REST_MS", 0)


def write(path: Path, rows: str = ROWS) -> Path:
    path.write_text(rows, "utf-8")
    return path


def choose(desktop: Desktop, column: str, field: str) -> None:
    box = desktop.control(f"column-{column}")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(field))


def is_asking(desktop: Desktop) -> bool:
    return any(each.isVisible() for each in desktop.window.findChildren(QTableWidget, "columnsTable"))


def test_columns_are_chosen_and_remembered(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
    desktop.wait(lambda: is_asking(desktop))
    table = desktop.control("columnsTable")
    assert isinstance(table, QTableWidget) and table.item(0, 1).text() == "第一篇" and table.rowCount() == 2
    for column, field in (("名称", "title"), ("说明", "text"), ("渠道", "source"), ("编号", ""), ("备注", "keep")):
        choose(desktop, column, field)
    desktop.press("Return", desktop.control("column-备注"))
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added.")
    assert sorted((row.title, row.source) for row in desktop.rows()) == [("第一篇", "日报"), ("第二篇", "晚报")]
    db = desktop.program.session.db
    assert texts.attributes(db, 1) == [("备注", "甲")]
    desktop.window.collecting.import_paths([write(tmp_path / "b.csv", ROWS.replace("第一篇", "第三篇"))])
    desktop.wait(lambda: desktop.window.notice.words.startswith("1 article added"))
    assert not is_asking(desktop)


def test_what_was_guessed_is_taken_with_return(start: Callable[[], Desktop], tmp_path: Path) -> None:
    rows = "标题,正文,来源\n甲的标题,这是第一篇文章的正文，说的是民生。,日报\n"
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv", rows)])
    desktop.wait(lambda: is_asking(desktop))
    desktop.press("Return")
    desktop.wait(lambda: desktop.title() == "甲的标题")


def test_tables_with_the_same_columns_are_asked_about_once(start: Callable[[], Desktop], tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    write(folder / "a.csv")
    write(folder / "b.csv", ROWS.replace("篇", "章"))
    write(folder / "c.csv", "标题,正文\n另一张表的标题,另一张表里的正文，说的是别的事。\n")
    (folder / "d.txt").write_text("第四篇文章的标题\n这里是正文，说的是经济发展。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([folder])
    desktop.wait(lambda: is_asking(desktop))
    choose(desktop, "说明", "text")
    choose(desktop, "名称", "title")
    desktop.click("importColumns")
    desktop.wait(lambda: is_asking(desktop))
    assert desktop.control("column-正文")
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words == "6 articles added.")


def test_without_a_text_there_is_nothing_to_import(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv", "甲,乙\n1,2\n3,4\n")])
    desktop.wait(lambda: is_asking(desktop))
    button = desktop.control("importColumns")
    assert isinstance(button, QPushButton) and not button.isEnabled()
    choose(desktop, "乙", "text")
    assert button.isEnabled()
    desktop.press("Esc", desktop.control("column-乙"))
    desktop.wait(lambda: "The columns of a.csv were not chosen" in desktop.window.notice.words)
    assert desktop.rows() == [] and not is_asking(desktop)


@pytest.mark.parametrize("stored", ["{", "[1]", '[["a"]]', '{"a": 1}'])
def test_what_is_remembered_wrongly_is_forgotten(start: Callable[[], Desktop], tmp_path: Path, stored: str) -> None:
    desktop = start()
    desktop.settings.columns = stored
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
    desktop.wait(lambda: is_asking(desktop))


def test_a_table_that_is_left_is_skipped_alone(start: Callable[[], Desktop], tmp_path: Path) -> None:
    write(tmp_path / "a.csv")
    write(tmp_path / "b.csv", "标题,正文\n另一张表的标题,另一张表里的正文，说的是别的事。\n")
    (tmp_path / "c.txt").write_text("第四篇文章的标题\n这里是正文，说的是经济发展。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / name for name in ("a.csv", "b.csv", "c.txt")])
    desktop.wait(lambda: is_asking(desktop))
    desktop.press("Esc", desktop.control("column-名称"))
    desktop.wait(lambda: is_asking(desktop))
    desktop.press("Return", desktop.control("column-正文"))
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added, 1 file skipped.")
    desktop.click("noticeButton")
    table = desktop.control("importTable")
    assert isinstance(table, QTableView)
    cells = [table.model().index(0, column).data() for column in (0, 2, 3)]
    assert cells[:2] == ["a.csv", "Skipped"] and "The columns of a.csv were not chosen" in cells[2]


def test_keys_that_were_meant_for_the_text_choose_nothing(
    start: Callable[[], Desktop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns_dialog, "REST_MS", 200)
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv", "标题,正文\n甲的标题,这是正文，说的是民生。\n")])
    desktop.wait(lambda: is_asking(desktop))
    for key in ("Space", "Return", "Down", "Esc"):
        QTest.keyClick(QApplication.focusWidget(), QKeySequence(key)[0].key())
    box = desktop.control("column-标题")
    assert is_asking(desktop) and isinstance(box, QComboBox) and box.currentData() == "title"
    QTest.qWait(300)
    desktop.press("Return")
    desktop.wait(lambda: desktop.title() == "甲的标题")


def test_the_wheel_turns_no_box(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
    desktop.wait(lambda: is_asking(desktop))
    box = desktop.control("column-渠道")
    assert isinstance(box, QComboBox)
    before = box.currentIndex()
    at = QPointF(box.rect().center())
    up = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    wheel = QWheelEvent(at, QPointF(box.mapToGlobal(at)), QPoint(), QPoint(0, 120), *up)
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before


def test_all_other_columns_are_left_out_at_once(start: Callable[[], Desktop], tmp_path: Path) -> None:
    names = [f"甲{number}" for number in range(40)]
    rows = f"标题,正文,{','.join(names)}\n甲的标题,这是正文，说的是民生。{',x' * 40}\n"
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv", rows)])
    desktop.wait(lambda: is_asking(desktop))
    boxes = [desktop.window.findChild(QComboBox, f"column-{name}") for name in names]
    last = boxes[-1]
    assert last is not None and last.width() >= last.sizeHint().width()  # all its words are seen
    desktop.click("leaveOthers")
    assert {box.currentData() for box in boxes if box} == {""}
    desktop.click("keepOthers")
    assert {box.currentData() for box in boxes if box} == {"keep"}
    last.setFocus()
    table = desktop.control("columnsTable")
    assert table.rect().contains(last.mapTo(table, last.rect().center()))  # it was brought into view
    desktop.click("leaveOthers")
    desktop.press("Return", last)
    desktop.wait(lambda: desktop.title() == "甲的标题")
    assert texts.attributes(desktop.program.session.db, 1) == []


def test_who_takes_an_import_back_is_asked_again(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    for again in (False, True):
        desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
        desktop.wait(lambda: is_asking(desktop))
        choose(desktop, "说明", "text")
        choose(desktop, "名称", "title" if again else "author")
        desktop.click("importColumns")
        desktop.wait(lambda: desktop.window.notice.words == "2 articles added.")
        if not again:
            desktop.window.attempts.replaying.undo()
            desktop.wait(lambda: desktop.rows() == [])
    assert sorted(row.title for row in desktop.rows()) == ["第一篇", "第二篇"]


def test_columns_are_chosen_again_from_the_report(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv"), tmp_path / "empty.txt"])
    desktop.wait(lambda: is_asking(desktop))
    choose(desktop, "备注", "text")
    choose(desktop, "说明", "keep")
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added, 1 file failed.")
    desktop.click("noticeButton")
    assert not desktop.control("chooseColumns").isEnabled()  # for an empty text there are none
    desktop.press("Down", desktop.control("importTable"))
    desktop.click("chooseColumns")
    desktop.wait(lambda: is_asking(desktop))
    box = desktop.control("column-备注")
    assert isinstance(box, QComboBox) and box.currentData() == "text"  # it begins with what was chosen
    choose(desktop, "备注", "keep")
    choose(desktop, "说明", "text")
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words.startswith("2 articles added"))
    stored = [articles.get(desktop.program.session.db, row.id) for row in desktop.rows()]
    assert len(stored) == 2 and all(each is not None and "这是第" in each.text for each in stored)


def test_fields_alone_are_chosen_again(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
    desktop.wait(lambda: is_asking(desktop))
    for column, field in (("名称", "title"), ("说明", "text"), ("渠道", "author")):
        choose(desktop, column, field)
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added.")
    desktop.window.reporting.report()
    desktop.click("chooseColumns")
    desktop.wait(lambda: is_asking(desktop))
    choose(desktop, "渠道", "source")
    desktop.click("importColumns")
    desktop.wait(lambda: sorted(row.source for row in desktop.rows()) == ["日报", "晚报"])
    desktop.settle()  # until the report is that of this import
    desktop.press("Esc", desktop.coming("importReport"))
    desktop.press("Ctrl+Z", desktop.window.view.pane)  # the old ones went with what came instead of them
    assert [row.source for row in desktop.rows()] == ["", ""]
    desktop.press("Ctrl+Shift+Z", desktop.window.view.pane)
    assert sorted(row.source for row in desktop.rows()) == ["日报", "晚报"]


def test_where_the_table_is_gone_its_articles_stay(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    table = write(tmp_path / "a.csv")
    desktop.window.collecting.import_paths([table])
    desktop.wait(lambda: is_asking(desktop))
    choose(desktop, "说明", "text")
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words == "2 articles added.")
    desktop.window.reporting.report()
    desktop.click("chooseColumns")
    desktop.wait(lambda: is_asking(desktop))
    table.unlink()
    desktop.click("importColumns")
    desktop.wait(lambda: desktop.window.notice.words == "0 articles added, 1 file failed.")
    assert len(desktop.rows()) == 2
    assert [step.kind for step in journal.history(desktop.program.session.db)] == ["import"]


def test_a_table_from_the_clipboard_is_asked_about_too(start: Callable[[], Desktop], tmp_path: Path) -> None:
    desktop = start()
    rows = [{"名": "甲的标题", "话": "这是正文，说的是民生。"}, {"名": "乙的标题", "话": "另一段正文，说的是经济。"}]
    QGuiApplication.clipboard().setText(json.dumps(rows, ensure_ascii=False))
    desktop.window.collecting.paste()
    desktop.wait(lambda: is_asking(desktop))
    choose(desktop, "名", "title")
    choose(desktop, "话", "text")
    desktop.click("importColumns")
    desktop.wait(lambda: sorted(row.title for row in desktop.rows()) == ["乙的标题", "甲的标题"])
    QGuiApplication.clipboard().setText(json.dumps(rows[:1], ensure_ascii=False).replace("民生", "交通"))
    desktop.window.collecting.paste()
    desktop.wait(lambda: len(desktop.rows()) == 3)
