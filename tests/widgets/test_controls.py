"""What holds for every control of the window: a name for those who hear it, a size that can be hit, keys of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

import making
from desktop import Desktop
from reader import languages
from reader.actions import Act
from reader.domain.errors import ImportFailed
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import tagging
from reader.services.importing.outcome import Outcome
from reader.services.importing.peeking import Question
from reader.services.importing.tables import Preview
from reader.storage import articles
from reader.widgets.columns_dialog import ColumnsDialog
from reader.widgets.comparison import Comparison
from reader.widgets.concordance import ConcordanceWindow
from reader.widgets.import_report import ImportReport
from reader.widgets.offering import IN_TEXT, KEPT
from reader.widgets.tag_commands import IN_TREE

NAMED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
STOP = Qt.FocusPolicy.TabFocus
HOSTILE = '<img src="file:///etc/passwd"><b>標題</b>&amp;'


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    started = Desktop(qtbot, tmp_path / "library.reader", tmp_path / "settings.ini")
    making.add(started.program.session.db, HOSTILE + "\n正文在這裡。", source=HOSTILE)
    started.window.listing.model.reload()
    started.window.open_last()
    yield started
    started.quit()


def name_of(widget: QWidget) -> str:
    words = widget.accessibleName() or widget.toolTip()
    return words or (widget.text() if isinstance(widget, QAbstractButton) else "")


def open_all(desktop: Desktop) -> None:
    """Show the dialogs and windows, and what comes into the window when it is asked for."""
    window = desktop.window
    desktop.drag_over("正文")
    desktop.press("H", window.view.pane)
    desktop.press("Ctrl+F", window.view.pane)
    window.commands[Act.LEFT_OUT].trigger()
    for opened in (window.dialogs.settings, window.dialogs.history, window.dialogs.shortcuts, window.tagging.new):
        opened()
    for show in others(desktop):
        show()


def test_tab_goes_on_from_every_list_and_table(desktop: Desktop) -> None:
    open_all(desktop)
    found = {each.objectName(): each for each in desktop.window.findChildren(QAbstractItemView)}
    assert {"historyTable", "markedTable", "articleList", "tagTree", "reviewList"} <= set(found)
    assert [name for name, each in found.items() if each.tabKeyNavigation()] == []


def test_every_control_has_a_name(desktop: Desktop) -> None:
    open_all(desktop)
    window = desktop.window
    for widget in window.findChildren(QWidget):
        own = widget.objectName().startswith("qt_") or "QDialogButtonBox" in type(widget.parentWidget()).__name__
        named = isinstance(widget, NAMED) or (isinstance(widget, QScrollArea) and widget.focusPolicy() & STOP)
        if not named or own or not widget.isVisible():
            continue
        inside = isinstance(widget.parentWidget(), QComboBox | QLineEdit | QAbstractItemView)
        labelled = any(label.buddy() is widget for label in window.findChildren(QLabel))
        assert inside or labelled or name_of(widget), f"{type(widget).__name__} {widget.objectName()}"


def test_every_field_to_type_in_is_called_by_its_name(desktop: Desktop) -> None:
    open_all(desktop)
    fields = [each for each in desktop.window.findChildren(QLineEdit) if each.isVisible()]
    names = {each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in fields}
    assert {"Watched folder", "Encoding"} <= set(names.values())
    assert [each.objectName() or each.parent().objectName() for each, name in names.items() if not name] == []


def test_menus_and_the_field_for_a_name_in_the_tree_have_names_too(desktop: Desktop) -> None:
    window = desktop.window
    window.session.perform(lambda db: tagging.add(db, "經濟/農業"))
    tree, pane = window.sidebar.tags, window.view.pane
    for asked, name in ((window.listing.view, "Article"), (pane, "Highlight"), (tree, "經濟/農業")):
        desktop.press("Down", asked)
        desktop.press("Shift+F10")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu) and menu.accessibleName() == name
        menu.close()
    assert [menu.accessibleName() for menu in window.menus.all()][:2] == ["File", "Edit"]
    nameless = [menu for menu in window.findChildren(QMenu) if not menu.accessibleName() and not menu.title()]
    assert [menu.actions() for menu in nameless if not isinstance(menu.parentWidget(), QMenuBar)] == []  # it is Qt's
    desktop.press("F2", tree)
    assert desktop.control("nameInPlace").accessibleName() == "Name"


@pytest.mark.parametrize("language", languages.NAMES)
def test_no_mnemonic_stands_twice_in_a_dialog(desktop: Desktop, language: str) -> None:
    desktop.words.use(language)
    window = desktop.window
    opening = (window.dialogs.settings, window.dialogs.history, window.dialogs.about, window.tagging.new)
    others_too = (window.correcting.details, window.commands[Act.EXPORT].trigger, *others(desktop))
    for open_dialog in (*opening, *others_too):
        open_dialog()
        [dialog] = [each for each in window.findChildren(QDialog) if each.isVisible()]
        keys = Counter(QKeySequence.mnemonic(words).toString() for words in labels(dialog))
        assert [key for key, count in keys.items() if key and count > 1] == [], dialog.objectName()
        dialog.reject()


def others(desktop: Desktop) -> tuple[Callable[[], object], ...]:
    """What opens the dialogs that are about imports and what came of them, about searches and collections."""
    window = desktop.window
    article = articles.get(window.session.db, 1)
    assert article is not None
    preview = Preview(("標題", "正文"), (("甲", "乙"),), {"標題": "title", "正文": "text"}, "utf-8")
    failed = Outcome("/a/b.txt", "failed", problem=ImportFailed("x", "{file} is empty.", file="/a/b.txt"))
    outcomes = [failed, Outcome("/a/c.txt", "added", 1, title=HOSTILE)]
    tagged = tagging.highlight_with(window.session.db, 1, 0, 1, ["<b>標題&"], note="", color="", analyst="")
    window.session.tell(tagged[1])
    tag = next(iter(window.session.tree())).id
    return (
        window.commands[Act.READ_AGAIN].trigger,
        window.commands[Act.REPORT_ERROR].trigger,
        window.commands[Act.IMPORT_WEB].trigger,
        lambda: (window.search.setText("x"), window.keeping.save_search()),
        window.keeping.new_collection,
        window.shelving.collect,
        lambda: window.tagging.ask_into_what_to_merge([tag]),
        lambda: window.tagging.ask_where_to_move([tag]),
        lambda: window.tagging.delete([tag]),
        lambda: ColumnsDialog(Question(preview, ["t.csv"]), window).show(),
        lambda: Comparison(article, article, window.listing.rows.theme, window).show(),
        lambda: ConcordanceWindow(
            window.session, ArticleQuery(wanted=parse("正文")), HOSTILE, window.listing.rows.theme, window
        ).show(),
        lambda: ImportReport(outcomes, 0, window).show(),
    )


def labels(dialog: QDialog) -> Iterator[str]:
    """The words that are to be seen on buttons, on groups, and beside fields."""
    for widget in dialog.findChildren(QWidget):
        beside = isinstance(widget, QLabel) and widget.buddy() is not None
        if widget.isVisible() and (beside or isinstance(widget, QAbstractButton)):
            yield widget.text()  # type: ignore[attr-defined]
        elif widget.isVisible() and isinstance(widget, QGroupBox):
            yield widget.title()


def test_no_two_commands_have_the_same_key(desktop: Desktop) -> None:
    keys = Counter((key, act in IN_TREE) for act in Act for key in act.value.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    single = {act for act in Act if any(len(key) == 1 and key.isalpha() for key in act.value.keys)}
    assert single <= {*KEPT, *IN_TEXT}


def test_a_hostile_title_is_shown_as_characters(desktop: Desktop) -> None:
    window = desktop.window
    assert window.view.pane.toPlainText().startswith(HOSTILE)
    window.notice.say(HOSTILE)
    assert window.notice.words == HOSTILE
    for label in window.findChildren(QLabel):
        if "img" in label.text():
            assert label.textFormat() == label.textFormat().PlainText, label.objectName()


def test_buttons_are_large_enough(desktop: Desktop) -> None:
    for button in desktop.window.findChildren(QAbstractButton):
        inside_field = isinstance(button.parentWidget(), QLineEdit)
        swatch = button.objectName().startswith("swatch-")
        if button.isVisible() and not inside_field and not swatch:
            assert button.height() >= 24 and button.width() >= 24, button.objectName()
