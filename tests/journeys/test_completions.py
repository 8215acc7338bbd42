"""The search box offers fields and what is in them; it is never in the way of who types on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.domain.wanted import Field
from reader.services import tagging
from reader.widgets.sidebar import SCOPES


@pytest.fixture
def listed(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    db = desktop.program.session.db
    for day, source in ((1, "膠東 在線"), (2, "臨海在線"), (3, "臨海在線")):
        article = making.add(db, f"標題{day}\n正文", source=source, published=f"202{day}-03-01")
    tagging.highlight_with(db, article, 0, 2, ["經濟/海洋", "民生"], note="", color="", analyst="林")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    desktop.press("Ctrl+K")
    return desktop


def box(desktop: Desktop) -> QLineEdit:
    return desktop.window.search


def offered(desktop: Desktop) -> list[str]:
    tree = desktop.window.findChild(QTreeWidget, "completions")
    if tree is None or tree.isHidden():
        return []
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]  # type: ignore[union-attr]


def test_a_field_and_a_value_are_taken_by_keys(listed: Desktop) -> None:
    listed.type("ta", "searchBox")
    assert offered(listed) == ["tag"]
    listed.press("Tab", box(listed))
    assert box(listed).text() == "tag:" and offered(listed) == ["經濟", "經濟/海洋", "民生"]
    for _ in range(2):
        listed.press("Down", box(listed))
    listed.press("Return", box(listed))
    assert box(listed).text() == "tag:經濟/海洋 " and box(listed).hasFocus() and offered(listed) == []
    listed.wait(lambda: len(listed.rows()) == 1)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("article-t", ["article-tag"]),
        ("article-tag:hy", ["經濟/海洋"]),
        ("source:", ["臨海在線", "膠東 在線"]),
        ("source:胶", ["膠東 在線"]),
        ("tag:haiyang", ["經濟/海洋"]),
        ("tag:jj", ["經濟"]),
        ("analyst:", ["林"]),
        ("date:", ["2023", "2022", "2021"]),
        ("is:un", ["unread"]),
        ("has:", ["highlight", "note", "tag", "picture", "reprint"]),
        ("标签:民", ["民生"]),
    ],
)
def test_values_of_the_library_are_offered(listed: Desktop, typed: str, values: list[str]) -> None:
    listed.type(typed, "searchBox")
    listed.wait(lambda: offered(listed) == values)


def test_one_with_a_space_is_put_into_quotation_marks(listed: Desktop) -> None:
    listed.type("source:胶", "searchBox")
    listed.wait(lambda: offered(listed) == ["膠東 在線"])
    tree = listed.control("completions")
    assert isinstance(tree, QTreeWidget)
    QTest.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tree.visualItemRect(tree.topLevelItem(0)).center(),  # type: ignore[arg-type]
    )
    assert box(listed).text() == 'source:"膠東 在線" '
    listed.wait(lambda: len(listed.rows()) == 1)


def test_enter_means_the_search_unless_one_was_chosen(listed: Desktop) -> None:
    listed.type("ta", "searchBox")
    assert offered(listed) == ["tag"]
    listed.press("Return", box(listed))
    assert box(listed).text() == "ta" and offered(listed) == []


def test_escape_closes_first_what_is_offered(listed: Desktop) -> None:
    listed.type("ta", "searchBox")
    listed.press("Esc", box(listed))
    assert offered(listed) == [] and box(listed).text() == "ta"
    listed.press("Esc", box(listed))
    assert box(listed).text() == "" and listed.control("articleList").hasFocus()


def test_down_shows_all_fields_where_nothing_is_typed(listed: Desktop) -> None:
    listed.press("Down", box(listed))
    assert offered(listed)[:3] == ["title", "source", "author"]
    listed.press("Up", box(listed))
    listed.press("Return", box(listed))
    assert box(listed).text() == "is:" and offered(listed)[:2] == ["unread", "read"]


def test_an_input_method_has_all_keys_while_it_composes(listed: Desktop) -> None:
    listed.type("ta", "searchBox")
    assert offered(listed)
    QApplication.sendEvent(box(listed), QInputMethodEvent("zhong", []))
    assert offered(listed) == []
    committed = QInputMethodEvent()
    committed.setCommitString("g:民")
    QApplication.sendEvent(box(listed), committed)
    assert box(listed).text() == "tag:民" and offered(listed) == ["民生"]


def test_it_goes_when_the_box_is_left(listed: Desktop) -> None:
    listed.type("ta", "searchBox")
    listed.window.view.pane.setFocus()
    assert offered(listed) == []


def test_a_chinese_window_offers_chinese_names_with_the_english_ones(listed: Desktop) -> None:
    listed.words.use("zh_TW")
    listed.press("Down", box(listed))
    assert offered(listed)[:2] == ["標題", "來源"]
    tree = listed.control("completions")
    assert isinstance(tree, QTreeWidget)
    assert tree.topLevelItem(0).text(1).startswith("title")  # type: ignore[union-attr]
    listed.type("ta", "searchBox")
    assert offered(listed) == ["標籤"]
    listed.press("Tab", box(listed))
    assert box(listed).text() == "標籤:" and offered(listed) == ["經濟", "經濟/海洋", "民生"]


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_what_an_article_can_be_is_offered_in_the_words_of_the_sidebar(listed: Desktop, language: str) -> None:
    listed.words.use(language)
    QApplication.processEvents()
    scopes = listed.window.sidebar.scopes
    said = {scope: scopes.item(SCOPES.index(scope)).text() for scope in ("unread", "started", "done", "starred")}
    listed.press("Down", box(listed))
    tree = listed.control("completions")
    assert isinstance(tree, QTreeWidget)
    about = tree.topLevelItem(tree.topLevelItemCount() - 1).text(1)  # type: ignore[union-attr]
    listed.type("is:", "searchBox")
    assert {words.lower() for words in said.values()} <= {*offered(listed)}
    assert all(words in about for words in offered(listed))
    listed.type(f"is:{said['unread']}", "searchBox")
    listed.press("Return", box(listed))
    listed.wait(lambda: listed.window.listing.model.query.wanted == Field("is", "unread"))
    listed.type("is:x", "searchBox")
    listed.press("Return", box(listed))
    listed.wait(lambda: all(words.lower() in box(listed).toolTip() for words in said.values()))
