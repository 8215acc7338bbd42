"""Below the highlights: the articles that are like the open one, folded away by whoever needs the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.icons import icon
from reader.models.related_list import RelatedList
from reader.session import Session
from reader.settings import Settings
from reader.theme import Theme
from reader.widgets.related_rows import PAD_X, RelatedRows, compare_words
from reader.widgets.rows_view import RowsView

LEAST = 1  # px of the list: where there is no room, the heading stays


class RelatedSection(QFrame):
    """A heading that folds, and a list; Enter or a click opens an article."""

    article_wanted = Signal(int)
    comparison_wanted = Signal(int)  # another print of the open article

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("relatedSection")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._settings = settings
        self.model = RelatedList(session, self)
        self.rows = RelatedRows(theme)
        self.fold = QToolButton(self)
        self.fold.setObjectName("foldRelated")
        self.fold.setCheckable(True)
        self.fold.setChecked(settings.related_shown)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.view = _Rows(self.model, self.rows)
        self.view.setMinimumHeight(LEAST)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(PAD_X, 0, PAD_X, 10)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 6, 10, 4)
        heading.addWidget(self.fold)
        heading.addStretch(1)
        column.addLayout(heading)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        self.fold.toggled.connect(self._on_fold)
        self.model.modelReset.connect(self._on_listed)
        self.model.found.connect(self._on_listed)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.compare_wanted.connect(self._compare)
        self.view.menu_wanted.connect(self._menu)
        self.view.viewport().installEventFilter(self)
        self.set_theme(theme)
        self.retranslate()
        self._on_listed()

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.fold, self.view]

    def show_article(self, article: int | None) -> None:
        """Show what is like this article, once it has been open for a moment."""
        self.model.show_article(article)
        self._on_listed()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = self.rows.theme = theme
        self._draw_fold()
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.view.setAccessibleName(self.tr("Related articles"))
        self.fold.setToolTip(self.tr("Show articles about the same"))
        self._on_listed()
        self.view.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Now somebody sees what is found."""
        super().showEvent(event)
        self.model.want(self.fold.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked for that nobody sees."""
        super().hideEvent(event)
        self.model.want(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Titles wrap at the new width."""
        if event.type() == QEvent.Type.Resize and self.rows.width != self.view.viewport().width():
            self.rows.width = self.view.viewport().width()
            self._fit()
        return super().eventFilter(watched, event)

    def _on_fold(self, shown: bool) -> None:
        self._settings.related_shown = shown
        self.model.want(shown and self.isVisible())
        self._draw_fold()
        self._on_listed()

    def _on_listed(self) -> None:
        wanted, article = self.fold.isChecked(), self.model.article
        nothing = article is None or (self.model.known and not self.model.rowCount())
        none = self.tr("No other article here is like it.")
        self._empty.setText(self.tr("Open an article to see others that are like it.") if article is None else none)
        self._fit()
        self.view.setVisible(wanted and not nothing)  # also while it is empty, so that it keeps its room and the focus
        self._empty.setVisible(wanted and nothing)
        self._say()

    def _fit(self) -> None:
        """Make rows as high as they need to be; nothing moves while others are still to be found."""
        self.view.fit_each()
        if self.model.known:
            self.view.take(self.view.verticalHeader().length())

    def _say(self) -> None:
        count = self.model.rowCount() if self.fold.isChecked() else 0
        self.fold.setText(self.tr("Related") + (f"  {count:,}" if count else ""))
        self.fold.setAccessibleName(self.tr("Related articles"))

    def _draw_fold(self) -> None:
        sign = "chevron-down" if self.fold.isChecked() else "chevron-right"
        self.fold.setIcon(icon(f"mdi6.{sign}", self._theme.secondary))

    def _open(self, index: QModelIndex) -> None:
        if found := self.model.at(index.row()):
            self.article_wanted.emit(found.row.id)

    def _compare(self, index: QModelIndex) -> None:
        if found := self.model.at(index.row()):
            self.comparison_wanted.emit(found.row.id)

    def _menu(self, at: QPoint) -> None:
        index = self.view.currentIndex()
        menu = QMenu(self)
        menu.setAccessibleName(self.view.accessibleName())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._open(index))
        menu.addAction(compare_words()).triggered.connect(lambda: self._compare(index))
        menu.popup(at)


class _Rows(RowsView):
    """Rows of which each is opened by a click or by Enter, or compared where that is clicked, or by Shift+Enter."""

    opened = Signal(QModelIndex)
    compare_wanted = Signal(QModelIndex)

    def __init__(self, model: RelatedList, rows: RelatedRows) -> None:
        super().__init__(model, rows, "relatedList")
        self._painter = rows
        self._wanted = 0  # px
        self.setSelectionMode(RowsView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def take(self, height: int) -> None:
        """Be so high where there is room."""
        if height != self._wanted:
            self._wanted = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Shift+Enter compares."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.compare_wanted.emit(self.currentIndex())
        else:
            self.opened.emit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on "Compare" opens nothing."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_compare(index, event):
            self.compare_wanted.emit(index)
        elif event.button() == Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        else:
            self.setCurrentIndex(index)  # what the menu is about

    def _is_compare(self, index: QModelIndex, event: QMouseEvent) -> bool:
        found = self.model().data(index, Qt.ItemDataRole.UserRole) if index.isValid() else None
        area = self._painter.compare_area(self.visualRect(index), self.font(), found) if found else None
        return area is not None and area.contains(event.position().toPoint())
