"""Going through an open menu as a person does: with keys, or with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

POLL_MS = 10


def opened() -> QMenu:
    """The menu that is open; of several within one another the innermost."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def go(*names: str) -> None:
    """Go down to an entry, named or worded like that, and choose it; through the menus that it is in."""
    for name in names:
        menu, entry = opened(), _entry(name)
        for _ in menu.actions():
            if menu.activeAction() != entry:
                QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() == entry, name
        QTest.keyClick(menu, Qt.Key.Key_Return)


def click(*names: str) -> None:
    """Click on an entry, named or worded like that; first on the menus that it is in."""
    for name in names:
        menu = opened()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(_entry(name)).center())
        while name != names[-1] and QApplication.activePopupWidget() is menu:
            QTest.qWait(POLL_MS)  # until the menu within it is there


def click_bar(bar: QMenuBar, *names: str) -> None:
    """Click through the menu bar."""
    assert bar.isVisible()
    title = next(each for each in bar.actions() if _words(each) == names[0])
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(title).center())
    click(*names[1:])


def in_next(act: Callable[..., None], *names: str) -> None:
    """Go through the menu that a button opens, where the press returns only after it. If that fails, it is left."""

    def look() -> None:
        if QApplication.activePopupWidget() is None:
            QTimer.singleShot(POLL_MS, look)
            return
        menu = opened()
        try:
            act(*names)
        except BaseException:
            menu.close()
            raise

    QTimer.singleShot(0, look)


def right_click(view: QWidget, at: QPoint) -> None:
    """Ask for a menu with the mouse, at a point of a view."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)


def _entry(name: str) -> QAction:
    able = [each for each in opened().actions() if each.isEnabled()]
    return next(each for each in able if name in (each.objectName(), _words(each)))


def _words(entry: QAction) -> str:
    return entry.text().partition("\t")[0].replace("&", "")
