"""An article of the list is gone to by typing its title; letters stay commands in the list itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import edits

TITLES = ("【快讯】海洋 经济", "開發區的港口", "《高新區》招商", "Xinhua reports", "经济开发区", "高校", "新华社 电")


@pytest.fixture
def listed(start: Callable[[], Desktop]) -> Desktop:
    """The last is the newest, which is open."""
    desktop = start()
    for day, title in enumerate(TITLES, 1):
        making.add(desktop.program.session.db, f"{title}\n{day} 正文", published=f"2020-03-0{day}")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    desktop.window.listing.focus()
    return desktop


def chosen(desktop: Desktop) -> list[str]:
    ids = desktop.window.listing.selected()
    return [row.title for row in desktop.rows() if row.id in ids]


def field(desktop: Desktop) -> QLineEdit:
    found = desktop.control("titleField")
    assert isinstance(found, QLineEdit)
    return found


def said(desktop: Desktop) -> str:
    label = desktop.control("titlesFound")
    assert isinstance(label, QLabel)
    return label.text()


def looked(desktop: Desktop, typed: str) -> str:
    desktop.type(typed, "titleField")
    desktop.wait(lambda: said(desktop) != "")
    return chosen(desktop)[0] if said(desktop) != "No title" else ""


def test_a_title_is_found_in_any_form_and_by_pinyin(listed: Desktop) -> None:
    listed.press("'", listed.control("articleList"))
    assert field(listed).hasFocus()
    assert looked(listed, "开发") == "開發區的港口"
    assert looked(listed, "gxq") == looked(listed, "gaoxin") == "《高新區》招商"
    assert looked(listed, "xinh") == "新华社 电" and said(listed) == "1 of 2"
    assert looked(listed, "海洋") == looked(listed, "hyjj") == "【快讯】海洋 经济" and said(listed) == "1 of 1"
    assert looked(listed, "的港") == "開發區的港口"
    assert looked(listed, "没有") == ""


def test_down_and_f3_go_on_enter_stays_and_escape_returns(listed: Desktop) -> None:
    listed.press("'", listed.control("articleList"))
    assert looked(listed, "开发") == "開發區的港口" and said(listed) == "1 of 2"
    listed.press("F3", field(listed))
    assert chosen(listed) == ["经济开发区"]
    listed.press("Down", field(listed))
    assert chosen(listed) == ["開發區的港口"]
    listed.press("Shift+F3", field(listed))
    assert chosen(listed) == ["经济开发区"]
    listed.press("Esc", field(listed))
    assert chosen(listed) == ["新华社 电"] and listed.control("articleList").hasFocus()
    listed.press("'")
    looked(listed, "gx")
    listed.press("Return", field(listed))
    listed.wait(lambda: listed.control("articleList").hasFocus())
    assert chosen(listed) == ["高校"]


def test_what_an_input_method_gives_in_the_list_jumps_at_once(listed: Desktop) -> None:
    view = listed.control("articleList")
    committed = QInputMethodEvent()
    committed.setCommitString("高")
    QApplication.sendEvent(view, committed)
    listed.wait(lambda: chosen(listed) == ["高校"])
    assert field(listed).text() == "高" and field(listed).hasFocus()
    listed.press("Esc", field(listed))
    QTest.keyClick(view, Qt.Key.Key_S)  # a command as before
    assert listed.rows()[0].starred


def test_only_what_is_listed_is_gone_to(listed: Desktop) -> None:
    session = listed.program.session
    session.perform(lambda db: edits.trash(db, [listed.rows()[-2].id]))
    listed.press("'", listed.control("articleList"))
    assert looked(listed, "开发") == "经济开发区" and said(listed) == "1 of 1"
