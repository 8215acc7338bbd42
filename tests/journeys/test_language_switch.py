"""The language changes while the program runs, in every part of the window, and is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

import making
from desktop import Desktop

EMPTY = "Drop articles here, or press Ctrl+O."
WORDS = {
    "en": (
        "&File",
        "All",
        "Search articles, highlights, notes (Ctrl+K)",
        "1 article",
        "Highlights",
        "Settings",
        "Drop articles here, or press Ctrl+O.",
    ),
    "zh_CN": (
        "文件(&F)",
        "全部",
        "搜索文章、标注、笔记 (Ctrl+K)",
        "1 篇文章",
        "标注",
        "设置",
        "把文章拖到这里，或按 Ctrl+O。",
    ),
    "zh_TW": (
        "檔案(&F)",
        "全部",
        "搜尋文章、標註、筆記 (Ctrl+K)",
        "1 篇文章",
        "標註",
        "設定",
        "把文章拖到這裡，或按 Ctrl+O。",
    ),
}


def choose(desktop: Desktop, code: str) -> None:
    desktop.press("Ctrl+,", desktop.window.listing.view)
    box = desktop.control("setting-language")
    assert isinstance(box, QComboBox)
    pick(box, code)


def pick(box: QComboBox, code: str) -> None:
    """Choose in a box by keys."""
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == code:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{code} is not offered")


@pytest.mark.parametrize("code", ["zh_TW", "zh_CN", "en"])
def test_every_part_speaks_the_chosen_language(start: Callable[[], Desktop], code: str) -> None:
    desktop = start()
    choose(desktop, "zh_CN" if code == "en" else "en")
    box = desktop.control("setting-language")
    assert isinstance(box, QComboBox)
    pick(box, code)
    menu, scope, searching, count, panel, settings, empty = WORDS[code]
    window = desktop.window
    desktop.wait(lambda: desktop.control("settingsDialog").windowTitle() == settings)
    desktop.press("Esc", desktop.control("settingsDialog"))
    assert window.menuBar().actions()[0].text() == menu
    assert window.sidebar.scopes.item(0).text() == scope
    field, said = desktop.control("searchBox"), desktop.control("noArticles")
    assert isinstance(field, QLineEdit) and field.placeholderText() == searching
    assert isinstance(said, QLabel) and said.text() == empty
    making.add(desktop.program.session.db)
    window.listing.model.reload()
    label, title = desktop.control("counts"), desktop.control("highlightsTitle")
    assert isinstance(label, QLabel) and label.text().startswith(count)
    assert isinstance(title, QLabel) and title.text() == panel
    again = start()
    assert again.window.menuBar().actions()[0].text() == menu


def test_dialogs_of_qt_speak_it_too(start: Callable[[], Desktop]) -> None:
    desktop = start()
    choose(desktop, "zh_CN")
    desktop.press("Esc", desktop.control("settingsDialog"))
    desktop.press("Ctrl+Shift+T")
    dialog = desktop.control("tagDialog")
    from PySide6.QtWidgets import QDialogButtonBox

    [buttons] = dialog.findChildren(QDialogButtonBox)
    cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert "取消" in cancel.text()
    desktop.press("Esc", dialog)
