"""The left side of the window: which articles, and the tag tree."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from reader.domain.change import Change
from reader.domain.query import Scope
from reader.icons import ERROR, icon
from reader.models.list_counts import ListCounts
from reader.models.list_items import ListItems
from reader.models.tag_items import COUNT, TAG, TagItems
from reader.session import Session
from reader.settings import Settings
from reader.storage import collections, searches
from reader.theme import Theme
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.side_lists import SideLists
from reader.widgets.side_rows import SideRows
from reader.widgets.tag_tree import TagTreeView

SCOPES: tuple[Scope, ...] = get_args(Scope)
ICONS = (
    *("mdi6.tray-full", "mdi6.circle-medium", "mdi6.circle-half-full", "mdi6.check-circle-outline"),
    *("mdi6.star-outline", ERROR, "mdi6.trash-can-outline"),
)
# Shown where there are such articles, or while they are listed.
SOMETIMES: tuple[Scope, ...] = ("started", "done", "reported")
LIST_SHARE = 5  # one part in so many of the height is what a list below the tags may take without being scrolled


class Sidebar(QWidget):
    """Says which articles are wanted, and what is to become of tags."""

    scope_chosen = Signal(str)
    tag_chosen = Signal(object)  # its id, or None
    tag_menu_wanted = Signal(int, QPoint)  # on the screen
    new_tag_wanted = Signal(object)  # under which tag, or None
    tag_edit_wanted = Signal(int)
    tag_delete_wanted = Signal(int)
    tag_move_wanted = Signal(int, object)  # under which tag, or None

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._session = session
        self._rows = SideRows(theme)
        self.scopes = QListWidget(self)
        self.scopes.setObjectName("scopes")
        self.scopes.setItemDelegate(self._rows)
        self.scopes.setMouseTracking(True)
        self.scopes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for scope in SCOPES:
            QListWidgetItem(self.scopes).setData(TAG, scope)
        self.scopes.setCurrentRow(0)
        self.items = TagItems(session, self)
        self.tags = TagTreeView(self.items, self._rows, settings)
        for view in (self.scopes, self.tags):
            KeyFocus(view)
        self.saved = SideLists(ListItems(session, searches.every, self), self._rows, "searches")
        self.collected = SideLists(ListItems(session, collections.every, self), self._rows, "collections")
        ListCounts(session, self.saved.items, self.collected.items, self)
        self._title = QLabel(self)
        self._title.setObjectName("tagsTitle")
        self._add = QToolButton(self)
        self._add.setObjectName("newTag")
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.refresh()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 6, 2)
        line.addWidget(self._title, 1)
        line.addWidget(self._add)
        hint = QVBoxLayout()
        hint.setContentsMargins(16, 2, 12, 0)
        hint.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scopes)
        column.addLayout(line)
        column.addLayout(hint)
        column.addWidget(self.tags, 1)
        column.addWidget(self.saved)
        column.addWidget(self.collected)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self.scopes.currentRowChanged.connect(self._on_scope)
        for again in (self.scopes.itemClicked, self.scopes.itemActivated):
            again.connect(lambda _item: self._on_scope(self.scopes.currentRow()))
        self._add.clicked.connect(lambda: self.new_tag_wanted.emit(None))
        self.tags.clicked.connect(lambda index: self.tag_chosen.emit(index.data(TAG)))
        self.tags.activated.connect(lambda index: self.tag_chosen.emit(index.data(TAG)))
        self.tags.menu_wanted.connect(self.tag_menu_wanted)
        self.tags.moved.connect(self.tag_move_wanted)
        self.tags.edit_wanted.connect(self.tag_edit_wanted)
        self.tags.delete_wanted.connect(self.tag_delete_wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Another font may need other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the tags."""
        super().resizeEvent(event)
        for section in (self.saved, self.collected):
            section.take_at_most(self.height() // LIST_SHARE)

    def _fit(self) -> None:
        shown = sum(not self.scopes.isRowHidden(number) for number in range(len(SCOPES)))
        self.scopes.setFixedHeight(self.scopes.sizeHintForRow(0) * shown + 4)

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        return self.tags if self.tags.currentIndex().isValid() else self.scopes

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.scopes, self._add, self.tags, *self.saved.tab_stops, *self.collected.tab_stops]

    def refresh(self) -> None:
        """Count the articles again."""
        counts = self._session.counts()
        for number, scope in enumerate(SCOPES):
            item = self.scopes.item(number)
            item.setData(COUNT, counts[scope])
            listed = bool(counts[scope]) or number == self.scopes.currentRow()
            self.scopes.setRowHidden(number, scope in SOMETIMES and not listed)
        self._fit()
        self._empty.setVisible(self.items.rowCount() == 0)

    def show_tag(self, tag: int) -> None:
        """Bring a tag into view, without listing what has it."""
        index = self.items.index_of(tag)
        self.tags.setCurrentIndex(index)
        self.tags.scrollTo(index)

    def leave_tag(self) -> None:
        """Choose no tag."""
        self.tags.clearSelection()
        self.tags.setCurrentIndex(QModelIndex())

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Sidebar"))
        self.scopes.setAccessibleName(self.tr("Which articles"))
        self.tags.setAccessibleName(self.tr("Tags"))
        names = (
            *(self.tr("All"), self.tr("Unread"), self.tr("Started"), self.tr("Done"), self.tr("Starred")),
            *(self.tr("Errors"), self.tr("Trash")),
        )
        for number, name in enumerate(names):
            self.scopes.item(number).setText(name)
        self._title.setText(self.tr("Tags"))
        self._add.setToolTip(self.tr("New tag (Ctrl+Shift+T)"))
        self._add.setAccessibleName(self.tr("New tag"))
        self._empty.setText(self.tr("Select a passage and press T to make the first tag."))
        self.saved.say(self.tr("Searches"), self.tr("Save what is searched for (Ctrl+S)"))
        self.collected.say(self.tr("Collections"), self.tr("New collection"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self._add.setIcon(icon("mdi6.plus", theme.text))
        self.saved.set_theme(theme, "mdi6.text-box-search-outline")
        self.collected.set_theme(theme, "mdi6.layers-outline")
        for number, name in enumerate(ICONS):
            self.scopes.item(number).setIcon(icon(name, theme.secondary))
        self.update()

    def _on_scope(self, number: int) -> None:
        if number >= 0:
            self.scope_chosen.emit(SCOPES[number])
            self.refresh()

    def _on_changed(self, change: Change) -> None:
        if change.all or change.listed or change.articles or change.tags:
            self.refresh()
