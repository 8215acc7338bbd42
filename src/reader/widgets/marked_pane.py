"""The table of highlights with what stands above it, and what is said where nothing is listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from reader.actions import Act
from reader.domain.highlight_query import GROUPINGS, HIGHLIGHT_SORTS, GroupBy, HighlightQuery, HighlightSort
from reader.icons import icon
from reader.models.marked_table import COLUMNS, QUOTE, SORTS, MarkedTable
from reader.session import Session
from reader.settings import Settings
from reader.theme import Theme
from reader.widgets.key_words import native
from reader.widgets.marked_cells import MarkedCells
from reader.widgets.marked_filters import MarkedFilters
from reader.widgets.marked_view import MarkedView
from reader.widgets.problem import Problem


@dataclass(frozen=True, slots=True)
class Tagged:
    """How many articles have the tag asked for as a whole, or the `several`, and how many highlights are in them."""

    articles: int = 0
    highlights: int = 0
    several: bool = False


class MarkedPane(QWidget):
    """Takes the place of the list of articles; remembers columns, order and grouping."""

    asked = Signal()  # something else is to be listed
    articles_wanted = Signal()  # there is nothing here yet
    all_wanted = Signal()  # without what nothing matches
    tagged_wanted = Signal()  # what has as a whole the tags that are asked for
    columns_wanted = Signal()  # their order is to be chosen

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("markedPane")
        self._settings, self._theme = settings, theme
        self.model = MarkedTable(session, HighlightQuery(), self)
        self.cells = MarkedCells(session, theme)
        self.view = MarkedView(self.model, self.cells, settings)
        self.filters = MarkedFilters(session, theme)
        self._problem = Problem("markedProblem", self)
        self._order, self._group = self._button("sortButton"), self._button("groupButton")
        self._columns = self._button("columnsButton")
        self._order_menu, self._group_menu, self._columns_menu = QMenu(self), QMenu(self), QMenu(self)
        self.tools = {
            Act.FILTER_TABLE: self.filters.add,
            Act.SORT_TABLE: self._order,
            Act.GROUP_TABLE: self._group,
            Act.COLUMNS: self._columns,
        }
        self.tagged = Tagged()  # where no highlight has the tags
        self._nothing, self._words, self._do = QWidget(self), QLabel(self), QPushButton(self)
        self._stack = self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _lay_out(self) -> QStackedLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 6, 6)
        line.setSpacing(4)
        line.addWidget(self.filters, 1)
        for button in (self._order, self._group, self._columns):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._words.setObjectName("nothingMarked")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._do.setObjectName("nothingMarkedButton")
        middle = QVBoxLayout(self._nothing)
        middle.setContentsMargins(24, 0, 24, 40)
        middle.addStretch(1)
        middle.addWidget(self._words)
        middle.addSpacing(8)
        middle.addWidget(self._do, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(1)
        stack = QStackedLayout()
        stack.addWidget(self.view)
        stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._problem)
        column.addLayout(stack, 1)
        return stack

    def _connect(self) -> None:
        self._order_menu.aboutToShow.connect(self._fill_orders)
        self._order.setMenu(self._order_menu)
        self._group_menu.aboutToShow.connect(self._fill_groups)
        self._group.setMenu(self._group_menu)
        self._columns_menu.aboutToShow.connect(self._fill_columns)
        self._columns.setMenu(self._columns_menu)
        self.view.header.menu_wanted.connect(self._show_columns_menu)
        self.view.header.sort_wanted.connect(self._sort)
        self.filters.changed.connect(self.asked)
        self.filters.focus_wanted.connect(self.focus)
        self.model.counted.connect(self._say)
        self.model.modelReset.connect(self._say)
        self._do.clicked.connect(self._help)
        self.view.header.show_sort(self.sort, self._settings.marked_descending)

    @property
    def sort(self) -> HighlightSort:
        """By what the rows are sorted."""
        return next((each for each in HIGHLIGHT_SORTS if each == self._settings.marked_sort), "published")

    @property
    def grouped_by(self) -> GroupBy | None:
        """What they are put together by."""
        return next((each for each in GROUPINGS if each == self._settings.marked_group), None)

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        return self.view if self._stack.currentWidget() is self.view else self._do

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*self.filters.tab_stops, self._order, self._group, self._columns, self.view, self._do]

    def focus(self) -> None:
        """Let keys mean the table."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, words: str) -> None:
        """Say what is wrong with what is asked for; "" where nothing is."""
        self._problem.show_problem(words)

    # ---- order, groups, columns

    def open_menu(self, act: Act) -> None:
        """Show the menu of one of the buttons, to be gone through by keys."""
        button = self.tools[act]
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(next(each for each in menu.actions() if each.isEnabled()))

    def _sort(self, sort: str, descending: bool) -> None:
        self._settings.marked_sort, self._settings.marked_descending = sort, descending
        self._show_way()
        self.asked.emit()

    def _fill_orders(self) -> None:
        menu, heads = self._order_menu, self.model.heads()
        menu.clear()
        columns, ways = QActionGroup(menu), QActionGroup(menu)
        for column, sort in SORTS.items():
            choose = partial(self.view.header.sort_by, column)
            columns.addAction(self._tick(menu, f"sort-{sort}", heads[column], sort == self.sort, choose))
        menu.addSeparator()
        for down, words in ((False, self.tr("Ascending")), (True, self.tr("Descending"))):
            turn, on = partial(self._sort, self.sort, down), self._settings.marked_descending == down
            ways.addAction(self._tick(menu, "sortDown" if down else "sortUp", words, on, turn))

    def group_by(self, by: str) -> None:
        """Put them together by something else; "" by nothing."""
        self._settings.marked_group = by
        self._say_groups()
        self.asked.emit()

    def _fill_groups(self) -> None:
        menu, now = self._group_menu, self.grouped_by or ""
        menu.clear()
        group = QActionGroup(menu)
        for by, words in self._groupings().items():
            group.addAction(self._tick(menu, f"group-{by}", words, by == now, partial(self.group_by, by)))
        menu.addSeparator()
        self._act(menu, "foldAll", self.tr("Fold all"), partial(self.model.fold_all, True)).setEnabled(bool(now))
        self._act(menu, "unfoldAll", self.tr("Unfold all"), partial(self.model.fold_all, False)).setEnabled(bool(now))

    def _groupings(self) -> dict[str, str]:
        words = (self.tr("Not grouped"), self.tr("By tag"), self.tr("By article"), self.tr("By source"))
        return dict(zip(("", *GROUPINGS), (*words, self.tr("By month")), strict=True))

    def _fill_columns(self) -> None:
        menu, header = self._columns_menu, self.view.header
        menu.clear()
        shown = header.shown()
        for column, words in enumerate(self.model.heads()):
            action = self._tick(
                menu, f"column-{COLUMNS[column]}", words, column in shown, partial(self._switch, column)
            )
            action.setEnabled(column != QUOTE)
        menu.addSeparator()
        self._act(menu, "columnsDialog", self.tr("Order of the columns..."), self.columns_wanted.emit)

    def _switch(self, column: int) -> None:
        shown = self.view.header.shown()
        self.view.header.show_columns(
            [each for each in shown if each != column] if column in shown else [*shown, column]
        )

    def _tick(self, menu: QMenu, name: str, words: str, on: bool, do: Callable[[], object]) -> QAction:
        action = self._act(menu, name, words, do)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _act(self, menu: QMenu, name: str, words: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda: do())
        return action

    def _show_columns_menu(self, at: QPoint) -> None:
        self._columns_menu.popup(at)

    # ---- what is said

    def _say(self) -> None:
        had_focus = self._do.hasFocus() or self.view.hasFocus()
        empty = not self.model.count and not self.model.asked
        self._stack.setCurrentWidget(self._nothing if empty else self.view)
        if self.model.total:
            self._words.setText("\n".join((self.tr("No highlight matches."), *self._tagged_words())))
            self._do.setText(self._way_out())
        else:
            self._words.setText(self.tr("Nothing is highlighted yet. Select a passage in an article and press H."))
            self._do.setText(self.tr("Go to the articles"))
        if had_focus:
            self.focus()

    def say_tagged(self, tagged: Tagged) -> None:
        """Say that articles have as a whole what no highlight has."""
        self.tagged = tagged
        self._say()

    def _tagged_words(self) -> list[str]:
        count = self.tagged.articles
        if self.tagged.several:
            return [self.tr("%Ln article(s) have such tags as a whole.", "", count)] if count else []
        return [self.tr("%Ln article(s) have this tag as a whole.", "", count)] if count else []

    def _way_out(self) -> str:
        if not self.tagged.articles:
            return self.tr("Show all")
        count = self.tagged.highlights
        words = self.tr("Show %Ln highlight(s) there", "", count)
        return words if count else self.tr("Show such articles")

    def _help(self) -> None:
        if self.model.total:
            (self.tagged_wanted if self.tagged.articles else self.all_wanted).emit()
        else:
            self.articles_wanted.emit()

    def _say_groups(self) -> None:
        self._group.setText(self._groupings()[self.grouped_by or ""])

    def _show_way(self) -> None:
        way = "descending" if self._settings.marked_descending else "ascending"
        self._order.setIcon(icon(f"mdi6.sort-{way}", self._theme.text))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = self.cells.theme = theme
        self.filters.set_theme(theme)
        self._columns.setIcon(icon(Act.COLUMNS.value.icon, theme.text))
        self._show_way()
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Highlights"))
        self.view.setAccessibleName(self.tr("Highlights"))
        said = {
            Act.SORT_TABLE: self.tr("Sort the highlights"),
            Act.GROUP_TABLE: self.tr("Put the highlights together"),
            Act.COLUMNS: self.tr("Columns"),
        }
        for act, words in said.items():
            self.tools[act].setToolTip(f"{words} ({native(act.value.keys[0])})")
            for named in (self.tools[act], self.tools[act].menu()):
                named.setAccessibleName(words)
        self.filters.retranslate()
        self._say_groups()
        self._say()
        self.view.header.viewport().update()
