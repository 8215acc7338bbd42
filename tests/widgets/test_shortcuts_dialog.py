"""The list of keys holds every command that has one, and narrows down as one types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from reader.actions import Act
from reader.widgets.shortcuts_dialog import ShortcutsDialog, keys_of


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ShortcutsDialog(window)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def shown(dialog: ShortcutsDialog) -> dict[str, list[tuple[str, str]]]:
    """What is to be seen, by group."""

    def rows(group: QTreeWidgetItem) -> list[tuple[str, str]]:
        items = [group.child(row) for row in range(group.childCount())]
        return [(item.text(0), item.text(1)) for item in items if not item.isHidden()]

    groups = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return {group.text(0): rows(group) for group in groups if group is not None and not group.isHidden()}


def test_every_command_with_a_key_is_listed_once(dialog: ShortcutsDialog) -> None:
    rows = [row for group in shown(dialog).values() for row in group]
    for act in Act:
        wanted = (act.text.removesuffix("..."), keys_of(act))
        assert rows.count(wanted) == (1 if act.value.keys else 0), act.name


def test_keys_that_are_no_commands_are_listed_too(dialog: ShortcutsDialog) -> None:
    keys = {key for _, key in shown(dialog)["In the text"]}
    assert {"1 – 9", "Tab, Shift+Tab", "Esc", "Enter", "Space, Shift+Space", "Ctrl+mouse wheel"} <= keys
    assert ("Show the articles with the tag", "Enter") in shown(dialog)["In the sidebar"]
    assert {"Alt+Enter", "H, T", "Alt+1 – 6"} <= {key for _, key in shown(dialog)["In Find and keyword in context"]}
    assert {"Enter", "Del", "Down"} <= {key for _, key in shown(dialog)["In the lists"]}


def test_typing_leaves_what_holds_all_the_words(dialog: ShortcutsDialog) -> None:
    QTest.keyClicks(dialog.filter, "HIGHLIGHT next")
    assert shown(dialog) == {
        "Highlight": [("Next highlight", "E"), ("Next highlight with its tag", "G")],
        "Ends of the highlight": [("Join with the next highlight", "Alt+Shift+J")],
        "In the text": [("Next or previous of the highlights at the caret", "Tab, Shift+Tab")],
    }
    dialog.filter.setText("ctrl+shift+t")
    assert shown(dialog) == {"Tags": [("New tag", "Ctrl+Shift+T")]}
    dialog.filter.setText("no such key")
    assert shown(dialog) == {}
    dialog.filter.clear()
    assert len(shown(dialog)) == 12


def test_enter_in_the_filter_keeps_it_open_and_down_goes_to_the_list(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.filter
    QTest.keyClicks(dialog.filter, "redo")
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.tree
    assert dialog.tree.currentItem().text(0) == "Redo"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
