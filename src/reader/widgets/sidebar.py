"""The left side of the window: which articles, and the tag tree."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.domain.change import Change
from reader.domain.query import Scope
from reader.icons import ERROR, icon
from reader.models.list_counts import ListCounts
from reader.models.list_items import ListItems
from reader.models.tag_items import COUNT, TAG
from reader.session import Session
from reader.settings import Settings
from reader.storage import collections, searches
from reader.theme import Theme
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.side_lists import SideLists
from reader.widgets.side_rows import SideRows
from reader.widgets.tag_section import TagSection

SCOPES: tuple[Scope, ...] = get_args(Scope)
ICONS = (
    *("mdi6.tray-full", "mdi6.circle-medium", "mdi6.circle-half-full", "mdi6.check-circle-outline"),
    *("mdi6.star-outline", ERROR, "mdi6.trash-can-outline"),
)
# Shown where there are such articles, or while they are listed.
SOMETIMES: tuple[Scope, ...] = ("started", "done", "reported")
ABOVE, TAGS_LEAST = 8, 56  # px
LIST_SHARE = 5  # one part in so many of the height is what a list below the tags may take without being scrolled


class Sidebar(QWidget):
    """Says which articles are wanted, and what is to become of tags."""

    scope_chosen = Signal(str)

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
        KeyFocus(self.scopes)
        self.tagged = TagSection(session, theme, settings)
        self.tags, self.items = self.tagged.view, self.tagged.items
        self.tags.setMinimumHeight(TAGS_LEAST)
        self.saved = SideLists(ListItems(session, searches.every, self), self._rows, "searches")
        self.collected = SideLists(ListItems(session, collections.every, self), self._rows, "collections")
        ListCounts(session, self.saved.items, self.collected.items, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.refresh()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ABOVE, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scopes)
        column.addWidget(self.tagged, 1)
        column.addWidget(self.saved)
        column.addWidget(self.collected)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self.scopes.currentRowChanged.connect(self._on_scope)
        for again in (self.scopes.itemClicked, self.scopes.itemActivated):
            again.connect(lambda _item: self._on_scope(self.scopes.currentRow()))

    def changeEvent(self, event: QEvent) -> None:
        """Another font may need other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the tags."""
        super().resizeEvent(event)
        self._share()

    def _fit(self) -> None:
        shown = sum(not self.scopes.isRowHidden(number) for number in range(len(SCOPES)))
        self.scopes.setFixedHeight(self.scopes.sizeHintForRow(0) * shown + 4)
        self._share()

    def _share(self) -> None:
        """Give the lists below the tags a part of the height, and less where the tags would have no room."""
        room = self.height() - ABOVE - self.scopes.height() - self.tagged.minimumSizeHint().height()
        for section in (self.saved, self.collected):
            section.take_at_most(min(self.height() // LIST_SHARE, room // 2 - section.title_height))

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        return self.tags if self.tags.currentIndex().isValid() else self.scopes

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.scopes, *self.tagged.tab_stops, *self.saved.tab_stops, *self.collected.tab_stops]

    def refresh(self) -> None:
        """Count the articles again."""
        counts = self._session.counts()
        for number, scope in enumerate(SCOPES):
            item = self.scopes.item(number)
            item.setData(COUNT, counts[scope])
            listed = bool(counts[scope]) or number == self.scopes.currentRow()
            self.scopes.setRowHidden(number, scope in SOMETIMES and not listed)
        self._fit()
        self.tagged.refresh()

    def show_tag(self, tag: int) -> None:
        """Bring a tag into view, without listing what has it."""
        index = self.items.index_of(tag)
        self.tags.setCurrentIndex(index)
        self.tags.scrollTo(index)

    def choose_tags(self, tags: list[int]) -> None:
        """Let these tags be the chosen ones, and the first of them the current one."""
        self.tags.setCurrentIndex(self.items.index_of(tags[0]))
        self.tags.select(tags)

    def leave_tag(self) -> None:
        """Choose no tag."""
        self.tags.clearSelection()
        self.tags.setCurrentIndex(QModelIndex())

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Sidebar"))
        self.scopes.setAccessibleName(self.tr("Which articles"))
        names = (
            *(self.tr("All"), self.tr("Unread"), self.tr("Started"), self.tr("Done"), self.tr("Starred")),
            *(self.tr("Errors"), self.tr("Trash")),
        )
        for number, name in enumerate(names):
            self.scopes.item(number).setText(name)
        self.tagged.retranslate()
        self.saved.say(self.tr("Searches"), self.tr("Save what is searched for (Ctrl+S)"))
        self.collected.say(self.tr("Collections"), self.tr("New collection"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self.tagged.set_theme(theme)
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
