"""Shift+F10 opens the menu of what has the focus, as does the menu key, which many keyboards are without."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def let_shift_f10_open_menus(window: QWidget) -> None:
    """In this window and those beside it. Windows itself knows that key."""
    if sys.platform != "win32":
        keys = QShortcut(QKeySequence("Shift+F10"), window, _ask_for_menu)
        keys.setContext(Qt.ShortcutContext.ApplicationShortcut)


def _ask_for_menu() -> None:
    """Tell what has the focus of it, as Qt does after the menu key."""
    focus = QApplication.focusWidget()
    if focus is not None:
        place = QRectF(focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focus, QContextMenuEvent(reason, place, focus.mapToGlobal(place)))
