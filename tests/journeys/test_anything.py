"""Anything may be pressed at any time: no error, nothing lost, and all of it can be taken back and done again."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QMessageBox, QPlainTextEdit, QToolButton

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.highlight import Span
from reader.services import checking, edits
from reader.storage import adding
from reader.storage.connection import transaction
from reader.storage.journal import history
from reader.widgets import file_dialogs

STEPS = 150
A_WHILE_MS = 5000  # longer than anything that is put off
KEYS = (
    *("H", "T", "N", "R", "E", "Shift+E", "J", "K", "S", "U", "1", "2", "3", "Del", "Space", "Shift+Space", "Esc"),
    *("Return", "Tab", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl++", "Ctrl+-", "F6", "F3", "F9", "F10", "F11"),
)
# What would leave the program, open a dialog of the system, or reach outside the library.
LEFT_OUT = {
    Act.QUIT,
    Act.NEW_LIBRARY,
    Act.OPEN_LIBRARY,
    Act.IMPORT,
    Act.IMPORT_FOLDER,
    Act.REPLACE_TEXT,
    Act.EMPTY_TRASH,
}
TEXTS = (
    "甲篇標題\n" + "第一段😀說的是民生。\n" * 30,
    "Second title\n" + "Some words, and more of them. " * 80,
    "丙\n短",
)
WORDS = ("民生", "new tag", "a/b", "", "注", "1")


def dump(desktop: Desktop) -> list[list[tuple[object, ...]]]:
    """What undo must bring back; an import that is undone goes to the trash, so pasted articles do not count."""
    db = desktop.program.session.db
    return [
        sorted(db.execute("select id, starred, trashed is null from articles where id <= 3").fetchall()),
        sorted(db.execute('select id, article, "start", "end", note, color from highlights').fetchall()),
        sorted(db.execute("select highlight, tag from highlight_tags").fetchall()),
        sorted(db.execute("select id, name, parent, color, shortcut from tags").fetchall()),
    ]


def anything(desktop: Desktop, dice: random.Random) -> None:
    """One thing that a restless person might do."""
    window, pane = desktop.window, desktop.window.view.pane
    what = dice.randrange(10)
    focus = QApplication.focusWidget()
    if what < 3 and pane.page is not None:
        length = len(pane.page.article.text)
        start = dice.randrange(length - 1) if length > 1 else 0
        pane.select(Span(start, min(length, start + dice.randint(1, 40))))
    elif what < 7:
        place = dice.choice((None, pane, window.listing.view, window.sidebar.tags))
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()  # keys cannot get past it
        desktop.press(dice.choice(KEYS), (focus or modal) if modal else place)
    elif what < 8:
        dice.choice([window.commands[act] for act in Act if act not in LEFT_OUT]).trigger()
    elif isinstance(focus, QLineEdit):
        focus.insert(dice.choice(WORDS))
    elif isinstance(focus, QPlainTextEdit):
        focus.insertPlainText(dice.choice(WORDS))
    else:
        window.listing.choose(dice.choice((1, 2, 3)))


def tidy(desktop: Desktop, dice: random.Random) -> None:
    """Close what has opened, one way or the other, now and then."""
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMenu) and top.isVisible():
            top.close()
        if isinstance(top, QMessageBox) and top.isVisible():
            top.reject()
        elif isinstance(top, QDialog) and top.isVisible() and dice.random() < 0.4:
            (top.accept if top.objectName() == "tagDialog" else top.reject)()
    popup = QApplication.activePopupWidget()
    if popup is not None and popup.objectName() == "fieldsPopup" and dice.random() < 0.4:
        popup.close()
    if desktop.window.picker.isVisible() and dice.random() < 0.4:
        desktop.window.picker.close()


def is_quiet(desktop: Desktop) -> bool:
    """Whether nothing runs, and nothing waits for a moment to do it, but for a notice to go."""
    waiting = [each for each in desktop.window.findChildren(QTimer) if each.isActive() and each.isSingleShot()]
    return not desktop.window.status.activity.busy and all(each.interval() > A_WHILE_MS for each in waiting)


@pytest.mark.parametrize("seed", range(3))
def test_anything_can_be_done_in_any_order(
    start: Callable[[], Desktop], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "_asked", lambda *_, **__: [])  # a dialog of the system is left at once
    desktop, dice = start(), random.Random(seed)
    with transaction(desktop.program.session.db):  # no steps: what was there before cannot be taken back
        for text in TEXTS:
            adding.add(desktop.program.session.db, making.draft(text))
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    before = dump(desktop)
    for menu in (button.menu() for button in desktop.window.findChildren(QToolButton) if button.menu()):
        # The key that opens it comes back only after it was closed.
        menu.aboutToShow.connect(lambda menu=menu: QTimer.singleShot(0, menu.close))
    for _ in range(STEPS):
        anything(desktop, dice)
        tidy(desktop, dice)
        if dice.random() < 0.2:
            QApplication.processEvents()
    for dialog in desktop.window.findChildren(QDialog):
        dialog.reject()
    desktop.window.picker.close()
    desktop.window.settle()
    desktop.wait(lambda: is_quiet(desktop))
    db, session = desktop.program.session.db, desktop.program.session
    assert checking.check(db) == []
    after, steps = dump(desktop), sum(not step.undone for step in history(db))
    for _ in range(steps):
        session.perform(edits.undo)
    assert dump(desktop) == before
    for _ in range(steps):
        session.perform(edits.redo)
    assert dump(desktop) == after
    assert checking.check(db) == []
