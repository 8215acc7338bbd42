"""The menu that says in which order the articles are listed; the same one at the list and in the menu bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.query import SORTS, ArticleQuery, Sort
from reader.widgets.key_words import without_key

UPWARDS_AT_FIRST = ("title", "source", "read")  # columns that begin with A, or with what is unread


class OrderMenu(QMenu):
    """A mark stands at the column and at the direction; choosing the column again turns the list around."""

    order_chosen = Signal(str, bool)  # the column, and whether it goes downwards

    def __init__(self, query: ArticleQuery, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("orderMenu")
        self._query = query
        columns, ways = QActionGroup(self), QActionGroup(self)
        self._sorts = {sort: self._add(columns, partial(self._choose, sort)) for sort in SORTS}
        self._sorts["best"].setVisible(False)
        self.addSeparator()
        self._ways = {down: self._add(ways, partial(self._turn, down)) for down in (False, True)}
        self.show_order(query)
        self.retranslate()

    def _add(self, group: QActionGroup, chosen: partial[None]) -> QAction:
        action = QAction(self, checkable=True)
        action.triggered.connect(lambda _checked=False: chosen())
        group.addAction(action)
        self.addAction(action)
        return action

    def show_order(self, query: ArticleQuery) -> None:
        """Put the marks where a query has its order."""
        self._query = query
        self._sorts["best"].setVisible(query.wanted is not None)
        self._sorts[query.sort].setChecked(True)
        self._ways[query.descending].setChecked(True)

    def said(self) -> str:
        """The order in words: column and direction."""
        column, way = self._sorts[self._query.sort].text(), self._ways[self._query.descending].text()
        return self.tr("Order of the list: {column}, {way}").format(column=column, way=way)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setTitle(self.tr("S&ort articles by"))
        self.setAccessibleName(without_key(self.title()))
        words: dict[Sort, str] = {
            "published": self.tr("Date"),
            "title": self.tr("Title"),
            "source": self.tr("Source"),
            "highlights": self.tr("Number of highlights"),
            "read": self.tr("Read or unread"),
            "starred": self.tr("Star"),
            "imported": self.tr("Time of import"),
            "best": self.tr("How well it fits"),
        }
        for sort, action in self._sorts.items():
            action.setText(words[sort])
        self._ways[False].setText(self.tr("Ascending"))
        self._ways[True].setText(self.tr("Descending"))

    def _choose(self, sort: Sort) -> None:
        again = sort == self._query.sort
        self.order_chosen.emit(sort, not self._query.descending if again else sort not in UPWARDS_AT_FIRST)

    def _turn(self, descending: bool) -> None:
        self.order_chosen.emit(self._query.sort, descending)
