"""Where on the screen something about a row opens: a menu, or what is wider than that."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The row meant, and the place on the screen; an index that is not valid if no row is meant.

    It is the row under the mouse, or the current one if the menu was asked for by key: then Qt names the middle of the
    view, which is some row or none.
    """
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return view.indexAt(event.pos()), event.globalPos()
    index = view.currentIndex()
    view.scrollTo(index)
    return index, view.viewport().mapToGlobal(view.visualRect(index).center())


def row_place(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> QRect:
    """Where a row stands on the screen, as far as it is in view."""
    rect = view.visualRect(index).intersected(view.viewport().rect())
    return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())
