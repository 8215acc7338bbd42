"""Chinese is shown in simplified or traditional characters, and what is done there is about the text as published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from sqlite_utils import Database

import making
import menus
from desktop import Desktop
from reader.domain.article import Draft, Gloss, Mark, Original
from reader.storage import adding, journal

TEXT = "張術平在高新區\n推動高質量發展😀，強調經濟民生。\n" + "強調經濟發展。\n" * 40


def add(db: Database) -> None:
    original = Original("a.txt", TEXT.encode(), "text/plain", "utf-8", "text")
    with journal.step(db, "import"):
        made = Draft(
            *(TEXT, original, TEXT.split("\n", maxsplit=1)[0]),
            source="膠東在線",
            language="zh-Hant",
            marks=(Mark(0, 7, "title"),),
            glosses=(Gloss(2, "(shù)"),),
        )
        adding.add(db, made)


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    add(desktop.program.session.db)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def test_v_shows_the_next_characters_and_they_are_kept(reading: Desktop, start: Callable[[], Desktop]) -> None:
    pane = reading.window.view.pane
    seen = []
    for _ in range(3):
        reading.press("V", pane)
        seen.append((pane.toPlainText()[:7], reading.window.notice.words))
    assert seen == [
        ("张术平在高新区", "Chinese text: All simplified"),
        ("張術平在高新區", "Chinese text: All traditional"),
        ("張術平在高新區", "Chinese text: As published"),
    ]
    reading.press("V", pane)
    again = start()
    assert again.window.view.pane.toPlainText().startswith("张术平在高新区\n推动高质量发展😀")
    assert [row.title for row in again.rows()] == ["張術平在高新區"]  # lists stay as published


def test_all_traditional_has_the_forms_that_the_words_have(start: Callable[[], Desktop]) -> None:
    desktop = start()
    text = "皇后访问斯里兰卡\n两国关系复杂，在公里外签署，批准制造。她头发干净，在下游游泳。"
    making.add(desktop.program.session.db, text)
    desktop.program.session.db.execute("update articles set language = 'zh-Hans'")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    pane = desktop.window.view.pane
    desktop.press("V", pane)
    desktop.press("V", pane)
    wanted = "皇后訪問斯里蘭卡\n兩國關係複雜，在公里外簽署，批准製造。她頭髮乾淨，在下游游泳。"
    assert pane.toPlainText() == wanted
    desktop.drag_over("頭髮")
    desktop.press("H", pane)
    assert desktop.stored()[0].quote == "头发"


def test_the_menu_ticks_what_is_shown(reading: Desktop) -> None:
    pane = reading.window.view.pane
    menu = reading.window.findChild(QMenu, "chineseMenu")
    assert menu is not None

    def ticked() -> list[str]:
        return [action.objectName() for action in menu.actions() if action.isChecked()]

    assert ticked() == ["script-published", "glosses-hidden"]
    next(action for action in menu.actions() if action.objectName() == "script-simplified").trigger()
    next(action for action in menu.actions() if action.objectName() == "glosses-printed").trigger()
    assert pane.toPlainText().startswith("张术平")
    reading.press("Shift+V", pane)
    assert ticked() == ["script-simplified", "glosses-hidden"]
    reading.settings.script = "nonsense"
    assert ticked() == ["script-published", "glosses-hidden"] and pane.toPlainText() == TEXT


def test_what_is_highlighted_there_is_what_was_published(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("V", pane)
    reading.press("Shift+V", pane)
    reading.press("Shift+V", pane)
    reading.drag_over("质量发展")
    reading.press("H", pane)
    [made] = reading.stored()
    assert made.quote == "質量發展" and made.span.start == TEXT.index("質量")
    reading.press("Shift+Alt+Right", pane)
    assert reading.stored()[0].quote == "質量發展😀"
    pane.clear_selection()
    reading.press("Ctrl+C", pane)
    assert QGuiApplication.clipboard().text() == "質量發展😀"
    reading.drag_over("强调经济民生")
    reading.press("Ctrl+C", pane)
    assert QGuiApplication.clipboard().text() == "強調經濟民生"
    assert reading.window.notice.words == "Copied in the characters in which it was published."


def test_find_finds_it_in_either_characters_at_its_place(reading: Desktop) -> None:
    pane = reading.window.view.pane
    reading.press("V", pane)
    reading.press("Ctrl+F", pane)
    reading.type("經濟民生", "findField")
    reading.wait(lambda: bool(pane.underlay.hits))
    [(_, start, end)] = list(pane.underlay.hits.between(0, 10_000))
    assert pane.toPlainText().encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "经济民生"


def test_the_line_that_is_read_stays(reading: Desktop) -> None:
    pane = reading.window.view.pane
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = pane.place()
    for keys in ("V", "Shift+V", "Shift+V", "V", "V", "Shift+V"):
        reading.press(keys, pane)
        assert pane.place() == place, keys


def test_articles_in_other_languages_stay(start: Callable[[], Desktop]) -> None:
    desktop = start()
    making.add(desktop.program.session.db, "Headline\nWords and 發展.")
    desktop.program.session.db.execute("update articles set language = 'en'")
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.press("V", desktop.window.view.pane)
    assert desktop.window.view.pane.toPlainText() == "Headline\nWords and 發展."


def test_both_are_chosen_with_the_mouse(reading: Desktop) -> None:
    bar, pane = reading.window.menuBar(), reading.window.view.pane
    menus.click_bar(bar, "View", "Chinese text", "script-simplified")
    menus.click_bar(bar, "View", "Chinese text", "glosses-printed")
    assert pane.toPlainText().startswith("张术平")
    menus.click_bar(bar, "View", "Chinese text", "script-published")
    assert pane.toPlainText().startswith("張術")
