"""Tables are imported: their columns are asked about once, with the first rows, and remembered by their headers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QTableWidget

from desktop import Desktop
from reader.storage import texts

ROWS = """\
编号,名称,说明,渠道,备注
1,第一篇,这是第一篇文章的正文，说的是民生。,日报,甲
2,第二篇,这是第二篇文章的正文，说的是经济。,晚报,乙
"""


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
    assert isinstance(table, QTableWidget) and table.item(1, 1).text() == "第一篇" and table.rowCount() == 3
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
    assert desktop.rows() == [] and not is_asking(desktop) and not desktop.window.status.activity.busy


@pytest.mark.parametrize("stored", ["{", "[1]", '[["a"]]', '{"a": 1}'])
def test_what_is_remembered_wrongly_is_forgotten(start: Callable[[], Desktop], tmp_path: Path, stored: str) -> None:
    desktop = start()
    desktop.settings.columns = stored
    desktop.window.collecting.import_paths([write(tmp_path / "a.csv")])
    desktop.wait(lambda: is_asking(desktop))
