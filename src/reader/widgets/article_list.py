"""The list of articles with its filter and its order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.query import SORTS, ArticleQuery, Scope, Sort
from reader.icons import icon
from reader.models.article_list import ArticleList
from reader.session import Session
from reader.theme import Theme
from reader.widgets.article_rows import ArticleRows
from reader.widgets.rows_view import RowsView

FILTER_MS = 150  # after a keystroke


class ArticleListPane(QWidget):
    """Shows which articles there are; says which one is to be opened."""

    article_chosen = Signal(object)  # its id, or None
    import_wanted = Signal()
    order_changed = Signal(str, bool)
    tag_left = Signal()  # the filter by a tag was taken away
    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, session: Session, theme: Theme, sort: Sort, descending: bool) -> None:
        super().__init__()
        self._session = session
        self.filter = QLineEdit(self)
        self.filter.setObjectName("articleFilter")
        self.filter.setClearButtonEnabled(True)
        self._sort = QToolButton(self)
        self._sort.setObjectName("sortButton")
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tag = QToolButton(self)
        self._tag.setObjectName("tagFilter")
        self._tag.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tag.clicked.connect(self.tag_left)
        self._tag.hide()
        self._tag_path = ""
        self.model = ArticleList(session, ArticleQuery(sort=sort, descending=descending), self)
        self.rows = ArticleRows(session, theme)
        self.view = RowsView(self.model, self.rows, "articleList")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("noArticles")
        self._import = QPushButton(self)
        self._import.setObjectName("importButton")
        self._stack = self._lay_out()
        self._opened: int | None = None
        self._kept: tuple[list[int], int, int] = ([], -1, 0)  # selected, current row, scrolled, before a reset
        self._timer = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._timer.timeout.connect(self._apply_filter)
        self._make_sort_menu()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> QStackedLayout:
        top = QHBoxLayout()
        top.setContentsMargins(10, 8, 8, 6)
        top.addWidget(self.filter, 1)
        top.addWidget(self._sort)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(10, 0, 8, 4)
        chosen.addWidget(self._tag)
        chosen.addStretch(1)
        empty = QWidget(self)
        middle = QVBoxLayout(empty)
        middle.setContentsMargins(24, 0, 24, 40)
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(1)
        middle.addWidget(self._nothing)
        middle.addSpacing(8)
        middle.addWidget(self._import, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(chosen)
        stack = QStackedLayout()
        stack.addWidget(self.view)
        stack.addWidget(empty)
        column.addLayout(stack, 1)
        return stack

    def _connect(self) -> None:
        self._import.clicked.connect(self.import_wanted)
        self.filter.textChanged.connect(self._timer.start)
        self.filter.returnPressed.connect(self._enter_list)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._on_reset)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.customContextMenuRequested.connect(
            lambda point: self.menu_wanted.emit(self.view.viewport().mapToGlobal(point))
        )

    # ---- what is listed

    def show_scope(self, scope: Scope) -> None:
        """List all articles, the unread ones, the starred ones or the trash."""
        self._set(replace(self.model.query, scope=scope))

    def show_tag(self, tags: tuple[int, ...], path: str) -> None:
        """List only articles with one of these tags; none takes the filter away."""
        self._tag_path = path
        self._tag.setVisible(bool(tags))
        self._word_tag()
        self._set(replace(self.model.query, tags=(tags,) if tags else ()))

    def set_order(self, sort: Sort, descending: bool) -> None:
        """Sort by another column."""
        self._set(replace(self.model.query, sort=sort, descending=descending))
        self.order_changed.emit(sort, descending)

    def clear_filter(self) -> None:
        """List everything of the scope again."""
        self.filter.clear()
        self._apply_filter()

    def show_everything(self) -> None:
        """Take all filters away."""
        self._set(self._without_filters())

    def start_over(self) -> None:
        """List nothing, until another library is read: there the same ids are other articles."""
        self._opened = None
        self.model.clear(self._without_filters())

    def _without_filters(self) -> ArticleQuery:
        self.filter.clear()
        self._timer.stop()
        self._tag_path = ""
        self._tag.hide()
        return replace(self.model.query, scope="all", tags=(), words="")

    def _apply_filter(self) -> None:
        self._timer.stop()
        self._set(replace(self.model.query, words=self.filter.text().strip()))

    def _set(self, query: ArticleQuery) -> None:
        self.model.set_query(query)

    # ---- which one is chosen

    def selected(self) -> list[int]:
        """The ids of the selected articles, in the order of the list."""
        positions = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [found for each in positions if (found := self.model.id_at(each)) is not None]

    def choose(self, article: int | None) -> None:
        """Select an article, which opens it, if it is listed."""
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
            self.article_chosen.emit(article)

    def _remember(self) -> None:
        self._kept = (self.selected(), self.view.currentIndex().row(), self.view.verticalScrollBar().value())

    def _on_reset(self) -> None:
        """After reading the list again: the same articles selected; the open one gone, its neighbour opens."""
        chosen, position, scrolled = self._kept
        self._say_nothing()
        selection = self.view.selectionModel()
        for article in chosen:
            at = self.model.position_of(article)
            if at is not None:
                selection.select(self.model.index(at), QItemSelectionModel.SelectionFlag.Select)
        at = self.model.position_of(self._opened)
        if at is not None:
            flags = QItemSelectionModel.SelectionFlag.NoUpdate if chosen else QItemSelectionModel.SelectionFlag.Select
            selection.setCurrentIndex(self.model.index(at), flags)
        self.view.verticalScrollBar().setValue(scrolled)
        if at is None and self._opened is not None and self.model.gone(self._opened):
            self._opened = None
            if self.model.rowCount() and position >= 0:
                self.choose(self.model.id_at(min(position, self.model.rowCount() - 1)))
            else:
                self.article_chosen.emit(None)

    def _enter_list(self) -> None:
        self._apply_filter()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.view.selectionModel().hasSelection():
            self.choose(self.model.id_at(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the filter goes to the list, Escape empties it."""
        if self.filter.hasFocus() and event.key() == Qt.Key.Key_Down:
            self._enter_list()
        elif self.filter.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.clear_filter()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # ---- words and looks

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Articles"))
        self.view.setAccessibleName(self.tr("Articles"))
        self.filter.setPlaceholderText(self.tr("Filter articles"))
        self.filter.setAccessibleName(self.tr("Filter articles by title, source, author or editor"))
        self._sort.setToolTip(self.tr("Order of the list"))
        self._sort.setAccessibleName(self.tr("Order of the list"))
        self._import.setText(self.tr("Import files..."))
        words = {
            "published": self.tr("Date"),
            "title": self.tr("Title"),
            "source": self.tr("Source"),
            "highlights": self.tr("Number of highlights"),
            "read": self.tr("Read or unread"),
            "starred": self.tr("Star"),
            "imported": self.tr("Time of import"),
        }
        for name, action in self._sorts.items():
            action.setText(words[name])
        self._upwards.setText(self.tr("Ascending"))
        self._downwards.setText(self.tr("Descending"))
        self._word_tag()
        self._say_nothing()

    def _word_tag(self) -> None:
        self._tag.setText(self.tr("Tag: {path}").format(path=self._tag_path).replace("&", "&&"))
        self._tag.setToolTip(self.tr("Show articles with any tag again"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.rows.theme = theme
        self._sort.setIcon(icon("mdi6.sort-variant", theme.text))
        self._tag.setIcon(icon("mdi6.close", theme.text))
        self.view.viewport().update()

    def _say_nothing(self) -> None:
        query = self.model.query
        filtered = bool(query.words or query.tags)
        if filtered:
            words = self.tr("No article matches.")
        elif query.scope == "unread":
            words = self.tr("Everything is read.")
        elif query.scope == "starred":
            words = self.tr("No article has a star. Press S to give one.")
        elif query.scope == "trash":
            words = self.tr("The trash is empty.")
        else:
            words = self.tr("Drop articles here, or press Ctrl+O.")
        self._nothing.setText(words)
        self._import.setVisible(query.scope == "all" and not filtered)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _make_sort_menu(self) -> None:
        menu = QMenu(self)
        query = self.model.query
        columns, ways = QActionGroup(menu), QActionGroup(menu)
        self._sorts: dict[Sort, QAction] = {}
        for name in SORTS:
            action = QAction(menu, checkable=True, checked=name == query.sort)
            action.triggered.connect(lambda _checked=False, sort=name: self._order_by(sort))
            columns.addAction(action)
            menu.addAction(action)
            self._sorts[name] = action
        menu.addSeparator()
        self._upwards = QAction(menu, checkable=True, checked=not query.descending)
        self._downwards = QAction(menu, checkable=True, checked=query.descending)
        for action, descending in ((self._upwards, False), (self._downwards, True)):
            action.triggered.connect(lambda _checked=False, way=descending: self.set_order(self.model.query.sort, way))
            ways.addAction(action)
            menu.addAction(action)
        self._sort.setMenu(menu)

    def _order_by(self, sort: Sort) -> None:
        descending = sort not in ("title", "source", "read")
        (self._downwards if descending else self._upwards).setChecked(True)
        self.set_order(sort, descending)
