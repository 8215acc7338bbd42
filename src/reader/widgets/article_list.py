"""The list of articles and its order; while something is searched for, with the words found in each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QVBoxLayout, QWidget

from reader.domain.query import ArticleQuery, Scope, Sort
from reader.domain.wanted import has_words
from reader.models import dragged
from reader.models.article_list import ArticleList
from reader.session import Session
from reader.theme import Theme
from reader.widgets.article_rows import ArticleRows
from reader.widgets.list_header import ListHeader
from reader.widgets.nothing_listed import NothingListed
from reader.widgets.rows_view import RowsView


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the list showed: its query, its articles, those selected, the current row, the first one on the screen."""

    query: ArticleQuery
    ids: Sequence[int]
    selected: set[int]
    current: int
    first: int
    above: int  # px of the first row that were above the edge

    def nearest(self, row: int, listed: set[int]) -> int | None:
        """The article of a row, or the next below it, or else above it, that is still listed; None if none is."""
        either = itertools.chain(self.ids[row:], reversed(self.ids[:row]))
        return next((each for each in either if each in listed), None)


class ArticleListPane(QWidget):
    """Shows which articles there are; says which one is to be opened."""

    article_chosen = Signal(object)  # its id, or None
    import_wanted = Signal()
    selection_changed = Signal()
    reading_wanted = Signal()  # the text is to have the focus
    trash_wanted = Signal()  # for what is selected
    order_changed = Signal(str, bool)
    tag_left = Signal()  # the filter by a tag was taken away
    filters_left = Signal()  # all filters were taken away, and so must be what is typed into the search box
    menu_wanted = Signal(QPoint)  # on the screen
    theme_changed = Signal()

    def __init__(self, session: Session, theme: Theme, sort: Sort, descending: bool) -> None:
        super().__init__()
        self._session = session
        self.model = ArticleList(session, ArticleQuery(sort=sort, descending=descending), self)
        self.rows = ArticleRows(session, theme)
        self.view = RowsView(self.model, self.rows, "articleList")
        self.view.let_drag(lambda: dragged.packed(session.path, self.selected()))
        self._nothing = NothingListed()
        self.header = ListHeader(self.model.query, theme)
        self.stack = self._lay_out()  # of the list and of what can be shown in its place
        self._opened: int | None = None
        self._instead: QWidget | None = None  # what lies over the list
        self._before = self._seen()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> QStackedLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        stack = QStackedLayout()
        stack.addWidget(self.view)
        stack.addWidget(self._nothing)
        column.addLayout(stack, 1)
        return stack

    def _connect(self) -> None:
        self._nothing.import_wanted.connect(self.import_wanted)
        self._nothing.all_wanted.connect(self._show_all)
        self.header.order_chosen.connect(self.set_order)
        self.header.tag_left.connect(self.tag_left)
        self.model.counted.connect(self._say_listed)
        self.model.searched.connect(self._say_listed)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._on_reset)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.selection_changed.connect(lambda: self.header.say_selected(self.view.selected_count()))
        self.view.menu_wanted.connect(self.menu_wanted)

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        if self._instead is not None:
            return self._instead
        shown = (button for button in self._nothing.buttons if button.isVisible())
        return self.view if self.model.rowCount() else next(shown, self.view)

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*self.header.tab_stops, self.view, *self._nothing.buttons]

    # ---- what is listed

    @property
    def shows_trash(self) -> bool:
        """Whether it lists what is in the trash."""
        return self.model.query.scope == "trash"

    def show_scope(self, scope: Scope) -> None:
        """List all articles, the unread ones, the starred ones or the trash, as they are now."""
        self.model.set_query(replace(self.model.query, scope=scope, also=frozenset()))

    def show_tags(self, groups: tuple[tuple[int, ...], ...], said: str) -> None:
        """List only articles with one tag of each group, in words; none takes the filter away."""
        self.header.show_tag(said)
        self.model.set_query(replace(self.model.query, tags=groups))

    def set_order(self, sort: Sort, descending: bool) -> None:
        """Sort by another column, or the other way round."""
        self.model.set_query(replace(self.model.query, sort=sort, descending=descending))
        self.header.show_query(self.model.query)
        self.order_changed.emit(sort, descending)

    def _show_all(self) -> None:
        self.filters_left.emit()
        self.tag_left.emit()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_everything(self) -> None:
        """Take all filters away."""
        self.model.set_query(self._without_filters())
        self.filters_left.emit()

    def start_over(self) -> None:
        """List nothing, until another library is read: there the same ids are other articles."""
        self._opened = None
        self.model.clear(self._without_filters())
        self.filters_left.emit()

    def _without_filters(self) -> ArticleQuery:
        self.header.show_tag("")
        return replace(self.model.query, scope="all", also=frozenset(), tags=(), wanted=None)

    def show_instead(self, pane: QWidget | None) -> None:
        """Show something else of the stack in the place of the list; None: the list again."""
        self._instead = pane
        self._say_nothing()

    # ---- which one is chosen

    def selected(self) -> list[int]:
        """The ids of the selected articles, in the order of the list."""
        ids = self.model.ids
        return [ids[row] for row in self.view.selected_rows()]

    def choose(self, article: int | None) -> None:
        """Select an article, which opens it, if it is listed. None: something else is open than what is listed.

        A click on any row opens that then.
        """
        if article is None:
            self._opened = None
            self.view.selectionModel().clear()
        position = self.model.position_of(article)
        if position is not None:
            index = self.model.index(position)
            # Not view.setCurrentIndex: that adds to the selection while somebody holds Ctrl.
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) article."""
        current = self.view.currentIndex()
        at = current.row() + by if current.isValid() else 0
        if self.model.rowCount():
            self.choose(self.model.id_at(max(0, min(self.model.rowCount() - 1, at))))

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        article = self.model.id_at(current.row()) if current.isValid() else None
        if article is not None and article != self._opened:
            self._opened = article
            self.model.keep(frozenset([article]))
            self.article_chosen.emit(article)

    def _seen(self) -> _Seen:
        query, ids, view = self.model.query, self.model.ids, self.view
        return _Seen(query, ids, set(self.selected()), view.currentIndex().row(), *view.first_seen())

    def _remember(self) -> None:
        self._before = self._seen()

    def _on_reset(self) -> None:
        """After reading the list again, all that is still listed is where it was.

        The same articles are selected. Where the list went on at the top it stays there, so that what is new is seen;
        else its first row stays the first one. In another order, or with another filter, the open article comes into
        view. If the open article left the list for good, such as to the trash, the next one opens.
        """
        before, listed = self._before, set(self.model.ids)
        self._say_nothing()
        self._fit_rows()
        self.view.select_rows(self.model.positions_of(before.selected))
        at = self.model.position_of(self._opened)
        if at is not None:
            none = not self.view.selectionModel().hasSelection()
            flags = QItemSelectionModel.SelectionFlag.Select if none else QItemSelectionModel.SelectionFlag.NoUpdate
            self.view.selectionModel().setCurrentIndex(self.model.index(at), flags)
            self.model.keep(frozenset([self.model.ids[at]]))
        if replace(before.query, also=frozenset()) == replace(self.model.query, also=frozenset()):
            self._scroll_back(before, listed)
        else:
            self.view.scroll_so(0, 0)
            if at is not None:
                self.view.scrollTo(self.model.index(at), QAbstractItemView.ScrollHint.PositionAtCenter)
        if at is None and self._opened is not None and self.model.gone(self._opened):
            self._opened = None
            following = before.nearest(before.current, listed) if before.current >= 0 else None
            if following is not None:
                self.choose(following)
            else:
                self.article_chosen.emit(None)
        self.selection_changed.emit()  # a reset changes the selection without a word

    def _scroll_back(self, before: _Seen, listed: set[int]) -> None:
        first = before.nearest(before.first, listed) if (before.first, before.above) > (0, 0) else None
        self.view.scroll_so(self.model.position_of(first) or 0, before.above if first is not None else 0)

    def focus(self) -> None:
        """Let keys mean the list."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Go to the list, if it is shown, with an article chosen: the first one, unless one is."""
        if not self.isVisible():
            return
        if self.model.searching:  # what is there by now is of another search
            self.model.searched.connect(self.enter, Qt.ConnectionType.SingleShotConnection)
            return
        self.focus()
        if self._instead is None and self.model.rowCount() and not self.view.selectionModel().hasSelection():
            self.choose(self.model.id_at(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text, Del to the trash."""
        if self.view.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reading_wanted.emit()
        elif self.view.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.trash_wanted.emit()
        else:
            super().keyPressEvent(event)

    # ---- words and looks

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Articles"))
        self.view.setAccessibleName(self.tr("Articles"))
        self.header.retranslate()
        self._say_nothing()
        self._say_listed()

    def _say_listed(self) -> None:
        self.header.show_query(self.model.query)
        self.header.say_count(self.model.count, len(self.model.staying))

    def _fit_rows(self) -> None:
        if self.rows.show_snippets(has_words(self.model.query.wanted)):
            self.view.fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.rows.theme = theme
        self.header.set_theme(theme)
        self.view.viewport().update()
        self.theme_changed.emit()

    def _say_nothing(self) -> None:
        had_focus = any(button.hasFocus() for button in self._nothing.buttons)
        self._nothing.say(self.model.query)
        self.stack.setCurrentWidget(self._instead or (self.view if self.model.rowCount() else self._nothing))
        if had_focus:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
